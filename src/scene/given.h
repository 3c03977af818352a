/* given.h - curves through given points: lines, steps, points, bars. */
#ifndef ACTPLOT_SCENE_GIVEN_H
#define ACTPLOT_SCENE_GIVEN_H

#include "scene/curve.h"

#include <stdbool.h>

/* Takes the points of the curve's spec, from a file where they stand in one. */
bool given_load(Curve *curve, const Figure *figure, GError **error);
void given_release(Curve *curve);

void given_add_x_range(const Curve *curve, ScaleKind kind, Range *range);
void given_add_y_range(const Curve *curve, const Scale *x, ScaleKind kind,
                       Range *range);

/* Reads a large file over the scale that was chosen, for a frame of that width. */
bool given_reduce(Curve *curve, const Scale *x, double width, GError **error);

/* Markers on a formula at its `samples:`, evenly over the frame. */
void given_mark_samples(Curve *curve, const Frame *frame);

/* Fills in the series. */
bool given_draw(Curve *curve, const Frame *frame, GError **error);

#endif
