/* test-training.c - what networks learn, and what dies on the way. */
#include "experiment-maker.h"
#include "network/course.h"
#include "network/runs.h"

#include <math.h>

static unsigned last(const ExperimentResult *result)
{
    return maker_series(result, 0)->points->len - 1;
}

/* --- The task --- */

/* Two arms that mirror each other, of rising radius and even steps in angle. */
static void test_spirals(void)
{
    enum { SAMPLES = 400 };
    g_autoptr(Task) task = task_new(SAMPLES, 1.5, 0);
    const double *x = task->inputs, *y = task->inputs + SAMPLES;
    double step = 1.5 * 2 * G_PI / (SAMPLES / 2);

    for (size_t i = 0; i < SAMPLES; i += 2) {
        double angle = step * (double)(i / 2), radius = hypot(x[i], y[i]);
        g_assert_cmpfloat(task->signs[i], ==, 1);
        g_assert_cmpfloat(task->signs[i + 1], ==, -1);
        g_assert_cmpfloat(x[i + 1], ==, -x[i]);
        g_assert_cmpfloat(y[i + 1], ==, -y[i]);
        g_assert_cmpfloat(fabs(x[i] - radius * cos(angle)), <, 1e-12);
        g_assert_cmpfloat(fabs(y[i] - radius * sin(angle)), <, 1e-12);
        if (i > 0)
            g_assert_cmpfloat(radius, >, hypot(x[i - 2], y[i - 2]));
    }
}

/* --- Gradients of the loss, by differences --- */

/* The first network of an experiment's plan, with that kind of activation. */
static Trainer *trainer_of(const ExperimentSetup *setup, Plan *plan, Task **task,
                           Course *course, double start)
{
    const GPtrArray *functions = experiment_value(setup, "functions")->functions;
    Trainer *trainer;

    *task = trainer_prepare(plan, setup, 0, 1, NULL);
    g_assert_nonnull(*task);
    course_init(course, plan, *task, 1, NULL);
    g_assert_true(
        course_add_learned(course, g_ptr_array_index(functions, 0), start, NULL, NULL));
    trainer =
        trainer_new(plan, *task, g_array_index(course->kinds, CourseKind, 0).tape, 0);
    for (size_t l = 0; l + 1 < trainer->net->depth; l++)
        trainer->net->layers[l].parameter = start;
    return trainer;
}

static void check_slope(Trainer *trainer, double *value, double gradient)
{
    const double step = 1e-6, kept = *value;
    double over, under;

    *value = kept + step;
    over = trainer_measure(trainer);
    *value = kept - step;
    under = trainer_measure(trainer);
    *value = kept;
    g_assert_cmpfloat(fabs((over - under) / (2 * step) - gradient), <, 1e-7);
}

/* dL/dalpha = the sum over x <= 0 of dL/df * x, and the weights' gradients of the mean
 * loss. */
static void check_learned(const char *function, double start)
{
    g_autoptr(ExperimentSetup) setup =
        maker_setup("learned_slope", (const char *const[]){"functions", function,
                                                           "hidden", "[7, 5]", NULL});
    g_autofree Plan *plan = g_new0(Plan, 1);
    g_autoptr(Task) task = NULL;
    Course course;
    g_autoptr(Trainer) trainer = trainer_of(setup, plan, &task, &course, start);

    trainer_measure(trainer); /* sets the output's gradient, too */
    perceptron_backward(trainer->net, trainer->da);
    perceptron_gradients(trainer->net);
    for (size_t l = 0; l + 1 < trainer->net->depth; l++) {
        Layer *layer = &trainer->net->layers[l];
        double learned = layer->parameter_gradient, weight = layer->weight_gradient[3];
        g_assert_cmpfloat(learned, !=, 0);
        check_slope(trainer, &layer->parameter, learned);
        check_slope(trainer, &layer->weights[3], weight);
    }
    course_release(&course);
}

