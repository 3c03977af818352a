/* legend.h - which curves a legend names and where it hides least of them. */
#ifndef ACTPLOT_SCENE_LEGEND_H
#define ACTPLOT_SCENE_LEGEND_H

#include "scene/polyline.h"
#include "scene/scene.h"

/* The place for panel's legend inside frame (the panel's own, as near as it can be
 * known before layout; pixels), given pixels for a point: a corner or an edge's middle,
 * else LEGEND_OUTSIDE; LEGEND_NONE when there is nothing to name. */
LegendPlace legend_choose(const ScenePanel *panel, const Theme *theme,
                          const Frame *frame, double pixels_per_pt);

/* The panel's series in the figure's own order, whatever the order of painting; and
 * those of them that its legend names. Array of SceneSeries *, which are the panel's;
 * the caller's. */
GPtrArray *legend_order(const ScenePanel *panel);
GPtrArray *legend_series(const ScenePanel *panel);

/* Whether both panels' legends would say the same: the same names in the same styles.
 * Derivatives go by their function's name; the panel's axis tells which they are. */
bool legend_equal(const ScenePanel *a, const ScenePanel *b);

/* Length of the part of the line a..b that is within box. */
double line_within(Rect box, Point a, Point b);

#endif
