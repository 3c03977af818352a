/* plan.h - the networks that an experiment is told to build: what its parameters say of
 * them, in one place for all experiments.
 */
#ifndef ACTPLOT_NETWORK_PLAN_H
#define ACTPLOT_NETWORK_PLAN_H

#include "network/experiment.h"
#include "network/perceptron.h"

/* Rows of parameters with the defaults of an experiment. */
#define PLAN_FUNCTIONS(functions)                                                      \
    {                                                                                  \
        .key = "functions", .kind = PARAMETER_FUNCTIONS, .least = 1, .most = 20,       \
        .preset = functions, .help = "the activations, each in networks of its own"    \
    }
#define PLAN_DEPTH(depth)                                                              \
    {                                                                                  \
        .key = "depth", .kind = PARAMETER_WHOLE, .minimum = 1, .maximum = 1000,        \
        .preset = depth, .help = "layers"                                              \
    }
#define PLAN_WIDTH(width)                                                              \
    {                                                                                  \
        .key = "width", .kind = PARAMETER_WHOLE, .minimum = 1, .maximum = 2048,        \
        .preset = width, .help = "units of each layer"                                 \
    }
#define PLAN_HIDDEN(hidden)                                                            \
    {                                                                                  \
        .key = "hidden", .kind = PARAMETER_NUMBERS, .minimum = 1, .maximum = 1024,     \
        .least = 1, .most = 20, .preset = hidden, .help = "units of each hidden layer" \
    }
#define PLAN_BATCH(batch, what)                                                        \
    {                                                                                  \
        .key = "batch", .kind = PARAMETER_WHOLE, .minimum = 1, .maximum = 10000,       \
        .preset = batch, .help = what                                                  \
    }
#define PLAN_INITIAL(word)                                                             \
    {                                                                                  \
        .key = "init", .kind = PARAMETER_WORD, .words = initial_words, .preset = word, \
        .help = "the weights' deviation, n inputs, m units: he √(2/n), xavier "      \
                "√(2/(n+m)), lecun √(1/n); or orthogonal rows"                     \
    }
#define PLAN_SIGMAS                                                                    \
    {.key = "sigma_w",                                                                 \
     .kind = PARAMETER_NUMBER,                                                         \
     .minimum = 1e-6,                                                                  \
     .maximum = 1e6,                                                                   \
     .preset = "1",                                                                    \
     .help = "a factor of all weights at the start; with lecun it is theory's σ_w"},   \
    {                                                                                  \
        .key = "sigma_b", .kind = PARAMETER_NUMBER, .minimum = 0, .maximum = 1e6,      \
        .preset = "0", .help = "the biases' deviation at the start"                    \
    }
#define PLAN_SEEDS(seeds)                                                              \
    {.key = "seeds",                                                                   \
     .kind = PARAMETER_WHOLE,                                                          \
     .minimum = 1,                                                                     \
     .maximum = 1000,                                                                  \
     .preset = seeds,                                                                  \
     .help = "networks of each kind; the same seeds for all activations"},             \
    {                                                                                  \
        .key = "seed", .kind = PARAMETER_WHOLE, .minimum = 0, .maximum = 1e9,          \
        .preset = "1", .help = "the first network's seed; the others count on from it" \
    }

extern const char *const initial_words[]; /* in InitialKind's order */

typedef struct {
    size_t widths[1002]; /* the inputs, then each layer */
    size_t depth;        /* layers */
    unsigned batch, seeds;
    Initial initial;
    const ExperimentSetup *setup;
} Plan;

/* All layers as wide as `width`, inputs too; `depth`, `batch`, `seeds`, `init`. */
void plan_read_deep(Plan *plan, const ExperimentSetup *setup);

/* `hidden` between that many inputs and outputs. */
void plan_read_hidden(Plan *plan, const ExperimentSetup *setup, size_t inputs,
                      size_t outputs);

/* The key of random numbers of a seed, counted from 0. */
uint64_t plan_seed(const Plan *plan, unsigned seed);

/* Streams of random numbers beside those of the layers, which count from 0. */
enum { STREAM_INPUT = 1 << 20, STREAM_TARGET, STREAM_SHUFFLE };

/* False, with error and a hint, where that many passes of a whole network, each of so
 * many samples in batches, would take one processor more than about a minute, or one
 * network too much room. passes counts a product of a layer's weights and its samples
 * as one. */
bool plan_check(const Plan *plan, double passes, double samples, GError **error);

/* `20 layers of 64 units, He initialisation`, with the sigmas that are other than the
 * defaults; markup, the caller's. */
char *plan_print(const Plan *plan);

/* `, median of 10 seeds`, where shown is `median`, or nothing for one; the caller's. */
char *plan_print_seeds(const Plan *plan, const char *shown);

/* A point of the median and, of more than one seed, a band of quartiles, from the
 * seeds' values[i*step]; a gap where one is not finite, or is not above 0 and is_log.
 * Whether there is a point. */
bool plan_add_spread(const Plan *plan, ExperimentSeries *series, double x,
                     const double *values, size_t step, bool is_log);

#endif
