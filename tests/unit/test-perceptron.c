/* test-perceptron.c - passes through networks against a second way to each number. */
#include "activation/activation.h"
#include "network/perceptron.h"
#include "network/product.h"
#include "network/random.h"
#include "network/runs.h"
#include "network/spread.h"

#include <gsl/gsl_cblas.h>
#include <math.h>
#include <string.h>

static Tape *tape_of(const char *text)
{
    g_autoptr(Formula) formula = formula_new(text, &activation_scope, NULL, NULL, NULL);

    g_assert_nonnull(formula);
    return tape_new(formula, 1);
}

/* --- Products --- */

static void assert_near(const double *a, const double *b, size_t count)
{
    for (size_t i = 0; i < count; i++)
        g_assert_cmpfloat(fabs(a[i] - b[i]), <=, 1e-13);
}

static void check_product(int rows, int inner, int columns)
{
    size_t links = (size_t)(rows * inner), cells = (size_t)(rows * columns);
    size_t inputs = (size_t)(inner * columns);
    g_autofree double *left = g_new(double, links), *turned = g_new(double, links);
    g_autofree double *right = g_new(double, inputs),
                      *start = g_new(double, (size_t)rows);
    g_autofree double *result = g_new(double, cells), *expected = g_new(double, cells);
    g_autofree double *again = g_new(double, cells);

    random_fill_normal(left, links, 1, 1, 0);
    random_fill_normal(right, inputs, 1, 1, 1);
    random_fill_normal(start, (size_t)rows, 1, 1, 2);
    for (size_t i = 0; i < cells; i++)
        expected[i] = start[i / (size_t)columns];
    cblas_dgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, rows, columns, inner, 1,
                left, inner, right, columns, 1, expected, columns);
    product(result, (Matrix){left, (size_t)inner, 1}, right, start, (size_t)rows,
            (size_t)inner, (size_t)columns);
    assert_near(result, expected, cells);
    product_transpose(turned, left, (size_t)rows, (size_t)inner);
    product(again, (Matrix){turned, 1, (size_t)rows}, right, start, (size_t)rows,
            (size_t)inner, (size_t)columns);
    g_assert_true(memcmp(result, again, cells * sizeof *result) == 0);
    for (size_t i = 0; i < cells; i++) { /* tiles do not show */
        size_t row = i / (size_t)columns, column = i % (size_t)columns;
        double sum = start[row];
        for (size_t k = 0; k < (size_t)inner; k++) {
            double term = left[row * (size_t)inner + k];
            term *= right[k * (size_t)columns + column];
            sum += term;
        }
        g_assert_cmpfloat(result[i], ==, sum);
    }
}

static void test_product(void)
{
    check_product(1, 1, 1);
    check_product(4, 3, 16);
    check_product(5, 7, 33);
    check_product(3, 20, 50);
    check_product(64, 64, 32);
}

/* --- The article's worked example --- */

/* Two layers of ReLU: every number of it by hand. x = (1, 2); z1 = (1*1 - 1*2, 0.5*1 +
 * 1*2 + 0.5) = (-1, 3), a1 = (0, 3); z2 = 2*0 + 1*3 - 1 = 2, a2 = 2. With dL/da2 = 1:
 * dL/dz2 = 1, dL/da1 = W2^T = (2, 1), dL/dz1 = (0, 1). */
static void test_worked_example(void)
{
    static const size_t widths[] = {2, 2, 1};
    static const double input[] = {1, 2}, output_gradient[] = {1};
    g_autoptr(Tape) relu = tape_of("relu");
    g_autoptr(Perceptron) net = perceptron_new(widths, 2, 1, relu);
    Layer *first = &net->layers[0], *second = &net->layers[1];

    memcpy(first->weights, (double[]){1, -1, 0.5, 1}, 4 * sizeof(double));
    memcpy(first->biases, (double[]){0, 0.5}, 2 * sizeof(double));
    memcpy(second->weights, (double[]){2, 1}, 2 * sizeof(double));
    second->biases[0] = -1;
    perceptron_forward(net, input, 1);
    g_assert_cmpfloat(first->z[0], ==, -1);
    g_assert_cmpfloat(first->z[1], ==, 3);
    g_assert_cmpfloat(first->a[0], ==, 0);
    g_assert_cmpfloat(first->a[1], ==, 3);
    g_assert_cmpfloat(perceptron_output(net)[0], ==, 2);
    perceptron_backward(net, output_gradient);
    perceptron_gradients(net);
    g_assert_cmpfloat(second->dz[0], ==, 1);
    g_assert_cmpfloat(first->dz[0], ==, 0);
    g_assert_cmpfloat(first->dz[1], ==, 1);
    for (int i = 0; i < 4; i++) /* the silent unit learns nothing */
        g_assert_cmpfloat(first->weight_gradient[i], ==, ((double[]){0, 0, 1, 2})[i]);
    g_assert_cmpfloat(second->weight_gradient[0], ==, 0);
    g_assert_cmpfloat(second->weight_gradient[1], ==, 3);
    g_assert_cmpfloat(second->bias_gradient[0], ==, 1);
}

