/* curve_read.c - `curves:` of figure files, and the check of formulas. */
#include "spec/figure_fields.h"

#include "base/geometry.h"
#include "base/number_pattern.h"
#include "formula/respell.h"

#include <math.h>
#include <string.h>

enum { CURVES_MAX = 1000, POINTS_MAX = 200000 };

bool is_name(const char *text)
{
    if (!g_ascii_isalpha(*text) && *text != '_')
        return false;
    while (g_ascii_isalnum(*text) || *text == '_')
        text++;
    return *text == '\0';
}

/* Commas end a text inside [...] and {...}: `[max(0, x)]` has two items. */
static bool is_cut_at_comma(const DocumentNode *node)
{
    int open = 0;

    for (const char *c = node->text; *c; c++)
        open += *c == '(' ? 1 : *c == ')' ? -1 : 0;
    return node->plain && node->in_flow && open != 0;
}

/* The formula, or NULL and a report. */
static Formula *read_formula(Reader *reader, const DocumentNode *node, const char *text,
                             const Binding *bindings)
{
    g_autoptr(GError) error = NULL;
    Span fault = {0, 0};
    Span span = node->span;
    Formula *formula =
        formula_new(text, &reader->definitions->scope, bindings, &fault, &error);

    if (formula)
        return formula;
    if (is_cut_at_comma(node)) {
        reports_add(reader->reports, span,
                    "'%s' is not a whole formula (with a comma in it, it needs quotes)",
                    text);
        return NULL;
    }
    if (node->exact)
        span = (Span){node->text_start + fault.start, fault.length};
    reports_add(reader->reports, span, "%s", error->message);
    return NULL;
}

bool check_formula(Reader *reader, const DocumentNode *node, const char *text,
                   const Binding *bindings)
{
    g_autoptr(Formula) formula = read_formula(reader, node, text, bindings);

    return formula != NULL;
}

Span formula_place(const DocumentNode *node)
{
    return node->exact ? (Span){node->text_start, strlen(node->text)}
                       : (Span){node->span.start, 0};
}

void read_plot(Reader *reader, const Field *field, const DocumentNode *node,
               void *target)
{
    CurveSpec *curve = target;
    char *respelled;

    read_text(reader, field, node, target);
    respelled =
        curve->plot ? formula_respell(curve->plot, &reader->definitions->scope) : NULL;
    if (respelled) {
        g_free(curve->plot);
        curve->plot = respelled;
    }
    curve->place = formula_place(node);
}

static bool read_point(Reader *reader, const Field *field, const DocumentNode *node,
                       Point *point)
{
    return node_is_list(reader, field, node, 2, 2) &&
           node_number(reader, field, g_ptr_array_index(node->items, 0), &point->x) &&
           node_number(reader, field, g_ptr_array_index(node->items, 1), &point->y);
}

void read_points(Reader *reader, const Field *field, const DocumentNode *node,
                 void *target)
{
    CurveSpec *curve = target;

    if (!node_is_list(reader, field, node, 1, POINTS_MAX))
        return;
    curve->points = g_array_new(FALSE, FALSE, sizeof(Point));
    for (unsigned i = 0; i < node->items->len; i++) {
        Point point;

        if (read_point(reader, field, g_ptr_array_index(node->items, i), &point))
            g_array_append_val(curve->points, point);
    }
}

/* The values of {from, to, count}; NULL after a report. */
static GArray *spread(Reader *reader, const DocumentNode *node)
{
    FamilySpec family = {NAN, NAN, 0};
    GArray *values;

    fields_read(reader, figure_fields, IN_FAMILY, node, &family);
    if (isnan(family.from) || isnan(family.to) || family.count == 0) {
        reports_add(reader->reports, node->span,
                    "a family needs 'from', 'to' and 'count'");
        return NULL;
    }
    values = g_array_new(FALSE, FALSE, sizeof(double));
    for (int i = 0; i < family.count; i++) {
        double share = (double)i / (family.count - 1);
        double value = (1 - share) * family.from + share * family.to;

        g_array_append_val(values, value);
    }
    return values;
}

