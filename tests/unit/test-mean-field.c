/* test-mean-field.c - means of squares and what layers make of variances. */
#include "activation/activation.h"
#include "activation/facts.h"
#include "network/mean_field.h"

#include <math.h>

static MeanField *field_new(const char *text)
{
    GError *error = NULL;
    g_autoptr(Formula) formula = formula_new(text, &activation_scope, NULL, NULL, NULL);
    MeanField *field;

    g_assert_nonnull(formula);
    field = mean_field_new(formula, &error);
    g_assert_no_error(error);
    return field;
}

static void assert_close(double found, double expected, double share)
{
    if (!(fabs(found - expected) <= share * fabs(expected)))
        g_error("%.17g is not %.17g", found, expected);
}

static double identity_square(double q)
{
    return q;
}
static double relu_square(double q)
{
    return q / 2;
}
static double leaky_square(double q)
{
    return q * (1 + 0.2 * 0.2) / 2;
}
/* 2/pi asin(2 q/(1 + 2 q)) [williams1997]. */
static double erf_square(double q)
{
    return 2 / G_PI * atan2(2 * q, sqrt(1 + 4 * q));
}
static double sine_square(double q)
{
    return -expm1(-2 * q) / 2;
}
static double power_square(double q)
{
    return 3 * q * q;
}
static double step_square(double q)
{
    (void)q;
    return 0.5;
}
static double gaussian_square(double q)
{
    return 1 / sqrt(1 + 4 * q);
}
static double exp_square(double q)
{
    return exp(2 * q);
}

static const struct {
    const char *text;
    double (*square)(double q);
    double lowest, highest; /* of log10 q */
} closed[] = {
    {"x", identity_square, -200, 190},
    {"relu", relu_square, -200, 190},
    {"leaky_relu(alpha=0.2)", leaky_square, -200, 190},
    {"erf(x)", erf_square, -200, 190},
    {"sin(x)", sine_square, -200, 4},
    {"x^2", power_square, -100, 100},
    {"x > 0 ? 1 : 0", step_square, -200, 190},
    {"exp(-x^2)", gaussian_square, -200, 190},
    {"exp(x)", exp_square, -200, 1.9},
};

/* All of the range, between the table's columns too. */
static void test_closed(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(closed); i++) {
        g_autoptr(MeanField) field = field_new(closed[i].text);
        g_test_message("%s, table within %g", closed[i].text, mean_field_error(field));
        g_assert_cmpfloat(mean_field_error(field), <, 1e-9);
        for (int k = 0; k <= 1000; k++) {
            double share = k / 1000.0;
            double q = pow(10, closed[i].lowest +
                                   share * (closed[i].highest - closed[i].lowest));
            assert_close(mean_field_square(field, q), closed[i].square(q), 1e-9);
        }
        assert_close(mean_field_square_exact(field, 1), closed[i].square(1), 1e-13);
    }
}

/* The catalogue's facts integrate by another rule. */
static void test_facts(void)
{
    static const char *const texts[] = {"gelu",       "mish",       "selu",
                                        "hard_swish", "tanh",       "hard_shrink",
                                        "softplus",   "log_sigmoid"};

    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(Formula) formula =
            formula_new(texts[i], &activation_scope, NULL, NULL, NULL);
        g_autoptr(Warnings) warnings = warnings_new();
        g_autoptr(Facts) facts = facts_new(formula, warnings);
        g_autoptr(MeanField) field = field_new(texts[i]);
        double squares[] = {facts->moments[MOMENT_F2].value,
                            facts->moments[MOMENT_DF2].value};
        assert_close(mean_field_square_exact(field, 1), squares[0], 1e-12);
        assert_close(mean_field_square(field, 1), squares[0], 1e-9);
        if (!isnan(squares[1]))
            assert_close(mean_field_slope_square(field, 1), squares[1], 1e-9);
    }
}

/* ReLU keeps a variance at sigma_w^2 = 2, loses or blows it up beside it. */
static void test_relu(void)
{
    g_autoptr(MeanField) field = field_new("relu");
    MeanFieldLayer shrinking = {1.2, 0.5}, keeping = {G_SQRT2, 0}, growing = {1.5, 0};
    double fixed = 0.25 / (1 - 0.72);

    assert_close(mean_field_variance(field, shrinking, 3), 3 * 0.72 + 0.25, 1e-10);
    assert_close(mean_field_depth(field, shrinking, 3, 300), fixed, 1e-9);
    assert_close(mean_field_fixed_point(field, shrinking, 3), fixed, 1e-9);
    assert_close(mean_field_fixed_point(field, keeping, 3), 3, 1e-9);
    g_assert_cmpfloat(mean_field_fixed_point(field, growing, 3), ==, INFINITY);
    assert_close(mean_field_depth(field, growing, 1, 20), pow(1.125, 20), 1e-8);
    assert_close(mean_field_slope(field, keeping, 3), 1, 1e-10);
    shrinking.sigma_b = 0;
    g_assert_cmpfloat(mean_field_fixed_point(field, shrinking, 3), ==, 0);
}

/* Without biases tanh is at the edge of chaos at sigma_w = 1 [schoenholz2017]. */
static void test_tanh(void)
{
    g_autoptr(MeanField) field = field_new("tanh");
    double ordered = mean_field_fixed_point(field, (MeanFieldLayer){0.9, 0}, 1);
    MeanFieldLayer chaotic = {1.5, 0.1};
    double fixed = mean_field_fixed_point(field, chaotic, 1);

    g_assert_cmpfloat(ordered, <, 1e-9);
    assert_close(mean_field_slope(field, (MeanFieldLayer){0.9, 0}, ordered), 0.81,
                 1e-8);
    assert_close(mean_field_variance(field, chaotic, fixed), fixed, 1e-10);
    assert_close(mean_field_depth(field, chaotic, 7, 400), fixed, 1e-9);
    g_assert_cmpfloat(mean_field_slope(field, chaotic, fixed), >, 1);
}

static void test_none(void)
{
    static const char *const texts[] = {"1/x", "log(x)", "sqrt(x)", "1/(x-3)^2"};
    g_autoptr(MeanField) jumps = field_new("sign(x)");

    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(Formula) formula =
            formula_new(texts[i], &activation_scope, NULL, NULL, NULL);
        g_autoptr(GError) error = NULL;
        g_assert_null(mean_field_new(formula, &error));
        g_assert_nonnull(error);
        g_test_message("%s", error->message);
    }
    g_assert_cmpfloat(mean_field_jump(jumps), ==, 0);
    g_assert_true(isnan(mean_field_slope_square(jumps, 1)));
}

/* Where squares are beyond doubles the mean is, too; where f swings it is not known. */
static void test_far(void)
{
    g_autoptr(MeanField) grows = field_new("exp(x^2)"), swings = field_new("sin(x)");

    assert_close(mean_field_square(grows, 0.2), 1 / sqrt(1 - 0.8), 1e-8);
    g_assert_cmpfloat(mean_field_square(grows, 0.26), ==, INFINITY);
    g_assert_true(isnan(mean_field_square(swings, 1e30)));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/mean-field/closed", test_closed);
    g_test_add_func("/mean-field/facts", test_facts);
    g_test_add_func("/mean-field/relu", test_relu);
    g_test_add_func("/mean-field/tanh", test_tanh);
    g_test_add_func("/mean-field/none", test_none);
    g_test_add_func("/mean-field/far", test_far);
    return g_test_run();
}
