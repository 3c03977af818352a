/* kernel_logistic.c - kernels of the logistic function and its kin.
 *
 * All go through e = exp(-|u|), which is at most 1, so nothing overflows.
 */
#include "formula/kernel_exp.h"

#include <float.h>

KERNEL_POINT logistic_at(double u)
{
    const double e = exp(-fabs(u));
    return (u < 0 ? e : 1.0) / (1 + e);
}

KERNEL_1(logistic)

KERNEL_POINT softplus_at(double u)
{
    return (u > 0 ? u : 0 * u) + log1p_unit_at(exp_down_at(fabs(u)));
}

KERNEL_POINT log_logistic_at(double u)
{
    return (u < 0 ? u : 0.0) - log1p_unit_at(exp_down_at(fabs(u)));
}

/* Where exp(-|u|) is all there is, and may be subnormal. */
static inline int softplus_is_rare(double u)
{
    return u < -700;
}

static double softplus_rare(double u)
{
    return exp(u);
}

static inline int log_logistic_is_rare(double u)
{
    return u > 700;
}

static double log_logistic_rare(double u)
{
    return -exp(-u);
}

KERNEL_1_RARE(softplus)
KERNEL_1_RARE(log_logistic)

KERNEL_POINT logistic_1_at(double u)
{
    const double e = exp(-fabs(u));
    return e / ((1 + e) * (1 + e));
}

KERNEL_1(logistic_1)

/* 1 / cosh(u)^2. */
KERNEL_POINT sech2_at(double u)
{
    const double e = exp(-2 * fabs(u));
    return 4 * (e / ((1 + e) * (1 + e)));
}

/* exp(-2|u|) loses digits before 4 exp(-2|u|) does. */
static inline int sech2_is_rare(double u)
{
    return fabs(u) > 350;
}

static double sech2_rare(double u)
{
    return 4 * exp(TAIL_SHIFT - 2 * fabs(u)) * TAIL_SCALE;
}

KERNEL_1_RARE(sech2)

/* inf / inf is kept away; NaN passes. */
KERNEL_POINT softsign_at(double u)
{
    const double a = fabs(u) > DBL_MAX ? DBL_MAX : fabs(u);
    return copysign(a / (1 + a), u);
}

KERNEL_POINT softsign_1_at(double u)
{
    const double r = 1 / (1 + fabs(u));
    return r * r;
}

KERNEL_1(softsign)
KERNEL_1(softsign_1)

KERNEL_POINT x_logistic_at(double u)
{
    const double e = exp(-fabs(u));
    return u * ((u < 0 ? e : 1.0) / (1 + e));
}

/* Left of -700, where e is subnormal but u * e may not be. */
static inline int x_logistic_is_rare(double u)
{
    return u < -700;
}

static double x_logistic_rare(double u)
{
    const double a = u < -2000 ? -2000 : u;
    return a * exp(a + TAIL_SHIFT) * TAIL_SCALE;
}

KERNEL_1_RARE(x_logistic)

/* (1 + e + u) e / (1 + e)^2 on the left, (1 + e + u e) / (1 + e)^2 on the right. */
KERNEL_POINT x_logistic_1_at(double u)
{
    const double a = u > 2000 ? 2000 : u;
    const double e = exp(-fabs(u));
    const double top = u < 0 ? e * ((1 + a) + e) : 1 + e * (1 + a);
    const double slope = top / ((1 + e) * (1 + e));

    return NEAR_ZERO(X_LOGISTIC_1, u, slope);
}

static inline int x_logistic_1_is_rare(double u)
{
    return u < -700;
}

static double x_logistic_1_rare(double u)
{
    const double a = u < -2000 ? -2000 : u;
    return (1 + a) * exp(a + TAIL_SHIFT) * TAIL_SCALE;
}

KERNEL_1_RARE(x_logistic_1)

/* e / (1 + e)^2 (2 - u tanh(u/2)), an even function. */
KERNEL_POINT x_logistic_2_at(double u)
{
    const double a = fabs(u);
    const double e = exp(-a);
    return e * (2 - a * ((1 - e) / (1 + e))) / ((1 + e) * (1 + e));
}

static inline int x_logistic_2_is_rare(double u)
{
    return fabs(u) > 700;
}

static double x_logistic_2_rare(double u)
{
    const double a = fabs(u) > 2000 ? 2000 : fabs(u);
    return (2 - a) * exp(TAIL_SHIFT - a) * TAIL_SCALE;
}

KERNEL_1_RARE(x_logistic_2)
