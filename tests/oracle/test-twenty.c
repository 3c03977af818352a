/* test-twenty.c - the twenty functions that most people draw, without any excuse: value
 * within 4 ulp and slope within 8 at every point, about zeros and among subnormal
 * results too; curvature within 16 where it is not about to change its sign.
 *
 * test-activations.c holds all of the catalogue, with its exceptions stated.
 */
#include "activation/activation.h"
#include "formula/formula.h"
#include "formula/tape.h"
#include "points.h"
#include "reference.h"

#include <float.h>
#include <glib.h>
#include <math.h>
#include <stdbool.h>

enum { ORDERS = 3 };

static const double bounds[ORDERS] = {4, 8, 16};

/* --- The functions by hand; those with a kernel of their own stand in reference.c ---
 */

static Real zero(Real x)
{
    (void)x;
    return real(0);
}

static Real one(Real x)
{
    (void)x;
    return real(1);
}

static Real identity(Real x)
{
    return x;
}

static Real step(Real x)
{
    return real(mpfr_sgn(x) >= 0 ? 1 : 0);
}

static Real relu(Real x)
{
    return mpfr_sgn(x) > 0 ? x : real(0);
}

static Real relu_1(Real x)
{
    return real(mpfr_sgn(x) > 0 ? 1 : 0);
}

static Real leaky_relu(Real x)
{
    return mpfr_sgn(x) > 0 ? x : real_mul(real(0.01), x);
}

static Real leaky_relu_1(Real x)
{
    return real(mpfr_sgn(x) > 0 ? 1 : 0.01);
}

static Real prelu(Real x)
{
    return mpfr_sgn(x) > 0 ? x : real_mul(real(0.25), x);
}

static Real prelu_1(Real x)
{
    return real(mpfr_sgn(x) > 0 ? 1 : 0.25);
}

/* x cut to lo .. hi. */
static Real cut(Real x, double lo, double hi)
{
    return mpfr_cmp_d(x, lo) < 0 ? real(lo) : mpfr_cmp_d(x, hi) > 0 ? real(hi) : x;
}

static bool between(Real x, double lo, double hi)
{
    return mpfr_cmp_d(x, lo) > 0 && mpfr_cmp_d(x, hi) < 0;
}

static Real relu6(Real x)
{
    return cut(x, 0, 6);
}

static Real relu6_1(Real x)
{
    return real(between(x, 0, 6) ? 1 : 0);
}

static Real elu(Real x)
{
    return mpfr_sgn(x) > 0 ? x : real_expm1(x);
}

static Real elu_1(Real x)
{
    return mpfr_sgn(x) > 0 ? real(1) : real_exp(x);
}

static Real elu_2(Real x)
{
    return mpfr_sgn(x) > 0 ? real(0) : real_exp(x);
}

/* scale and scale * alpha; the two constants are what a double holds of them. */
static Real selu_part(bool right)
{
    const Real scale = real(1.0507009873554804934193349852946);
    return right ? scale : real_mul(scale, real(1.6732632423543772848170429916717));
}

static Real selu(Real x)
{
    return real_mul(selu_part(mpfr_sgn(x) > 0), elu(x));
}

static Real selu_1(Real x)
{
    return real_mul(selu_part(mpfr_sgn(x) > 0), elu_1(x));
}

static Real selu_2(Real x)
{
    return real_mul(selu_part(false), elu_2(x));
}

static Real sigmoid_2(Real x)
{
    const Real bend = real_neg(real_tanh(real_div(x, real(2))));
    return real_mul(reference_logistic_1(x), bend);
}

static Real hard_sigmoid(Real x)
{
    return real_div(cut(real_add(x, real(3)), 0, 6), real(6));
}

static Real hard_sigmoid_1(Real x)
{
    return between(x, -3, 3) ? real_div(real(1), real(6)) : real(0);
}

static Real tanh_2(Real x)
{
    return real_mul(real(-2), real_mul(real_tanh(x), reference_sech2(x)));
}

static Real hard_tanh(Real x)
{
    return cut(x, -1, 1);
}

static Real hard_tanh_1(Real x)
{
    return real(between(x, -1, 1) ? 1 : 0);
}

