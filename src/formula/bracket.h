/* bracket.h - the one zero of a monotone stretch, to the last bit. */
#ifndef ACTPLOT_FORMULA_BRACKET_H
#define ACTPLOT_FORMULA_BRACKET_H

#include "formula/graph.h"
#include "formula/roots.h"

/* a < b, and g - target at them: of opposite signs, not 0, maybe infinite. */
typedef struct {
    double a, b;
    double at_a, at_b;
} Bracket;

/* Where the graph's first root, with what it holds, passes target. */
Root bracket_solve(Graph *graph, double target, Bracket bracket);

/* The zero at z, where the graph is exactly target, with the doubles about it within
 * a .. b where it is, too. Of those, x is the one with the shortest decimal text:
 * that is what was meant. */
Root bracket_zero(Graph *graph, double target, double z, double a, double b);

#endif
