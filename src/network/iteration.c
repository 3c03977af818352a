/* iteration.c - the experiment `iteration`: one activation applied again and again. */
#include "formula/tape.h"
#include "network/records.h"

static const ExperimentParameter parameters[] = {
    {.key = "functions",
     .kind = PARAMETER_FUNCTIONS,
     .least = 1,
     .most = 20,
     .preset = "[tanh(2*x), gelu]",
     .help = "what is applied"},
    {.key = "starts",
     .kind = PARAMETER_NUMBERS,
     .minimum = -1e300,
     .maximum = 1e300,
     .least = 1,
     .most = 100,
     .preset = "[-2, -0.1, 0.1, 2]",
     .help = "the values that begin"},
    {.key = "steps",
     .kind = PARAMETER_WHOLE,
     .minimum = 1,
     .maximum = 10000,
     .preset = "20",
     .help = "how often"},
    {.key = NULL},
};

static bool run(const ExperimentSetup *setup, ExperimentResult *result,
                const ExperimentFunction **fault, GError **error)
{
    const GPtrArray *functions = experiment_value(setup, "functions")->functions;
    const GArray *starts = experiment_value(setup, "starts")->numbers;
    int steps = experiment_whole(setup, "steps");

    (void)fault;
    (void)error;
    result->x_label = g_strdup("applications");
    result->y_label = g_strdup("value");
    result->x_is_whole = true;
    for (guint i = 0; i < functions->len; i++) {
        const ExperimentFunction *function = g_ptr_array_index(functions, i);
        g_autoptr(Tape) tape = tape_new(function->formula, 0);
        for (guint k = 0; k < starts->len; k++) {
            ExperimentSeries *series = experiment_add_series(
                result, RESULT_LINE, (int)i, k == 0 ? function->label : NULL);
            double value = g_array_index(starts, double, k);
            experiment_add_point(series, 0, value);
            for (int step = 1; step <= steps; step++) {
                tape_evaluate_at(tape, value, &value);
                experiment_add_point(series, step, value);
            }
        }
    }
    return true;
}

const Experiment experiment_iteration = {
    .key = "iteration",
    .label = "Repeated application",
    .help = "where values go when one function is applied to them again and again",
    .parameters = parameters,
    .run = run,
};
