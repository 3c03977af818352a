/* field.h - a panel's heat map: its samples, its colours, its contour lines. */
#ifndef ACTPLOT_SCENE_FIELD_H
#define ACTPLOT_SCENE_FIELD_H

#include "scene/panel.h"
#include "scene/range.h"

#include <glib.h>
#include <stdbool.h>

/* Reads the formula or takes the values over, if the panel has a heat map. */
bool field_begin(PanelBuild *build, GError **error);

/* Fills in the values from the spec's file (field_data.c). */
bool field_take_file(const PanelBuild *build, SceneField *field, GError **error);

/* Fills in the values from the grid of an experiment, as the axes show it
 * (field_grid.c). */
void field_take_grid(const PanelBuild *build, SceneField *field);

/* Widens range by what the heat map needs of the x or y axis: a formula's takes what
 * it gets, at least the usual stretch. */
void field_add_range(const PanelBuild *build, bool of_x, Range *range);

/* Fills in the panel's field, once the axes are settled. */
bool field_draw(PanelBuild *build, Warnings *warnings, GError **error);

/* Chooses the colour axis and the colours (field_color.c). */
bool field_choose_colors(PanelBuild *build, Warnings *warnings, GError **error);

/* The value at a point (data units) of a field that has a formula. */
double field_at(const SceneField *field, Point at);

#endif
