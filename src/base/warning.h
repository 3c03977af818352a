/* warning.h - warnings gathered on the way, each said once. */
#ifndef ACTPLOT_BASE_WARNING_H
#define ACTPLOT_BASE_WARNING_H

#include <glib.h>
#include <stdbool.h>

/* A set of texts in the order they came. Passed down to whoever may have to warn;
 * only cli/ prints it. NULL is allowed everywhere and swallows. */
typedef struct Warnings Warnings;

Warnings *warnings_new(void);
void warnings_free(Warnings *warnings);
void warnings_add(Warnings *warnings, const char *format, ...) G_GNUC_PRINTF(2, 3);
bool warnings_has(const Warnings *warnings, const char *text);
unsigned warnings_count(const Warnings *warnings);
const char *warnings_get(const Warnings *warnings, unsigned index); /* borrowed */

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Warnings, warnings_free)

#endif
