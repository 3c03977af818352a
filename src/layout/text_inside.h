/* text_inside.h - what the files that make lines of text share. */
#ifndef ACTPLOT_LAYOUT_TEXT_INSIDE_H
#define ACTPLOT_LAYOUT_TEXT_INSIDE_H

#include "layout/text.h"
#include "layout/text_lines.h"

#include <pango/pango.h>

/* Every line is shaped at this size and scaled: finding and loading a font costs 1 to
 * 2 ms for each size, and a figure has five. Without hinting the result is the same. */
#define TEXT_SHAPE_SIZE 16.0

struct TextContext {
    PangoContext *pango;
    PangoFontDescription *font;
    TextLines *lines;
    Warnings *warnings;
    double axis_em; /* height of a plus sign's middle in that font; 0: not measured */
};

/* Pango's units in a layout that is painted so many times larger, as points. */
static inline double text_points(int pango_units, double scale)
{
    return scale * pango_units / PANGO_SCALE;
}

typedef struct {
    bool bold, italic;
} TextLook;

/* A text of one line in the context's font; the caller's. attributes may be NULL. */
PangoLayout *text_shape(TextContext *context, const char *text,
                        PangoAttrList *attributes, TextLook look);

/* The middle of signs above the baseline, where bars of fractions stand, in points. */
double text_axis_height(TextContext *context, double size_pt);

#endif
