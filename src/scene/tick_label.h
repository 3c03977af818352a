/* tick_label.h - numbers as a figure shows them: real minus signs, real powers. */
#ifndef ACTPLOT_SCENE_TICK_LABEL_H
#define ACTPLOT_SCENE_TICK_LABEL_H

#include <glib.h>

#define MINUS_SIGN "\xE2\x88\x92" /* U+2212 */

/* Appends value with that many decimals (0 .. 15). */
void tick_label_fixed(GString *out, double value, int decimals);

/* Appends whole times 10 to that power: `2×10⁻⁵`, `10³`; whole has as many digits as
 * it needs, at most the given number (1 .. 17). */
void tick_label_power(GString *out, double whole, int exponent, int digits);

/* Appends numerator/denominator times pi, reduced: `−π/2`, `0`, `3π`. */
void tick_label_pi(GString *out, long numerator, long denominator);

/* The label for a number that stands alone, as in `α=0.25`: at most 6 digits. The
 * caller's. */
char *tick_label_number(double value);

/* Decimals that value needs to be exact to 6 significant digits of unit. */
int tick_label_decimals(double value, double unit);

#endif
