/* test-interval.c - enclosures hold every value, and are tight where that is needed. */
#include "formula/interval.h"
#include "formula/kernel.h"

#include <glib.h>
#include <math.h>

typedef struct {
    const char *name;
    int arity;
    Interval (*enclose)(const Interval argument[]);
    void (*evaluate)(size_t n, const double *const argument[], double *result);
} Row;

/* A product of equal arguments, which is a kernel's product. */
static void kernel_square(size_t n, const double *const argument[], double *result)
{
    kernel_multiply(n, (const double *[]){argument[0], argument[0]}, result);
}

#define ROW(name, arity)                                                               \
    {                                                                                  \
#name, arity, interval_##name, kernel_##name                                   \
    }

static const Row rows[] = {
    ROW(add, 2),          ROW(subtract, 2),      ROW(multiply, 2),
    ROW(divide, 2),       ROW(power, 2),         ROW(negate, 1),
    ROW(select, 3),       ROW(less, 2),          ROW(less_equal, 2),
    ROW(greater, 2),      ROW(greater_equal, 2), ROW(equal, 2),
    ROW(not_equal, 2),    ROW(and, 2),           ROW(or, 2),
    ROW(not, 1),          ROW(exp, 1),           ROW(expm1, 1),
    ROW(log, 1),          ROW(log1p, 1),         ROW(sqrt, 1),
    ROW(cbrt, 1),         ROW(abs, 1),           ROW(sign, 1),
    ROW(min, 2),          ROW(max, 2),           ROW(floor, 1),
    ROW(sin, 1),          ROW(cos, 1),           ROW(tan, 1),
    ROW(sinh, 1),         ROW(cosh, 1),          ROW(tanh, 1),
    ROW(asinh, 1),        ROW(atan, 1),          ROW(erf, 1),
    ROW(erfc, 1),         ROW(logistic, 1),      ROW(softplus, 1),
    ROW(log_logistic, 1), ROW(normal_cdf, 1),    ROW(normal_pdf, 1),
    ROW(sech2, 1),        ROW(square, 1),
};

/* --- Random boxes hold what the kernels give inside --- */

enum { BOXES = 4000, POINTS = 16 };

/* Of all sizes, of small whole numbers, and the places where functions turn. */
static double random_number(GRand *random)
{
    static const double places[] = {0, -0.0, 1, -1, 0.5, 2, M_PI, M_PI_2, -M_PI_2, 3};
    switch (g_rand_int_range(random, 0, 6)) {
    case 0:
        return places[g_rand_int_range(random, 0, G_N_ELEMENTS(places))];
    case 1:
        return g_rand_int_range(random, -5, 6);
    case 2:
        return ldexp(g_rand_double_range(random, -1, 1),
                     g_rand_int_range(random, -1074, 1024));
    case 3:
        return ldexp(g_rand_double_range(random, -1, 1),
                     g_rand_int_range(random, -60, 10));
    default:
        return g_rand_double_range(random, -10, 10);
    }
}

static Interval random_box(GRand *random)
{
    double a = random_number(random), b = random_number(random);
    switch (g_rand_int_range(random, 0, 4)) {
    case 0:
        b = a;
        break;
    case 1:
        b = a +
            fabs(a) * ldexp(g_rand_double(random), -g_rand_int_range(random, 0, 52));
        break;
    default:
        break;
    }
    return (Interval){.lo = fmin(a, b), .hi = fmax(a, b)};
}

/* Ends, and points between them; a difference of huge ends may overflow. */
static double random_within(GRand *random, Interval box)
{
    double share = g_rand_double(random);
    switch (g_rand_int_range(random, 0, 4)) {
    case 0:
        return box.lo;
    case 1:
        return box.hi;
    default:
        return CLAMP(box.lo * (1 - share) + box.hi * share, box.lo, box.hi);
    }
}

static void check_box(const Row *row, GRand *random, const Interval box[])
{
    _Alignas(64) double argument[NODE_ARGUMENTS][POINTS], value[POINTS];
    const double *pointers[] = {argument[0], argument[1], argument[2]};

    Interval result = row->enclose(box);
    g_assert_true(result.lo <= result.hi);
    for (int k = 0; k < row->arity; k++)
        for (int i = 0; i < POINTS; i++)
            argument[k][i] = random_within(random, box[k]);
    row->evaluate(POINTS, pointers, value);
    for (int i = 0; i < POINTS; i++) {
        bool held = (result.lo <= value[i] && value[i] <= result.hi) ||
                    (!isfinite(value[i]) && result.maybe_undefined);
        if (!held)
            g_test_message("%s(%a, %a, %a) = %a is not in %a .. %a", row->name,
                           argument[0][i], argument[1][i], argument[2][i], value[i],
                           result.lo, result.hi);
        g_assert_true(held);
    }
}

