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
    SWITCH_EDGE,      /* f is undefined on a side, or has no limit there */
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
 * Guarantee. A formula's critical functions are a - b of each comparison, min and max,
 * the arguments of abs, sign, floor, log, sqrt and cbrt, the denominators and the
 * bases of powers, on the branches where these are used. Every place where one of them
 * passes or touches 0 (that of floor: a whole number) is found, to the double where it
 * is exactly 0 or to the adjacent doubles between which it changes its sign, however
 * close together such places are: by interval arithmetic, not by sampling. A change
 * of f, f' or f'' is reported when it is larger than rounding can explain.
 *
 * Undecided may remain: zeros of more than fourth order (that are not simply powers
 * and products), what lies within 1e-9 of the range beside 0/0, a function that is 0
 * but for its rounding, one with more than SWITCHES_MAX zeros, and what would take
 * longer than about a second. Then *warnings names the part of the range where
 * switches may be missing; nothing is left out without that. Zeros that rounding
 * cannot tell apart are one place. */
enum { SWITCHES_MAX = 25000 };
GArray *switches_find(const Formula *formula, double lo, double hi, Warnings *warnings);

/* The same with at most so many steps of graphs, and again of tapes: where that is too
 * little the warning comes sooner. */
GArray *switches_find_within(const Formula *formula, double lo, double hi, guint64 work,
                             Warnings *warnings);

/* The one-sided limits of value, slope, curvature at any x: side < 0 from the left,
 * side > 0 from the right, 0 (and at infinite x) the formula's own value. Branches are
 * chosen as they are just beside x; the limit of 0/0 and its like is estimated, to
 * some eight digits. Infinite at a pole, NaN where undefined or without a limit. One
 * thread at a time. */
typedef struct SidedTape SidedTape;
SidedTape *sided_tape_new(const Formula *formula);
void sided_tape_free(SidedTape *tape);
Jet sided_tape_evaluate(SidedTape *tape, double x, int side);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(SidedTape, sided_tape_free)

#endif
