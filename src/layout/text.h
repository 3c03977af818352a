/* text.h - lines of text, measured by Pango once and painted by every backend. */
#ifndef ACTPLOT_LAYOUT_TEXT_H
#define ACTPLOT_LAYOUT_TEXT_H

#include "base/geometry.h"
#include "base/warning.h"

#include <glib.h>
#include <stdbool.h>

typedef struct _PangoLayout PangoLayout;

/* Makes lines; holds one font map. One a thread. */
typedef struct TextContext TextContext;
TextContext *text_context_new(const char *font_family, Warnings *warnings);
void text_context_free(TextContext *context);

/* For the lines to come; a context keeps the fonts it has found, so let one serve many
 * figures. font_family NULL is sans-serif. A new context reads fontconfig's files in a
 * thread: made early, it costs nothing. */
void text_context_use(TextContext *context, const char *font_family,
                      Warnings *warnings);

/* Who hears of missing characters from now on; returns who did, NULL: nobody. */
Warnings *text_context_warn(TextContext *context, Warnings *warnings);

/* A stretch of one font, size and baseline, as Pango split the line. */
typedef struct {
    char *text;        /* UTF-8 */
    double x_pt, y_pt; /* of its baseline's left end, from the line's; y down */
    double width_pt;
    double size_pt;
    char *family; /* of the font that Pango chose */
    int weight;   /* 400, 700 */
    bool italic;
    bool right_to_left;
} TextRun;

/* A further stretch of the line, set by itself: a piece of a formula. */
typedef struct {
    PangoLayout *layout; /* owned by the line */
    double scale;        /* paint it so many times larger */
    Point at;            /* its baseline's left end, from the line's; y down */
} TextPart;

/* A line of a formula: a fraction's bar, a root, a brace. */
typedef struct {
    Point *points; /* owned by the line; from its baseline's left end, y down */
    int count;
    double width_pt; /* 0: a filled outline */
} TextStroke;

typedef struct {
    PangoLayout *layout; /* for cairo backends; owned by the line */
    double scale;        /* paint the layout so many times larger */
    double width_pt;
    double ascent_pt, descent_pt; /* of the font's line, above and below the baseline */
    Rect ink;                     /* tight box, from the baseline's left end; y down */
    TextRun *runs;                /* of the layout and the parts, in reading order */
    int run_count;
    TextPart *parts; /* NULL, as strokes: the line has no formulas */
    int part_count;
    TextStroke *strokes; /* a drawing paints them beside the text */
    int stroke_count;
    char *plain; /* the text without markup */
    int references;
} TextLine;

/* A line is shared by those who ask for it again: nobody changes it, and it stays with
 * the thread of its context. text_line_free() gives one back.
 *
 * size_pt > 0. A line break counts as a space and a text ends after 4000 characters.
 * markup is Pango markup with formulas between dollar signs (formula/markup.h); what is
 * not well-formed is shown as it stands. A character that no font has adds a warning
 * which names it and a package. */
TextLine *text_line_new(TextContext *context, const char *markup, double size_pt,
                        bool bold);
void text_line_free(TextLine *line);

/* The same, cut with an ellipsis where it would be wider than width_pt; *cut says
 * whether it was. At least the ellipsis stays. Before that, fractions are set on the
 * line. */
TextLine *text_line_new_cut(TextContext *context, const char *markup, double size_pt,
                            bool bold, double width_pt, bool *cut);

/* Gives back what Pango, cairo and fontconfig keep for the whole process, for leak
 * checkers. No context, line or drawing may be left, nor another thread. */
void text_shutdown(void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(TextContext, text_context_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TextLine, text_line_free)

#endif