static void test_holds(gconstpointer data)
{
    const Row *row = data;
    g_autoptr(GRand) random = g_rand_new_with_seed(20240607);

    for (int n = 0; n < BOXES; n++) {
        Interval box[NODE_ARGUMENTS];
        for (int k = 0; k < NODE_ARGUMENTS; k++)
            box[k] = random_box(random);
        check_box(row, random, box);
    }
}

/* --- Tight --- */

static Interval between(double lo, double hi)
{
    return (Interval){.lo = lo, .hi = hi};
}

static void assert_interval(Interval a, double lo, double hi, bool maybe_undefined)
{
    g_assert_cmpfloat(a.lo, ==, lo);
    g_assert_cmpfloat(a.hi, ==, hi);
    g_assert_true(a.maybe_undefined == maybe_undefined);
}

#define APPLY(name, ...) interval_##name((const Interval[]){__VA_ARGS__})

/* The least and the most of the four products of ends, rounded outwards by one double
 * at the most, whatever the signs. */
static void test_products(void)
{
    static const double ends[] = {-7.3, -1, -0.1, 0, 0.3, 1, 11.7};
    const int count = (int)G_N_ELEMENTS(ends);
    for (int i = 0; i < count * count * count * count; i++) {
        int k[] = {i % count, i / count % count, i / count / count % count,
                   i / count / count / count};
        if (k[0] > k[1] || k[2] > k[3])
            continue;
        long double least = INFINITY, most = -INFINITY;
        for (int corner = 0; corner < 4; corner++) {
            long double product =
                (long double)ends[k[corner & 1]] * ends[k[2 + (corner >> 1)]];
            least = fminl(least, product);
            most = fmaxl(most, product);
        }
        Interval found = APPLY(multiply, between(ends[k[0]], ends[k[1]]),
                               between(ends[k[2]], ends[k[3]]));
        g_assert_true(found.lo <= least && found.hi >= most);
        g_assert_true(nextafter(found.lo, INFINITY) > least || found.lo == least);
        g_assert_true(nextafter(found.hi, -INFINITY) < most || found.hi == most);
    }
}

/* What is exact stays exact: roots at round numbers depend on it. */
static void test_exact(void)
{
    assert_interval(APPLY(add, between(1, 2), between(-1, 3)), 0, 5, false);
    assert_interval(APPLY(subtract, between(0.1, 0.2), between(0, 0)), 0.1, 0.2, false);
    assert_interval(APPLY(multiply, between(-2, 3), between(0.5, 4)), -8, 12, false);
    assert_interval(APPLY(multiply, between(-INFINITY, 1), between(0, 0)), 0, 0, false);
    assert_interval(APPLY(divide, between(1, 3), between(2, 4)), 0.25, 1.5, false);
    assert_interval(APPLY(square, between(-3, 2)), 0, 9, false);
    assert_interval(APPLY(abs, between(-3, 2)), 0, 3, false);
    assert_interval(APPLY(floor, between(-0.5, 2.5)), -1, 2, false);
    assert_interval(APPLY(sign, between(0, 2.5)), 0, 1, false);
    assert_interval(APPLY(exp, between(0, 0)), 1, 1, false);
    assert_interval(APPLY(sin, between(0, 7)), -1, 1, false);
    g_assert_cmpfloat(APPLY(tanh, between(0, 1)).lo, ==, 0);
    g_assert_cmpfloat(APPLY(sin, between(0, 1)).lo, ==, 0);
    g_assert_cmpfloat(APPLY(power, between(0, 2), between(1.5, 1.5)).lo, ==, 0);
}

