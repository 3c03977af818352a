/* experiment-maker.h - setups of experiments for tests: the defaults, and what differs.
 */
#ifndef ACTPLOT_TESTS_EXPERIMENT_MAKER_H
#define ACTPLOT_TESTS_EXPERIMENT_MAKER_H

#include "activation/activation.h"
#include "network/experiment.h"

#include <string.h>

static inline void maker_add_function(GPtrArray *functions, const char *text)
{
    ExperimentFunction *function = g_new0(ExperimentFunction, 1);

    function->text = g_strdup(text);
    function->label = g_strdup(text);
    function->scope = &activation_scope;
    function->formula = formula_new(text, &activation_scope, NULL, NULL, NULL);
    g_assert_nonnull(function->formula);
    g_ptr_array_add(functions, function);
}

static inline unsigned maker_word(const char *const *words, const char *word)
{
    for (unsigned i = 0; words[i]; i++)
        if (g_str_equal(words[i], word))
            return i;
    g_error("no word %s", word);
}

/* Reads what a figure file would say; lists are split at each `, `. */
static inline void maker_read(ExperimentValue *value,
                              const ExperimentParameter *parameter, const char *text)
{
    bool is_list = text[0] == '[';
    g_autofree char *inside = g_strndup(text + is_list, strlen(text) - 2 * is_list);
    g_auto(GStrv) items = g_strsplit(inside, ", ", -1);

    g_clear_pointer(&value->numbers, g_array_unref);
    g_clear_pointer(&value->functions, g_ptr_array_unref);
    value->number = parameter->kind == PARAMETER_WORD
                        ? maker_word(parameter->words, text)
                        : g_ascii_strtod(inside, NULL);
    if (parameter->kind == PARAMETER_NUMBERS || parameter->kind == PARAMETER_SPAN)
        value->numbers = g_array_new(FALSE, FALSE, sizeof(double));
    if (parameter->kind == PARAMETER_FUNCTIONS)
        value->functions =
            g_ptr_array_new_with_free_func((GDestroyNotify)experiment_function_free);
    for (char **item = items; *item; item++) {
        double number = g_ascii_strtod(*item, NULL);
        if (value->numbers)
            g_array_append_val(value->numbers, number);
        if (value->functions)
            maker_add_function(value->functions, *item);
    }
}

static inline void maker_set(ExperimentSetup *setup, const char *key, const char *text)
{
    const ExperimentParameter *parameters = setup->experiment->parameters;

    for (unsigned i = 0; parameters[i].key; i++)
        if (g_str_equal(parameters[i].key, key)) {
            maker_read(&setup->values[i], &parameters[i], text);
            return;
        }
    g_error("no parameter %s", key);
}

/* The defaults, then the keys and values of settings, which ends with NULL; NULL: none.
 */
static inline ExperimentSetup *maker_setup(const char *experiment,
                                           const char *const *settings)
{
    ExperimentSetup *setup = experiment_setup_new(experiment_find(experiment));
    const ExperimentParameter *parameters = setup->experiment->parameters;

    for (unsigned i = 0; parameters[i].key; i++)
        maker_set(setup, parameters[i].key, parameters[i].preset);
    for (unsigned i = 0; settings && settings[i]; i += 2)
        maker_set(setup, settings[i], settings[i + 1]);
    return setup;
}

/* Its result, which is not one that was kept. */
static inline ExperimentResult *maker_run(const char *experiment,
                                          const char *const *settings)
{
    g_autoptr(ExperimentSetup) setup = maker_setup(experiment, settings);
    g_autoptr(GError) error = NULL;
    const ExperimentFunction *fault;
    ExperimentResult *result;

    experiment_forget();
    result = experiment_run(setup, &fault, &error);
    g_assert_no_error(error);
    g_assert_nonnull(result);
    experiment_forget();
    return result;
}

#define MAKER_RUN(experiment, ...)                                                     \
    maker_run(experiment, (const char *const[]){__VA_ARGS__, NULL})

/* That it fails, with this in its message. */
static inline void maker_assert_fails(const char *experiment,
                                      const char *const *settings, const char *part)
{
    g_autoptr(ExperimentSetup) setup = maker_setup(experiment, settings);
    g_autoptr(GError) error = NULL;
    const ExperimentFunction *fault;

    g_assert_null(experiment_run(setup, &fault, &error));
    g_assert_nonnull(error);
    g_assert_nonnull(strstr(error->message, part));
}

#define MAKER_ASSERT_FAILS(experiment, part, ...)                                      \
    maker_assert_fails(experiment, (const char *const[]){__VA_ARGS__, NULL}, part)

static inline const ExperimentSeries *maker_series(const ExperimentResult *result,
                                                   unsigned i)
{
    g_assert_cmpuint(i, <, result->series->len);
    return g_ptr_array_index(result->series, i);
}

static inline double maker_y(const ExperimentResult *result, unsigned series,
                             unsigned i)
{
    return g_array_index(maker_series(result, series)->points, Point, i).y;
}

/* That two results are the same to the last bit. */
static inline void maker_assert_points(const GArray *a, const GArray *b)
{
    g_assert_true((a == NULL) == (b == NULL));
    if (a) {
        g_assert_cmpuint(a->len, ==, b->len);
        g_assert_true(memcmp(a->data, b->data, a->len * sizeof(Point)) == 0);
    }
}

static inline void maker_assert_same(const ExperimentResult *a,
                                     const ExperimentResult *b)
{
    g_assert_cmpuint(a->series->len, ==, b->series->len);
    for (unsigned i = 0; i < a->series->len; i++) {
        maker_assert_points(maker_series(a, i)->points, maker_series(b, i)->points);
        maker_assert_points(maker_series(a, i)->low, maker_series(b, i)->low);
        maker_assert_points(maker_series(a, i)->high, maker_series(b, i)->high);
    }
}

#endif
