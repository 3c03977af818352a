/* kernel_mish.c - kernels of u * tanh(softplus(u)), Mish.
 *
 * With e = exp(u), tanh(softplus(u)) = e (2 + e) / (2 + e (2 + e)). For u > 0 both
 * are divided by powers of e, so that n = exp(-u) stands in them and nothing
 * overflows.
 */
#include "formula/kernel_exp.h"

KERNEL_POINT x_tanh_softplus_at(double u, double e)
{
    const double top = u > 0 ? 1 + 2 * e : e * (2 + e);
    const double below = top + (u > 0 ? 2 * (e * e) : 2.0);
    const double left = e * (1 - e * (1 + e) / below); /* the same, fewer roundings */
    return u * (u < -1.25 ? left : top / below);
}

/* Left of -700, where e is subnormal but u * e may not be. */
#define x_tanh_softplus_LEAST (-700.0)

KERNEL_POINT x_tanh_softplus_margin_at(double u)
{
    return u;
}

static double x_tanh_softplus_rare(double u)
{
    const double a = u < -2000 ? -2000 : u;
    return a * exp(a + TAIL_SHIFT) * TAIL_SCALE;
}

KERNEL_1_FALLING(x_tanh_softplus)

/* e (4 (u + 1) + e (4 u + 6 + e (4 + e))) / (2 + e (2 + e))^2. */
KERNEL_POINT x_tanh_softplus_1_at(double u, double e)
{
    const double a = u > 2000 ? 2000 : u;
    const double left = e * (4 * (1 + a) + e * ((4 * a + 6) + e * (4 + e)));
    const double right = 1 + e * (4 + e * ((4 * a + 6) + e * (4 * (1 + a))));
    const double below = u > 0 ? 1 + 2 * e * (1 + e) : 2 + e * (2 + e);
    const double slope = (u > 0 ? right : left) / (below * below);

    return NEAR_ZERO(X_TANH_SOFTPLUS_1, u, slope);
}

#define x_tanh_softplus_1_LEAST (-700.0)

KERNEL_POINT x_tanh_softplus_1_margin_at(double u)
{
    return u;
}

static double x_tanh_softplus_1_rare(double u)
{
    const double a = u < -2000 ? -2000 : u;
    return (1 + a) * exp(a + TAIL_SHIFT) * TAIL_SCALE;
}

KERNEL_1_FALLING(x_tanh_softplus_1)

/* 4 e (2 (1 + e) d + u (2 + 2 e - 3 e^2 - 2 e^3)) / d^3 with d = 2 + e (2 + e). */
KERNEL_POINT x_tanh_softplus_2_at(double u, double e)
{
    const double a = u > 2000 ? 2000 : u;
    const double d = u > 0 ? 1 + 2 * e * (1 + e) : 2 + e * (2 + e);
    const double left = 2 + e * (2 - e * (3 + 2 * e));
    const double right = e * (e * (2 + 2 * e) - 3) - 2;
    const double top = 2 * (1 + e) * d + a * (u > 0 ? right : left);
    return 4 * (u > 0 ? e * e : e) * top / (d * d * d);
}

#define x_tanh_softplus_2_LEAST (-350.0)

KERNEL_POINT x_tanh_softplus_2_margin_at(double u)
{
    return -fabs(u);
}

static double x_tanh_softplus_2_rare(double u)
{
    const double a = u < -2000 ? -2000 : u > 2000 ? 2000 : u;
    const double e = exp((a < 0 ? a : -2 * a) + TAIL_SHIFT);
    return (a < 0 ? 2 + a : 8 - 8 * a) * e * TAIL_SCALE;
}

KERNEL_1_FALLING(x_tanh_softplus_2)
