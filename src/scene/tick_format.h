/* tick_format.h - numbers written as a pattern asks. */
#ifndef ACTPLOT_SCENE_TICK_FORMAT_H
#define ACTPLOT_SCENE_TICK_FORMAT_H

#include "base/number_pattern.h"

#include <glib.h>

/* Appends value. digits is how many significant ones (1 .. 17) a number gets where the
 * pattern leaves them open. */
void tick_format_append(GString *out, const NumberPattern *pattern, double value,
                        int digits);

/* The fewest digits for tick_format_append() that write each of the values (of double)
 * as it is, to a millionth of the least distance between two of them. */
int tick_format_digits(const GArray *values);

#endif
