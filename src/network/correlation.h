/* correlation.h - how alike two signals stay from layer to layer, by theory.
 *
 * Two inputs of a layer whose pre-activations are normal, of variance q and correlation
 * c, come out with the correlation that E f(u) f(v) gives [poole2016]. In Hermite's
 * polynomials that mean is a power series in c with coefficients that are not negative
 * (mehler1866), each an integral over one variable. The series is cut; what is left
 * out is known at c = 1, where the sum is E f(u)^2, and so is its slope.
 */
#ifndef ACTPLOT_NETWORK_CORRELATION_H
#define ACTPLOT_NETWORK_CORRELATION_H

#include "network/mean_field.h"

enum { CORRELATION_TERMS = 128 };

/* E f(u) f(v)/E f(u)^2 as a function of c. */
typedef struct {
    double term[CORRELATION_TERMS]; /* of c^0, c^1, ... */
    double rest;                    /* of all further terms, at c = 1 */
    double slope;                   /* of the whole at c = 1; infinite where f jumps */
} Correlation;

/* At that variance, about a millisecond. All NaN where E f^2 is 0 or not known. */
Correlation correlation_at(const MeanField *field, double q);

/* 0 <= c <= 1; within 2e-5 of the truth, for c < 0.95 within 1e-6. */
double correlation_kernel(const Correlation *correlation, double c);

/* The correlation after a layer that one of q variance q comes to. */
double correlation_after(const Correlation *correlation, const MeanField *field,
                         MeanFieldLayer layer, double q, double c);

/* Correlations at any variance, by interpolation of few. One thread at a time. */
typedef struct CorrelationTable CorrelationTable;
CorrelationTable *correlation_table_new(const MeanField *field); /* borrows it */
void correlation_table_free(CorrelationTable *table);

/* Where the correlation of two different signals of variance q goes as they pass layer
 * after layer: 1, they become the same, or less. NaN: not known. */
double correlation_table_limit(CorrelationTable *table, MeanFieldLayer layer, double q);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(CorrelationTable, correlation_table_free)

#endif
