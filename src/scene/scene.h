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
#include "base/marker.h"
#include "base/warning.h"
#include "formula/tape.h"
#include "scene/scale.h"
#include "spec/figure.h"

#include <glib.h>
#include <stdbool.h>

/* A text in the notations that formats need; all UTF-8, never NULL. pango is markup as
 * layout takes it: Pango's, with formulas between dollar signs (formula/markup.h). */
typedef struct {
    char *plain, *pango, *latex, *gnuplot;
} SceneText;

/* An unbroken run of a curve inside the frame, left to right (given points: in the
 * order given). */
typedef struct {
    GArray *points; /* of Point, data units, at least 2 */
    GArray *line;   /* those that a page needs, where points are as many as were asked
                       for: none of the others is further from it than 0.005 pixels of
                       a page 1000 wide. NULL: points themselves */
} ScenePiece;

/* What is drawn of a piece. Of Point. */
static inline const GArray *scene_piece_line(const ScenePiece *piece)
{
    return piece->line ? piece->line : piece->points;
}

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

/* The area between two lines over the same x, inside the frame. */
typedef struct {
    GArray *low, *high; /* of Point, data units, x rising; as long as each other */
} SceneBand;

/* A box of a histogram or of a bar chart, inside the frame. */
typedef struct {
    double left, right, low, high; /* data units; left < right, low < high */
} SceneBar;

/* Painted in this order: bands and bars with fill, pieces with the stroke, markers,
 * dots. */
typedef struct {
    const char *formula; /* as written, the figure's; NULL: given data */
    const Scope *scope;  /* that its names are looked up in, the figure's */
    GArray *bindings;    /* of Binding, a family's values; ends with a NULL name */
    SceneText label;
    bool in_legend;
    int place;     /* in the figure's own order, which a legend keeps */
    double zorder; /* of painting, rising */
    bool on_y2;    /* measured by the panel's second y axis */
    Color color;
    double width_pt; /* 0: no line */
    Dash dash;
    Color fill;        /* of bands and bars */
    GPtrArray *pieces; /* of ScenePiece * */
    GPtrArray *bands;  /* of SceneBand * */
    GArray *bars;      /* of SceneBar */
    GArray *markers;   /* of Point, data units */
    Marker marker;     /* their shape; MARKER_NONE: none are shown */
    double marker_pt;  /* their diameter */
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
    bool named;    /* its ticks are names of places 1, 2, ..., none to be left out */
    bool grid;
    bool show_labels; /* false inside a shared grid of panels */
    bool has_color;   /* its line, ticks and texts have a colour of their own */
    Color color;
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
    NoteAlign align;
} SceneNote;

/* A stretch of x in which a condition holds, over the frame's full height; or a band of
 * y over its full width. */
typedef struct {
    bool of_y;
    double first, last; /* data units, inside the frame, first < last */
    Color fill;
    SceneText label; /* of the condition; the same for all its stretches */
    bool begins;     /* the first stretch of its condition: one label for all */
} SceneSpan;

/* A point that is pointed out. */
typedef struct {
    Point at;
    Marker marker;
    bool filled;
    Color color;
    double size_pt;  /* diameter */
    SceneText label; /* beside it; plain "" for none */
    bool on_y2;
} SceneMark;

/* A line along which a field has one value. */
typedef struct {
    double level;
    char *label;       /* the level as text; NULL: it is not shown */
    GPtrArray *pieces; /* of ScenePiece *; a closed one ends where it begins */
    Color color;
    double width_pt;
    Dash dash;
} SceneContour;

/* Values over the frame, shown as colours. Its cells are of one size on the panel's
 * axes as these are scaled; scene_field_row() has their values. */
typedef struct {
    int columns, rows;
    double left, right, bottom, top; /* of the outer cells' outer edges, data units */
    Scale x, y;                      /* the panel's */
    double *values;                  /* given ones, row by row from the bottom, each
                                        from left to right; NULL: computed */
    Formula *formula;                /* of x and y, from which they are; or NULL */
    Tape *tape;                      /* of it */
    double *at_x;                    /* where the columns have their samples */
    bool smooth;                     /* samples of a formula; else cells with edges */
    bool below, above;               /* there are values beyond the colour axis */
    Color colors[256];               /* for shares 0 .. 1 of the colour axis */
    SceneAxis bar;                   /* the colour axis: scale, ticks, label */
    bool show_bar;
    GPtrArray *contours; /* of SceneContour * */
} SceneField;

/* The values of a row (from the bottom), columns of them; NAN: nothing is shown there.
 * Safe from many threads. */
void scene_field_row(const SceneField *field, int row, double *values);

typedef struct ScenePanel ScenePanel;

/* A panel within a panel. */
typedef struct {
    ScenePanel *panel;
    double left, top, width, height; /* of its box with tick labels, as shares of the
                                        frame, from its top left; NAN: layout chooses */
    bool is_zoom;                    /* shows a part of the panel: a box and two lines
                                        tell which */
} SceneInset;

struct ScenePanel {
    SceneText title, subtitle, caption;
    SceneAxis x, y;
    bool has_y2;
    SceneAxis y2;       /* at the right; set when has_y2 */
    GPtrArray *series;  /* of SceneSeries *, in painting order */
    GArray *lines;      /* of SceneLine */
    GArray *notes;      /* of SceneNote */
    GArray *spans;      /* of SceneSpan */
    GArray *marks;      /* of SceneMark */
    SceneField *field;  /* under everything; NULL: none */
    SceneField *strip;  /* without cells: its bar says which of a large family's colours
                           stand for which values; NULL: none. Never beside a field */
    GPtrArray *insets;  /* of SceneInset * */
    LegendPlace legend; /* settled: never LEGEND_AUTO */
    bool legend_chosen; /* not asked for: where texts are measured, a better place may
                           be found */
    int row, column;
};

typedef struct {
    char *name; /* for ids and messages */
    SceneText title, subtitle, caption;
    char *description; /* never NULL; made from the content when not given */
    double width_pt, height_pt, dpi;
    double frame_shape; /* the page's height follows from its frames, each so many
                           times as high as wide: height_pt is about right; 0: it was
                           given */
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

/* The same of the lines that pages need, for those who draw and do not tell points. */
GPtrArray *scene_series_drawn_strokes(const SceneSeries *series,
                                      const ScenePanel *panel, double unit_x,
                                      double unit_y);

/* What has the bar beside the panel's frame: its field, or its strip; NULL: none. */
const SceneField *scene_bar(const ScenePanel *panel);

/* The scene as text, for tests and for the curious (`--format dump`). */
char *scene_dump(const Scene *scene);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Scene, scene_free)

#endif
