/* html_model.c - the Scene as data and functions of JavaScript. */
#include "backend/html_model.h"

#include "backend/json_writer.h"
#include "base/number.h"
#include "formula/formula.h"
#include "formula/script.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* A slider reaches this far from the value where the domain has no end. */
#define REACH 2.0

typedef struct {
    JsonWriter json;
    GArray *parameters; /* of OpenParameter, of all series */
    GString *functions; /* one a series */
    GHashTable *called;
} Model;

/* The number of a parameter of the page; the same in all series that have it. */
static guint parameter_index(Model *model, const OpenParameter *one)
{
    GArray *all = model->parameters;
    guint i = 0;
    for (; i < all->len; i++) {
        const OpenParameter *known = &g_array_index(all, OpenParameter, i);
        if (known->definition == one->definition && known->value == one->value &&
            strcmp(known->name, one->name) == 0)
            return i;
    }
    g_array_append_val(all, *one);
    return i;
}

static const Binding *find_binding(const SceneSeries *series, const char *name)
{
    for (guint i = 0; i < series->bindings->len; i++) {
        const Binding *binding = &g_array_index(series->bindings, Binding, i);
        if (strcmp(binding->name, name) == 0)
            return binding;
    }
    return NULL;
}

/* Writes `parameters` of a series and its function. What a family varies stays as it
 * is; everything else gets a slider. */
static void write_function(Model *model, const SceneSeries *series)
{
    char buffer[NUMBER_SIZE];
    g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(OpenParameter));
    g_autoptr(GArray) names = g_array_new(TRUE, TRUE, sizeof(ScriptName));
    g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(Formula) formula =
        formula_new_open(series->formula, series->scope,
                         (const Binding *)(void *)series->bindings->data, open, NULL);
    g_autoptr(Formula) slope = formula_derivative(formula);
    guint count = 0;

    json_begin_flat(&model->json, "parameters", '[');
    for (guint i = 0; i < open->len; i++) {
        const OpenParameter *one = &g_array_index(open, OpenParameter, i);
        bool fixed = find_binding(series, one->name) || !isfinite(one->value);
        ScriptName name = {one->symbol, NULL};
        if (fixed)
            name.text = isfinite(one->value)
                            ? g_strdup_printf("(%s)", number_format(one->value, buffer))
                            : g_strdup(one->value > 0 ? "Infinity" : "(-Infinity)");
        else
            name.text = g_strdup_printf("p[%u]", count++);
        g_ptr_array_add(texts, (char *)name.text);
        g_array_append_val(names, name);
        if (!fixed)
            json_number(&model->json, NULL, parameter_index(model, one));
    }
    json_end(&model->json, ']');
    const Node *const nodes[] = {formula->root, slope->root};
    g_autofree char *text =
        script_print(formula->pool, nodes, G_N_ELEMENTS(nodes), SCRIPT_JAVASCRIPT,
                     (const ScriptName *)(void *)names->data, model->called);
    g_string_append_printf(model->functions, "(x, p) => {\n%s},\n", text);
}

static void write_pieces(JsonWriter *json, const SceneSeries *series)
{
    json_begin_flat(json, "pieces", '[');
    for (guint i = 0; i < series->pieces->len; i++) {
        const GArray *points =
            ((const ScenePiece *)g_ptr_array_index(series->pieces, i))->points;
        json_begin_flat(json, NULL, '[');
        for (guint k = 0; k < points->len; k++) {
            json_number(json, NULL, g_array_index(points, Point, k).x);
            json_number(json, NULL, g_array_index(points, Point, k).y);
        }
        json_end(json, ']');
    }
    json_end(json, ']');
}

static void write_series(Model *model, const SceneSeries *series, int number)
{
    JsonWriter *json = &model->json;
    json_begin(json, NULL, '{');
    json_number(json, "number", number);
    json_number(json, "place", series->place);
    json_string(json, "label", series->label.plain);
    if (series->formula && g_array_index(series->bindings, Binding, 0).name)
        json_string(json, "family", series->formula);
    json_bool(json, "named", series->in_legend);
    if (series->on_y2)
        json_bool(json, "y2", true);
    json_color(json, "color", series->color);
    json_length(json, "width", series->width_pt);
    json_begin_flat(json, "dash", '[');
    for (int i = 0; i < series->dash.count; i++)
        json_length(json, NULL, series->dash.length_pt[i]);
    json_end(json, ']');
    json_string(json, "jumps", series->dots->len > 0 ? "dots" : "gap");
    if (series->formula) {
        write_function(model, series);
    } else {
        json_begin_flat(json, "parameters", '[');
        json_end(json, ']');
        g_string_append(model->functions, "null,\n");
        write_pieces(json, series);
    }
    json_end(json, '}');
}

static void write_axis(JsonWriter *json, const char *name, const SceneAxis *axis)
{
    static const char *const kinds[] = {
        [SCALE_LINEAR] = "linear", [SCALE_LOG] = "log", [SCALE_SYMLOG] = "symlog"};
    json_begin_flat(json, name, '{');
    json_string(json, "kind", kinds[axis->scale.kind]);
    json_number(json, "low", axis->scale.low);
    json_number(json, "high", axis->scale.high);
    if (axis->scale.kind == SCALE_SYMLOG)
        json_number(json, "linear", axis->scale.linear);
    json_bool(json, "grid", axis->grid);
    json_bool(json, "labels", axis->show_labels);
    if (axis->has_color)
        json_color(json, "color", axis->color);
    json_end(json, '}');
}

