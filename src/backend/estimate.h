/* estimate.h - titles and legends about as layout sets them, for formats whose programs
 * measure texts themselves. Points, y down. */
#ifndef ACTPLOT_BACKEND_ESTIMATE_H
#define ACTPLOT_BACKEND_ESTIMATE_H

#include "scene/scene.h"

#include <stdbool.h>

/* place is the middle of the first line: its left end, its centre, or the right end of
 * what is read from there. */
typedef struct {
    const SceneText *text;
    Point place;
    double size_pt;
    bool bold, centred;
    Color color;
    double room_pt; /* that a line may take */
    bool leftwards; /* from right to left */
} EstimatedTitle;

/* A text broken into lines of about that width, plain; the caller's. NULL: it is one
 * line, or has its own. */
char *estimate_broken(const SceneText *text, double size_pt, double room_pt);

/* The same of words alone: also of a formula's, where it stands in a line. */
char *estimate_broken_words(const char *plain, double size_pt, double room_pt);

/* Titles that are there, of the page and of a panel; returns how many. The title of a
 * lone panel is the page's when that has none. */
int estimate_page_titles(const Scene *scene, const Rect *frames,
                         EstimatedTitle titles[2]);
int estimate_panel_titles(const Scene *scene, const ScenePanel *panel,
                          const Rect *frame, EstimatedTitle titles[2]);

/* What a legend shows of a label that is too long for it, plain; the caller's. NULL:
 * all. */
char *estimate_legend_text(const Scene *scene, const ScenePanel *panel,
                           const SceneSeries *series);

/* Whether the curve runs along an edge of the frame: there a clip at the frame would
 * leave half of the line. Curves are cut at the frame anyway. */
bool estimate_runs_along_edge(const ScenePanel *panel, const Rect *frame,
                              const SceneSeries *series);

#endif
