/* trainer.h - a network that learns a task: batches, losses, steps.
 *
 * The loss of a sample of sign s is log(1 + exp(-s*z)), z what the network's only
 * output says of it; gradients are of the mean over a batch.
 */
#ifndef ACTPLOT_NETWORK_TRAINER_H
#define ACTPLOT_NETWORK_TRAINER_H

#include "network/plan.h"
#include "network/task.h"

/* Rows of parameters. */
#define TRAINER_PARAMETERS(optimizer_, rate, epochs_)                                  \
    {.key = "optimizer",                                                               \
     .kind = PARAMETER_WORD,                                                           \
     .words = optimizer_words,                                                         \
     .preset = optimizer_,                                                             \
     .help = "steps along the gradient, or Adam's"},                                   \
        {.key = "learning_rate",                                                       \
         .kind = PARAMETER_NUMBER,                                                     \
         .minimum = 1e-9,                                                              \
         .maximum = 1e3,                                                               \
         .preset = rate,                                                               \
         .help = "length of a step"},                                                  \
        {.key = "epochs",                                                              \
         .kind = PARAMETER_WHOLE,                                                      \
         .minimum = 1,                                                                 \
         .maximum = 100000,                                                            \
         .preset = epochs_,                                                            \
         .help = "how often all samples are seen"},                                    \
        {.key = "samples",                                                             \
         .kind = PARAMETER_WHOLE,                                                      \
         .minimum = 20,                                                                \
         .maximum = 10000,                                                             \
         .preset = "200",                                                              \
         .help = "points of both spirals"},                                            \
    {                                                                                  \
        .key = "turns", .kind = PARAMETER_NUMBER, .minimum = 0.1, .maximum = 5,        \
        .preset = "1", .help = "how far the spirals go around each other"              \
    }

extern const char *const optimizer_words[];

typedef enum {
    OPTIMIZER_SGD,
    OPTIMIZER_ADAM, /* kingma2015, with its constants */
} Optimizer;

typedef struct {
    Perceptron *net;  /* with room for all samples and one output */
    const Task *task; /* borrowed */
    Optimizer optimizer;
    double rate;
    bool learns_y; /* each layer's Layer.parameter too */
    size_t batch;
    uint64_t seed;
    Tape *loss;                       /* log(1 + exp(u)) and its slope */
    double *moments[2];               /* Adam's, of all that is learned, in order */
    double faded[2];                  /* what is left of their beginning */
    unsigned *order;                  /* of the samples */
    double *input, *sign, *lost, *da; /* of a batch */
} Trainer;

/* A network of that plan and its seed, counted from 0, whose hidden layers have that
 * activation. `optimizer` and `learning_rate` are the setup's. */
Trainer *trainer_new(const Plan *plan, const Task *task, const Tape *activation,
                     unsigned seed);
void trainer_free(Trainer *trainer);

/* All samples once, in the random order of that epoch. */
void trainer_run_epoch(Trainer *trainer, unsigned epoch);

/* One pass forward of all samples; their mean loss. */
double trainer_measure(Trainer *trainer);

/* `hidden`, between the spirals and one output; `samples`, `turns`. Reads the plan,
 * makes the task, and checks that the work of that many networks is bounded; NULL:
 * error is set. */
Task *trainer_prepare(Plan *plan, const ExperimentSetup *setup, double shift,
                      unsigned networks, GError **error);

/* After which epochs curves have their points: every one of them, or about 200. */
unsigned trainer_stride(const Plan *plan);

/* How many points that makes, with one before the first epoch. */
unsigned trainer_points(const Plan *plan);

/* `units 2–32–32–1, He initialisation, Adam 0.01, median of 5 seeds`, where shown is
 * `median`; the caller's. */
char *trainer_print(const Plan *plan, const char *shown);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Trainer, trainer_free)

#endif
