/* shade.c - the regions of a panel where a condition holds. */
#include "scene/shade.h"

#include "formula/switches.h"
#include "scene/curve.h"
#include "scene/label.h"
#include "scene/range.h"

#include <math.h>

/* Opacity of a region, unless its colour says it; grey is the lightest. */
static const double GREY_ALPHA = 0.16, COLOR_ALPHA = 0.2;

/* Neither branch nor comparison changes within low .. high. */
static bool holds_between(const Tape *tape, double low, double high)
{
    double value;

    tape_evaluate_at(tape, low + (high - low) / 2, &value);
    return value != 0 && !isnan(value);
}

static void add_stretch(GArray *found, Range stretch)
{
    Range *last = found->len > 0 ? &g_array_index(found, Range, found->len - 1) : NULL;

    if (last && last->high == stretch.low)
        last->high = stretch.high;
    else
        g_array_append_val(found, stretch);
}

GArray *shade_find(const Formula *condition, double low, double high,
                   Warnings *warnings)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(Range));
    g_autoptr(GArray) switches = switches_find(condition, low, high, warnings);
    g_autoptr(Tape) tape = tape_new(condition, 0);
    double from = low;

    for (guint i = 0; i <= switches->len; i++) {
        double to = i < switches->len ? g_array_index(switches, Switch, i).x : high;
        if (to <= from)
            continue;
        if (holds_between(tape, from, to))
            add_stretch(found, (Range){from, to});
        from = to;
    }
    return found;
}

/* The first of those that choose no colour is grey; the others take the theme's from
 * the last on, which the curves reach last. */
static Color fill_of(const ShadeSpec *spec, const Theme *theme, int *turn)
{
    Color fill = theme->muted_text;
    if (spec->has_color) {
        fill = spec->color;
    } else if ((*turn)++ > 0 && theme->color_count > 0) {
        int back = (*turn - 2) % theme->color_count;
        fill = theme->colors[theme->color_count - 1 - back];
    } else {
        fill.alpha = GREY_ALPHA;
        return fill;
    }
    if (fill.alpha == 1)
        fill.alpha = COLOR_ALPHA;
    return fill;
}

static void add_span(PanelBuild *build, const ShadeSpec *spec, Range stretch,
                     Color fill, bool begins)
{
    SceneSpan span = {
        .of_y = spec->of_y,
        .begins = begins,
        .first = stretch.low,
        .last = stretch.high,
        .fill = fill,
        .label = label_new(spec->label),
    };
    g_array_append_val(build->panel->spans, span);
}

static bool add_condition(PanelBuild *build, const ShadeSpec *spec, Color fill,
                          Warnings *warnings, GError **error)
{
    const Scale *x = &build->frame.x;
    g_autoptr(Formula) condition =
        curve_formula_new(build->figure, spec->where, spec->place, NULL, error);
    if (!condition)
        return false;
    g_autoptr(GArray) found = shade_find(condition, x->low, x->high, warnings);
    for (guint i = 0; i < found->len; i++)
        add_span(build, spec, g_array_index(found, Range, i), fill, i == 0);
    if (found->len == 0)
        warnings_add(warnings, "'%s' holds nowhere within the range of x", spec->where);
    return true;
}

static void add_band(PanelBuild *build, const ShadeSpec *spec, Color fill,
                     Warnings *warnings)
{
    const Scale *scale = spec->of_y ? &build->frame.y : &build->frame.x;
    Range band = {
        .low = isnan(spec->low) ? scale->low : fmax(spec->low, scale->low),
        .high = isnan(spec->high) ? scale->high : fmin(spec->high, scale->high),
    };
    if (band.low < band.high)
        add_span(build, spec, band, fill, true);
    else
        warnings_add(warnings, "a shaded band of %s is outside the frame",
                     spec->of_y ? "y" : "x");
}

bool shade_add_spans(PanelBuild *build, Warnings *warnings, GError **error)
{
    int turn = 0;
    for (guint i = 0; i < build->spec->shades->len; i++) {
        const ShadeSpec *spec = &g_array_index(build->spec->shades, ShadeSpec, i);
        Color fill = fill_of(spec, build->figure->theme, &turn);
        if (!spec->where)
            add_band(build, spec, fill, warnings);
        else if (!add_condition(build, spec, fill, warnings, error))
            return false;
    }
    return true;
}
