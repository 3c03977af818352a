/* tex_parts.h - what the files of the tex backend share. */
#ifndef ACTPLOT_BACKEND_TEX_PARTS_H
#define ACTPLOT_BACKEND_TEX_PARTS_H

#include "backend/backend.h"
#include "backend/estimate.h"

#include <glib.h>

typedef struct {
    GString *out;
    const Scene *scene;
    const BackendOptions *options;
    char *stem;       /* of the file's name, for those of its data files */
    Rect *frames;     /* of the panels, points on the page, y down */
    int curve_number; /* over all panels, for the names of colours */
    int line_number;  /* the same for reference lines */
    gunichar unknown; /* a letter that pdflatex has no glyph for; 0: none */
} Tex;

/* One panel: an axis environment with its curves, lines and notes. */
void tex_write_panel(Tex *tex, guint index);

/* A panel's reference lines, below its curves, and its notes, above them. */
void tex_write_lines(Tex *tex, const ScenePanel *panel);
void tex_write_notes(Tex *tex, const ScenePanel *panel, const Rect *frame);

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
