/* kernel_exponential.c - kernels of exponentials of exponentials.
 *
 * exp(-exp(u)) by a rounded exp(u) = e is wrong by e / 2 units in the last place, so e
 * is computed to some 12 bits more.
 */
#include "formula/kernel_block.h"
#include "formula/kernel_exact.h"

#define TWO_OVER_ROOT_PI 1.1283791670955125739
#define TAIL_BEGIN (-600.0)

/* exp(u) for use in exponents: right of 7 all that holds exp(-exp(u)) is 0, left of -50
 * exp(u) does not change an exponent of that size. */
#define EXPONENT_PARTS                                                                 \
    double low;                                                                        \
    const double c = u > 7 ? 7 : u < -50 ? -50 : u;                                    \
    const double e = exp_exact(c, &low)

/* exp(u - exp(u)), shifted where that is far below 1. */
KERNEL_POINT bell_at(double u, double shift)
{
    EXPONENT_PARTS;
    const double a = u > 7 ? 7 : u < -2000 ? -2000 : u;
    const double v = a - e;
    const double lost = fabs(a) > e ? (a - v) - e : a - (v + e);
    const double bell = exp(v + shift);
    return bell + bell * (lost - low);
}

/* Whether the shift is of use: v is below TAIL_BEGIN. */
KERNEL_POINT shift_at(double u)
{
    return u < TAIL_BEGIN || u > 6.42 ? TAIL_SHIFT : 0.0;
}

KERNEL_POINT gumbel_at(double u)
{
    const double shift = shift_at(u);
    return bell_at(u, shift) * (shift > 0 ? TAIL_SCALE : 1.0);
}

/* gumbel(u) (1 - exp(u)). */
KERNEL_POINT gumbel_1_at(double u)
{
    const double shift = shift_at(u);
    return -bell_at(u, shift) * expm1(u > 7 ? 7 : u) * (shift > 0 ? TAIL_SCALE : 1.0);
}

KERNEL_1(gumbel)
KERNEL_1(gumbel_1)

/* --- u * tanh(exp(u)) --- */

/* sech(e + low)^2, times exp(shift) where that is far below 1. */
KERNEL_POINT sech2_sum_at(double e, double low, double shift)
{
    const double q = exp(shift - 2 * e);
    const double fade = q - q * (2 * low);
    return 4 * fade / ((1 + fade) * (1 + fade));
}

/* exp(u), left of TAIL_BEGIN shifted; that is then the only term. */
KERNEL_POINT tail_at(double u)
{
    const double a = u < -2000 ? -2000 : u < TAIL_BEGIN ? u : TAIL_BEGIN;
    return exp(a + TAIL_SHIFT);
}

KERNEL_POINT x_tanh_exp_at(double u)
{
    const double c = u < -2000 ? -2000 : u;
    return u < TAIL_BEGIN ? c * tail_at(u) * TAIL_SCALE : u * tanh(exp(u));
}

KERNEL_POINT x_tanh_exp_1_at(double u)
{
    EXPONENT_PARTS;
    const double a = u > 7 ? 7 : u < -2000 ? -2000 : u;
    const double whole = exp(a);
    const double slope = tanh(whole) + a * whole * sech2_sum_at(e, low, 0);
    return u < TAIL_BEGIN ? (1 + a) * tail_at(u) * TAIL_SCALE : slope;
}

KERNEL_POINT x_tanh_exp_2_at(double u)
{
    EXPONENT_PARTS;
    const double a = u > 7 ? 7 : u < -2000 ? -2000 : u;
    const double whole = exp(a);
    const double shift = e > 300 ? TAIL_SHIFT : 0.0;
    const double bend = 2 + a * (1 - 2 * whole * tanh(whole));
    return u < TAIL_BEGIN ? (2 + a) * tail_at(u) * TAIL_SCALE
                          : sech2_sum_at(e, low, shift) * whole * bend *
                                (shift > 0 ? TAIL_SCALE : 1.0);
}

KERNEL_1(x_tanh_exp)
KERNEL_1(x_tanh_exp_1)
KERNEL_1(x_tanh_exp_2)

