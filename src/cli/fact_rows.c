/* fact_rows.c - the table of facts as texts. */
#include "cli/fact_rows.h"

#include "activation/pytorch_gain.h"
#include "base/number.h"
#include "cli/fact_record.h"
#include "cli/fact_text.h"

#include <math.h>
#include <string.h>

enum { FACT_DIGITS = 15, MOMENT_DIGITS = 13, COST_DIGITS = 3 };

/* --- Range --- */

static void append_end_places(const RangeEnd *end, Style style, const char *what,
                              GString *out)
{
    if (end->at->len == 0 || isinf(end->value))
        return;
    g_string_append_printf(out, ", %s %s ", what, end->closed ? "at" : "towards");
    for (unsigned i = 0; i < end->at->len; i++) {
        g_string_append(out, i > 0 ? "; " : "");
        text_stretch(style, &g_array_index(end->at, Stretch, i), out);
    }
}

static void append_range(const RangeEnd ends[2], Style style, GString *out)
{
    for (int k = 0; k < 2; k++) {
        if (isnan(ends[k].value)) {
            text_escaped(style, ends[k].reason, out);
            return;
        }
    }
    text_begin_math(style, out);
    g_string_append_c(out, ends[0].closed ? '[' : '(');
    math_number(style, ends[0].value, ends[0].error, FACT_DIGITS, out);
    g_string_append(out, ", ");
    math_number(style, ends[1].value, ends[1].error, FACT_DIGITS, out);
    g_string_append_c(out, ends[1].closed ? ']' : ')');
    text_end_math(style, out);
    append_end_places(&ends[0], style, "least", out);
    append_end_places(&ends[1], style, "greatest", out);
    if (ends[0].extent.endless || ends[1].extent.endless)
        g_string_append(out, ", and so on without end");
}

static void write_range(const Subject *subject, Style style, GString *out)
{
    append_range(subject->facts->range, style, out);
}

static void write_derivative_range(const Subject *subject, Style style, GString *out)
{
    append_range(subject->facts->derivative_range, style, out);
}

static void write_lipschitz(const Subject *subject, Style style, GString *out)
{
    text_fact(style, &subject->facts->lipschitz, FACT_DIGITS, out);
}

static double number_lipschitz(const Subject *subject)
{
    return subject->facts->lipschitz.value;
}

/* --- Ends --- */

static void append_sides(const Fact *left, const Fact *right, Style style, GString *out)
{
    text_fact(style, left, FACT_DIGITS, out);
    g_string_append(out, " on the left, ");
    text_fact(style, right, FACT_DIGITS, out);
    g_string_append(out, " on the right");
}

static void write_limits(const Subject *subject, Style style, GString *out)
{
    append_sides(&subject->facts->left.limit, &subject->facts->right.limit, style, out);
}

static void math_line(const Asymptote *asymptote, Style style, GString *out)
{
    double slope = asymptote->slope.value, intercept = asymptote->intercept.value;

    g_string_append(out, "y = ");
    if (slope != 0 && fabs(slope) != 1)
        math_number(style, slope, asymptote->slope.error, FACT_DIGITS, out);
    if (slope != 0)
        g_string_append_printf(out, "%s%s", slope == -1 ? "-" : "",
                               fabs(slope) == 1       ? "x"
                               : style == STYLE_LATEX ? "\\,x"
                                                      : "*x");
    if (slope != 0 && intercept != 0)
        g_string_append(out, intercept < 0 ? " - " : " + ");
    if (slope == 0)
        math_number(style, intercept, asymptote->intercept.error, FACT_DIGITS, out);
    else if (intercept != 0)
        math_number(style, fabs(intercept), asymptote->intercept.error, FACT_DIGITS,
                    out);
}

static void append_asymptote(const Asymptote *asymptote, Style style, GString *out)
{
    if (isnan(asymptote->slope.value)) {
        text_fact(style, &asymptote->slope, FACT_DIGITS, out);
        return;
    }
    text_begin_math(style, out);
    math_line(asymptote, style, out);
    text_end_math(style, out);
}

