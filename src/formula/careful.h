/* careful.h - single points in longer numbers, where doubles lose too much.
 *
 * A tape is quick and nearly always within its few units in the last place. It is not
 * where a sum cancels, where a part is subnormal or overflows although the result does
 * neither, or where a saturated slope meets an infinite one (0 * infinity). Such points
 * are found while the tape runs and computed again here, in `long double` (x86: 11 bits
 * more, exponents to 16383; elsewhere maybe more or nothing).
 */
#ifndef ACTPLOT_FORMULA_CAREFUL_H
#define ACTPLOT_FORMULA_CAREFUL_H

#include "formula/node.h"

#include <stdint.h>

typedef struct Careful Careful;

enum { CAREFUL_ROOTS = 8 }; /* more than so many share the last bit of a mask */

/* The bit of root k. */
static inline uint8_t careful_root_bit(int k)
{
    return (uint8_t)(1u << (k < CAREFUL_ROOTS ? k : CAREFUL_ROOTS - 1));
}

/* For a graph's roots. NULL: no point of it needs care (no sum can cancel, no product
 * can overflow: a polynomial by pieces, one kernel), or it is too large. */
Careful *careful_new(NodePool *pool, const Node *const *roots, int count);
void careful_free(Careful *careful);

/* The same for any graph that is not too large. */
Careful *careful_new_any(NodePool *pool, const Node *const *roots, int count);

/* Where to look while the tape runs: bit k stands for root k. All are 0 for a node that
 * is not of the graph. */
typedef struct {
    uint8_t roots; /* those that depend on it; 0: it is not watched */
    double sum;    /* points are to be noted where the sum is smaller than so much of
                      a part; 0: nowhere */
    const double *zones; /* pairs of `scale` times the argument between which points are
                            to be noted; ended by NaN; NULL: none */
    double scale;
} CarefulWatch;
CarefulWatch careful_watch(const Careful *careful, const Node *node);

/* Counts what is watched, and its parts, as read once more each, by index of the node:
 * what has several readers has a row of its own. */
void careful_keep(const Careful *careful, unsigned readers[]);

/* The roots that are to be looked at when they are subnormal or not finite. */
uint8_t careful_roots(const Careful *careful);

/* All roots at one point; results[k] is NaN where there is none. Returns the roots
 * whose value has to do with something that is watched and to be noted here: a branch
 * that is not taken does not count. Thread-safe. */
uint8_t careful_evaluate(const Careful *careful, double x, double y, double results[]);

#endif
