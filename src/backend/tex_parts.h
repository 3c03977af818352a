/* tex_parts.h - what the files of the tex backend share. */
#ifndef ACTPLOT_BACKEND_TEX_PARTS_H
#define ACTPLOT_BACKEND_TEX_PARTS_H

#include "backend/backend.h"
#include "backend/estimate.h"

#include <glib.h>

typedef struct {
    GString *out;
    const Scene *scene;
    const Drawing *drawing;  /* where things stand */
    const ScenePanel *panel; /* at hand */
    const SceneAxis *y;      /* its y axis at hand, the second one perhaps */
    const BackendOptions *options;
    char *stem;         /* of the file's name, for those of its data files */
    Rect *frames;       /* of the panels, points on the page, y down */
    double text_scale;  /* of ticks' labels: 1, less in insets */
    int curve_number;   /* over all panels, for the names of colours */
    int line_number;    /* the same for reference lines, */
    int area_number;    /* and for regions, contours and marks */
    gunichar unknown;   /* a letter that pdflatex has no glyph for; 0: none */
    bool right_to_left; /* there are words that are read so */
} Tex;

/* One panel: an axis environment with its curves, lines and notes. */
void tex_write_panel(Tex *tex, const ScenePanel *panel, const Rect *frame);
/* A panel within a panel: box, axis, and the part that it shows. */
void tex_write_inset(Tex *tex, const DrawingInset *inset);

/* Options of the axis environment (tex_axis.c): those of one axis (`x` or `y`; side:
 * where it stands), and the lines, ticks, grid and background of all. */
void tex_write_axis(Tex *tex, const SceneAxis *axis, char name, const char *side);
void tex_write_axis_style(Tex *tex);

/* A panel's reference lines, below its curves; and the texts at places of its data, on
 * the page. */
void tex_write_lines(Tex *tex);
void tex_write_labels(Tex *tex, const ScenePanel *panel);

/* A heat map, below everything, and its contours (tex_field.c). */
void tex_write_field_style(Tex *tex, const Rect *frame); /* options of the axis */
void tex_write_field(Tex *tex);
void tex_write_contours(Tex *tex);

/* A colour with a name of its own, for pgfplots looks names up at the axis' end. */
const char *tex_define_own_color(Tex *tex, Color color, char name[32]);

/* Regions below the curves; bands and bars; markers of data, and marks (tex_area.c).
 * color is the name of a series' colour. */
void tex_write_spans(Tex *tex);
void tex_write_bands(Tex *tex, const SceneSeries *series, const char *color);
void tex_write_bars(Tex *tex, const SceneSeries *series, const char *color);
void tex_write_markers(Tex *tex, const SceneSeries *series, const char *color);
void tex_write_marks(Tex *tex);

/* Values as pgfplots has them: on a symlog axis shares of it, for TeX's numbers are too
 * small for its mathematics. */
void tex_append_value(GString *out, const char *before, const Scale *scale,
                      double value);
void tex_append_point(Tex *tex, GString *out, Point point, const char *end);
extern const char tex_row_end[]; /* of a table within the picture */
void tex_append_strokes(Tex *tex, GString *out, const GPtrArray *strokes,
                        const char *end);

/* Text for LaTeX: letters and signs beyond ASCII become commands where there are any
 * (`\ensuremath{\alpha}`), line ends become `\\`. What is a formula by its looks, such
 * as `f′(x)`, is set as one. */
void tex_append_text(Tex *tex, const SceneText *text);

/* A tick's label or other plain text, in the same way: `$-2$`, `$10^{-3}$`. */
void tex_append_plain(Tex *tex, const char *plain);
void tex_append_label(Tex *tex, const char *given); /* of a tick or a line */

void tex_append_number(GString *out, const char *before, double value);

/* `, line width=2bp, line cap=butt` and what the dash needs. */
void tex_append_stroke(GString *out, double width_pt, const Dash *dash);

/* `\fontsize{9bp}{11.25bp}\selectfont` */
void tex_append_font(GString *out, double size_pt, bool bold);

/* `, draw=apaxis` and an opacity where there is one. */
void tex_append_paint(GString *out, const char *key, const char *name, Color color);

/* `\definecolor{apaxis}{HTML}{8A909C}` */
void tex_define_color(GString *out, const char *name, Color color);

#endif