static void write_panel(Model *model, const ScenePanel *panel, Rect frame, int *number)
{
    JsonWriter *json = &model->json;
    json_begin(json, NULL, '{');
    json_string(json, "title", panel->title.plain);
    json_begin_flat(json, "frame", '[');
    json_length(json, NULL, frame.x);
    json_length(json, NULL, frame.y);
    json_length(json, NULL, frame.width);
    json_length(json, NULL, frame.height);
    json_end(json, ']');
    write_axis(json, "x", &panel->x);
    write_axis(json, "y", &panel->y);
    if (panel->has_y2)
        write_axis(json, "y2", &panel->y2);
    json_begin(json, "series", '[');
    for (guint i = 0; i < panel->series->len; i++)
        write_series(model, g_ptr_array_index(panel->series, i), ++*number);
    json_end(json, ']');
    json_end(json, '}');
}

/* The stretch that a slider covers: the domain, or what lies about the value. */
static void write_parameter(JsonWriter *json, const OpenParameter *one)
{
    const Definition *definition = one->definition;
    const Parameter *parameter = definition ? definition->parameters : NULL;
    double least = -INFINITY, most = INFINITY;
    const char *symbol = one->name;
    while (parameter && parameter->name && strcmp(parameter->name, one->name) != 0)
        parameter++;
    if (parameter && parameter->name) {
        symbol = parameter->symbol ? parameter->symbol : one->name;
        least = parameter->minimum_open ? nextafter(parameter->minimum, INFINITY)
                                        : parameter->minimum;
        most = parameter->maximum_open ? nextafter(parameter->maximum, -INFINITY)
                                       : parameter->maximum;
    }
    double reach = REACH * fmax(fabs(one->value), 0.5);
    double low = fmax(least, one->value - reach), high = fmin(most, one->value + reach);
    if (parameter && parameter->minimum_open && low == least)
        low = least + (high - least) / 100;
    bool template = definition && strpbrk(definition->label, "{$");
    json_begin_flat(json, NULL, '{');
    json_string(json, "name", symbol);
    json_string(json, "of",
                !definition ? ""
                : template  ? definition->key
                            : definition->label);
    json_number(json, "value", one->value);
    json_number(json, "low", low);
    json_number(json, "high", high);
    json_number(json, "least", fmax(least, -DBL_MAX));
    json_number(json, "most", fmin(most, DBL_MAX));
    json_end(json, '}');
}

static void write_theme(JsonWriter *json, const Scene *scene)
{
    const Theme *theme = scene->theme;
    double tick = theme->ticks == TICKS_OUT  ? theme->tick_length_pt
                  : theme->ticks == TICKS_IN ? -theme->tick_length_pt
                                             : 0;
    json_string(json, "title", scene->title.plain);
    json_string(json, "prefix", "live");
    json_bool(json, "shareX", scene->share & SHARE_X);
    json_bool(json, "shareY", scene->share & SHARE_Y);
    json_color(json, "text", theme->text);
    json_color(json, "axis", theme->axis);
    json_color(json, "grid", theme->grid);
    json_color(json, "ground",
               color_mix(theme->background, theme->panel, theme->panel.alpha));
    json_length(json, "axisWidth", theme->axis_width_pt);
    json_length(json, "gridWidth", theme->grid_width_pt);
    json_length(json, "tick", tick);
    json_length(json, "tickSize", theme->tick_size_pt);
    json_length(json, "dot", theme->dot_radius_pt);
}

/* In a <script> no text may look like its end. */
static void append_for_script(GString *out, const char *json)
{
    for (const char *at = json; *at; at++)
        if (*at == '<')
            g_string_append(out, "\\u003c");
        else
            g_string_append_c(out, *at);
}

void html_append_model(GString *out, const Drawing *drawing, const Scene *scene)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GString) functions = g_string_new(NULL);
    g_autoptr(GArray) parameters = g_array_new(FALSE, FALSE, sizeof(OpenParameter));
    g_autoptr(GHashTable) called = g_hash_table_new(g_str_hash, g_str_equal);
    Model model = {.json = {.out = text},
                   .parameters = parameters,
                   .functions = functions,
                   .called = called};
    int number = 0;
    json_begin(&model.json, NULL, '{');
    write_theme(&model.json, scene);
    json_begin(&model.json, "panels", '[');
    for (guint i = 0; i < scene->panels->len; i++) {
        Rect frame = {0, 0, 1, 1};
        const ScenePanel *panel = g_ptr_array_index(scene->panels, i);
        drawing_frame(drawing, panel, &frame);
        write_panel(&model, panel, frame, &number);
    }
    json_end(&model.json, ']');
    json_begin(&model.json, "parameters", '[');
    for (guint i = 0; i < parameters->len; i++)
        write_parameter(&model.json, &g_array_index(parameters, OpenParameter, i));
    json_end(&model.json, ']');
    json_end(&model.json, '}');

    g_autofree char *own = script_functions(SCRIPT_JAVASCRIPT, called);
    g_string_append(out, own);
    g_string_append(out, "const figure = ");
    append_for_script(out, text->str);
    g_string_append_printf(out, ";\nconst calls = [\n%s];\n", functions->str);
    g_string_append(
        out, "figure.panels.flatMap((panel) => panel.series)"
             ".forEach((series) => { series.call = calls[series.number - 1]; });\n");
}
