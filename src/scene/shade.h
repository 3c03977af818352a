/* shade.h - the regions of a panel where a condition holds. */
#ifndef ACTPLOT_SCENE_SHADE_H
#define ACTPLOT_SCENE_SHADE_H

#include "scene/panel.h"

/* Where condition, a formula of x, is neither 0 nor NaN in low .. high (finite, low <
 * high): array of Range, rising and apart; the caller's. Its ends are switch points of
 * the condition, found as switches_find() finds them, so that no region is too narrow
 * to be seen; single points are none. */
GArray *shade_find(const Formula *condition, double low, double high,
                   Warnings *warnings);

/* Adds the spans of the panel's spec. false: a condition cannot be read. */
bool shade_add_spans(PanelBuild *build, Warnings *warnings, GError **error);

#endif
