/* test-theory.c - the experiments that compute what theory says. */
#include "experiment-maker.h"
#include "network/distribution.h"
#include "network/mean_field.h"

#include <math.h>

static ExperimentResult *result_of(const ExperimentSetup *setup)
{
    const ExperimentFunction *fault = NULL;
    GError *error = NULL;
    ExperimentResult *result = experiment_run(setup, &fault, &error);

    g_assert_no_error(error);
    g_assert_null(fault);
    g_assert_nonnull(result);
    return result;
}

/* The function at fault; NULL: none is. */
static const ExperimentFunction *fault_of(const ExperimentSetup *setup,
                                          const char *part)
{
    const ExperimentFunction *fault = NULL;
    g_autoptr(GError) error = NULL;

    g_assert_null(experiment_run(setup, &fault, &error));
    g_assert_nonnull(strstr(error->message, part));
    return fault;
}

static void assert_fails(const ExperimentSetup *setup, const char *part)
{
    g_assert_nonnull(fault_of(setup, part));
}

static Point point_at(const ExperimentSeries *series, guint i)
{
    g_assert_cmpuint(i, <, series->points->len);
    return g_array_index(series->points, Point, i);
}

static void assert_close(double found, double expected, double share)
{
    if (!(fabs(found - expected) <= share * fabs(expected)))
        g_error("%.17g is not %.17g", found, expected);
}

/* --- Maps --- */

/* ReLU's layers have a closed form. */
static void test_variance_map(void)
{
    g_autoptr(ExperimentSetup) setup = maker_setup("variance_map", NULL);
    maker_set(setup, "functions", "[relu]");
    maker_set(setup, "sigma_w", "[1, 2]");
    maker_set(setup, "columns", "10");
    maker_set(setup, "rows", "5");
    maker_set(setup, "depth", "30");
    maker_set(setup, "variance", "2");
    g_autoptr(ExperimentResult) result = result_of(setup);
    const ExperimentGrid *grid = result->grid;

    g_assert_true(grid->is_log);
    for (int row = 0; row < 5; row++) {
        for (int column = 0; column < 10; column++) {
            double w = 1 + (column + 0.5) / 10, b = (row + 0.5) / 5, q = 2;
            for (int i = 0; i < 30; i++)
                q = w * w * q / 2 + b * b;
            assert_close(grid->values[row * 10 + column], q, 1e-8);
        }
    }
    maker_set(setup, "show", "fixed_point");
    g_autoptr(ExperimentResult) fixed = result_of(setup);
    assert_close(fixed->grid->values[0], 0.01 / (1 - 1.05 * 1.05 / 2), 1e-8);
    g_assert_true(isnan(fixed->grid->values[9]));
    g_assert_nonnull(fixed->subtitle);
}

/* For ReLU chi is sigma_w^2/2, whatever the bias; for tanh it is 1 where signals
 * neither converge nor diverge, the more sigma_w the larger. */
static void test_edge_of_chaos(void)
{
    g_autoptr(ExperimentSetup) setup = maker_setup("variance_map", NULL);
    maker_set(setup, "show", "slope");
    maker_set(setup, "functions", "[relu]");
    g_autoptr(ExperimentResult) relu = result_of(setup);
    maker_set(setup, "functions", "[tanh]");
    g_autoptr(ExperimentResult) tanh = result_of(setup);
    const ExperimentGrid *grid = relu->grid;
    const double *values = tanh->grid->values;

    g_assert_cmpfloat(grid->center, ==, 1);
    for (int i = 0; i < grid->columns * grid->rows; i++) {
        double w = 0.5 + 2.5 * (i % grid->columns + 0.5) / grid->columns;
        assert_close(grid->values[i], w * w / 2, 1e-8);
        if (i % grid->columns > 0)
            g_assert_cmpfloat(values[i], >, values[i - 1]);
    }
    g_assert_cmpfloat(values[0], <, 0.3);
    g_assert_cmpfloat(values[grid->columns - 1], >, 1.5);
    maker_set(setup, "functions", "[sign(x)]");
    assert_fails(setup, "jumps at x = 0");
    maker_set(setup, "functions", "[log(x)]");
    assert_fails(setup, "cannot take normal inputs");
}

