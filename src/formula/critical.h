/* critical.h - the zeros of all critical nodes of a formula: where it may switch. */
#ifndef ACTPLOT_FORMULA_CRITICAL_H
#define ACTPLOT_FORMULA_CRITICAL_H

#include "formula/node.h"
#include "formula/roots.h"

#include <glib.h>

/* The searches for the zeros of a graph's critical nodes, those inside others first:
 * their zeros part the range into stretches on which the outer ones keep to one
 * branch. A critical node is searched by its factors (of x^2*exp(x) only x), and
 * equal ones once. */
typedef struct {
    NodePool *pool;
    double lo, hi;
    unsigned limit;         /* of the zeros of each */
    guint64 work;           /* steps of graphs that may still be run */
    GPtrArray *searches;    /* owns RootSearch */
    GHashTable *found[2];   /* Node to RootSearch: of zeros, of steps */
    GHashTable *operations; /* Node to GPtrArray of RootSearch */
} CriticalSet;

/* All critical nodes of root's graph over lo .. hi (finite, lo < hi). */
CriticalSet *critical_set_new(NodePool *pool, const Node *root, double lo, double hi,
                              unsigned limit);
void critical_set_free(CriticalSet *set);

/* The zeros of root itself. Belongs to the set. */
const RootSearch *critical_set_zeros(CriticalSet *set, const Node *root);

/* The part of the range in which something could not be decided; false: none. */
bool critical_set_doubt(const CriticalSet *set, Interval *part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CriticalSet, critical_set_free)

#endif
