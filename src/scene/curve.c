/* curve.c - one curve on its way to a series. */
#include "scene/curve.h"

#include "base/error.h"
#include "scene/band.h"
#include "scene/given.h"

#include <math.h>
#include <string.h>

static void evaluate_tape(const void *data, const double *x, size_t n, double *f,
                          double *df)
{
    double *const results[2] = {f, df};
    tape_evaluate(data, x, n, results);
}

/* The fault's place in the figure's source where the formula stands there letter by
 * letter, else in the formula itself. */
void curve_set_error(GError **error, const Figure *figure, const char *text, Span place,
                     Span fault, const char *message)
{
    g_autoptr(GString) report = g_string_new(NULL);
    const char *source = figure->source;
    size_t length = strlen(text);
    if (!source) {
        error_report(report, NULL, text, fault, message);
    } else {
        if (place.length == length && strncmp(source + place.start, text, length) == 0)
            place = (Span){place.start + fault.start, fault.length};
        figure_report(report, figure, place, message);
    }
    while (report->len > 0 && report->str[report->len - 1] == '\n')
        g_string_truncate(report, report->len - 1);
    g_set_error_literal(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT, report->str);
}

Formula *curve_formula_new(const Figure *figure, const char *text, Span place,
                           const Binding *bindings, GError **error)
{
    Span fault = {0, 0};
    g_autoptr(GError) cause = NULL;
    Formula *formula =
        formula_new(text, &figure->definitions.scope, bindings, &fault, &cause);
    if (!formula)
        curve_set_error(error, figure, text, place, fault, cause->message);
    return formula;
}

Formula *curve_plane_new(const Figure *figure, const char *text, Span place,
                         GError **error)
{
    Span fault = {0, 0};
    g_autoptr(GError) cause = NULL;
    Formula *formula =
        formula_new_plane(text, &figure->definitions.scope, NULL, &fault, &cause);
    if (!formula)
        curve_set_error(error, figure, text, place, fault, cause->message);
    return formula;
}

Curve *curve_new(const Figure *figure, const CurveSpec *spec, const Binding *bindings,
                 SceneSeries *series, GError **error)
{
    Curve *curve = g_new0(Curve, 1);
    curve->spec = spec;
    curve->series = series;
    if (!spec->plot) {
        if (given_load(curve, figure, error))
            return curve;
        curve_free(curve);
        return NULL;
    }
    series->formula = spec->plot;
    series->scope = &figure->definitions.scope;
    for (const Binding *binding = bindings; binding && binding->name; binding++)
        g_array_append_val(series->bindings, *binding);
    curve->formula =
        spec->formula && !bindings
            ? formula_copy(spec->formula)
            : curve_formula_new(figure, spec->plot, spec->place, bindings, error);
    if (!curve->formula) {
        curve_free(curve);
        return NULL;
    }
    curve->known = bindings ? NULL : known_get(curve->formula, &figure->definitions);
    curve->own_tape = curve->known ? NULL : tape_new(curve->formula, 1);
    curve->tape = curve->known ? known_tape(curve->known) : curve->own_tape;
    if (!spec->band_high.text || formula_band_load(curve, figure, bindings, error))
        return curve;
    curve_free(curve);
    return NULL;
}

void curve_free(Curve *curve)
{
    if (!curve)
        return;
    given_release(curve);
    formula_band_release(curve);
    sampling_free(curve->sampling);
    g_clear_pointer(&curve->switches, g_array_unref);
    known_unref(curve->known);
    tape_free(curve->own_tape);
    formula_free(curve->formula);
    g_free(curve);
}

bool curve_sample(Curve *curve, const Scale *x, double width, Warnings *warnings,
                  GError **error)
{
    if (!curve->formula)
        return given_reduce(curve, x, width, error);
    curve->switches =
        curve->known
            ? known_switches(curve->known, curve->formula, x->low, x->high, warnings)
            : switches_find(curve->formula, x->low, x->high, warnings);
    curve->function = (SampledFunction){
        .evaluate = evaluate_tape,
        .data = curve->tape,
        .switches = (const Switch *)(void *)curve->switches->data,
        .switch_count = curve->switches->len,
    };
    curve->sampling = sampling_new(&curve->function, x, width, curve->spec->samples);
    formula_band_sample(curve, x);
    return true;
}

void curve_add_x_range(const Curve *curve, ScaleKind kind, Range *range, GArray *sizes)
{
    if (curve->formula)
        return;
    given_add_x_range(curve, kind, range);
    for (guint i = 0; i < curve->points->len; i++)
        range_add_size(sizes, g_array_index(curve->points, Point, i).x);
}

void curve_add_range(const Curve *curve, const Scale *x, ScaleKind kind, Range *range)
{
    double low, high;
    if (curve->formula) {
        if (sampling_extent(curve->sampling, kind, &low, &high)) {
            range_add(range, low, kind);
            range_add(range, high, kind);
        }
        curve_add_band_range(curve, x, kind, range);
        return;
    }
    given_add_y_range(curve, x, kind, range);
}

void curve_add_sizes(const Curve *curve, const Scale *x, GArray *sizes)
{
    if (curve->formula) {
        sampling_add_sizes(curve->sampling, sizes);
        return;
    }
    for (guint i = 0; i < curve->points->len; i++) {
        Point point = g_array_index(curve->points, Point, i);
        if (point.x >= x->low && point.x <= x->high)
            range_add_size(sizes, point.y);
    }
}

void curve_refine(Curve *curve, const Frame *frame)
{
    if (curve->sampling)
        sampling_refine(curve->sampling, frame);
}

bool curve_draw(Curve *curve, const Frame *frame, Warnings *warnings, GError **error)
{
    SceneSeries *series = curve->series;
    const char *name = series->label.plain;
    if (!curve->formula) {
        if (!given_draw(curve, frame, error))
            return false;
    } else {
        curve_draw_bands(curve, frame);
        SamplingResult result = sampling_draw(
            curve->sampling, frame, curve->spec->at_jump, series->pieces, series->dots);
        if (result == SAMPLING_ENVELOPE)
            warnings_add(warnings,
                         "'%s' oscillates faster than the page can show; its least and "
                         "largest values are drawn",
                         name);
        if (result == SAMPLING_UNDOTTED)
            warnings_add(warnings, "'%s' has too many jumps to mark each with dots",
                         name);
        given_mark_samples(curve, frame);
    }
    if (series->pieces->len + series->dots->len + series->markers->len +
            series->bars->len + series->bands->len ==
        0)
        warnings_add(warnings, "'%s' has no values within the ranges of its axes",
                     name);
    return true;
}
