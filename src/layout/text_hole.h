/* text_hole.h - formulas in a line of text: shapes in its layout, then its parts. */
#ifndef ACTPLOT_LAYOUT_TEXT_HOLE_H
#define ACTPLOT_LAYOUT_TEXT_HOLE_H

#include "layout/text_math.h"

#include <pango/pango.h>

typedef struct {
    MathBox box;
    MathPieces pieces; /* from the formula's own origin until it is placed */
    bool placed;
} TextHole;

/* Sets the formulas for the holes (markup.h) in text, and makes shapes of their size
 * in attributes, whose data is the formula's number. Of TextHole; the caller's. */
GArray *text_holes_new(TextContext *context, const GPtrArray *formulas,
                       const char *text, PangoAttrList *attributes, double scale,
                       bool bold);

/* The hole begins x right of the line's start. */
void text_hole_place(TextHole *hole, double x);

/* What was placed becomes the line's. */
void text_holes_take(GArray *holes, TextLine *line);

/* The text with formulas on one line; the caller's. */
char *text_holes_plain(const char *text, const GPtrArray *formulas);

#endif
