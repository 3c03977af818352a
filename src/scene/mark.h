/* mark.h - points that a panel points out. */
#ifndef ACTPLOT_SCENE_MARK_H
#define ACTPLOT_SCENE_MARK_H

#include "scene/panel.h"
#include "scene/range.h"

/* Widens range by the points that the panel's marks give themselves, within x. */
void mark_add_range(const PanelBuild *build, const Scale *x, ScaleKind kind,
                    Range *range);

/* Adds the marks of the panel's spec that are inside the frame. false: a mark is of a
 * curve that is not there. */
bool mark_add_all(PanelBuild *build, Warnings *warnings, GError **error);

#endif
