/* field_color.c - which values the colours of a heat map reach over, and the colours.
 *
 * A few poles or outliers shall not leave all the rest in one colour: where the whole
 * extent is far more than that of the middle 96 % of the values, the colours reach over
 * the middle and the bar's ends are pointed.
 */
#include "scene/field.h"

#include "base/error.h"
#include "scene/axis.h"
#include "scene/ticks.h"

#include <math.h>

enum { PROBES = 193 }; /* a side; odd: the middle is among them */

/* Beyond so many times the extent of the middle, values are outliers. */
static const double FAR = 4;
static const double TAIL = 0.02; /* share of the values at either end */
/* A log scale leaves out what is farther below the greatest value, but not more than
 * the lowest quarter. */
static const double DECADES = 1e12;
/* Beyond this an extent could overflow. */
static const double LARGEST = 1e300;

static int compare_doubles(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void keep(GArray *found, double value, ScaleKind kind, guint *refused)
{
    if (isfinite(value) && (kind != SCALE_LOG || value > 0))
        g_array_append_val(found, value);
    else if (!isnan(value))
        (*refused)++;
}

/* The index of probe i of count among that many: the first and the last, and evenly
 * between. */
static int spread(int i, int count, int among)
{
    return count > 1 ? (int)((double)i * (among - 1) / (count - 1)) : 0;
}

static void probe_values(const SceneField *field, GArray *found, ScaleKind kind,
                         guint *refused)
{
    int down = MIN(field->rows, PROBES), across = MIN(field->columns, PROBES);
    for (int i = 0; i < down; i++) {
        const double *row =
            field->values + (gsize)spread(i, down, field->rows) * (gsize)field->columns;
        for (int k = 0; k < across; k++)
            keep(found, row[spread(k, across, field->columns)], kind, refused);
    }
}

/* At even distances, the edges of the frame included. */
static void probe_formula(const SceneField *field, GArray *found, ScaleKind kind,
                          guint *refused)
{
    double x[PROBES], values[PROBES];
    for (int k = 0; k < PROBES; k++)
        x[k] = scale_invert(&field->x, (double)k / (PROBES - 1));
    for (int i = 0; i < PROBES; i++) {
        tape_evaluate_row(field->tape, x, PROBES,
                          scale_invert(&field->y, (double)i / (PROBES - 1)),
                          (double *[]){values});
        for (int k = 0; k < PROBES; k++)
            keep(found, values[k], kind, refused);
    }
}

/* Values from all over the frame, sorted; those that the scale does not have are
 * counted. */
static GArray *probe(const SceneField *field, ScaleKind kind, guint *refused)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(double));
    if (field->values)
        probe_values(field, found, kind, refused);
    else
        probe_formula(field, found, kind, refused);
    g_array_sort(found, compare_doubles);
    return found;
}

static double at_share(const GArray *sorted, double share)
{
    return g_array_index(sorted, double, (guint)(share * (sorted->len - 1)));
}

static double extent(double low, double high, ScaleKind kind)
{
    return kind == SCALE_LOG ? log(high) - log(low) : high - low;
}

/* The range that the values themselves ask for. */
static Range natural_range(const GArray *sorted, ScaleKind kind)
{
    Range all = {at_share(sorted, 0), at_share(sorted, 1)};
    Range middle = {at_share(sorted, TAIL), at_share(sorted, 1 - TAIL)};
    double wide = extent(middle.low, middle.high, kind);
    if (kind == SCALE_LOG)
        all.low = fmax(all.low, fmin(all.high / DECADES, at_share(sorted, 0.25)));
    if (kind != SCALE_LINEAR)
        return all;
    if (wide > 0 && extent(all.low, all.high, kind) > FAR * wide) {
        if (all.high - middle.high > wide)
            all.high = middle.high + 0.1 * wide;
        if (middle.low - all.low > wide)
            all.low = middle.low - 0.1 * wide;
    }
    return all;
}

