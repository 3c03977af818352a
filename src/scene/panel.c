/* panel.c - one panel on its way into the scene. */
#include "scene/panel.h"

#include "base/error.h"
#include "scene/axis.h"
#include "scene/bars.h"
#include "scene/curve.h"
#include "scene/field.h"
#include "scene/histogram.h"
#include "scene/inset.h"
#include "scene/label.h"
#include "scene/mark.h"
#include "scene/overlap.h"
#include "scene/parts.h"
#include "scene/range.h"
#include "scene/shade.h"
#include "scene/style.h"
#include "scene/tick_label.h"

#include <math.h>
#include <string.h>

/* Formulas are shown over this when nothing else is asked. */
static const Range DEFAULT_X = {-5, 5};
static const Range DEFAULT_LOG_X = {0.01, 100};
static const Range DEFAULT_SYMLOG_X = {-100, 100};

static void free_curve(void *data)
{
    curve_free(data);
}

static void free_histogram(void *data)
{
    histogram_free(data);
}

PanelBuild *panel_build_new(const Figure *figure, const PanelSpec *spec,
                            ScenePanel *panel, GError **error)
{
    PanelBuild *build = g_new0(PanelBuild, 1);
    *build = (PanelBuild){.figure = figure, .spec = spec, .panel = panel};
    build->curves = g_ptr_array_new_with_free_func(free_curve);
    build->histograms = g_ptr_array_new_with_free_func(free_histogram);
    build->names = g_ptr_array_new_with_free_func(g_free);
    if (spec->experiment && (build->outcome = outcome_new(figure, spec, error)))
        build->spec = build->outcome->spec;
    if ((build->outcome || !spec->experiment) && style_add_curves(build, error) &&
        bars_arrange(build, error) && field_begin(build, error))
        return build;
    panel_build_free(build);
    return NULL;
}

void panel_build_free(PanelBuild *build)
{
    if (!build)
        return;
    g_ptr_array_unref(build->curves);
    g_ptr_array_unref(build->histograms);
    g_ptr_array_unref(build->names);
    outcome_free(build->outcome);
    g_free(build);
}

/* A range that the figure gives must be one; files were checked, command lines come
 * here as they are. */
static bool check_range(const PanelBuild *build, const AxisSpec *axis, const char *name,
                        GError **error)
{
    const char *fault = NULL;
    if (isinf(axis->low) || isinf(axis->high))
        fault = "must be finite";
    else if (axis->low == axis->high)
        fault = "must not be empty";
    else if (isfinite(axis->low) && isfinite(axis->high) &&
             !isfinite(axis->high - axis->low))
        fault = "is too wide for floating-point numbers";
    else if (axis->scale == SCALE_LOG && (axis->low <= 0 || axis->high <= 0))
        fault = "must lie above 0 on a log scale";
    if (!fault)
        return true;
    g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT, "%s: the %s range %s",
                build->figure->source_name ? build->figure->source_name : "figure",
                name, fault);
    return false;
}

bool panel_choose_x(PanelBuild *build, GError **error)
{
    const AxisSpec *axis = &build->spec->x;
    if (!check_range(build, axis, "x", error))
        return false;
    ScaleKind kind = axis_kind(axis);
    Range range = RANGE_EMPTY;
    bool formulas = false;
    g_autoptr(GArray) sizes = g_array_new(FALSE, FALSE, sizeof(double));
    for (guint i = 0; i < build->curves->len; i++) {
        const Curve *curve = g_ptr_array_index(build->curves, i);
        formulas = formulas || curve->formula;
        curve_add_x_range(curve, kind, &range, sizes);
    }
    for (guint i = 0; i < build->histograms->len; i++) {
        const Histogram *histogram = g_ptr_array_index(build->histograms, i);
        for (guint k = 0; k < histogram->edges->len; k++)
            range_add(&range, g_array_index(histogram->edges, double, k), kind);
    }
    bool named = bars_name_range(build, false, &range);
    field_add_range(build, true, &range);
    if (range.low > range.high)
        range = kind == SCALE_LOG      ? DEFAULT_LOG_X
                : kind == SCALE_SYMLOG ? DEFAULT_SYMLOG_X
                                       : DEFAULT_X;
    const Theme *theme = build->figure->theme;
    double margin = formulas || named || build->spec->heatmap ? 0 : theme->x_margin;
    if (build->lies)
        margin = theme->y_margin;
    Scale *scale = &build->panel->x.scale;
    *scale = range_scale(range, kind, axis_linear(axis, sizes), axis->low, axis->high,
                         margin);
    bars_stand(build, false, axis, range, scale);
    return true;
}

static bool is_on_y2(const Curve *curve)
{
    return curve->spec->axis == CURVE_ON_Y2;
}

