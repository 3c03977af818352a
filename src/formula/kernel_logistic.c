/* kernel_logistic.c - kernels of the logistic function and its kin.
 *
 * All go through e = exp(-|u|), which is at most 1, so nothing overflows.
 */
#include "formula/kernel_exp.h"

#include <float.h>

KERNEL_POINT logistic_at(double u, double e)
{
    return (u < 0 ? e : 1.0) / (1 + e);
}

/* Where exp(-|u|) is all there is, and may be subnormal. */
#define logistic_LEAST (-700.0)

KERNEL_POINT logistic_margin_at(double u)
{
    return u;
}

static double logistic_rare(double u)
{
    return exp(u);
}

KERNEL_1_FALLING(logistic)

KERNEL_POINT softplus_at(double u, double e)
{
    return (u > 0 ? u : 0 * u) + log1p_unit_at(e);
}

KERNEL_POINT log_logistic_at(double u, double e)
{
    return (u < 0 ? u : 0.0) - log1p_unit_at(e);
}

#define softplus_LEAST (-700.0)

KERNEL_POINT softplus_margin_at(double u)
{
    return u;
}

static double softplus_rare(double u)
{
    return exp(u);
}

#define log_logistic_LEAST (-700.0)

KERNEL_POINT log_logistic_margin_at(double u)
{
    return -u;
}

static double log_logistic_rare(double u)
{
    return -exp(-u);
}

KERNEL_1_FALLING(softplus)
KERNEL_1_FALLING(log_logistic)

KERNEL_POINT logistic_1_at(double u, double e)
{
    (void)u;
    return e / ((1 + e) * (1 + e));
}

#define logistic_1_LEAST (-700.0)

KERNEL_POINT logistic_1_margin_at(double u)
{
    return -fabs(u);
}

static double logistic_1_rare(double u)
{
    return exp(-fabs(u));
}

KERNEL_1_FALLING(logistic_1)

/* 1 / cosh(u)^2. */
KERNEL_POINT sech2_exponent_at(double u)
{
    return exp_falling_at(-2 * fabs(u));
}

KERNEL_POINT sech2_at(double u, double e)
{
    (void)u;
    return 4 * (e / ((1 + e) * (1 + e)));
}

/* exp(-2|u|) loses digits before 4 exp(-2|u|) does. */
#define sech2_LEAST (-350.0)

KERNEL_POINT sech2_margin_at(double u)
{
    return -fabs(u);
}

static double sech2_rare(double u)
{
    return 4 * exp(TAIL_SHIFT - 2 * fabs(u)) * TAIL_SCALE;
}

KERNEL_1_EXP(sech2, exp)

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

/* tanh(log(1 + logistic(u))), with e = exp(u) on the left: e (2 + 3 e) / (2 + 6 e + 5
 * e^2). */
KERNEL_POINT tanh_log1p_logistic_at(double u)
{
    const double e = exp(-fabs(u));
    const double top = u < 0 ? e * (2 + 3 * e) : 3 + 2 * e;
    const double below = u < 0 ? 2 + e * (6 + 5 * e) : 5 + e * (6 + 2 * e);
    return top / below;
}

/* 4 e (1 + e) (1 + 2 e) / (2 + 6 e + 5 e^2)^2. */
KERNEL_POINT tanh_log1p_logistic_1_at(double u)
{
    const double e = exp(-fabs(u));
    const double other = u < 0 ? 1 + 2 * e : 2 + e;
    const double below = u < 0 ? 2 + e * (6 + 5 * e) : 5 + e * (6 + 2 * e);
    return 4 * e * ((1 + e) * other / (below * below));
}

/* 4 e (2 + 6 e - 3 e^2 - 18 e^3 - 10 e^4) / (2 + 6 e + 5 e^2)^3. */
KERNEL_POINT tanh_log1p_logistic_2_at(double u)
{
    const double e = exp(-fabs(u));
    const double left = 2 + e * (6 - e * (3 + e * (18 + 10 * e)));
    const double right = e * (e * (e * (6 + 2 * e) - 3) - 18) - 10;
    const double below = u < 0 ? 2 + e * (6 + 5 * e) : 5 + e * (6 + 2 * e);
    return 4 * e * ((u < 0 ? left : right) / (below * below * below));
}

KERNEL_1(tanh_log1p_logistic_2)
KERNEL_1(tanh_log1p_logistic)
KERNEL_1(tanh_log1p_logistic_1)

KERNEL_POINT x_logistic_at(double u, double e)
{
    return u * ((u < 0 ? e : 1.0) / (1 + e));
}

/* Left of -700, where e is subnormal but u * e may not be. */
#define x_logistic_LEAST (-700.0)

KERNEL_POINT x_logistic_margin_at(double u)
{
    return u;
}

static double x_logistic_rare(double u)
{
    const double a = u < -2000 ? -2000 : u;
    return a * exp(a + TAIL_SHIFT) * TAIL_SCALE;
}

KERNEL_1_FALLING(x_logistic)

/* (1 + e + u) e / (1 + e)^2 on the left, (1 + e + u e) / (1 + e)^2 on the right. */
KERNEL_POINT x_logistic_1_at(double u, double e)
{
    const double a = u > 2000 ? 2000 : u;
    const double top = u < 0 ? e * ((1 + a) + e) : 1 + e * (1 + a);
    const double slope = top / (1 + e * (2 + e)); /* (1 + e)^2, one rounding less */

    return NEAR_ZERO(X_LOGISTIC_1, u, slope);
}

#define x_logistic_1_LEAST (-700.0)

KERNEL_POINT x_logistic_1_margin_at(double u)
{
    return u;
}

static double x_logistic_1_rare(double u)
{
    const double a = u < -2000 ? -2000 : u;
    return (1 + a) * exp(a + TAIL_SHIFT) * TAIL_SCALE;
}

KERNEL_1_FALLING(x_logistic_1)

/* e / (1 + e)^2 (2 - u tanh(u/2)), an even function. */
KERNEL_POINT x_logistic_2_at(double u, double e)
{
    const double a = fabs(u);
    return e * (2 - a * ((1 - e) / (1 + e))) / ((1 + e) * (1 + e));
}

#define x_logistic_2_LEAST (-700.0)

KERNEL_POINT x_logistic_2_margin_at(double u)
{
    return -fabs(u);
}

static double x_logistic_2_rare(double u)
{
    const double a = fabs(u) > 2000 ? 2000 : fabs(u);
    return (2 - a) * exp(TAIL_SHIFT - a) * TAIL_SCALE;
}

KERNEL_1_FALLING(x_logistic_2)
