/* gnuplot_parts.h - what the files of the gnuplot backend share. */
#ifndef ACTPLOT_BACKEND_GNUPLOT_PARTS_H
#define ACTPLOT_BACKEND_GNUPLOT_PARTS_H

#include "backend/backend.h"
#include "backend/estimate.h"
#include "base/number.h"
#include "scene/scene.h"

#include <glib.h>

/* How a terminal of gnuplot 5.4 measures, found by trying: lines are brought to
 * points by its `linewidth` option, the rest is computed. */
typedef struct {
    const char *name;
    const char *extension; /* of what it writes; NULL: a window */
    double dash_unit;      /* length of dash 1, in widths of its line */
    double least_dash_pt;  /* for that, thinner lines count as this wide */
    double point_pt;       /* radius of `ps 1` */
    double point_size;     /* the same for each point of the font's size */
    double tic_unit;       /* length of tics at scale 1, in sizes of the font */
    bool latex;            /* texts are LaTeX, and the document's font sets them */
} GnuplotTerminal;

/* A panel, or an inset of the panel before it. */
typedef struct {
    const ScenePanel *panel;
    Rect frame;                /* points on the page, y down */
    const DrawingInset *inset; /* NULL: none */
} GnuplotView;

/* How curves get their names: by the parts of the plot command that draw them; by
 * entries of the key, where these come in another order; as labels at their places,
 * for the columns of a key are all as wide as the widest. */
typedef enum { NAMED_BY_TITLES, NAMED_BY_ENTRIES, NAMED_BY_LABELS } GnuplotNaming;

typedef struct {
    GString *out;
    const Scene *scene;
    const GArray *views;    /* of GnuplotView, as they are drawn */
    const Drawing *drawing; /* where things stand */
    const GnuplotTerminal *terminal;
    const BackendOptions *options;
    char *stem;           /* of the script's name, for those of its data files */
    Rect *frames;         /* of the panels, points on the page, y down */
    int view_number;      /* of the panel or inset at hand */
    int data_number;      /* of the curve or dots at hand */
    bool follows;         /* something stands in the plot command before */
    GnuplotNaming naming; /* of the panel at hand */
} Gnuplot;

/* One panel's settings and its plot command; its data is already written. */
void gnuplot_write_panel(Gnuplot *gnuplot, const GnuplotView *view);

/* A panel's reference lines, and the texts at places of its data. */
void gnuplot_write_lines(Gnuplot *gnuplot, const ScenePanel *panel);
void gnuplot_write_labels(Gnuplot *gnuplot, const ScenePanel *panel);

/* The stretches of a curve that are painted. Array of GArray of Point; the caller's. */
GPtrArray *gnuplot_strokes(const GnuplotView *view, const SceneSeries *series);

/* Areas (gnuplot_area.c): regions behind everything as objects; data of bands, bars,
 * field and contours; their parts of the plot command, below the curves. */
void gnuplot_write_spans(Gnuplot *gnuplot, const ScenePanel *panel);
void gnuplot_write_area_data(Gnuplot *gnuplot, const SceneSeries *series);
void gnuplot_append_areas(Gnuplot *gnuplot, const ScenePanel *panel,
                          const SceneSeries *series);
void gnuplot_write_field_data(Gnuplot *gnuplot, const ScenePanel *panel);
void gnuplot_write_field(Gnuplot *gnuplot, const ScenePanel *panel, const Rect *frame);
void gnuplot_append_field(Gnuplot *gnuplot, const ScenePanel *panel);
void gnuplot_append_contours(Gnuplot *gnuplot, const ScenePanel *panel);

/* ` fc rgb "#0000ff" fs solid noborder` */
void gnuplot_append_fill(GString *out, Color color);

/* Markers and marks (gnuplot_mark.c), in the same way. */
void gnuplot_write_marker_data(Gnuplot *gnuplot, const SceneSeries *series);
void gnuplot_append_markers(Gnuplot *gnuplot, const ScenePanel *panel,
                            const SceneSeries *series);
