/* estimate.h - where frames and texts stand on the page, about as layout places them,
 * for formats whose programs measure texts themselves. Points, y down. */
#ifndef ACTPLOT_BACKEND_ESTIMATE_H
#define ACTPLOT_BACKEND_ESTIMATE_H

#include "scene/direct.h"
#include "scene/scene.h"

#include <stdbool.h>

/* The frames of all panels. */
void estimate_frames(const Scene *scene, Rect *frames);

/* place is the middle of the first line: its left end, or its centre. */
typedef struct {
    const SceneText *text;
    Point place;
    double size_pt;
    bool bold, centred;
    Color color;
    double room_pt; /* that a line may take */
} EstimatedTitle;

/* A text broken into lines of about that width, plain; the caller's. NULL: it is one
 * line, or has its own. */
char *estimate_broken(const SceneText *text, double size_pt, double room_pt);

/* Titles that are there, of the page and of a panel; returns how many. The title of a
 * lone panel is the page's when that has none. */
int estimate_page_titles(const Scene *scene, const Rect *frames,
                         EstimatedTitle titles[2]);
int estimate_panel_titles(const Scene *scene, const ScenePanel *panel,
                          const Rect *frame, EstimatedTitle titles[2]);

/* A legend's text, and the room that it takes beside the frame, or below it (0: it
 * stands inside). Long ones are set smaller and in columns. */
typedef struct {
    double size_pt, width_pt, height_pt;
    int rows, columns;
} EstimatedLegend;
EstimatedLegend estimate_legend(const Scene *scene, const ScenePanel *panel);

/* Whether there is a box of names. */
bool estimate_has_legend(const ScenePanel *panel);
/* Takes rows, columns and size of a legend below from the box that layout gave it. */
void estimate_fit_legend(EstimatedLegend *legend, const ScenePanel *panel, Rect box);
/* The only legend under a panel of several stands under all of them. */
bool estimate_is_common_legend(const Scene *scene, const ScenePanel *panel);
/* The middle of the upper edge of a legend below the frame, or below all of them. */
Point estimate_legend_top(const Scene *scene, const ScenePanel *panel,
                          const Rect *frame);

/* Names beside the curves of a panel, placed; array of DirectName, the caller's. Empty
 * where the panel has a legend, or no room for them. */
GArray *estimate_names(const Scene *scene, const ScenePanel *panel, const Rect *frame);

/* The lines of a caption, each markup-free, its place the left end of the line's
 * middle; frame NULL: the page's caption, else the panel's. The caller's, ended by
 * NULL. */
char **estimate_caption(const Scene *scene, const ScenePanel *panel, const Rect *frame,
                        Point *place);
#define ESTIMATE_LINE_PITCH 1.25 /* of the size, from line to line */

/* What a legend shows of a label that is too long for it, plain; the caller's. NULL:
 * all. */
char *estimate_legend_text(const Scene *scene, const ScenePanel *panel,
                           const SceneSeries *series);

/* A note's text, its middle line at text, and its arrow. */
typedef struct {
    int side; /* text stands: 1 right of its place, -1 left of it, 0 centred on it */
    Point text;
    bool has_arrow;
    Point arrow_from, arrow_to;
} EstimatedNote;

/* false: there is nothing to show, or nowhere. */
bool estimate_note(const Scene *scene, const ScenePanel *panel, const Rect *frame,
                   const SceneNote *note, EstimatedNote *place);

/* Whether the curve runs along an edge of the frame: there a clip at the frame would
 * leave half of the line. Curves are cut at the frame anyway. */
bool estimate_runs_along_edge(const ScenePanel *panel, const Rect *frame,
                              const SceneSeries *series);

/* Where a value stands; not finite where the scale does not have it. */
Point estimate_point(const ScenePanel *panel, const Rect *frame, Point value);

double estimate_text_height(double size_pt); /* of a line */

#endif
