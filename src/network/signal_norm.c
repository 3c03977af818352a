/* signal_norm.c - the experiment `signal_norm`: how signals shrink or grow on their way
 * through a network. */
#include "network/depth.h"
#include "network/depth_theory.h"
#include "network/records.h"

static const ExperimentParameter parameters[] = {
    DEPTH_PARAMETERS("[sigmoid, tanh, relu]"),
    DEPTH_THEORY,
    {.key = NULL},
};

static void measure(const Perceptron *net, double *values)
{
    for (size_t l = 0; l < net->depth; l++)
        values[l] =
            depth_mean_square_root(net->layers[l].a, net->layers[l].units * net->count);
}

static bool run(const ExperimentSetup *setup, ExperimentResult *result,
                const ExperimentFunction **fault, GError **error)
{
    static const DepthProfile profile = {
        .what = "outputs", .is_log = true, .measure = measure};

    result->title = g_strdup("Size of signals by depth");
    result->y_label = g_strdup("root mean square of $a$");
    return depth_run(&profile, setup, result, fault, error) &&
           depth_add_theory(THEORY_OF_SIGNALS, setup, result, fault, error);
}

const Experiment experiment_signal_norm = {
    .key = "signal_norm",
    .label = "Size of signals by depth",
    .help =
        "the root mean square of each layer's outputs in networks as they begin, for "
        "standard normal inputs",
    .source = "he2015",
    .parameters = parameters,
    .run = run,
};
