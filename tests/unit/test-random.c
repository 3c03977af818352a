/* test-random.c - known answers, moments, and the quantile against GSL's. */
#include "network/random.h"

#include <Random123/philox.h>
#include <glib.h>
#include <gsl/gsl_cdf.h>
#include <math.h>
#include <stdbool.h>

/* Known answers of Random123 1.14 (its tests/kat_vectors): philox4x32 10. */
static const struct {
    uint32_t counter[4], key[2], answer[4];
} known[] = {
    {{0, 0, 0, 0}, {0, 0}, {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}},
    {{0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff},
     {0xffffffff, 0xffffffff},
     {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}},
    {{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
     {0xa4093822, 0x299f31d0},
     {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}},
};

static uint64_t join(uint32_t low, uint32_t high)
{
    return (uint64_t)high << 32 | low;
}

static double uniform_of(uint64_t bits)
{
    return ((double)(bits >> 12) + 0.5) / 4503599627370496.0;
}

static void test_known(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        philox4x32_ctr_t counter, bits;
        philox4x32_key_t key = {{known[i].key[0], known[i].key[1]}};
        for (int k = 0; k < 4; k++)
            counter.v[k] = known[i].counter[k];
        bits = philox4x32(counter, key);
        for (int k = 0; k < 4; k++)
            g_assert_cmphex(bits.v[k], ==, known[i].answer[k]);
    }
}

/* Seed, stream and index have their words to themselves. */
static void test_places(void)
{
    const philox4x32_ctr_t counter = {{0x89abcdef, 0x01234567, 3, 4}};
    const philox4x32_key_t key = {{1, 2}};
    const philox4x32_ctr_t bits = philox4x32(counter, key);
    const uint64_t seed = join(1, 2), stream = join(3, 4);
    const uint64_t block = join(0x89abcdef, 0x01234567);

    g_assert_cmpfloat(random_uniform(seed, stream, 2 * block), ==,
                      uniform_of(join(bits.v[0], bits.v[1])));
    g_assert_cmpfloat(random_uniform(seed, stream, 2 * block + 1), ==,
                      uniform_of(join(bits.v[2], bits.v[3])));
    g_assert_cmpfloat(random_uniform(0, 0, 0), ==,
                      uniform_of(join(known[0].answer[0], known[0].answer[1])));
}

static void test_fill(void)
{
    double numbers[101];

    random_fill_normal(numbers, G_N_ELEMENTS(numbers), 3, 7, 9);
    for (unsigned i = 0; i < G_N_ELEMENTS(numbers); i++)
        g_assert_cmpfloat(numbers[i], ==, 3 * random_normal(7, 9, i));
    g_assert_cmpfloat(random_normal(7, 9, 0), !=, random_normal(8, 9, 0));
    g_assert_cmpfloat(random_normal(7, 9, 0), !=, random_normal(7, 10, 0));
}

/* Each moment within five of its standard errors. */
static void test_moments(void)
{
    enum { COUNT = 400000 };
    static const double expected[] = {0, 1, 0, 3}, variance[] = {1, 2, 15, 96};
    g_autofree double *numbers = g_new(double, COUNT);
    double sums[4] = {0}, uniform = 0, neighbours = 0;

    random_fill_normal(numbers, COUNT, 1, 1, 2);
    for (unsigned i = 0; i < COUNT; i++) {
        double power = 1;
        for (int k = 0; k < 4; k++)
            sums[k] += power *= numbers[i];
        uniform += random_uniform(1, 3, i);
        neighbours += numbers[i] * numbers[(i + 1) % COUNT];
    }
    for (int k = 0; k < 4; k++)
        g_assert_cmpfloat(fabs(sums[k] / COUNT - expected[k]), <,
                          5 * sqrt(variance[k] / COUNT));
    g_assert_cmpfloat(fabs(uniform / COUNT - 0.5), <, 5 * sqrt(1.0 / 12 / COUNT));
    g_assert_cmpfloat(fabs(neighbours / COUNT), <, 5 * sqrt(1.0 / COUNT));
}

static void assert_quantile(double probability)
{
    const double expected = gsl_cdf_ugaussian_Pinv(probability);

    g_assert_cmpfloat(fabs(random_quantile(probability) - expected), <=,
                      4e-15 * fabs(expected) + 1e-300);
}

static void test_quantile(void)
{
    for (int i = 1; i < 100000; i++)
        assert_quantile(i / 100000.0);
    for (int k = 2; k < 1000; k++)
        assert_quantile(ldexp(1, -k));
    for (int k = 2; k <= 53; k++)
        assert_quantile(1 - ldexp(1, -k));
    g_assert_cmpfloat(random_quantile(0.5), ==, 0);
}

static void test_shuffle(void)
{
    enum { COUNT = 1000 };
    unsigned order[COUNT], other[COUNT];
    bool seen[COUNT] = {false};
    int kept = 0;

    random_shuffle(order, COUNT, 1, 1);
    random_shuffle(other, COUNT, 1, 2);
    for (unsigned i = 0; i < COUNT; i++) {
        g_assert_cmpuint(order[i], <, COUNT);
        g_assert_false(seen[order[i]]);
        seen[order[i]] = true;
        kept += order[i] == other[i];
    }
    g_assert_cmpint(kept, <, 10);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/random/known-answers", test_known);
    g_test_add_func("/random/places", test_places);
    g_test_add_func("/random/fill", test_fill);
    g_test_add_func("/random/moments", test_moments);
    g_test_add_func("/random/quantile", test_quantile);
    g_test_add_func("/random/shuffle", test_shuffle);
    return g_test_run();
}
