/* json_note.c - reference lines and notes as layers of Vega-Lite. */
#include "backend/json_parts.h"

#include <math.h>

#define ARROW_HEAD_PT 4.5

/* Along x, with a width of 0.8 of its length; its tip is the point. */
static const char arrow_head[] = "M0,0L-2,0.8L-2,-0.8Z";

static void write_datum(VegaLite *vega, const char *channel, const SceneAxis *axis,
                        double value)
{
    JsonWriter *json = &vega->json;
    json_begin_flat(json, channel, '{');
    json_number(json, "datum", value);
    json_string(json, "type", "quantitative");
    json_write_axis_title(vega, axis);
    json_write_scale(vega, &axis->scale);
    json_end(json, '}');
}

/* Opens a layer of one mark, and the mark. */
static void begin_layer(VegaLite *vega, const char *type)
{
    JsonWriter *json = &vega->json;
    json_begin(json, NULL, '{');
    json_begin_flat(json, "data", '{');
    json_begin_flat(json, "values", '[');
    json_begin_flat(json, NULL, '{');
    json_end(json, '}');
    json_end(json, ']');
    json_end(json, '}');
    json_begin_flat(json, "mark", '{');
    json_string(json, "type", type);
}

/* Closes the mark and gives the layer a place; NAN: none on that axis. */
static void end_layer(VegaLite *vega, const ScenePanel *panel, Point at)
{
    JsonWriter *json = &vega->json;
    json_end(json, '}');
    json_begin(json, "encoding", '{');
    if (!isnan(at.x))
        write_datum(vega, "x", &panel->x, at.x);
    if (!isnan(at.y))
        write_datum(vega, "y", &panel->y, at.y);
    json_end(json, '}');
    json_end(json, '}');
}

void json_write_dash(JsonWriter *json, const Dash *dash)
{
    if (dash->count == 0)
        return;
    json_begin_flat(json, "strokeDash", '[');
    for (int i = 0; i < dash->count; i++)
        json_length(json, NULL, JSON_PIXELS * dash->length_pt[i]);
    json_end(json, ']');
}

static void write_line(VegaLite *vega, const ScenePanel *panel, const SceneLine *line)
{
    JsonWriter *json = &vega->json;
    bool level = !isnan(line->y);
    double share = level ? scale_map(&panel->y.scale, line->y)
                         : scale_map(&panel->x.scale, line->x);
    if (!(share >= -1e-9 && share <= 1 + 1e-9))
        return;
    begin_layer(vega, "rule");
    json_color(json, "color", line->color);
    json_length(json, "strokeWidth", JSON_PIXELS * line->width_pt);
    json_write_dash(json, &line->dash);
    end_layer(vega, panel, (Point){line->x, line->y});
}

void json_write_lines(VegaLite *vega, const ScenePanel *panel)
{
    for (guint i = 0; i < panel->lines->len; i++)
        write_line(vega, panel, &g_array_index(panel->lines, SceneLine, i));
}

/* `"x": {"value": 100}`: pixels of the frame. */
static void write_place(JsonWriter *json, const char *channel, double points)
{
    json_begin_flat(json, channel, '{');
    json_length(json, "value", JSON_PIXELS * points);
    json_end(json, '}');
}

/* Closes the mark and gives the layer a place on the page. */
static void end_layer_at(VegaLite *vega, const Rect *frame, Point at)
{
    JsonWriter *json = &vega->json;
    json_end(json, '}');
    json_begin(json, "encoding", '{');
    write_place(json, "x", at.x - frame->x);
    write_place(json, "y", at.y - frame->y);
    json_end(json, '}');
    json_end(json, '}');
}

static void write_way(VegaLite *vega, const Rect *frame, const DrawingLabel *label,
                      Color color)
{
    JsonWriter *json = &vega->json;
    Point from = label->from, to = label->to;
    double size = JSON_PIXELS * ARROW_HEAD_PT;
    begin_layer(vega, "rule");
    json_color(json, "color", color);
    json_length(json, "strokeWidth", JSON_PIXELS * vega->scene->theme->axis_width_pt);
    json_end(json, '}');
    json_begin(json, "encoding", '{');
    write_place(json, "x", from.x - frame->x);
    write_place(json, "y", from.y - frame->y);
    write_place(json, "x2", to.x - frame->x);
    write_place(json, "y2", to.y - frame->y);
    json_end(json, '}');
    json_end(json, '}');
    if (!label->has_head)
        return;
    begin_layer(vega, "point");
    json_string(json, "shape", arrow_head);
    double angle = atan2(to.y - from.y, to.x - from.x) * 180 / G_PI;
    json_length(json, "angle", angle < 0 ? angle + 360 : angle);
    json_length(json, "size", size * size);
    json_bool(json, "filled", true);
    json_number(json, "opacity", 1);
    json_color(json, "color", color);
    end_layer_at(vega, frame, to);
}

static void write_label(VegaLite *vega, const Rect *frame, const DrawingLabel *label)
{
    JsonWriter *json = &vega->json;
    g_autofree char *text =
        label->text ? json_text(label->text) : json_label(label->plain);
    bool left = label->leftmost;
    Point at = {left ? label->box.x : label->box.x + label->box.width / 2,
                label->box.y + label->box.height / 2};
    if (label->has_line)
        write_way(vega, frame, label,
                  left ? label->color : vega->scene->theme->muted_text);
    begin_layer(vega, "text");
    json_lines(json, "text", text);
    json_string(json, "align", left ? "left" : "center");
    json_string(json, "baseline", "middle");
    if (label->angle != 0)
        json_length(json, "angle", fmod(720 - label->angle, 360));
    json_length(json, "fontSize", JSON_PIXELS * label->size_pt);
    json_color(json, "color", label->color);
    end_layer_at(vega, frame, at);
}

/* The page's own hang on the first panel. */
void json_write_labels(VegaLite *vega, const ScenePanel *panel, const Rect *frame)
{
    const GArray *labels = drawing_labels(vega->drawing);
    bool first = panel == g_ptr_array_index(vega->scene->panels, 0);
    for (guint i = 0; i < labels->len; i++) {
        const DrawingLabel *label = &g_array_index(labels, DrawingLabel, i);
        if (label->panel == panel || (first && !label->panel))
            write_label(vega, frame, label);
    }
}