/* One parameter with its values; false after a report. */
static bool read_varied(Reader *reader, const Field *field, const DocumentNode *key,
                        const DocumentNode *node, char **name, GArray **values)
{
    if (!is_name(key->text) || strcmp(key->text, "x") == 0) {
        reports_add(reader->reports, key->span,
                    "'%s' is not the name of a parameter that can vary", key->text);
        return false;
    }
    if (node->kind == DOCUMENT_MAP)
        *values = spread(reader, node);
    else
        *values = read_numbers(reader, field, node, 1, FAMILY_MAX);
    if (*values)
        *name = g_strdup(key->text);
    return *values != NULL;
}

void read_vary(Reader *reader, const Field *field, const DocumentNode *node,
               void *target)
{
    CurveSpec *curve = target;
    const GPtrArray *items = node->items;

    if (!node_is(reader, field, node, DOCUMENT_MAP))
        return;
    if (items->len != 2 && items->len != 4) {
        reports_add(reader->reports, node->span,
                    "'vary' must name one or two parameters with their values, as in "
                    "`{alpha: [0, 0.1]}`");
        return;
    }
    if (!read_varied(reader, field, items->pdata[0], items->pdata[1], &curve->vary,
                     &curve->vary_values) ||
        items->len == 2 ||
        !read_varied(reader, field, items->pdata[2], items->pdata[3],
                     &curve->vary_second, &curve->second_values))
        return;
    if ((guint64)curve->vary_values->len * curve->second_values->len > FAMILY_MAX)
        reports_add(reader->reports, node->span,
                    "'vary' makes more than %d curves (%u times %u)", FAMILY_MAX,
                    curve->vary_values->len, curve->second_values->len);
}

/* Least and greatest of the values; 0 for none. */
static void find_ends(const GArray *values, double ends[2])
{
    ends[0] = ends[1] = values ? g_array_index(values, double, 0) : 0;
    for (unsigned i = 1; values && i < values->len; i++) {
        ends[0] = MIN(ends[0], g_array_index(values, double, i));
        ends[1] = MAX(ends[1], g_array_index(values, double, i));
    }
}

/* A parameter's domain is an interval: its least and greatest value stand for all. */
static void check_family(Reader *reader, const DocumentNode *node,
                         const CurveSpec *curve)
{
    double first[2], second[2];

    find_ends(curve->vary_values, first);
    find_ends(curve->second_values, second);
    for (int i = 0; i < 2; i++) {
        const Binding bindings[] = {
            {curve->vary, first[i]}, {curve->vary_second, second[i]}, {NULL, 0}};

        if (!check_formula(reader, node, curve->plot, bindings))
            return;
    }
}

/* Whether braces of a label hold the name of a parameter that varies, with a format or
 * without. */
static bool names_varied(const char *inside, size_t length, const CurveSpec *curve)
{
    const char *colon = memchr(inside, ':', length);
    size_t name_length = colon ? (size_t)(colon - inside) : length;
    NumberPattern pattern;

    if (colon && !number_pattern_parse_bare(
                     colon + 1, (int)(inside + length - colon - 1), &pattern))
        return false;
    return (strlen(curve->vary) == name_length &&
            strncmp(inside, curve->vary, name_length) == 0) ||
           (curve->vary_second && strlen(curve->vary_second) == name_length &&
            strncmp(inside, curve->vary_second, name_length) == 0);
}

/* Whether it looks as if a parameter were meant: `{alhpa}`, `{alpha:2f}`. */
static bool is_meant_as_name(const char *inside, size_t length)
{
    g_autofree char *name = g_strndup(inside, MIN(length, strcspn(inside, ":")));

    return is_name(name);
}

static void warn_at(Reader *reader, const DocumentNode *node, const char *message)
{
    GString *report = g_string_new(NULL);

    error_report(report, reader->reports->name, reader->reports->text, node->span,
                 message);
    warnings_add(reader->warnings, "%s", report->str);
    g_string_free(report, TRUE);
}

