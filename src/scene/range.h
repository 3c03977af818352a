/* range.h - the stretch of an axis that shows the data well. */
#ifndef ACTPLOT_SCENE_RANGE_H
#define ACTPLOT_SCENE_RANGE_H

#include "scene/scale.h"

#include <glib.h>
#include <stdbool.h>

/* What an axis must hold; low > high: nothing yet. */
typedef struct {
    double low, high;
} Range;

#define RANGE_EMPTY ((Range){INFINITY, -INFINITY})

/* Widens range to hold value, unless value is not finite or, for SCALE_LOG, not
 * above 0. */
void range_add(Range *range, double value, ScaleKind kind);

/* Adds value's size to sizes (of double), unless it is 0 or not finite. */
void range_add_size(GArray *sizes, double value);

/* The scale that shows range with margin (a share of its extent) at the ends that low
 * and high (NAN: chosen) leave open. An extent of nothing is widened around its value.
 * given low > high is kept: the axis runs the other way. linear is the Scale's. */
Scale range_scale(Range range, ScaleKind kind, double linear, double low, double high,
                  double margin);

#endif
