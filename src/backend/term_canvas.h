/* term_canvas.h - a page of characters: text, and dots of Braille for lines. */
#ifndef ACTPLOT_BACKEND_TERM_CANVAS_H
#define ACTPLOT_BACKEND_TERM_CANVAS_H

#include "base/color.h"

#include <glib.h>
#include <stdbool.h>

enum { TERM_DOTS_X = 2, TERM_DOTS_Y = 4 }; /* of a character */

typedef struct TermCanvas TermCanvas;

TermCanvas *term_canvas_new(int columns, int rows);
void term_canvas_free(TermCanvas *canvas);

/* Writes plain text from a place on, what lies beyond the page left out. color NULL:
 * the terminal's own. Returns its width in columns. */
int term_canvas_text(TermCanvas *canvas, int column, int row, const char *text,
                     const Color *color, bool bold);
int term_text_width(const char *text);

/* One character, unless a text stands there. */
void term_canvas_sign(TermCanvas *canvas, int column, int row, gunichar sign,
                      const Color *color);

/* The ground of a character. */
void term_canvas_fill(TermCanvas *canvas, int column, int row, Color color);

/* A line between two places in dots, from the page's top left; sign 0: in Braille, else
 * that character in every place that it passes. */
void term_canvas_line(TermCanvas *canvas, int x0, int y0, int x1, int y1, gunichar sign,
                      const Color *color);

/* Appends the page, row by row; colors 0: none, 256, or more for all. */
void term_canvas_print(const TermCanvas *canvas, int colors, GString *out);

#endif
