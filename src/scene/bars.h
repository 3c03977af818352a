/* bars.h - what the bars and the names of a panel's curves have in common. */
#ifndef ACTPLOT_SCENE_BARS_H
#define ACTPLOT_SCENE_BARS_H

#include "scene/panel.h"
#include "scene/range.h"

#include <stdbool.h>

/* Gives each name of all curves its place 1, 2, ..., and the bars of a place their room
 * beside each other. */
bool bars_arrange(PanelBuild *build, GError **error);

/* Lets bars lie whose names have no room beside each other, where nothing in the figure
 * says how they or their axes shall be. The cell is known by now. */
void bars_turn(PanelBuild *build);

/* The range of the axis of names, NULL names: range as it is. */
bool bars_name_range(const PanelBuild *build, bool upright, Range *range);

/* Bars stand on the axis: an end of the scale that is chosen, and 0 in range, is 0. */
void bars_stand(const PanelBuild *build, bool upright, const AxisSpec *axis,
                Range range, Scale *scale);

/* Ticks with the names, where the axis has names. */
void bars_name_ticks(const PanelBuild *build, bool upright, const AxisSpec *spec,
                     SceneAxis *axis);

#endif