/* The truth is between two doubles. */
static void test_inexact(void)
{
    const Interval sum = APPLY(add, between(0.1, 0.1), between(0.2, 0.2));
    const Interval product = APPLY(multiply, between(0.1, 0.1), between(0.1, 0.1));
    const Interval quotient = APPLY(divide, between(1, 1), between(3, 3));
    const Interval other = APPLY(divide, between(1, 1), between(-3, -3));
    const Interval tiny = APPLY(multiply, between(1e-200, 1e-200), between(1e-200, 1));

    g_assert_cmpfloat(nextafter(sum.lo, 1), ==, sum.hi);
    g_assert_cmpfloat(nextafter(product.lo, 1), ==, product.hi);
    g_assert_cmpfloat(nextafter(quotient.lo, 1), ==, quotient.hi);
    g_assert_cmpfloat(nextafter(other.lo, 1), ==, other.hi);
    g_assert_cmpfloat(tiny.lo, <=, 0);
    g_assert_cmpfloat(tiny.hi, >=, 1e-200);
}

static void test_decided(void)
{
    assert_interval(APPLY(less, between(0, 1), between(1, 2)), 0, 1, false);
    assert_interval(APPLY(less, between(1, 1), between(1, 1)), 0, 0, false);
    assert_interval(APPLY(less_equal, between(0, 1), between(1, 2)), 1, 1, false);
    assert_interval(APPLY(greater, between(3, 4), between(1, 2)), 1, 1, false);
    assert_interval(APPLY(equal, between(1, 1), between(1, 1)), 1, 1, false);
    assert_interval(APPLY(not_equal, between(3, 4), between(1, 2)), 1, 1, false);
    assert_interval(APPLY(select, between(1, 1), between(3, 4), between(-1, 0)), 3, 4,
                    false);
    assert_interval(APPLY(select, between(0, 1), between(3, 4), between(-1, 0)), -1, 4,
                    false);
    Interval undefined = {-INFINITY, INFINITY, true};
    assert_interval(APPLY(select, between(0, 0), undefined, between(-1, 0)), -1, 0,
                    false);
    assert_interval(APPLY(and, between(0, 0), undefined), 0, 0, false);
    assert_interval(APPLY(or, between(1, 2), undefined), 1, 1, false);
}

static void test_poles(void)
{
    assert_interval(APPLY(divide, between(1, 1), between(-1, 1)), -INFINITY, INFINITY,
                    true);
    assert_interval(APPLY(divide, between(1, 2), between(0, 4)), 0.25, INFINITY, true);
    assert_interval(APPLY(divide, between(1, 2), between(-4, 0)), -INFINITY, -0.25,
                    true);
    assert_interval(APPLY(divide, between(-2, -1), between(0, 4)), -INFINITY, -0.25,
                    true);
    assert_interval(APPLY(power, between(0, 2), between(-2, -2)),
                    APPLY(power, between(2, 2), between(-2, -2)).lo, INFINITY, true);
    g_assert_true(APPLY(log, between(-2, -1)).maybe_undefined);
    g_assert_true(APPLY(log, between(0, 1)).maybe_undefined);
    g_assert_true(APPLY(sqrt, between(-1, 1)).maybe_undefined);
    g_assert_false(APPLY(sqrt, between(0, 1)).maybe_undefined);
    g_assert_true(APPLY(tan, between(1, 2)).maybe_undefined);
    /* Up to the double before the pole, and from the one behind it. */
    g_assert_false(APPLY(tan, between(1, M_PI_2)).maybe_undefined);
    g_assert_false(APPLY(tan, between(nextafter(M_PI_2, 2), 2)).maybe_undefined);
    g_assert_cmpfloat(APPLY(tan, between(nextafter(M_PI_2, 2), 2)).hi, <, 0);
}

/* A narrow argument gives a narrow result: a few units in the last place. */
static void test_narrow(gconstpointer data)
{
    const Row *row = data;
    Interval box[] = {between(0.7, 0.7), between(0.3, 0.3), between(0.2, 0.2)};
    Interval result = row->enclose(box);
    g_assert_false(result.maybe_undefined);
    g_assert_cmpfloat(result.hi - result.lo, <=, 24 * 0x1p-53 * fabs(result.hi));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *holds = g_strdup_printf("/interval/holds/%s", rows[i].name);
        g_autofree char *narrow = g_strdup_printf("/interval/narrow/%s", rows[i].name);
        g_test_add_data_func(holds, &rows[i], test_holds);
        g_test_add_data_func(narrow, &rows[i], test_narrow);
    }
    g_test_add_func("/interval/products", test_products);
    g_test_add_func("/interval/exact", test_exact);
    g_test_add_func("/interval/inexact", test_inexact);
    g_test_add_func("/interval/decided", test_decided);
    g_test_add_func("/interval/poles", test_poles);
    return g_test_run();
}