static void test_learned_gradient(void)
{
    check_learned("[prelu]", 0.25);
    check_learned("[prelu(alpha=0.5)]", 0);
    check_learned("[swish]", 1.5);
}

static void test_not_learnable(void)
{
    MAKER_ASSERT_FAILS("learned_slope", "no parameter", "functions", "[relu]");
    MAKER_ASSERT_FAILS("learned_slope", "more than one", "functions", "[hard_tanh]");
}

/* --- Experiments --- */

static void test_loss_falls(void)
{
    g_autoptr(ExperimentResult) adam = maker_run("training", NULL);
    g_autoptr(ExperimentResult) sgd = MAKER_RUN("training", "optimizer", "sgd",
                                                "learning_rate", "0.3", "epochs", "60");

    for (unsigned i = 0; i < 2; i++) {
        g_assert_cmpfloat(maker_y(adam, i, last(adam)), <, 0.05);
        g_assert_cmpfloat(maker_y(sgd, i, last(sgd)), <, 0.3 * maker_y(sgd, i, 0));
    }
    g_assert_cmpfloat(maker_y(adam, 2, last(adam)), <, maker_y(adam, 2, 0));
}

/* The loss before training is what an untrained guess costs: with no weights, log 2. */
static void test_first_loss(void)
{
    g_autoptr(ExperimentResult) result =
        MAKER_RUN("training", "sigma_w", "1e-6", "epochs", "1", "functions", "[tanh]");

    g_assert_cmpfloat(fabs(maker_y(result, 0, 0) - log(2)), <, 1e-5);
}

/* ReLU's units that are silent stay so when all inputs see them silent; with a leak
 * they come back. */
static void test_revival(void)
{
    g_autoptr(ExperimentResult) silent =
        MAKER_RUN("dead_units", "count", "silent", "bias", "-3", "learning_rate",
                  "0.01", "epochs", "60");
    g_autoptr(ExperimentResult) dead =
        MAKER_RUN("dead_units", "count", "dead", "bias", "-3", "learning_rate", "0.01",
                  "epochs", "60");
    unsigned end = last(silent);

    g_assert_cmpfloat(maker_y(silent, 0, 0), >, 0.8);
    g_assert_cmpfloat(maker_y(silent, 0, end), >=, maker_y(silent, 0, 0) - 0.05);
    g_assert_cmpfloat(maker_y(silent, 1, end), <, maker_y(silent, 1, 0) / 3);
    g_assert_cmpfloat(maker_y(silent, 2, end), <, maker_y(silent, 2, 0) / 2);
    for (unsigned i = 0; i <= end; i++) { /* one thing for ReLU, two for others */
        g_assert_cmpfloat(maker_y(dead, 0, i), ==, maker_y(silent, 0, i));
        g_assert_cmpfloat(maker_y(dead, 1, i), ==, 0);
    }
}

static void test_causes(void)
{
    g_autoptr(ExperimentResult) slow =
        MAKER_RUN("dead_units", "functions", "[relu]", "learning_rate", "0.003");
    g_autoptr(ExperimentResult) fast =
        MAKER_RUN("dead_units", "functions", "[relu]", "learning_rate", "0.3");
    g_autoptr(ExperimentResult) shifted = MAKER_RUN(
        "dead_units", "functions", "[relu]", "learning_rate", "0.003", "shift", "10");

    g_assert_cmpfloat(maker_y(slow, 0, last(slow)), <, 0.1);
    g_assert_cmpfloat(maker_y(fast, 0, last(fast)), >, 0.4);
    g_assert_cmpfloat(maker_y(shifted, 0, 0), >, 0.4);
    g_assert_cmpfloat(maker_y(shifted, 0, last(shifted)), >, 0.4);
}

