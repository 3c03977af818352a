/* test-depth.c - what networks as they begin do to signals and gradients. */
#include "experiment-maker.h"
#include "network/runs.h"

#include <math.h>

static bool is_near(double value, double expected, double within)
{
    return fabs(value - expected) <= within;
}

/* He's initialisation keeps the mean square of ReLU's signals and gradients: over 20
 * layers of 400 units their logarithms wander by about sqrt(20 * 5/400) of a network.
 */
static void test_he(void)
{
    g_autoptr(ExperimentResult) signals =
        MAKER_RUN("signal_norm", "functions", "[relu]", "width", "400", "seeds", "9");
    g_autoptr(ExperimentResult) gradients =
        MAKER_RUN("gradient_norm", "functions", "[relu]", "width", "400", "seeds", "9");

    for (unsigned l = 0; l < 20; l++) {
        g_assert_true(
            is_near(log(maker_y(signals, 0, l) * maker_y(signals, 0, l)), 0, 0.5));
        g_assert_true(is_near(log(maker_y(gradients, 0, l)), 0, 0.25));
    }
}

/* Signals of tanh for sigma_w = 1: the variance obeys q' = E tanh(sqrt(q) z)^2, 0.394
 * after one layer (z standard normal), and the gradients shrink. */
static void test_tanh(void)
{
    g_autoptr(ExperimentResult) result =
        MAKER_RUN("signal_norm", "functions", "[tanh]", "width", "400", "init", "lecun",
                  "depth", "1", "batch", "64");

    g_assert_true(is_near(maker_y(result, 0, 0), sqrt(0.394294), 0.01));
}

/* sigmoid' <= 1/4 and weights of norm about 1. */
static void test_sigmoid(void)
{
    g_autoptr(ExperimentResult) result =
        MAKER_RUN("gradient_norm", "functions", "[sigmoid]", "init", "lecun");

    for (unsigned l = 0; l + 1 < 20; l++)
        g_assert_cmpfloat(maker_y(result, 0, l), <=, maker_y(result, 0, l + 1) / 4);
    g_assert_cmpfloat(maker_y(result, 0, 19), ==, 1);
}

static void test_sparsity(void)
{
    g_autoptr(ExperimentResult) result =
        MAKER_RUN("sparsity", "functions", "[relu, leaky_relu]", "width", "100");

    for (unsigned l = 0; l < 20; l++) {
        g_assert_true(is_near(maker_y(result, 0, l), 0.5, 0.06));
        g_assert_cmpfloat(maker_y(result, 1, l), ==, 0);
    }
}

/* Quartiles about the median; one seed has none. */
static void test_band(void)
{
    g_autoptr(ExperimentResult) many = maker_run("signal_norm", NULL);
    g_autoptr(ExperimentResult) one = MAKER_RUN("signal_norm", "seeds", "1");
    g_autoptr(ExperimentResult) scaled = MAKER_RUN("signal_norm", "sigma_w", "1.5");
    const ExperimentSeries *series = maker_series(many, 1);

    for (unsigned i = 0; i < series->points->len; i++) {
        double middle = g_array_index(series->points, Point, i).y;
        g_assert_cmpfloat(g_array_index(series->low, Point, i).y, <, middle);
        g_assert_cmpfloat(g_array_index(series->high, Point, i).y, >, middle);
    }
    g_assert_null(maker_series(one, 1)->low);
    g_assert_nonnull(strstr(many->subtitle, "10 seeds"));
    g_assert_null(strstr(one->subtitle, "seeds"));
    g_assert_null(strstr(one->subtitle, "σ"));
    g_assert_nonnull(strstr(scaled->subtitle, "σ<sub>w</sub>\u00a0=\u00a01.5, median"));
}

static void test_threads(void)
{
    g_autoptr(ExperimentResult) first = NULL, second = NULL, third = NULL;

    runs_set_threads(1);
    first = maker_run("gradient_norm", NULL);
    runs_set_threads(2);
    second = maker_run("gradient_norm", NULL);
    runs_set_threads(7);
    third = maker_run("gradient_norm", NULL);
    runs_set_threads(0);
    maker_assert_same(first, second);
    maker_assert_same(first, third);
}

static void test_seed(void)
{
    g_autoptr(ExperimentResult) first = maker_run("gradient_norm", NULL);
    g_autoptr(ExperimentResult) other = MAKER_RUN("gradient_norm", "seed", "2");

    g_assert_cmpfloat(maker_y(first, 0, 0), !=, maker_y(other, 0, 0));
}

static void test_limits(void)
{
    MAKER_ASSERT_FAILS("gradient_norm", "as long as a minute", "depth", "1000", "width",
                       "512", "seeds", "1000");
    MAKER_ASSERT_FAILS("gradient_norm", "MiB", "depth", "1000", "width", "512", "seeds",
                       "1", "functions", "[relu]", "batch", "1");
    MAKER_ASSERT_FAILS("gradient_norm", "as long as a minute", "depth", "1000", "width",
                       "1", "seeds", "300", "batch", "10000", "functions", "[gelu]");
    MAKER_ASSERT_FAILS("sparsity", "outputs of every layer are not finite", "functions",
                       "[log(x)]");
    MAKER_ASSERT_FAILS("gradient_norm", "'0*x'", "functions", "[0*x]");
    MAKER_ASSERT_FAILS("signal_norm", "not finite", "functions", "[exp(x)*1e300]");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/depth/he", test_he);
    g_test_add_func("/depth/tanh", test_tanh);
    g_test_add_func("/depth/sigmoid", test_sigmoid);
    g_test_add_func("/depth/sparsity", test_sparsity);
    g_test_add_func("/depth/band", test_band);
    g_test_add_func("/depth/threads", test_threads);
    g_test_add_func("/depth/seed", test_seed);
    g_test_add_func("/depth/limits", test_limits);
    return g_test_run();
}
