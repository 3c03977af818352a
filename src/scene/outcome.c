/* outcome.c - what a panel's experiment gives, as things that panels show. */
#include "scene/outcome.h"

#include "base/error.h"
#include "base/number.h"
#include "scene/curve.h"
#include "scene/style.h"

#include <math.h>
#include <string.h>

/* The width of many strokes, and of theory where all is dashed: a share of a curve's.
 */
#define FINE 0.45

static void free_curve(void *curve)
{
    curve_spec_free(curve);
}

static void free_histogram(void *histogram)
{
    histogram_spec_free(histogram);
}

void outcome_free(Outcome *outcome)
{
    if (!outcome)
        return;
    if (outcome->spec) {
        g_ptr_array_unref(outcome->spec->curves);
        g_ptr_array_unref(outcome->spec->histograms);
    }
    g_free(outcome->spec);
    g_ptr_array_unref(outcome->curves);
    g_ptr_array_unref(outcome->histograms);
    g_free(outcome->heatmap);
    panel_spec_free(outcome->empty);
    experiment_result_unref(outcome->result);
    g_free(outcome);
}

/* Whether a series of that colour's number is called that. */
static bool is_called(const ExperimentResult *result, int number, const char *label)
{
    for (guint i = 0; i < result->series->len; i++) {
        const ExperimentSeries *series = g_ptr_array_index(result->series, i);
        if (series->color == number && g_strcmp0(series->label, label) == 0)
            return true;
    }
    return false;
}

/* The function that a colour's number is for: the one at that place of the list where
 * series are called after it, or there is no other. NULL: none. */
static const ExperimentFunction *function_of(const ExperimentSetup *setup,
                                             const ExperimentResult *result,
                                             guint number)
{
    const ExperimentParameter *parameters = setup->experiment->parameters;
    for (unsigned i = 0; parameters[i].key; i++) {
        const GPtrArray *functions = setup->values[i].functions;
        if (!functions || number >= functions->len)
            continue;
        const ExperimentFunction *function = g_ptr_array_index(functions, number);
        if (functions->len == 1 || is_called(result, (int)number, function->label))
            return function;
    }
    return NULL;
}

static bool has_second_axis(const PanelSpec *spec)
{
    for (guint i = 0; i < spec->curves->len; i++)
        if (((const CurveSpec *)g_ptr_array_index(spec->curves, i))->axis ==
            CURVE_ON_Y2)
            return true;
    return false;
}

/* Beside a second y axis all that the first one measures has one colour. */
static Color color_of(const Outcome *outcome, const Figure *figure,
                      const PanelSpec *given, int number)
{
    const ExperimentSetup *setup = given->experiment->setup;
    const Theme *theme = figure->theme;
    const ExperimentFunction *function =
        function_of(setup, outcome->result, (guint)number);
    if (function && function->has_color)
        return function->color;
    if (theme->color_count == 0)
        return theme->text;
    return theme->colors[has_second_axis(given) ? 0 : number % theme->color_count];
}

/* Theory is dashed; where a theme's curves all differ by dash, measurements do too. */
static Dash dash_of(const Theme *theme, const PanelSpec *given,
                    const ExperimentSeries *series)
{
    if (has_second_axis(given))
        return style_axis_dash(series->color);
    if (series->is_theory)
        return (Dash){.length_pt = {5, 3}, .count = 2};
    if (!theme->dash_each || theme->dash_count == 0)
        return (Dash){.count = 0};
    return theme->dashes[series->color % theme->dash_count];
}

/* What is not to be looked at first. */
static void set_back(CurveSpec *curve, const Theme *theme,
                     const ExperimentSeries *series)
{
    if (series->is_fine || (series->is_theory && theme->dash_each))
        curve->width_pt = FINE * theme->line_width_pt;
    if (series->is_fine)
        curve->zorder = -1;
    if (series->is_guide) {
        curve->width_pt = theme->axis_width_pt;
        curve->color = theme->muted_text;
        curve->zorder = -2;
    }
}

static void clear_bar(void *bar)
{
    g_free(((BarSpec *)bar)->name);
}

/* The values at the named places 0, 1, ... */
static GArray *named_bars(const GArray *points, const GPtrArray *names)
{
    GArray *bars = g_array_new(FALSE, FALSE, sizeof(BarSpec));
    g_array_set_clear_func(bars, clear_bar);
    for (guint i = 0; i < points->len; i++) {
        Point point = g_array_index(points, Point, i);
        guint place = (guint)point.x;
        if (!names || place >= names->len)
            continue;
        BarSpec bar = {g_strdup(g_ptr_array_index(names, place)), point.y};
        g_array_append_val(bars, bar);
    }
    return bars;
}

/* A series without a label is called after one of its colour: `GELU (2)`, where data
 * and messages need a name. */