static void write_asymptotes(const Subject *subject, Style style, GString *out)
{
    append_asymptote(&subject->facts->left, style, out);
    g_string_append(out, " on the left, ");
    append_asymptote(&subject->facts->right, style, out);
    g_string_append(out, " on the right");
}

static double number_left_slope(const Subject *subject)
{
    return subject->facts->left.slope.value;
}

static void write_left_slope(const Subject *subject, Style style, GString *out)
{
    text_fact(style, &subject->facts->left.slope, FACT_DIGITS, out);
}

/* --- Places --- */

static void write_zeros(const Subject *subject, Style style, GString *out)
{
    text_places(style, &subject->facts->zeros, out);
}

static void write_fixed_points(const Subject *subject, Style style, GString *out)
{
    text_places(style, &subject->facts->fixed_points, out);
}

static void write_inflections(const Subject *subject, Style style, GString *out)
{
    text_places(style, &subject->facts->inflections, out);
}

static void write_extrema(const Subject *subject, Style style, GString *out)
{
    const Facts *facts = subject->facts;

    for (unsigned i = 0; i < facts->extrema->len; i++) {
        const Extremum *extremum = &g_array_index(facts->extrema, Extremum, i);
        g_string_append_printf(out, "%s%s ", i > 0 ? "; " : "",
                               extremum->maximum ? "maximum" : "minimum");
        text_number(style, extremum->value, 0, FACT_DIGITS, out);
        g_string_append(out, " at ");
        text_stretch(style, &extremum->at, out);
    }
    if (facts->extrema->len == 0)
        g_string_append(out, "none");
    text_extent(style, &facts->extrema_extent, out);
}

static void write_smoothness(const Subject *subject, Style style, GString *out)
{
    text_escaped(style, subject->facts->smoothness, out);
}

/* `f' 0 to 1, takes 0`. */
static void append_change(const char *name, double left, double right, double at,
                          Style style, GString *out)
{
    g_string_append(out, ", ");
    text_begin_math(style, out);
    g_string_append(out, name);
    text_end_math(style, out);
    g_string_append_c(out, ' ');
    text_number(style, left, 0, FACT_DIGITS, out);
    g_string_append(out, " to ");
    text_number(style, right, 0, FACT_DIGITS, out);
    g_string_append(out, ", taken ");
    text_number(style, at, 0, FACT_DIGITS, out);
}

static void append_switch(const SwitchFact *fact, Style style, GString *out)
{
    static const char *const derivatives[] = {"f", "f'", "f''", "f'''"};
    const Switch *at = &fact->at;
    const Stretch place = {.lo = at->x, .hi = at->x};

    if (fact->order > 3)
        g_string_append_printf(out, "derivative %d jumps at ", fact->order);
    else if (at->kind == SWITCH_SMOOTH)
        g_string_append_printf(out, "%s jumps at ", derivatives[fact->order]);
    else
        g_string_append_printf(out, "%s at ", switch_kind_name(at->kind));
    text_stretch(style, &place, out);
    if (fact->order == 0)
        append_change("f", at->left.f, at->right.f, at->at.f, style, out);
    if (fact->order <= 1)
        append_change("f'", at->left.df, at->right.df, at->at.df, style, out);
}

static void write_switch_points(const Subject *subject, Style style, GString *out)
{
    const Facts *facts = subject->facts;

    for (unsigned i = 0; i < facts->switch_points->len; i++) {
        g_string_append(out, i > 0 ? "; " : "");
        append_switch(&g_array_index(facts->switch_points, SwitchFact, i), style, out);
    }
    if (facts->switch_points->len == 0)
        g_string_append(out, "none");
    text_extent(style, &facts->switch_extent, out);
}

/* --- Properties --- */

const char *monotone_text(const Facts *facts)
{
    if (facts->increasing && facts->decreasing)
        return "constant";
    if (facts->increasing)
        return facts->strictly ? "strictly increasing" : "increasing";
    if (facts->decreasing)
        return facts->strictly ? "strictly decreasing" : "decreasing";
    return "neither";
}

