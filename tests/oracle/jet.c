/* jet.c - truncated Taylor arithmetic in high precision. */
#include "jet.h"

#include "reference.h"

static Jet jet(Real value, Real slope, Real curvature)
{
    return (Jet){{value, slope, curvature}};
}

Jet jet_variable(double x)
{
    return jet(real(x), real(1), real(0));
}

Jet jet_constant(Real value)
{
    return jet(value, real(0), real(0));
}

Jet jet_number(double value)
{
    return jet_constant(real(value));
}

int jet_compare(Jet a, double b)
{
    return mpfr_cmp_d(a.order[0], b);
}

Jet jet_add(Jet a, Jet b)
{
    return jet(real_add(a.order[0], b.order[0]), real_add(a.order[1], b.order[1]),
               real_add(a.order[2], b.order[2]));
}

Jet jet_sub(Jet a, Jet b)
{
    return jet_add(a, jet_neg(b));
}

Jet jet_neg(Jet a)
{
    return jet(real_neg(a.order[0]), real_neg(a.order[1]), real_neg(a.order[2]));
}

Jet jet_times(double factor, Jet a)
{
    return jet_mul(jet_number(factor), a);
}

Jet jet_plus(Jet a, double term)
{
    return jet(real_add(a.order[0], real(term)), a.order[1], a.order[2]);
}

Jet jet_mul(Jet a, Jet b)
{
    const Real cross = real_mul(real(2), real_mul(a.order[1], b.order[1]));

    return jet(
        real_mul(a.order[0], b.order[0]),
        real_add(real_mul(a.order[1], b.order[0]), real_mul(a.order[0], b.order[1])),
        real_add(real_add(real_mul(a.order[2], b.order[0]), cross),
                 real_mul(a.order[0], b.order[2])));
}

Jet jet_sqr(Jet a)
{
    return jet_mul(a, a);
}

/* From a = q b, derived. */
Jet jet_div(Jet a, Jet b)
{
    const Real q = real_div(a.order[0], b.order[0]);
    const Real q1 = real_div(real_sub(a.order[1], real_mul(q, b.order[1])), b.order[0]);
    const Real cross = real_mul(real(2), real_mul(q1, b.order[1]));
    const Real rest = real_sub(real_sub(a.order[2], cross), real_mul(q, b.order[2]));

    return jet(q, q1, real_div(rest, b.order[0]));
}

/* The chain rule: f and its derivatives at a's value. */
static Jet chain(Jet a, Real f, Real f1, Real f2)
{
    return jet(f, real_mul(f1, a.order[1]),
               real_add(real_mul(f2, real_sqr(a.order[1])), real_mul(f1, a.order[2])));
}

Jet jet_abs(Jet a)
{
    const Real sign = real(jet_compare(a, 0) > 0 ? 1 : jet_compare(a, 0) < 0 ? -1 : 0);

    return chain(a, real_abs(a.order[0]), sign, real(0));
}

Jet jet_sqrt(Jet a)
{
    const Real root = real_sqrt(a.order[0]);
    const Real f1 = real_div(real(0.5), root);

    return chain(a, root, f1, real_div(real_mul(real(-0.5), f1), a.order[0]));
}

Jet jet_exp(Jet a)
{
    const Real e = jet_compare(a, 1e9) > 0     ? real_exp(real(1e9))
                   : jet_compare(a, -1e15) < 0 ? real_exp(real(-1e15))
                                               : real_exp(a.order[0]);
    return chain(a, e, e, e);
}

Jet jet_expm1(Jet a)
{
    const Jet e = jet_exp(a);

    if (jet_compare(a, 1) > 0)
        return jet_plus(e, -1);
    return jet(real_expm1(a.order[0]), e.order[1], e.order[2]);
}

Jet jet_log(Jet a)
{
    const Real f1 = real_div(real(1), a.order[0]);

    return chain(a, real_log(a.order[0]), f1, real_neg(real_sqr(f1)));
}

Jet jet_log1p(Jet a)
{
    const Real f1 = real_div(real(1), real_add(real(1), a.order[0]));

    return chain(a, real_log1p(a.order[0]), f1, real_neg(real_sqr(f1)));
}

Jet jet_sin(Jet a)
{
    const Real s = real_sin(a.order[0]);

    return chain(a, s, real_cos(a.order[0]), real_neg(s));
}

Jet jet_cos(Jet a)
{
    const Real c = real_cos(a.order[0]);

    return chain(a, c, real_neg(real_sin(a.order[0])), real_neg(c));
}

Jet jet_tanh(Jet a)
{
    const Real t = real_tanh(a.order[0]), f1 = reference_sech2(a.order[0]);

    return chain(a, t, f1, real_mul(real(-2), real_mul(t, f1)));
}

Jet jet_asinh(Jet a)
{
    const Real below = real_add(real(1), real_sqr(a.order[0]));
    const Real f1 = real_div(real(1), real_sqrt(below));

    return chain(a, real_asinh(a.order[0]), f1,
                 real_neg(real_div(real_mul(a.order[0], f1), below)));
}

Jet jet_atan(Jet a)
{
    const Real f1 = real_div(real(1), real_add(real(1), real_sqr(a.order[0])));

    return chain(a, real_atan(a.order[0]), f1,
                 real_mul(real(-2), real_mul(a.order[0], real_sqr(f1))));
}

Jet jet_erf(Jet a)
{
    const Real scale = real_div(real(2), real_sqrt(real_pi()));
    const Real f1 = real_mul(scale, reference_gauss(a.order[0]));

    return chain(a, real_erf(a.order[0]), f1,
                 real_mul(real(-2), real_mul(a.order[0], f1)));
}

Jet jet_logistic(Jet a)
{
    const Real f1 = reference_logistic_1(a.order[0]);
    const Real bend = real_neg(real_tanh(real_div(a.order[0], real(2))));

    return chain(a, reference_logistic(a.order[0]), f1, real_mul(f1, bend));
}

Jet jet_softplus(Jet a)
{
    return chain(a, reference_softplus(a.order[0]), reference_logistic(a.order[0]),
                 reference_logistic_1(a.order[0]));
}

Jet jet_normal_cdf(Jet a)
{
    const Real f1 = reference_normal_pdf(a.order[0]);

    return chain(a, reference_normal_cdf(a.order[0]), f1,
                 real_neg(real_mul(a.order[0], f1)));
}