/* The linear part of y, from what of the curves is known by now. */
static double chosen_linear(const PanelBuild *build, const AxisSpec *axis, bool on_y2)
{
    g_autoptr(GArray) sizes = g_array_new(FALSE, FALSE, sizeof(double));
    for (guint i = 0; i < build->curves->len && axis_kind(axis) == SCALE_SYMLOG; i++)
        if (is_on_y2(g_ptr_array_index(build->curves, i)) == on_y2)
            curve_add_sizes(g_ptr_array_index(build->curves, i), &build->frame.x,
                            sizes);
    return axis_linear(axis, sizes);
}

/* What y or y2 must hold, as far as it is known by now. */
static Range needed_y(const PanelBuild *build, ScaleKind kind, bool on_y2)
{
    const Scale *x = &build->frame.x;
    Range range = RANGE_EMPTY;
    if (!on_y2)
        field_add_range(build, false, &range);
    for (guint i = 0; i < build->curves->len; i++)
        if (is_on_y2(g_ptr_array_index(build->curves, i)) == on_y2)
            curve_add_range(g_ptr_array_index(build->curves, i), x, kind, &range);
    if (on_y2)
        return range;
    for (guint i = 0; i < build->histograms->len; i++)
        histogram_add_range(g_ptr_array_index(build->histograms, i), x, kind, &range);
    bars_name_range(build, true, &range);
    for (guint i = 0; i < build->spec->lines->len; i++)
        range_add(&range, g_array_index(build->spec->lines, LineSpec, i).y, kind);
    for (guint i = 0; i < build->spec->notes->len; i++) {
        const NoteSpec *note = &g_array_index(build->spec->notes, NoteSpec, i);
        if (note->x >= x->low && note->x <= x->high)
            range_add(&range, note->y, kind);
    }
    mark_add_range(build, x, kind, &range);
    return range;
}

/* Chooses the scale of y or y2; frame gets the range that was looked at. */
static void choose_scale(PanelBuild *build, bool on_y2, Frame *frame, Scale *chosen)
{
    const AxisSpec *axis = on_y2 ? &build->spec->y2 : &build->spec->y;
    ScaleKind kind = axis_kind(axis);
    double margin = build->spec->heatmap ? 0 : build->figure->theme->y_margin;
    double linear = chosen_linear(build, axis, on_y2);
    Range range = needed_y(build, kind, on_y2);
    Scale scale = range_scale(range, kind, linear, axis->low, axis->high, margin);
    /* Looking closer may show peaks that the first grid missed. */
    bool open = isnan(axis->low) || isnan(axis->high);
    for (int round = 0; round < 2 && open; round++) {
        frame->y = scale_rising(&scale);
        for (guint i = 0; i < build->curves->len; i++)
            if (is_on_y2(g_ptr_array_index(build->curves, i)) == on_y2)
                curve_refine(g_ptr_array_index(build->curves, i), frame);
        range = needed_y(build, kind, on_y2);
        if (range.low >= frame->y.low && range.high <= frame->y.high)
            break;
        scale = range_scale(range, kind, linear, axis->low, axis->high, margin);
    }
    if (!on_y2)
        bars_stand(build, true, axis, range, &scale);
    *chosen = scale;
}

bool panel_choose_y(PanelBuild *build, Warnings *warnings, GError **error)
{
    bool has_y2 = build->panel->has_y2;
    if (!check_range(build, &build->spec->y, "y", error) ||
        (has_y2 && !check_range(build, &build->spec->y2, "y2", error)))
        return false;
    build->frame = (Frame){
        .x = scale_rising(&build->panel->x.scale),
        .width = CLAMP(build->cell.width_pt * build->cell.pixels_per_pt, 50, 4000),
        .height = CLAMP(build->cell.height_pt * build->cell.pixels_per_pt, 50, 4000),
    };
    for (guint i = 0; i < build->curves->len; i++)
        if (!curve_sample(g_ptr_array_index(build->curves, i), &build->frame.x,
                          build->frame.width, warnings, error))
            return false;
    choose_scale(build, false, &build->frame, &build->panel->y.scale);
    build->frame_y2 = build->frame;
    if (has_y2)
        choose_scale(build, true, &build->frame_y2, &build->panel->y2.scale);
    return true;
}

const Frame *panel_frame(const PanelBuild *build, bool on_y2)
{
    return on_y2 ? &build->frame_y2 : &build->frame;
}

/* Whether value is on the axis, an end included. */
static bool is_on(const Scale *scale, double value)
{
    double share = scale_map(scale, value);
    return share >= -1e-9 && share <= 1 + 1e-9;
}

static void add_lines(PanelBuild *build, Warnings *warnings)
{
    const Theme *theme = build->figure->theme;
    for (guint i = 0; i < build->spec->lines->len; i++) {
        const LineSpec *spec = &g_array_index(build->spec->lines, LineSpec, i);
        bool upright = isnan(spec->y);
        double value = upright ? spec->x : spec->y;
        if (!is_on(upright ? &build->panel->x.scale : &build->panel->y.scale, value)) {
            g_autofree char *number = tick_label_number(value);
            warnings_add(warnings, "the line at %s = %s is outside the frame",
                         upright ? "x" : "y", number);
            continue;
        }
        SceneLine line = {
            .x = spec->x,
            .y = spec->y,
            .label = g_strdup(spec->label),
            .color = spec->has_color ? spec->color : theme->axis,
            .width_pt = isnan(spec->width_pt) ? theme->axis_width_pt : spec->width_pt,
            .dash = spec->dash,
        };
        /* The axes themselves are solid, other references dashed. */
        if (!spec->has_dash && value != 0)
            line.dash = (Dash){.length_pt = {4, 3}, .count = 2};
        g_array_append_val(build->panel->lines, line);
    }
}

