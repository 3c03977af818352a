/* figure.h - what is asked: a figure as its file or command line says it.
 *
 * Nothing here is computed; a field that was not given says so (NULL, NAN, or a
 * member named ..._AUTO) and later layers or the theme fill it in.
 */
#ifndef ACTPLOT_SPEC_FIGURE_H
#define ACTPLOT_SPEC_FIGURE_H

#include "base/color.h"
#include "base/warning.h"
#include "formula/definition.h"
#include "formula/formula.h"
#include "spec/annotation.h"
#include "spec/data_spec.h"
#include "spec/definitions.h"
#include "spec/experiment_spec.h"
#include "spec/heatmap.h"
#include "spec/output_spec.h"
#include "spec/theme.h"

#include <glib.h>
#include <stdbool.h>

/* SCALE_SYMLOG: linear about 0, logarithmic beyond on both sides. */
typedef enum { SCALE_AUTO, SCALE_LINEAR, SCALE_LOG, SCALE_SYMLOG } ScaleKind;
typedef enum {
    TICK_CHOICE_AUTO,
    TICK_CHOICE_COUNT,
    TICK_CHOICE_LIST,
    TICK_CHOICE_PI
} TickChoice;
typedef enum { SWITCHED_AUTO, SWITCHED_ON, SWITCHED_OFF } Switched;
typedef enum { CURVE_ON_Y, CURVE_ON_Y2 } CurveAxis; /* which measures it */
typedef enum { NOTE_CENTER, NOTE_LEFT, NOTE_RIGHT } NoteAlign;
typedef enum { AT_JUMP_DOTS, AT_JUMP_GAP, AT_JUMP_LINE } AtJump;
typedef enum { OVERLAP_AUTO, OVERLAP_INTERLEAVE, OVERLAP_OVER } Overlap;
typedef enum {
    SHARE_NONE = 0,
    SHARE_X = 1,
    SHARE_Y = 2,
    SHARE_BOTH = 3,
    SHARE_AUTO = 4
} Share;
typedef enum {
    LEGEND_AUTO,
    LEGEND_TOP_LEFT,
    LEGEND_TOP,
    LEGEND_TOP_RIGHT,
    LEGEND_LEFT, /* inside, at that edge's middle: `center-left` in a file */
    LEGEND_CENTER,
    LEGEND_RIGHT, /* the same: `center-right` */
    LEGEND_BOTTOM_LEFT,
    LEGEND_BOTTOM,
    LEGEND_BOTTOM_RIGHT,
    LEGEND_OUTSIDE, /* right of the frame: `right` or `outside` in a file */
    LEGEND_BELOW,   /* under the axis label, in columns */
    LEGEND_DIRECT,  /* no box: each name beside its curve's end, in its colour */
    LEGEND_NONE,
} LegendPlace;

typedef struct {
    char *label;      /* NULL: chosen; "" : none */
    double low, high; /* NAN: chosen from the data */
    ScaleKind scale;
    TickChoice tick_choice;
    int tick_count;
    GArray *ticks;          /* of double, for TICK_CHOICE_LIST; else NULL */
    GPtrArray *tick_labels; /* of char *, the ticks'; NULL: their numbers */
    char *format;           /* as number_pattern_parse() reads; NULL: chosen */
    double linear;          /* part of a symlog scale; NAN: chosen */
    Switched grid;
    bool is_whole; /* it counts something: no ticks between whole numbers */
} AxisSpec;

/* One `curves:` item. One of plot (a formula), points, data and bars is set. */
typedef struct {
    char *plot;
    Formula *formula; /* of plot, as it was checked; NULL: it was not yet made */
    char *label;      /* NULL: made from the formula */
    bool unlisted;    /* label is for data and messages alone; set by scene/ */
    bool has_color;
    Color color;
    double width_pt; /* NAN: the theme's */
    bool has_dash;
    Dash dash;
    char *vary;          /* parameter name of a family; NULL: a single curve */
    GArray *vary_values; /* of double */
    char *vary_second;   /* of a family over two parameters; else NULL */
    GArray *second_values;
    CurveAxis axis;
    double zorder;    /* painted by rising zorder, else in the file's order */
    Palette *palette; /* of the family; NULL: the theme's */
    AtJump at_jump;
    int samples;          /* 0: adaptive; else that many evenly over the range */
    GArray *points;       /* of Point: given data instead of a formula; else NULL */
    GArray *lows, *highs; /* of Point: a band about points; set by scene/, else NULL */
    DataSpec data;        /* a table in a file */
    GArray *bars;         /* of BarSpec; else NULL */
    PlacedText band_low, band_high; /* of data: columns, low alone is half the band's
                                       width; of a formula: formulas */
    CurveStyle style;
    Marker marker;       /* MARKER_NONE: chosen */
    double marker_pt;    /* NAN: chosen */
    Switched horizontal; /* bars lie; auto: where their names have no room */
    Span place;          /* of the formula in the figure's source text */
} CurveSpec;

/* A reference line: x or y is NAN. */
typedef struct {
    double x, y;
    char *label; /* NULL: none */
    bool has_color;
    Color color;
    double width_pt; /* NAN: the theme's axis width */
    bool has_dash;
    Dash dash;
} LineSpec;

