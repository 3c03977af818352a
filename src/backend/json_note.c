/* json_note.c - reference lines and notes as layers of Vega-Lite. */
#include "backend/json_parts.h"

#include <math.h>

#define LINE_LABEL_SIZE 0.92  /* of the tick size */
#define LINE_LABEL_GAP_PT 2.5 /* between line and label */
#define ARROW_HEAD_PT 4.5

/* Along x, with a width of 0.8 of its length; its tip is the point. */
static const char arrow_head[] = "M0,0L-2,0.8L-2,-0.8Z";

void json_write_datum(VegaLite *vega, const char *channel, const SceneAxis *axis,
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
        json_write_datum(vega, "x", &panel->x, at.x);
    if (!isnan(at.y))
        json_write_datum(vega, "y", &panel->y, at.y);
    json_end(json, '}');
    json_end(json, '}');
}

static void write_text(VegaLite *vega, const ScenePanel *panel, Point at, Point shift,
                       const char *align, const char *baseline, double size_pt,
                       Color color, const char *text)
{
    JsonWriter *json = &vega->json;
    begin_layer(vega, "text");
    json_lines(json, "text", text);
    json_string(json, "align", align);
    json_string(json, "baseline", baseline);
    json_length(json, "dx", JSON_PIXELS * shift.x);
    json_length(json, "dy", JSON_PIXELS * shift.y);
    json_length(json, "fontSize", JSON_PIXELS * size_pt);
    json_color(json, "color", color);
    end_layer(vega, panel, at);
}

static void write_dash(JsonWriter *json, const Dash *dash)
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
    const Theme *theme = vega->scene->theme;
    JsonWriter *json = &vega->json;
    bool level = !isnan(line->y);
    double share = level ? scale_map(&panel->y.scale, line->y)
                         : scale_map(&panel->x.scale, line->x);
    if (!(share >= -1e-9 && share <= 1 + 1e-9))
        return;
    begin_layer(vega, "rule");
    json_color(json, "color", line->color);
    json_length(json, "strokeWidth", JSON_PIXELS * line->width_pt);
    write_dash(json, &line->dash);
    end_layer(vega, panel, (Point){line->x, line->y});
    if (!line->label || line->label[0] == '\0')
        return;
    g_autofree char *label = json_label(line->label);
    double gap = LINE_LABEL_GAP_PT;
    Point at = {level ? panel->x.scale.high : line->x,
                level ? line->y : panel->y.scale.high};
    write_text(vega, panel, at, level ? (Point){-gap, -gap} : (Point){gap, gap},
               level ? "right" : "left", level ? "bottom" : "top",
               LINE_LABEL_SIZE * theme->tick_size_pt, theme->muted_text, label);
}

void json_write_lines(VegaLite *vega, const ScenePanel *panel)
{
    for (guint i = 0; i < panel->lines->len; i++)
        write_line(vega, panel, &g_array_index(panel->lines, SceneLine, i));
}

/* Away from where the note points to. */
static void write_end(JsonWriter *json, Point point, Point end, const char *x,
                      const char *y)
{
    json_length(json, x, JSON_PIXELS * (end.x - point.x));
    json_length(json, y, JSON_PIXELS * (end.y - point.y));
}

static void write_arrow(VegaLite *vega, const ScenePanel *panel, Point at, Point point,
                        const EstimatedNote *place)
{
    const Theme *theme = vega->scene->theme;
    JsonWriter *json = &vega->json;
    Point from = place->arrow_from, to = place->arrow_to;
    double size = JSON_PIXELS * ARROW_HEAD_PT;
    begin_layer(vega, "rule");
    json_color(json, "color", theme->muted_text);
    json_length(json, "strokeWidth", JSON_PIXELS * theme->axis_width_pt);
    write_end(json, point, from, "xOffset", "yOffset");
    write_end(json, point, to, "x2Offset", "y2Offset");
    json_end(json, '}');
    json_begin(json, "encoding", '{');
    json_write_datum(vega, "x", &panel->x, at.x);
    json_write_datum(vega, "y", &panel->y, at.y);
    json_begin_flat(json, "x2", '{');
    json_number(json, "datum", at.x);
    json_end(json, '}');
    json_begin_flat(json, "y2", '{');
    json_number(json, "datum", at.y);
    json_end(json, '}');
    json_end(json, '}');
    json_end(json, '}');

    begin_layer(vega, "point");
    json_string(json, "shape", arrow_head);
    double angle = atan2(to.y - from.y, to.x - from.x) * 180 / G_PI;
    json_length(json, "angle", angle < 0 ? angle + 360 : angle);
    json_length(json, "size", size * size);
    json_bool(json, "filled", true);
    json_number(json, "opacity", 1);
    json_color(json, "color", theme->muted_text);
    write_end(json, point, to, "xOffset", "yOffset");
    end_layer(vega, panel, at);
}

