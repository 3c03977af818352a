/* gnuplot_axis.c - an axis: scale, tics, label; the grid and the border beside it. */
#include "backend/gnuplot_parts.h"

#include <string.h>

#define MINOR_LENGTH 0.55 /* of a major tick's; layout's */

/* `("0" 0, "" 0.5 1)`: a label each, minor ones with a level. */
static void append_ticks(Gnuplot *gnuplot, const SceneAxis *axis, const char *name)
{
    GString *out = gnuplot->out;
    char buffer[NUMBER_SIZE];
    g_string_append(out, " (");
    for (guint i = 0; i < axis->ticks->len; i++) {
        const SceneTick *tick = &g_array_index(axis->ticks, SceneTick, i);
        if (i > 0)
            g_string_append(out, ", ");
        g_autoptr(GString) label = g_string_new(NULL);
        if (drawing_shows(gnuplot->drawing, tick) || strcmp(name, "cb") == 0)
            gnuplot_words(gnuplot, label, tick->label);
        gnuplot_append_string(out, label->str);
        g_string_append_printf(out, " %s%s", number_format(tick->value, buffer),
                               tick->major ? "" : " 1");
    }
    g_string_append_c(out, ')');
}

/* In lines that its frame has room for. */
static void append_axis_label(Gnuplot *gnuplot, const SceneAxis *axis, bool across)
{
    const Rect *frame = &gnuplot->frames[0]; /* all have one size */
    double room = across ? frame->width : frame->height;
    g_autofree char *broken =
        estimate_broken(&axis->label, gnuplot->scene->theme->label_size_pt, 1.1 * room);
    g_autoptr(GString) lines = g_string_new(NULL);
    if (broken)
        gnuplot_plain(gnuplot, lines, broken);
    else
        gnuplot_text(gnuplot, lines, &axis->label);
    gnuplot_append_string(gnuplot->out, lines->str);
}

/* `set nonlinear y via ...`: scale_map_symlog() as gnuplot computes it. */
static void write_symlog(GString *out, const char *name, const Scale *scale)
{
    char linear[NUMBER_SIZE];
    char v = name[0];
    number_format(scale->linear, linear);
    g_string_append_printf(out,
                           "set nonlinear %s via sgn(%c)*log(1.0 + abs(%c)/%s) "
                           "inverse sgn(%c)*%s*(exp(abs(%c)) - 1.0)\n",
                           name, v, v, linear, v, linear, v);
}

static void write_tick_settings(Gnuplot *gnuplot, const SceneAxis *axis,
                                const char *name)
{
    const Theme *theme = gnuplot->scene->theme;
    GString *out = gnuplot->out;
    double length = theme->ticks == TICKS_NONE ? 0 : theme->tick_length_pt;
    double scale = length / (gnuplot->terminal->tic_unit * theme->tick_size_pt);
    bool across = name[0] == 'x', left = strcmp(name, "y") == 0;
    g_string_append_printf(out, "set %stics %s nomirror offset %s", name,
                           theme->ticks == TICKS_IN ? "in" : "out",
                           across ? "0,0.35"
                           : left ? "0.6,0"
                                  : "-0.6,0");
    gnuplot_append_number(out, " scale ", scale);
    gnuplot_append_number(out, ",", MINOR_LENGTH * scale);
    gnuplot_append_color(out, " tc ", axis->has_color ? axis->color : theme->text);
    append_ticks(gnuplot, axis, name);
    g_string_append_c(out, '\n');
}

void gnuplot_write_ticks(Gnuplot *gnuplot, const SceneAxis *axis, const char *name)
{
    const Theme *theme = gnuplot->scene->theme;
    GString *out = gnuplot->out;
    const Color text = axis->has_color ? axis->color : theme->text;
    bool across = name[0] == 'x';
    if (axis->ticks->len > 0)
        write_tick_settings(gnuplot, axis, name);
    else /* an empty list would be none of the script's, but gnuplot's own */
        g_string_append_printf(out, "unset %stics\n", name);
    if (!axis->show_labels || axis->label.plain[0] == '\0')
        return;
    g_string_append_printf(out, "set %slabel ", name);
    append_axis_label(gnuplot, axis, across);
    gnuplot_append_font(out, theme->label_size_pt);
    gnuplot_append_color(out, " tc ", text);
    g_string_append(out, across ? " offset 0,0.7\n" : "\n");
}

void gnuplot_write_axis(Gnuplot *gnuplot, const SceneAxis *axis, const char *name)
{
    GString *out = gnuplot->out;
    char low[NUMBER_SIZE], high[NUMBER_SIZE];
    if (axis->scale.kind == SCALE_LOG)
        g_string_append_printf(out, "set logscale %s\n", name);
    if (axis->scale.kind == SCALE_SYMLOG)
        write_symlog(out, name, &axis->scale);
    g_string_append_printf(out, "set %srange [%s:%s]\n", name,
                           number_format(axis->scale.low, low),
                           number_format(axis->scale.high, high));
    gnuplot_write_ticks(gnuplot, axis, name);
}

void gnuplot_write_grid(Gnuplot *gnuplot, const ScenePanel *panel)
{
    const Theme *theme = gnuplot->scene->theme;
    GString *out = gnuplot->out;
    if ((!panel->x.grid && !panel->y.grid) || theme->grid_width_pt <= 0)
        return;
    g_string_append_printf(out, "set grid %sxtics %sytics", panel->x.grid ? "" : "no",
                           panel->y.grid ? "" : "no");
    g_string_append(out, " back lt 1"); /* its own line type is dotted */
    gnuplot_append_line(gnuplot, theme->grid, theme->grid_width_pt, &theme->grid_dash);
    g_string_append_c(out, '\n');
}

void gnuplot_write_border(Gnuplot *gnuplot, const ScenePanel *panel, bool box)
{
    static const int sides[] = {[FRAME_BOX] = 15, [FRAME_OPEN] = 3, [FRAME_NONE] = 0};
    const Theme *theme = gnuplot->scene->theme;
    g_string_append_printf(gnuplot->out, "set border %d behind",
                           box ? 15 : sides[theme->frame] | (panel->has_y2 ? 8 : 0));
    gnuplot_append_number(gnuplot->out, " lw ", theme->axis_width_pt);
    gnuplot_append_color(gnuplot->out, " lc ", theme->axis);
    g_string_append_c(gnuplot->out, '\n');
}
