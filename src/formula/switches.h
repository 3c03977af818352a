/* switches.h - where a formula changes branch, jumps, ends or has a pole.
 *
 * Found by interval arithmetic, not by sampling: see the guarantee at
 * switches_find().
 */
#ifndef ACTPLOT_FORMULA_SWITCHES_H
#define ACTPLOT_FORMULA_SWITCHES_H

#include "base/warning.h"
#include "formula/formula.h"
#include "formula/tape.h"

#include <glib.h>
#include <stdbool.h>

typedef enum {
    SWITCH_SMOOTH,    /* a branch changes, but f, f' and f'' do not jump */
    SWITCH_CURVATURE, /* f'' jumps */
    SWITCH_KINK,      /* f' jumps */
    SWITCH_JUMP,      /* f jumps, or its value is neither limit */
    SWITCH_POLE,      /* f is unbounded on a side */
    SWITCH_EDGE,      /* f is undefined on a side */
} SwitchKind;

/* Value, slope and curvature. */
typedef struct {
    double f, df, d2f;
} Jet;

typedef struct {
    double x; /* the double nearest to the point */
    SwitchKind kind;
    double x_left,
        x_right; /* adjacent doubles (or x itself) from which left, right are taken */
    Jet left, right; /* one-sided limits; NaN where undefined, infinite at a pole */
    Jet at;          /* what the formula takes at x */
} Switch;

const char *switch_kind_name(SwitchKind kind); /* `kink` */

/* All switches of formula in lo .. hi (both finite, lo < hi; the ends count), in
 * order of x, one for each place. Array of Switch; the caller's (g_array_unref).
 *
 * Guarantee: every place where a comparison, abs, sign, min, max, floor, pole or edge
 * changes its state with a critical function that is evaluated to a different sign
 * on both sides is found, to adjacent doubles, unless two of one critical function
 * lie closer than about 1e-9 of the range or there are more than
 * SWITCHES_MAX; then *warnings says in what part of the range some may be missing. */
enum { SWITCHES_MAX = 20000 };
GArray *switches_find(const Formula *formula, double lo, double hi, Warnings *warnings);

/* The one-sided limits of value, slope, curvature at any x: side < 0 from the left,
 * side > 0 from the right, 0 the formula's own value. Branches are chosen as they
 * are just beside x. */
typedef struct SidedTape SidedTape;
SidedTape *sided_tape_new(const Formula *formula);
void sided_tape_free(SidedTape *tape);
Jet sided_tape_evaluate(SidedTape *tape, double x, int side);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(SidedTape, sided_tape_free)

#endif
