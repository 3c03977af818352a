/* svg_attribute.h - attributes that several SVG elements have; each begins with a
 * space. */
#ifndef ACTPLOT_BACKEND_SVG_ATTRIBUTE_H
#define ACTPLOT_BACKEND_SVG_ATTRIBUTE_H

#include "base/color.h"

#include <glib.h>

/* ` name="12.5"` */
void svg_append_length(GString *out, const char *name, double value);

/* ` fill="#rrggbb"` for the name `fill`, with ` fill-opacity` where it is needed. */
void svg_append_paint(GString *out, const char *name, Color color);

/* The family as CSS wants it: quoted, and with what to take where it is missing. */
void svg_append_family(GString *out, const char *family);

#endif
