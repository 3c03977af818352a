/* bars.c - what the bars and the names of a panel's curves have in common. */
#include "scene/bars.h"

#include "base/error.h"
#include "scene/curve.h"
#include "scene/label.h"

#include <math.h>
#include <string.h>

/* What bars take of the room of a place, and of the distance to the next. */
static const double BAR_SHARE = 0.8;

/* From the outermost places to the frame's ends. */
static const double NAME_ROOM = 0.6;

/* Between names beside each other, in em. */
static const double NAME_GAP = 0.8;

enum { NAMES_MAX = 1000 };

/* The place of a name, from 0; added where it is new. */
static guint place_of(GPtrArray *names, const char *name)
{
    for (guint i = 0; i < names->len; i++)
        if (strcmp(g_ptr_array_index(names, i), name) == 0)
            return i;
    g_ptr_array_add(names, g_strdup(name));
    return names->len - 1;
}

/* The points of a curve with names, at the places that these have in the panel. */
static void place_names(PanelBuild *build, Curve *curve)
{
    GArray *points = g_array_new(FALSE, FALSE, sizeof(Point));
    for (guint i = 0; i < curve->points->len && i < curve->names->len; i++) {
        Point point = g_array_index(curve->points, Point, i);
        point.x = place_of(build->names, g_ptr_array_index(curve->names, i)) + 1;
        g_array_append_val(points, point);
        if (curve->lows) {
            g_array_index(curve->lows, Point, i).x = point.x;
            g_array_index(curve->highs, Point, i).x = point.x;
        }
    }
    g_array_unref(curve->points);
    curve->points = points;
}

static int compare_doubles(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The least distance between places of bars; 1 where there is but one. */
static double least_distance(const PanelBuild *build)
{
    g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(double));
    double least = INFINITY;
    for (guint i = 0; i < build->curves->len; i++) {
        const Curve *curve = g_ptr_array_index(build->curves, i);
        for (guint k = 0; curve->is_bars && k < curve->points->len; k++)
            if (isfinite(g_array_index(curve->points, Point, k).x))
                g_array_append_val(places, g_array_index(curve->points, Point, k).x);
    }
    g_array_sort(places, compare_doubles);
    for (guint i = 1; i < places->len; i++) {
        double distance =
            g_array_index(places, double, i) - g_array_index(places, double, i - 1);
        if (distance > 0)
            least = fmin(least, distance);
    }
    return isinf(least) ? 1 : least;
}

static bool check_bars(const PanelBuild *build, const Curve *first, const Curve *curve,
                       GError **error)
{
    const char *fault = NULL;
    if (build->names->len > NAMES_MAX)
        fault = "there are too many names for one axis";
    else if (curve->data && !curve->data->is_small && curve->is_bars)
        fault = "there are too many rows for bars (a histogram counts them)";
    else if (first && first->lies != curve->lies)
        fault = "bars of one panel must all stand or all lie ('horizontal')";
    if (!fault)
        return true;
    g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT, "%s: %s",
                build->figure->source_name, fault);
    return false;
}

bool bars_arrange(PanelBuild *build, GError **error)
{
    const Curve *first = NULL;
    int count = 0;
    for (guint i = 0; i < build->curves->len; i++) {
        Curve *curve = g_ptr_array_index(build->curves, i);
        if (curve->names)
            place_names(build, curve);
        if (!curve->names && !curve->is_bars)
            continue;
        if (!check_bars(build, curve->is_bars ? first : NULL, curve, error))
            return false;
        if (!curve->is_bars)
            continue;
        first = first ? first : curve;
        curve->bar_rank = count++;
    }
    build->has_bars = count > 0;
    build->lies = first && first->lies;
    double width = count == 0              ? 0
                   : build->names->len > 0 ? BAR_SHARE
                                           : BAR_SHARE * least_distance(build);
    for (guint i = 0; i < build->curves->len; i++) {
        Curve *curve = g_ptr_array_index(build->curves, i);
        curve->bar_width = curve->is_bars ? width : 0;
        curve->bar_count = count;
    }
    return true;
}

