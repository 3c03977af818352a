/* facts_mean.h - means over a standard normal variable, integrated piece by piece. */
#ifndef ACTPLOT_ACTIVATION_FACTS_MEAN_H
#define ACTPLOT_ACTIVATION_FACTS_MEAN_H

#include "activation/facts_line.h"

/* Beyond it the normal density is 0 to double precision. */
#define MEAN_REACH 38.0

typedef enum {
    MEAN_FOUND,
    MEAN_DIVERGES, /* the function grows too fast */
    MEAN_POLE,     /* it is not integrable at x */
    MEAN_UNSURE,   /* the quadrature did not converge */
} MeanState;

typedef struct {
    MeanState state;
    double value;
    double error; /* estimated, absolute; mostly much too large */
    double x;     /* of MEAN_POLE */
} Mean;

/* E g(z)^power, z ~ N(0, 1), power 1 or 2. The function is smooth between breaks (of
 * double, in order), where it may be singular. Its places of interest are where much
 * may happen in little space: extrema, inflections. */
Mean mean_normal(Line *line, int power, const GArray *breaks, const GArray *interest);

/* The share of normal z in lo .. hi. */
double normal_share(double lo, double hi);

#endif
