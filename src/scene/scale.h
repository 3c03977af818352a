/* scale.h - from data to a share of the axis and back. */
#ifndef ACTPLOT_SCENE_SCALE_H
#define ACTPLOT_SCENE_SCALE_H

#include "spec/figure.h"

#include <stdbool.h>

/* low may be above high: the axis then runs the other way. A symmetric logarithmic axis
 * shows sign(x)*log(1 + |x|/linear): about linear within -linear .. linear, logarithmic
 * beyond (webber2012). */
typedef struct {
    ScaleKind kind;   /* SCALE_LINEAR, SCALE_LOG or SCALE_SYMLOG */
    double low, high; /* data at share 0 and 1; low != high, both > 0 for SCALE_LOG */
    double linear;    /* of SCALE_SYMLOG, above 0; else of no meaning */
} Scale;

/* 0 at low, 1 at high; NAN where value is not on the scale (log of a negative). */
static inline double scale_map(const Scale *scale, double value);
static inline double scale_invert(const Scale *scale, double share);

/* The same scale with low < high: distances on the page are the same. */
Scale scale_rising(const Scale *scale);

bool scale_equal(const Scale *a, const Scale *b);

/* Whether equal steps on the axis are other than equal steps of the data. */
static inline bool scale_is_curved(const Scale *scale);

/* Data for the whole axis at the rate that holds at value: 1 over the slope of
 * scale_map(). */
static inline double scale_rate(const Scale *scale, double value);

/* The same on scales that are curved. */
double scale_map_curved(const Scale *scale, double value);
double scale_invert_curved(const Scale *scale, double share);
double scale_rate_curved(const Scale *scale, double value);

static inline bool scale_is_curved(const Scale *scale)
{
    return scale->kind == SCALE_LOG || scale->kind == SCALE_SYMLOG;
}

static inline double scale_map(const Scale *scale, double value)
{
    return scale_is_curved(scale) ? scale_map_curved(scale, value)
                                  : (value - scale->low) / (scale->high - scale->low);
}

static inline double scale_invert(const Scale *scale, double share)
{
    /* The ends exactly, whatever rounding says. */
    if (share == 0)
        return scale->low;
    if (share == 1)
        return scale->high;
    return scale_is_curved(scale) ? scale_invert_curved(scale, share)
                                  : scale->low * (1 - share) + scale->high * share;
}

static inline double scale_rate(const Scale *scale, double value)
{
    return scale_is_curved(scale) ? scale_rate_curved(scale, value)
                                  : scale->high - scale->low;
}

#endif
