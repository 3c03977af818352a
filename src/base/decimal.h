/* decimal.h - decimal numbers in a stream of text, fast and correctly rounded.
 *
 * number.h reads one whole text; this reads what begins at a place of a large one.
 */
#ifndef ACTPLOT_BASE_DECIMAL_H
#define ACTPLOT_BASE_DECIMAL_H

/* At least so many bytes after a number must be readable. */
enum { DECIMAL_SLACK = 16 };

/* Reads a number such as `-1.5`, `+1e-3`, `.5` or `5.` that begins at text and ends
 * before the first byte that cannot belong to it; there must be one. The nearest
 * double, ties to even; beyond the largest one an infinity. Returns the end; NULL: no
 * number begins there. (lemire2021; the rest by g_ascii_strtod().) */
const char *decimal_read(const char *text, double *value);

#endif
