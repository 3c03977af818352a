/* kernel_expm1.c - kernels of exp(u), exp(u) - 1 and of the hyperbolic tangent.
 *
 * Faster than a vector library's, and exact to an ulp or two throughout.
 */
#include "formula/kernel_exp.h"

KERNEL_POINT exp_exponent_at(double u)
{
    return exp_within_at(u);
}

KERNEL_POINT exp_at(double u, double e)
{
    (void)u;
    return e;
}

#define exp_LEAST (-708.0)

KERNEL_POINT exp_margin_at(double u)
{
    return -fabs(u);
}

static double exp_rare(double u)
{
    return exp(u);
}

KERNEL_1_EXP(exp, exp)

KERNEL_POINT expm1_exponent_at(double u)
{
    return exp_within_at(u);
}

KERNEL_POINT expm1_at(double u, double e)
{
    return fabs(u) < 0x1p-54 ? u : e;
}

#define expm1_LEAST (-708.0)

KERNEL_POINT expm1_margin_at(double u)
{
    return -u;
}

static double expm1_rare(double u)
{
    return exp(u);
}

KERNEL_1_EXP(expm1, expm1)

KERNEL_POINT tanh_exponent_at(double u)
{
    return exp_falling_at(-2 * fabs(u));
}

KERNEL_POINT tanh_at(double u, double e)
{
    const double part = fabs(u) < 0x1p-55 ? -2 * fabs(u) : e;
    return copysign(part / (2 + part), u);
}

#define tanh_LEAST (0.0)

KERNEL_POINT tanh_margin_at(double u)
{
    (void)u;
    return 0;
}

static double tanh_rare(double u)
{
    return u;
}

KERNEL_1_EXP(tanh, expm1)
