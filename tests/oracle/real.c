/* real.c - expressions of high-precision numbers. */
#include "real.h"

#include <math.h>
#include <stdbool.h>

static mpfr_t ring[REAL_RING];
static unsigned turn;
static bool ready;
static mpfr_prec_t precision = REAL_PRECISION;

static mpfr_ptr next(void)
{
    if (!ready) {
        mpfr_set_emin(mpfr_get_emin_min());
        mpfr_set_emax(mpfr_get_emax_max());
        for (unsigned i = 0; i < REAL_RING; i++)
            mpfr_init2(ring[i], precision);
        ready = true;
    }
    return ring[turn++ % REAL_RING];
}

void real_set_precision(int bits)
{
    precision = bits;
    for (unsigned i = 0; ready && i < REAL_RING; i++)
        mpfr_set_prec(ring[i], precision);
}

void real_release(void)
{
    for (unsigned i = 0; ready && i < REAL_RING; i++)
        mpfr_clear(ring[i]);
    ready = false;
    mpfr_free_cache();
}

Real real(double value)
{
    mpfr_ptr r = next();
    mpfr_set_d(r, value, MPFR_RNDN);
    return r;
}

Real real_text(const char *decimal)
{
    mpfr_ptr r = next();
    mpfr_set_str(r, decimal, 10, MPFR_RNDN);
    return r;
}

Real real_pi(void)
{
    mpfr_ptr r = next();
    mpfr_const_pi(r, MPFR_RNDN);
    return r;
}

#define UNARY(name)                                                                    \
    Real real_##name(Real a)                                                           \
    {                                                                                  \
        mpfr_ptr r = next();                                                           \
        mpfr_##name(r, a, MPFR_RNDN);                                                  \
        return r;                                                                      \
    }

#define BINARY(name)                                                                   \
    Real real_##name(Real a, Real b)                                                   \
    {                                                                                  \
        mpfr_ptr r = next();                                                           \
        mpfr_##name(r, a, b, MPFR_RNDN);                                               \
        return r;                                                                      \
    }

BINARY(add)
BINARY(sub)
BINARY(mul)
BINARY(div)
BINARY(pow)
UNARY(neg)
UNARY(abs)
UNARY(sqr)
UNARY(sqrt)
UNARY(cbrt)
UNARY(exp)
UNARY(expm1)
UNARY(log)
UNARY(log1p)
UNARY(sin)
UNARY(cos)
UNARY(tan)
UNARY(sinh)
UNARY(cosh)
UNARY(tanh)
UNARY(sech)
UNARY(asinh)
UNARY(atan)
UNARY(erf)

/* Laplace's continued fraction exp(-a^2) / sqrt(pi) / (a + 1/2/(a + 2/2/(a + ...))):
 * right of 4 mpfr_erfc() takes a hundred times as long. */
static Real erfc_far(Real a)
{
    const double size = mpfr_get_d(a, MPFR_RNDN);
    const double share = (double)precision / REAL_PRECISION;
    const int terms = 20 + (int)(share * share * (20 + 4000 / (size * size)));
    const Real root = real_sqrt(real_pi()), gauss = real_exp(real_neg(real_sqr(a)));
    mpfr_t tail, x;
    mpfr_ptr r = next();

    mpfr_inits2(precision, tail, x, (mpfr_ptr)NULL);
    mpfr_set(x, a, MPFR_RNDN);
    mpfr_set(tail, a, MPFR_RNDN);
    for (int k = terms; k > 0; k--) {
        mpfr_ui_div(tail, (unsigned long)k, tail, MPFR_RNDN);
        mpfr_div_2ui(tail, tail, 1, MPFR_RNDN);
        mpfr_add(tail, tail, x, MPFR_RNDN);
    }
    mpfr_div(r, gauss, tail, MPFR_RNDN);
    mpfr_div(r, r, root, MPFR_RNDN);
    mpfr_clears(tail, x, (mpfr_ptr)NULL);
    return r;
}

Real real_erfc(Real a)
{
    mpfr_ptr r;

    if (mpfr_cmp_ui(a, 4) > 0)
        return erfc_far(a);
    if (mpfr_cmp_si(a, -4) < 0)
        return real_sub(real(2), erfc_far(real_neg(a)));
    r = next();
    mpfr_erfc(r, a, MPFR_RNDN);
    return r;
}

double real_error_ulp(double got, Real truth)
{
    const double rounded = mpfr_get_d(truth, MPFR_RNDN);
    mpfr_exp_t exponent;
    mpfr_ptr difference;

    if (isnan(got) || mpfr_nan_p(truth))
        return isnan(got) && mpfr_nan_p(truth) ? 0 : INFINITY;
    if (isinf(got) || isinf(rounded))
        return got == rounded ? 0 : INFINITY;
    if (mpfr_zero_p(truth))
        return got == 0 ? 0 : INFINITY;
    if (got == 0 && mpfr_cmpabs(truth, real(0x1p-1074)) >= 0)
        return INFINITY;
    exponent = mpfr_get_exp(truth) - 53;
    if (exponent < -1074)
        exponent = -1074;
    difference = next();
    mpfr_sub(difference, real(got), truth, MPFR_RNDN);
    mpfr_mul_2si(difference, difference, -exponent, MPFR_RNDN);
    return fabs(mpfr_get_d(difference, MPFR_RNDN));
}