const char *saturation_text(const Facts *facts)
{
    static const char *const names[] = {"nowhere", "left", "right", "both"};

    return names[facts->saturation];
}

static void write_monotone(const Subject *subject, Style style, GString *out)
{
    text_escaped(style, monotone_text(subject->facts), out);
}

static void write_convexity(const Subject *subject, Style style, GString *out)
{
    const Facts *facts = subject->facts;
    const char *text = facts->convex && facts->concave ? "both (a straight line)"
                       : facts->convex                 ? "convex"
                       : facts->concave                ? "concave"
                                                       : "neither";

    text_escaped(style, text, out);
}

static void write_symmetry(const Subject *subject, Style style, GString *out)
{
    const Facts *facts = subject->facts;
    const char *text = facts->odd && facts->even ? "odd and even"
                       : facts->odd              ? "odd"
                       : facts->even             ? "even"
                                                 : "none";

    text_escaped(style, text, out);
}

static void write_bounded(const Subject *subject, Style style, GString *out)
{
    const Facts *facts = subject->facts;
    const char *text = facts->bounded_above && facts->bounded_below ? "yes"
                       : facts->bounded_above                       ? "above"
                       : facts->bounded_below                       ? "below"
                                                                    : "no";

    text_escaped(style, text, out);
}

static void write_saturates(const Subject *subject, Style style, GString *out)
{
    text_escaped(style, saturation_text(subject->facts), out);
}

static void write_homogeneous(const Subject *subject, Style style, GString *out)
{
    text_escaped(style, subject->facts->homogeneous ? "yes" : "no", out);
}

static void write_sparse(const Subject *subject, Style style, GString *out)
{
    text_number(style, subject->facts->sparsity, 0, FACT_DIGITS, out);
}

static double number_sparse(const Subject *subject)
{
    return subject->facts->sparsity;
}

/* --- Moments --- */

/* A function pair for each, since a row is a const record. */
#define MOMENT_ROW(name, field)                                                        \
    static void write_##name(const Subject *subject, Style style, GString *out)        \
    {                                                                                  \
        text_fact(style, &subject->facts->field, MOMENT_DIGITS, out);                  \
    }                                                                                  \
    static double number_##name(const Subject *subject)                                \
    {                                                                                  \
        return subject->facts->field.value;                                            \
    }
MOMENT_ROW(ef, moments[MOMENT_F])
MOMENT_ROW(ef2, moments[MOMENT_F2])
MOMENT_ROW(var, moments[MOMENT_VAR])
MOMENT_ROW(edf, moments[MOMENT_DF])
MOMENT_ROW(edf2, moments[MOMENT_DF2])
MOMENT_ROW(ed2f2, moments[MOMENT_D2F2])
MOMENT_ROW(gain, gain)

static double number_gain_pytorch(const Subject *subject)
{
    double gain;

    if (subject->activation != NULL && pytorch_gain(subject->activation->definition.key,
                                                    subject->parameters[0], &gain))
        return gain;
    return NAN;
}

static void write_gain_pytorch(const Subject *subject, Style style, GString *out)
{
    double gain = number_gain_pytorch(subject);

    if (isnan(gain))
        g_string_append(out, "none");
    else
        text_number(style, gain, 0, MOMENT_DIGITS, out);
}

/* --- Cost --- */

static double number_cost(const Subject *subject)
{
    return subject->value_ns > 0 ? subject->value_ns : NAN;
}

static void write_cost(const Subject *subject, Style style, GString *out)
{
    if (!(subject->value_ns > 0))
        return;
    text_number(style, subject->value_ns, 0, COST_DIGITS, out);
    g_string_append(out, ", with the slope ");
    text_number(style, subject->slope_ns, 0, COST_DIGITS, out);
}

