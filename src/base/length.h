/* length.h - lengths on the page, kept in points (1/72 inch). */
#ifndef ACTPLOT_BASE_LENGTH_H
#define ACTPLOT_BASE_LENGTH_H

#include <glib.h>
#include <stdbool.h>

#define POINTS_PER_INCH 72.0

/* Reads `10 in`, `8.5cm`, `24 pt`, `1000 px`, `12 mm`; pixels are at dpi dots an
 * inch. A bare number is refused with a hint. Any sign; finite. */
bool length_parse(const char *text, double dpi, double *points, GError **error);

#endif