static char *name_of(const ExperimentResult *result, const ExperimentSeries *series)
{
    const char *label = NULL;
    int count = 0;
    bool passed = false;
    if (series->label)
        return g_strdup(series->label);
    for (guint i = 0; i < result->series->len; i++) {
        const ExperimentSeries *other = g_ptr_array_index(result->series, i);
        if (other->color != series->color)
            continue;
        label = label ? label : other->label;
        count += !passed;
        passed = passed || other == series;
    }
    return label ? g_strdup_printf("%s (%d)", label, MAX(count, 2)) : g_strdup("");
}

static void add_curve(Outcome *outcome, const Figure *figure, const PanelSpec *given,
                      const ExperimentSeries *series)
{
    CurveSpec *curve = curve_spec_new(NULL);
    curve->label = name_of(outcome->result, series);
    curve->unlisted = !series->label;
    curve->has_color = curve->has_dash = true;
    curve->color = color_of(outcome, figure, given, series->color);
    curve->dash = dash_of(figure->theme, given, series);
    set_back(curve, figure->theme, series);
    curve->style = series->shape == RESULT_POINTS  ? STYLE_POINTS
                   : series->shape == RESULT_STEPS ? STYLE_STEPS_AFTER
                   : series->shape == RESULT_BARS  ? STYLE_BARS
                                                   : STYLE_LINE;
    if (series->shape == RESULT_BARS) {
        curve->bars = named_bars(series->points, outcome->result->names);
    } else {
        curve->points = g_array_ref(series->points);
        curve->lows = series->low ? g_array_ref(series->low) : NULL;
        curve->highs = series->high ? g_array_ref(series->high) : NULL;
    }
    g_ptr_array_add(outcome->curves, curve);
    g_ptr_array_add(outcome->spec->curves, curve);
}

static void add_histogram(Outcome *outcome, const Figure *figure,
                          const PanelSpec *given, const ExperimentSeries *series)
{
    HistogramSpec *histogram = g_new0(HistogramSpec, 1);
    histogram->label = g_strdup(series->label ? series->label : "");
    histogram->style = STYLE_BARS;
    histogram->has_color = true;
    histogram->color = color_of(outcome, figure, given, series->color);
    histogram->choice = BINS_EDGES;
    histogram->edges = g_array_new(FALSE, FALSE, sizeof(double));
    histogram->heights = g_array_new(FALSE, FALSE, sizeof(double));
    for (guint i = 0; i < series->points->len; i++) {
        Point point = g_array_index(series->points, Point, i);
        g_array_append_val(histogram->edges, point.x);
        if (i + 1 < series->points->len)
            g_array_append_val(histogram->heights, point.y);
    }
    g_ptr_array_add(outcome->histograms, histogram);
    g_ptr_array_add(outcome->spec->histograms, histogram);
}

static void add_series(Outcome *outcome, const Figure *figure, const PanelSpec *given)
{
    const GPtrArray *all = outcome->result->series;
    PanelSpec *spec = outcome->spec;
    for (guint i = 0; i < all->len; i++) {
        const ExperimentSeries *series = g_ptr_array_index(all, i);
        if (!series->is_guide)
            spec->taken_colors = MAX(spec->taken_colors, series->color + 1);
        if (series->shape == RESULT_BINS)
            add_histogram(outcome, figure, given, series);
        else
            add_curve(outcome, figure, given, series);
    }
}

/* Where the figure says nothing, the axis is as the result proposes. */
static void propose_axis(AxisSpec *axis, char *label, bool is_log, bool is_whole)
{
    if (!axis->label)
        axis->label = label;
    if (axis->scale == SCALE_AUTO && is_log)
        axis->scale = SCALE_LOG;
    axis->is_whole = is_whole;
}

static void propose_titles(Outcome *outcome, const Figure *figure,
                           const PanelSpec *given)
{
    const ExperimentResult *result = outcome->result;
    const char *label = given->experiment->setup->experiment->label;
    char *title = result->title ? result->title : (char *)label;
    if (figure->panels->len == 1) {
        outcome->title = title;
        outcome->subtitle = result->subtitle;
        return;
    }
    if (!outcome->spec->title)
        outcome->spec->title = title;
    if (!outcome->spec->subtitle)
        outcome->spec->subtitle = result->subtitle;
}

static bool has_values(const HeatmapSpec *heatmap)
{
    return heatmap && (heatmap->z || heatmap->rows || heatmap->data.path.text);
}

/* An error about the experiment as a whole. */
static void set_fault(const Figure *figure, const ExperimentSpec *spec,
                      const char *message, GError **error)
{
    const char *key = spec->setup->experiment->key;
    curve_set_error(error, figure, key, spec->place, (Span){0, strlen(key)}, message);
}

