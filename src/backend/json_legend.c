/* json_legend.c - how curves are told apart, and the legend that says so. */
#include "backend/json_parts.h"
#include "scene/legend.h"

#include <math.h>

#define LEGEND_INSET 0.4
#define LEGEND_SAMPLE 2.1
#define LEGEND_SQUARE 0.7
#define LEGEND_GAP 0.6
#define LEGEND_PITCH 1.45

/* A line of three times the width of the square that it is told, as LEGEND_SAMPLE is
 * of LEGEND_SQUARE. */
static const char legend_sample[] = "M-3,0L3,0";

JsonNames json_names_new(const Scene *scene, const ScenePanel *panel)
{
    guint count = panel->series->len;
    JsonNames names = {g_new0(char *, count + 1), g_new0(char *, count + 1), true};
    for (guint i = 0; i < count; i++) {
        const SceneSeries *series = g_ptr_array_index(panel->series, i);
        char *cut = estimate_legend_text(scene, panel, series);
        char *label = cut ? cut : json_text(&series->label);
        char *name = g_strdup(label);
        for (int number = 2; g_strv_contains((const char *const *)names.names, name);
             number++) {
            g_free(name);
            name = g_strdup_printf("%s (%d)", label, number);
            names.same = false;
        }
        names.labels[i] = label;
        names.names[i] = name;
    }
    return names;
}

void json_names_release(JsonNames *names)
{
    g_strfreev(names->names);
    g_strfreev(names->labels);
}

/* Without them a legend would be in the order of the data, which is of painting. */
static void write_legend_values(JsonWriter *json, const ScenePanel *panel,
                                const JsonNames *names)
{
    g_autoptr(GPtrArray) named = legend_series(panel);
    json_begin_flat(json, "values", '[');
    for (guint i = 0; i < named->len; i++) {
        guint index = 0;
        g_ptr_array_find(panel->series, g_ptr_array_index(named, i), &index);
        json_string(json, NULL, names->names[index]);
    }
    json_end(json, ']');
}

static void write_legend_labels(JsonWriter *json, const JsonNames *names)
{
    g_autoptr(GString) expression = g_string_new("[");
    for (int part = 0; part < 2; part++) {
        char **texts = part == 0 ? names->labels : names->names;
        for (int i = 0; texts[i]; i++) {
            if (i > 0)
                g_string_append_c(expression, ',');
            json_append_quoted(expression, texts[i]);
        }
        g_string_append(expression, part == 0 ? "][indexof([" : "], datum.value)]");
    }
    json_string(json, "labelExpr", expression->str);
}

double json_curve_width(const ScenePanel *panel)
{
    double width = NAN;
    for (guint i = 0; i < panel->series->len; i++) {
        const SceneSeries *series = g_ptr_array_index(panel->series, i);
        if (series->width_pt <= 0) /* bars, points */
            continue;
        if (!isnan(width) && series->width_pt != width)
            return NAN;
        width = series->width_pt;
    }
    return width;
}

static void write_legend(VegaLite *vega, const ScenePanel *panel, const Rect *frame,
                         const JsonNames *names)
{
    const Theme *theme = vega->scene->theme;
    JsonWriter *json = &vega->json;
    const DrawingLegend *legend = drawing_legend(vega->drawing, panel);
    if (!legend) {
        json_null(json, "legend");
        return;
    }
    double size = JSON_PIXELS * legend->size_pt, sample = LEGEND_SAMPLE * size;
    double square = LEGEND_SQUARE * size;
    json_begin(json, "legend", '{');
    json_null(json, "title");
    write_legend_values(json, panel, names);
    if (!names->same)
        write_legend_labels(json, names);
    json_string(json, "orient", "none");
    json_length(json, "legendX", JSON_PIXELS * (legend->box.x - frame->x));
    json_length(json, "legendY", JSON_PIXELS * (legend->box.y - frame->y));
    if (legend->columns > 1 || legend->below)
        json_number(json, "columns", legend->columns);
    if (legend->below)
        json_string(json, "direction", "horizontal"); /* along the rows */
    /* As high as a letter, so that rows are not set apart by it, and wider. */
    json_string(json, "symbolType", legend_sample);
    json_length(json, "symbolSize", square * square);
    json_length(json, "symbolOffset", (sample - square) / 2);
    if (!isnan(json_curve_width(panel)))
        json_length(json, "symbolStrokeWidth", JSON_PIXELS * json_curve_width(panel));
    json_length(json, "labelFontSize", size);
    json_length(json, "labelOffset", (sample - square) / 2 + LEGEND_GAP * size);
    json_number(json, "labelLimit", 0);
    json_length(json, "rowPadding", (LEGEND_PITCH - 0.95) * size);
    if (!legend->outside) {
        json_length(json, "padding", LEGEND_INSET * size);
        json_color(json, "fillColor", theme->legend_background);
        json_color(json, "strokeColor", theme->legend_border);
    }
    json_end(json, '}');
}

/* Bars and points have a line in the legend, though none in the picture. */
static void write_range_value(VegaLite *vega, const SceneSeries *series, JsonChannel of)
{
    JsonWriter *json = &vega->json;
    double width =
        series->width_pt > 0 ? series->width_pt : vega->scene->theme->line_width_pt;
    if (of == JSON_COLOR) {
        json_color(json, NULL, series->color);
    } else if (of == JSON_WIDTH) {
        json_length(json, NULL, JSON_PIXELS * width);
    } else {
        json_begin_flat(json, NULL, '[');
        for (int i = 0; i < series->dash.count; i++)
            json_length(json, NULL, JSON_PIXELS * series->dash.length_pt[i]);
        if (series->dash.count == 0) {
            json_number(json, NULL, 1);
            json_number(json, NULL, 0);
        }
        json_end(json, ']');
    }
}

void json_write_channel(VegaLite *vega, const ScenePanel *panel, const JsonNames *names,
                        JsonChannel of, const Rect *legend_frame)
{
    static const char *const channels[] = {[JSON_COLOR] = "color",
                                           [JSON_DASH] = "strokeDash",
                                           [JSON_WIDTH] = "strokeWidth"};
    JsonWriter *json = &vega->json;
    json_begin(json, channels[of], '{');
    json_string(json, "field", "curve");
    json_string(json, "type", of == JSON_WIDTH ? "ordinal" : "nominal");
    json_begin(json, "scale", '{');
    json_string(json, "type", "ordinal"); /* widths would be spread evenly else */
    json_begin_flat(json, "domain", '[');
    for (guint i = 0; i < panel->series->len; i++)
        json_string(json, NULL, names->names[i]);
    json_end(json, ']');
    json_begin_flat(json, "range", '[');
    for (guint i = 0; i < panel->series->len; i++)
        write_range_value(vega, g_ptr_array_index(panel->series, i), of);
    json_end(json, ']');
    json_end(json, '}');
    if (legend_frame)
        write_legend(vega, panel, legend_frame, names);
    else if (!drawing_legend(vega->drawing, panel))
        json_null(json, "legend");
    json_end(json, '}');
}
