/* axis.c - what an axis asks for, settled. */
#include "scene/axis.h"

#include "scene/ticks.h"

#include <math.h>

/* Of the sizes, what the linear part holds. */
static const double WITHIN_SHARE = 0.05;

/* Least and largest linear part. */
static const double SMALLEST = 1e-300, LARGEST = 1e300;

ScaleKind axis_kind(const AxisSpec *spec)
{
    return spec->scale == SCALE_AUTO ? SCALE_LINEAR : spec->scale;
}

static int compare_doubles(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double power_below(double size)
{
    double power = pow(10, floor(log10(size) + 1e-9));
    return CLAMP(power, SMALLEST, LARGEST);
}

double axis_linear(const AxisSpec *spec, GArray *sizes)
{
    double most = fmax(fabs(spec->low), fabs(spec->high));
    if (axis_kind(spec) != SCALE_SYMLOG)
        return 1;
    if (!isnan(spec->linear))
        return spec->linear;
    if (sizes->len > 0) {
        g_array_sort(sizes, compare_doubles);
        guint within = (guint)(WITHIN_SHARE * sizes->len);
        return power_below(g_array_index(sizes, double, within));
    }
    return most > 0 ? power_below(most / 1000) : 1;
}

void axis_choose_ticks(SceneAxis *axis, const AxisSpec *spec, const Theme *theme,
                       double length_pt, bool horizontal, const char *name,
                       Warnings *warnings)
{
    TickWish wish = {
        .choice = spec->tick_choice,
        .count = spec->tick_count,
        .list = spec->ticks,
        .labels = spec->tick_labels,
        .format = spec->format,
        .length_pt = length_pt,
        .font_pt = theme->tick_size_pt,
        .horizontal = horizontal,
        .whole = spec->is_whole,
    };
    axis->ticks = ticks_choose(&axis->scale, &wish);
    if (ticks_any_alike(axis->ticks))
        warnings_add(warnings,
                     "ticks of the %s axis read alike: its 'format' has too few digits",
                     name);
    GridLines own = horizontal ? GRID_X : GRID_Y;
    axis->grid = theme->grid_lines == GRID_BOTH || theme->grid_lines == own;
    if (spec->grid != SWITCHED_AUTO)
        axis->grid = spec->grid == SWITCHED_ON;
}