/* Maps without a number, and maps that would take hours. */
static void test_variance_map_faults(void)
{
    g_autoptr(ExperimentSetup) setup = maker_setup("variance_map", NULL);

    maker_set(setup, "functions", "[exp(x)]");
    assert_fails(setup, "there is no number to show");
    maker_set(setup, "functions", "[relu]");
    maker_set(setup, "columns", "1000");
    maker_set(setup, "rows", "1000");
    maker_set(setup, "depth", "10000");
    g_assert_null(fault_of(setup, "as long as a minute"));
}

static void test_length_map(void)
{
    g_autoptr(ExperimentSetup) setup = maker_setup("length_map", NULL);
    g_autoptr(ExperimentResult) result = result_of(setup);
    const ExperimentSeries *relu = maker_series(result, 0),
                           *dot = maker_series(result, 1);

    for (guint i = 0; i < relu->points->len; i++) {
        Point point = point_at(relu, i);
        assert_close(point.y, point.x * 1.69 / 2 + 0.09, 1e-9);
    }
    g_assert_nonnull(strstr(result->subtitle, "1.3"));
    g_assert_nonnull(strstr(result->subtitle, "0.3"));
    g_assert_cmpint(dot->shape, ==, RESULT_POINTS);
    g_assert_cmpuint(dot->points->len, ==, 1);
    assert_close(point_at(dot, 0).x, 0.09 / (1 - 1.69 / 2), 1e-9);
    g_assert_cmpint(dot->color, ==, relu->color);
}

/* Where chi is at most 1 all signals become one. */
static void test_correlations(void)
{
    g_autoptr(ExperimentSetup) setup = maker_setup("variance_map", NULL);
    maker_set(setup, "columns", "40");
    maker_set(setup, "rows", "20");
    maker_set(setup, "show", "slope");
    g_autoptr(ExperimentResult) slopes = result_of(setup);
    maker_set(setup, "show", "correlation");
    g_autoptr(ExperimentResult) limits = result_of(setup);
    g_autoptr(ExperimentSetup) one = maker_setup("correlation_map", NULL);
    g_autoptr(ExperimentResult) map = result_of(one);

    for (int i = 0; i < 40 * 20; i++) {
        double limit = limits->grid->values[i];
        g_assert_true((limit == 1) == (slopes->grid->values[i] <= 1));
        g_assert_true(limit >= 0 && limit <= 1);
    }
    g_assert_cmpuint(map->series->len, ==, 5);
    for (guint i = 0; i < 4; i += 2) {
        Point last = point_at(maker_series(map, i), 200);
        g_assert_cmpfloat(fabs(last.y - 1), <, 1e-9);
        g_assert_cmpint(maker_series(map, i + 1)->shape, ==, RESULT_POINTS);
    }
}

/* --- Distributions --- */

/* Pearson's sum over all bins with 5 samples to expect, and how many these are. */
static double chi_square(const ExperimentSeries *bins, const char *text, double samples,
                         int *used)
{
    g_autoptr(Formula) formula = formula_new(text, &activation_scope, NULL, NULL, NULL);
    g_autoptr(Distribution) distribution = distribution_new(formula, 0, 1, NULL);
    guint last = bins->points->len - 2;
    double sum = 0;

    *used = 0;
    for (guint i = 0; i <= last; i++) {
        double low = point_at(bins, i).x, high = point_at(bins, i + 1).x;
        double found = point_at(bins, i).y * (high - low) * samples;
        double expected =
            samples * distribution_probability(distribution, low, high, i == last);
        if (expected < 5)
            continue;
        sum += (found - expected) * (found - expected) / expected;
        ++*used;
    }
    return sum;
}

/* What is drawn is distributed as theory says, to what chance allows. */
static void test_output_distribution(void)
{
    static const char *const texts[] = {"gelu", "relu", "tanh", "hard_tanh",
                                        "sin(3*x)"};

    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(ExperimentSetup) setup = maker_setup("output_distribution", NULL);
        maker_set(setup, "functions", texts[i]);
        maker_set(setup, "samples", "200000");
        g_autoptr(ExperimentResult) result = result_of(setup);
        int used;
        double sum = chi_square(maker_series(result, 0), texts[i], 200000, &used);
        g_test_message("%s: %g over %d bins", texts[i], sum, used);
        g_assert_cmpint(maker_series(result, 0)->shape, ==, RESULT_BINS);
        g_assert_cmpint(used, >, 30);
        g_assert_cmpfloat(sum, <, used + 4 * sqrt(2 * used));
        g_assert_cmpfloat(sum, >, used - 4 * sqrt(2 * used));
    }
}

