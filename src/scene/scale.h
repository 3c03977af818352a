/* scale.h - from data to a share of the axis and back. */
#ifndef ACTPLOT_SCENE_SCALE_H
#define ACTPLOT_SCENE_SCALE_H

#include "spec/figure.h"

#include <stdbool.h>

/* low may be above high: the axis then runs the other way. */
typedef struct {
    ScaleKind kind;   /* SCALE_LINEAR or SCALE_LOG */
    double low, high; /* data at share 0 and 1; low != high, both > 0 for SCALE_LOG */
} Scale;

/* 0 at low, 1 at high; NAN where value is not on the scale (log of a negative). */
static inline double scale_map(const Scale *scale, double value);
double scale_invert(const Scale *scale, double share);

/* The same scale with low < high: distances on the page are the same. */
Scale scale_rising(const Scale *scale);

/* scale_map() on logarithmic scales. */
double scale_map_log(const Scale *scale, double value);

static inline double scale_map(const Scale *scale, double value)
{
    return scale->kind == SCALE_LOG ? scale_map_log(scale, value)
                                    : (value - scale->low) / (scale->high - scale->low);
}

#endif
