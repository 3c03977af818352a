/* gnuplot_area.c - shaded regions, bands, bars, and fields with their contours. */
#include "backend/gnuplot_parts.h"

#include <math.h>

/* Cells of a field, a side, at the most; boxes take more room than numbers. */
enum { FIELD_SIDE = 200, BOX_SIDE = 80, SEAMLESS_SIDE = 24 };

#define BAR_GAP 1.0   /* between frame and colour bar, of the tick size */
#define BAR_WIDTH 1.2 /* of the tick size */

/* --- Regions --- */

/* Under the curves, but not under the colours of a heat map. */
static void write_span(Gnuplot *gnuplot, const SceneSpan *span, bool on_field)
{
    const char *layer = on_field ? "front" : "behind";
    GString *out = gnuplot->out;
    char first[NUMBER_SIZE], last[NUMBER_SIZE];
    number_format(span->first, first);
    number_format(span->last, last);
    if (span->of_y)
        g_string_append_printf(
            out,
            "set object rectangle from graph 0, first %s to graph 1, "
            "first %s %s",
            first, last, layer);
    else
        g_string_append_printf(
            out,
            "set object rectangle from first %s, graph 0 to first %s, "
            "graph 1 %s",
            first, last, layer);
    gnuplot_append_fill(out, span->fill);
    g_string_append_c(out, '\n');
}

void gnuplot_write_spans(Gnuplot *gnuplot, const ScenePanel *panel)
{
    for (guint i = 0; i < panel->spans->len; i++)
        write_span(gnuplot, &g_array_index(panel->spans, SceneSpan, i), panel->field);
}

/* --- Bands and bars --- */

static void append_row(GString *out, int count, const double values[])
{
    char buffer[NUMBER_SIZE];
    for (int i = 0; i < count; i++)
        g_string_append_printf(out, "%s%s", i > 0 ? " " : "",
                               isnan(values[i]) ? "NaN"
                                                : number_format(values[i], buffer));
    g_string_append_c(out, '\n');
}

void gnuplot_write_area_data(Gnuplot *gnuplot, const SceneSeries *series)
{
    if (series->bands->len > 0) {
        GString *out = gnuplot_begin_data(gnuplot, "band");
        for (guint i = 0; i < series->bands->len; i++) {
            const SceneBand *band = g_ptr_array_index(series->bands, i);
            if (i > 0)
                g_string_append_c(out, '\n');
            for (guint k = 0; k < band->low->len; k++) {
                Point low = g_array_index(band->low, Point, k);
                append_row(
                    out, 3,
                    (double[]){low.x, low.y, g_array_index(band->high, Point, k).y});
            }
        }
        gnuplot_end_data(gnuplot);
    }
    if (series->bars->len > 0) {
        GString *out = gnuplot_begin_data(gnuplot, "bars");
        for (guint i = 0; i < series->bars->len; i++) {
            const SceneBar *bar = &g_array_index(series->bars, SceneBar, i);
            append_row(out, 4, (double[]){bar->left, bar->right, bar->low, bar->high});
        }
        gnuplot_end_data(gnuplot);
    }
}

void gnuplot_append_areas(Gnuplot *gnuplot, const ScenePanel *panel,
                          const SceneSeries *series)
{
    GString *out = gnuplot->out;
    if (series->bands->len > 0) {
        gnuplot_append_next(gnuplot);
        gnuplot_append_data_name(gnuplot, "band");
        g_string_append(out, " using 1:2:3");
        gnuplot_append_axes(gnuplot, series->on_y2);
        g_string_append(out, " with filledcurves");
        gnuplot_append_fill(out, series->fill);
        gnuplot_append_key(gnuplot, panel, series, KEY_BANDS);
    }
    if (series->bars->len > 0) {
        gnuplot_append_next(gnuplot);
        gnuplot_append_data_name(gnuplot, "bars");
        g_string_append(out, " using (($1 + $2)/2):(($3 + $4)/2):1:2:3:4");
        gnuplot_append_axes(gnuplot, series->on_y2);
        g_string_append(out, " with boxxyerror");
        gnuplot_append_fill(out, series->fill);
        gnuplot_append_key(gnuplot, panel, series, KEY_BARS);
    }
}

/* --- Fields --- */

