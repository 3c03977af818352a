/* json_panel.c - one panel as layers of Vega-Lite on axes of their own. */
#include "backend/json_parts.h"
#include "base/number.h"
#include "scene/label.h"

#include <math.h>
#include <string.h>

#define MINOR_LENGTH 0.55 /* of a major tick's; layout's */
#define RING_SHARE 0.45   /* of a dot's radius that its ring takes at most */
#define TICK_GAP 0.38     /* of the label's size */
#define LEGEND_INSET 0.4
#define LEGEND_SAMPLE 2.1
#define LEGEND_SQUARE 0.7
#define LEGEND_GAP 0.6
#define LEGEND_PITCH 1.45

/* A line of three times the width of the square that it is told, as LEGEND_SAMPLE is
 * of LEGEND_SQUARE. */
static const char legend_sample[] = "M-3,0L3,0";

/* The panel's curves by name: each is another's, whatever their labels are. */
typedef struct {
    char **names, **labels; /* ended by NULL */
    bool same;              /* all names are what the legend shows */
} Names;

static Names names_new(const Scene *scene, const ScenePanel *panel)
{
    guint count = panel->series->len;
    Names names = {g_new0(char *, count + 1), g_new0(char *, count + 1), true};
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

static void names_release(Names *names)
{
    g_strfreev(names->names);
    g_strfreev(names->labels);
}

void json_write_scale(VegaLite *vega, const Scale *scale)
{
    JsonWriter *json = &vega->json;
    json_begin_flat(json, "scale", '{');
    json_string(json, "type",
                scale->kind == SCALE_LOG      ? "log"
                : scale->kind == SCALE_SYMLOG ? "symlog"
                                              : "linear");
    if (scale->kind == SCALE_SYMLOG)
        json_number(json, "constant", scale->linear);
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

static void write_axis(VegaLite *vega, const SceneAxis *axis)
{
    const Theme *theme = vega->scene->theme;
    JsonWriter *json = &vega->json;
    double length =
        JSON_PIXELS * (theme->ticks == TICKS_NONE ? 0 : theme->tick_length_pt);
    length = theme->ticks == TICKS_IN ? -length : length;
    g_autofree char *values = tick_list(vega, axis, false),
                    *labels = tick_list(vega, axis, true);
    g_autofree char *label =
        g_strdup_printf("%s[indexof(%s, datum.value)] || ''", labels, values);
    g_autofree char *minor = g_strdup_printf("indexof(%s, datum.value) < 0", values);
    json_begin(json, "axis", '{');
    if (axis == vega->y && vega->on_y2)
        json_string(json, "orient", "right");
    if (axis->has_color) {
        json_color(json, "labelColor", axis->color);
        json_color(json, "titleColor", axis->color);
    }
    json_begin_flat(json, "values", '[');
    for (guint i = 0; i < axis->ticks->len; i++)
        json_number(json, NULL, g_array_index(axis->ticks, SceneTick, i).value);
    json_end(json, ']');
    json_bool(json, "labels", axis->show_labels);
    if (axis->show_labels)
        json_string(json, "labelExpr", label);
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

static void write_position(VegaLite *vega, const char *channel, const SceneAxis *axis,
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

/* Rows in the legend; 0: there is none. */
static int legend_rows(const ScenePanel *panel)
{
    int rows = 0;
    if (!estimate_has_legend(panel))
        return 0;
    for (guint i = 0; i < panel->series->len; i++)
        rows += ((const SceneSeries *)g_ptr_array_index(panel->series, i))->in_legend;
    return rows;
}

static void write_legend_labels(JsonWriter *json, const Names *names)
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

/* The width that all curves have; NAN: there are several. */
static double common_width(const ScenePanel *panel)
{
    double width = NAN;
    for (guint i = 0; i < panel->series->len; i++) {
        const SceneSeries *series = g_ptr_array_index(panel->series, i);
        if (i > 0 && series->width_pt != width)
            return NAN;
        width = series->width_pt;
    }
    return width;
}

static void write_legend(VegaLite *vega, const ScenePanel *panel, const Rect *frame,
                         const Names *names)
{
    const Theme *theme = vega->scene->theme;
    JsonWriter *json = &vega->json;
    Rect box;
    if (legend_rows(panel) == 0 || !drawing_legend(vega->drawing, panel, &box)) {
        json_null(json, "legend");
        return;
    }
    EstimatedLegend legend = estimate_legend(vega->scene, panel);
    if (panel->legend == LEGEND_BELOW)
        estimate_fit_legend(&legend, panel, box);
    bool outside = panel->legend == LEGEND_OUTSIDE || panel->legend == LEGEND_BELOW;
    double size = JSON_PIXELS * legend.size_pt, sample = LEGEND_SAMPLE * size;
    double square = LEGEND_SQUARE * size;
    json_begin(json, "legend", '{');
    json_null(json, "title");
    json_begin_flat(json, "values", '[');
    for (guint i = 0; i < panel->series->len; i++)
        if (((const SceneSeries *)g_ptr_array_index(panel->series, i))->in_legend)
            json_string(json, NULL, names->names[i]);
    json_end(json, ']');
    if (!names->same)
        write_legend_labels(json, names);
    json_string(json, "orient", "none");
    json_length(json, "legendX", JSON_PIXELS * (box.x - frame->x));
    json_length(json, "legendY", JSON_PIXELS * (box.y - frame->y));
    if (legend.columns > 1 || panel->legend == LEGEND_BELOW)
        json_number(json, "columns", legend.columns);
    /* As high as a letter, so that rows are not set apart by it, and wider. */
    json_string(json, "symbolType", legend_sample);
    json_length(json, "symbolSize", square * square);
    json_length(json, "symbolOffset", (sample - square) / 2);
    if (!isnan(common_width(panel)))
        json_length(json, "symbolStrokeWidth", JSON_PIXELS * common_width(panel));
    json_length(json, "labelFontSize", size);
    json_length(json, "labelOffset", (sample - square) / 2 + LEGEND_GAP * size);
    json_number(json, "labelLimit", 0);
    json_length(json, "rowPadding", (LEGEND_PITCH - 0.95) * size);
    if (!outside) {
        json_length(json, "padding", LEGEND_INSET * size);
        json_color(json, "fillColor", theme->legend_background);
        json_color(json, "strokeColor", theme->legend_border);
    }
    json_end(json, '}');
}

typedef enum { OF_COLOR, OF_DASH, OF_WIDTH } Channel;

static void write_range_value(JsonWriter *json, const SceneSeries *series, Channel of)
{
    if (of == OF_COLOR) {
        json_color(json, NULL, series->color);
    } else if (of == OF_WIDTH) {
        json_length(json, NULL, JSON_PIXELS * series->width_pt);
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

/* The curves' colours, dashes or widths by name. */
static void begin_channel(VegaLite *vega, const ScenePanel *panel, const Names *names,
                          Channel of)
{
    static const char *const channels[] = {
        [OF_COLOR] = "color", [OF_DASH] = "strokeDash", [OF_WIDTH] = "strokeWidth"};
    JsonWriter *json = &vega->json;
    json_begin(json, channels[of], '{');
    json_string(json, "field", "curve");
    json_string(json, "type", of == OF_WIDTH ? "ordinal" : "nominal");
    json_begin(json, "scale", '{');
    json_begin_flat(json, "domain", '[');
    for (guint i = 0; i < panel->series->len; i++)
        json_string(json, NULL, names->names[i]);
    json_end(json, ']');
    json_begin_flat(json, "range", '[');
    for (guint i = 0; i < panel->series->len; i++)
        write_range_value(json, g_ptr_array_index(panel->series, i), of);
    json_end(json, ']');
    json_end(json, '}');
}

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
                             const Names *names)
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
                         const Names *names)
{
    JsonWriter *json = &vega->json;
    bool dashed = has_dashes(panel);
    double width = common_width(panel);
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
    write_position(vega, "x", &panel->x, true);
    write_position(vega, "y", vega->y, true);
    json_begin_flat(json, "detail", '{');
    json_string(json, "field", "piece");
    json_string(json, "type", "nominal");
    json_end(json, '}');
    begin_channel(vega, panel, names, OF_COLOR);
    write_legend(vega, panel, frame, names);
    json_end(json, '}');
    if (dashed) {
        begin_channel(vega, panel, names, OF_DASH);
        write_legend(vega, panel, frame, names);
        json_end(json, '}');
    }
    if (isnan(width) && panel->series->len > 0) {
        begin_channel(vega, panel, names, OF_WIDTH);
        write_legend(vega, panel, frame, names);
        json_end(json, '}');
    }
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

static void write_dot_data(VegaLite *vega, const ScenePanel *panel, const Names *names,
                           bool filled)
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
static void write_dots(VegaLite *vega, const ScenePanel *panel, const Names *names,
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
    write_position(vega, "x", &panel->x, false);
    write_position(vega, "y", vega->y, false);
    begin_channel(vega, panel, names, OF_COLOR);
    if (legend_rows(panel) == 0)
        json_null(json, "legend");
    json_end(json, '}');
    json_end(json, '}');
    json_end(json, '}');
}

static void write_layers(VegaLite *vega, const ScenePanel *panel, const Rect *frame,
                         const Names *names)
{
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
                         const Names *names)
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
    Names names = names_new(vega->scene, panel);
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
    json_write_labels(vega, panel, frame);
    json_end(json, ']');
    if (panel->has_y2) {
        json_begin_flat(json, "resolve", '{');
        json_begin_flat(json, "scale", '{');
        json_string(json, "y", "independent");
        json_end(json, '}');
        json_end(json, '}');
    }
    names_release(&names);
}