/* --- Derivatives by differences in long double --- */

enum { INPUTS = 3, HIDDEN = 5, OUTPUTS = 2, SAMPLES = 4, LAYERS = 3 };
static const size_t small_widths[] = {INPUTS, HIDDEN, HIDDEN, OUTPUTS};

typedef long double (*Function)(long double x);

static long double tanh_at(long double x)
{
    return tanhl(x);
}

static long double leaky_relu_at(long double x)
{
    return x > 0 ? x : x / 100;
}

static long double silu_at(long double x)
{
    return x / (1 + expl(-x));
}

/* L = the sum of weight * output over outputs and samples, unit by unit, with
 * *changed (a weight or a bias) moved by that much. */
static long double loss(const Perceptron *net, Function function, const double *input,
                        const double *weight, const double *changed, long double by)
{
    long double total = 0;

    for (size_t sample = 0; sample < SAMPLES; sample++) {
        long double a[HIDDEN], next[HIDDEN];
        for (size_t i = 0; i < INPUTS; i++)
            a[i] = input[i * SAMPLES + sample];
        for (size_t l = 0; l < LAYERS; l++) {
            const Layer *layer = &net->layers[l];
            for (size_t j = 0; j < layer->units; j++) {
                const double *bias = &layer->biases[j];
                long double z = *bias + (bias == changed ? by : 0);
                for (size_t i = 0; i < layer->inputs; i++) {
                    const double *link = &layer->weights[j * layer->inputs + i];
                    z += (*link + (link == changed ? by : 0)) * a[i];
                }
                next[j] = function(z);
            }
            memcpy(a, next, sizeof a);
        }
        for (size_t j = 0; j < OUTPUTS; j++)
            total += weight[j * SAMPLES + sample] * a[j];
    }
    return total;
}

static void check_gradients(const char *name, Function function)
{
    g_autoptr(Tape) tape = tape_of(name);
    g_autoptr(Perceptron) net = perceptron_new(small_widths, LAYERS, SAMPLES, tape);
    const Initial initial = {INITIAL_XAVIER, 1.5, 0.3};
    double input[INPUTS * SAMPLES], weight[OUTPUTS * SAMPLES];

    perceptron_initialise(net, &initial, 5);
    random_fill_normal(input, G_N_ELEMENTS(input), 1, 5, 100);
    random_fill_normal(weight, G_N_ELEMENTS(weight), 1, 5, 101);
    perceptron_forward(net, input, SAMPLES);
    perceptron_backward(net, weight);
    perceptron_gradients(net);
    for (size_t l = 0; l < LAYERS; l++) {
        const Layer *layer = &net->layers[l];
        size_t links = layer->units * layer->inputs;
        for (size_t i = 0; i < links + layer->units; i++) {
            bool is_bias = i >= links;
            const double *at = is_bias ? &layer->biases[i - links] : &layer->weights[i];
            double gradient =
                is_bias ? layer->bias_gradient[i - links] : layer->weight_gradient[i];
            const long double step = 1e-6L;
            long double over = loss(net, function, input, weight, at, step);
            long double under = loss(net, function, input, weight, at, -step);
            g_assert_cmpfloat(fabs((double)((over - under) / (2 * step)) - gradient), <,
                              1e-9);
        }
    }
}

static void test_gradients(void)
{
    check_gradients("tanh", tanh_at);
    check_gradients("leaky_relu", leaky_relu_at);
    check_gradients("silu", silu_at);
}

