/* test-correlation.c - means of products against closed forms. */
#include "activation/activation.h"
#include "network/correlation.h"

#include <math.h>

static MeanField *field_new(const char *text)
{
    g_autoptr(Formula) formula = formula_new(text, &activation_scope, NULL, NULL, NULL);
    MeanField *field = mean_field_new(formula, NULL);

    g_assert_nonnull(field);
    return field;
}

static double identity_kernel(double q, double c)
{
    (void)q;
    return c;
}
static double square_kernel(double q, double c)
{
    (void)q;
    return (1 + 2 * c * c) / 3;
}
/* [cho2009] */
static double relu_kernel(double q, double c)
{
    double angle = acos(c);
    (void)q;
    return (sin(angle) + (G_PI - angle) * c) / G_PI;
}
static double step_kernel(double q, double c)
{
    (void)q;
    return 1 - acos(c) / G_PI;
}
/* [williams1997] */
static double erf_kernel(double q, double c)
{
    return asin(2 * q * c / (1 + 2 * q)) / asin(2 * q / (1 + 2 * q));
}
static double sine_kernel(double q, double c)
{
    return sinh(q * c) / sinh(q);
}

static const struct {
    const char *text;
    double (*kernel)(double q, double c);
    double error;
} closed[] = {
    {"x", identity_kernel, 1e-9},  {"x^2", square_kernel, 1e-8},
    {"relu", relu_kernel, 2e-5},   {"erf(x)", erf_kernel, 2e-5},
    {"sin(x)", sine_kernel, 1e-8}, {"x > 0 ? 1 : 0", step_kernel, 2e-5},
};

static void test_closed(void)
{
    static const double variances[] = {0.01, 0.7, 2.3, 30};

    for (size_t i = 0; i < G_N_ELEMENTS(closed); i++) {
        g_autoptr(MeanField) field = field_new(closed[i].text);
        for (size_t k = 0; k < G_N_ELEMENTS(variances); k++) {
            Correlation correlation = correlation_at(field, variances[k]);
            double worst = 0, worst_below = 0;
            for (int j = 0; j <= 2000; j++) {
                double c = j / 2000.0;
                double away = fabs(correlation_kernel(&correlation, c) -
                                   closed[i].kernel(variances[k], c));
                worst = fmax(worst, away);
                if (c < 0.95)
                    worst_below = fmax(worst_below, away);
            }
            g_test_message("%s at %g: %g, below 0.95 %g", closed[i].text, variances[k],
                           worst, worst_below);
            g_assert_cmpfloat(worst, <, closed[i].error);
            g_assert_cmpfloat(worst_below, <, fmin(closed[i].error, 1e-6));
        }
    }
}

/* Two ways to the same end: the table's limit, and layer after layer. */
static void test_limit(void)
{
    static const MeanFieldLayer layers[] = {{0.8, 0.3}, {1.5, 0.2}, {2.5, 0.1}, {3, 1}};
    static const char *const texts[] = {"tanh", "erf(x)", "sin(x)"};

    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(MeanField) field = field_new(texts[i]);
        g_autoptr(CorrelationTable) table = correlation_table_new(field);
        for (size_t k = 0; k < G_N_ELEMENTS(layers); k++) {
            double q = mean_field_fixed_point(field, layers[k], 1), c = 0.5;
            double chi = mean_field_slope(field, layers[k], q);
            Correlation correlation = correlation_at(field, q);
            for (int step = 0; step < 4000; step++)
                c = correlation_after(&correlation, field, layers[k], q, c);
            double limit = correlation_table_limit(table, layers[k], q);
            g_test_message("%s: %g, %g, chi %g", texts[i], c, limit, chi);
            g_assert_cmpfloat(fabs(c - limit), <, 1e-4);
            g_assert_true((limit == 1) == (chi <= 1));
        }
    }
}

/* ReLU without biases at sigma_w^2 = 2 makes all signals alike; its dots do so for any
 * sigma_w. */
static void test_relu(void)
{
    g_autoptr(MeanField) field = field_new("relu");
    g_autoptr(CorrelationTable) table = correlation_table_new(field);

    g_assert_cmpfloat(correlation_table_limit(table, (MeanFieldLayer){G_SQRT2, 0}, 1),
                      ==, 1);
    g_assert_cmpfloat(correlation_table_limit(table, (MeanFieldLayer){1, 0.5}, 1), ==,
                      1);
}

/* exp's squares are known for |x| < 355 only: deviations of 1e15 see nothing of them.
 */
static void test_out_of_reach(void)
{
    g_autoptr(MeanField) field = field_new("exp(x)");
    Correlation correlation = correlation_at(field, 1e30);

    g_assert_true(isnan(correlation_kernel(&correlation, 0.5)));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/correlation/closed", test_closed);
    g_test_add_func("/correlation/limit", test_limit);
    g_test_add_func("/correlation/relu", test_relu);
    g_test_add_func("/correlation/out-of-reach", test_out_of_reach);
    return g_test_run();
}
