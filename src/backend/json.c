/* json.c - the Scene as a specification for Vega-Lite 5, its data within.
 *
 * Lengths are CSS pixels. Frames have the size that they have elsewhere; texts around
 * them are placed by Vega, which measures them itself.
 */
#include "config.h"

#include "backend/backend.h"
#include "backend/json_parts.h"

#include <math.h>

static char *title_text(const EstimatedTitle *title)
{
    char *broken = estimate_broken(title->text, title->size_pt, title->room_pt);
    return broken ? broken : json_text(title->text);
}

/* frame is what it stands at: `group`, the panel's frame, or the `bounds` of all. */
static void write_title(VegaLite *vega, const EstimatedTitle *titles, int count,
                        const char *frame)
{
    const Theme *theme = vega->scene->theme;
    JsonWriter *json = &vega->json;
    if (count == 0)
        return;
    g_autofree char *title = title_text(&titles[0]);
    json_begin(json, "title", '{');
    json_lines(json, "text", title);
    json_string(json, "anchor",
                titles[0].centred     ? "middle"
                : titles[0].leftwards ? "end"
                                      : "start");
    json_string(json, "frame", frame);
    json_length(json, "fontSize", JSON_PIXELS * titles[0].size_pt);
    json_string(json, "fontWeight", titles[0].bold ? "bold" : "normal");
    json_color(json, "color", titles[0].color);
    if (count > 1) {
        g_autofree char *subtitle = title_text(&titles[1]);
        json_lines(json, "subtitle", subtitle);
        json_length(json, "subtitleFontSize", JSON_PIXELS * titles[1].size_pt);
        json_color(json, "subtitleColor", titles[1].color);
        json_length(json, "subtitlePadding", JSON_PIXELS * 0.3 * theme->title_size_pt);
    }
    json_length(json, "offset", JSON_PIXELS * 0.7 * titles[0].size_pt);
    json_end(json, '}');
}

/* What stands above a panel comes from the frame upwards. */
static int panel_titles(const VegaLite *vega, guint index, EstimatedTitle titles[2])
{
    const ScenePanel *panel = g_ptr_array_index(vega->scene->panels, index);
    int count = estimate_panel_titles(vega->scene, panel, &vega->frames[index], titles);
    if (count == 2) {
        EstimatedTitle subtitle = titles[0];
        titles[0] = titles[1];
        titles[1] = subtitle;
    }
    return count;
}

/* Between frames, across and down: their texts are in between. */
static void write_spacing(VegaLite *vega)
{
    const Scene *scene = vega->scene;
    double across = 0, down = 0;
    for (guint i = 1; i < scene->panels->len; i++) {
        const Rect *first = &vega->frames[0], *frame = &vega->frames[i];
        const ScenePanel *panel = g_ptr_array_index(scene->panels, i);
        if (panel->column > 0)
            across = fmax(across, (frame->x - first->x) / panel->column - frame->width);
        if (panel->row > 0)
            down = fmax(down, (frame->y - first->y) / panel->row - frame->height);
    }
    json_begin_flat(&vega->json, "spacing", '{');
    json_length(&vega->json, "row", JSON_PIXELS * down);
    json_length(&vega->json, "column", JSON_PIXELS * across);
    json_end(&vega->json, '}');
}

static void write_panels(VegaLite *vega)
{
    const Scene *scene = vega->scene;
    JsonWriter *json = &vega->json;
    EstimatedTitle titles[2];
    json_number(json, "columns", scene->columns);
    json_string(json, "bounds", "flush");
    write_spacing(vega);
    json_begin_flat(json, "resolve", '{');
    json_begin_flat(json, "scale", '{');
    json_string(json, "color", "independent");
    json_string(json, "fill", "independent");
    json_string(json, "strokeDash", "independent");
    json_string(json, "strokeWidth", "independent");
    json_end(json, '}');
    json_end(json, '}');
    json_begin(json, "concat", '[');
    for (guint i = 0; i < scene->panels->len; i++) {
        json_begin(json, NULL, '{');
        write_title(vega, titles, panel_titles(vega, i, titles), "group");
        json_write_panel(vega, i);
        json_end(json, '}');
    }
    json_end(json, ']');
}