/* At 0 that of the right side: abs() takes its argument's branch there or 0. */
static Real softsign_2(Real x)
{
    const Real part = real_div(reference_softsign_1(x), real_add(real(1), real_abs(x)));
    return real_mul(real(-2 * mpfr_sgn(x)), part);
}

static Real hard_swish(Real x)
{
    return real_mul(x, hard_sigmoid(x));
}

static Real hard_swish_1(Real x)
{
    if (between(x, -3, 3))
        return real_div(real_add(real_mul(real(2), x), real(3)), real(6));
    return real(mpfr_sgn(x) > 0 ? 1 : 0);
}

static Real hard_swish_2(Real x)
{
    return between(x, -3, 3) ? real_div(real(1), real(3)) : real(0);
}

/* --- The table --- */

#define NEAR(...)                                                                      \
    (const double[])                                                                   \
    {                                                                                  \
        __VA_ARGS__, NAN                                                               \
    }

/* lower and upper: value and slope at -infinity and infinity. */
typedef struct {
    const char *key;
    Reference reference[ORDERS];
    const double *near;
    double lower[2], upper[2];
} Case;

#define KERNEL(name)                                                                   \
    {                                                                                  \
        reference_##name, reference_##name##_1, reference_##name##_2                   \
    }

static const Case cases[] = {
    {"identity", {identity, one, zero}, NULL, {-INFINITY, 1}, {INFINITY, 1}},
    {"step", {step, zero, zero}, NEAR(0), {0, 0}, {1, 0}},
    {"relu", {relu, relu_1, zero}, NEAR(0), {0, 0}, {INFINITY, 1}},
    {"leaky_relu",
     {leaky_relu, leaky_relu_1, zero},
     NEAR(0),
     {-INFINITY, 0.01},
     {INFINITY, 1}},
    {"prelu", {prelu, prelu_1, zero}, NEAR(0), {-INFINITY, 0.25}, {INFINITY, 1}},
    {"relu6", {relu6, relu6_1, zero}, NEAR(0, 6), {0, 0}, {6, 0}},
    {"elu", {elu, elu_1, elu_2}, NEAR(0, -745, -708), {-1, 0}, {INFINITY, 1}},
    {"selu",
     {selu, selu_1, selu_2},
     NEAR(0, -745, -708),
     {-1.7580993408473766, 0},
     {INFINITY, 1.0507009873554805}},
    {"celu", {elu, elu_1, elu_2}, NEAR(0, -745, -708), {-1, 0}, {INFINITY, 1}},
    {"sigmoid",
     {reference_logistic, reference_logistic_1, sigmoid_2},
     NEAR(-745, 745, -708),
     {0, 0},
     {1, 0}},
    {"hard_sigmoid", {hard_sigmoid, hard_sigmoid_1, zero}, NEAR(-3, 3), {0, 0}, {1, 0}},
    {"tanh", {real_tanh, reference_sech2, tanh_2}, NEAR(0, 19, -372), {-1, 0}, {1, 0}},
    {"hard_tanh", {hard_tanh, hard_tanh_1, zero}, NEAR(-1, 1), {-1, 0}, {1, 0}},
    {"softsign",
     {reference_softsign, reference_softsign_1, softsign_2},
     NEAR(0, 1e160, -1e108),
     {-1, 0},
     {1, 0}},
    {"softplus",
     {reference_softplus, reference_logistic, reference_logistic_1},
     NEAR(-745, -708),
     {0, 0},
     {INFINITY, 1}},
    {"gelu",
     KERNEL(x_normal_cdf),
     NEAR(-0.75179152820656, -38.6, -38.5, -37, 0),
     {0, 0},
     {INFINITY, 1}},
    {"gelu_tanh",
     {reference_gelu_tanh, reference_gelu_tanh_1, reference_gelu_tanh_2},
     NEAR(-0.75246142207, -21.6, -21.5, -20, 0),
     {0, 0},
     {INFINITY, 1}},
    {"silu",
     KERNEL(x_logistic),
     NEAR(-1.2784645427610738, -750, -745, -708, 0),
     {0, 0},
     {INFINITY, 1}},
    {"hard_swish",
     {hard_swish, hard_swish_1, hard_swish_2},
     NEAR(-3, -1.5, 0, 3),
     {0, 0},
     {INFINITY, 1}},
    {"mish",
     KERNEL(x_tanh_softplus),
     NEAR(-1.1924312144932, -750, -745, -708, 0),
     {0, 0},
     {INFINITY, 1}},
};

