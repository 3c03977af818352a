/* family.c - the curves that one formula gives for several values of its parameters. */
#include "scene/family.h"

#include "base/number.h"
#include "formula/function.h"
#include "scene/label.h"
#include "scene/parts.h"
#include "scene/template.h"
#include "scene/tick_label.h"

#include <math.h>
#include <string.h>

/* A legend names this many members at the most, else FAMILY_NAMED of them; of two
 * parameters, for which somebody wrote a label, more: a selection would tell neither.
 */
enum { FAMILY_LISTED = 8, FAMILY_NAMED = 5, FAMILY_WRITTEN = 16, DASHES = 4 };

/* Of the curve's width, for the first and the last value of the second parameter. */
static const double THIN = 0.5, THICK = 1.75;

bool family_is_large(const CurveSpec *spec)
{
    return family_size(spec) > FAMILY_LISTED;
}

guint family_size(const CurveSpec *spec)
{
    return spec->vary_values->len *
           (spec->second_values ? spec->second_values->len : 1);
}

FamilyMember family_member(const CurveSpec *spec, guint index)
{
    FamilyMember member = {
        .first_count = spec->vary_values->len,
        .second_count = spec->second_values ? spec->second_values->len : 1,
    };
    member.first = index / member.second_count;
    member.second = index % member.second_count;
    member.first_value = g_array_index(spec->vary_values, double, member.first);
    if (spec->second_values)
        member.second_value = g_array_index(spec->second_values, double, member.second);
    return member;
}

void family_bind(const CurveSpec *spec, const FamilyMember *member, Binding bindings[3])
{
    bindings[0] = (Binding){spec->vary, member->first_value};
    bindings[1] = (Binding){spec->vary_second, member->second_value};
    bindings[2] = (Binding){NULL, 0};
}

/* What a formula's parameter is called in figures: `α` for alpha. */
static const char *parameter_symbol(const Figure *figure, const CurveSpec *spec,
                                    const char *parameter_name)
{
    g_autofree char *name = g_strdup(spec->plot);
    name[strcspn(name, "('")] = '\0';
    const Definition *definition =
        scope_find(&figure->definitions.scope, g_strstrip(name));
    const Parameter *parameter =
        definition_parameter_called(definition, parameter_name);
    return parameter ? parameter->symbol : parameter_name;
}

/* Whether the legend names member i of count: all, or some at even distances. */
static bool is_named(guint i, guint count)
{
    if (count <= FAMILY_LISTED)
        return true;
    for (guint k = 0; k < FAMILY_NAMED; k++)
        if (i == (k * (count - 1) + (FAMILY_NAMED - 1) / 2) / (FAMILY_NAMED - 1))
            return true;
    return false;
}

/* The value as a label tells it: members at even distances have endless decimals. */
static double told_value(double value)
{
    char buffer[NUMBER_SIZE];
    double rounded;
    number_format_digits(value, 6, buffer);
    if (number_parse(buffer, &rounded) && rounded == value)
        return value;
    number_format_digits(value, 3, buffer);
    return number_parse(buffer, &rounded) ? rounded : value;
}

/* `α=0.25, β=2` */
static char *values_text(const PanelBuild *build, const CurveSpec *spec,
                         const FamilyMember *told)
{
    g_autofree char *first = tick_label_number(told->first_value);
    const char *symbol = parameter_symbol(build->figure, spec, spec->vary);
    if (!spec->vary_second)
        return g_strdup_printf("%s=%s", symbol, first);
    g_autofree char *second = tick_label_number(told->second_value);
    return g_strdup_printf("%s=%s, %s=%s", symbol, first,
                           parameter_symbol(build->figure, spec, spec->vary_second),
                           second);
}

/* The user's label with the values at their places, else after it. */
static SceneText label_of_template(const PanelBuild *build, const CurveSpec *spec,
                                   const FamilyMember *told)
{
    const TemplateValue values[] = {{spec->vary, told->first_value},
                                    {spec->vary_second, told->second_value},
                                    {NULL, 0}};
    bool used;
    g_autofree char *filled = template_fill(spec->label, values, 6, &used);
    if (used || !*spec->label)
        return label_new(filled);
    g_autofree char *numbers = values_text(build, spec, told);
    g_autofree char *escaped = g_markup_escape_text(numbers, -1);
    g_autofree char *text = g_strdup_printf("%s (%s)", spec->label, escaped);
    return label_new(text);
}

static SceneText label_of(const PanelBuild *build, const CurveSpec *spec,
                          const FamilyMember *member)
{
    FamilyMember told = *member;
    Binding bindings[3];
    told.first_value = told_value(member->first_value);
    told.second_value = told_value(member->second_value);
    if (spec->label)
        return label_of_template(build, spec, &told);
    family_bind(spec, &told, bindings);
    return label_new_formula(spec->plot, &build->figure->definitions.scope, bindings);
}

