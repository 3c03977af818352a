/* json_area.c - regions, bands, bars, markers and marks as layers of Vega-Lite. */
#include "backend/json_parts.h"

#include <math.h>

/* Opens a layer up to its rows of data. */
static void begin_layer(VegaLite *vega)
{
    JsonWriter *json = &vega->json;
    json_begin(json, NULL, '{');
    json_begin(json, "data", '{');
    json_begin(json, "values", '[');
}

/* Closes these and opens the mark. */
static void begin_mark(VegaLite *vega, const char *type, Color color)
{
    JsonWriter *json = &vega->json;
    json_end(json, ']');
    json_end(json, '}');
    json_begin_flat(json, "mark", '{');
    json_string(json, "type", type);
    json_bool(json, "clip", true);
    json_color(json, "color", color);
    json_number(json, "opacity", 1);
}

static void write_channel(VegaLite *vega, const char *channel, const char *field,
                          const SceneAxis *axis)
{
    JsonWriter *json = &vega->json;
    json_begin_flat(json, channel, '{');
    json_string(json, "field", field);
    if (axis) {
        json_string(json, "type", "quantitative");
        json_write_axis_title(vega, axis);
        json_write_scale(vega, &axis->scale);
    }
    json_end(json, '}');
}

/* Closes the mark and gives the layer the fields x and y, and x2 and y2 if they are
 * there. */
static void end_layer(VegaLite *vega, const ScenePanel *panel, bool x2, bool y2)
{
    JsonWriter *json = &vega->json;
    json_end(json, '}');
    json_begin(json, "encoding", '{');
    write_channel(vega, "x", "x", &panel->x);
    write_channel(vega, "y", "y", vega->y);
    if (x2)
        write_channel(vega, "x2", "x2", NULL);
    if (y2)
        write_channel(vega, "y2", "y2", NULL);
    json_end(json, '}');
    json_end(json, '}');
}

static void write_box(JsonWriter *json, Point from, Point to)
{
    json_begin_flat(json, NULL, '{');
    json_number(json, "x", from.x);
    json_number(json, "y", from.y);
    json_number(json, "x2", to.x);
    json_number(json, "y2", to.y);
    json_end(json, '}');
}

static void write_spans(VegaLite *vega, const ScenePanel *panel)
{
    const Scale *x = &panel->x.scale, *y = &panel->y.scale;
    for (guint i = 0; i < panel->spans->len; i++) {
        const SceneSpan *span = &g_array_index(panel->spans, SceneSpan, i);
        begin_layer(vega);
        if (span->of_y)
            write_box(&vega->json, (Point){x->low, span->first},
                      (Point){x->high, span->last});
        else
            write_box(&vega->json, (Point){span->first, y->low},
                      (Point){span->last, y->high});
        begin_mark(vega, "rect", span->fill);
        end_layer(vega, panel, true, true);
    }
}

static void write_band(VegaLite *vega, const ScenePanel *panel,
                       const SceneSeries *series, const SceneBand *band)
{
    JsonWriter *json = &vega->json;
    begin_layer(vega);
    for (guint i = 0; i < band->low->len; i++) {
        Point low = g_array_index(band->low, Point, i);
        json_begin_flat(json, NULL, '{');
        json_number(json, "x", low.x);
        json_number(json, "y", low.y);
        json_number(json, "y2", g_array_index(band->high, Point, i).y);
        json_end(json, '}');
    }
    begin_mark(vega, "area", series->fill);
    end_layer(vega, panel, false, true);
}

static void write_bars(VegaLite *vega, const ScenePanel *panel,
                       const SceneSeries *series)
{
    if (series->bars->len == 0)
        return;
    begin_layer(vega);
    for (guint i = 0; i < series->bars->len; i++) {
        const SceneBar *bar = &g_array_index(series->bars, SceneBar, i);
        write_box(&vega->json, (Point){bar->left, bar->low},
                  (Point){bar->right, bar->high});
    }
    begin_mark(vega, "rect", series->fill);
    end_layer(vega, panel, true, true);
}

void json_write_areas(VegaLite *vega, const ScenePanel *panel)
{
    if (!vega->on_y2)
        write_spans(vega, panel);
    for (guint i = 0; i < panel->series->len; i++) {
        const SceneSeries *series = g_ptr_array_index(panel->series, i);
        for (guint k = 0; k < series->bands->len && series->on_y2 == vega->on_y2; k++)
            write_band(vega, panel, series, g_ptr_array_index(series->bands, k));
        if (series->on_y2 == vega->on_y2)
            write_bars(vega, panel, series);
    }
}

static const char *shape_name(Marker marker)
{
    static const char *const names[] = {
        [MARKER_NONE] = "circle",          [MARKER_CIRCLE] = "circle",
        [MARKER_SQUARE] = "square",        [MARKER_DIAMOND] = "diamond",
        [MARKER_TRIANGLE] = "triangle-up", [MARKER_CROSS] = "M-1,-1L1,1M-1,1L1,-1",
        [MARKER_PLUS] = "cross",
    };
    return names[marker];
}

static void write_point(JsonWriter *json, Point point)
{
    json_begin_flat(json, NULL, '{');
    json_number(json, "x", point.x);
    json_number(json, "y", point.y);
    json_end(json, '}');
}

/* Closes a layer of points. A symbol's size is the area of the square around it. */
static void end_points(VegaLite *vega, const ScenePanel *panel, Marker marker,
                       bool filled, double size_pt, Color color)
{
    JsonWriter *json = &vega->json;
    double side = JSON_PIXELS * size_pt;
    begin_mark(vega, "point", color);
    json_string(json, "shape", shape_name(marker));
    json_bool(json, "filled", filled && marker != MARKER_CROSS);
    json_length(json, "size", side * side);
    end_layer(vega, panel, false, false);
}

void json_write_points(VegaLite *vega, const ScenePanel *panel)
{
    JsonWriter *json = &vega->json;
    for (guint i = 0; i < panel->series->len; i++) {
        const SceneSeries *series = g_ptr_array_index(panel->series, i);
        if (series->markers->len == 0 || series->marker == MARKER_NONE ||
            series->on_y2 != vega->on_y2)
            continue;
        begin_layer(vega);
        for (guint k = 0; k < series->markers->len; k++)
            write_point(json, g_array_index(series->markers, Point, k));
        end_points(vega, panel, series->marker, true, series->marker_pt, series->color);
    }
    for (guint i = 0; i < panel->marks->len; i++) {
        const SceneMark *mark = &g_array_index(panel->marks, SceneMark, i);
        if (mark->on_y2 != vega->on_y2)
            continue;
        begin_layer(vega);
        write_point(json, mark->at);
        end_points(vega, panel, mark->marker, mark->filled, mark->size_pt, mark->color);
    }
}