/* --- Comparing --- */

typedef struct {
    double ulp, x;
} Worst;

/* A second derivative about its zeros is right to a few parts of 2^-52. */
static double error_ulp(const Case *row, int order, double got, double x)
{
    const Real truth = row->reference[order](real(x));
    const double ulp = real_error_ulp(got, truth);

    if (order == 2 && ulp > bounds[order] &&
        fabs(mpfr_get_d(real_sub(real(got), truth), MPFR_RNDN)) <= 4 * DBL_EPSILON &&
        fabs(x) < 10)
        return bounds[order];
    return ulp;
}

static void compare(const Case *row, const GArray *points, double *const got[],
                    Worst worst[ORDERS])
{
    for (unsigned i = 0; i < points->len; i++) {
        const double x = g_array_index(points, double, i);

        for (int order = 0; order < ORDERS; order++) {
            const double ulp = error_ulp(row, order, got[order][i], x);

            if (!(ulp <= worst[order].ulp))
                worst[order] = (Worst){ulp, x};
        }
    }
}

static void test_accuracy(gconstpointer data)
{
    const Case *row = data;
    g_autoptr(GError) error = NULL;
    g_autoptr(Formula) formula =
        formula_new(row->key, &activation_scope, NULL, NULL, &error);
    g_autoptr(GArray) points =
        points_new(7, points_count(20000), -DBL_MAX, DBL_MAX, row->near);
    g_autoptr(Tape) tape = NULL;
    Worst worst[ORDERS] = {{0, 0}};
    double *got[ORDERS];

    g_assert_no_error(error);
    tape = tape_new(formula, ORDERS - 1);
    for (int order = 0; order < ORDERS; order++)
        got[order] = g_new(double, points->len);
    tape_evaluate(tape, &g_array_index(points, double, 0), points->len, got);
    compare(row, points, got, worst);

    for (int order = 0; order < ORDERS; order++) {
        g_test_message("%s%s: at most %.3f ulp, at %.17g, in %u points", row->key,
                       &"''"[2 - order], worst[order].ulp, worst[order].x, points->len);
        if (!(worst[order].ulp <= bounds[order]))
            g_test_fail_printf("%s%s is %g ulp off at %.17g", row->key,
                               &"''"[2 - order], worst[order].ulp, worst[order].x);
        g_free(got[order]);
    }
}

/* NaN gives NaN, infinity the limit. */
static void test_ends(gconstpointer data)
{
    const Case *row = data;
    g_autoptr(Formula) formula =
        formula_new(row->key, &activation_scope, NULL, NULL, NULL);
    g_autoptr(Tape) tape = tape_new(formula, 1);
    const double x[] = {-INFINITY, INFINITY, NAN};
    double value[G_N_ELEMENTS(x)], slope[G_N_ELEMENTS(x)];

    tape_evaluate(tape, x, G_N_ELEMENTS(x), (double *const[]){value, slope});
    g_assert_cmpfloat(value[0], ==, row->lower[0]);
    g_assert_cmpfloat(slope[0], ==, row->lower[1]);
    g_assert_cmpfloat(value[1], ==, row->upper[0]);
    g_assert_cmpfloat(slope[1], ==, row->upper[1]);
    g_assert_true(isnan(value[2]) && isnan(slope[2]));
}

int main(int argc, char *argv[])
{
    int status;

    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *accuracy =
            g_strdup_printf("/oracle/twenty/%s/accuracy", cases[i].key);
        g_autofree char *ends = g_strdup_printf("/oracle/twenty/%s/ends", cases[i].key);
        g_test_add_data_func(accuracy, &cases[i], test_accuracy);
        g_test_add_data_func(ends, &cases[i], test_ends);
    }
    status = g_test_run();
    real_release();
    return status;
}
