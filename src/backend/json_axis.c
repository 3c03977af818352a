/* json_axis.c - an axis of Vega-Lite: scale, values and labels of ticks, title. */
#include "backend/json_parts.h"
#include "base/number.h"

#include <math.h>

#define MINOR_LENGTH 0.55 /* of a major tick's; layout's */
#define TICK_GAP 0.38     /* of the label's size */

void json_write_scale_type(JsonWriter *json, const Scale *scale)
{
    json_string(json, "type",
                scale->kind == SCALE_LOG      ? "log"
                : scale->kind == SCALE_SYMLOG ? "symlog"
                                              : "linear");
    if (scale->kind == SCALE_SYMLOG)
        json_number(json, "constant", scale->linear);
}

void json_write_scale(VegaLite *vega, const Scale *scale)
{
    JsonWriter *json = &vega->json;
    json_begin_flat(json, "scale", '{');
    json_write_scale_type(json, scale);
    json_begin_flat(json, "domain", '[');
    json_number(json, NULL, scale->low);
    json_number(json, NULL, scale->high);
    json_end(json, ']');
    json_bool(json, "nice", false);
    if (scale->kind != SCALE_LOG)
        json_bool(json, "zero", false);
    json_end(json, '}');
}

/* `[-1,0,1]` of the major ones, or their labels. */
static char *tick_list(const VegaLite *vega, const SceneAxis *axis, bool labels)
{
    GString *out = g_string_new("[");
    char value[NUMBER_SIZE];
    for (guint i = 0; i < axis->ticks->len; i++) {
        const SceneTick *tick = &g_array_index(axis->ticks, SceneTick, i);
        if (!tick->major)
            continue;
        if (out->len > 1)
            g_string_append_c(out, ',');
        bool shown = drawing_shows(vega->drawing, tick);
        g_autofree char *label = labels ? json_label(shown ? tick->label : "") : NULL;
        if (label)
            json_append_quoted(out, label);
        else
            g_string_append(out, number_format(tick->value, value));
    }
    g_string_append_c(out, ']');
    return g_string_free(out, FALSE);
}

static bool has_minor(const SceneAxis *axis)
{
    for (guint i = 0; i < axis->ticks->len; i++)
        if (!g_array_index(axis->ticks, SceneTick, i).major)
            return true;
    return false;
}

/* As an expression, for ticks within the frame have negative lengths. */
static void write_expression(JsonWriter *json, double value)
{
    char text[NUMBER_SIZE];
    json_string(json, "expr", number_format_fixed(value, 3, text));
}

static void write_condition(JsonWriter *json, const char *key, const char *test,
                            double minor, double major)
{
    json_begin_flat(json, key, '{');
    json_begin_flat(json, "condition", '{');
    json_string(json, "test", test);
    write_expression(json, minor);
    json_end(json, '}');
    write_expression(json, major);
    json_end(json, '}');
}

void json_write_ticks(VegaLite *vega, const SceneAxis *axis, bool major)
{
    JsonWriter *json = &vega->json;
    g_autofree char *values = tick_list(vega, axis, false),
                    *labels = tick_list(vega, axis, true);
    g_autofree char *label =
        g_strdup_printf("%s[indexof(%s, datum.value)] || ''", labels, values);
    json_begin_flat(json, "values", '[');
    for (guint i = 0; i < axis->ticks->len; i++) {
        const SceneTick *tick = &g_array_index(axis->ticks, SceneTick, i);
        if (tick->major || !major)
            json_number(json, NULL, tick->value);
    }
    json_end(json, ']');
    if (axis->show_labels)
        json_string(json, "labelExpr", label);
}

static void write_axis(VegaLite *vega, const SceneAxis *axis)
{
    const Theme *theme = vega->scene->theme;
    JsonWriter *json = &vega->json;
    double length =
        JSON_PIXELS * (theme->ticks == TICKS_NONE ? 0 : theme->tick_length_pt);
    length = theme->ticks == TICKS_IN ? -length : length;
    g_autofree char *values = tick_list(vega, axis, false);
    g_autofree char *minor = g_strdup_printf("indexof(%s, datum.value) < 0", values);
    json_begin(json, "axis", '{');
    if (axis == vega->y && vega->on_y2)
        json_string(json, "orient", "right");
    if (axis->has_color) {
        json_color(json, "labelColor", axis->color);
        json_color(json, "titleColor", axis->color);
    }
    json_bool(json, "labels", axis->show_labels);
    json_write_ticks(vega, axis, false);
    bool gridded = axis->grid && theme->grid_width_pt > 0;
    json_bool(json, "grid", gridded);
    json_length(json, "labelPadding",
                JSON_PIXELS * TICK_GAP * theme->tick_size_pt - fmin(length, 0));
    if (has_minor(axis)) {
        write_condition(json, "tickSize", minor, MINOR_LENGTH * length, length);
        if (gridded)
            write_condition(json, "gridOpacity", minor, 0, theme->grid.alpha);
    } else {
        json_begin_flat(json, "tickSize", '{');
        write_expression(json, length);
        json_end(json, '}');
    }
    json_end(json, '}');
}

/* Vega-Lite joins the titles that layers give one axis unless they are the same. */
void json_write_axis_title(VegaLite *vega, const SceneAxis *axis)
{
    g_autofree char *title = json_text(&axis->label);
    if (axis->show_labels && title[0] != '\0')
        json_lines(&vega->json, "title", title);
    else
        json_null(&vega->json, "title");
}

void json_write_position(VegaLite *vega, const char *channel, const SceneAxis *axis,
                         bool with_axis)
{
    JsonWriter *json = &vega->json;
    json_begin(json, channel, '{');
    json_string(json, "field", channel);
    json_string(json, "type", "quantitative");
    json_write_axis_title(vega, axis);
    json_write_scale(vega, &axis->scale);
    if (with_axis)
        write_axis(vega, axis);
    json_end(json, '}');
}
