/* axis.h - what an axis asks for, settled: its kind, its linear part, its ticks. */
#ifndef ACTPLOT_SCENE_AXIS_H
#define ACTPLOT_SCENE_AXIS_H

#include "base/warning.h"
#include "scene/scene.h"

#include <glib.h>
#include <stdbool.h>

ScaleKind axis_kind(const AxisSpec *spec);

/* The linear part of a symmetric logarithmic axis, for Scale: the one asked for; else a
 * power of ten that has about a twentieth of the sizes (of double, none 0; they get
 * sorted) within it; without sizes three decades below the larger given end. 1 for
 * other axes. */
double axis_linear(const AxisSpec *spec, GArray *sizes);

/* Sets the axis' ticks, as its spec wishes, for an axis of about that length, and
 * whether it has a grid. name is for warnings: `x`. */
void axis_choose_ticks(SceneAxis *axis, const AxisSpec *spec, const Theme *theme,
                       double length_pt, bool horizontal, const char *name,
                       Warnings *warnings);

#endif