static void write_note(VegaLite *vega, const ScenePanel *panel, const Rect *frame,
                       const SceneNote *note)
{
    static const char *const aligns[] = {"right", "center", "left"};
    const Theme *theme = vega->scene->theme;
    EstimatedNote place;
    if (!estimate_note(vega->scene, panel, frame, note, &place))
        return;
    g_autofree char *text = json_text(&note->text);
    Point point = estimate_point(panel, frame, note->at);
    if (place.has_arrow)
        write_arrow(vega, panel, note->at, point, &place);
    write_text(
        vega, panel, note->at, (Point){place.text.x - point.x, place.text.y - point.y},
        aligns[place.side + 1], "middle", theme->tick_size_pt, theme->text, text);
}

void json_write_notes(VegaLite *vega, const ScenePanel *panel, const Rect *frame)
{
    for (guint i = 0; i < panel->notes->len; i++)
        write_note(vega, panel, frame, &g_array_index(panel->notes, SceneNote, i));
}

/* `"x": {"value": 100}`: pixels of the frame. */
static void write_place(JsonWriter *json, const char *channel, double points)
{
    json_begin_flat(json, channel, '{');
    json_length(json, "value", JSON_PIXELS * points);
    json_end(json, '}');
}

static void write_leader(VegaLite *vega, const Rect *frame, const DirectName *name)
{
    JsonWriter *json = &vega->json;
    begin_layer(vega, "rule");
    json_color(json, "color", name->series->color);
    json_length(json, "strokeWidth", JSON_PIXELS * vega->scene->theme->axis_width_pt);
    json_end(json, '}');
    json_begin(json, "encoding", '{');
    write_place(json, "x", name->leader_from.x - frame->x);
    write_place(json, "y", name->leader_from.y - frame->y);
    write_place(json, "x2", name->leader_to.x - frame->x);
    write_place(json, "y2", name->leader_to.y - frame->y);
    json_end(json, '}');
    json_end(json, '}');
}

void json_write_direct(VegaLite *vega, const ScenePanel *panel, const Rect *frame)
{
    const Scene *scene = vega->scene;
    JsonWriter *json = &vega->json;
    g_autoptr(GArray) names = estimate_names(scene, panel, frame);
    for (guint i = 0; i < names->len; i++) {
        const DirectName *name = &g_array_index(names, DirectName, i);
        g_autofree char *text = json_text(&name->series->label);
        if (name->has_leader)
            write_leader(vega, frame, name);
        begin_layer(vega, "text");
        json_lines(json, "text", text);
        json_string(json, "align", "left");
        json_string(json, "baseline", "middle");
        json_length(json, "fontSize", JSON_PIXELS * scene->theme->legend_size_pt);
        json_color(json, "color", name->series->color);
        json_end(json, '}');
        json_begin(json, "encoding", '{');
        write_place(json, "x", name->box.x - frame->x);
        write_place(json, "y", name->box.y + name->box.height / 2 - frame->y);
        json_end(json, '}');
        json_end(json, '}');
    }
}

/* Under the frame that place is told from. */
static void write_caption(VegaLite *vega, char **lines, Point place, const Rect *frame)
{
    const Theme *theme = vega->scene->theme;
    JsonWriter *json = &vega->json;
    g_autofree char *text = g_strjoinv("\n", lines);
    if (text[0] == '\0')
        return;
    begin_layer(vega, "text");
    json_lines(json, "text", text);
    json_string(json, "align", "left");
    json_string(json, "baseline", "middle");
    json_length(json, "fontSize", JSON_PIXELS * theme->tick_size_pt);
    json_length(json, "lineHeight",
                JSON_PIXELS * ESTIMATE_LINE_PITCH * theme->tick_size_pt);
    json_color(json, "color", theme->muted_text);
    json_end(json, '}');
    json_begin(json, "encoding", '{');
    write_place(json, "x", place.x - frame->x);
    write_place(json, "y", place.y - frame->y);
    json_end(json, '}');
    json_end(json, '}');
}

/* The page's caption hangs on the first panel of the last row. */
void json_write_captions(VegaLite *vega, const ScenePanel *panel, const Rect *frame)
{
    const Scene *scene = vega->scene;
    Point place;
    g_auto(GStrv) own = estimate_caption(scene, panel, frame, &place);
    write_caption(vega, own, place, frame);
    if (panel->column > 0 || panel->row + 1 < scene->rows)
        return;
    g_auto(GStrv) common = estimate_caption(scene, NULL, NULL, &place);
    write_caption(vega, common, place, frame);
}