/* The theory's line has the area of all but atoms and tails; atoms are named. */
static void test_output_theory(void)
{
    g_autoptr(ExperimentSetup) setup = maker_setup("output_distribution", NULL);
    maker_set(setup, "functions", "[relu]");
    g_autoptr(ExperimentResult) result = result_of(setup);
    const ExperimentSeries *line = maker_series(result, 1),
                           *atom = maker_series(result, 2);
    double area = 0, width = point_at(line, 1).x - point_at(line, 0).x;

    for (guint i = 0; i < line->points->len; i++)
        area += point_at(line, i).y * width;
    g_assert_cmpint(line->color, ==, 1);
    g_assert_cmpstr(maker_series(result, 0)->label, ==, "20\u00a0000 samples");
    g_assert_cmpfloat(fabs(area - 0.499), <, 1e-9);
    g_assert_cmpstr(atom->label, ==, "P(0) = 0.5");
    g_assert_cmpint(atom->shape, ==, RESULT_POINTS);
    maker_set(setup, "functions", "[log(x)]");
    assert_fails(setup, "not defined");
    maker_set(setup, "functions", "[sin(100*x)]");
    maker_set(setup, "deviation", "10");
    assert_fails(setup, "rises and falls");
}

/* Constants and steps have bins, too. */
static void test_output_steps(void)
{
    g_autoptr(ExperimentSetup) setup = maker_setup("output_distribution", NULL);
    maker_set(setup, "functions", "[sign(x), 0*x + 2]");
    g_autoptr(ExperimentResult) result = result_of(setup);
    const ExperimentSeries *sign = maker_series(result, 0);
    double sum = 0;

    for (guint i = 0; i + 1 < sign->points->len; i++)
        sum += point_at(sign, i).y * (point_at(sign, i + 1).x - point_at(sign, i).x);
    assert_close(sum, 1, 1e-9);
    maker_set(setup, "functions", "[0*x + 2]");
    g_autoptr(ExperimentResult) constant = result_of(setup);
    const ExperimentSeries *bins = maker_series(constant, 0);
    g_assert_cmpfloat(point_at(bins, 0).x, <, 2);
    g_assert_cmpfloat(point_at(bins, bins->points->len - 1).x, >, 2);
    maker_set(setup, "functions", "[floor(x)]");
    maker_set(setup, "deviation", "3");
    g_autoptr(ExperimentResult) floors = result_of(setup);
    g_assert_cmpuint(floors->series->len, ==, 2);
    g_assert_cmpuint(maker_series(floors, 1)->points->len, >, 15);
}

/* --- Layers --- */

static double theory_at(const char *experiment, const char *functions, const char *init,
                        guint layer, double *measured)
{
    g_autoptr(ExperimentSetup) setup = maker_setup(experiment, NULL);
    maker_set(setup, "functions", functions);
    maker_set(setup, "init", init);
    maker_set(setup, "width", "128");
    maker_set(setup, "depth", "6");
    maker_set(setup, "sigma_b", "0.2");
    maker_set(setup, "theory", "mean_field");
    g_autoptr(ExperimentResult) result = result_of(setup);

    g_assert_cmpuint(result->series->len, ==, 2);
    g_assert_true(maker_series(result, 1)->is_theory);
    *measured = point_at(maker_series(result, 0), layer).y;
    return point_at(maker_series(result, 1), layer).y;
}

/* Networks of 128 units are within some hundredths of infinite ones. */
static void test_layers(void)
{
    static const char *const functions[] = {"[tanh]", "[gelu]", "[selu]", "[sigmoid]"};
    static const char *const kinds[] = {"signal_norm", "gradient_norm"};
    static const char *const inits[] = {"he", "lecun"};

    for (size_t i = 0; i < G_N_ELEMENTS(functions); i++) {
        for (size_t k = 0; k < 4; k++) {
            guint layer = k / 2 == 0 ? 5 : 0; /* where most has added up */
            double measured, theory = theory_at(kinds[k / 2], functions[i],
                                                inits[k % 2], layer, &measured);
            g_test_message("%s %s %s: %g, by theory %g", kinds[k / 2], functions[i],
                           inits[k % 2], measured, theory);
            g_assert_cmpfloat(fabs(measured / theory - 1), <, 0.1);
        }
    }
}

/* --- Repeated application --- */