/* The grid as the panel's heat map, with the figure's options for it. */
static bool take_grid(Outcome *outcome, const Figure *figure, const PanelSpec *given,
                      GError **error)
{
    const ExperimentGrid *grid = outcome->result->grid;
    const char *fault =
        grid && has_values(given->heatmap)
            ? "this experiment gives a heat map: 'heatmap' can only have options for it"
        : !grid && given->heatmap && !has_values(given->heatmap)
            ? "this experiment gives no heat map: 'heatmap' needs 'z', 'values' or "
              "'data'"
            : NULL;
    if (fault) {
        set_fault(figure, given->experiment, fault, error);
        return false;
    }
    if (!grid)
        return true;
    HeatmapSpec *made = given->heatmap ? NULL : heatmap_spec_new();
    outcome->heatmap = g_new0(HeatmapSpec, 1);
    *outcome->heatmap = made ? *made : *given->heatmap; /* its parts are borrowed */
    heatmap_spec_free(made);
    HeatmapSpec *heatmap = outcome->heatmap;
    heatmap->grid = grid;
    if (!heatmap->label)
        heatmap->label = grid->label;
    if (heatmap->scale == HEAT_AUTO && grid->is_log)
        heatmap->scale = HEAT_LOG;
    else if (heatmap->scale == HEAT_AUTO && !isnan(grid->center)) {
        heatmap->scale = HEAT_DIVERGING;
        heatmap->center = grid->center;
    }
    outcome->spec->heatmap = heatmap;
    return true;
}

static ExperimentResult *run(const Figure *figure, const ExperimentSpec *spec,
                             GError **error)
{
    const ExperimentFunction *fault = NULL;
    g_autoptr(GError) cause = NULL;
    ExperimentResult *result = experiment_run(spec->setup, &fault, &cause);
    if (result)
        return result;
    if (fault)
        curve_set_error(error, figure, fault->text, fault->place,
                        (Span){0, strlen(fault->text)}, cause->message);
    else
        set_fault(figure, spec, cause->message, error);
    return NULL;
}

/* Without a result there is nothing that lines, marks and the like could be beside. */
static void leave_out_rest(Outcome *outcome)
{
    PanelSpec *spec = outcome->spec;
    PanelSpec *empty = outcome->empty = panel_spec_new();
    spec->lines = empty->lines;
    spec->notes = empty->notes;
    spec->shades = empty->shades;
    spec->marks = empty->marks;
    spec->insets = empty->insets;
    if (!has_values(spec->heatmap))
        spec->heatmap = NULL;
}

Outcome *outcome_new(const Figure *figure, const PanelSpec *spec, GError **error)
{
    Outcome *outcome = g_new0(Outcome, 1);
    outcome->curves = g_ptr_array_new_with_free_func(free_curve);
    outcome->histograms = g_ptr_array_new_with_free_func(free_histogram);
    outcome->spec = g_new0(PanelSpec, 1);
    *outcome->spec = *spec;
    outcome->spec->curves = g_ptr_array_new();
    outcome->spec->histograms = g_ptr_array_new();
    bool good = true;
    if (figure->checks_only) {
        leave_out_rest(outcome);
    } else {
        outcome->result = run(figure, spec->experiment, error);
        good = outcome->result && take_grid(outcome, figure, spec, error);
    }
    if (!good) {
        outcome_free(outcome);
        return NULL;
    }
    if (outcome->result) {
        const ExperimentResult *result = outcome->result;
        add_series(outcome, figure, spec);
        propose_axis(&outcome->spec->x, result->x_label, result->x_is_log,
                     result->x_is_whole);
        propose_axis(&outcome->spec->y, result->y_label, result->y_is_log, false);
        propose_titles(outcome, figure, spec);
    }
    for (guint i = 0; i < spec->curves->len; i++)
        g_ptr_array_add(outcome->spec->curves, g_ptr_array_index(spec->curves, i));
    for (guint i = 0; i < spec->histograms->len; i++)
        g_ptr_array_add(outcome->spec->histograms,
                        g_ptr_array_index(spec->histograms, i));
    return outcome;
}

/* The first point without a value after or before one that has; NULL: none. */
static const Point *first_gap(const GArray *points)
{
    const Point *gap = NULL;
    bool has_value = false;
    for (guint i = 0; i < points->len; i++) {
        const Point *point = &g_array_index(points, Point, i);
        has_value = has_value || !isnan(point->y);
        if (isnan(point->y) && !gap)
            gap = point;
    }
    return has_value ? gap : NULL;
}

void outcome_warn_of_gaps(const Outcome *outcome, const GPtrArray *curves,
                          Warnings *warnings)
{
    char place[NUMBER_SIZE];
    if (!outcome->result || !outcome->result->x_is_whole)
        return;
    for (guint i = 0; i < curves->len; i++) {
        const Curve *curve = g_ptr_array_index(curves, i);
        if (!g_ptr_array_find(outcome->curves, curve->spec, NULL) ||
            !curve->spec->points)
            continue;
        const Point *gap = first_gap(curve->spec->points);
        if (gap)
            warnings_add(warnings,
                         "'%s' has gaps, from x = %s on: values are %snot finite",
                         curve->series->label.plain, number_format(gap->x, place),
                         outcome->result->y_is_log ? "0 or " : "");
    }
}