void gnuplot_write_mark_data(Gnuplot *gnuplot, const ScenePanel *panel);
void gnuplot_append_marks(Gnuplot *gnuplot, const ScenePanel *panel);
/* ` pt 7 lw 0.5 ps 1 lc rgb "#0000ff"` */
void gnuplot_append_symbol(Gnuplot *gnuplot, Marker marker, bool filled, double size_pt,
                           Color color);

/* Axes (gnuplot_axis.c). Tics, label and colour of one (`x`, `y`, `y2`, `cb`); with its
 * scale; the grid; the border, on all sides of a box. */
void gnuplot_write_ticks(Gnuplot *gnuplot, const SceneAxis *axis, const char *name);
void gnuplot_write_axis(Gnuplot *gnuplot, const SceneAxis *axis, const char *name);
void gnuplot_write_grid(Gnuplot *gnuplot, const ScenePanel *panel);
void gnuplot_write_border(Gnuplot *gnuplot, const ScenePanel *panel, bool box);

/* What stands for a series in the key. */
typedef enum { KEY_LINE, KEY_BARS, KEY_BANDS, KEY_MARKERS } GnuplotKey;
GnuplotKey gnuplot_key_of(const SceneSeries *series);
/* The key (gnuplot_key.c): its settings, before the plot command; ` title "..."` where
 * what is at hand stands for a series and names it, else ` notitle`; and at the
 * command's end the names that its parts did not give. */
void gnuplot_write_key(Gnuplot *gnuplot, const ScenePanel *panel);
void gnuplot_append_key_entries(Gnuplot *gnuplot, const ScenePanel *panel);
void gnuplot_append_key(Gnuplot *gnuplot, const ScenePanel *panel,
                        const SceneSeries *series, GnuplotKey at_hand);
/* `, \` and a new line, unless it is the first part of a plot command. */
void gnuplot_append_next(Gnuplot *gnuplot);
/* ` axes x1y2` */
void gnuplot_append_axes(Gnuplot *gnuplot, bool on_y2);

/* An inset's box, the part that it shows, and the lines between. */
void gnuplot_write_inset(Gnuplot *gnuplot, const DrawingInset *inset);

/* Data of a kind (`curve`, `open`) of the curve at hand: where its lines go, until its
 * end; and its name in a plot command. */
GString *gnuplot_begin_data(Gnuplot *gnuplot, const char *kind);
void gnuplot_end_data(Gnuplot *gnuplot);
void gnuplot_append_data_name(Gnuplot *gnuplot, const char *kind);

/* Formulas as functions, with --functions (gnuplot_function.c): whether a series is
 * written so, the definitions, and its part of the plot command before ` with lines`;
 * a function is drawn piece by piece. */
bool gnuplot_is_function(const Gnuplot *gnuplot, const SceneSeries *series);
void gnuplot_write_functions(Gnuplot *gnuplot);
void gnuplot_append_function(Gnuplot *gnuplot, const ScenePanel *panel,
                             const ScenePiece *piece);

/* Bits of the language. A string is quoted so that nothing in it is obeyed; plain text
 * is escaped before, so that enhanced mode shows it as it stands. */
void gnuplot_append_string(GString *out, const char *text);
/* Any text in the notation that the terminal reads: a scene's, one that may have
 * markup, and one that is plain. */
void gnuplot_text(const Gnuplot *gnuplot, GString *out, const SceneText *text);
void gnuplot_words(const Gnuplot *gnuplot, GString *out, const char *given);
void gnuplot_plain(const Gnuplot *gnuplot, GString *out, const char *plain);

void gnuplot_append_number(GString *out, const char *before, double value);
void gnuplot_append_color(GString *out, const char *before, Color color);
void gnuplot_append_line(Gnuplot *gnuplot, Color color, double width_pt,
                         const Dash *dash); /* ` lw 2 lc rgb "#0000ff" dt (8,4)` */

/* ` font ",12"` */
void gnuplot_append_font(GString *out, double size_pt);

/* A label whose middle line stands at a place on the page. */
void gnuplot_append_label(Gnuplot *gnuplot, Point place, const char *align,
                          double size_pt, bool bold, Color color, const char *enhanced);
void gnuplot_append_title(Gnuplot *gnuplot, const EstimatedTitle *title);

#endif
