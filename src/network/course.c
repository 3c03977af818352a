/* course.c - networks trained side by side and measured on their way. */
#include "network/course.h"

#include "base/error.h"
#include "network/runs.h"

static void release_kind(void *data)
{
    tape_free(((CourseKind *)data)->tape);
}

void course_init(Course *course, const Plan *plan, const Task *task, unsigned width,
                 void (*measure)(Trainer *trainer, double *values))
{
    *course = (Course){.plan = plan,
                       .task = task,
                       .kinds = g_array_new(FALSE, FALSE, sizeof(CourseKind)),
                       .width = width,
                       .measure = measure,
                       .points = trainer_points(plan)};
    g_array_set_clear_func(course->kinds, release_kind);
}

void course_release(Course *course)
{
    g_array_unref(course->kinds);
    g_free(course->values);
}

/* --- Kinds --- */

/* The function with all parameters that its text leaves open or calls by name. */
static Formula *open_function(const ExperimentFunction *function, GArray *parameters,
                              GError **error)
{
    return formula_new_open(function->text, function->scope, NULL, parameters, error);
}

/* f, df/dx and df/dy, where y stands for that symbol. */
static Tape *tape_of_open(const Formula *formula, const char *symbol)
{
    NodePool *pool = formula->pool;
    const Node *y = node_symbol(pool, "y");
    const Node *root = node_substitute(pool, formula->root, symbol, y);
    const Node *const roots[] = {root, node_derivative(pool, root, "x"),
                                 node_derivative(pool, root, "y")};

    return tape_new_nodes(pool, roots, 3);
}

static const char *shown_name(const OpenParameter *parameter)
{
    const Parameter *each =
        parameter->definition ? parameter->definition->parameters : NULL;

    for (; each && each->name; each++)
        if (g_str_equal(each->name, parameter->name))
            return each->symbol;
    return NULL;
}

bool course_add_learned(Course *course, const ExperimentFunction *function,
                        double start, const char **name, GError **error)
{
    g_autoptr(GArray) parameters = g_array_new(FALSE, FALSE, sizeof(OpenParameter));
    g_autoptr(Formula) formula = open_function(function, parameters, error);
    CourseKind kind = {.learns_y = true, .y = start};
    const OpenParameter *parameter;

    if (!formula)
        return false;
    if (parameters->len != 1) {
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                    "'%s' has %s parameter to learn (use a function of the catalogue "
                    "with one, such as prelu or swish)",
                    function->text, parameters->len == 0 ? "no" : "more than one");
        return false;
    }
    parameter = &g_array_index(parameters, OpenParameter, 0);
    kind.tape = tape_of_open(formula, parameter->symbol);
    g_array_append_val(course->kinds, kind);
    if (name)
        *name = shown_name(parameter);
    return true;
}

/* Where PReLU's parameter begins, if the function is PReLU. */
static bool is_prelu(const ExperimentFunction *function, double *start)
{
    g_autoptr(GArray) parameters = g_array_new(FALSE, FALSE, sizeof(OpenParameter));
    g_autoptr(Formula) formula = open_function(function, parameters, NULL);
    const OpenParameter *parameter;

    if (!formula || parameters->len != 1)
        return false;
    parameter = &g_array_index(parameters, OpenParameter, 0);
    *start = parameter->value;
    return parameter->definition && g_str_equal(parameter->definition->key, "prelu");
}

void course_add(Course *course, const ExperimentFunction *function)
{
    CourseKind kind = {.learns_y = false};
    double start;

    if (is_prelu(function, &start) &&
        course_add_learned(course, function, start, NULL, NULL))
        return;
    kind.tape = tape_new(function->formula, 1);
    g_array_append_val(course->kinds, kind);
}

/* --- Runs --- */

static Trainer *begin(const Course *course, const CourseKind *kind, unsigned seed)
{
    Trainer *trainer = trainer_new(course->plan, course->task, kind->tape, seed);

    trainer->learns_y = kind->learns_y;
    for (size_t l = 0; l + 1 < trainer->net->depth; l++) {
        Layer *layer = &trainer->net->layers[l];
        layer->parameter = kind->y;
        for (size_t i = 0; i < layer->units; i++)
            layer->biases[i] += course->bias;
    }
    return trainer;
}

static void run_one(unsigned i, void *data)
{
    const Course *course = data;
    const CourseKind *kind =
        &g_array_index(course->kinds, CourseKind, i / course->plan->seeds);
    g_autoptr(Trainer) trainer = begin(course, kind, i % course->plan->seeds);
    double *values = course->values + (size_t)i * course->points * course->width;
    unsigned stride = trainer_stride(course->plan), epoch = 0;

    for (unsigned point = 0; point < course->points; point++) {
        while (epoch < point * stride)
            trainer_run_epoch(trainer, epoch++);
        course->measure(trainer, values + (size_t)point * course->width);
    }
}

void course_run(Course *course)
{
    unsigned runs = course->kinds->len * course->plan->seeds;

    course->values = g_new0(double, (size_t)runs * course->points * course->width);
    runs_do(runs, run_one, course);
}

double course_epoch(const Course *course, unsigned point)
{
    return (double)point * trainer_stride(course->plan);
}

const double *course_value(const Course *course, unsigned kind, unsigned point,
                           unsigned which)
{
    size_t run = (size_t)kind * course->plan->seeds;

    return course->values + (run * course->points + point) * course->width + which;
}
