/* gnuplot_panel.c - one panel: frame, key, titles, and its plot command. */
#include "backend/gnuplot_parts.h"

#include <math.h>

#define RING_SHARE 0.45 /* of a dot's radius that its ring takes at most */

static void write_frame(Gnuplot *gnuplot, const Rect *frame)
{
    const Scene *scene = gnuplot->scene;
    GString *out = gnuplot->out;
    double right = frame->x + frame->width, bottom = frame->y + frame->height;
    gnuplot_append_number(out, "set lmargin at screen ", frame->x / scene->width_pt);
    gnuplot_append_number(out, "; set rmargin at screen ", right / scene->width_pt);
    gnuplot_append_number(out, "\nset tmargin at screen ",
                          1 - frame->y / scene->height_pt);
    gnuplot_append_number(out, "; set bmargin at screen ",
                          1 - bottom / scene->height_pt);
    g_string_append_c(out, '\n');
}

static void write_titles(Gnuplot *gnuplot, const ScenePanel *panel, const Rect *frame)
{
    EstimatedTitle titles[2];
    int count = estimate_panel_titles(gnuplot->scene, panel, frame, titles);
    for (int i = 0; i < count; i++)
        gnuplot_append_title(gnuplot, &titles[i]);
}

static void write_background(Gnuplot *gnuplot)
{
    const Theme *theme = gnuplot->scene->theme;
    if (theme->panel.alpha <= 0 || color_equal(theme->panel, theme->background))
        return;
    g_string_append(gnuplot->out,
                    "set object rectangle from graph 0, 0 to graph 1, 1 behind");
    gnuplot_append_color(gnuplot->out, " fc ", theme->panel);
    g_string_append(gnuplot->out, " fs solid noborder\n");
}

GPtrArray *gnuplot_strokes(const GnuplotView *view, const SceneSeries *series)
{
    return scene_series_strokes(series, view->panel, view->frame.width,
                                view->frame.height);
}

void gnuplot_append_next(Gnuplot *gnuplot)
{
    if (gnuplot->follows)
        g_string_append(gnuplot->out, ", \\\n     ");
    gnuplot->follows = true;
}

void gnuplot_append_axes(Gnuplot *gnuplot, bool on_y2)
{
    if (on_y2)
        g_string_append(gnuplot->out, " axes x1y2");
}

/* All pieces of a function, the last one's line and title left open. */
static void append_pieces(Gnuplot *gnuplot, const ScenePanel *panel,
                          const SceneSeries *series)
{
    for (guint i = 0; i < series->pieces->len; i++) {
        gnuplot_append_function(gnuplot, panel, g_ptr_array_index(series->pieces, i));
        if (i + 1 == series->pieces->len)
            break;
        gnuplot_append_axes(gnuplot, series->on_y2);
        g_string_append(gnuplot->out, " with lines");
        gnuplot_append_line(gnuplot, series->color, series->width_pt, &series->dash);
        g_string_append(gnuplot->out, " notitle");
        gnuplot_append_next(gnuplot);
    }
}

static void append_curve(Gnuplot *gnuplot, const ScenePanel *panel,
                         const SceneSeries *series, bool has_points)
{
    GString *out = gnuplot->out;
    if (!has_points && gnuplot_key_of(series) != KEY_LINE)
        return;
    gnuplot_append_next(gnuplot);
    if (has_points && gnuplot_is_function(gnuplot, series))
        append_pieces(gnuplot, panel, series);
    else if (has_points)
        gnuplot_append_data_name(gnuplot, "curve");
    else
        g_string_append(out, "NaN");
    gnuplot_append_axes(gnuplot, series->on_y2);
    g_string_append(out, " with lines");
    gnuplot_append_line(gnuplot, series->color, series->width_pt, &series->dash);
    gnuplot_append_key(gnuplot, panel, series, KEY_LINE);
}

/* Symbol 7 is a disc, 6 a ring; both with their line reach half its width farther. */
static void append_dots(Gnuplot *gnuplot, const SceneSeries *series, const char *block,
                        int symbol, Color color, double ring_pt)
{
    const Theme *theme = gnuplot->scene->theme;
    const GnuplotTerminal *terminal = gnuplot->terminal;
    GString *out = gnuplot->out;
    double unit = terminal->point_pt + terminal->point_size * theme->tick_size_pt;
    gnuplot_append_next(gnuplot);
    gnuplot_append_data_name(gnuplot, block);
    gnuplot_append_axes(gnuplot, series->on_y2);
    g_string_append_printf(out, " with points pt %d", symbol);
    gnuplot_append_number(out, " ps ", (theme->dot_radius_pt - ring_pt / 2) / unit);
    gnuplot_append_number(out, " lw ", ring_pt);
    gnuplot_append_color(out, " lc ", color);
    g_string_append(out, " notitle");
}