/* gnuplot's images have cells of one size in data: on other axes a field is boxes. */
static bool is_boxes(const SceneField *field)
{
    return field->x.kind != SCALE_LINEAR || field->y.kind != SCALE_LINEAR;
}

/* Cells drawn one by one leave gaps of a fraction of a pixel between each other, which
 * show where there are many. */
static bool has_seams(const SceneField *field)
{
    return MAX(field->columns, field->rows) > SEAMLESS_SIDE;
}

/* A script need not hold every cell: each that it has is the middle one of its part. */
static int field_columns(const SceneField *field)
{
    return MIN(field->columns, is_boxes(field) ? BOX_SIDE : FIELD_SIDE);
}

static int field_rows(const SceneField *field)
{
    return MIN(field->rows, is_boxes(field) ? BOX_SIDE : FIELD_SIDE);
}

/* On a symlog colour axis shares of it, for gnuplot's has none. */
static double field_value(const SceneField *field, double value)
{
    const Scale *scale = &field->bar.scale;
    return scale->kind == SCALE_SYMLOG ? scale_map(scale, value) : value;
}

static void append_cell(GString *out, double value)
{
    char buffer[NUMBER_SIZE];
    g_string_append(out, isnan(value) ? "NaN" : number_format_digits(value, 6, buffer));
    g_string_append_c(out, ' ');
}

/* The edges of one of the script's cells, and its value. It reaches under the next one,
 * so that no seam shows. */
static void append_box(GString *out, const SceneField *field, int column, int row,
                       double value)
{
    double columns = field_columns(field), rows = field_rows(field), reach = 1.3;
    append_row(
        out, 5,
        (double[]){scale_invert(&field->x, column / columns),
                   scale_invert(&field->x, fmin(column + reach, columns) / columns),
                   scale_invert(&field->y, row / rows),
                   scale_invert(&field->y, fmin(row + reach, rows) / rows), value});
}

static char *field_name(Gnuplot *gnuplot, const char *kind)
{
    return g_strdup_printf("%s%d", kind, gnuplot->view_number);
}

void gnuplot_write_field_data(Gnuplot *gnuplot, const ScenePanel *panel)
{
    const SceneField *field = panel->field;
    if (!field)
        return;
    g_autofree char *name = field_name(gnuplot, "field");
    GString *out = gnuplot_begin_data(gnuplot, name);
    int columns = field_columns(field), rows = field_rows(field);
    g_autofree double *values = g_new(double, (gsize)field->columns);
    for (int row = 0; row < rows; row++) {
        scene_field_row(field, (int)(((gint64)2 * row + 1) * field->rows / (2 * rows)),
                        values);
        for (int column = 0; column < columns; column++) {
            gint64 at = ((gint64)2 * column + 1) * field->columns / (2 * columns);
            double value = field_value(field, values[at]);
            if (is_boxes(field))
                append_box(out, field, column, row, value);
            else
                append_cell(out, value);
        }
        g_string_append_c(out, '\n');
    }
    gnuplot_end_data(gnuplot);
    for (guint i = 0; i < field->contours->len; i++) {
        const SceneContour *contour = g_ptr_array_index(field->contours, i);
        g_autofree char *kind =
            g_strdup_printf("contour%d_%u", gnuplot->view_number, i);
        out = gnuplot_begin_data(gnuplot, kind);
        g_autoptr(GPtrArray) lines = drawing_contour(gnuplot->drawing, contour);
        for (guint k = 0; k < lines->len; k++) {
            const GArray *points = g_ptr_array_index(lines, k);
            if (k > 0)
                g_string_append_c(out, '\n');
            for (guint p = 0; p < points->len; p++) {
                Point point = g_array_index(points, Point, p);
                append_row(out, 2, (double[]){point.x, point.y});
            }
        }
        gnuplot_end_data(gnuplot);
    }
}

static void write_palette(GString *out, const SceneField *field)
{
    char buffer[8];
    g_string_append(out, "set palette maxcolors 256 defined (");
    for (int i = 0; i < 256; i += 5) /* ends with 255 */
        g_string_append_printf(out, "%s%d \"%s\"", i > 0 ? ", " : "", i,
                               color_format(field->colors[i], buffer));
    g_string_append(out, ")\n");
}

