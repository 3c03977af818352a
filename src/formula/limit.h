/* limit.h - what a function tends to, estimated from its values beside a point. */
#ifndef ACTPLOT_FORMULA_LIMIT_H
#define ACTPLOT_FORMULA_LIMIT_H

#include "formula/operation.h"

enum { LIMIT_SAMPLES = 32 };

/* The distance of a sample from the point, in units of the power of two below the
 * point's size, so that no sum of them is rounded: 1/4, halving; the last is the
 * nearest. */
double limit_distance(int sample);

/* The limit of values at these distances, each off by its noise at most: infinite
 * where they grow without end, NaN where they have none or are not defined; else
 * *bounds are twice the estimated error away. */
double limit_estimate(const double value[LIMIT_SAMPLES],
                      const double noise[LIMIT_SAMPLES], Interval *bounds);

#endif
