/* distribution.h - how f(z) is distributed for a normal z, exactly.
 *
 * The line is cut where f rises no more, or falls no more (facts_profile.h); on each
 * part f is inverted, so that the probability of a stretch of values is a sum of
 * normal probabilities of stretches of z. Where f is constant, a single value has a
 * probability of its own: an atom.
 */
#ifndef ACTPLOT_NETWORK_DISTRIBUTION_H
#define ACTPLOT_NETWORK_DISTRIBUTION_H

#include "formula/formula.h"

#include <glib.h>
#include <stdbool.h>

typedef struct Distribution Distribution;

/* A value that f takes with this probability. */
typedef struct {
    double value, probability;
} Atom;

/* Of f(z), z ~ N(mean, deviation^2), deviation > 0. NULL: f is not defined for all z,
 * or its course is not known where z is likely; error says so, without a place. */
Distribution *distribution_new(const Formula *formula, double mean, double deviation,
                               GError **error);
void distribution_free(Distribution *distribution);

/* P(low <= f(z) < high) without atoms: what has a density. One thread at a time. */
double distribution_spread(const Distribution *distribution, double low, double high);

/* The same of all stretches between neighbours of count rising edges: count - 1
 * numbers. It takes count times distribution_parts() inversions, each about a
 * microsecond. */
void distribution_spreads(const Distribution *distribution, const double *edges,
                          unsigned count, double *spreads);
unsigned distribution_parts(const Distribution *distribution);

/* Of Atom, by value. */
const GArray *distribution_atoms(const Distribution *distribution);

/* P(low <= f(z) < high), or f(z) = high too. */
double distribution_probability(const Distribution *distribution, double low,
                                double high, bool closed);

/* The least and greatest value that f comes near to; may be infinite. */
void distribution_support(const Distribution *distribution, double *least,
                          double *greatest);

/* A value with P(f(z) < value) <= probability <= P(f(z) <= value), 0 < p < 1. */
double distribution_quantile(const Distribution *distribution, double probability);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Distribution, distribution_free)

#endif
