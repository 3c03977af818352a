/* spelling.h - names that differ only in case, `_`, `-` and spaces. */
#ifndef ACTPLOT_ACTIVATION_SPELLING_H
#define ACTPLOT_ACTIVATION_SPELLING_H

#include <stdbool.h>

bool spelling_is_same(const char *a, const char *b);

/* The same with one of several, ended by NULL; NULL: none. */
bool spelling_is_among(const char *const *names, const char *name);

#endif
