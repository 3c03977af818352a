/* depth.c - networks that begin, run once and measured layer by layer. */
#include "network/depth.h"

#include "base/error.h"
#include "network/random.h"
#include "network/runs.h"

#include <math.h>

typedef struct {
    const DepthProfile *profile;
    const Plan *plan;
    const GPtrArray *tapes; /* one a function */
    double *values;         /* depth of a seed, seeds of a function */
} Measurement;

static void set_activation(Perceptron *net, const Tape *tape)
{
    for (size_t l = 0; l < net->depth; l++)
        net->layers[l].activation = tape;
}

/* All functions in the network of one seed. */
static void run_seed(unsigned seed, void *data)
{
    const Measurement *work = data;
    const Plan *plan = work->plan;
    size_t inputs = plan->widths[0] * plan->batch;
    size_t outputs = plan->widths[plan->depth] * plan->batch;
    g_autoptr(Perceptron) net =
        perceptron_new(plan->widths, plan->depth, plan->batch, NULL);
    g_autofree double *input = g_new(double, inputs), *target = g_new(double, outputs);
    uint64_t key = plan_seed(plan, seed);

    perceptron_initialise(net, &plan->initial, key);
    random_fill_normal(input, inputs, 1, key, STREAM_INPUT);
    random_fill_normal(target, outputs, 1, key, STREAM_TARGET);
    for (guint i = 0; i < work->tapes->len; i++) {
        set_activation(net, g_ptr_array_index(work->tapes, i));
        perceptron_forward(net, input, plan->batch);
        if (work->profile->is_backward)
            perceptron_backward(net, target);
        work->profile->measure(net,
                               work->values + (i * plan->seeds + seed) * plan->depth);
    }
}

/* Whether at least one layer has something to show. */
static bool add_function(const Measurement *work, ExperimentResult *result,
                         const ExperimentFunction *function, unsigned index)
{
    const Plan *plan = work->plan;
    const double *values = work->values + (size_t)index * plan->seeds * plan->depth;
    ExperimentSeries *series =
        experiment_add_series(result, RESULT_LINE, (int)index, function->label);
    unsigned shown = 0;

    for (size_t l = 0; l < plan->depth; l++)
        shown += plan_add_spread(plan, series, (double)l + 1, values + l, plan->depth,
                                 work->profile->is_log);
    return shown > 0;
}

static bool add_all(const Measurement *work, ExperimentResult *result,
                    const GPtrArray *functions, const ExperimentFunction **fault,
                    GError **error)
{
    for (guint i = 0; i < functions->len; i++) {
        const ExperimentFunction *function = g_ptr_array_index(functions, i);
        if (add_function(work, result, function, i))
            continue;
        *fault = function;
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                    "with '%s' the %s of every layer are %snot finite", function->text,
                    work->profile->what, work->profile->is_log ? "0 or " : "");
        return false;
    }
    return true;
}

bool depth_run(const DepthProfile *profile, const ExperimentSetup *setup,
               ExperimentResult *result, const ExperimentFunction **fault,
               GError **error)
{
    const GPtrArray *functions = experiment_value(setup, "functions")->functions;
    g_autofree Plan *plan = g_new0(Plan, 1);
    g_autofree char *network = NULL, *seeds = NULL;
    g_autoptr(GPtrArray) tapes =
        g_ptr_array_new_with_free_func((GDestroyNotify)tape_free);
    g_autofree double *values = NULL;
    unsigned runs;

    plan_read_deep(plan, setup);
    runs = functions->len * plan->seeds;
    if (!plan_check(plan, (profile->is_backward ? 2.0 : 1.0) * runs, plan->batch,
                    error))
        return false;
    for (guint i = 0; i < functions->len; i++) {
        const ExperimentFunction *function = g_ptr_array_index(functions, i);
        g_ptr_array_add(tapes, tape_new(function->formula, 1));
    }
    values = g_new0(double, runs * plan->depth);
    Measurement work = {profile, plan, tapes, values};
    runs_do(plan->seeds, run_seed, &work);
    network = plan_print(plan);
    seeds = plan_print_seeds(plan, "median and quartiles");
    result->subtitle = g_strconcat(network, seeds, NULL);
    result->x_label = g_strdup("layer");
    result->x_is_whole = true;
    result->y_is_log = profile->is_log;
    return add_all(&work, result, functions, fault, error);
}

double depth_mean_square_root(const double *values, size_t count)
{
    double sum = 0;

    for (size_t i = 0; i < count; i++)
        sum += values[i] * values[i];
    return sqrt(sum / (double)count);
}
