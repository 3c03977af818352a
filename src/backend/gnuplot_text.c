/* gnuplot_text.c - strings, numbers, colours and dashes in gnuplot's language. */
#include "backend/gnuplot_parts.h"

#include "backend/tex_parts.h"
#include "scene/label.h"

#include <math.h>
#include <string.h>

/* Within double quotes backslashes are escapes and backquotes run commands; only an
 * octal escape keeps them harmless in each. */
void gnuplot_append_string(GString *out, const char *text)
{
    g_string_append_c(out, '"');
    for (const char *at = text; *at; at++) {
        if (*at == '\\' || *at == '"')
            g_string_append_printf(out, "\\%c", *at);
        else if (*at == '\n')
            g_string_append(out, "\\n");
        else if (*at == '`')
            g_string_append(out, "\\140");
        else if ((unsigned char)*at >= 0x20)
            g_string_append_c(out, *at);
    }
    g_string_append_c(out, '"');
}

static void escape(GString *out, const char *text)
{
    for (const char *at = text; *at; at++) {
        if (strchr("^_{}@&~\\", *at))
            g_string_append_c(out, '\\');
        g_string_append_c(out, *at);
    }
}

void gnuplot_text(const Gnuplot *gnuplot, GString *out, const SceneText *text)
{
    Tex tex = {.out = out};
    if (gnuplot->terminal->latex)
        tex_append_text(&tex, text);
    else
        g_string_append(out, text->gnuplot);
}

void gnuplot_words(const Gnuplot *gnuplot, GString *out, const char *given)
{
    Tex tex = {.out = out};
    if (gnuplot->terminal->latex) {
        tex_append_label(&tex, given);
        return;
    }
    g_autofree char *text = label_in(given, NOTATION_GNUPLOT);
    g_string_append(out, text);
}

void gnuplot_plain(const Gnuplot *gnuplot, GString *out, const char *plain)
{
    Tex tex = {.out = out};
    if (gnuplot->terminal->latex)
        tex_append_plain(&tex, plain);
    else
        escape(out, plain);
}

void gnuplot_append_number(GString *out, const char *before, double value)
{
    char buffer[NUMBER_SIZE];
    g_string_append(out, before);
    g_string_append(out, number_format_fixed(value, 4, buffer));
}

/* gnuplot's first byte is how much shines through. */
void gnuplot_append_color(GString *out, const char *before, Color color)
{
    char buffer[8];
    g_string_append_printf(out, "%srgb \"#", before);
    if (color.alpha < 1)
        g_string_append_printf(out, "%02x", (unsigned)lround((1 - color.alpha) * 255));
    g_string_append_printf(out, "%s\"", color_format(color, buffer) + 1);
}

/* The terminals round the ends of lines: by as much are the dashes shortened. */
static void append_dash(const Gnuplot *gnuplot, const Dash *dash, double width_pt)
{
    const GnuplotTerminal *terminal = gnuplot->terminal;
    double unit = terminal->dash_unit * fmax(width_pt, terminal->least_dash_pt);
    if (!(unit > 0))
        return;
    for (int i = 0; i < dash->count; i++) {
        double length = dash->length_pt[i] + (i % 2 == 0 ? -width_pt : width_pt);
        gnuplot_append_number(gnuplot->out, i == 0 ? " dt (" : ",",
                              fmax(length, 0.05 * width_pt) / unit);
    }
    if (dash->count > 0)
        g_string_append_c(gnuplot->out, ')');
}

void gnuplot_append_line(Gnuplot *gnuplot, Color color, double width_pt,
                         const Dash *dash)
{
    gnuplot_append_number(gnuplot->out, " lw ", width_pt);
    gnuplot_append_color(gnuplot->out, " lc ", color);
    append_dash(gnuplot, dash, width_pt);
}

void gnuplot_append_fill(GString *out, Color color)
{
    gnuplot_append_color(out, " fc ", color);
    g_string_append(out, " fs solid noborder");
}

void gnuplot_append_font(GString *out, double size_pt)
{
    char buffer[NUMBER_SIZE];
    g_string_append_printf(out, " font \",%s\"",
                           number_format_fixed(size_pt, 2, buffer));
}

/* A font's weight would end with the first line. */
static char *make_bold(const Gnuplot *gnuplot, const char *enhanced)
{
    if (gnuplot->terminal->latex)
        return g_strdup_printf("\\textbf{%s}", enhanced);
    g_auto(GStrv) lines = g_strsplit(enhanced, "\n", -1);
    g_autofree char *joined = g_strjoinv("}\n{/:Bold ", lines);
    return g_strconcat("{/:Bold ", joined, "}", NULL);
}

/* LaTeX breaks lines in paragraphs alone; the place is that of the first one. A box
 * about it would be as wide as the paragraph. */
static char *make_paragraph(const char *text, const char *align)
{
    return g_strdup_printf(
        "\\smash{\\parbox[t]{20cm}{\\%s %s}}",
        g_str_has_prefix(align, "left") ? "raggedright" : "centering", text);
}

void gnuplot_append_label(Gnuplot *gnuplot, Point place, const char *align,
                          double size_pt, bool bold, Color color, const char *enhanced)
{
    const Scene *scene = gnuplot->scene;
    GString *out = gnuplot->out;
    g_autofree char *text = bold ? make_bold(gnuplot, enhanced) : g_strdup(enhanced);
    g_autofree char *lines =
        gnuplot->terminal->latex && !strstr(align, "boxed") && strstr(text, "\\\\{}")
            ? make_paragraph(text, align)
            : NULL;
    g_string_append(out, "set label ");
    gnuplot_append_string(out, lines ? lines : text);
    gnuplot_append_number(out, " at screen ", place.x / scene->width_pt);
    gnuplot_append_number(out, ", screen ", 1 - place.y / scene->height_pt);
    g_string_append_printf(out, " %s front", align);
    gnuplot_append_font(out, size_pt);
    gnuplot_append_color(out, " tc ", color);
    g_string_append_c(out, '\n');
}

void gnuplot_append_title(Gnuplot *gnuplot, const EstimatedTitle *title)
{
    g_autofree char *broken =
        estimate_broken(title->text, title->size_pt, title->room_pt);
    g_autoptr(GString) lines = g_string_new(NULL);
    if (broken)
        gnuplot_plain(gnuplot, lines, broken);
    else
        gnuplot_text(gnuplot, lines, title->text);
    gnuplot_append_label(gnuplot, title->place,
                         title->centred     ? "center"
                         : title->leftwards ? "right"
                                            : "left",
                         title->size_pt, title->bold, title->color, lines->str);
}
