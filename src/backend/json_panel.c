/* json_panel.c - one panel as layers of Vega-Lite on axes of their own. */
#include "backend/json_parts.h"

#include <math.h>

#define RING_SHARE 0.45 /* of a dot's radius that its ring takes at most */

static bool has_dashes(const ScenePanel *panel)
{
    for (guint i = 0; i < panel->series->len; i++)
        if (((const SceneSeries *)g_ptr_array_index(panel->series, i))->dash.count > 0)
            return true;
    return false;
}

static void write_row(JsonWriter *json, const char *name, guint piece, Point point)
{
    json_begin_flat(json, NULL, '{');
    json_string(json, "curve", name);
    if (piece > 0)
        json_number(json, "piece", piece);
    json_number(json, "x", point.x);
    json_number(json, "y", point.y);
    json_end(json, '}');
}

static void write_curve_data(VegaLite *vega, const ScenePanel *panel, const Rect *frame,
                             const JsonNames *names)
{
    JsonWriter *json = &vega->json;
    json_begin(json, "data", '{');
    json_begin(json, "values", '[');
    for (guint i = 0; i < panel->series->len; i++) {
        const SceneSeries *series = g_ptr_array_index(panel->series, i);
        if (series->on_y2 != vega->on_y2)
            continue;
        g_autoptr(GPtrArray) strokes =
            scene_series_strokes(series, panel, frame->width, frame->height);
        for (guint piece = 0; piece < strokes->len; piece++) {
            const GArray *points = g_ptr_array_index(strokes, piece);
            for (guint k = 0; k < points->len; k++)
                write_row(json, names->names[i], piece + 1,
                          g_array_index(points, Point, k));
        }
    }
    json_end(json, ']');
    json_end(json, '}');
}

static bool is_shared(const ScenePanel *panel)
{
    for (guint i = 0; i < panel->series->len; i++)
        if (((const SceneSeries *)g_ptr_array_index(panel->series, i))->overlaps->len)
            return true;
    return false;
}

static bool runs_along_edge(const ScenePanel *panel, const Rect *frame)
{
    for (guint i = 0; i < panel->series->len; i++)
        if (estimate_runs_along_edge(panel, frame, g_ptr_array_index(panel->series, i)))
            return true;
    return false;
}

static void write_curves(VegaLite *vega, const ScenePanel *panel, const Rect *frame,
                         const JsonNames *names)
{
    JsonWriter *json = &vega->json;
    bool dashed = has_dashes(panel);
    double width = json_curve_width(panel);
    json_begin(json, NULL, '{');
    write_curve_data(vega, panel, frame, names);
    json_begin_flat(json, "mark", '{');
    json_string(json, "type", "line");
    json_bool(json, "clip", !runs_along_edge(panel, frame));
    json_bool(json, "order", false); /* as the data is */
    json_string(json, "strokeJoin", "round");
    json_string(json, "strokeCap", dashed || is_shared(panel) ? "butt" : "round");
    if (!isnan(width))
        json_length(json, "strokeWidth", JSON_PIXELS * width);
    json_end(json, '}');
    json_begin(json, "encoding", '{');
    json_write_position(vega, "x", &panel->x, true);
    json_write_position(vega, "y", vega->y, true);
    json_begin_flat(json, "detail", '{');
    json_string(json, "field", "piece");
    json_string(json, "type", "nominal");
    json_end(json, '}');
    json_write_channel(vega, panel, names, JSON_COLOR, frame);
    if (dashed)
        json_write_channel(vega, panel, names, JSON_DASH, frame);
    if (isnan(width) && panel->series->len > 0)
        json_write_channel(vega, panel, names, JSON_WIDTH, frame);
    json_end(json, '}');
    json_end(json, '}');
}

static bool has_dots(const VegaLite *vega, const ScenePanel *panel, bool filled)
{
    for (guint i = 0; i < panel->series->len; i++) {
        const SceneSeries *series = g_ptr_array_index(panel->series, i);
        for (guint k = 0; k < series->dots->len; k++)
            if (g_array_index(series->dots, SceneDot, k).filled == filled &&
                series->on_y2 == vega->on_y2)
                return true;
    }
    return false;
}

