/* training.c - the experiment `training`: how fast networks learn. */
#include "base/error.h"
#include "network/course.h"
#include "network/records.h"

static const ExperimentParameter parameters[] = {
    PLAN_FUNCTIONS("[relu, tanh, sigmoid]"),
    PLAN_HIDDEN("[32, 32]"),
    PLAN_INITIAL("he"),
    PLAN_SIGMAS,
    TRAINER_PARAMETERS("adam", "0.01", "40"),
    PLAN_BATCH("20", "samples that a step is made from"),
    PLAN_SEEDS("5"),
    {.key = NULL},
};

static void measure(Trainer *trainer, double *values)
{
    *values = trainer_measure(trainer);
}

/* False: not one point can be shown. */
static bool add_series(const Course *course, ExperimentSeries *series, unsigned kind)
{
    size_t step = (size_t)course->points * course->width;
    unsigned shown = 0;

    for (unsigned point = 0; point < course->points; point++)
        shown += plan_add_spread(course->plan, series, course_epoch(course, point),
                                 course_value(course, kind, point, 0), step, true);
    return shown > 0;
}

static bool add_all(const Course *course, ExperimentResult *result,
                    const GPtrArray *functions, const ExperimentFunction **fault,
                    GError **error)
{
    for (guint i = 0; i < functions->len; i++) {
        const ExperimentFunction *function = g_ptr_array_index(functions, i);
        ExperimentSeries *series =
            experiment_add_series(result, RESULT_LINE, (int)i, function->label);
        if (add_series(course, series, i))
            continue;
        *fault = function;
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                    "with '%s' the loss is never a finite number above 0",
                    function->text);
        return false;
    }
    return true;
}

static bool run(const ExperimentSetup *setup, ExperimentResult *result,
                const ExperimentFunction **fault, GError **error)
{
    const GPtrArray *functions = experiment_value(setup, "functions")->functions;
    g_autofree Plan *plan = g_new0(Plan, 1);
    g_autoptr(Task) task = trainer_prepare(plan, setup, 0, functions->len, error);
    Course course;
    bool done;

    if (!task)
        return false;
    course_init(&course, plan, task, 1, measure);
    for (guint i = 0; i < functions->len; i++)
        course_add(&course, g_ptr_array_index(functions, i));
    course_run(&course);
    result->title = g_strdup("Learning two spirals");
    result->subtitle = trainer_print(plan, "median and quartiles");
    result->x_label = g_strdup("epoch");
    result->y_label = g_strdup("loss");
    result->x_is_whole = true;
    result->y_is_log = true;
    done = add_all(&course, result, functions, fault, error);
    course_release(&course);
    return done;
}

const Experiment experiment_training = {
    .key = "training",
    .label = "Loss while training",
    .help = "the mean loss after each epoch of networks that learn to tell two spirals "
            "apart",
    .source = "lang1988",
    .parameters = parameters,
    .run = run,
};
