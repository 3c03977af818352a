/* dead_units.c - the experiment `dead_units`: units that no input reaches, while
 * networks learn. */
#include "network/course.h"
#include "network/records.h"

#include <math.h>

enum { COUNT_DEAD, COUNT_SILENT };
static const char *const count_words[] = {"dead", "silent", NULL};

static const ExperimentParameter parameters[] = {
    PLAN_FUNCTIONS("[relu, leaky_relu, prelu]"),
    {.key = "count",
     .kind = PARAMETER_WORD,
     .words = count_words,
     .preset = "dead",
     .help = "dead: units whose slope is 0 for every sample, which learn nothing; or "
             "silent: those with z <= 0 for every sample, which may come back"},
    {.key = "shift",
     .kind = PARAMETER_NUMBER,
     .minimum = -1e6,
     .maximum = 1e6,
     .preset = "0",
     .help = "by which all inputs are off their mean of 0; a cause of dead units"},
    {.key = "bias",
     .kind = PARAMETER_NUMBER,
     .minimum = -1e6,
     .maximum = 1e6,
     .preset = "0",
     .help = "at which hidden units' biases begin; a negative one is a cause"},
    PLAN_HIDDEN("[32, 32]"),
    PLAN_INITIAL("he"),
    PLAN_SIGMAS,
    TRAINER_PARAMETERS("adam", "0.1", "40"),
    PLAN_BATCH("20", "samples that a step is made from"),
    PLAN_SEEDS("5"),
    {.key = NULL},
};

static bool is_dead(const Layer *layer, size_t unit, size_t samples)
{
    const double *slope = layer->slope + unit * samples;

    for (size_t i = 0; i < samples; i++)
        if (slope[i] != 0)
            return false;
    return true;
}

static bool is_silent(const Layer *layer, size_t unit, size_t samples)
{
    const double *z = layer->z + unit * samples;

    for (size_t i = 0; i < samples; i++)
        if (z[i] > 0)
            return false;
    return true;
}

/* The share of hidden units that are so; NAN once the network's output is no number. */
static double share_of(Trainer *trainer,
                       bool (*is_so)(const Layer *layer, size_t unit, size_t samples))
{
    const Perceptron *net = trainer->net;
    bool is_finite = isfinite(trainer_measure(trainer));
    size_t units = 0, counted = 0;

    for (size_t l = 0; l + 1 < net->depth; l++) {
        const Layer *layer = &net->layers[l];
        units += layer->units;
        for (size_t i = 0; i < layer->units; i++)
            counted += is_so(layer, i, net->count);
    }
    return is_finite ? (double)counted / (double)units : NAN;
}

static void measure_dead(Trainer *trainer, double *values)
{
    *values = share_of(trainer, is_dead);
}

static void measure_silent(Trainer *trainer, double *values)
{
    *values = share_of(trainer, is_silent);
}

static void add_series(const Course *course, ExperimentSeries *series, unsigned kind)
{
    size_t step = (size_t)course->points * course->width;

    for (unsigned point = 0; point < course->points; point++)
        plan_add_spread(course->plan, series, course_epoch(course, point),
                        course_value(course, kind, point, 0), step, false);
}

static bool run(const ExperimentSetup *setup, ExperimentResult *result,
                const ExperimentFunction **fault, GError **error)
{
    const GPtrArray *functions = experiment_value(setup, "functions")->functions;
    double shift = experiment_number(setup, "shift");
    bool is_silence = experiment_whole(setup, "count") == COUNT_SILENT;
    g_autofree Plan *plan = g_new0(Plan, 1);
    g_autoptr(Task) task = trainer_prepare(plan, setup, shift, functions->len, error);
    Course course;

    (void)fault;
    if (!task)
        return false;
    course_init(&course, plan, task, 1, is_silence ? measure_silent : measure_dead);
    course.bias = experiment_number(setup, "bias");
    for (guint i = 0; i < functions->len; i++)
        course_add(&course, g_ptr_array_index(functions, i));
    course_run(&course);
    result->title = g_strdup(is_silence ? "Silent units" : "Dead units");
    result->subtitle = trainer_print(plan, "median and quartiles");
    result->x_label = g_strdup("epoch");
    result->y_label =
        g_strdup(is_silence ? "share of silent units" : "share of dead units");
    result->x_is_whole = true;
    for (guint i = 0; i < functions->len; i++) {
        const ExperimentFunction *function = g_ptr_array_index(functions, i);
        add_series(&course,
                   experiment_add_series(result, RESULT_LINE, (int)i, function->label),
                   i);
    }
    course_release(&course);
    return true;
}

const Experiment experiment_dead_units = {
    .key = "dead_units",
    .label = "Dead units while training",
    .help = "the share of hidden units whose gradient is 0 for every sample, while "
            "networks learn two spirals; causes are a high learning_rate, a shift or a "
            "negative bias; PReLU learns its slope",
    .source = "maas2013",
    .parameters = parameters,
    .run = run,
};
