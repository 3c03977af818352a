/* sided.h - one-sided limits with their bounds; what switches.c compares. */
#ifndef ACTPLOT_FORMULA_SIDED_H
#define ACTPLOT_FORMULA_SIDED_H

#include "formula/operation.h"
#include "formula/switches.h"

enum { SIDED_ORDERS = 3 }; /* value, slope, curvature */

/* A limit, and between which bounds rounding (or the estimate) leaves it. The bounds
 * mean nothing where the limit is infinite or NaN. */
typedef struct {
    double limit[SIDED_ORDERS];
    Interval bounds[SIDED_ORDERS];
    bool defined; /* there are values beside x, whether they have a limit or not */
} SidedLimit;

/* The limit at x from that side (not 0). The true place of a switch may be anywhere
 * within about, which holds x. */
SidedLimit sided_tape_limit(SidedTape *tape, double x, int side, Interval about);

/* How many steps of graphs have been run so far, to keep that within bounds. */
guint64 sided_tape_work(const SidedTape *tape);

#endif