const FactRow fact_rows[] = {
    {"formula", "formula", NEEDS_NOTHING, record_formula, NULL},
    {"derivative", "derivative", NEEDS_NOTHING, record_derivative, NULL},
    {"family", "family", NEEDS_NOTHING, record_family, NULL},
    {"aliases", "aliases", NEEDS_NOTHING, record_aliases, NULL},
    {"parameters", "parameters", NEEDS_NOTHING, record_parameters, NULL},
    {"frameworks", "frameworks", NEEDS_NOTHING, record_frameworks, NULL},
    {"relatives", "relatives", NEEDS_NOTHING, record_relatives, NULL},
    {"paper", "paper", NEEDS_NOTHING, record_paper, NULL},
    {"source", "source", NEEDS_NOTHING, record_source, NULL},
    {"use", "use", NEEDS_NOTHING, record_use, NULL},
    {"range", "range", NEEDS_FACTS, write_range, NULL},
    {"derivative_range", "range of $f'$", NEEDS_FACTS, write_derivative_range, NULL},
    {"lipschitz", "Lipschitz constant", NEEDS_FACTS, write_lipschitz, number_lipschitz},
    {"limits", "limits", NEEDS_FACTS, write_limits, NULL},
    {"asymptotes", "asymptotes", NEEDS_FACTS, write_asymptotes, NULL},
    {"negative_slope", "slope far left", NEEDS_FACTS, write_left_slope,
     number_left_slope},
    {"zeros", "zeros", NEEDS_FACTS, write_zeros, NULL},
    {"fixed_points", "fixed points", NEEDS_FACTS, write_fixed_points, NULL},
    {"extrema", "extrema", NEEDS_FACTS, write_extrema, NULL},
    {"inflections", "inflection points", NEEDS_FACTS, write_inflections, NULL},
    {"smoothness", "smoothness", NEEDS_FACTS, write_smoothness, NULL},
    {"switch_points", "switch points", NEEDS_FACTS, write_switch_points, NULL},
    {"monotone", "monotone", NEEDS_FACTS, write_monotone, NULL},
    {"convexity", "convex or concave", NEEDS_FACTS, write_convexity, NULL},
    {"symmetry", "symmetry", NEEDS_FACTS, write_symmetry, NULL},
    {"bounded", "bounded", NEEDS_FACTS, write_bounded, NULL},
    {"saturates", "saturates", NEEDS_FACTS, write_saturates, NULL},
    {"homogeneous", "positively homogeneous", NEEDS_FACTS, write_homogeneous, NULL},
    {"sparse", "share of exact zeros", NEEDS_FACTS, write_sparse, number_sparse},
    {"Ef", "mean of $f$", NEEDS_FACTS, write_ef, number_ef},
    {"Ef2", "mean of $f^2$", NEEDS_FACTS, write_ef2, number_ef2},
    {"Var", "variance of $f$", NEEDS_FACTS, write_var, number_var},
    {"Edf", "mean of $f'$", NEEDS_FACTS, write_edf, number_edf},
    {"Edf2", "mean of $f'^2$", NEEDS_FACTS, write_edf2, number_edf2},
    {"Ed2f2", "mean of $f''^2$", NEEDS_FACTS, write_ed2f2, number_ed2f2},
    {"gain", "gain for a mean square of 1", NEEDS_FACTS, write_gain, number_gain},
    {"gain_pytorch", "gain PyTorch uses", NEEDS_NOTHING, write_gain_pytorch,
     number_gain_pytorch},
    {"cost", "cost, ns an element", NEEDS_MEASURE, write_cost, number_cost},
    {0},
};

char *fact_row_label(const FactRow *row, Style style)
{
    g_auto(GStrv) parts = g_strsplit(row->label, "$", -1);

    if (style == STYLE_LATEX)
        return g_strdup(row->label);
    return g_strjoinv("", parts);
}

const FactRow *fact_row_find(const char *key)
{
    for (const FactRow *row = fact_rows; row->key != NULL; row++) {
        if (strcmp(row->key, key) == 0)
            return row;
    }
    return NULL;
}
