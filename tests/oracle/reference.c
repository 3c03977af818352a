/* reference.c - the mathematics of the kernels. */
#include "reference.h"

Real reference_logistic(Real u)
{
    return real_div(real(1), real_add(real(1), real_exp(real_neg(u))));
}

Real reference_logistic_1(Real u)
{
    return real_mul(reference_logistic(u), reference_logistic(real_neg(u)));
}

Real reference_softplus(Real u)
{
    if (mpfr_sgn(u) > 0)
        return real_add(u, real_log1p(real_exp(real_neg(u))));
    return real_log1p(real_exp(u));
}

Real reference_log_logistic(Real u)
{
    return real_neg(reference_softplus(real_neg(u)));
}

Real reference_sech2(Real u)
{
    return real_sqr(real_sech(u));
}

Real reference_softsign(Real u)
{
    return real_div(u, real_add(real(1), real_abs(u)));
}

Real reference_softsign_1(Real u)
{
    return real_div(real(1), real_sqr(real_add(real(1), real_abs(u))));
}

Real reference_gauss(Real u)
{
    return real_exp(real_neg(real_sqr(u)));
}

Real reference_normal_pdf(Real u)
{
    return real_div(real_exp(real_neg(real_div(real_sqr(u), real(2)))),
                    real_sqrt(real_mul(real(2), real_pi())));
}

Real reference_normal_cdf(Real u)
{
    return real_div(real_erfc(real_neg(real_div(u, real_sqrt(real(2))))), real(2));
}

Real reference_x_normal_cdf(Real u)
{
    return real_mul(u, reference_normal_cdf(u));
}

Real reference_x_normal_cdf_1(Real u)
{
    return real_add(reference_normal_cdf(u), real_mul(u, reference_normal_pdf(u)));
}

Real reference_x_normal_cdf_2(Real u)
{
    return real_mul(reference_normal_pdf(u), real_sub(real(2), real_sqr(u)));
}

/* (u g(v(u)))' = g + u g' v', and its derivative; g = logistic. */
static Real gate_1(Real u, Real v, Real v1)
{
    return real_add(reference_logistic(v),
                    real_mul(u, real_mul(reference_logistic_1(v), v1)));
}

static Real gate_2(Real u, Real v, Real v1, Real v2)
{
    const Real bend = real_neg(real_tanh(real_div(v, real(2))));
    const Real inner = real_add(v2, real_mul(real_sqr(v1), bend));
    const Real sum = real_add(real_mul(real(2), v1), real_mul(u, inner));
    return real_mul(reference_logistic_1(v), sum);
}

Real reference_x_logistic(Real u)
{
    return real_mul(u, reference_logistic(u));
}

Real reference_x_logistic_1(Real u)
{
    return gate_1(u, u, real(1));
}

Real reference_x_logistic_2(Real u)
{
    return gate_2(u, u, real(1), real(0));
}

/* k (c0 + c1 u^power), k = 2 sqrt(2/pi), for the argument and its derivatives. */
static Real gelu_tanh_argument(Real u, int derivative)
{
    const Real k = real_mul(real(2), real_sqrt(real_div(real(2), real_pi())));
    const Real c = real_text("0.044715");

    if (derivative == 0)
        return real_mul(k, real_add(u, real_mul(c, real_mul(u, real_sqr(u)))));
    if (derivative == 1)
        return real_mul(k,
                        real_add(real(1), real_mul(real(3), real_mul(c, real_sqr(u)))));
    return real_mul(k, real_mul(real(6), real_mul(c, u)));
}

Real reference_gelu_tanh(Real u)
{
    return real_mul(u, reference_logistic(gelu_tanh_argument(u, 0)));
}

Real reference_gelu_tanh_1(Real u)
{
    return gate_1(u, gelu_tanh_argument(u, 0), gelu_tanh_argument(u, 1));
}

Real reference_gelu_tanh_2(Real u)
{
    return gate_2(u, gelu_tanh_argument(u, 0), gelu_tanh_argument(u, 1),
                  gelu_tanh_argument(u, 2));
}

Real reference_x_tanh_softplus(Real u)
{
    return real_mul(u, real_tanh(reference_softplus(u)));
}

/* tanh(s)' = sech(s)^2 s', s' = logistic. */
Real reference_x_tanh_softplus_1(Real u)
{
    const Real s = reference_softplus(u);
    return real_add(real_tanh(s),
                    real_mul(u, real_mul(reference_sech2(s), reference_logistic(u))));
}

/* tanh(s)'' = sech(s)^2 (s'' - 2 tanh(s) s'^2). */
Real reference_x_tanh_softplus_2(Real u)
{
    const Real s = reference_softplus(u), s1 = reference_logistic(u);
    const Real bend = real_mul(real(2), real_mul(real_tanh(s), real_sqr(s1)));
    const Real inner = real_sub(reference_logistic_1(u), bend);
    const Real sum = real_add(real_mul(real(2), s1), real_mul(u, inner));
    return real_mul(reference_sech2(s), sum);
}
