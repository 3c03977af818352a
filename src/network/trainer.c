/* trainer.c - epochs of batches, and the steps of SGD and Adam. */
#include "network/trainer.h"

#include "base/error.h"
#include "base/number.h"
#include "network/random.h"

#include <math.h>

#define FIRST_DECAY 0.9
#define SECOND_DECAY 0.999
#define LEAST_ROOT 1e-8

enum { MOST_POINTS = 200 };

const char *const optimizer_words[] = {"sgd", "adam", NULL};

static size_t count_learned(const Perceptron *net)
{
    size_t count = 0;

    for (size_t l = 0; l < net->depth; l++)
        count += net->layers[l].units * (net->layers[l].inputs + 1) + 1;
    return count;
}

static Tape *loss_new(void)
{
    g_autoptr(Formula) formula = formula_new("softplus(x)", NULL, NULL, NULL, NULL);

    g_assert(formula);
    return tape_new(formula, 1);
}

Trainer *trainer_new(const Plan *plan, const Task *task, const Tape *activation,
                     unsigned seed)
{
    Trainer *trainer = g_new0(Trainer, 1);
    size_t batch = MIN(plan->batch, task->samples);

    trainer->net = perceptron_new(plan->widths, plan->depth, task->samples, activation);
    trainer->net->layers[plan->depth - 1].activation = NULL;
    trainer->task = task;
    trainer->optimizer = (Optimizer)experiment_whole(plan->setup, "optimizer");
    trainer->rate = experiment_number(plan->setup, "learning_rate");
    trainer->batch = batch;
    trainer->seed = plan_seed(plan, seed);
    trainer->loss = loss_new();
    for (int i = 0; i < 2; i++) {
        trainer->moments[i] = g_new0(double, count_learned(trainer->net));
        trainer->faded[i] = 1;
    }
    trainer->order = g_new(unsigned, task->samples);
    trainer->input = g_new(double, TASK_FEATURES *batch);
    trainer->sign = g_new(double, batch);
    trainer->lost = g_new(double, task->samples);
    trainer->da = g_new(double, task->samples);
    perceptron_initialise(trainer->net, &plan->initial, trainer->seed);
    return trainer;
}

void trainer_free(Trainer *trainer)
{
    if (!trainer)
        return;
    perceptron_free(trainer->net);
    tape_free(trainer->loss);
    g_free(trainer->moments[0]);
    g_free(trainer->moments[1]);
    g_free(trainer->order);
    g_free(trainer->input);
    g_free(trainer->sign);
    g_free(trainer->lost);
    g_free(trainer->da);
    g_free(trainer);
}

/* --- Steps --- */

/* Moves count values, which are learned beside others from offset on. */
static void move(Trainer *trainer, double *values, const double *gradient, size_t count,
                 size_t offset)
{
    double *first = trainer->moments[0] + offset,
           *second = trainer->moments[1] + offset;
    double first_share = 1 - trainer->faded[0], second_share = 1 - trainer->faded[1];

    for (size_t i = 0; i < count; i++) {
        double slope = gradient[i];
        if (trainer->optimizer == OPTIMIZER_SGD) {
            values[i] -= trainer->rate * slope;
            continue;
        }
        first[i] += (1 - FIRST_DECAY) * (slope - first[i]);
        second[i] += (1 - SECOND_DECAY) * (slope * slope - second[i]);
        values[i] -= trainer->rate * (first[i] / first_share) /
                     (sqrt(second[i] / second_share) + LEAST_ROOT);
    }
}

static void move_all(Trainer *trainer)
{
    size_t offset = 0;

    trainer->faded[0] *= FIRST_DECAY;
    trainer->faded[1] *= SECOND_DECAY;
    for (size_t l = 0; l < trainer->net->depth; l++) {
        Layer *layer = &trainer->net->layers[l];
        size_t links = layer->units * layer->inputs;
        move(trainer, layer->weights, layer->weight_gradient, links, offset);
        move(trainer, layer->biases, layer->bias_gradient, layer->units,
             offset + links);
        offset += links + layer->units;
        if (trainer->learns_y && layer->activation)
            move(trainer, &layer->parameter, &layer->parameter_gradient, 1, offset);
        offset++;
    }
}

