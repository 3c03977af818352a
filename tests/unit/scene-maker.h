/* scene-maker.h - scenes made by hand, for tests of what comes after the scene. */
#ifndef ACTPLOT_TESTS_SCENE_MAKER_H
#define ACTPLOT_TESTS_SCENE_MAKER_H

#include "scene/scene.h"

/* A theme with every value set; the caller's, g_free() it. */
Theme *maker_theme(void);

/* A scene of rows x columns panels over -5 .. 5 and -1.5 .. 5, ticks every step; the
 * theme must outlive it. maker_free() frees it. */
Scene *maker_scene(const Theme *theme, double width_pt, double height_pt, int rows,
                   int columns, double step);
void maker_free(Scene *scene);

void maker_text(SceneText *text, const char *plain);
ScenePanel *maker_panel(Scene *scene, int index);

/* y = slope * x for x <= 0, x above; in the theme's next colour. */
SceneSeries *maker_add_curve(Scene *scene, ScenePanel *panel, const char *label,
                             double slope);
void maker_add_dot(SceneSeries *series, double x, double y, bool filled);
void maker_add_line(ScenePanel *panel, double x, double y, const char *label);
void maker_add_note(ScenePanel *panel, double x, double y, const char *text);

#endif
