/* text_sign.h - signs of mathematics that grow with what they hold, as lines. */
#ifndef ACTPLOT_LAYOUT_TEXT_SIGN_H
#define ACTPLOT_LAYOUT_TEXT_SIGN_H

#include "layout/text_math.h"

/* A level rule; from is its left end, at half its thickness. Lengths are points. */
void sign_add_rule(MathPieces *pieces, Point from, double width, double rule);

/* A root's sign, width wide, at the baseline's place, and its rule over a length. */
void sign_add_root(MathPieces *pieces, Point place, double top, double bottom,
                   double width, double length, double rule);

/* A bracket from top above the baseline to bottom below it; returns its room. What
 * does not grow, and "", takes none. */
MathBox sign_add_fence(MathPieces *pieces, const char *sign, double top, double bottom,
                       double size, double rule);

/* What stands above a letter as wide as width: the middle of the mark's foot. */
void sign_add_accent(MathPieces *pieces, const char *mark, Point foot, double width,
                     double size, double rule);

/* Moves the pieces from those numbers on. */
void pieces_move(MathPieces *pieces, guint first_part, guint first_stroke, double dx,
                 double dy);

#endif