/* Loss and its slope of the net's output; dL/da of the mean. */
static double judge(Trainer *trainer, const double *signs, size_t count)
{
    const double *output = perceptron_output(trainer->net);
    double *const results[] = {trainer->lost, trainer->da};
    double total = 0;

    for (size_t i = 0; i < count; i++)
        trainer->lost[i] = -signs[i] * output[i];
    tape_evaluate(trainer->loss, trainer->lost, count, results);
    for (size_t i = 0; i < count; i++) {
        total += trainer->lost[i];
        trainer->da[i] *= -signs[i] / (double)count;
    }
    return total / (double)count;
}

static void gather(Trainer *trainer, const unsigned *order, size_t count)
{
    const Task *task = trainer->task;

    for (size_t i = 0; i < count; i++) {
        trainer->sign[i] = task->signs[order[i]];
        for (size_t k = 0; k < TASK_FEATURES; k++)
            trainer->input[k * count + i] = task->inputs[k * task->samples + order[i]];
    }
}

void trainer_run_epoch(Trainer *trainer, unsigned epoch)
{
    size_t samples = trainer->task->samples;

    random_shuffle(trainer->order, (unsigned)samples, trainer->seed,
                   STREAM_SHUFFLE + (uint64_t)epoch);
    for (size_t start = 0; start < samples; start += trainer->batch) {
        size_t count = MIN(trainer->batch, samples - start);
        gather(trainer, trainer->order + start, count);
        perceptron_forward(trainer->net, trainer->input, count);
        judge(trainer, trainer->sign, count);
        perceptron_backward(trainer->net, trainer->da);
        perceptron_gradients(trainer->net);
        move_all(trainer);
    }
}

double trainer_measure(Trainer *trainer)
{
    perceptron_forward(trainer->net, trainer->task->inputs, trainer->task->samples);
    return judge(trainer, trainer->task->signs, trainer->task->samples);
}

/* --- What is asked for --- */

static bool check_hidden(const ExperimentSetup *setup, GError **error)
{
    const GArray *hidden = experiment_value(setup, "hidden")->numbers;
    char number[NUMBER_SIZE];

    for (guint i = 0; i < hidden->len; i++) {
        double units = g_array_index(hidden, double, i);
        if (units == floor(units))
            continue;
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                    "'hidden' counts units in whole numbers, not %s",
                    number_format(units, number));
        return false;
    }
    return true;
}

/* Fewer would be no spirals but scattered points. */
static bool check_turns(size_t samples, double turns, GError **error)
{
    char number[NUMBER_SIZE];

    if ((double)samples >= TASK_SAMPLES_A_TURN * turns)
        return true;
    g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                "spirals of %s turns need %.0f samples or more",
                number_format_digits(turns, 6, number),
                ceil(TASK_SAMPLES_A_TURN * turns));
    return false;
}

Task *trainer_prepare(Plan *plan, const ExperimentSetup *setup, double shift,
                      unsigned networks, GError **error)
{
    size_t samples = (size_t)experiment_whole(setup, "samples") / 2 * 2;
    double passes = 3.5 * experiment_whole(setup, "epochs") * networks;
    double turns = experiment_number(setup, "turns");

    if (!check_hidden(setup, error) || !check_turns(samples, turns, error))
        return NULL;
    plan_read_hidden(plan, setup, TASK_FEATURES, 1);
    if (!plan_check(plan, passes * plan->seeds, (double)samples, error))
        return NULL;
    return task_new(samples, turns, shift);
}

unsigned trainer_stride(const Plan *plan)
{
    unsigned epochs = (unsigned)experiment_whole(plan->setup, "epochs");

    return (epochs + MOST_POINTS - 1) / MOST_POINTS;
}

unsigned trainer_points(const Plan *plan)
{
    unsigned epochs = (unsigned)experiment_whole(plan->setup, "epochs");

    return epochs / trainer_stride(plan) + 1;
}

char *trainer_print(const Plan *plan, const char *shown)
{
    static const char *const names[] = {"SGD", "Adam"};
    g_autofree char *network = plan_print(plan), *seeds = plan_print_seeds(plan, shown);
    const char *name = names[experiment_whole(plan->setup, "optimizer")];
    char rate[NUMBER_SIZE];

    number_format(experiment_number(plan->setup, "learning_rate"), rate);
    return g_strdup_printf("%s, %s\u00a0%s%s", network, name, rate, seeds);
}