static void write_dot_data(VegaLite *vega, const ScenePanel *panel,
                           const JsonNames *names, bool filled)
{
    JsonWriter *json = &vega->json;
    json_begin(json, "data", '{');
    json_begin(json, "values", '[');
    for (guint i = 0; i < panel->series->len; i++) {
        const SceneSeries *series = g_ptr_array_index(panel->series, i);
        for (guint k = 0; k < series->dots->len && series->on_y2 == vega->on_y2; k++) {
            const SceneDot *dot = &g_array_index(series->dots, SceneDot, k);
            if (dot->filled == filled)
                write_row(json, names->names[i], 0, dot->at);
        }
    }
    json_end(json, ']');
    json_end(json, '}');
}

/* A symbol's size is the area of the square around it; its ring stands half outside. */
static void write_dots(VegaLite *vega, const ScenePanel *panel, const JsonNames *names,
                       bool filled)
{
    const Theme *theme = vega->scene->theme;
    JsonWriter *json = &vega->json;
    double ring = fmin(theme->line_width_pt, RING_SHARE * theme->dot_radius_pt);
    double radius = JSON_PIXELS * (theme->dot_radius_pt - (filled ? 0 : ring / 2));
    Color inside = color_mix(theme->background, theme->panel, theme->panel.alpha);
    if (!has_dots(vega, panel, filled))
        return;
    inside.alpha = 1;
    json_begin(json, NULL, '{');
    write_dot_data(vega, panel, names, filled);
    json_begin_flat(json, "mark", '{');
    json_string(json, "type", "point");
    json_bool(json, "filled", filled);
    json_number(json, "opacity", 1);
    json_length(json, "size", 4 * radius * radius);
    if (!filled) {
        json_color(json, "fill", inside);
        json_length(json, "strokeWidth", JSON_PIXELS * ring);
    }
    json_end(json, '}');
    json_begin(json, "encoding", '{');
    json_write_position(vega, "x", &panel->x, false);
    json_write_position(vega, "y", vega->y, false);
    json_write_channel(vega, panel, names, JSON_COLOR, NULL);
    json_end(json, '}');
    json_end(json, '}');
}

static void write_layers(VegaLite *vega, const ScenePanel *panel, const Rect *frame,
                         const JsonNames *names)
{
    if (!vega->on_y2)
        json_write_field(vega, panel, frame);
    json_write_areas(vega, panel);
    if (!vega->on_y2)
        json_write_lines(vega, panel);
    write_curves(vega, panel, frame, names);
    write_dots(vega, panel, names, false);
    write_dots(vega, panel, names, true);
    json_write_points(vega, panel);
}

/* What the second y axis measures, in a layer of its own. */
static void write_second(VegaLite *vega, const ScenePanel *panel, const Rect *frame,
                         const JsonNames *names)
{
    vega->y = &panel->y2;
    vega->on_y2 = true;
    json_begin(&vega->json, NULL, '{');
    json_begin(&vega->json, "layer", '[');
    write_layers(vega, panel, frame, names);
    json_end(&vega->json, ']');
    json_end(&vega->json, '}');
    vega->y = &panel->y;
    vega->on_y2 = false;
}

void json_write_panel(VegaLite *vega, guint index)
{
    const ScenePanel *panel = g_ptr_array_index(vega->scene->panels, index);
    const Rect *frame = &vega->frames[index];
    JsonWriter *json = &vega->json;
    JsonNames names = json_names_new(vega->scene, panel);
    json_length(json, "width", JSON_PIXELS * frame->width);
    json_length(json, "height", JSON_PIXELS * frame->height);
    vega->y = &panel->y;
    json_begin(json, "layer", '[');
    if (panel->has_y2) {
        json_begin(json, NULL, '{');
        json_begin(json, "layer", '[');
    }
    write_layers(vega, panel, frame, &names);
    if (panel->has_y2) {
        json_end(json, ']');
        json_end(json, '}');
        write_second(vega, panel, frame, &names);
    }
    vega->incomplete |= !json_write_insets(vega, index);
    json_write_labels(vega, panel, frame);
    json_end(json, ']');
    if (panel->has_y2) {
        json_begin_flat(json, "resolve", '{');
        json_begin_flat(json, "scale", '{');
        json_string(json, "y", "independent");
        json_end(json, '}');
        json_end(json, '}');
    }
    json_names_release(&names);
}