/* What is learned begins where it is told to, and moves. */
static void test_learned_slope(void)
{
    g_autoptr(ExperimentResult) result =
        MAKER_RUN("learned_slope", "starts", "[0, 1]", "hidden", "[8, 8, 8]");

    g_assert_cmpuint(result->series->len, ==, 3 * 2);
    g_assert_cmpstr(result->y_label, ==, "α");
    g_assert_nonnull(strstr(result->subtitle, "median of 5 seeds"));
    for (unsigned i = 0; i < 6; i++) {
        g_assert_cmpfloat(maker_y(result, i, 0), ==, i % 2);
        g_assert_cmpfloat(maker_y(result, i, last(result)), !=, i % 2);
        g_assert_cmpint(maker_series(result, i)->color, ==, i / 2);
        g_assert_true((maker_series(result, i)->label != NULL) == (i % 2 == 0));
    }
}

/* PReLU that begins as Leaky ReLU does what it does, until its slope is learned. */
static void test_prelu_learns(void)
{
    g_autoptr(ExperimentResult) result = MAKER_RUN(
        "training", "functions", "[prelu(alpha=0.01), leaky_relu]", "epochs", "10");

    g_assert_cmpfloat(maker_y(result, 0, 0), ==, maker_y(result, 1, 0));
    g_assert_cmpfloat(maker_y(result, 0, 10), !=, maker_y(result, 1, 10));
}

static void check_threads(const char *experiment)
{
    g_autoptr(ExperimentResult) one = NULL, two = NULL;

    runs_set_threads(1);
    one = MAKER_RUN(experiment, "epochs", "6");
    runs_set_threads(2);
    two = MAKER_RUN(experiment, "epochs", "6");
    runs_set_threads(0);
    maker_assert_same(one, two);
}

static void test_threads(void)
{
    check_threads("training");
    check_threads("dead_units");
    check_threads("learned_slope");
}

/* Many epochs make a bounded number of points; too many are refused. */
static void test_bounds(void)
{
    g_autoptr(ExperimentResult) result = MAKER_RUN(
        "training", "epochs", "450", "samples", "20", "hidden", "[2]", "seeds", "1");

    g_assert_cmpuint(last(result), ==, 150);
    g_assert_cmpfloat(
        g_array_index(maker_series(result, 0)->points, Point, last(result)).x, ==, 450);
    MAKER_ASSERT_FAILS("training", "as long as a minute", "epochs", "100000");
    MAKER_ASSERT_FAILS("training", "as long as a minute", "functions", "[relu]",
                       "hidden", "[1]", "samples", "20", "batch", "1", "epochs", "200",
                       "seeds", "1000", "epochs", "2000");
    MAKER_ASSERT_FAILS("training", "5 turns need 100 samples", "samples", "98", "turns",
                       "5");
    MAKER_ASSERT_FAILS("training", "not 2.5", "hidden", "[4, 2.5]");
    MAKER_ASSERT_FAILS("training", "never a finite", "functions",
                       "[exp(exp(x)) * 1e300]");
}

static void test_cost(void)
{
    g_autoptr(ExperimentResult) result = MAKER_RUN("cost", "functions", "[relu, mish]");

    g_assert_cmpuint(result->series->len, ==, 2);
    g_assert_cmpuint(result->names->len, ==, 2);
    for (unsigned i = 0; i < 4; i++)
        g_assert_cmpfloat(maker_y(result, i / 2, i % 2), >, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/training/spirals", test_spirals);
    g_test_add_func("/training/learned-gradient", test_learned_gradient);
    g_test_add_func("/training/not-learnable", test_not_learnable);
    g_test_add_func("/training/loss-falls", test_loss_falls);
    g_test_add_func("/training/first-loss", test_first_loss);
    g_test_add_func("/training/revival", test_revival);
    g_test_add_func("/training/causes", test_causes);
    g_test_add_func("/training/learned-slope", test_learned_slope);
    g_test_add_func("/training/prelu-learns", test_prelu_learns);
    g_test_add_func("/training/threads", test_threads);
    g_test_add_func("/training/bounds", test_bounds);
    g_test_add_func("/training/cost", test_cost);
    return g_test_run();
}
