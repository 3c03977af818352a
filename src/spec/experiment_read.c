/* experiment_read.c - `experiment:` of figure files: a record's name and parameters. */
#include "spec/figure_fields.h"

#include "base/nearest.h"
#include "formula/respell.h"

#include <string.h>

static const char RUN[] = "run"; /* the key that names the experiment */

void experiment_spec_free(ExperimentSpec *experiment)
{
    if (!experiment)
        return;
    experiment_setup_free(experiment->setup);
    g_free(experiment);
}

static void report_experiment(Reader *reader, const DocumentNode *name)
{
    Nearest nearest;

    nearest_init(&nearest, name->text);
    for (const Experiment *const *each = experiments; *each; each++)
        nearest_offer(&nearest, (*each)->key);
    if (nearest.best)
        reports_add(reader->reports, name->span,
                    "unknown experiment '%s' (did you mean '%s'?)", name->text,
                    nearest.best);
    else
        reports_add(reader->reports, name->span,
                    "unknown experiment '%s' (see 'actplot list experiments')",
                    name->text);
}

static const ExperimentParameter *find_parameter(const Experiment *experiment,
                                                 const char *key)
{
    for (const ExperimentParameter *each = experiment->parameters; each->key; each++)
        if (strcmp(each->key, key) == 0)
            return each;
    return NULL;
}

static void report_parameter(Reader *reader, const Experiment *experiment,
                             const DocumentNode *key)
{
    g_autoptr(GString) known = g_string_new(RUN);
    Nearest nearest;

    nearest_init(&nearest, key->text);
    nearest_offer(&nearest, RUN);
    for (const ExperimentParameter *each = experiment->parameters; each->key; each++) {
        nearest_offer(&nearest, each->key);
        g_string_append_printf(known, ", %s", each->key);
    }
    if (nearest.best)
        reports_add(reader->reports, key->span,
                    "unknown key '%s' in the experiment '%s' (did you mean '%s'?)",
                    key->text, experiment->key, nearest.best);
    else
        reports_add(reader->reports, key->span,
                    "unknown key '%s' in the experiment '%s' (it knows %s)", key->text,
                    experiment->key, known->str);
}

/* Keys of the map that the experiment does not have. */
static void check_keys(Reader *reader, const Experiment *experiment,
                       const DocumentNode *map)
{
    for (unsigned i = 0; i + 1 < map->items->len; i += 2) {
        const DocumentNode *key = g_ptr_array_index(map->items, i);

        if (strcmp(key->text, RUN) != 0 && !find_parameter(experiment, key->text))
            report_parameter(reader, experiment, key);
    }
}

static void free_function(void *function)
{
    experiment_function_free(function);
}

/* One function: a formula, or a map with its label and colour. */
static void read_function(Reader *reader, const DocumentNode *node,
                          GPtrArray *functions)
{
    static const Field plot = {.key = "functions", .offset = offsetof(CurveSpec, plot)};
    CurveSpec *curve = curve_spec_new(NULL);
    const Scope *scope = &reader->definitions->scope;

    if (node->kind == DOCUMENT_LIST)
        reports_add(reader->reports, node->span,
                    "'functions' must hold formulas and maps, not a list");
    else if (node->kind == DOCUMENT_MAP)
        fields_read(reader, figure_fields, IN_FUNCTION, node, curve);
    else
        read_plot(reader, &plot, node, curve);
    if (node->kind == DOCUMENT_MAP && !document_get(node, "plot"))
        reports_add(reader->reports, node->span, "a function needs 'plot'");
    if (curve->plot &&
        check_formula(reader,
                      node->kind == DOCUMENT_MAP ? document_get(node, "plot") : node,
                      curve->plot, NULL)) {
        ExperimentFunction *function = g_new0(ExperimentFunction, 1);
        function->text = g_steal_pointer(&curve->plot);
        function->scope = scope;
        function->formula = formula_new(function->text, scope, NULL, NULL, NULL);
        function->label =
            curve->label ? g_steal_pointer(&curve->label)
                         : formula_label(function->text, scope, NULL, NOTATION_MARKUP);
        function->place = curve->place;
        function->has_color = curve->has_color;
        function->color = curve->color;
        g_ptr_array_add(functions, function);
    }
    curve_spec_free(curve);
}

static void read_functions(Reader *reader, const Field *field,
                           const ExperimentParameter *parameter,
                           const DocumentNode *node, ExperimentValue *value)
{
    g_clear_pointer(&value->functions, g_ptr_array_unref);
    value->functions = g_ptr_array_new_with_free_func(free_function);
    if (node->kind != DOCUMENT_LIST) { /* one function stands for itself */
        if (parameter->least > 1)
            node_is_list(reader, field, node, parameter->least, parameter->most);
        else
            read_function(reader, node, value->functions);
        return;
    }
    if (!node_is_list(reader, field, node, parameter->least, parameter->most))
        return;
    for (unsigned i = 0; i < node->items->len; i++)
        read_function(reader, g_ptr_array_index(node->items, i), value->functions);
}

