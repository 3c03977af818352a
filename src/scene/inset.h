/* inset.h - panels within a panel. */
#ifndef ACTPLOT_SCENE_INSET_H
#define ACTPLOT_SCENE_INSET_H

#include "scene/panel.h"

/* Adds the insets of the panel's spec, once the panel itself is drawn. false: a formula
 * or a range is at fault. */
bool inset_add_all(PanelBuild *build, Warnings *warnings, GError **error);

#endif
