/* color.h - colours: sRGB components with opacity, and their names. */
#ifndef ACTPLOT_BASE_COLOR_H
#define ACTPLOT_BASE_COLOR_H

#include <glib.h>
#include <stdbool.h>

/* Each component in 0 .. 1, sRGB encoded, not premultiplied. */
typedef struct {
    double red, green, blue, alpha;
} Color;

/* Reads `#rgb`, `#rrggbb`, `#rrggbbaa` or a CSS colour name (CSS Color 4, where
 * `green` is #008000). On failure *color is untouched and error says what was
 * expected, with a near name. */
bool color_parse(const char *text, Color *color, GError **error);

/* Formats as `#rrggbb`, opacity left out. buffer holds 8 bytes; returns buffer. */
const char *color_format(Color color, char buffer[8]);

bool color_equal(Color a, Color b);

/* WCAG 2's relative luminance, 0 (black) .. 1, and contrast, 1 .. 21; opacity is left
 * out of account. */
double color_luminance(Color color);
double color_contrast(Color a, Color b);

/* Mixes in sRGB: share 0 is a, share 1 is b. */
Color color_mix(Color a, Color b, double share);

#endif
