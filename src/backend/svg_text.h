/* svg_text.h - a line of text as SVG. */
#ifndef ACTPLOT_BACKEND_SVG_TEXT_H
#define ACTPLOT_BACKEND_SVG_TEXT_H

#include "layout/drawing.h"

#include <glib.h>

/* Appends a text element; family is the one that the document has already set. */
void svg_append_text(GString *out, const DrawingText *text, const char *family);

/* The same as glyph outlines, which need no font; what they say is their label. */
void svg_append_outlines(GString *out, const DrawingText *text);

#endif
