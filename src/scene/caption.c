/* caption.c - the words of a scene that nobody gave. */
#include "scene/caption.h"

#include "formula/function.h"
#include "formula/notation.h"
#include "scene/curve.h"
#include "scene/histogram.h"
#include "scene/label.h"
#include "scene/legend.h"
#include "scene/tick_label.h"

#include <math.h>
#include <string.h>

enum { NAMED_MAX = 6, PLACES_MAX = 4 };

/* `f(x)`, `f′(x)` ... for a formula, by how it is written. */
static char *quantity(const Figure *figure, const char *plot)
{
    g_autofree char *text = g_strstrip(g_strdup(plot));
    size_t length = strlen(text);
    if (g_str_has_prefix(text, "diff(") && g_str_has_suffix(text, ")")) {
        text[length - 1] = '\0';
        const char *comma = strrchr(text, ',');
        g_autofree char *name = g_strstrip(g_strdup(comma ? comma + 1 : "x"));
        if (!comma || strcmp(name, "x") == 0)
            return g_strdup("f′(x)");
        const char *first = text + strlen("diff(");
        g_autofree char *function = g_strndup(first, (size_t)(comma - first));
        g_strstrip(function)[strcspn(function, "(")] = '\0';
        const Definition *definition = scope_find(&figure->definitions.scope, function);
        const Parameter *parameter = definition_parameter_called(definition, name);
        return g_strdup_printf("∂f/∂%s", parameter ? parameter->symbol : name);
    }
    size_t primes = 0;
    while (primes < length && text[length - 1 - primes] == '\'')
        primes++;
    g_autofree char *marks = notation_primes(NOTATION_PLAIN, (int)MIN(primes, 99));
    return g_strdup_printf("f%s(x)", marks);
}

/* The quantity that all curves of an axis show, "" when they differ. */
static char *common_quantity(const PanelBuild *build, CurveAxis axis)
{
    char *common = NULL;
    for (guint i = 0; i < build->curves->len; i++) {
        const Curve *curve = g_ptr_array_index(build->curves, i);
        if (curve->spec->axis != axis)
            continue;
        g_autofree char *own =
            curve->formula ? quantity(build->figure, curve->spec->plot) : g_strdup("");
        if (common && strcmp(common, own) != 0) {
            g_free(common);
            return g_strdup("");
        }
        if (!common)
            common = g_steal_pointer(&own);
    }
    return common ? common : g_strdup("");
}

/* The name that all tables have for a column, "" when they differ. */
static const char *common_column(const PanelBuild *build, bool of_x)
{
    const char *common = NULL;
    for (guint i = 0; i < build->curves->len; i++) {
        const Curve *curve = g_ptr_array_index(build->curves, i);
        if (!curve->data && !curve->formula && !curve->spec->bars)
            continue; /* points, which tell nothing */
        if (!curve->data)
            return "";
        const char *own = of_x ? curve->data->x_name : curve->data->y_name;
        if (common && strcmp(common, own) != 0)
            return "";
        common = own;
    }
    return common ? common : "";
}

/* Labels of a panel of histograms: what is counted, and how. */
static void caption_histograms(const PanelBuild *build, const char **x, const char **y)
{
    const Histogram *first = g_ptr_array_index(build->histograms, 0);
    *x = first->of_name;
    *y = first->spec->density ? "density" : "count";
    for (guint i = 1; i < build->histograms->len; i++) {
        const Histogram *other = g_ptr_array_index(build->histograms, i);
        if (strcmp(other->of_name, first->of_name) != 0)
            *x = "";
        if (other->spec->density != first->spec->density)
            *y = "";
    }
}

/* What one histogram counts, set as a formula. */
static void caption_counted(const PanelBuild *build)
{
    const Histogram *first = g_ptr_array_index(build->histograms, 0);
    if (build->histograms->len > 1 || !first->spec->of.text)
        return;
    label_release(&build->panel->x.label);
    build->panel->x.label = label_new_formula(first->spec->of.text,
                                              &build->figure->definitions.scope, NULL);
}

