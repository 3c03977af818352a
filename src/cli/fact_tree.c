/* fact_tree.c - all facts of a function as nested values. */
#include "cli/fact_tree.h"

#include "activation/pytorch_gain.h"
#include "cli/fact_rows.h"

#include <math.h>

static Tree *number(double value)
{
    return tree_number(value, TREE_FACT_DIGITS);
}

static Tree *texts(const char *const *list)
{
    Tree *array = tree_array();

    for (int i = 0; list != NULL && list[i] != NULL; i++)
        tree_push(array, tree_text(list[i]));
    return array;
}

/* --- What the record says --- */

static Tree *parameter_tree(const Parameter *parameter, double value)
{
    Tree *object = tree_object();

    tree_put(object, "name", tree_text(parameter->name));
    tree_put(object, "symbol", tree_text(parameter->symbol));
    tree_put(object, "value", tree_number(value, TREE_EXACT_DIGITS));
    tree_put(object, "default", tree_number(parameter->value, TREE_EXACT_DIGITS));
    tree_put(object, "minimum", tree_number(parameter->minimum, TREE_EXACT_DIGITS));
    tree_put(object, "minimum_open", tree_flag(parameter->minimum_open));
    tree_put(object, "maximum", tree_number(parameter->maximum, TREE_EXACT_DIGITS));
    tree_put(object, "maximum_open", tree_flag(parameter->maximum_open));
    tree_put(object, "help", tree_text(parameter->help));
    return object;
}

static Tree *relatives(const Activation *activation)
{
    const Relative *relative = activation->relatives;
    Tree *array = tree_array();

    for (; relative != NULL && relative->key != NULL; relative++) {
        Tree *object = tree_object();
        tree_put(object, "name", tree_text(relative->key));
        tree_put(object, "difference", tree_text(relative->help));
        tree_put(object, "same", tree_text(relative->same));
        tree_push(array, object);
    }
    return array;
}

/* The derivative by hand, or else as computed; NULL: too long. The caller's. */
static char *derivative_text(const Subject *subject)
{
    g_autoptr(Formula) derivative = NULL;

    if (subject->definition != NULL && subject->definition->derivative != NULL)
        return g_strdup(subject->definition->derivative);
    derivative = formula_derivative(subject->formula);
    return formula_print(derivative);
}

static void put_definition(Tree *tree, const Subject *subject)
{
    const Definition *definition = subject->definition;
    const Parameter *known = definition != NULL ? definition->parameters : NULL;
    g_autofree char *derivative = derivative_text(subject);
    Tree *parameters = tree_array();

    for (unsigned i = 0; known != NULL && known[i].name != NULL; i++)
        tree_push(parameters, parameter_tree(&known[i], subject->parameters[i]));
    tree_put(tree, "name", tree_text(definition != NULL ? definition->key : NULL));
    tree_put(tree, "label", tree_text(definition != NULL ? definition->label : NULL));
    tree_put(tree, "aliases", texts(definition != NULL ? definition->aliases : NULL));
    tree_put(tree, "parameters", parameters);
    tree_put(tree, "formula",
             tree_text(definition != NULL ? definition->formula : subject->text));
    tree_put(tree, "derivative", tree_text(derivative));
}

static void put_record(Tree *tree, const Activation *activation)
{
    tree_put(tree, "family", tree_text(activation->family));
    tree_put(tree, "frameworks", texts(activation->frameworks));
    tree_put(tree, "paper", tree_text(activation->paper));
    tree_put(tree, "year",
             activation->year > 0 ? tree_number(activation->year, TREE_EXACT_DIGITS)
                                  : tree_null());
    tree_put(tree, "source", tree_text(activation->source));
    tree_put(tree, "use", tree_text(activation->help));
    tree_put(tree, "relatives", relatives(activation));
}

static void put_typeset(Tree *tree, const Subject *subject)
{
    g_autofree char *formula = subject_formula(subject, NOTATION_LATEX);
    g_autofree char *derivative = subject_derivative(subject, NOTATION_LATEX);

    tree_put(tree, "formula_tex", tree_text(formula));
    tree_put(tree, "derivative_tex", tree_text(derivative));
}

/* --- Facts --- */

/* Why facts are not there, by their places. */
typedef struct {
    Tree *reasons, *errors;
} Notes;