static void read_list(Reader *reader, const Field *field, unsigned least, unsigned most,
                      const DocumentNode *node, ExperimentValue *value)
{
    GArray *numbers = read_numbers(reader, field, node, least, most);

    if (!numbers)
        return;
    g_clear_pointer(&value->numbers, g_array_unref);
    value->numbers = numbers;
}

static void read_span(Reader *reader, const Field *field, const DocumentNode *node,
                      ExperimentValue *value)
{
    read_list(reader, field, 2, 2, node, value);
    if (value->numbers && !(g_array_index(value->numbers, double, 0) <
                            g_array_index(value->numbers, double, 1)))
        reports_add(reader->reports, node->span,
                    "'%s' must rise: its first number is the lower end", field->key);
}

static void read_choice(Reader *reader, const ExperimentParameter *parameter,
                        const DocumentNode *node, ExperimentValue *value)
{
    unsigned count = g_strv_length((char **)(void *)parameter->words);
    g_autofree Word *words = g_new0(Word, count + 1);
    const Field field = {.key = parameter->key, .words = words};
    int index = 0;

    for (unsigned i = 0; i < count; i++)
        words[i] = (Word){parameter->words[i], (int)i};
    read_word(reader, &field, node, &index);
    value->number = index;
}

static void read_parameter(Reader *reader, const ExperimentParameter *parameter,
                           const DocumentNode *node, ExperimentValue *value)
{
    const Field field = {
        .key = parameter->key,
        .minimum = parameter->minimum,
        .maximum = parameter->maximum,
    };
    int whole = 0;

    switch (parameter->kind) {
    case PARAMETER_NUMBER:
        read_number(reader, &field, node, &value->number);
        break;
    case PARAMETER_WHOLE:
        read_whole(reader, &field, node, &whole);
        value->number = whole;
        break;
    case PARAMETER_WORD:
        read_choice(reader, parameter, node, value);
        break;
    case PARAMETER_NUMBERS:
        read_list(reader, &field, parameter->least, parameter->most, node, value);
        break;
    case PARAMETER_SPAN:
        read_span(reader, &field, node, value);
        break;
    case PARAMETER_FUNCTIONS:
        read_functions(reader, &field, parameter, node, value);
        break;
    }
}

/* The record's default, by the readers of files; at is where a fault of it is told: a
 * figure may define a function anew, so that a default means another thing. */
static void read_preset(Reader *reader, const ExperimentParameter *parameter, Span at,
                        ExperimentValue *value)
{
    Reader own = *reader;
    Reports reports;
    g_autoptr(DocumentNode) node = NULL;

    reports_init(&reports, "default", parameter->preset);
    own.reports = &reports;
    node = document_parse(parameter->preset, strlen(parameter->preset), &reports);
    if (node)
        read_parameter(&own, parameter, node, value);
    if (reports_any(&reports))
        reports_add(reader->reports, at,
                    "the default of '%s' (%s) cannot be read in this figure: give it a "
                    "value",
                    parameter->key, parameter->preset);
    for (unsigned i = 0; value->functions && i < value->functions->len; i++)
        ((ExperimentFunction *)g_ptr_array_index(value->functions, i))->place = at;
    reports_release(&reports);
}

void read_experiment(Reader *reader, const Field *field, const DocumentNode *node,
                     void *target)
{
    PanelSpec *panel = target;
    const bool is_map = node->kind == DOCUMENT_MAP;
    const DocumentNode *name = is_map ? document_get(node, RUN) : node;
    const Experiment *experiment;
    ExperimentSpec *spec = g_new0(ExperimentSpec, 1);

    experiment_spec_free(panel->experiment);
    panel->experiment = spec;
    if (!name) {
        reports_add(reader->reports, node->span,
                    "an experiment needs 'run', its name: see 'actplot list "
                    "experiments'");
        return;
    }
    if (name->kind != DOCUMENT_TEXT) {
        reports_add(reader->reports, name->span, "'%s' must be a name%s, not %s",
                    is_map ? RUN : field->key, is_map ? "" : " or a map",
                    document_kind_name(name->kind));
        return;
    }
    experiment = experiment_find(name->text);
    if (!experiment) {
        report_experiment(reader, name);
        return;
    }
    if (is_map)
        check_keys(reader, experiment, node);
    spec->setup = experiment_setup_new(experiment);
    spec->place = formula_place(name);
    for (unsigned i = 0; experiment->parameters[i].key; i++) {
        const ExperimentParameter *parameter = &experiment->parameters[i];
        const DocumentNode *given = is_map ? document_get(node, parameter->key) : NULL;

        if (given)
            read_parameter(reader, parameter, given, &spec->setup->values[i]);
        else
            read_preset(reader, parameter, spec->place, &spec->setup->values[i]);
    }
}