static void add_notes(PanelBuild *build, Warnings *warnings)
{
    for (guint i = 0; i < build->spec->notes->len; i++) {
        const NoteSpec *spec = &g_array_index(build->spec->notes, NoteSpec, i);
        if (!is_on(&build->panel->x.scale, spec->x) ||
            !is_on(&build->panel->y.scale, spec->y)) {
            warnings_add(warnings, "the note '%s' is outside the frame", spec->text);
            continue;
        }
        SceneNote note = {.at = {spec->x, spec->y},
                          .text = label_new(spec->text),
                          .offset_x_pt = spec->offset_x_pt,
                          .offset_y_pt = spec->offset_y_pt,
                          .align = spec->align};
        g_array_append_val(build->panel->notes, note);
    }
}

static int compare_zorder(const void *a, const void *b)
{
    const SceneSeries *x = *(SceneSeries *const *)a, *y = *(SceneSeries *const *)b;
    if (x->zorder != y->zorder)
        return x->zorder < y->zorder ? -1 : 1;
    return (x->place > y->place) - (x->place < y->place);
}

/* Puts the series in the order of painting. */
static void sort_series(PanelBuild *build)
{
    GPtrArray *series = build->panel->series;
    for (guint i = 0; i < series->len; i++)
        ((SceneSeries *)g_ptr_array_index(series, i))->place = (int)i;
    for (guint i = 0; i < build->curves->len; i++) {
        const Curve *curve = g_ptr_array_index(build->curves, i);
        curve->series->zorder = curve->spec->zorder;
    }
    g_ptr_array_sort(series, compare_zorder);
}

/* Lines over a heat map are drawn where they are asked for. */
static void clear_grid(PanelBuild *build)
{
    if (build->spec->x.grid == SWITCHED_AUTO)
        build->panel->x.grid = false;
    if (build->spec->y.grid == SWITCHED_AUTO)
        build->panel->y.grid = false;
}

/* Whether the y axis counts: there is no half of a value. */
static bool is_counted(const PanelBuild *build)
{
    for (guint i = 0; i < build->histograms->len; i++) {
        const Histogram *histogram = g_ptr_array_index(build->histograms, i);
        if (histogram->spec->density)
            return false;
    }
    return build->histograms->len > 0 && build->curves->len == 0;
}

bool panel_draw(PanelBuild *build, Warnings *warnings, GError **error)
{
    const Theme *theme = build->figure->theme;
    build->frame.y = scale_rising(&build->panel->y.scale);
    if (build->panel->has_y2)
        build->frame_y2.y = scale_rising(&build->panel->y2.scale);
    sort_series(build);
    for (guint i = 0; i < build->curves->len; i++) {
        Curve *curve = g_ptr_array_index(build->curves, i);
        if (!curve_draw(curve, panel_frame(build, is_on_y2(curve)), warnings, error))
            return false;
    }
    if (build->outcome)
        outcome_warn_of_gaps(build->outcome, build->curves, warnings);
    for (guint i = 0; i < build->histograms->len; i++)
        histogram_draw(g_ptr_array_index(build->histograms, i), &build->frame,
                       warnings);
    if (build->spec->overlap != OVERLAP_OVER)
        overlap_find(build->panel, &build->frame);
    if (!shade_add_spans(build, warnings, error) ||
        !mark_add_all(build, warnings, error))
        return false;
    add_lines(build, warnings);
    add_notes(build, warnings);
    axis_choose_ticks(&build->panel->x, &build->spec->x, theme,
                      build->cell.frame_width_pt, true, "x", warnings);
    AxisSpec y = build->spec->y;
    y.is_whole |= is_counted(build);
    axis_choose_ticks(&build->panel->y, &y, theme, build->cell.frame_height_pt, false,
                      "y", warnings);
    if (build->panel->has_y2) {
        axis_choose_ticks(&build->panel->y2, &build->spec->y2, theme,
                          build->cell.frame_height_pt, false, "y2", warnings);
        if (build->spec->y2.grid == SWITCHED_AUTO)
            build->panel->y2.grid = false; /* two grids would run through each other */
    }
    bars_name_ticks(build, false, &build->spec->x, &build->panel->x);
    bars_name_ticks(build, true, &build->spec->y, &build->panel->y);
    if (build->spec->heatmap)
        clear_grid(build);
    return field_draw(build, warnings, error) && inset_add_all(build, warnings, error);
}
