/* kernel_exp.h - exp(u) and exp(u) - 1 for kernels that go on with them.
 *
 * As fast as a vector library's exp() and without its call, in any build.
 */
#ifndef ACTPLOT_FORMULA_KERNEL_EXP_H
#define ACTPLOT_FORMULA_KERNEL_EXP_H

#include "formula/kernel_block.h"
#include "formula/kernel_polynomials.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

/* log(2) as the sum of two, the first with so few bits that times a whole number
 * below 2^12 it is exact. */
#define LOG_2_HIGH 0x1.62e42fefa2p-1
#define LOG_2_LOW 0x1.9ef35793c7673p-41
#define INVERSE_LOG_2 0x1.71547652b82fep+0

/* Added to a small number it leaves that number, rounded, in the last bits. */
#define WHOLE 0x1.8p52

/* 2^(k - 1) of whole = WHOLE + k, for k from -1021 to 1024. */
KERNEL_POINT half_power_at(double whole)
{
    uint64_t bits;
    double power;

    memcpy(&bits, &whole, sizeof bits);
    bits = (bits << 52) + ((uint64_t)1022 << 52);
    memcpy(&power, &bits, sizeof power);
    return power;
}

/* e^t - 1 - t for |t| <= log(2)/2, summed in pairs: a long chain would keep the
 * processor waiting. */
KERNEL_POINT rest_at(double t)
{
    const double t2 = t * t, t4 = t2 * t2;
    const double a = (EXPM1_0 + EXPM1_1 * t) + t2 * (EXPM1_2 + EXPM1_3 * t);
    const double b = (EXPM1_4 + EXPM1_5 * t) + t2 * (EXPM1_6 + EXPM1_7 * t);
    return t2 * (a + t4 * (b + t4 * (EXPM1_8 + EXPM1_9 * t)));
}

/* u = k log(2) + t + low, |t| <= log(2)/2, and the power is 2^(k - 1). */
typedef struct {
    double power, t, low;
} ExpParts;

/* For u from -708 to 710. */
static inline __attribute__((always_inline)) ExpParts exp_parts(double u)
{
    const double whole = u * INVERSE_LOG_2 + WHOLE, k = whole - WHOLE;
    const double high = u - k * LOG_2_HIGH, t = high - k * LOG_2_LOW;

    return (ExpParts){half_power_at(whole), t, (high - t) - k * LOG_2_LOW};
}

/* exp(-a) within 1 ulp for 0 <= a <= 708, and that of 708 beyond. */
KERNEL_POINT exp_down_at(double a)
{
    const ExpParts e = exp_parts(a > 708 ? -708 : -a);
    const double half = e.power * (1 + (e.t + (rest_at(e.t) + e.low)));
    return half + half;
}

/* exp(u) - 1 for u <= 710, within 1 ulp for u <= 0 and 2 above: with e^u = 2^k e^t it
 * is 2^k - 1 + 2^k (e^t - 1), halved so that nothing overflows before it must. */
KERNEL_POINT expm1_below_at(double u)
{
    const ExpParts e = exp_parts(u < -40 ? -40 : u); /* all is -1 there */
    const double half = (e.power - 0.5) + e.power * (e.t + (rest_at(e.t) + e.low));
    return fabs(u) < 0x1p-54 ? u : half + half;
}

/* log(1 + e) within 1 ulp for 0 <= e <= 1. For e > 1/2 it is log(2) + log(1 + f) with
 * f = (e - 1)/2, which is exact; else f is e. With s = f / (2 + f), log(1 + f) is
 * log((1 + s)/(1 - s)) = f - (f^2/2 - s (f^2/2 + s^2 p(s^2))). */
KERNEL_POINT log1p_unit_at(double e)
{
    const double f = e > 0.5 ? 0.5 * (e - 1) : e;
    const double s = f / (2 + f), z = s * s, z2 = z * z, z4 = z2 * z2;
    const double a = (LOG1P_0 + LOG1P_1 * z) + z2 * (LOG1P_2 + LOG1P_3 * z);
    const double b = (LOG1P_4 + LOG1P_5 * z) + z2 * (LOG1P_6 + LOG1P_7 * z);
    const double square = 0.5 * (f * f);
    const double rest = s * (square + z * (a + z4 * (b + z4 * LOG1P_8)));
    const double low = e > 0.5 ? LOG_2_LOW : 0.0;
    return (e > 0.5 ? LOG_2_HIGH : 0.0) + (f - (square - (rest + low)));
}

#endif
