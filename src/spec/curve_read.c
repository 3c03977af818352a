/* curve_read.c - `curves:` of figure files, and the check of formulas. */
#include "spec/figure_fields.h"

#include "base/geometry.h"
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

bool check_formula(Reader *reader, const DocumentNode *node, const char *text,
                   const Binding *bindings)
{
    g_autoptr(GError) error = NULL;
    Span fault = {0, 0};
    Span span = node->span;
    g_autoptr(Formula) formula =
        formula_new(text, &reader->definitions->scope, bindings, &fault, &error);

    if (formula)
        return true;
    if (is_cut_at_comma(node)) {
        reports_add(reader->reports, span,
                    "'%s' is not a whole formula (with a comma in it, it needs quotes)",
                    text);
        return false;
    }
    if (node->exact)
        span = (Span){node->text_start + fault.start, fault.length};
    reports_add(reader->reports, span, "%s", error->message);
    return false;
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

void read_vary(Reader *reader, const Field *field, const DocumentNode *node,
               void *target)
{
    CurveSpec *curve = target;
    const DocumentNode *key, *values;

    if (!node_is(reader, field, node, DOCUMENT_MAP))
        return;
    if (node->items->len != 2) {
        reports_add(reader->reports, node->span,
                    "'vary' must name one parameter with its values, as in "
                    "`{alpha: [0, 0.1]}`");
        return;
    }
    key = g_ptr_array_index(node->items, 0);
    values = g_ptr_array_index(node->items, 1);
    if (!is_name(key->text) || strcmp(key->text, "x") == 0) {
        reports_add(reader->reports, key->span,
                    "'%s' is not the name of a parameter that can vary", key->text);
        return;
    }
    if (values->kind == DOCUMENT_MAP)
        curve->vary_values = spread(reader, values);
    else
        curve->vary_values = read_numbers(reader, field, values, 1, FAMILY_MAX);
    if (curve->vary_values)
        curve->vary = g_strdup(key->text);
}

/* A parameter's domain is an interval: its least and greatest value stand for all. */
static void check_family(Reader *reader, const DocumentNode *node,
                         const CurveSpec *curve)
{
    double low = INFINITY, high = -INFINITY;

    for (unsigned i = 0; i < curve->vary_values->len; i++) {
        low = MIN(low, g_array_index(curve->vary_values, double, i));
        high = MAX(high, g_array_index(curve->vary_values, double, i));
    }
    const Binding least[] = {{curve->vary, low}, {NULL, 0}};
    const Binding greatest[] = {{curve->vary, high}, {NULL, 0}};
    if (check_formula(reader, node, curve->plot, least))
        check_formula(reader, node, curve->plot, greatest);
}

/* A family's label names its parameter in braces; another name is a slip. */
static void warn_of_label(Reader *reader, const DocumentNode *node,
                          const CurveSpec *curve)
{
    const char *open = strchr(curve->label, '{');
    const char *close = open ? strchr(open, '}') : NULL;
    g_autofree char *name =
        close ? g_strndup(open + 1, (size_t)(close - open - 1)) : NULL;
    g_autofree char *message = NULL;
    GString *report;

    if (!name || !is_name(name) || strcmp(name, curve->vary) == 0)
        return;
    message = g_strdup_printf("'{%s}' stands in the label as it is (the parameter that "
                              "varies is '%s')",
                              name, curve->vary);
    report = g_string_new(NULL);
    report_place(report, reader->reports->name, reader->reports->text,
                 reader->reports->settings, node->span, message);
    warnings_add(reader->warnings, "%s", report->str);
    g_string_free(report, TRUE);
}

/* What a curve's keys say together. */
static void check_curve(Reader *reader, const DocumentNode *node,
                        const CurveSpec *curve)
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
        check_formula(reader, plot, curve->plot, NULL);
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
        check_formula(reader, node, curve->plot, NULL);
}

void read_curves(Reader *reader, const Field *field, const DocumentNode *node,
                 void *target)
{
    if (!node_is_list(reader, field, node, 1, CURVES_MAX))
        return;
    for (unsigned i = 0; i < node->items->len; i++)
        read_curve(reader, field, g_ptr_array_index(node->items, i), target);
}
