/* theme.h - how figures look: one value for each thing a theme file may set.
 *
 * Themes are the files in assets/themes/ (`default.yaml`) or a user's own. A theme
 * may name another as its `base` and set only what differs.
 */
#ifndef ACTPLOT_SPEC_THEME_H
#define ACTPLOT_SPEC_THEME_H

#include "base/color.h"
#include "spec/palette.h"

#include <glib.h>
#include <stdbool.h>

enum { THEME_COLORS_MAX = 16, THEME_DASH_MAX = 4, THEME_DASHES_MAX = 8 };

/* A dash pattern in points, on, off, on, off; count 0 is solid. */
typedef struct {
    double length_pt[THEME_DASH_MAX];
    int count;
} Dash;

typedef enum {
    FRAME_BOX,
    FRAME_OPEN,
    FRAME_NONE
} FrameStyle; /* open: left and bottom */
typedef enum { TICKS_OUT, TICKS_IN, TICKS_NONE } TickStyle;
typedef enum { GRID_NONE, GRID_X, GRID_Y, GRID_BOTH } GridLines;
typedef enum { ALIGN_LEFT, ALIGN_CENTER } TitleAlign;

typedef struct {
    char *name;
    char *help;                 /* one line for `actplot list themes` */
    char *font_family;          /* Pango's list: `Inter, DejaVu Sans, sans-serif` */
    double width_pt, height_pt; /* of a figure of one panel */
    double dpi;
    double title_size_pt, subtitle_size_pt, label_size_pt, tick_size_pt, legend_size_pt;
    bool title_bold;
    TitleAlign title_align;
    Color background, panel, text, muted_text, axis, grid;
    double axis_width_pt, grid_width_pt, line_width_pt, tick_length_pt;
    Dash grid_dash;
    GridLines grid_lines;
    FrameStyle frame;
    TickStyle ticks;
    double x_margin, y_margin; /* room beside the data, as a share of its extent */
    Color legend_background, legend_border;
    double dot_radius_pt;
    double padding_pt; /* between the page's edge and what is drawn */
    double panel_gap_pt;
    Color colors[THEME_COLORS_MAX]; /* of curves, in turn */
    int color_count;
    Dash dashes[THEME_DASHES_MAX]; /* in turn once the colours are used up, */
    int dash_count;
    bool dash_each;      /* or together with them, from the second curve on */
    Palette *palette;    /* of families (`vary`) and heat maps */
    Palette *diverging;  /* of heat maps about a centre */
    GPtrArray *palettes; /* of Palette *: its own, by name; NULL: none */
} Theme;

/* name is a theme of the program or the path of a file; NULL is `default`. */
Theme *theme_load(const char *name, GError **error);

/* The same; files, of char * and perhaps NULL, gets the path of each file that the
 * theme is made from, the faulty ones too. */
Theme *theme_load_noting(const char *name, GPtrArray *files, GError **error);

/* The file of a theme, the caller's: one of the program, or a path (with a `/` or an
 * ending), which is taken from folder unless folder is NULL. NULL: not known. */
char *theme_path(const char *name, const char *folder, GError **error);

void theme_free(Theme *theme);

/* The program's own themes are read once, until this is called: before files that may
 * have changed are looked at again. */
void themes_forget(void);

/* The names of the program's own themes, sorted, ended by NULL; the caller's. */
char **theme_list(void);

/* Takes a palette: a qualitative one for curves in turn (its first THEME_COLORS_MAX
 * colours), others for families and heat maps. */
void theme_use_palette(Theme *theme, const Palette *palette);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Theme, theme_free)

#endif
