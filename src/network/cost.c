/* cost.c - the experiment `cost`: what activations take to compute, on this machine. */
#include "activation/cost.h"
#include "network/records.h"

static const ExperimentParameter parameters[] = {
    {.key = "functions",
     .kind = PARAMETER_FUNCTIONS,
     .least = 1,
     .most = 100,
     .preset = "[relu, leaky_relu, silu, sigmoid, tanh, gelu, mish]",
     .help = "what is measured, one bar each"},
    {.key = NULL},
};

static void add_series(ExperimentResult *result, const GPtrArray *functions, int order,
                       const char *label)
{
    ExperimentSeries *series = experiment_add_series(result, RESULT_BARS, order, label);

    for (guint i = 0; i < functions->len; i++) {
        const ExperimentFunction *function = g_ptr_array_index(functions, i);
        experiment_add_point(series, i, cost_measure(function->formula, order));
    }
}

static bool run(const ExperimentSetup *setup, ExperimentResult *result,
                const ExperimentFunction **fault, GError **error)
{
    const GPtrArray *functions = experiment_value(setup, "functions")->functions;

    (void)fault;
    (void)error;
    result->title = g_strdup("Cost on this machine");
    result->y_label = g_strdup("ns an element");
    result->names = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < functions->len; i++) {
        const ExperimentFunction *function = g_ptr_array_index(functions, i);
        g_ptr_array_add(result->names, g_strdup(function->label));
    }
    add_series(result, functions, 0, "$f$");
    add_series(result, functions, 1, "$f$ and $f'$");
    return true;
}

const Experiment experiment_cost = {
    .key = "cost",
    .label = "Cost",
    .help =
        "nanoseconds an element of f, and of f with f′, measured here and now on one "
        "thread: no two runs and no two machines give the same figure",
    .parameters = parameters,
    .run = run,
};