/* A family's label names its parameters in braces; another name is a slip. */
static void warn_of_label(Reader *reader, const DocumentNode *node,
                          const CurveSpec *curve)
{
    for (const char *at = curve->label; (at = strchr(at, '{')); at++) {
        size_t length = strcspn(at + 1, "{}");
        g_autofree char *message = NULL;

        if (at[1 + length] != '}' || !is_meant_as_name(at + 1, length) ||
            names_varied(at + 1, length, curve))
            continue;
        message = g_strdup_printf("'%.*s' stands in the label as it is (the parameter "
                                  "that varies is '%s'%s%s%s)",
                                  (int)length + 2, at, curve->vary,
                                  curve->vary_second ? ", and '" : "",
                                  curve->vary_second ? curve->vary_second : "",
                                  curve->vary_second ? "'" : "");
        warn_at(reader, node, message);
        return;
    }
}

/* What a curve's keys say together. */
static void check_curve(Reader *reader, const DocumentNode *node, CurveSpec *curve)
{
    static const char *const of_formulas[] = {"vary", "samples", "at_jump"};
    static const char *const sources[] = {"plot", "points", "data", "bars"};
    const char *given = NULL;
    const DocumentNode *plot = document_get(node, "plot");
    const DocumentNode *vary = document_get(node, "vary");
    const DocumentNode *palette = document_get(node, "palette");

    for (unsigned i = 0; i < G_N_ELEMENTS(sources); i++) {
        const DocumentNode *source = document_get(node, sources[i]);

        if (source && given)
            reports_add(reader->reports, source->span,
                        "a curve has '%s' or '%s', not both", given, sources[i]);
        else if (source)
            given = sources[i];
    }
    if (!given)
        reports_add(reader->reports, node->span,
                    "a curve needs 'plot', 'points', 'data' or 'bars'");
    check_data(reader, node, curve);
    for (unsigned i = 0; given && !plot && i < G_N_ELEMENTS(of_formulas); i++) {
        const DocumentNode *other = document_get(node, of_formulas[i]);

        if (other)
            reports_add(reader->reports, other->span,
                        "'%s' is for formulas, not for '%s'", of_formulas[i], given);
    }
    if (palette && !vary)
        reports_add(reader->reports, palette->span,
                    "'palette' is for families ('vary'); one curve has a 'color'");
    if (curve->vary && curve->label)
        warn_of_label(reader, document_get(node, "label"), curve);
    if (plot && curve->plot && curve->vary)
        check_family(reader, plot, curve);
    else if (plot && curve->plot && !vary)
        curve->formula = read_formula(reader, plot, curve->plot, NULL);
}

/* YAML takes `- x > 0 ? x : alpha*x` for a map of one key. */
static bool is_cut_at_colon(const DocumentNode *map)
{
    const DocumentNode *key =
        map->items->len > 0 ? g_ptr_array_index(map->items, 0) : NULL;

    return key && key->plain && strchr(key->text, '?');
}

static void read_curve(Reader *reader, const Field *field, const DocumentNode *node,
                       PanelSpec *panel)
{
    const Field plot = {.key = "curves", .offset = offsetof(CurveSpec, plot)};
    CurveSpec *curve;

    if (node->kind == DOCUMENT_LIST) {
        reports_add(reader->reports, node->span,
                    "'%s' must hold formulas and maps, not a list", field->key);
        return;
    }
    if (node->kind == DOCUMENT_MAP && is_cut_at_colon(node)) {
        reports_add(reader->reports, node->span,
                    "a formula with ': ' in it needs quotes");
        return;
    }
    curve = curve_spec_new(NULL);
    g_ptr_array_add(panel->curves, curve);
    if (node->kind == DOCUMENT_MAP) {
        fields_read(reader, figure_fields, IN_CURVE, node, curve);
        check_curve(reader, node, curve);
        return;
    }
    read_plot(reader, &plot, node, curve);
    if (curve->plot)
        curve->formula = read_formula(reader, node, curve->plot, NULL);
}

void read_curves(Reader *reader, const Field *field, const DocumentNode *node,
                 void *target)
{
    if (!node_is_list(reader, field, node, 1, CURVES_MAX))
        return;
    for (unsigned i = 0; i < node->items->len; i++)
        read_curve(reader, field, g_ptr_array_index(node->items, i), target);
}
