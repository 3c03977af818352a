/* band.h - areas between two lines, and those about formulas. */
#ifndef ACTPLOT_SCENE_BAND_H
#define ACTPLOT_SCENE_BAND_H

#include "scene/curve.h"

#include <stdbool.h>

/* Reads the two formulas of the curve's spec. */
bool formula_band_load(Curve *curve, const Figure *figure, const Binding *bindings,
                       GError **error);
void formula_band_release(Curve *curve);

/* Takes their values over x, as the curve's lows and highs. */
void formula_band_sample(Curve *curve, const Scale *x);

/* Fills in the series' bands, of formulas with as few points as the page needs. */
void curve_draw_bands(Curve *curve, const Frame *frame);

/* Widens range by the bounds over x. */
void curve_add_band_range(const Curve *curve, const Scale *x, ScaleKind kind,
                          Range *range);

#endif
