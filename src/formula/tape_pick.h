/* tape_pick.h - choices that depend on where x lies between two constants.
 *
 * `x <= -3 ? 0 : x >= 3 ? x : x*(x + 3)/6` is one pass, whatever its comparisons and
 * their nesting: which of three nodes, by the stretch of x.
 */
#ifndef ACTPLOT_FORMULA_TAPE_PICK_H
#define ACTPLOT_FORMULA_TAPE_PICK_H

#include "formula/tape_fuse.h"

/* The work of a select() whose condition knows x and constants only, and at most two
 * different ones; choices in its branches go along as far as they fit. Or of min() and
 * max() of x and one or two constants. What it gives at NaN is of no meaning: a tape
 * mends that. */
bool pick_work(const Node *node, Work *work);

#endif
