/* gnuplot_mark.c - markers of data, and points that are pointed out. */
#include "backend/gnuplot_parts.h"

/* gnuplot's symbols; the filled one of a pair is one more. */
static int symbol(Marker marker, bool filled)
{
    static const int open[] = {
        [MARKER_NONE] = 6,     [MARKER_CIRCLE] = 6,   [MARKER_SQUARE] = 4,
        [MARKER_DIAMOND] = 12, [MARKER_TRIANGLE] = 8, [MARKER_CROSS] = 2,
        [MARKER_PLUS] = 1,
    };
    bool lines = marker == MARKER_CROSS || marker == MARKER_PLUS;
    return open[marker] + (filled && !lines ? 1 : 0);
}

void gnuplot_append_symbol(Gnuplot *gnuplot, Marker marker, bool filled, double size_pt,
                           Color color)
{
    const GnuplotTerminal *terminal = gnuplot->terminal;
    const Theme *theme = gnuplot->scene->theme;
    double unit = terminal->point_pt + terminal->point_size * theme->tick_size_pt;
    g_string_append_printf(gnuplot->out, " pt %d", symbol(marker, filled));
    gnuplot_append_number(gnuplot->out, " lw 0.5 ps ", (size_pt / 2 - 0.25) / unit);
    gnuplot_append_color(gnuplot->out, " lc ", color);
}

static void append_point(GString *out, Point point)
{
    char x[NUMBER_SIZE], y[NUMBER_SIZE];
    g_string_append_printf(out, "%s %s\n", number_format(point.x, x),
                           number_format(point.y, y));
}

void gnuplot_write_marker_data(Gnuplot *gnuplot, const SceneSeries *series)
{
    if (series->markers->len == 0 || series->marker == MARKER_NONE)
        return;
    GString *out = gnuplot_begin_data(gnuplot, "markers");
    for (guint i = 0; i < series->markers->len; i++)
        append_point(out, g_array_index(series->markers, Point, i));
    gnuplot_end_data(gnuplot);
}

void gnuplot_append_markers(Gnuplot *gnuplot, const ScenePanel *panel,
                            const SceneSeries *series)
{
    if (series->markers->len == 0 || series->marker == MARKER_NONE)
        return;
    gnuplot_append_next(gnuplot);
    gnuplot_append_data_name(gnuplot, "markers");
    gnuplot_append_axes(gnuplot, series->on_y2);
    g_string_append(gnuplot->out, " with points");
    gnuplot_append_symbol(gnuplot, series->marker, true, series->marker_pt,
                          series->color);
    gnuplot_append_key(gnuplot, panel, series, KEY_MARKERS);
}

static char *mark_name(Gnuplot *gnuplot, guint i)
{
    return g_strdup_printf("mark%d_%u", gnuplot->view_number, i);
}

void gnuplot_write_mark_data(Gnuplot *gnuplot, const ScenePanel *panel)
{
    for (guint i = 0; i < panel->marks->len; i++) {
        g_autofree char *name = mark_name(gnuplot, i);
        append_point(gnuplot_begin_data(gnuplot, name),
                     g_array_index(panel->marks, SceneMark, i).at);
        gnuplot_end_data(gnuplot);
    }
}

void gnuplot_append_marks(Gnuplot *gnuplot, const ScenePanel *panel)
{
    int last = gnuplot->data_number;
    gnuplot->data_number -= (int)panel->series->len; /* as when they were written */
    for (guint i = 0; i < panel->marks->len; i++) {
        const SceneMark *mark = &g_array_index(panel->marks, SceneMark, i);
        g_autofree char *name = mark_name(gnuplot, i);
        gnuplot_append_next(gnuplot);
        gnuplot_append_data_name(gnuplot, name);
        gnuplot_append_axes(gnuplot, mark->on_y2);
        g_string_append(gnuplot->out, " with points");
        gnuplot_append_symbol(gnuplot, mark->marker, mark->filled, mark->size_pt,
                              mark->color);
        g_string_append(gnuplot->out, " notitle");
    }
    gnuplot->data_number = last;
}
