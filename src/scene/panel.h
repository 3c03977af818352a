/* panel.h - one panel on its way into the scene, step by step. */
#ifndef ACTPLOT_SCENE_PANEL_H
#define ACTPLOT_SCENE_PANEL_H

#include "scene/outcome.h"
#include "scene/polyline.h"
#include "scene/scene.h"

#include <glib.h>
#include <stdbool.h>

/* What of the page falls to one panel, before anything is laid out. */
typedef struct {
    double width_pt, height_pt;             /* the whole cell */
    double frame_width_pt, frame_height_pt; /* the frame within it, about */
    double pixels_per_pt;                   /* of a page 1000 pixels wide */
} Cell;

typedef struct {
    const Figure *figure;
    const PanelSpec *spec; /* the figure's, or outcome's */
    Outcome *outcome;      /* of the panel's experiment; NULL: none */
    ScenePanel *panel;     /* the scene's */
    GPtrArray *curves;     /* of Curve * */
    GPtrArray *histograms; /* of Histogram * */
    GPtrArray *names;      /* of char *: of the places 1, 2, ... on an axis of names */
    bool has_bars;         /* some curves are bars, */
    bool lies;             /* that lie: the names are on the y axis */
    Cell cell;
    Frame frame;    /* sampled for: the cell's, so never too small */
    Frame frame_y2; /* the same, with the second y axis */
} PanelBuild;

/* The series with their formulas, colours and labels. NULL: a formula is at fault. */
PanelBuild *panel_build_new(const Figure *figure, const PanelSpec *spec,
                            ScenePanel *panel, GError **error);
void panel_build_free(PanelBuild *build);

/* The steps, in order; between them ranges may be shared with other panels (the
 * scales of build->panel). */
bool panel_choose_x(PanelBuild *build, GError **error);
bool panel_choose_y(PanelBuild *build, Warnings *warnings, GError **error);
bool panel_draw(PanelBuild *build, Warnings *warnings, GError **error);

/* What a series is drawn in, by its axis; once y is chosen. */
const Frame *panel_frame(const PanelBuild *build, bool on_y2);

#endif
