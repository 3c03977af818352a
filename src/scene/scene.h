/* scene.h - what there is to show, in data units: the figure after all computing.
 *
 * Scales are fixed, ticks chosen, curves sampled and cut at the frame, colours and
 * labels settled. It knows nothing of fonts or of where on the page a panel stands.
 * gnuplot, CSV and pgfplots are written from it; layout/ turns it into a Drawing.
 */
#ifndef ACTPLOT_SCENE_SCENE_H
#define ACTPLOT_SCENE_SCENE_H

#include "base/color.h"
#include "base/geometry.h"
#include "base/warning.h"
#include "scene/scale.h"
#include "spec/figure.h"

#include <glib.h>
#include <stdbool.h>

/* A text in the notations that formats need; all UTF-8, never NULL. */
typedef struct {
    char *plain, *pango, *latex, *gnuplot;
} SceneText;

/* An unbroken run of a curve inside the frame, left to right (given points: in the
 * order given). */
typedef struct {
    GArray *points; /* of Point, data units, at least 2 */
} ScenePiece;

typedef struct {
    Point at;
    bool filled; /* the value taken; else the limit that is not taken */
} SceneDot;

/* Where a curve lies on others: from first to last (in x, first < last) it is the
 * rank-th (from 0, in painting order) of count coinciding ones; leader is the index of
 * the one of rank 0 among the panel's series, along which all measure their dashes. */
typedef struct {
    double first, last;
    int rank, count;
    int leader;
} SceneOverlap;

typedef struct {
    SceneText label;
    bool in_legend;
    Color color;
    double width_pt;
    Dash dash;
    GPtrArray *pieces; /* of ScenePiece * */
    GArray *dots;      /* of SceneDot */
    GArray *overlaps;  /* of SceneOverlap; empty when painted plainly */
} SceneSeries;

typedef struct {
    double value;
    char *label; /* plain Unicode (`−2`, `π/2`, `10⁻³`); "" for a minor tick */
    bool major;
} SceneTick;

typedef struct {
    SceneText label;
    Scale scale;
    GArray *ticks; /* of SceneTick, rising */
    bool grid;
    bool show_labels; /* false inside a shared grid of panels */
} SceneAxis;

typedef struct {
    double x, y; /* one is NAN */
    char *label; /* NULL: none */
    Color color;
    double width_pt;
    Dash dash;
} SceneLine;

typedef struct {
    Point at;
    SceneText text;
    double offset_x_pt, offset_y_pt; /* NAN: layout chooses */
} SceneNote;

typedef struct {
    SceneText title, subtitle;
    SceneAxis x, y;
    GPtrArray *series;  /* of SceneSeries *, in painting order */
    GArray *lines;      /* of SceneLine */
    GArray *notes;      /* of SceneNote */
    LegendPlace legend; /* settled: never LEGEND_AUTO */
    int row, column;
} ScenePanel;

typedef struct {
    char *name; /* for ids and messages */
    SceneText title, subtitle;
    char *description; /* never NULL; made from the content when not given */
    double width_pt, height_pt, dpi;
    const Theme *theme; /* the figure's */
    int rows, columns;
    Share share;
    GPtrArray *panels; /* of ScenePanel *, row by row */
} Scene;

/* Formulas that cannot be read, ranges that cannot be drawn and the like are errors
 * with their place in the figure's source. The figure must outlive the scene. */
Scene *scene_new(const Figure *figure, Warnings *warnings, GError **error);
void scene_free(Scene *scene);

/* The stretches of series that are painted, after overlapping ones have been shared
 * out: each visible run as its own array of Points (data units), in order. unit_x and
 * unit_y give points on the page for one unit of the *scaled* axis (scale_map() from 0
 * to 1). Array of GArray *; the caller's. */
GPtrArray *scene_series_strokes(const SceneSeries *series, const ScenePanel *panel,
                                double unit_x, double unit_y);

/* The scene as text, for tests and for the curious (`--format dump`). */
char *scene_dump(const Scene *scene);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Scene, scene_free)

#endif
