/* landmark.h - the points of a function that figures point out. */
#ifndef ACTPLOT_SCENE_LANDMARK_H
#define ACTPLOT_SCENE_LANDMARK_H

#include "base/warning.h"
#include "formula/formula.h"
#include "spec/annotation.h"

#include <glib.h>

/* The points (x, f(x)) of formula within low .. high (finite, low < high) that what
 * names: array of Point, rising in x; the caller's. They are zeros of the function, of
 * its derivatives and of f(x) - x, and switch points, found as roots_find() and
 * switches_find() find them. Extrema lie inside of the range, where the slope changes
 * its sign; flat stretches have none. MARK_X and MARK_POINT have none. */
GArray *landmark_find(const Formula *formula, MarkKind what, double low, double high,
                      Warnings *warnings);

#endif