/* --- How weights begin --- */

static double mean_square(const double *numbers, size_t count)
{
    double sum = 0;

    for (size_t i = 0; i < count; i++)
        sum += numbers[i] * numbers[i];
    return sum / (double)count;
}

static void test_deviations(void)
{
    static const size_t widths[] = {100, 300};
    static const double expected[] = {2 / 100.0, 2 / 400.0, 1 / 100.0};
    g_autoptr(Perceptron) net = perceptron_new(widths, 1, 1, NULL);
    const Layer *layer = &net->layers[0];

    for (int kind = INITIAL_HE; kind <= INITIAL_LECUN; kind++) {
        const Initial initial = {(InitialKind)kind, 3, 0.5};
        double links = 100 * 300, share;
        perceptron_initialise(net, &initial, 1);
        share = mean_square(layer->weights, (size_t)links) / (9 * expected[kind]);
        g_assert_cmpfloat(fabs(share - 1), <, 5 * sqrt(2 / links));
        share = mean_square(layer->biases, 300) / 0.25;
        g_assert_cmpfloat(fabs(share - 1), <, 5 * sqrt(2 / 300.0));
    }
}

static void check_orthogonal(size_t inputs, size_t units)
{
    const size_t widths[] = {inputs, units};
    const Initial initial = {INITIAL_ORTHOGONAL, 2, 0};
    g_autoptr(Perceptron) net = perceptron_new(widths, 1, 1, NULL);
    const double *weights = net->layers[0].weights;
    size_t count = MIN(inputs, units), inner = MAX(inputs, units);
    size_t step = units <= inputs ? inputs : 1, along = units <= inputs ? 1 : inputs;

    perceptron_initialise(net, &initial, 3);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j <= i; j++) {
            double sum = 0;
            for (size_t k = 0; k < inner; k++)
                sum += weights[i * step + k * along] * weights[j * step + k * along];
            g_assert_cmpfloat(fabs(sum - (i == j ? 4 : 0)), <, 1e-13);
        }
}

static void test_orthogonal(void)
{
    check_orthogonal(40, 40);
    check_orthogonal(40, 17);
    check_orthogonal(17, 40);
    check_orthogonal(1, 1);
}

/* --- Runs --- */

enum { RUNS = 100 };

static void count_run(unsigned i, void *data)
{
    ((int *)data)[i]++;
    if (i == 3) { /* runs within runs find no threads to spare, and are done */
        int inner[RUNS] = {0};
        runs_do(2, count_run, inner);
        g_assert_cmpint(inner[0] + inner[1], ==, 2);
    }
}

static void test_runs(void)
{
    for (unsigned threads = 0; threads < 4; threads++) {
        int seen[RUNS] = {0};
        runs_set_threads(threads);
        runs_do(RUNS, count_run, seen);
        for (int i = 0; i < RUNS; i++)
            g_assert_cmpint(seen[i], ==, 1);
    }
    runs_set_threads(0);
}

static void test_spread(void)
{
    static const double values[] = {5, -1, 1, -1, 4, -1, 2, -1, 3, -1};
    static const double lost[] = {1, NAN, 3};
    Spread spread = spread_of(values, 2, 5);

    g_assert_cmpfloat(spread.low, ==, 2);
    g_assert_cmpfloat(spread.middle, ==, 3);
    g_assert_cmpfloat(spread.high, ==, 4);
    spread = spread_of(values, 2, 2);
    g_assert_cmpfloat(spread.low, ==, 2);
    g_assert_cmpfloat(spread.middle, ==, 3);
    g_assert_true(isnan(spread_of(lost, 1, 3).middle));
    g_assert_cmpfloat(spread_of(lost, 1, 1).high, ==, 1);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/perceptron/product", test_product);
    g_test_add_func("/perceptron/worked-example", test_worked_example);
    g_test_add_func("/perceptron/gradients", test_gradients);
    g_test_add_func("/perceptron/deviations", test_deviations);
    g_test_add_func("/perceptron/orthogonal", test_orthogonal);
    g_test_add_func("/perceptron/runs", test_runs);
    g_test_add_func("/perceptron/spread", test_spread);
    return g_test_run();
}
