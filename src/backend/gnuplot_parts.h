/* gnuplot_parts.h - what the files of the gnuplot backend share. */
#ifndef ACTPLOT_BACKEND_GNUPLOT_PARTS_H
#define ACTPLOT_BACKEND_GNUPLOT_PARTS_H

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
} GnuplotTerminal;

typedef struct {
    GString *out;
    const Scene *scene;
    const GnuplotTerminal *terminal;
    Rect *frames;    /* of the panels, points on the page, y down */
    int data_number; /* of the curve or dots at hand */
} Gnuplot;

/* Estimates where the frames stand, as layout would place them, without fonts. */
void gnuplot_place_frames(const Scene *scene, Rect *frames);

/* The title of a lone panel is the figure's when that has none. */
const SceneText *gnuplot_page_title(const Scene *scene);
const SceneText *gnuplot_page_subtitle(const Scene *scene);
bool gnuplot_has_panel_titles(const Scene *scene);
double gnuplot_panel_title_size(const Theme *theme);

/* Distances that both the frames and what stands around them depend on, points. */
double gnuplot_padding(const Scene *scene);
double gnuplot_text_height(double size_pt); /* of a line */
double gnuplot_block_height(const char *plain, double size_pt);
double gnuplot_header_gap(double size_pt);   /* under the figure's titles */
double gnuplot_subtitle_gap(double size_pt); /* between title and subtitle */
double gnuplot_panel_gap(double size_pt);    /* under a panel's titles */

/* A legend's text, and the room that it takes beside the frame (0: it stands inside).
 * Long ones are set smaller and in columns. */
typedef struct {
    double size_pt, width_pt;
} GnuplotKey;
GnuplotKey gnuplot_key(const Scene *scene, const ScenePanel *panel);

/* What a legend shows of a label that is too long for it, plain; the caller's. NULL:
 * all. */
char *gnuplot_key_text(const Scene *scene, const ScenePanel *panel,
                       const SceneSeries *series);

/* One panel's settings and its plot command; its data is already written. */
void gnuplot_write_panel(Gnuplot *gnuplot, guint index);

/* A panel's reference lines and notes. */
void gnuplot_write_notes(Gnuplot *gnuplot, const ScenePanel *panel, const Rect *frame);

/* The stretches of a curve that are painted. Array of GArray of Point; the caller's. */
GPtrArray *gnuplot_strokes(const Gnuplot *gnuplot, guint panel_index,
                           const SceneSeries *series);

/* Bits of the language. A string is quoted so that nothing in it is obeyed; plain text
 * is escaped before, so that enhanced mode shows it as it stands. */
void gnuplot_append_string(GString *out, const char *text);
void gnuplot_escape(GString *out, const char *text);
void gnuplot_append_number(GString *out, const char *before, double value);
void gnuplot_append_color(GString *out, const char *before, Color color);
void gnuplot_append_line(Gnuplot *gnuplot, Color color, double width_pt,
                         const Dash *dash); /* ` lw 2 lc rgb "#0000ff" dt (8,4)` */

/* ` font ",12"` */
void gnuplot_append_font(GString *out, double size_pt);

/* A label whose middle line stands at a place on the page. */
void gnuplot_append_label(Gnuplot *gnuplot, Point place, const char *align,
                          double size_pt, bool bold, Color color, const char *enhanced);

#endif
