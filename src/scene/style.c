/* style.c - the series of a panel with their colours, dashes and names. */
#include "scene/style.h"

#include "scene/curve.h"
#include "scene/family.h"
#include "scene/histogram.h"
#include "scene/label.h"
#include "scene/parts.h"

#include <math.h>
#include <string.h>

/* How much of their colour areas have. */
static const double BAND_ALPHA = 0.2, HISTOGRAM_ALPHA = 0.5;

/* How many curves have come by, and how many took a colour of the theme. */
typedef struct {
    int curves, colors;
    int of_axis[2];
} Turn;

static Dash theme_dash(const Theme *theme, const Turn *turn)
{
    if (theme->dash_count == 0)
        return (Dash){.count = 0};
    int round = theme->color_count > 0 ? turn->colors / theme->color_count : 0;
    int index = theme->dash_each ? turn->curves : round;
    return theme->dashes[index % theme->dash_count];
}

static Color next_color(const Theme *theme, Turn *turn)
{
    if (theme->color_count == 0)
        return theme->text;
    return theme->colors[turn->colors++ % theme->color_count];
}

Dash style_axis_dash(int index)
{
    static const Dash dashes[] = {
        {.count = 0},
        {.length_pt = {6, 3}, .count = 2},
        {.length_pt = {1.5, 2.5}, .count = 2},
        {.length_pt = {7, 2.5, 1.5, 2.5}, .count = 4},
    };
    return dashes[index % (int)G_N_ELEMENTS(dashes)];
}

/* Curves of one axis have its colour, and dashes tell them apart. */
static void take_axis_style(SceneSeries *series, const CurveSpec *spec,
                            const Theme *theme, Turn *turn)
{
    int index = turn->of_axis[spec->axis]++;
    if (theme->dash_each) /* in print without colours the axes' curves differ too */
        index += (int)spec->axis;
    if (!spec->has_color)
        series->color = theme->color_count > 0
                            ? theme->colors[(int)spec->axis % theme->color_count]
                            : theme->text;
    if (!spec->has_dash)
        series->dash = style_axis_dash(index);
}

static void take_style(const PanelBuild *build, SceneSeries *series,
                       const CurveSpec *spec, Turn *turn)
{
    const Theme *theme = build->figure->theme;
    series->width_pt = isnan(spec->width_pt) ? theme->line_width_pt : spec->width_pt;
    series->dash = spec->has_dash ? spec->dash : theme_dash(theme, turn);
    series->color = spec->color;
    if (!spec->has_color && !spec->vary) {
        series->color = next_color(theme, turn);
    }
    series->on_y2 = spec->axis == CURVE_ON_Y2;
    if (build->panel->has_y2 && !spec->vary)
        take_axis_style(series, spec, theme, turn);
    turn->curves++;
}

static bool add_curve(PanelBuild *build, const CurveSpec *spec, const Binding *bindings,
                      SceneSeries *series, GError **error)
{
    g_ptr_array_add(build->panel->series, series);
    Curve *curve = curve_new(build->figure, spec, bindings, series, error);
    if (!curve)
        return false;
    g_ptr_array_add(build->curves, curve);
    return true;
}

/* What given points are called that have no label. */
static const char *given_name(const Curve *curve)
{
    if (!curve->data)
        return curve->spec->bars ? "" : "data";
    return curve->data->y_name;
}

static bool add_single(PanelBuild *build, const CurveSpec *spec, Turn *turn,
                       GError **error)
{
    SceneSeries *series = scene_series_new();
    take_style(build, series, spec, turn);
    if (!add_curve(build, spec, NULL, series, error))
        return false;
    const Curve *curve = g_ptr_array_index(build->curves, build->curves->len - 1);
    if (spec->label)
        series->label = label_new(spec->label);
    else if (curve->known)
        series->label = known_label(curve->known);
    else if (spec->plot)
        series->label =
            label_new_formula(spec->plot, &build->figure->definitions.scope, NULL);
    else
        series->label = label_new(given_name(curve));
    series->in_legend = series->label.plain[0] != '\0' && !spec->unlisted;
    series->fill = series->color;
    if (!curve->is_bars)
        series->fill.alpha *= BAND_ALPHA;
    return true;
}

