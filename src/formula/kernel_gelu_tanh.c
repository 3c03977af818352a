/* kernel_gelu_tanh.c - kernels of GELU by its tanh approximation:
 * u * logistic(v), v = 2 sqrt(2/pi) (u + 0.044715 u^3).
 */
#include "formula/kernel_block.h"
#include "formula/kernel_polynomials.h"

/* 2 sqrt(2/pi) and 0.044715 times it, each as the sum of two. */
#define LINEAR_HIGH 0x1.9884533d43651p+0
#define LINEAR_LOW -0x1.cbc0d30ebfd15p-54
#define CUBIC_HIGH 0x1.2444f2a4d8b4bp-4
#define CUBIC_LOW -0x1.6c843a29d1c70p-61

/* Beyond this |u| all is 0 or u itself: the argument v is below -4000. */
#define LIMIT 40.0

static inline __attribute__((always_inline)) double clamped(double u)
{
    return u < -LIMIT ? -LIMIT : u > LIMIT ? LIMIT : u;
}

/* -|v| as the sum of the result and *low, for |u| <= LIMIT. */
KERNEL_POINT argument_at(double u, double *low)
{
    const double a = fabs(u);
    double square_low, slope_low, v_low;
    const double square = square_exact(a, &square_low);
    const double cubic = product_exact(square, CUBIC_HIGH, &slope_low);
    const double slope = LINEAR_HIGH + cubic;
    const double part = slope - LINEAR_HIGH; /* Knuth's sum of two: what is lost */
    const double rest = (LINEAR_HIGH - (slope - part)) + (cubic - part);
    const double v = product_exact(a, slope, &v_low);

    slope_low += square_low * CUBIC_HIGH + square * CUBIC_LOW + LINEAR_LOW + rest;
    *low = -(v_low + a * slope_low);
    return -v;
}

/* exp(shift - |v|); shift is 0 or, for |v| beyond twice that, TAIL_SHIFT. */
KERNEL_POINT exp_argument_at(double u, double shift)
{
    double low;
    const double v = argument_at(u, &low);
    const double e = exp(v + shift);
    return e + e * low;
}

KERNEL_POINT gelu_tanh_at(double u)
{
    const double e = exp_argument_at(clamped(u), 0);
    return u * ((u < 0 ? e : 1.0) / (1 + e));
}

static inline int gelu_tanh_is_rare(double u)
{
    return u < -20;
}

static double gelu_tanh_rare(double u)
{
    const double a = clamped(u);
    const double e = exp_argument_at(a, TAIL_SHIFT);
    return a * e * TAIL_SCALE;
}

KERNEL_1_RARE(gelu_tanh)

/* 1 + u v'(u), where u v' is v and twice its cubic part; for |u| <= LIMIT. */
KERNEL_POINT one_and_rise_at(double u)
{
    double low;
    const double v = argument_at(u, &low);
    const double rest = low - 2 * CUBIC_HIGH * (u * u) * fabs(u);
    return u < 0 ? (1 + v) + rest : (1 - v) - rest;
}

/* (1 + u v' + e) e / (1 + e)^2 on the left, (1 + e (1 + u v')) / (1 + e)^2 right. */
KERNEL_POINT gelu_tanh_1_at(double u)
{
    const double a = clamped(u);
    const double e = exp_argument_at(a, 0);
    const double rise = one_and_rise_at(a);
    const double top = u < 0 ? e * (rise + e) : 1 + e * rise;
    const double slope = top / ((1 + e) * (1 + e));

    return NEAR_ZERO(GELU_TANH_1, u, slope);
}

static inline int gelu_tanh_1_is_rare(double u)
{
    return u < -20;
}

static double gelu_tanh_1_rare(double u)
{
    const double a = clamped(u);
    const double e = exp_argument_at(a, TAIL_SHIFT);
    return one_and_rise_at(a) * e * TAIL_SCALE;
}

KERNEL_1_RARE(gelu_tanh_1)

/* e / (1 + e)^2 (2 v' + u v'' - u v'^2 tanh(v/2)), an even function. */
KERNEL_POINT gelu_tanh_2_bracket(double u, double e)
{
    const double a = fabs(u);
    const double slope = LINEAR_HIGH + 3 * CUBIC_HIGH * (a * a);
    return (2 * LINEAR_HIGH + 12 * CUBIC_HIGH * (a * a)) -
           a * slope * slope * ((1 - e) / (1 + e));
}

KERNEL_POINT gelu_tanh_2_at(double u)
{
    const double a = clamped(u);
    const double e = exp_argument_at(a, 0);
    return e * gelu_tanh_2_bracket(a, e) / ((1 + e) * (1 + e));
}

static inline int gelu_tanh_2_is_rare(double u)
{
    return fabs(u) > 20;
}

static double gelu_tanh_2_rare(double u)
{
    const double a = clamped(u);
    const double e = exp_argument_at(a, TAIL_SHIFT);
    return gelu_tanh_2_bracket(a, 0) * e * TAIL_SCALE;
}

KERNEL_1_RARE(gelu_tanh_2)