static void write_axis_config(VegaLite *vega)
{
    const Theme *theme = vega->scene->theme;
    JsonWriter *json = &vega->json;
    json_begin(json, "axis", '{');
    json_bool(json, "domain", theme->frame != FRAME_NONE);
    json_color(json, "domainColor", theme->axis);
    json_length(json, "domainWidth", JSON_PIXELS * theme->axis_width_pt);
    json_color(json, "tickColor", theme->axis);
    json_length(json, "tickWidth", JSON_PIXELS * theme->axis_width_pt);
    json_color(json, "gridColor", theme->grid);
    json_length(json, "gridWidth", JSON_PIXELS * theme->grid_width_pt);
    json_begin_flat(json, "gridDash", '[');
    for (int i = 0; i < theme->grid_dash.count; i++)
        json_length(json, NULL, JSON_PIXELS * theme->grid_dash.length_pt[i]);
    json_end(json, ']');
    json_color(json, "labelColor", theme->text);
    json_length(json, "labelFontSize", JSON_PIXELS * theme->tick_size_pt);
    json_bool(json, "labelOverlap", false);
    json_bool(json, "labelFlush", false);
    json_number(json, "labelLimit", 0);
    json_color(json, "titleColor", theme->text);
    json_length(json, "titleFontSize", JSON_PIXELS * theme->label_size_pt);
    json_string(json, "titleFontWeight", "normal");
    json_length(json, "titlePadding", JSON_PIXELS * 0.55 * theme->label_size_pt);
    json_end(json, '}');
}

static void write_config(VegaLite *vega)
{
    const Theme *theme = vega->scene->theme;
    JsonWriter *json = &vega->json;
    json_begin(json, "config", '{');
    json_string(json, "font", theme->font_family);
    json_begin_flat(json, "view", '{');
    json_color(json, "fill", theme->panel);
    if (theme->frame == FRAME_BOX)
        json_color(json, "stroke", theme->axis);
    else
        json_null(json, "stroke");
    json_length(json, "strokeWidth", JSON_PIXELS * theme->axis_width_pt);
    json_end(json, '}');
    write_axis_config(vega);
    json_begin_flat(json, "legend", '{');
    json_color(json, "labelColor", theme->text);
    json_end(json, '}');
    json_end(json, '}');
}

static void write_specification(VegaLite *vega)
{
    const Scene *scene = vega->scene;
    JsonWriter *json = &vega->json;
    EstimatedTitle titles[2];
    json_begin(json, NULL, '{');
    json_string(json, "$schema", "https://vega.github.io/schema/vega-lite/v5.json");
    json_string(json, "name", scene->name);
    json_string(json, "description", scene->description);
    json_color(json, "background", scene->theme->background);
    json_length(json, "padding", JSON_PIXELS * scene->theme->padding_pt);
    write_title(vega, titles, estimate_page_titles(scene, vega->frames, titles),
                "bounds");
    if (scene->panels->len == 1)
        json_write_panel(vega, 0);
    else
        write_panels(vega);
    write_config(vega);
    json_end(json, '}');
    g_string_append_c(json->out, '\n');
}

static bool write_json(const Drawing *drawing, const Scene *scene,
                       const BackendOptions *options, GByteArray *out,
                       Warnings *warnings, GError **error)
{
    (void)options;
    (void)error;
    g_autofree Rect *frames = g_new0(Rect, scene->panels->len);
    g_autoptr(GString) text = g_string_sized_new(64 * 1024);
    VegaLite vega = {
        .json = {.out = text}, .scene = scene, .drawing = drawing, .frames = frames};
    for (guint i = 0; i < scene->panels->len; i++)
        drawing_frame(drawing, g_ptr_array_index(scene->panels, i), &frames[i]);
    write_specification(&vega);
    if (vega.incomplete)
        warnings_add(warnings, "json shows it without the heat maps of insets");
    g_byte_array_append(out, (const guint8 *)text->str, (guint)text->len);
    return true;
}

const Backend backend_json = {
    .name = "json",
    .help = "specification for Vega-Lite 5, its data included",
    .shows = "everything, texts as plain Unicode; frames have their size, texts stand "
             "where Vega puts them",
    .binary = false,
    .write_page = write_json,
};
