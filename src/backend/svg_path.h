/* svg_path.h - path data for SVG: short, and free of accumulated rounding. */
#ifndef ACTPLOT_BACKEND_SVG_PATH_H
#define ACTPLOT_BACKEND_SVG_PATH_H

#include "base/geometry.h"
#include "layout/text.h"

#include <glib.h>

/* Writes relative segments between positions that are rounded to a hundredth of a
 * point each, so that errors do not add up. */
typedef struct {
    GString *out;
    gint64 x, y;             /* where the pen is, in hundredths */
    gint64 start_x, start_y; /* where close() leads back to */
    char command;            /* the last one; 0 at the start */
} SvgPath;

void svg_path_init(SvgPath *path, GString *out);
void svg_path_move(SvgPath *path, Point to);
void svg_path_line(SvgPath *path, Point to);
void svg_path_close(SvgPath *path);

/* The outlines of a line of text, its baseline beginning at 0, 0. */
void svg_path_text(SvgPath *path, const TextLine *line);

/* A coordinate or length with at most two decimals: `12.5`, `-.25`. */
void svg_append_number(GString *out, double value);

#endif
