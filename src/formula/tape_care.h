/* tape_care.h - points of a block that are computed again with care. */
#ifndef ACTPLOT_FORMULA_TAPE_CARE_H
#define ACTPLOT_FORMULA_TAPE_CARE_H

#include "formula/tape_inside.h"

/* What is noted of a block under way; all 0 at its begin. Which points are noted
 * depends on each alone, not on its neighbours. */
typedef struct {
    bool any;
    uint8_t roots[BLOCK_MOST]; /* by point: bit k is that root's, for what is watched */
    uint8_t extremes[BLOCK_MOST]; /* the same for results */
} Care;

/* After a step that is watched, with its arguments and its result; x: the points. */
void care_note(Care *care, const Step *step, size_t n, const double *const argument[],
               const double *result, const double *x);

/* After the last step: notes the points of root k whose result is subnormal, or nearly,
 * or not finite; then what is noted of them is computed again. row is the caller's. */
void care_note_result(Care *care, int k, size_t n, const double *row, const double *x);
void care_mend(const Care *care, const Tape *tape, size_t n, const double *x, double y,
               double *const rows[]);

#endif
