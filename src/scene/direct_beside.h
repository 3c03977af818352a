/* direct_beside.h - names right of the frame, as the search for places in it needs
 * them.
 */
#ifndef ACTPLOT_SCENE_DIRECT_BESIDE_H
#define ACTPLOT_SCENE_DIRECT_BESIDE_H

#include "scene/direct.h"

#include <stdbool.h>

DirectName *direct_name_at(const GArray *names, guint index);

/* Whether the curve ends at the frame's right edge, and whether no other one does so
 * there. */
bool direct_reaches_end(const ScenePanel *panel, const SceneSeries *series);
bool direct_has_own_end(const ScenePanel *panel, const SceneSeries *series);

/* Places the names that stand beside the frame. false: it is too low for them. */
bool direct_place_beside(GArray *names, const ScenePanel *panel, Rect frame,
                         double size_pt);

#endif