static bool add_histogram(PanelBuild *build, const HistogramSpec *spec, Turn *turn,
                          GError **error)
{
    const Theme *theme = build->figure->theme;
    SceneSeries *series = scene_series_new();
    g_ptr_array_add(build->panel->series, series);
    Histogram *histogram = histogram_new(build->figure, spec, series, error);
    if (!histogram)
        return false;
    g_ptr_array_add(build->histograms, histogram);
    series->color = spec->has_color ? spec->color : next_color(theme, turn);
    series->width_pt = theme->line_width_pt;
    series->fill = series->color;
    series->fill.alpha *= HISTOGRAM_ALPHA;
    if (spec->label || !spec->of.text)
        series->label = label_new(spec->label ? spec->label : histogram->of_name);
    else
        series->label =
            label_new_formula(spec->of.text, &build->figure->definitions.scope, NULL);
    series->in_legend = series->label.plain[0] != '\0';
    turn->curves++;
    return true;
}

/* What is alone in a panel, and has only the name of its column, needs no legend. */
static void leave_out_only(const PanelBuild *build)
{
    if (build->panel->series->len != 1)
        return;
    SceneSeries *only = g_ptr_array_index(build->panel->series, 0);
    if (build->histograms->len == 1) {
        const Histogram *histogram = g_ptr_array_index(build->histograms, 0);
        only->in_legend = only->in_legend && histogram->spec->label;
        return;
    }
    const Curve *curve = g_ptr_array_index(build->curves, 0);
    if (curve->data || curve->spec->bars)
        only->in_legend = only->in_legend && curve->spec->label;
}

static void add_legend(PanelBuild *build, const CurveSpec *spec,
                       const SceneSeries *model)
{
    g_autoptr(GPtrArray) entries = family_legend(build, spec, model);
    for (guint i = 0; i < entries->len; i++)
        g_ptr_array_add(build->panel->series, g_ptr_array_index(entries, i));
}

static bool add_family(PanelBuild *build, const CurveSpec *spec, Turn *turn,
                       GError **error)
{
    Turn start = *turn;
    for (guint i = 0; i < family_size(spec); i++) {
        FamilyMember member = family_member(spec, i);
        Binding bindings[3];
        Turn same = start;
        SceneSeries *series = scene_series_new();
        take_style(build, series, spec, &same);
        if (i == 0)
            add_legend(build, spec, series);
        family_bind(spec, &member, bindings);
        family_style(build, spec, &member, series);
        if (!add_curve(build, spec, bindings, series, error))
            return false;
    }
    turn->curves++;
    return true;
}

bool style_add_curves(PanelBuild *build, GError **error)
{
    Turn turn = {.curves = build->spec->taken_colors,
                 .colors = build->spec->taken_colors,
                 .of_axis = {build->spec->taken_colors}};
    for (guint i = 0; i < build->spec->curves->len; i++) {
        const CurveSpec *spec = g_ptr_array_index(build->spec->curves, i);
        build->panel->has_y2 |= spec->axis == CURVE_ON_Y2;
    }
    for (guint i = 0; i < build->spec->histograms->len; i++)
        if (!add_histogram(build, g_ptr_array_index(build->spec->histograms, i), &turn,
                           error))
            return false;
    for (guint i = 0; i < build->spec->curves->len; i++) {
        const CurveSpec *spec = g_ptr_array_index(build->spec->curves, i);
        bool added = spec->vary && spec->vary_values
                         ? add_family(build, spec, &turn, error)
                         : add_single(build, spec, &turn, error);
        if (!added)
            return false;
    }
    leave_out_only(build);
    return true;
}