/* Of two texts what is at both ends of both, without what joins a name to its value. */
static char *common_ends(const char *a, const char *b)
{
    static const char joints[] = " =:+%";
    size_t first = 0, last = 0, left = strlen(a), other = strlen(b);
    while (a[first] && a[first] == b[first])
        first++;
    while (last < MIN(left, other) - first && a[left - last - 1] == b[other - last - 1])
        last++;
    while (last > 0 && strchr(joints, a[left - last]))
        last--;
    while (first > 0 && strchr(joints, a[first - 1]))
        first--;
    return g_strdup_printf("%.*s%s", (int)first, a, a + left - last);
}

SceneText family_title(const PanelBuild *build, const CurveSpec *spec)
{
    FamilyMember low = family_member(spec, 0), high = low;
    low.first_value = 1.2345; /* no digit of the one is the other's */
    high.first_value = 9.8761;
    SceneText one = label_of(build, spec, &low), other = label_of(build, spec, &high);
    SceneText title = {
        .plain = common_ends(one.plain, other.plain),
        .pango = common_ends(one.pango, other.pango),
        .latex = common_ends(one.latex, other.latex),
        .gnuplot = common_ends(one.gnuplot, other.gnuplot),
    };
    label_release(&one);
    label_release(&other);
    if (*title.plain && !strstr(title.latex, "{}") && !strstr(title.latex, "$$"))
        return title;
    label_release(&title);
    g_autofree char *symbol =
        g_markup_escape_text(parameter_symbol(build->figure, spec, spec->vary), -1);
    return label_new(symbol);
}

Color family_color(const PanelBuild *build, const CurveSpec *spec, double share)
{
    const Theme *theme = build->figure->theme;
    const Palette *palette = spec->palette ? spec->palette : theme->palette;
    return spec->has_color ? spec->color
                           : palette_line_color(palette, share, theme->panel);
}

static Color color_of(const PanelBuild *build, const CurveSpec *spec,
                      const FamilyMember *member)
{
    double share = member->first_count > 1
                       ? (double)member->first / (member->first_count - 1)
                       : 0.5;
    return family_color(build, spec, share);
}

/* The second parameter shows in the dash while there are dashes enough and the curve
 * leaves it open; else in the width. */
static void style_second(const CurveSpec *spec, const FamilyMember *member,
                         SceneSeries *series)
{
    static const Dash dashes[DASHES] = {
        {.count = 0},
        {.length_pt = {6, 3}, .count = 2},
        {.length_pt = {1.5, 2.5}, .count = 2},
        {.length_pt = {7, 2.5, 1.5, 2.5}, .count = 4},
    };
    if (member->second_count <= 1)
        return;
    if (!spec->has_dash && member->second_count <= DASHES) {
        series->dash = dashes[member->second];
        return;
    }
    double share = (double)member->second / (member->second_count - 1);
    series->width_pt *= THIN + share * (THICK - THIN);
}

/* Whether the legend tells the two parameters apart instead of naming members. */
static bool is_told_apart(const CurveSpec *spec)
{
    return spec->vary_second && !spec->label && family_size(spec) > FAMILY_LISTED;
}

void family_style(const PanelBuild *build, const CurveSpec *spec,
                  const FamilyMember *member, SceneSeries *series)
{
    guint index = member->first * member->second_count + member->second;
    guint size = family_size(spec);
    bool named = spec->vary_second && spec->label && size <= FAMILY_WRITTEN;
    series->color = color_of(build, spec, member);
    style_second(spec, member, series);
    series->label = label_of(build, spec, member);
    series->in_legend = !is_told_apart(spec) && (named || is_named(index, size)) &&
                        *series->label.plain;
}

/* An entry `β=2` that looks as model does but for what the value gives it. */
static SceneSeries *entry_new(const PanelBuild *build, const CurveSpec *spec,
                              const char *name, double value, const SceneSeries *model)
{
    SceneSeries *entry = scene_series_new();
    g_autofree char *number = tick_label_number(told_value(value));
    g_autofree char *text =
        g_strdup_printf("%s=%s", parameter_symbol(build->figure, spec, name), number);
    g_autofree char *markup = g_markup_escape_text(text, -1);
    entry->label = label_new(markup);
    entry->in_legend = true;
    entry->color = model->color;
    entry->width_pt = model->width_pt;
    entry->dash = model->dash;
    return entry;
}

GPtrArray *family_legend(const PanelBuild *build, const CurveSpec *spec,
                         const SceneSeries *model)
{
    GPtrArray *entries = g_ptr_array_new();
    FamilyMember member = family_member(spec, 0);
    if (!is_told_apart(spec))
        return entries;
    for (member.first = 0; member.first < member.first_count; member.first++) {
        if (!is_named(member.first, member.first_count))
            continue;
        double value = g_array_index(spec->vary_values, double, member.first);
        SceneSeries *entry = entry_new(build, spec, spec->vary, value, model);
        entry->color = color_of(build, spec, &member);
        g_ptr_array_add(entries, entry);
    }
    for (member.second = 0; member.second < member.second_count; member.second++) {
        if (!is_named(member.second, member.second_count))
            continue;
        double value = g_array_index(spec->second_values, double, member.second);
        SceneSeries *entry = entry_new(build, spec, spec->vary_second, value, model);
        entry->color = build->figure->theme->text;
        style_second(spec, &member, entry);
        g_ptr_array_add(entries, entry);
    }
    return entries;
}
