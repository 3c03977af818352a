/* sameness.h - whether two formulas are one function. */
#ifndef ACTPLOT_ACTIVATION_SAMENESS_H
#define ACTPLOT_ACTIVATION_SAMENESS_H

#include "formula/formula.h"

#include <glib.h>
#include <stdbool.h>

typedef enum {
    SAME_FORMULA, /* they simplify to the same operations */
    SAME_VALUES,  /* at no point did they differ by more than rounding explains */
    SAME_NOT,
} SameKind;

typedef struct {
    SameKind kind;
    int points;            /* that were compared */
    double worst, worst_x; /* the largest difference as computed, and where */
    /* Where they first differ, going out from 0, and both values there. Of SAME_NOT. */
    double x, first, second;
    /* Equal values, but at a switch point another slope is taken. */
    bool slopes_differ;
    double slope_x, first_slope, second_slope;
} Sameness;

/* Compares at points of all sizes on both sides of 0, evenly within -20 .. 20, at and
 * beside each switch point of both, and at infinity. At each point both values are
 * enclosed with their rounding: enclosures that do not meet prove a difference. Both
 * texts must be formulas of that scope. */
Sameness sameness_of(const char *first, const char *second, const Scope *scope);

/* How far apart two formulas are over lo .. hi, at evenly spaced points: the largest
 * difference and the root of the mean square. Infinite where one of them is undefined
 * and the other is not. */
typedef struct {
    double most, root_mean_square;
} Distance;
Distance distance_between(const Formula *first, const Formula *second, double lo,
                          double hi);

#endif
