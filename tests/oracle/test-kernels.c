/* test-kernels.c - every kernel against MPFR, over its whole range.
 */
#include "formula/kernel.h"
#include "points.h"
#include "real.h"
#include "reference.h"

#include <float.h>
#include <glib.h>
#include <math.h>
#include <string.h>

#define NEAR(...)                                                                      \
    (const double[])                                                                   \
    {                                                                                  \
        __VA_ARGS__, NAN                                                               \
    }

/* ulp: the bound that kernel.h states. An error below absolute, in parts of 2^-52, is
 * never a fault: for second derivatives about their zeros. */
typedef struct {
    const char *name;
    void (*kernel)(size_t n, const double *const argument[], double *result);
    Reference reference;
    double ulp;
    double lo, hi;
    const double *near;
    double absolute;
} Case;

#define ROW(name, ulp, lo, hi, near, absolute)                                         \
    {                                                                                  \
#name, kernel_##name, reference_##name, ulp, lo, hi, near, absolute            \
    }
#define LIBRARY(name, ulp, lo, hi, near)                                               \
    {                                                                                  \
#name, kernel_##name, real_##name, ulp, lo, hi, near, 0                        \
    }
static const Case cases[] = {
    LIBRARY(exp, 1, -DBL_MAX, DBL_MAX, NEAR(-745.13, -708.4, 709.78)),
    LIBRARY(expm1, 2, -DBL_MAX, DBL_MAX, NEAR(-37, -0.5, -0.35, 0.35, 0.5, 709.78)),
    LIBRARY(log, 1, 0, DBL_MAX, NEAR(1)),
    LIBRARY(log1p, 1, -1, DBL_MAX, NEAR(-1, 1)),
    LIBRARY(sqrt, 0.5, 0, DBL_MAX, NULL),
    LIBRARY(cbrt, 3, -DBL_MAX, DBL_MAX, NULL),
    LIBRARY(sin, 1, -DBL_MAX, DBL_MAX, NEAR(M_PI, 1e22)),
    LIBRARY(cos, 1, -DBL_MAX, DBL_MAX, NEAR(M_PI_2, 1e22)),
    LIBRARY(tan, 1, -DBL_MAX, DBL_MAX, NEAR(M_PI, M_PI_2)),
    LIBRARY(sinh, 2, -DBL_MAX, DBL_MAX, NEAR(710.475)),
    LIBRARY(cosh, 2, -DBL_MAX, DBL_MAX, NEAR(710.475)),
    LIBRARY(tanh, 3, -DBL_MAX, DBL_MAX, NEAR(0.5, 19)),
    LIBRARY(asinh, 2, -DBL_MAX, DBL_MAX, NULL),
    LIBRARY(atan, 1, -DBL_MAX, DBL_MAX, NULL),
    LIBRARY(erf, 1, -DBL_MAX, DBL_MAX, NULL),
    LIBRARY(erfc, 3, -DBL_MAX, DBL_MAX, NEAR(0.5, 1, 26, 27.2)),
    ROW(logistic, 3, -DBL_MAX, DBL_MAX, NEAR(-745, -708), 0),
    ROW(softplus, 2, -DBL_MAX, DBL_MAX, NEAR(-745, -708), 0),
    ROW(log_logistic, 2, -DBL_MAX, DBL_MAX, NEAR(745, 708), 0),
    ROW(logistic_1, 6, -DBL_MAX, DBL_MAX, NEAR(-745, 745), 0),
    ROW(sech2, 6, -DBL_MAX, DBL_MAX, NEAR(-372, 355), 0),
    ROW(softsign, 2, -DBL_MAX, DBL_MAX, NULL, 0),
    ROW(softsign_1, 4, -DBL_MAX, DBL_MAX, NEAR(1e160), 0),
    ROW(gauss, 3, -DBL_MAX, DBL_MAX, NEAR(-27.2, 26.6), 0),
    ROW(normal_pdf, 4, -DBL_MAX, DBL_MAX, NEAR(-38.5, 37.6), 0),
    ROW(normal_cdf, 4, -DBL_MAX, DBL_MAX, NEAR(-38.5, -37.6, -37), 0),
    ROW(x_normal_cdf, 4, -DBL_MAX, DBL_MAX, NEAR(-38.6, -37, 0), 0),
    ROW(x_normal_cdf_1, 6, -DBL_MAX, DBL_MAX,
        NEAR(-0.75179152821, -38.5, -37, -0.45, -1), 0),
    ROW(x_normal_cdf_2, 6, -DBL_MAX, DBL_MAX, NEAR(M_SQRT2, -M_SQRT2), 0),
    ROW(x_logistic, 4, -DBL_MAX, DBL_MAX, NEAR(-750, -708), 0),
    ROW(x_logistic_1, 6, -DBL_MAX, DBL_MAX, NEAR(-1.278464542761, -750, -700), 0),
    ROW(x_logistic_2, 6, -DBL_MAX, DBL_MAX, NEAR(2.4, -2.4, 740), 2),
    ROW(gelu_tanh, 4, -DBL_MAX, DBL_MAX, NEAR(-21.5, -21, -20), 0),
    ROW(gelu_tanh_1, 6, -DBL_MAX, DBL_MAX, NEAR(-0.75246142202, -21.5, -20), 0),
    ROW(gelu_tanh_2, 6, -DBL_MAX, DBL_MAX, NEAR(1.4, -1.4), 4),
    ROW(x_tanh_softplus, 4, -DBL_MAX, DBL_MAX, NEAR(-750, -708), 0),
    ROW(x_tanh_softplus_1, 6, -DBL_MAX, DBL_MAX, NEAR(-1.192431214, -750, -700), 0),
    ROW(x_tanh_softplus_2, 6, -DBL_MAX, DBL_MAX, NEAR(-2.2564, 1.4906), 4),
};

