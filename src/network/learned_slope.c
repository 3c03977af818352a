/* learned_slope.c - the experiment `learned_slope`: what becomes of a parameter that is
 * learned with the weights. */
#include "network/course.h"
#include "network/records.h"
#include "network/spread.h"

static const ExperimentParameter parameters[] = {
    {.key = "functions",
     .kind = PARAMETER_FUNCTIONS,
     .least = 1,
     .most = 1,
     .preset = "[prelu]",
     .help = "one function of the catalogue with one parameter"},
    {.key = "starts",
     .kind = PARAMETER_NUMBERS,
     .minimum = -1e3,
     .maximum = 1e3,
     .least = 1,
     .most = 50,
     .preset = "[0, 0.25, 0.5, 1]",
     .help = "values at which the parameter begins, the same in each layer"},
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
    for (size_t l = 0; l + 1 < trainer->net->depth; l++)
        values[l] = trainer->net->layers[l].parameter;
}

/* The median over the seeds: bands about so many lines would hide them. */
static void add_series(const Course *course, ExperimentSeries *series, unsigned kind,
                       unsigned layer)
{
    size_t step = (size_t)course->points * course->width;

    for (unsigned point = 0; point < course->points; point++) {
        const double *values = course_value(course, kind, point, layer);
        experiment_add_point(series, course_epoch(course, point),
                             spread_of(values, step, course->plan->seeds).middle);
    }
}

static void add_all(const Course *course, ExperimentResult *result)
{
    for (unsigned layer = 0; layer < course->width; layer++)
        for (unsigned kind = 0; kind < course->kinds->len; kind++) {
            g_autofree char *label = g_strdup_printf("layer %u", layer + 1);
            ExperimentSeries *series = experiment_add_series(
                result, RESULT_LINE, (int)layer, kind == 0 ? label : NULL);
            add_series(course, series, kind, layer);
        }
}

static bool add_kinds(Course *course, const ExperimentFunction *function,
                      const GArray *starts, const char **name, GError **error)
{
    for (guint i = 0; i < starts->len; i++)
        if (!course_add_learned(course, function, g_array_index(starts, double, i),
                                name, error))
            return false;
    return true;
}

static bool run(const ExperimentSetup *setup, ExperimentResult *result,
                const ExperimentFunction **fault, GError **error)
{
    const GPtrArray *functions = experiment_value(setup, "functions")->functions;
    const GArray *starts = experiment_value(setup, "starts")->numbers;
    const ExperimentFunction *function = g_ptr_array_index(functions, 0);
    const char *name = NULL;
    g_autofree Plan *plan = g_new0(Plan, 1);
    g_autoptr(Task) task = trainer_prepare(plan, setup, 0, starts->len, error);
    Course course;
    bool done;

    if (!task)
        return false;
    course_init(&course, plan, task, (unsigned)plan->depth - 1, measure);
    done = add_kinds(&course, function, starts, &name, error);
    if (done) {
        course_run(&course);
        result->title = g_strdup_printf("What %s learns", function->label);
        result->subtitle = trainer_print(plan, "median");
        result->x_label = g_strdup("epoch");
        result->y_label = g_strdup(name ? name : "parameter");
        result->x_is_whole = true;
        add_all(&course, result);
    } else {
        *fault = function;
    }
    course_release(&course);
    return done;
}

const Experiment experiment_learned_slope = {
    .key = "learned_slope",
    .label = "Learned parameter",
    .help = "a parameter such as PReLU's slope, one a layer, while it is learned with "
            "the weights of networks that tell two spirals apart",
    .source = "he2015",
    .parameters = parameters,
    .run = run,
};
