/* text_math.h - mathematics set in boxes: Pango's runs, and rules between them. */
#ifndef ACTPLOT_LAYOUT_TEXT_MATH_H
#define ACTPLOT_LAYOUT_TEXT_MATH_H

#include "formula/math.h"
#include "layout/text.h"

#include <glib.h>

/* The room that a formula takes right of, above and below its origin, in points. */
typedef struct {
    double width, ascent, descent;
    double lean; /* how much of the width a slanted letter's top takes */
} MathBox;

/* Where the pieces go: positions are from the origin, y down. */
typedef struct {
    GArray *parts;   /* of TextPart */
    GArray *strokes; /* of TextStroke */
} MathPieces;

/* Sets a formula into the row of other text; its pieces are added. */
MathBox text_math_set(TextContext *context, const Math *math, double size_pt, bool bold,
                      MathPieces *pieces);

#endif
