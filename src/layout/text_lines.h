/* text_lines.h - lines of text that a context has made, to be shown again. */
#ifndef ACTPLOT_LAYOUT_TEXT_LINES_H
#define ACTPLOT_LAYOUT_TEXT_LINES_H

#include "layout/text.h"

/* Lines of one font by markup, size and weight. Forgets all when there are many. */
typedef struct TextLines TextLines;
TextLines *text_lines_new(void);
void text_lines_free(TextLines *lines);

/* Forgets all: another font. */
void text_lines_clear(TextLines *lines);

/* A reference of the caller's; NULL: there is none. */
TextLine *text_lines_find(TextLines *lines, const char *markup, double size_pt,
                          bool bold);

/* Keeps a reference of its own; a long line is let go. */
void text_lines_keep(TextLines *lines, const char *markup, double size_pt, bool bold,
                     TextLine *line);

#endif
