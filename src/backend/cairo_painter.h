/* cairo_painter.h - a Drawing on a cairo context, for every format that cairo knows. */
#ifndef ACTPLOT_BACKEND_CAIRO_PAINTER_H
#define ACTPLOT_BACKEND_CAIRO_PAINTER_H

#include "layout/drawing.h"

#include <cairo.h>

/* Paints background and items; one unit of cr's space becomes one point. pixels_per_pt
 * is how many device pixels a point has: straight rules, frames and fills are moved to
 * whole pixels so that they stay crisp; 0 for a device without pixels. Faults stay
 * in cr's status. */
void cairo_painter_paint(cairo_t *cr, const Drawing *drawing, double pixels_per_pt);

/* The same for a device without pixels that knows no opacity: colours are mixed with
 * the page's or panel's below them. */
void cairo_painter_paint_opaque(cairo_t *cr, const Drawing *drawing);

/* Makes a surface for vectors write fonts and pages. */
void cairo_painter_finish(cairo_surface_t *surface);

#endif
