/* json_inset.c - insets in Vega-Lite, which knows no panel within a panel: what the
 * Drawing has in them, as lines and texts at pixels of the outer frame.
 */
#include "backend/json_parts.h"

#include <math.h>
#include <string.h>

typedef struct {
    VegaLite *vega;
    const Rect *frame;
    char *panel;   /* the group whose insets are wanted */
    int depth;     /* of groups */
    int panel_at;  /* the depth of that group; 0: we are not in it */
    int insets_at; /* the same of its insets */
    bool incomplete;
} Inset;

static void write_place(Inset *inset, Point at)
{
    JsonWriter *json = &inset->vega->json;
    json_length(json, "x", JSON_PIXELS * (at.x - inset->frame->x));
    json_length(json, "y", JSON_PIXELS * (at.y - inset->frame->y));
}

/* Pixels as they are: no scale of the panel. */
static void write_channel(JsonWriter *json, const char *channel)
{
    json_begin_flat(json, channel, '{');
    json_string(json, "field", channel);
    json_string(json, "type", "quantitative");
    json_null(json, "scale");
    json_null(json, "title");
    json_end(json, '}');
}

static void begin_data(JsonWriter *json)
{
    json_begin(json, NULL, '{');
    json_begin_flat(json, "data", '{');
    json_begin_flat(json, "values", '[');
}

static void begin_mark(JsonWriter *json, const char *type)
{
    json_end(json, ']');
    json_end(json, '}');
    json_begin_flat(json, "mark", '{');
    json_string(json, "type", type);
    json_bool(json, "tooltip", false);
}

static void end_layer(JsonWriter *json, bool pieces)
{
    json_end(json, '}');
    json_begin(json, "encoding", '{');
    write_channel(json, "x");
    write_channel(json, "y");
    if (pieces) {
        json_begin_flat(json, "detail", '{');
        json_string(json, "field", "piece");
        json_string(json, "type", "nominal");
        json_end(json, '}');
    }
    json_end(json, '}');
    json_end(json, '}');
}

static void write_stroke(JsonWriter *json, const Stroke *stroke)
{
    if (stroke->width_pt <= 0) {
        json_null(json, "stroke");
        return;
    }
    json_color(json, "stroke", stroke->color);
    json_length(json, "strokeWidth", JSON_PIXELS * stroke->width_pt);
    json_string(json, "strokeCap",
                stroke->cap == CAP_ROUND    ? "round"
                : stroke->cap == CAP_SQUARE ? "square"
                                            : "butt");
    json_string(json, "strokeJoin", stroke->cap == CAP_ROUND ? "round" : "miter");
    json_write_dash(json, &stroke->dash);
}

static void write_point(Inset *inset, int piece, Point at)
{
    JsonWriter *json = &inset->vega->json;
    json_begin_flat(json, NULL, '{');
    json_number(json, "piece", piece);
    write_place(inset, at);
    json_end(json, '}');
}

static void add_path(void *data, const DrawingPath *path)
{
    Inset *inset = data;
    JsonWriter *json = &inset->vega->json;
    const Point *points = path->points;
    if (!inset->insets_at)
        return;
    begin_data(json);
    for (int run = 0; run < path->run_count; run++) {
        for (int i = 0; i < path->runs[run]; i++)
            write_point(inset, run + 1, points[i]);
        if (path->closed && path->runs[run] > 0)
            write_point(inset, run + 1, points[0]);
        points += path->runs[run];
    }
    begin_mark(json, "line");
    json_bool(json, "order", false);
    if (path->filled)
        json_color(json, "fill", path->fill);
    write_stroke(json, &path->stroke);
    end_layer(json, true);
}

static void add_circle(void *data, const DrawingCircle *circle)
{
    Inset *inset = data;
    JsonWriter *json = &inset->vega->json;
    double side = 2 * JSON_PIXELS * circle->radius_pt;
    if (!inset->insets_at)
        return;
    begin_data(json);
    json_begin_flat(json, NULL, '{');
    write_place(inset, circle->center);
    json_end(json, '}');
    begin_mark(json, "point");
    json_length(json, "size", side * side);
    json_number(json, "opacity", 1);
    if (circle->filled)
        json_color(json, "fill", circle->fill);
    write_stroke(json, &circle->stroke);
    end_layer(json, false);
}

static void write_run(Inset *inset, const DrawingText *text, const TextRun *run)
{
    JsonWriter *json = &inset->vega->json;
    double turn = text->angle * G_PI / 180;
    Point at = {text->origin.x + run->x_pt * cos(turn) + run->y_pt * sin(turn),
                text->origin.y - run->x_pt * sin(turn) + run->y_pt * cos(turn)};
    begin_data(json);
    json_begin_flat(json, NULL, '{');
    write_place(inset, at);
    json_end(json, '}');
    begin_mark(json, "text");
    json_string(json, "text", run->text);
    json_string(json, "align", "left");
    json_string(json, "baseline", "alphabetic");
    json_length(json, "fontSize", JSON_PIXELS * run->size_pt);
    json_color(json, "color", text->color);
    if (run->weight > 500)
        json_string(json, "fontWeight", "bold");
    if (run->italic)
        json_string(json, "fontStyle", "italic");
    if (text->angle != 0)
        json_length(json, "angle", fmod(720 - text->angle, 360));
    end_layer(json, false);
}

static void add_text(void *data, const DrawingText *text)
{
    Inset *inset = data;
    for (int i = 0; inset->insets_at && i < text->line->run_count; i++)
        write_run(inset, text, &text->line->runs[i]);
}

static void add_image(void *data, const DrawingImage *image)
{
    Inset *inset = data;
    (void)image;
    inset->incomplete |= inset->insets_at > 0;
}

static void begin_group(void *data, const char *name, const char *title)
{
    Inset *inset = data;
    (void)title;
    inset->depth++;
    if (strcmp(name, inset->panel) == 0)
        inset->panel_at = inset->depth;
    if (inset->panel_at && strcmp(name, "insets") == 0)
        inset->insets_at = inset->depth;
}

static void end_group(void *data)
{
    Inset *inset = data;
    if (inset->insets_at == inset->depth)
        inset->insets_at = 0;
    if (inset->panel_at == inset->depth)
        inset->panel_at = 0;
    inset->depth--;
}

bool json_write_insets(VegaLite *vega, guint index)
{
    static const DrawingPainter painter = {
        .path = add_path,
        .circle = add_circle,
        .text = add_text,
        .image = add_image,
        .group_begin = begin_group,
        .group_end = end_group,
    };
    const ScenePanel *panel = g_ptr_array_index(vega->scene->panels, index);
    g_autofree char *name = g_strdup_printf("panel-%u", index + 1);
    Inset inset = {.vega = vega, .frame = &vega->frames[index], .panel = name};
    if (panel->insets->len > 0)
        drawing_paint(vega->drawing, &painter, &inset);
    return !inset.incomplete;
}
