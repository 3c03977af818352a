/* svg_text.c - a line of text as SVG: one tspan a run, or outlines.
 *
 * Renderers disagree about dy and baseline-shift, and fonts differ: each run has its
 * own x, y and textLength, and the words stay where layout put them.
 */
#include "backend/svg_text.h"

#include "backend/svg_attribute.h"
#include "backend/svg_path.h"
#include "backend/xml.h"

#include <math.h>
#include <string.h>

#define TOUCHING_PT 0.01 /* runs that lie as near to each other have no gap */

/* A space of its own for a line: its baseline begins at 0, 0 there. */
static void append_transform(GString *out, const DrawingText *text)
{
    g_string_append(out, " transform=\"translate(");
    svg_append_number(out, text->origin.x);
    g_string_append_c(out, ' ');
    svg_append_number(out, text->origin.y);
    g_string_append_c(out, ')');
    if (text->angle != 0) {
        g_string_append(out, " rotate(");
        svg_append_number(out, -text->angle);
        g_string_append_c(out, ')');
    }
    g_string_append_c(out, '"');
}

void svg_append_outlines(GString *out, const DrawingText *text)
{
    SvgPath path;
    g_string_append(out, "<path role=\"img\"");
    xml_append_attribute(out, "aria-label", text->line->plain);
    append_transform(out, text);
    svg_append_paint(out, "fill", text->color);
    g_string_append(out, " d=\"");
    svg_path_init(&path, out);
    svg_path_text(&path, text->line);
    g_string_append(out, "\"/>\n");
}

/* Whether SVG's usual treatment of spaces would lose some of text. */
static bool has_bare_spaces(const TextLine *line)
{
    for (int i = 0; i < line->run_count; i++) {
        const char *text = line->runs[i].text;
        if (text[0] == ' ' || g_str_has_suffix(text, " ") || strstr(text, "  "))
            return true;
    }
    return false;
}

/* What of the run's font is not already so around it. */
static void append_font(GString *out, const TextRun *run, const TextRun *around)
{
    if (strcmp(run->family, around->family) != 0)
        svg_append_family(out, run->family);
    if (run->size_pt != around->size_pt)
        svg_append_length(out, "font-size", run->size_pt);
    if (run->weight != around->weight)
        g_string_append_printf(out, " font-weight=\"%d\"", run->weight);
    if (run->italic != around->italic)
        g_string_append_printf(out, " font-style=\"%s\"",
                               run->italic ? "italic" : "normal");
}

/* Several runs in one font are one run: what Pango split for scripts' sake. Returns
 * the index after them; merged's text is the caller's. */
static int merge_runs(const TextLine *line, int from, TextRun *merged)
{
    int next = from + 1;
    *merged = line->runs[from];
    merged->text = g_strdup(merged->text);
    for (; next < line->run_count; next++) {
        const TextRun *run = &line->runs[next];
        double gap = run->x_pt - merged->x_pt - merged->width_pt;
        if (merged->right_to_left || run->right_to_left || fabs(gap) > TOUCHING_PT ||
            strcmp(run->family, merged->family) != 0 ||
            run->size_pt != merged->size_pt || run->y_pt != merged->y_pt ||
            run->weight != merged->weight || run->italic != merged->italic)
            break;
        char *joined = g_strconcat(merged->text, run->text, NULL);
        g_free(merged->text);
        merged->text = joined;
        merged->width_pt = run->x_pt + run->width_pt - merged->x_pt;
    }
    return next;
}

static void append_run(GString *out, const TextRun *run, const TextRun *first,
                       Point place)
{
    g_string_append(out, "<tspan");
    svg_append_length(out, "x", place.x + run->x_pt);
    svg_append_length(out, "y", place.y + run->y_pt);
    if (run->width_pt > 0) {
        svg_append_length(out, "textLength", run->width_pt);
        g_string_append(out, " lengthAdjust=\"spacingAndGlyphs\"");
    }
    if (run->right_to_left)
        g_string_append(out, " direction=\"rtl\" unicode-bidi=\"embed\""
                             " text-anchor=\"end\"");
    append_font(out, run, first);
    g_string_append_c(out, '>');
    xml_append_escaped(out, run->text);
    g_string_append(out, "</tspan>");
}

void svg_append_text(GString *out, const DrawingText *text, const char *family)
{
    const TextLine *line = text->line;
    if (line->run_count == 0)
        return;
    const TextRun *first = &line->runs[0];
    const TextRun document = {.family = (char *)family, .weight = 400};
    Point place = text->angle == 0 ? text->origin : (Point){0, 0};
    g_string_append(out, "<text");
    if (text->angle != 0)
        append_transform(out, text);
    append_font(out, first, &document);
    svg_append_paint(out, "fill", text->color);
    if (has_bare_spaces(line))
        g_string_append(out, " xml:space=\"preserve\"");
    g_string_append_c(out, '>');
    for (int i = 0; i < line->run_count;) {
        TextRun run;
        i = merge_runs(line, i, &run);
        append_run(out, &run, first, place);
        g_free(run.text);
    }
    g_string_append(out, "</text>\n");
}
