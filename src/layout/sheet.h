/* sheet.h - words on a page that is not a figure: texts set into columns.
 *
 * Lengths are points, y runs down, colours are the caller's.
 */
#ifndef ACTPLOT_LAYOUT_SHEET_H
#define ACTPLOT_LAYOUT_SHEET_H

#include "layout/drawing.h"

#include <glib.h>

typedef struct {
    double size_pt;
    double pitch_pt; /* from line to line */
    bool bold;
    Color color;
} SheetStyle;

/* What goes onto one drawing. */
typedef struct {
    Drawing *drawing;
    TextContext *text;
} Sheet;

/* Sets markup into a column of that width whose top left corner is given; it is broken
 * at spaces outside of tags, and lines after the first stand hang_pt to the right. A
 * word too wide is cut with an ellipsis. Returns the height, a whole number of
 * pitches; 0 for an empty text. */
double sheet_add_text(const Sheet *sheet, const char *markup, const SheetStyle *style,
                      Point corner, double width_pt, double hang_pt);

/* The width of a text on one line. */
double sheet_text_width(const Sheet *sheet, const char *markup,
                        const SheetStyle *style);

/* A level rule. */
void sheet_add_rule(const Sheet *sheet, Point from, double width_pt, double rule_pt,
                    Color color);

/* A text with formulas on one line, its ink's top left corner there; returns the room
 * that it takes, no less than a line of words. */
Rect sheet_add_formula(const Sheet *sheet, const char *markup, const SheetStyle *style,
                       Point corner);
Rect sheet_formula_room(const Sheet *sheet, const char *markup,
                        const SheetStyle *style);

#endif