static void write_bar_ticks(Gnuplot *gnuplot, const SceneField *field)
{
    SceneAxis bar = field->bar;
    g_autoptr(GArray) ticks = g_array_new(FALSE, FALSE, sizeof(SceneTick));
    for (guint i = 0; i < bar.ticks->len; i++) {
        SceneTick tick = g_array_index(bar.ticks, SceneTick, i);
        tick.value = field_value(field, tick.value);
        g_array_append_val(ticks, tick);
    }
    bar.ticks = ticks;
    gnuplot_write_ticks(gnuplot, &bar, "cb");
}

static void write_color_box(Gnuplot *gnuplot, const SceneField *field,
                            const Rect *frame)
{
    const Scene *scene = gnuplot->scene;
    const Theme *theme = scene->theme;
    GString *out = gnuplot->out;
    double x = frame->x + frame->width + BAR_GAP * theme->tick_size_pt;
    double bottom = scene->height_pt - frame->y - frame->height;
    gnuplot_append_number(out, "set colorbox user origin screen ", x / scene->width_pt);
    gnuplot_append_number(out, ", screen ", bottom / scene->height_pt);
    gnuplot_append_number(out, " size screen ",
                          BAR_WIDTH * theme->tick_size_pt / scene->width_pt);
    gnuplot_append_number(out, ", screen ", frame->height / scene->height_pt);
    g_string_append(out, " noborder\n");
    write_bar_ticks(gnuplot, field);
}

void gnuplot_write_field(Gnuplot *gnuplot, const ScenePanel *panel, const Rect *frame)
{
    const SceneField *field = panel->field ? panel->field : panel->strip;
    char low[NUMBER_SIZE], high[NUMBER_SIZE];
    if (!field)
        return;
    write_palette(gnuplot->out, field);
    if (field->bar.scale.kind == SCALE_LOG)
        g_string_append(gnuplot->out, "set logscale cb\n");
    g_string_append_printf(
        gnuplot->out, "set cbrange [%s:%s]\n",
        number_format(field_value(field, field->bar.scale.low), low),
        number_format(field_value(field, field->bar.scale.high), high));
    if (field->show_bar)
        write_color_box(gnuplot, field, frame);
    else
        g_string_append(gnuplot->out, "unset colorbox\n");
}

void gnuplot_append_field(Gnuplot *gnuplot, const ScenePanel *panel)
{
    const SceneField *field = panel->field;
    if (panel->strip) { /* something must need the colours that the box shows */
        gnuplot_append_next(gnuplot);
        g_string_append(gnuplot->out, "NaN palette notitle");
    }
    char left[NUMBER_SIZE], bottom[NUMBER_SIZE], dx[NUMBER_SIZE], dy[NUMBER_SIZE];
    if (!field)
        return;
    g_autofree char *name = field_name(gnuplot, "field");
    gnuplot_append_next(gnuplot);
    gnuplot_append_data_name(gnuplot, name);
    if (is_boxes(field)) {
        g_string_append(gnuplot->out, " using 1:3:1:2:3:4:5 with boxxyerror lc palette "
                                      "fs solid noborder notitle");
        return;
    }
    g_string_append_printf(
        gnuplot->out,
        " matrix using (%s + ($1 + 0.5)*%s):(%s + ($2 + 0.5)*%s):3 with image%s "
        "notitle",
        number_format(field->left, left),
        number_format((field->right - field->left) / field_columns(field), dx),
        number_format(field->bottom, bottom),
        number_format((field->top - field->bottom) / field_rows(field), dy),
        field->smooth || has_seams(field) ? "" : " pixels");
}

void gnuplot_append_contours(Gnuplot *gnuplot, const ScenePanel *panel)
{
    const SceneField *field = panel->field;
    for (guint i = 0; field && i < field->contours->len; i++) {
        const SceneContour *contour = g_ptr_array_index(field->contours, i);
        g_autofree char *kind = NULL;
        if (contour->pieces->len == 0)
            continue;
        kind = g_strdup_printf("contour%d_%u", gnuplot->view_number, i);
        gnuplot_append_next(gnuplot);
        gnuplot_append_data_name(gnuplot, kind);
        g_string_append(gnuplot->out, " with lines");
        gnuplot_append_line(gnuplot, contour->color, contour->width_pt, &contour->dash);
        g_string_append(gnuplot->out, " notitle");
    }
}
