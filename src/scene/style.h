/* style.h - the series of a panel with their colours, dashes and names. */
#ifndef ACTPLOT_SCENE_STYLE_H
#define ACTPLOT_SCENE_STYLE_H

#include "scene/panel.h"

/* Adds the series and curves of each item of the panel's spec to build: the theme's
 * colours in turn, a family along its palette. */
bool style_add_curves(PanelBuild *build, GError **error);

/* Of the curve number index of one of two y axes, which are all of one colour. */
Dash style_axis_dash(int index);

#endif
