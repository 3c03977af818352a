/* test-polynomials.c - makes src/formula/kernel_polynomials.h, and checks that it is
 * so.
 *
 * `test-polynomials --print` writes that file to standard output.
 *
 * The slopes of GELU, SiLU and Mish are sums of large parts that cancel about their
 * one zero z. There a kernel takes (u - z) q(u - centre) with z as the sum of two
 * doubles; q interpolates slope(u) / (u - z) at the Chebyshev nodes of the interval,
 * which comes within a small factor of the best polynomial of its degree.
 *
 * The lower tail of the normal distribution is exp(-x^2/2) q(t) / (x + 3/4), x >= 0,
 * where q hardly varies; t = MILLS_SHIFT - 9 / (x + 9/2) takes 0 .. 39, beyond which
 * all is 0, to an interval about 0 on which a polynomial does well.
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
    {"X_NORMAL_CDF_1", reference_x_normal_cdf_1, -1.375, 0.25, 22},
    {"X_TANH_SOFTPLUS_1", reference_x_tanh_softplus_1, -1.5, -0.9, 15},
    {"GELU_TANH_1", reference_gelu_tanh_1, -1.5, -0.25, 21},
};

static double job_centre(const Job *job)
{
    return (job->lo + job->hi) / 2;
}

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

/* Newton's divided differences of target(job, t) over -half .. half, then the powers
 * of t. Its caller frees them with free_powers(). */