/* A text beside a point of the data, with an arrow when it stands off. */
typedef struct {
    double x, y;
    char *text;
    double offset_x_pt, offset_y_pt; /* from the point to the text, y up; NAN: chosen */
    NoteAlign align;                 /* of its lines */
} NoteSpec;

typedef struct {
    char *title, *subtitle, *caption, *description;
    AxisSpec x, y;
    AxisSpec y2;           /* of the curves on CURVE_ON_Y2 */
    GPtrArray *curves;     /* of CurveSpec * */
    GPtrArray *histograms; /* of HistogramSpec * */
    GArray *lines;         /* of LineSpec */
    GArray *notes;         /* of NoteSpec */
    GArray *shades;        /* of ShadeSpec */
    GArray *marks;         /* of MarkSpec */
    GPtrArray *insets;     /* of InsetSpec * */
    int taken_colors;      /* of the theme's, by what is shown before curves: set by
                              scene/ */
    HeatmapSpec *heatmap;  /* NULL: none */
    ExperimentSpec *experiment; /* NULL: none */
    LegendPlace legend;
    Overlap overlap;
} PanelSpec;

/* A panel within a panel. */
typedef struct {
    PanelSpec *panel;     /* without curves it shows those of the panel around it */
    LegendPlace place;    /* LEGEND_AUTO or a place inside the frame */
    double left, top;     /* of its box, as shares of the frame; NAN: by place */
    double width, height; /* the same */
} InsetSpec;

/* A whole figure. Its own functions (`define:`) are Definitions whose texts it owns. A
 * figure of one panel has its title here, not in the panel. */
typedef struct {
    char *title, *subtitle, *caption, *description;
    double width_pt, height_pt; /* both NAN: the theme's, grown with the panels; one
                                   NAN: so that the frames get the theme's shape */
    double dpi;                 /* NAN: the theme's */
    OutputSpec output;
    Theme *theme;
    int columns; /* 0: chosen */
    Share share;
    GPtrArray *panels;       /* of PanelSpec *, at least one */
    Definitions *catalogue;  /* of the file that `catalogue:` names; NULL: none */
    Definitions definitions; /* `define:`, then the catalogue */
    bool checks_only;        /* experiments are not run */
    char *name;        /* of the file without folder and ending; for messages and ids */
    char *source_name; /* as given, for messages: `plots/gates.yaml` */
    char *source;      /* the file's text; NULL when made from a command line */
    GArray *settings;  /* of size_t: where in source the arguments of `--set` begin,
                          which follow the file's text */
    GPtrArray *files;  /* of char *, each once: what was read besides, as named from
                          where the program runs: themes, data; see figure_add_file() */
} Figure;

/* Reads a figure from the text of a file. outer is searched for functions that the
 * figure does not define. On failure NULL and every fault found (at most 20), one
 * report (error_report) after another, in error's message, which has no newline at its
 * end. text is followed by a NUL. */
Figure *figure_parse(const char *text, size_t length, const char *source_name,
                     const Scope *outer, Warnings *warnings, GError **error);
Figure *figure_load(const char *path, const Scope *outer, Warnings *warnings,
                    GError **error);

/* More to say of how a figure is read, and to be told. All may be NULL. */
typedef struct {
    const Scope *outer;
    const char *const *settings; /* over what the file says, ended by NULL; see
                                    settings.h */
    Warnings *warnings;
    GPtrArray *files; /* of char *, with a function that frees them: gets the paths of
                         Figure.files, of a faulty figure too */
} FigureReading;
Figure *figure_parse_with(const char *text, size_t length, const char *source_name,
                          const FigureReading *reading, GError **error);
Figure *figure_load_with(const char *path, const FigureReading *reading,
                         GError **error);

/* Appends the report of a fault at a place in the figure's source. */
void figure_report(GString *out, const Figure *figure, Span place, const char *message);

/* An empty figure of one panel without curves, for the command line to fill. */
Figure *figure_new(const char *name, const Scope *outer, const char *theme,
                   GError **error);
void figure_free(Figure *figure);

/* Says that the figure is made from this file too; before it is opened, so that a
 * figure can be drawn anew once a faulty or missing file is mended. */
void figure_add_file(Figure *figure, const char *path);

CurveSpec *curve_spec_new(const char *plot);
void curve_spec_free(CurveSpec *curve);
PanelSpec *panel_spec_new(void);
void panel_spec_free(PanelSpec *panel);
InsetSpec *inset_spec_new(void);

/* The vocabulary, for `actplot list keys` and the manual: rows in the order of the
 * tables. where is `figure`, `panel`, `axis`, `curve`, `family`, `line`, `note`,
 * `definition`, or several of these (`figure, panel`); for theme files, `theme`, for
 * palettes, `palette`; of the parameters of experiments, `experiment depth_map`. */
typedef struct {
    const char *where, *key, *values, *help;
    bool is_word; /* values are words that stand for themselves */
} FigureKey;
const FigureKey *figure_keys(unsigned *count);
const FigureKey *experiment_keys(unsigned *count);
const FigureKey *theme_keys(unsigned *count);
const FigureKey *palette_keys(unsigned *count);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Figure, figure_free)

#endif