static Tree *fact(const Notes *notes, const char *path, const Fact *value)
{
    if (isnan(value->value))
        tree_put(notes->reasons, path, tree_text(value->reason));
    else if (value->error > 0)
        tree_put(notes->errors, path, tree_number(value->error, 2));
    return number(value->value);
}

static Tree *stretch(const Stretch *at)
{
    Tree *object;

    if (at->lo == at->hi)
        return number(at->lo);
    object = tree_object();
    tree_put(object, "from", number(at->lo));
    tree_put(object, "from_open", tree_flag(at->lo_open || isinf(at->lo)));
    tree_put(object, "to", number(at->hi));
    tree_put(object, "to_open", tree_flag(at->hi_open || isinf(at->hi)));
    return object;
}

static Tree *stretches(const GArray *list)
{
    Tree *array = tree_array();

    for (unsigned i = 0; i < list->len; i++)
        tree_push(array, stretch(&g_array_index(list, Stretch, i)));
    return array;
}

static Tree *range_end(const Notes *notes, const char *path, const RangeEnd *end)
{
    const Fact value = {end->value, end->error, end->reason};
    Tree *object = tree_object();

    tree_put(object, "value", fact(notes, path, &value));
    tree_put(object, "closed", tree_flag(end->closed));
    tree_put(object, "at", stretches(end->at));
    return object;
}

static Tree *range(const Notes *notes, const char *const paths[2],
                   const RangeEnd ends[2])
{
    Tree *object = tree_object();

    tree_put(object, "low", range_end(notes, paths[0], &ends[0]));
    tree_put(object, "high", range_end(notes, paths[1], &ends[1]));
    return object;
}

static Tree *asymptote(const Notes *notes, const char *const paths[3],
                       const Asymptote *line)
{
    Tree *object = tree_object();

    tree_put(object, "limit", fact(notes, paths[0], &line->limit));
    tree_put(object, "slope", fact(notes, paths[1], &line->slope));
    tree_put(object, "intercept", fact(notes, paths[2], &line->intercept));
    return object;
}

static Tree *extremum(const Extremum *at)
{
    Tree *object = tree_object();

    tree_put(object, "kind", tree_text(at->maximum ? "maximum" : "minimum"));
    tree_put(object, "x", stretch(&at->at));
    tree_put(object, "f", number(at->value));
    return object;
}

static Tree *switch_point(const SwitchFact *at)
{
    const Switch *found = &at->at;
    Tree *object = tree_object();
    bool named = found->kind != SWITCH_SMOOTH;

    tree_put(object, "x", number(found->x));
    tree_put(object, "kind",
             tree_text(named ? switch_kind_name(found->kind) : "higher"));
    tree_put(object, "order", tree_number(at->order, TREE_FACT_DIGITS));
    tree_put(object, "f_left", number(found->left.f));
    tree_put(object, "f_right", number(found->right.f));
    tree_put(object, "f", number(found->at.f));
    tree_put(object, "df_left", number(found->left.df));
    tree_put(object, "df_right", number(found->right.df));
    tree_put(object, "df", number(found->at.df));
    return object;
}

static void put_extent(Tree *extents, const char *key, const Extent *extent)
{
    Tree *object;

    if (extent->window == 0)
        return;
    object = tree_object();
    tree_put(object, "within", number(extent->window));
    tree_put(object, "endless", tree_flag(extent->endless));
    tree_put(extents, key, object);
}

static void put_places(Tree *tree, const Facts *facts)
{
    Tree *extrema = tree_array(), *switches = tree_array(), *extents = tree_object();

    for (unsigned i = 0; i < facts->extrema->len; i++)
        tree_push(extrema, extremum(&g_array_index(facts->extrema, Extremum, i)));
    for (unsigned i = 0; i < facts->switch_points->len; i++)
        tree_push(switches,
                  switch_point(&g_array_index(facts->switch_points, SwitchFact, i)));
    tree_put(tree, "zeros", stretches(facts->zeros.stretches));
    tree_put(tree, "fixed_points", stretches(facts->fixed_points.stretches));
    tree_put(tree, "extrema", extrema);
    tree_put(tree, "inflections", stretches(facts->inflections.stretches));
    tree_put(tree, "smoothness", tree_text(facts->smoothness));
    tree_put(tree, "switch_points", switches);
    put_extent(extents, "zeros", &facts->zeros.extent);
    put_extent(extents, "fixed_points", &facts->fixed_points.extent);
    put_extent(extents, "extrema", &facts->extrema_extent);
    put_extent(extents, "inflections", &facts->inflections.extent);
    put_extent(extents, "switch_points", &facts->switch_extent);
    tree_put(tree, "windows", extents);
}

