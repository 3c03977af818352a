/* strip.c - a bar of colours that says the values of a large family. */
#include "scene/strip.h"

#include "scene/curve.h"
#include "scene/family.h"
#include "scene/parts.h"
#include "scene/ticks.h"

#include <math.h>
#include <string.h>

/* By how much of themselves distances may differ that count as even. */
static const double EVEN = 1e-6;

/* The places of the values on a scale; false: it has not all of them. */
static bool find_place(ScaleKind kind, double value, double *place)
{
    *place = kind == SCALE_LOG ? log(value) : value;
    return isfinite(*place);
}

static bool is_even(const GArray *values, ScaleKind kind)
{
    double first, second, last, next;
    if (!find_place(kind, g_array_index(values, double, 0), &first) ||
        !find_place(kind, g_array_index(values, double, 1), &second))
        return false;
    last = second;
    for (guint i = 2; i < values->len; i++, last = next) {
        if (!find_place(kind, g_array_index(values, double, i), &next) ||
            fabs((next - last) - (second - first)) > EVEN * fabs(second - first))
            return false;
    }
    return second != first;
}

static bool is_told_by_strip(const CurveSpec *spec)
{
    return spec->vary && !spec->vary_second && !spec->has_color &&
           family_is_large(spec) && !(spec->label && !*spec->label) &&
           (is_even(spec->vary_values, SCALE_LINEAR) ||
            is_even(spec->vary_values, SCALE_LOG));
}

/* The panel's only large family; NULL: there is none, or there are several. */
static const CurveSpec *only_family(const PanelBuild *build)
{
    const CurveSpec *only = NULL;
    for (guint i = 0; i < build->curves->len; i++) {
        const CurveSpec *spec = ((Curve *)g_ptr_array_index(build->curves, i))->spec;
        if (spec == only || !spec->vary || !family_is_large(spec))
            continue;
        if (only)
            return NULL;
        only = spec;
    }
    return only;
}

static SceneField *make_strip(const PanelBuild *build, const CurveSpec *spec)
{
    SceneField *strip = scene_field_new();
    const GArray *values = spec->vary_values;
    double first = g_array_index(values, double, 0);
    double last = g_array_index(values, double, values->len - 1);
    bool linear = is_even(values, SCALE_LINEAR);
    TickWish wish = {
        .length_pt = build->cell.frame_height_pt,
        .font_pt = build->figure->theme->tick_size_pt,
    };
    strip->show_bar = true;
    strip->bar.scale = (Scale){.kind = linear ? SCALE_LINEAR : SCALE_LOG,
                               .linear = 1,
                               .low = fmin(first, last),
                               .high = fmax(first, last)};
    strip->bar.ticks = ticks_choose(&strip->bar.scale, &wish);
    strip->bar.label = family_title(build, spec);
    strip->bar.show_labels = true;
    for (int i = 0; i < 256; i++)
        strip->colors[first < last ? i : 255 - i] =
            family_color(build, spec, i / 255.0);
    return strip;
}

void strip_choose(PanelBuild *build)
{
    ScenePanel *panel = build->panel;
    LegendPlace place = build->spec->legend;
    const CurveSpec *spec = only_family(build);
    if ((place != LEGEND_AUTO && place != LEGEND_OUTSIDE) || !spec ||
        !is_told_by_strip(spec) || panel->field || panel->has_y2)
        return;
    panel->strip = make_strip(build, spec);
    for (guint i = 0; i < build->curves->len; i++) {
        const Curve *curve = g_ptr_array_index(build->curves, i);
        if (curve->spec == spec)
            curve->series->in_legend = false;
    }
}

/* The title without its primes: the axis says of what order the curves are. */
static char *bare_title(const SceneField *strip)
{
    GString *name = g_string_new(strip->bar.label.plain);
    g_string_replace(name, "′", "", 0);
    g_string_replace(name, "″", "", 0);
    return g_string_free(name, FALSE);
}

static bool is_same(const SceneField *a, const SceneField *b)
{
    g_autofree char *title = bare_title(a), *other = bare_title(b);
    if (strcmp(title, other) != 0 || a->bar.scale.kind != b->bar.scale.kind ||
        a->bar.scale.low != b->bar.scale.low || a->bar.scale.high != b->bar.scale.high)
        return false;
    for (int i = 0; i < 256; i++)
        if (!color_equal(a->colors[i], b->colors[i]))
            return false;
    return true;
}

/* One strip for functions and their slopes bears the functions' name. */
static void keep_shorter(SceneField *from, SceneField *to)
{
    if (strlen(from->bar.label.plain) >= strlen(to->bar.label.plain))
        return;
    SceneText label = from->bar.label;
    from->bar.label = to->bar.label;
    to->bar.label = label;
}

void strip_share(const Scene *scene)
{
    for (guint i = 0; i < scene->panels->len; i++) {
        ScenePanel *panel = g_ptr_array_index(scene->panels, i);
        for (guint k = i + 1; panel->strip && k < scene->panels->len; k++) {
            ScenePanel *other = g_ptr_array_index(scene->panels, k);
            if (!other->strip || other->row != panel->row ||
                !is_same(panel->strip, other->strip))
                continue;
            keep_shorter(panel->strip, other->strip);
            g_clear_pointer(&panel->strip, scene_field_free);
        }
    }
}