static bool has_dots(const SceneSeries *series, bool filled)
{
    for (guint i = 0; i < series->dots->len; i++)
        if (g_array_index(series->dots, SceneDot, i).filled == filled)
            return true;
    return false;
}

/* Open ones first, so that no value is hidden. */
static void append_series_dots(Gnuplot *gnuplot, const SceneSeries *series, bool filled)
{
    const Theme *theme = gnuplot->scene->theme;
    double ring = fmin(series->width_pt, RING_SHARE * theme->dot_radius_pt);
    Color inside = color_mix(theme->background, theme->panel, theme->panel.alpha);
    inside.alpha = 1;
    if (!has_dots(series, filled))
        return;
    append_dots(gnuplot, series, filled ? "taken" : "open", 7,
                filled ? series->color : inside, ring);
    if (filled)
        return;
    append_dots(gnuplot, series, "open", 6, series->color, ring);
}

static void write_plot(Gnuplot *gnuplot, const GnuplotView *view)
{
    const ScenePanel *panel = view->panel;
    int first = gnuplot->data_number;
    if (gnuplot->options->functions)
        g_string_append(gnuplot->out, "set samples samples_of_functions\n");
    g_string_append(gnuplot->out, "plot ");
    gsize begin = gnuplot->out->len;
    gnuplot->follows = false;
    gnuplot_append_field(gnuplot, panel);
    for (guint i = 0; i < panel->series->len; i++) {
        gnuplot->data_number++;
        gnuplot_append_areas(gnuplot, panel, g_ptr_array_index(panel->series, i));
    }
    gnuplot->data_number = first;
    gnuplot_append_contours(gnuplot, panel);
    for (guint i = 0; i < panel->series->len; i++) {
        const SceneSeries *series = g_ptr_array_index(panel->series, i);
        g_autoptr(GPtrArray) strokes = gnuplot_strokes(view, series);
        gnuplot->data_number++;
        append_curve(gnuplot, panel, series, strokes->len > 0);
        gnuplot_append_markers(gnuplot, panel, series);
    }
    for (int filled = 0; filled <= 1; filled++) {
        gnuplot->data_number = first;
        for (guint i = 0; i < panel->series->len; i++) {
            gnuplot->data_number++;
            append_series_dots(gnuplot, g_ptr_array_index(panel->series, i), filled);
        }
    }
    gnuplot_append_marks(gnuplot, panel);
    gnuplot_append_key_entries(gnuplot, panel);
    if (!gnuplot->follows)
        g_string_append(gnuplot->out, "NaN notitle");
    /* Else a range that comes first would be the axis'; before anything else gnuplot
     * takes the word for a function's name. */
    if (gnuplot->out->str[begin] == '[')
        g_string_insert(gnuplot->out, (gssize)begin, "sample ");
    g_string_append_c(gnuplot->out, '\n');
}

/* Of the numbers at the ticks, where it is not the script's. */
static void write_text_size(Gnuplot *gnuplot, double scale)
{
    const Theme *theme = gnuplot->scene->theme;
    g_string_append(gnuplot->out, "set xtics");
    gnuplot_append_font(gnuplot->out, scale * theme->tick_size_pt);
    g_string_append(gnuplot->out, "; set ytics");
    gnuplot_append_font(gnuplot->out, scale * theme->tick_size_pt);
    g_string_append_c(gnuplot->out, '\n');
}

void gnuplot_write_panel(Gnuplot *gnuplot, const GnuplotView *view)
{
    const ScenePanel *panel = view->panel;
    const Rect *frame = &view->frame;
    write_frame(gnuplot, frame);
    if (view->inset)
        gnuplot_write_inset(gnuplot, view->inset);
    else
        write_background(gnuplot);
    gnuplot_write_spans(gnuplot, panel);
    gnuplot_write_border(gnuplot, panel, view->inset != NULL);
    gnuplot_write_axis(gnuplot, &panel->x, "x");
    gnuplot_write_axis(gnuplot, &panel->y, "y");
    if (panel->has_y2)
        gnuplot_write_axis(gnuplot, &panel->y2, "y2");
    if (view->inset)
        write_text_size(gnuplot, view->inset->text_scale);
    if (view->inset && gnuplot->terminal->latex) /* its texts lie under the graphics */
        g_string_append(gnuplot->out, "set tics front\n");
    gnuplot_write_field(gnuplot, panel, frame);
    gnuplot_write_grid(gnuplot, panel);
    gnuplot_write_key(gnuplot, panel);
    if (!view->inset)
        write_titles(gnuplot, panel, frame);
    gnuplot_write_lines(gnuplot, panel);
    gnuplot_write_labels(gnuplot, panel);
    write_plot(gnuplot, view);
}