static Tree *properties(const Facts *facts)
{
    Tree *object = tree_object();

    tree_put(object, "monotone", tree_text(monotone_text(facts)));
    tree_put(object, "convex", tree_flag(facts->convex));
    tree_put(object, "concave", tree_flag(facts->concave));
    tree_put(object, "odd", tree_flag(facts->odd));
    tree_put(object, "even", tree_flag(facts->even));
    tree_put(object, "bounded_above", tree_flag(facts->bounded_above));
    tree_put(object, "bounded_below", tree_flag(facts->bounded_below));
    tree_put(object, "saturates", tree_text(saturation_text(facts)));
    tree_put(object, "positively_homogeneous", tree_flag(facts->homogeneous));
    tree_put(object, "sparse", number(facts->sparsity));
    return object;
}

static Tree *moments(const Notes *notes, const Facts *facts)
{
    static const char *const paths[MOMENT_COUNT] = {"moments.Ef",   "moments.Ef2",
                                                    "moments.Var",  "moments.Edf",
                                                    "moments.Edf2", "moments.Ed2f2"};
    Tree *object = tree_object();

    for (int i = 0; i < MOMENT_COUNT; i++)
        tree_put(object, moment_name((MomentKind)i),
                 fact(notes, paths[i], &facts->moments[i]));
    return object;
}

static void put_gains(Tree *tree, const Notes *notes, const Subject *subject)
{
    double gain = NAN;

    tree_put(tree, "gain", fact(notes, "gain", &subject->facts->gain));
    if (subject->activation != NULL)
        pytorch_gain(subject->activation->definition.key, subject->parameters[0],
                     &gain);
    tree_put(tree, "gain_pytorch", number(gain));
}

static void put_cost(Tree *tree, const Subject *subject)
{
    Tree *cost = tree_object();

    tree_put(cost, "f_ns", tree_number(subject->value_ns, 3));
    tree_put(cost, "f_df_ns", tree_number(subject->slope_ns, 3));
    tree_put(tree, "cost", cost);
}

static void put_facts(Tree *tree, const Subject *subject)
{
    static const char *const range_paths[] = {"range.low", "range.high"};
    static const char *const slope_paths[] = {"derivative_range.low",
                                              "derivative_range.high"};
    static const char *const left_paths[] = {
        "asymptotes.left.limit", "asymptotes.left.slope", "asymptotes.left.intercept"};
    static const char *const right_paths[] = {"asymptotes.right.limit",
                                              "asymptotes.right.slope",
                                              "asymptotes.right.intercept"};
    const Facts *facts = subject->facts;
    const Notes notes = {tree_object(), tree_object()};
    Tree *asymptotes = tree_object();

    tree_put(tree, "range", range(&notes, range_paths, facts->range));
    tree_put(tree, "derivative_range",
             range(&notes, slope_paths, facts->derivative_range));
    tree_put(tree, "lipschitz", fact(&notes, "lipschitz", &facts->lipschitz));
    tree_put(asymptotes, "left", asymptote(&notes, left_paths, &facts->left));
    tree_put(asymptotes, "right", asymptote(&notes, right_paths, &facts->right));
    tree_put(tree, "asymptotes", asymptotes);
    put_places(tree, facts);
    tree_put(tree, "properties", properties(facts));
    tree_put(tree, "moments", moments(&notes, facts));
    put_gains(tree, &notes, subject);
    tree_put(tree, "reasons", notes.reasons);
    tree_put(tree, "errors", notes.errors);
}

Tree *fact_tree(const Subject *subject)
{
    Tree *tree = tree_object();

    tree_put(tree, "asked", tree_text(subject->text));
    put_definition(tree, subject);
    if (subject->activation != NULL)
        put_record(tree, subject->activation);
    put_typeset(tree, subject);
    put_facts(tree, subject);
    if (subject->value_ns > 0)
        put_cost(tree, subject);
    return tree;
}