/* --- u / (1 - u exp(-(u + exp(u)))), on the left multiplied by g = exp(u + exp(u)),
 * else g is its inverse --- */

#define COLLAPSE_PARTS                                                                 \
    EXPONENT_PARTS;                                                                    \
    const double a = u > 7 ? 7 : u < -2000 ? -2000 : u;                                \
    const double v = a + e;                                                            \
    const double lost = fabs(a) > e ? (a - v) + e : (e - v) + a;                       \
    const double raw = exp(-fabs(v)), rest = lost + low;                               \
    const double g = raw + raw * (v < 0 ? rest : -rest)

KERNEL_POINT colu_at(double u)
{
    COLLAPSE_PARTS;
    return v < 0 ? u / (g - a) * g : u / (1 - a * g);
}

KERNEL_POINT colu_1_at(double u)
{
    COLLAPSE_PARTS;
    const double p = a * (1 + e) - 1;
    const double d = v < 0 ? g - a : 1 - a * g;
    return (v < 0 ? (d - a * p) * g : 1 - a * a * g * (1 + e)) / (d * d);
}

KERNEL_POINT colu_2_at(double u)
{
    COLLAPSE_PARTS;
    const double p = a * (1 + e) - 1;
    const double q = 2 * (1 + e) - a * ((1 + e) * (1 + e)) + a * e;
    const double d = v < 0 ? g - a : 1 - a * g;
    const double inner = v < 0 ? d - a * p : d - a * g * p;
    /* far out on the right g alone is small */
    const double tail = exp((v > 600 ? TAIL_SHIFT : 0.0) - fabs(v));
    const double top = a * q * d + 2 * p * inner;
    const double far = -top * (tail - tail * rest) * TAIL_SCALE;
    return v > 600 ? far : -top * g / (d * d * d);
}

KERNEL_1(colu)
KERNEL_1(colu_1)
KERNEL_1(colu_2)

/* --- u * erf(softplus(u)) --- */

KERNEL_POINT x_erf_softplus_at(double u)
{
    const double plus = (u > 0 ? u : 0 * u) + log1p_whole(exp(-fabs(u)));
    const double c = u < -2000 ? -2000 : u;
    return u < TAIL_BEGIN ? TWO_OVER_ROOT_PI * c * tail_at(u) * TAIL_SCALE
                          : u * erf(plus);
}

/* softplus(u) with its rounding error, logistic(u), and the bell of erf there. */
#define SOFT_PARTS                                                                     \
    const double a = u < -2000 ? -2000 : u > 40 ? 40 : u;                              \
    const double n = exp(-fabs(a)), more = log1p_whole(n);                             \
    const double plus = a > 0 ? a + more : more;                                       \
    const double lost =                                                                \
        a > 0 ? (a > more ? more - (plus - a) : a - (plus - more)) : 0;                \
    const double gate = (a < 0 ? n : 1.0) / (1 + n);                                   \
    double low;                                                                        \
    const double square = square_exact(plus, &low);                                    \
    const double shift = square > 600 ? TAIL_SHIFT : 0.0;                              \
    const double raw = TWO_OVER_ROOT_PI * exp(shift - square);                         \
    const double bell = raw - raw * (low + 2 * plus * lost)

KERNEL_POINT x_erf_softplus_1_at(double u)
{
    SOFT_PARTS;
    return u < TAIL_BEGIN ? TWO_OVER_ROOT_PI * (1 + a) * tail_at(u) * TAIL_SCALE
                          : erf(plus) + (shift > 0 ? 0 : a * gate * bell);
}

KERNEL_POINT x_erf_softplus_2_at(double u)
{
    SOFT_PARTS;
    const double other = (a < 0 ? 1.0 : n) / (1 + n);
    const double bend = 2 + a * (other - 2 * plus * gate);
    return u < TAIL_BEGIN ? TWO_OVER_ROOT_PI * (2 + a) * tail_at(u) * TAIL_SCALE
                          : bell * gate * bend * (shift > 0 ? TAIL_SCALE : 1.0);
}

KERNEL_1(x_erf_softplus)
KERNEL_1(x_erf_softplus_1)
KERNEL_1(x_erf_softplus_2)