static mpfr_t *interpolate(const Job *job, Real (*target)(const Job *, Real),
                           double half, int n)
{
    mpfr_t *power = g_new(mpfr_t, (gsize)n);
    mpfr_t node[MOST_TERMS], difference[MOST_TERMS];

    for (int i = 0; i < n; i++) {
        const Real angle = real_div(real_mul(real_pi(), real(i + 0.5)), real(n));
        const Real t =
            real(mpfr_get_d(real_mul(real_cos(angle), real(half)), MPFR_RNDN));

        mpfr_inits2(REAL_PRECISION, power[i], node[i], difference[i], (mpfr_ptr)NULL);
        mpfr_set_zero(power[i], 1);
        mpfr_set(node[i], t, MPFR_RNDN);
        mpfr_set(difference[i], target(job, node[i]), MPFR_RNDN);
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
    return power;
}

/* Every other coefficient from the first on, as a polynomial of t^2. */
static void append_half(GString *out, mpfr_t *power, int first, int n)
{
    int brackets = 0;

    for (int k = first; k < n; k += 2) {
        const double coefficient = mpfr_get_d(power[k], MPFR_RNDN);

        g_string_append_printf(out, k + 2 < n ? "(%a + ((t) * (t)) * \\\n    " : "(%a)",
                               coefficient);
        brackets += k + 2 < n;
    }
    for (; brackets > 0; brackets--)
        g_string_append_c(out, ')');
}

/* As two sums, of the even powers and of the odd: one chain would be twice as long, and
 * a processor waits for each link. Four sums lose half an ulp or two. */
static void append_polynomial(GString *out, const char *name, mpfr_t *power, int n)
{
    g_string_append_printf(out, "#define %s_POLYNOMIAL(t) \\\n    (", name);
    append_half(out, power, 0, n);
    g_string_append(out, " + (t) * \\\n    ");
    append_half(out, power, 1, n);
    g_string_append(out, ")\n");
}

static void free_powers(mpfr_t *power, int n)
{
    for (int k = 0; k < n; k++)
        mpfr_clear(power[k]);
    g_free(power);
}

/* slope(u) / (u - zero) at u = centre + t. */
static Real slope_quotient(const Job *job, Real t)
{
    mpfr_t zero;
    Real u, quotient;

    mpfr_init2(zero, REAL_PRECISION);
    find_zero(job, zero);
    u = real_add(real(job_centre(job)), t);
    quotient = real_div(job->slope(u), real_sub(u, zero));
    mpfr_clear(zero);
    return quotient;
}

static void append_job(GString *out, const Job *job)
{
    mpfr_t *power =
        interpolate(job, slope_quotient, (job->hi - job->lo) / 2, job->terms);
    mpfr_t zero;
    double high;

    mpfr_init2(zero, REAL_PRECISION);
    find_zero(job, zero);
    high = mpfr_get_d(zero, MPFR_RNDN);
    g_string_append_printf(out, "\n#define %s_LO (%a)\n#define %s_HI (%a)\n", job->name,
                           job->lo, job->name, job->hi);
    g_string_append_printf(out, "#define %s_CENTRE (%a)\n#define %s_ZERO (%a)\n",
                           job->name, job_centre(job), job->name, high);
    g_string_append_printf(out, "#define %s_ZERO_LOW (%a)\n", job->name,
                           mpfr_get_d(real_sub(zero, real(high)), MPFR_RNDN));
    append_polynomial(out, job->name, power, job->terms);
    mpfr_clear(zero);
    free_powers(power, job->terms);
}

/* --- The tail of the normal distribution --- */

enum { MILLS_TERMS = 24 };

#define MILLS_HALF 0.8965517241379311 /* of the interval of 9 / (x + 9/2) */
#define MILLS_SHIFT 1.1034482758620690

/* normal_cdf(-x) exp(x^2/2) (x + 3/4) at the x of t. */
static Real mills_at(const Job *job, Real t)
{
    const Real ratio = real_div(real(9), real_sub(real(MILLS_SHIFT), t));
    const Real x = real_sub(ratio, real(4.5));
    const Real tail = reference_normal_cdf(real_neg(x));
    const Real gauss = real_exp(real_div(real_sqr(x), real(2)));

    (void)job;
    return real_mul(real_mul(tail, gauss), real_add(x, real(0.75)));
}

/* About 0 it is 1/2 + u p(u^2 - CENTRAL_HALF). */
enum { CENTRAL_TERMS = 9 };

#define CENTRAL_HALF 0.28125 /* u^2 up to 9/16 */

static Real central_at(const Job *job, Real t)
{
    const Real u = real_sqrt(real_add(t, real(CENTRAL_HALF)));

    (void)job;
    return real_div(real_sub(reference_normal_cdf(u), real(0.5)), u);
}

static void append_central(GString *out)
{
    mpfr_t *power = interpolate(NULL, central_at, CENTRAL_HALF, CENTRAL_TERMS);

    g_string_append_printf(out, "\n#define CENTRAL_HALF (%a)\n", CENTRAL_HALF);
    append_polynomial(out, "CENTRAL", power, CENTRAL_TERMS);
    free_powers(power, CENTRAL_TERMS);
}

static void append_mills(GString *out)
{
    mpfr_t *power = interpolate(NULL, mills_at, MILLS_HALF, MILLS_TERMS);

    g_string_append_printf(out, "\n#define MILLS_SHIFT (%a)\n", MILLS_SHIFT);
    append_polynomial(out, "MILLS", power, MILLS_TERMS);
    free_powers(power, MILLS_TERMS);
}

/* --- The exponential function: e^t = 1 + t + t^2 p(t) for |t| <= log(2)/2 --- */

enum { EXPM1_TERMS = 10 };

#define EXPM1_HALF 0.3466

static Real expm1_rest_at(const Job *job, Real t)
{
    const Real rest = real_sub(real_expm1(t), t);

    (void)job;
    return real_div(rest, real_sqr(t));
}

/* --- The logarithm: log((1 + s)/(1 - s)) = 2 s + s z p(z), z = s^2 <= 1/25 --- */

enum { LOG1P_TERMS = 9 };

#define LOG1P_HALF 0.0401

static Real log1p_rest_at(const Job *job, Real z)
{
    Real sum = real(0);

    (void)job;
    for (int k = 50; k >= 0; k--)
        sum = real_add(real_div(real(2), real(2 * k + 3)), real_mul(sum, z));
    return sum;
}

/* The coefficients alone, for kernels that sum them in pairs. */
static void append_terms(GString *out, const char *name,
                         Real (*target)(const Job *, Real), double half, int n)
{
    mpfr_t *power = interpolate(NULL, target, half, n);

    g_string_append_c(out, '\n');
    for (int k = 0; k < n; k++)
        g_string_append_printf(out, "#define %s_%d (%a)\n", name, k,
                               mpfr_get_d(power[k], MPFR_RNDN));
    free_powers(power, n);
}

static char *make_header(void)
{
    GString *out = g_string_new(
        "/* kernel_polynomials.h - slopes about their zeros, a tail, e^t, log; made "
        "by\n"
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
    append_central(out);
    append_mills(out);
    append_terms(out, "EXPM1", expm1_rest_at, EXPM1_HALF, EXPM1_TERMS);
    append_terms(out, "LOG1P", log1p_rest_at, LOG1P_HALF, LOG1P_TERMS);
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
