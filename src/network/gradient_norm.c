/* gradient_norm.c - the experiment `gradient_norm`: how gradients shrink or grow on
 * their way back through a network. */
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
    double last;

    for (size_t l = 0; l < net->depth; l++)
        values[l] = depth_mean_square_root(net->layers[l].dz,
                                           net->layers[l].units * net->count);
    last = values[net->depth - 1];
    for (size_t l = 0; l < net->depth; l++)
        values[l] /= last;
}

static bool run(const ExperimentSetup *setup, ExperimentResult *result,
                const ExperimentFunction **fault, GError **error)
{
    static const DepthProfile profile = {
        .what = "gradients", .is_backward = true, .is_log = true, .measure = measure};

    result->title = g_strdup("Gradient norm by depth");
    result->y_label =
        g_strdup("$\\|\\partial L / \\partial z\\|$ relative to the last layer");
    return depth_run(&profile, setup, result, fault, error) &&
           depth_add_theory(THEORY_OF_GRADIENTS, setup, result, fault, error);
}

const Experiment experiment_gradient_norm = {
    .key = "gradient_norm",
    .label = "Gradient norm by depth",
    .help =
        "the norm of dL/dz in each layer of networks as they begin, relative to the "
        "last layer's, for a random gradient at the output",
    .source = "glorot2010",
    .parameters = parameters,
    .run = run,
};