/* Nothing was said of the axis that would be of another one then. */
static bool is_bare(const AxisSpec *axis)
{
    return !axis->label && isnan(axis->low) && isnan(axis->high) &&
           (axis->scale == SCALE_AUTO || axis->scale == SCALE_LINEAR) &&
           axis->tick_choice == TICK_CHOICE_AUTO;
}

static bool may_turn(const PanelBuild *build)
{
    const PanelSpec *spec = build->spec;
    if (!build->has_bars || build->lies || build->names->len == 0 ||
        build->histograms->len + spec->lines->len + spec->notes->len > 0 ||
        !is_bare(&spec->x) || !is_bare(&spec->y))
        return false;
    for (guint i = 0; i < build->curves->len; i++) {
        const Curve *curve = g_ptr_array_index(build->curves, i);
        if (!curve->is_bars || curve->spec->horizontal != SWITCHED_AUTO)
            return false;
    }
    return true;
}

static char *shown_name(const PanelBuild *build, const char *name);

void bars_turn(PanelBuild *build)
{
    double widest = 0, size = build->figure->theme->tick_size_pt;
    if (!may_turn(build))
        return;
    for (guint i = 0; i < build->names->len; i++) {
        g_autofree char *name = shown_name(build, g_ptr_array_index(build->names, i));
        widest = fmax(widest, label_width_em(name));
    }
    double room = build->cell.frame_width_pt / (build->names->len + 2 * NAME_ROOM - 1);
    if ((widest + NAME_GAP) * size <= room)
        return;
    build->lies = true;
    for (guint i = 0; i < build->curves->len; i++)
        ((Curve *)g_ptr_array_index(build->curves, i))->lies = true;
}

static bool has_names(const PanelBuild *build, bool upright)
{
    return build->names->len > 0 && build->lies == upright;
}

bool bars_name_range(const PanelBuild *build, bool upright, Range *range)
{
    if (!has_names(build, upright))
        return false;
    range->low = fmin(range->low, 1 - NAME_ROOM);
    range->high = fmax(range->high, build->names->len + NAME_ROOM);
    return true;
}

void bars_stand(const PanelBuild *build, bool upright, const AxisSpec *axis,
                Range range, Scale *scale)
{
    bool named = has_names(build, upright);
    if (named && isnan(axis->low))
        scale->low = range.low;
    if (named && isnan(axis->high))
        scale->high = range.high;
    /* Lists are read from the top. */
    if (named && upright && isnan(axis->low) && isnan(axis->high)) {
        scale->low = range.high;
        scale->high = range.low;
    }
    bool grows = build->has_bars && build->lies != upright;
    if (!upright ? !grows : !(grows || build->histograms->len > 0))
        return;
    if (scale->kind != SCALE_LINEAR)
        return;
    if (isnan(axis->low) && range.low == 0)
        scale->low = 0;
    else if (isnan(axis->high) && range.high == 0)
        scale->high = 0;
}

/* A name of the catalogue as figures tell it; the caller's. */
static char *shown_name(const PanelBuild *build, const char *name)
{
    const Scope *scope = &build->figure->definitions.scope;
    if (scope_find(scope, name))
        return formula_label(name, scope, NULL, NOTATION_PLAIN);
    return g_strdup(name);
}

static void clear_tick(void *data)
{
    g_free(((SceneTick *)data)->label);
}

void bars_name_ticks(const PanelBuild *build, bool upright, const AxisSpec *spec,
                     SceneAxis *axis)
{
    if (!has_names(build, upright))
        return;
    if (spec->grid == SWITCHED_AUTO)
        axis->grid = false;
    if (spec->tick_choice != TICK_CHOICE_AUTO)
        return;
    axis->named = true;
    g_clear_pointer(&axis->ticks, g_array_unref);
    axis->ticks = g_array_new(FALSE, FALSE, sizeof(SceneTick));
    g_array_set_clear_func(axis->ticks, clear_tick);
    double low = fmin(axis->scale.low, axis->scale.high);
    double high = fmax(axis->scale.low, axis->scale.high);
    for (guint i = 0; i < build->names->len; i++) {
        SceneTick tick = {.value = i + 1, .major = true};
        if (tick.value < low || tick.value > high)
            continue;
        tick.label = shown_name(build, g_ptr_array_index(build->names, i));
        g_array_append_val(axis->ticks, tick);
    }
}