/* The only curve of an axis; NULL: it has several. */
static const Curve *only_curve(const PanelBuild *build, CurveAxis axis)
{
    const Curve *only = NULL;
    for (guint i = 0; i < build->curves->len; i++) {
        const Curve *curve = g_ptr_array_index(build->curves, i);
        if (curve->spec->axis != axis)
            continue;
        if (only)
            return NULL;
        only = curve;
    }
    return only;
}

/* One of two y axes has the colour of its first curve; of an only curve also the name,
 * unless the axis has a label of its own. */
static void caption_axis(const PanelBuild *build, CurveAxis which, SceneAxis *axis,
                         const char *given)
{
    const Curve *only = only_curve(build, which);
    axis->has_color = true;
    for (guint i = build->curves->len; i > 0; i--) {
        const Curve *curve = g_ptr_array_index(build->curves, i - 1);
        if (curve->spec->axis == which)
            axis->color = curve->series->color;
    }
    if (given || !only)
        return;
    label_release(&axis->label);
    axis->label = label_copy(&only->series->label);
}

bool caption_names_curves(const PanelBuild *build)
{
    const PanelSpec *spec = build->spec;
    return build->panel->has_y2 && !spec->y.label && !spec->y2.label &&
           only_curve(build, CURVE_ON_Y) && only_curve(build, CURVE_ON_Y2);
}

void caption_panel(PanelBuild *build)
{
    const PanelSpec *spec = build->spec;
    ScenePanel *panel = build->panel;
    panel->title = label_new(spec->title);
    panel->subtitle = label_new(spec->subtitle);
    panel->caption = label_new(spec->caption);
    bool formulas = false;
    for (guint i = 0; i < build->curves->len; i++)
        formulas =
            formulas || ((const Curve *)g_ptr_array_index(build->curves, i))->formula;
    g_autofree char *quantities = common_quantity(build, CURVE_ON_Y);
    bool plane = spec->heatmap && spec->heatmap->z;
    const char *x = formulas || plane ? "x" : common_column(build, true);
    const char *y = plane           ? "y"
                    : quantities[0] ? quantities
                                    : common_column(build, false);
    if (build->histograms->len > 0)
        caption_histograms(build, &x, &y);
    if (build->names->len > 0)
        x = ""; /* they say what they are */
    bool turned = build->lies;
    panel->x.label = label_new_axis(spec->x.label ? spec->x.label : turned ? y : x);
    panel->y.label = label_new_axis(spec->y.label ? spec->y.label : turned ? x : y);
    if (build->histograms->len > 0 && !spec->x.label)
        caption_counted(build);
    if (!panel->has_y2)
        return;
    g_autofree char *second = common_quantity(build, CURVE_ON_Y2);
    panel->y2.label = label_new_axis(spec->y2.label ? spec->y2.label : second);
    caption_axis(build, CURVE_ON_Y, &panel->y, spec->y.label);
    caption_axis(build, CURVE_ON_Y2, &panel->y2, spec->y2.label);
}

const SceneText *caption_only_curve(const PanelBuild *build)
{
    if (build->spec->legend != LEGEND_AUTO || build->curves->len != 1 ||
        build->histograms->len > 0)
        return NULL;
    const Curve *curve = g_ptr_array_index(build->curves, 0);
    return curve->spec->label || curve->spec->vary || !curve->formula
               ? NULL
               : &curve->series->label;
}

/* Appends `a`, `a and b`, `a, b and c`; of many the first few. */
static void append_list(GString *out, const GPtrArray *items, guint most)
{
    guint shown = items->len > most ? most - 1 : items->len;
    for (guint i = 0; i < shown; i++) {
        if (i > 0)
            g_string_append(out, i + 1 == items->len ? " and " : ", ");
        g_string_append(out, g_ptr_array_index(items, i));
    }
    if (shown < items->len)
        g_string_append_printf(out, " and %u more", items->len - shown);
}

