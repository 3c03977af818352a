/* parts.h - making and freeing what a scene consists of. */
#ifndef ACTPLOT_SCENE_PARTS_H
#define ACTPLOT_SCENE_PARTS_H

#include "scene/scene.h"

/* Empty ones, whose lists are there; freeing one frees all in it. NULL is nothing. */
ScenePiece *scene_piece_new(void);
void scene_piece_free(ScenePiece *piece);
SceneBand *scene_band_new(void);
SceneContour *scene_contour_new(void);
SceneField *scene_field_new(void);
void scene_field_free(SceneField *field);
SceneSeries *scene_series_new(void);
ScenePanel *scene_panel_new(void);
void scene_panel_free(ScenePanel *panel);

#endif
