/* number.h - numbers as text, the same in every locale. */
#ifndef ACTPLOT_BASE_NUMBER_H
#define ACTPLOT_BASE_NUMBER_H

#include <glib.h>
#include <stdbool.h>

#define NUMBER_SIZE 32 /* bytes that hold any formatted double with its NUL */

/* Reads the whole text as a decimal number (`-1.5`, `1e-3`, `.5`), `inf`, `-inf`
 * or `nan`; spaces around it are allowed, anything else is not. A number too large
 * for a double fails; one too small becomes the nearest double, perhaps 0. */
bool number_parse(const char *text, double *value);

/* The same for a whole number within minimum .. maximum. */
bool number_parse_int(const char *text, int minimum, int maximum, int *value);

/* The shortest decimal text that reads back as the same double: `0.1`, `1e-300`,
 * `inf`, `nan`, `-0`. Returns buffer. */
const char *number_format(double value, char buffer[NUMBER_SIZE]);

/* At most digits significant digits (1 .. 17), trailing zeros dropped (`%g`). */
const char *number_format_digits(double value, int digits, char buffer[NUMBER_SIZE]);

/* As C's conversion f, e or g says, with that precision (0 .. 330); the caller's. */
char *number_format_conversion(double value, char conversion, int precision);

/* Fixed number of decimals (0 .. 15) without "-0.00": used for coordinates. Trailing
 * zeros and a trailing point are dropped. */
const char *number_format_fixed(double value, int decimals, char buffer[NUMBER_SIZE]);

#endif
