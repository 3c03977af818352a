/* test-distribution.c - probabilities of f(z), against closed forms. */
#include "activation/activation.h"
#include "activation/facts_mean.h"
#include "network/distribution.h"

#include <math.h>

static Distribution *distribution_of(const char *text, double mean, double deviation)
{
    GError *error = NULL;
    g_autoptr(Formula) formula = formula_new(text, &activation_scope, NULL, NULL, NULL);
    Distribution *distribution;

    g_assert_nonnull(formula);
    distribution = distribution_new(formula, mean, deviation, &error);
    g_assert_no_error(error);
    return distribution;
}

static void assert_near(double found, double expected)
{
    if (!(fabs(found - expected) <= 1e-13))
        g_error("%.17g is not %.17g", found, expected);
}

/* P(z < x) */
static double below(double x)
{
    return normal_share(-INFINITY, x);
}

static void test_monotone(void)
{
    g_autoptr(Distribution) tanh = distribution_of("tanh", 0.5, 2);
    g_autoptr(Distribution) leaky = distribution_of("leaky_relu(alpha=0.2)", 0, 1);
    g_autoptr(Distribution) falling = distribution_of("exp(-x)", 0, 1);
    double least, greatest;

    assert_near(distribution_probability(tanh, -INFINITY, 0.3, false),
                below((atanh(0.3) - 0.5) / 2));
    assert_near(distribution_spread(leaky, -0.1, 0.7), below(0.7) - below(-0.5));
    assert_near(distribution_spread(falling, 0.5, 2), 1 - 2 * below(-log(2)));
    distribution_support(tanh, &least, &greatest);
    assert_near(least, -1);
    assert_near(greatest, 1);
    g_assert_cmpuint(distribution_atoms(leaky)->len, ==, 0);
}

/* Several preimages, jumps, poles. */
static void test_courses(void)
{
    g_autoptr(Distribution) square = distribution_of("x^2", 0, 1);
    g_autoptr(Distribution) jump = distribution_of("x > 0 ? x + 1 : x", 0, 1);
    g_autoptr(Distribution) pole = distribution_of("1/x", 0, 1);
    g_autoptr(Distribution) wave = distribution_of("sin(x)", 0, 1);
    g_autoptr(Distribution) tangent = distribution_of("tan(x)", 0, 5);
    double sum = 0;

    g_assert_cmpfloat(fabs(distribution_quantile(tangent, 0.001)), <, 1e4);
    assert_near(distribution_probability(tangent, -INFINITY, 0, false), 0.5);
    assert_near(distribution_spread(square, 0, 4), below(2) - below(-2));
    assert_near(distribution_spread(square, 1, 4), 2 * (below(2) - below(1)));
    assert_near(distribution_spread(jump, 0, 1), 0);
    assert_near(distribution_spread(jump, -1, 2), below(1) - below(-1));
    assert_near(distribution_spread(pole, 2, INFINITY), below(0.5) - 0.5);
    for (int k = -6; k <= 6; k++)
        sum += below(G_PI - asin(0.5) + 2 * G_PI * k) - below(asin(0.5) + 2 * G_PI * k);
    assert_near(distribution_spread(wave, 0.5, 1), sum);
}

/* Many stretches at once are the same as one by one. */
static void test_spreads(void)
{
    static const char *const texts[] = {"gelu", "sin(3*x)", "1/x", "exp(-x)", "x^2"};
    static const double edges[] = {-INFINITY, -2, -1, -0.1, 0, 0.3, 1, 5, INFINITY};
    enum { EDGES = G_N_ELEMENTS(edges) };

    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(Distribution) distribution = distribution_of(texts[i], -0.3, 1.2);
        double spreads[EDGES - 1], sum = 0;
        distribution_spreads(distribution, edges, EDGES, spreads);
        for (int k = 0; k + 1 < EDGES; k++) {
            assert_near(spreads[k],
                        distribution_spread(distribution, edges[k], edges[k + 1]));
            sum += spreads[k];
        }
        assert_near(sum, 1);
    }
}

static void test_atoms(void)
{
    g_autoptr(Distribution) relu = distribution_of("relu", 0.3, 1);
    g_autoptr(Distribution) clip = distribution_of("hard_tanh", 0, 1);
    g_autoptr(Distribution) step = distribution_of("sign(x)", 0, 1);
    g_autoptr(Distribution) middle = distribution_of("abs(x) < 1 ? x : 0", 0, 1);
    const GArray *atoms = distribution_atoms(relu);

    g_assert_cmpuint(atoms->len, ==, 1);
    g_assert_cmpfloat(g_array_index(atoms, Atom, 0).value, ==, 0);
    assert_near(g_array_index(atoms, Atom, 0).probability, below(-0.3));
    assert_near(distribution_probability(relu, 0, 1, false), below(0.7));
    assert_near(distribution_spread(relu, 0, 1), below(0.7) - below(-0.3));
    g_assert_cmpuint(distribution_atoms(clip)->len, ==, 2);
    assert_near(distribution_probability(clip, 0.5, 1, false), below(1) - below(0.5));
    assert_near(distribution_probability(clip, 0.5, 1, true), below(-0.5));
    g_assert_cmpuint(distribution_atoms(step)->len, ==, 2);
    g_assert_cmpuint(distribution_atoms(middle)->len, ==, 1);
    assert_near(g_array_index(distribution_atoms(middle), Atom, 0).probability,
                2 * below(-1));
    assert_near(distribution_probability(step, -1, 1, true), 1);
}

/* Every record of the catalogue: all probabilities add up to 1, over any cuts. */
static void test_catalogue(void)
{
    for (unsigned k = 0; k < activation_count(); k++) {
        const char *key = activation_get(k)->definition.key;
        g_autoptr(Distribution) distribution = distribution_of(key, 0.2, 1.5);
        double median = distribution_quantile(distribution, 0.5), sum = 0;
        double last = -INFINITY;
        for (int i = 0; i < 20; i++) {
            double next = median + (i - 10) * 0.37;
            sum += distribution_probability(distribution, last, next, false);
            last = next;
        }
        sum += distribution_probability(distribution, last, INFINITY, true);
        g_test_message("%s: %.17g", key, sum);
        assert_near(sum, 1);
        g_assert_cmpfloat(
            distribution_probability(distribution, -INFINITY, median, false), <=,
            0.5 + 1e-12);
        g_assert_cmpfloat(
            distribution_probability(distribution, -INFINITY, median, true), >=,
            0.5 - 1e-12);
    }
}

static void test_none(void)
{
    static const char *const texts[] = {"log(x)", "sqrt(x)", "atanh(x)"};

    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(Formula) formula =
            formula_new(texts[i], &activation_scope, NULL, NULL, NULL);
        if (!formula)
            continue;
        g_assert_null(distribution_new(formula, 0, 1, &error));
        g_assert_nonnull(error);
        g_test_message("%s", error->message);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/distribution/monotone", test_monotone);
    g_test_add_func("/distribution/courses", test_courses);
    g_test_add_func("/distribution/spreads", test_spreads);
    g_test_add_func("/distribution/atoms", test_atoms);
    g_test_add_func("/distribution/catalogue", test_catalogue);
    g_test_add_func("/distribution/none", test_none);
    return g_test_run();
}