/* One function: a curve a start, named and coloured by it. */
static void test_orbits(void)
{
    g_autoptr(ExperimentSetup) setup = maker_setup("iteration", NULL);
    maker_set(setup, "functions", "[x/2]");
    maker_set(setup, "starts", "[1, -4]");
    g_autoptr(ExperimentResult) one = result_of(setup);
    maker_set(setup, "functions", "[x/2, x^2]");
    g_autoptr(ExperimentResult) two = result_of(setup);

    g_assert_cmpuint(one->series->len, ==, 2);
    g_assert_cmpstr(maker_series(one, 1)->label, ==, "x<sub>0</sub> = −4");
    g_assert_cmpint(maker_series(one, 1)->color, ==, 1);
    g_assert_cmpfloat(point_at(maker_series(one, 1), 3).y, ==, -0.5);
    g_assert_cmpuint(two->series->len, ==, 4);
    g_assert_cmpint(maker_series(two, 1)->color, ==, 0);
    g_assert_null(maker_series(two, 1)->label);
    g_assert_cmpstr(maker_series(two, 2)->label, ==, "x^2");
    g_assert_true(isnan(point_at(maker_series(two, 3), 12).y)); /* (-4)^4096 */
}

/* The staircase goes up or down to the curve, then across to the diagonal; the curve
 * is cut where it jumps. */
static void test_cobweb(void)
{
    g_autoptr(ExperimentSetup) setup = maker_setup("iteration", NULL);
    maker_set(setup, "functions", "[x < 0 ? x + 1 : x/2 - 1/4]");
    maker_set(setup, "starts", "[-1]");
    maker_set(setup, "steps", "3");
    maker_set(setup, "show", "cobweb");
    g_autoptr(ExperimentResult) result = result_of(setup);
    const ExperimentSeries *curve = maker_series(result, 0),
                           *stair = maker_series(result, 1);
    const double expected[][2] = {{-1, -1},    {-1, 0},        {0, 0},
                                  {0, -0.25},  {-0.25, -0.25}, {-0.25, 0.75},
                                  {0.75, 0.75}};
    int gaps = 0;

    g_assert_cmpuint(result->series->len, ==, 3);
    g_assert_cmpuint(stair->points->len, ==, 7);
    for (guint i = 0; i < 7; i++) {
        g_assert_cmpfloat(point_at(stair, i).x, ==, expected[i][0]);
        g_assert_cmpfloat(point_at(stair, i).y, ==, expected[i][1]);
    }
    for (guint i = 0; i < curve->points->len; i++)
        gaps += isnan(point_at(curve, i).y);
    g_assert_cmpint(gaps, ==, 1);
    g_assert_cmpfloat(point_at(curve, 0).x, <, -1);
    g_assert_cmpfloat(point_at(curve, curve->points->len - 1).x, >, 0.75);
}

/* An orbit that runs away does not make the frame boundless. */
static void test_escape(void)
{
    g_autoptr(ExperimentSetup) setup = maker_setup("iteration", NULL);
    maker_set(setup, "functions", "[exp(x), 1/x]");
    maker_set(setup, "starts", "[0, 1]");
    maker_set(setup, "show", "cobweb");
    g_autoptr(ExperimentResult) result = result_of(setup);

    for (guint i = 0; i < result->series->len; i++)
        for (guint k = 0; k < maker_series(result, i)->points->len; k++)
            g_assert_cmpfloat(fabs(point_at(maker_series(result, i), k).x), <, 1e6);
}

int main(int argc, char **argv)
{
    int status;

    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/theory/variance-map", test_variance_map);
    g_test_add_func("/theory/variance-map-faults", test_variance_map_faults);
    g_test_add_func("/theory/edge-of-chaos", test_edge_of_chaos);
    g_test_add_func("/theory/length-map", test_length_map);
    g_test_add_func("/theory/correlations", test_correlations);
    g_test_add_func("/theory/output-distribution", test_output_distribution);
    g_test_add_func("/theory/output-theory", test_output_theory);
    g_test_add_func("/theory/output-steps", test_output_steps);
    g_test_add_func("/theory/layers", test_layers);
    g_test_add_func("/theory/orbits", test_orbits);
    g_test_add_func("/theory/cobweb", test_cobweb);
    g_test_add_func("/theory/escape", test_escape);
    status = g_test_run();
    experiment_forget();
    return status;
}
