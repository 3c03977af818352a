/* test-polynomials.c - makes src/formula/kernel_polynomials.h, and checks that it is
 * so.
 *
 * `test-polynomials --print` writes that file to standard output.
 *
 * The slopes of GELU, SiLU and Mish are sums of large parts that cancel about their
 * one zero z. There a kernel takes (u - z) q(u - centre) with z as the sum of two
 * doubles; q interpolates slope(u) / (u - z) at the Chebyshev nodes of the interval,
 * which comes within a small factor of the best polynomial of its degree.
 */
#include "reference.h"

#include <glib.h>
#include <stdio.h>
#include <string.h>

enum { MOST_TERMS = 32 };

typedef struct {
    const char *name;
    Reference slope;
    double lo, hi; /* the interval; the zero is within */
    int terms;
} Job;

static const Job jobs[] = {
    {"X_LOGISTIC_1", reference_x_logistic_1, -1.5, -1.05, 13},
    {"X_NORMAL_CDF_1", reference_x_normal_cdf_1, -2, -0.25, 22},
    {"X_TANH_SOFTPLUS_1", reference_x_tanh_softplus_1, -1.5, -0.9, 15},
    {"GELU_TANH_1", reference_gelu_tanh_1, -1.25, -0.35, 18},
};

/* The zero between lo and hi, where the slope is negative and positive. */
static void find_zero(const Job *job, mpfr_t zero)
{
    mpfr_t lo, hi;

    mpfr_inits2(REAL_PRECISION, lo, hi, (mpfr_ptr)NULL);
    mpfr_set_d(lo, job->lo, MPFR_RNDN);
    mpfr_set_d(hi, job->hi, MPFR_RNDN);
    for (int i = 0; i < REAL_PRECISION; i++) {
        mpfr_add(zero, lo, hi, MPFR_RNDN);
        mpfr_div_2ui(zero, zero, 1, MPFR_RNDN);
        mpfr_set(mpfr_sgn(job->slope(zero)) < 0 ? lo : hi, zero, MPFR_RNDN);
    }
    mpfr_clears(lo, hi, (mpfr_ptr)NULL);
}

/* Newton's divided differences of slope(u) / (u - zero), then the powers of
 * t = u - centre. */
static void interpolate(const Job *job, mpfr_t zero, double centre, mpfr_t *power)
{
    mpfr_t node[MOST_TERMS], difference[MOST_TERMS];
    const int n = job->terms;

    for (int i = 0; i < n; i++) {
        const Real angle = real_div(real_mul(real_pi(), real(i + 0.5)), real(n));
        const Real cosine = real_mul(real_cos(angle), real((job->hi - job->lo) / 2));
        const double t = mpfr_get_d(cosine, MPFR_RNDN);
        const Real u = real_add(real(centre), real(t));

        mpfr_inits2(REAL_PRECISION, node[i], difference[i], (mpfr_ptr)NULL);
        mpfr_set_d(node[i], t, MPFR_RNDN);
        mpfr_set(difference[i], real_div(job->slope(u), real_sub(u, zero)), MPFR_RNDN);
    }
    for (int order = 1; order < n; order++)
        for (int i = n - 1; i >= order; i--) {
            const Real rise = real_sub(difference[i], difference[i - 1]);
            const Real run = real_sub(node[i], node[i - order]);
            mpfr_set(difference[i], real_div(rise, run), MPFR_RNDN);
        }
    for (int i = n - 1; i >= 0; i--) {
        for (int k = n - 1; k > 0; k--)
            mpfr_set(power[k], real_sub(power[k - 1], real_mul(power[k], node[i])),
                     MPFR_RNDN);
        mpfr_set(power[0], real_sub(difference[i], real_mul(power[0], node[i])),
                 MPFR_RNDN);
    }
    for (int i = 0; i < n; i++)
        mpfr_clears(node[i], difference[i], (mpfr_ptr)NULL);
}

static void append_job(GString *out, const Job *job)
{
    const double centre = (job->lo + job->hi) / 2;
    mpfr_t zero, power[MOST_TERMS];
    double high;

    for (int k = 0; k < MOST_TERMS; k++) {
        mpfr_init2(power[k], REAL_PRECISION);
        mpfr_set_zero(power[k], 1);
    }
    mpfr_init2(zero, REAL_PRECISION);
    find_zero(job, zero);
    interpolate(job, zero, centre, power);

    high = mpfr_get_d(zero, MPFR_RNDN);
    g_string_append_printf(out, "\n#define %s_LO (%a)\n#define %s_HI (%a)\n", job->name,
                           job->lo, job->name, job->hi);
    g_string_append_printf(out, "#define %s_CENTRE (%a)\n#define %s_ZERO (%a)\n",
                           job->name, centre, job->name, high);
    g_string_append_printf(out, "#define %s_ZERO_LOW (%a)\n", job->name,
                           mpfr_get_d(real_sub(zero, real(high)), MPFR_RNDN));
    g_string_append_printf(out, "#define %s_POLYNOMIAL(t) \\\n    ", job->name);
    for (int k = 0; k < job->terms; k++)
        g_string_append_printf(out, k + 1 < job->terms ? "(%a + (t) * \\\n    " : "%a",
                               mpfr_get_d(power[k], MPFR_RNDN));
    for (int k = 0; k + 1 < job->terms; k++)
        g_string_append_c(out, ')');
    g_string_append_c(out, '\n');

    mpfr_clear(zero);
    for (int k = 0; k < MOST_TERMS; k++)
        mpfr_clear(power[k]);
}

static char *make_header(void)
{
    GString *out = g_string_new(
        "/* kernel_polynomials.h - slopes about their zeros; made by\n"
        " * tests/oracle/test-polynomials.c, which says how.\n"
        " */\n"
        "#ifndef ACTPLOT_FORMULA_KERNEL_POLYNOMIALS_H\n"
        "#define ACTPLOT_FORMULA_KERNEL_POLYNOMIALS_H\n"
        "\n"
        "/* clang-format off */\n"
        "/* The value by the polynomial NAME_POLYNOMIAL within its interval, else "
        "value. */\n"
        "#define NEAR_ZERO(NAME, u, value) \\\n"
        "    ((u) > NAME##_LO && (u) < NAME##_HI \\\n"
        "         ? (((u)-NAME##_ZERO) - NAME##_ZERO_LOW) * \\\n"
        "               NAME##_POLYNOMIAL((u)-NAME##_CENTRE) \\\n"
        "         : (value))"
        "\n");

    for (size_t i = 0; i < sizeof jobs / sizeof jobs[0]; i++)
        append_job(out, &jobs[i]);
    g_string_append(out, "\n/* clang-format on */\n\n#endif\n");
    return g_string_free(out, FALSE);
}

static void test_header(void)
{
    g_autofree char *made = make_header();
    g_autofree char *kept = NULL;
    g_autofree char *name = g_test_build_filename(G_TEST_DIST, "..", "src", "formula",
                                                  "kernel_polynomials.h", NULL);

    g_assert_true(g_file_get_contents(name, &kept, NULL, NULL));
    g_assert_cmpstr(kept, ==, made);
}

int main(int argc, char *argv[])
{
    int status = 0;

    if (argc == 2 && strcmp(argv[1], "--print") == 0) {
        g_autofree char *made = make_header();
        status = fputs(made, stdout) < 0 || fflush(stdout) ? 1 : 0;
    } else {
        g_test_init(&argc, &argv, NULL);
        g_test_add_func("/oracle/polynomials", test_header);
        status = g_test_run();
    }
    real_release();
    return status;
}
