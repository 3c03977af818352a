/* test-experiment.c - setups, results, and what is kept of them. */
#include "activation/activation.h"
#include "network/experiment.h"

#include <math.h>
#include <string.h>

static ExperimentFunction *function_new(const char *text)
{
    ExperimentFunction *function = g_new0(ExperimentFunction, 1);

    function->text = g_strdup(text);
    function->label = g_strdup(text);
    function->scope = &activation_scope;
    function->formula = formula_new(text, &activation_scope, NULL, NULL, NULL);
    g_assert_nonnull(function->formula);
    return function;
}

/* `iteration` of one function from one start. */
static ExperimentSetup *iteration_new(const char *text, double start, int steps)
{
    ExperimentSetup *setup = experiment_setup_new(experiment_find("iteration"));
    GArray *starts = g_array_new(FALSE, FALSE, sizeof(double));

    g_array_append_val(starts, start);
    setup->values[0].functions =
        g_ptr_array_new_with_free_func((GDestroyNotify)experiment_function_free);
    g_ptr_array_add(setup->values[0].functions, function_new(text));
    setup->values[1].numbers = starts;
    setup->values[2].number = steps;
    return setup;
}

static void test_find(void)
{
    g_assert_nonnull(experiment_find("iteration"));
    g_assert_null(experiment_find("iterations"));
    for (const Experiment *const *each = experiments; *each; each++)
        g_assert_true(experiment_find((*each)->key) == *each);
}

static void test_iteration(void)
{
    g_autoptr(ExperimentSetup) setup = iteration_new("x/2", 1, 5);
    const ExperimentFunction *fault;
    g_autoptr(ExperimentResult) result = experiment_run(setup, &fault, NULL);
    const ExperimentSeries *series;

    g_assert_nonnull(result);
    g_assert_cmpuint(result->series->len, ==, 1);
    series = g_ptr_array_index(result->series, 0);
    g_assert_cmpuint(series->points->len, ==, 6);
    for (int i = 0; i <= 5; i++) {
        Point point = g_array_index(series->points, Point, i);
        g_assert_cmpfloat(point.x, ==, i);
        g_assert_cmpfloat(point.y, ==, ldexp(1, -i));
    }
}

/* Orbits by the million are refused, not kept. */
static void test_bounds(void)
{
    g_autoptr(ExperimentSetup) setup = iteration_new("tanh", 1, 10000);
    g_autoptr(GError) error = NULL;
    const ExperimentFunction *fault;

    for (int i = 1; i < 201; i++) {
        double start = i;
        g_array_append_val(setup->values[1].numbers, start);
    }
    g_assert_null(experiment_run(setup, &fault, &error));
    g_assert_nonnull(strstr(error->message, "2010000 values"));
}

/* The same setup gives the same result again; another start, another one. */
static void test_kept(void)
{
    g_autoptr(ExperimentSetup) setup = iteration_new("tanh", 1, 5);
    g_autoptr(ExperimentSetup) other = iteration_new("tanh", 2, 5);
    g_autoptr(ExperimentSetup) another = iteration_new("sin", 1, 5);
    const ExperimentFunction *fault;
    g_autoptr(ExperimentResult) first = experiment_run(setup, &fault, NULL);
    g_autoptr(ExperimentResult) second = experiment_run(setup, &fault, NULL);
    g_autoptr(ExperimentResult) third = experiment_run(other, &fault, NULL);
    g_autoptr(ExperimentResult) fourth = experiment_run(another, &fault, NULL);

    g_assert_true(first == second);
    g_assert_true(first != third);
    g_assert_true(first != fourth);
    experiment_forget();
    for (int i = 0; i < 100; i++) {
        g_autoptr(ExperimentSetup) many = iteration_new("tanh", i, 2);
        g_autoptr(ExperimentResult) result = experiment_run(many, &fault, NULL);
        g_assert_nonnull(result);
    }
    experiment_forget();
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/experiment/find", test_find);
    g_test_add_func("/experiment/iteration", test_iteration);
    g_test_add_func("/experiment/bounds", test_bounds);
    g_test_add_func("/experiment/kept", test_kept);
    return g_test_run();
}