static bool has_centre(const HeatmapSpec *spec)
{
    return spec->scale == HEAT_DIVERGING || spec->scale == HEAT_SYMLOG;
}

/* The part of a symlog bar that is linear, from the sizes of the values. */
static double linear_part(const HeatmapSpec *spec, const GArray *sorted)
{
    AxisSpec axis = {.scale = SCALE_SYMLOG,
                     .low = spec->low,
                     .high = spec->high,
                     .linear = spec->linear};
    g_autoptr(GArray) sizes = g_array_new(FALSE, FALSE, sizeof(double));
    for (guint i = 0; i < sorted->len; i++)
        range_add_size(sizes, g_array_index(sorted, double, i));
    return axis_linear(&axis, sizes);
}

static void choose_scale(SceneField *field, const HeatmapSpec *spec,
                         const GArray *sorted, ScaleKind kind)
{
    Range range = natural_range(sorted, kind);
    double low = spec->low, high = spec->high;
    if (has_centre(spec) && isnan(low) && isnan(high)) {
        double half =
            fmax(fabs(range.high - spec->center), fabs(range.low - spec->center));
        half = fmin(half, LARGEST);
        if (half > 0) {
            low = spec->center - half;
            high = spec->center + half;
        }
    }
    double linear = kind == SCALE_SYMLOG ? linear_part(spec, sorted) : 1;
    field->bar.scale = range_scale(range, kind, linear, low, high, 0);
    /* A hundredth of the range is no reason for a pointed end. */
    double slack = kind == SCALE_LINEAR
                       ? 0.01 * (field->bar.scale.high - field->bar.scale.low)
                       : 0;
    field->below = at_share(sorted, 0) < field->bar.scale.low - slack;
    field->above = at_share(sorted, 1) > field->bar.scale.high + slack;
}

/* The palette's share for a share of the bar: a diverging one has its middle at the
 * centre and the same pace on both sides. */
static double palette_share(const SceneField *field, const HeatmapSpec *spec,
                            double share)
{
    if (!has_centre(spec))
        return share;
    double centre = scale_map(&field->bar.scale, spec->center);
    double half = fmax(centre, 1 - centre);
    return 0.5 + 0.5 * (share - centre) / half;
}

static void choose_colors(const PanelBuild *build, SceneField *field)
{
    const HeatmapSpec *spec = build->spec->heatmap;
    const Theme *theme = build->figure->theme;
    const Palette *palette = spec->palette      ? spec->palette
                             : has_centre(spec) ? theme->diverging
                                                : theme->palette;
    for (int i = 0; i < 256; i++)
        field->colors[i] =
            palette_color(palette, palette_share(field, spec, i / 255.0));
}

bool field_choose_colors(PanelBuild *build, Warnings *warnings, GError **error)
{
    const HeatmapSpec *spec = build->spec->heatmap;
    SceneField *field = build->panel->field;
    ScaleKind kind = spec->scale == HEAT_LOG      ? SCALE_LOG
                     : spec->scale == HEAT_SYMLOG ? SCALE_SYMLOG
                                                  : SCALE_LINEAR;
    guint refused = 0;
    g_autoptr(GArray) sorted = probe(field, kind, &refused);
    if (sorted->len == 0) {
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                    "%s: the heat map has no values to show%s",
                    build->figure->source_name ? build->figure->source_name : "figure",
                    kind == SCALE_LOG ? " on a log scale: none is above 0" : "");
        return false;
    }
    if (refused > 0 && kind == SCALE_LOG)
        warnings_add(warnings, "the heat map is left blank where it is not above 0, as "
                               "its scale is logarithmic");
    choose_scale(field, spec, sorted, kind);
    choose_colors(build, field);
    TickWish wish = {
        .length_pt = build->cell.frame_height_pt,
        .font_pt = build->figure->theme->tick_size_pt,
    };
    field->bar.ticks = ticks_choose(&field->bar.scale, &wish);
    return true;
}