static double case_error_ulp(const Case *row, double got, double x)
{
    const Real truth = row->reference(real(x));
    const double ulp = real_error_ulp(got, truth);
    const double absolute = fabs(mpfr_get_d(real_sub(real(got), truth), MPFR_RNDN));

    return absolute <= row->absolute * DBL_EPSILON ? MIN(ulp, row->ulp) : ulp;
}

static void test_kernel(gconstpointer data)
{
    const Case *row = data;
    g_autoptr(GArray) points =
        points_new(1, points_count(4000), row->lo, row->hi, row->near);
    const size_t n = (points->len + 7) / 8 * 8;
    double *x = g_aligned_alloc0(n, sizeof(double), 64);
    double *got = g_aligned_alloc(n, sizeof(double), 64);
    double worst = 0, where = 0;

    memcpy(x, points->data, points->len * sizeof(double));
    row->kernel(n, (const double *const[]){x}, got);
    for (size_t i = 0; i < points->len; i++) {
        const double ulp = case_error_ulp(row, got[i], x[i]);

        if (ulp > worst) {
            worst = ulp;
            where = x[i];
        }
    }
    g_test_message("%s: at most %.3f ulp, at %.17g, in %u points", row->name, worst,
                   where, points->len);
    if (!(worst <= row->ulp))
        g_test_fail_printf("%s is %g ulp off at %.17g", row->name, worst, where);
    g_aligned_free(x);
    g_aligned_free(got);
}

/* Two arguments: a random exponent each, so that the result is of every size. */
static void test_power(void)
{
    enum { N = 4000 };
    double *u = g_aligned_alloc(N, sizeof(double), 64);
    double *v = g_aligned_alloc(N, sizeof(double), 64);
    double *got = g_aligned_alloc(N, sizeof(double), 64);
    g_autoptr(GRand) random = g_rand_new_with_seed(3);
    double worst = 0;
    int where = 0;

    for (int i = 0; i < N; i++) {
        u[i] = exp2(g_rand_double_range(random, -1074, 1024));
        v[i] = g_rand_double_range(random, -1100, 1100) / log2(u[i]);
        if (i % 4 == 0) {
            u[i] = -u[i];
            v[i] = rint(v[i]);
        }
    }
    kernel_power(N, (const double *const[]){u, v}, got);
    for (int i = 0; i < N; i++) {
        const double ulp = real_error_ulp(got[i], real_pow(real(u[i]), real(v[i])));

        if (!(ulp <= worst)) {
            worst = ulp;
            where = i;
        }
    }
    g_test_message("power: at most %.3f ulp, at %.17g ^ %.17g", worst, u[where],
                   v[where]);
    g_assert_cmpfloat(worst, <=, 1);
    g_aligned_free(u);
    g_aligned_free(v);
    g_aligned_free(got);
}

/* The reference's own short cut. */
static void test_real_erfc(void)
{
    for (double x = 4.01; x < 28; x += 1.37) {
        mpfr_t slow;

        mpfr_init2(slow, REAL_PRECISION);
        mpfr_set_d(slow, x, MPFR_RNDN);
        mpfr_erfc(slow, slow, MPFR_RNDN);
        mpfr_div(slow, slow, real_erfc(real(x)), MPFR_RNDN);
        mpfr_sub_ui(slow, slow, 1, MPFR_RNDN);
        g_assert_cmpfloat(fabs(mpfr_get_d(slow, MPFR_RNDN)), <, 0x1p-130);
        mpfr_clear(slow);
    }
}

int main(int argc, char *argv[])
{
    int status;

    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/oracle/reference/erfc", test_real_erfc);
    g_test_add_func("/oracle/kernel/power", test_power);
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = g_strdup_printf("/oracle/kernel/%s", cases[i].name);
        g_test_add_data_func(path, &cases[i], test_kernel);
    }
    status = g_test_run();
    real_release();
    return status;
}
