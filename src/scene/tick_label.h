/* tick_label.h - numbers as a figure shows them: real minus signs, real powers. */
#ifndef ACTPLOT_SCENE_TICK_LABEL_H
#define ACTPLOT_SCENE_TICK_LABEL_H

#include <glib.h>

#define MINUS_SIGN "\xE2\x88\x92" /* U+2212 */

/* Appends value with that many decimals (0 .. 15). */
void tick_label_fixed(GString *out, double value, int decimals);

/* Appends an ASCII number with a true minus sign. */
void tick_label_signed(GString *out, const char *number);

/* Appends an ASCII mantissa times 10 to that power, a mantissa of 1 left out. */
void tick_label_times_power(GString *out, const char *mantissa, int exponent);

/* Appends value as a mantissa times a power of ten, `1.5×10³`, with that many decimals;
 * -1: as few as value needs, of at most digits (1 .. 17) in all. 0 is `0`. */
void tick_label_scientific(GString *out, double value, int decimals, int digits);

/* Appends whole times 10 to that power: `2×10⁻⁵`, `10³`; whole has as many digits as
 * it needs, at most the given number (1 .. 17). */
void tick_label_power(GString *out, double whole, int exponent, int digits);

/* Appends numerator/denominator times pi, reduced: `−π/2`, `0`, `3π`. */
void tick_label_pi(GString *out, long numerator, long denominator);

/* The label for a number that stands alone, as in `α=0.25`: at most 6 digits, or that
 * many (1 .. 17). The caller's. */
char *tick_label_number(double value);
char *tick_label_number_digits(double value, int digits);

/* Decimals that value needs to be exact to 6 significant digits of unit. */
int tick_label_decimals(double value, double unit);

#endif
