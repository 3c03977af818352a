/* sparsity.c - the experiment `sparsity`: how many units say exactly nothing. */
#include "network/depth.h"
#include "network/records.h"

#include <math.h>

static const ExperimentParameter parameters[] = {
    DEPTH_PARAMETERS("[relu, hard_shrink, leaky_relu]"),
    {.key = NULL},
};

static void measure(const Perceptron *net, double *values)
{
    for (size_t l = 0; l < net->depth; l++) {
        const Layer *layer = &net->layers[l];
        size_t cells = layer->units * net->count, zeros = 0;
        bool is_finite = true;
        for (size_t i = 0; i < cells; i++) {
            zeros += layer->a[i] == 0;
            is_finite = is_finite && isfinite(layer->a[i]);
        }
        values[l] = is_finite ? (double)zeros / (double)cells : NAN;
    }
}

static bool run(const ExperimentSetup *setup, ExperimentResult *result,
                const ExperimentFunction **fault, GError **error)
{
    static const DepthProfile profile = {.what = "outputs", .measure = measure};

    result->title = g_strdup("Sparsity by depth");
    result->y_label = g_strdup("share of exact zeros");
    return depth_run(&profile, setup, result, fault, error);
}

const Experiment experiment_sparsity = {
    .key = "sparsity",
    .label = "Sparsity by depth",
    .help = "the share of outputs that are exactly 0 in each layer of networks as they "
            "begin, for standard normal inputs",
    .source = "glorot2011",
    .parameters = parameters,
    .run = run,
};