static int compare_doubles(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Appends `; kinks at 0 and 6`, each place once over all curves. */
static void append_places(GString *out, const PanelBuild *build, SwitchKind kind,
                          const char *one, const char *many)
{
    g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(double));
    for (guint i = 0; i < build->curves->len; i++) {
        const Curve *curve = g_ptr_array_index(build->curves, i);
        for (guint k = 0; curve->switches && k < curve->switches->len; k++) {
            const Switch *at = &g_array_index(curve->switches, Switch, k);
            if (at->kind == kind)
                g_array_append_val(places, at->x);
        }
    }
    if (places->len == 0)
        return;
    g_array_sort(places, compare_doubles);
    g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < places->len; i++) {
        g_autofree char *text = tick_label_number(g_array_index(places, double, i));
        if (texts->len == 0 ||
            strcmp(text, g_ptr_array_index(texts, texts->len - 1)) != 0)
            g_ptr_array_add(texts, g_steal_pointer(&text));
    }
    g_string_append_printf(out, "; %s at ", texts->len == 1 ? one : many);
    append_list(out, texts, PLACES_MAX);
}

static void append_range(GString *out, const Scale *scale)
{
    g_autofree char *low = tick_label_number(scale->low);
    g_autofree char *high = tick_label_number(scale->high);
    g_string_append_printf(out, " from %s to %s", low, high);
}

/* ` and y from 0 to 4; Swish (β=y) from -3 to 6 as colours`. */
static void describe_field(GString *out, const ScenePanel *panel)
{
    const SceneField *field = panel->field;
    const char *z = field->bar.label.plain;
    g_string_append_printf(out, " and %s",
                           panel->y.label.plain[0] ? panel->y.label.plain : "y");
    append_range(out, &panel->y.scale);
    g_string_append_printf(out, "; %s", z[0] ? z : "values");
    append_range(out, &field->bar.scale);
    g_string_append(out, " as colours");
}

static void describe_panel(GString *out, const PanelBuild *build)
{
    const ScenePanel *panel = build->panel;
    g_autoptr(GPtrArray) names = g_ptr_array_new(), ordered = legend_order(panel);
    for (guint i = 0; i < ordered->len; i++) {
        const SceneSeries *series = g_ptr_array_index(ordered, i);
        bool unlisted = build->outcome && !series->in_legend;
        if (series->label.plain[0] != '\0' && !unlisted)
            g_ptr_array_add(names, series->label.plain);
    }
    if (names->len > 0)
        g_string_append(out, " of ");
    append_list(out, names, NAMED_MAX);
    g_autofree char *low = tick_label_number(panel->x.scale.low);
    g_autofree char *high = tick_label_number(panel->x.scale.high);
    const char *x = panel->x.label.plain[0] ? panel->x.label.plain : "x";
    g_string_append_printf(out, " for %s from %s to %s", x, low, high);
    if (panel->field)
        describe_field(out, panel);
    append_places(out, build, SWITCH_KINK, "kink", "kinks");
    append_places(out, build, SWITCH_JUMP, "jump", "jumps");
    append_places(out, build, SWITCH_POLE, "pole", "poles");
    g_string_append_c(out, '.');
}

char *caption_description(const GPtrArray *builds)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < builds->len; i++) {
        const PanelBuild *build = g_ptr_array_index(builds, i);
        if (i > 0)
            g_string_append_c(out, ' ');
        if (builds->len > 1) {
            g_string_append_printf(out, "Panel %u", i + 1);
            if (build->panel->title.plain[0] != '\0')
                g_string_append_printf(out, " (%s)", build->panel->title.plain);
            g_string_append_printf(out, ": %s",
                                   build->panel->field ? "heat map" : "line chart");
        } else {
            g_string_append(out, build->panel->field ? "Heat map" : "Line chart");
        }
        if (build->spec->description)
            g_string_append_printf(out, ". %s", build->spec->description);
        else
            describe_panel(out, build);
    }
    return g_string_free(out, FALSE);
}
