/* roots.h - all zeros of a node in a range, by interval arithmetic.
 *
 * Where an enclosure of g holds no zero there is none. Where one of the first four
 * derivatives has no zero, g is cut into monotone pieces (Rolle), each with one zero
 * at most, which is bisected to adjacent doubles. Else the interval is split.
 */
#ifndef ACTPLOT_FORMULA_ROOTS_H
#define ACTPLOT_FORMULA_ROOTS_H

#include "base/warning.h"
#include "formula/formula.h"
#include "formula/graph.h"

#include <glib.h>
#include <stdbool.h>

typedef struct {
    double x;             /* where g is exactly 0; else of left and right the better */
    double left, right;   /* both x where g is exactly 0; else the adjacent doubles
                             between which it changes sign */
    double before, after; /* the nearest doubles where g is not 0 as computed: g may
                             be 0 on many */
    bool exact;
} Root;

enum { ROOT_ORDERS = 5 }; /* g itself and its first four derivatives */

/* The search for the zeros of one node, and what it found. */
typedef struct {
    NodePool *pool;
    const Node *node[ROOT_ORDERS]; /* NULL: not derived yet */
    Graph *graph[ROOT_ORDERS];     /* the same */
    bool steps;                    /* where g passes any whole number, not only 0 */
    double lo, hi;
    double finest;      /* no interval narrower than two of it is split */
    double middle;      /* where the branches are held at present; NAN: nowhere */
    GArray *roots;      /* of Root, in order of x */
    GArray *gaps;       /* of Interval, in order: what could not be decided */
    unsigned undecided; /* intervals left so, being too narrow to split */
    unsigned limit;     /* of the number of roots */
    guint64 *work;      /* steps of graphs that may still be run; shared */
} RootSearch;

/* work must outlive the search. */
RootSearch *root_search_new(NodePool *pool, const Node *node, bool steps, double lo,
                            double hi, unsigned limit, guint64 *work);
void root_search_free(RootSearch *search);

/* Looks at lo .. hi of the range, where no branch of g changes. Stretches come from
 * left to right. */
void root_search_stretch(RootSearch *search, double lo, double hi);

/* Whether g may have a zero anywhere in the range. */
bool root_search_possible(RootSearch *search);

/* Whether g at x cannot be told from 0 (or from a whole number). */
bool root_search_holds(RootSearch *search, double x);

/* All zeros of formula in lo .. hi (finite, lo < hi; the ends count): where it changes
 * its sign through 0 and where it touches 0; not where it jumps over 0, nor the inside
 * of a stretch where it is 0 throughout. Array of Root, in order; the caller's. The
 * guarantee is that of switches_find(). */
GArray *roots_find(const Formula *formula, double lo, double hi, Warnings *warnings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(RootSearch, root_search_free)

#endif
