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

/* 2^k of whole = WHOLE + k, for k from -1022 to 1023. */
KERNEL_POINT power_of_2_at(double whole)
{
    uint64_t bits;
    double power;

    memcpy(&bits, &whole, sizeof bits);
    bits = (bits << 52) + ((uint64_t)1023 << 52);
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

/* u = k log(2) + t, |t| <= log(2)/2: whole is WHOLE + k, and t is high - low. */
typedef struct {
    double whole, high;
} ExpParts;

/* Of which u exp_parts() may be taken: |u| <= 708. The value is out of the compiler's
 * sight, else it computes the parts of that very number and mixes them in by masks: a
 * third more work. */
extern const double kernel_exp_most;

/* u, but within -most .. most; NaN passes. */
KERNEL_POINT exp_within_at(double u)
{
    const double most = kernel_exp_most, c = u < -most ? -most : u;
    return c > most ? most : c;
}

/* c <= 0, but not below -most. */
KERNEL_POINT exp_falling_at(double c)
{
    return c < -kernel_exp_most ? -kernel_exp_most : c;
}

static inline __attribute__((always_inline)) ExpParts exp_parts(double u)
{
    const double whole = u * INVERSE_LOG_2 + WHOLE;

    return (ExpParts){whole, u - (whole - WHOLE) * LOG_2_HIGH};
}

/* exp(t) - 1, good enough to be added to 1, and in full. */
static inline __attribute__((always_inline)) double exp_part(ExpParts e)
{
    const double t = e.high - (e.whole - WHOLE) * LOG_2_LOW;
    return t + rest_at(t);
}

static inline __attribute__((always_inline)) double expm1_part(ExpParts e)
{
    const double low = (e.whole - WHOLE) * LOG_2_LOW;
    return e.high + (rest_at(e.high - low) - low);
}

/* exp(u) within 1 ulp. */
KERNEL_POINT exp_of_part_at(double whole, double part)
{
    return power_of_2_at(whole) * (1 + part);
}

/* exp(u) - 1 within 1 ulp for u <= 0 and 2 above: with e^u = 2^k e^t it is
 * 2^k - 1 + 2^k (e^t - 1). */
KERNEL_POINT expm1_of_part_at(double whole, double part)
{
    const double power = power_of_2_at(whole);
    return (power - 1) + power * part;
}

enum { EXP_STRIP = 64 }; /* points of a short loop */

/* Defines kernel_NAME() as the loop over NAME_at(u, e) with e =
 * exp(NAME_exponent_at(u)) or, VALUE being expm1, that minus 1; then
 * NAME_rare() for the points where NAME_margin_at() is below NAME_LEAST. Three short
 * loops of known length take 0.6 of the time of a long one: a processor looks only so
 * far ahead for work that need not wait. */
#define KERNEL_1_EXP(name, value)                                                      \
    static inline __attribute__((always_inline)) void name##_strip(                    \
        size_t n, const double *argument, double *result)                              \
    {                                                                                  \
        const double *u = __builtin_assume_aligned(argument, 64);                      \
        double *r = __builtin_assume_aligned(result, 64);                              \
        double kept[EXP_STRIP] __attribute__((aligned(64)));                           \
        double whole[EXP_STRIP] __attribute__((aligned(64)));                          \
        double high[EXP_STRIP] __attribute__((aligned(64)));                           \
        double least = name##_LEAST;                                                   \
                                                                                       \
        _Pragma("omp simd reduction(min : least)") for (size_t i = 0; i < n; i++)      \
        {                                                                              \
            const ExpParts parts = exp_parts(name##_exponent_at(u[i]));                \
            const double margin = name##_margin_at(u[i]);                              \
            kept[i] = u[i];                                                            \
            whole[i] = parts.whole;                                                    \
            high[i] = parts.high;                                                      \
            least = margin < least ? margin : least;                                   \
        }                                                                              \
        _Pragma("omp simd") for (size_t i = 0; i < n; i++) high[i] =                   \
            value##_part((ExpParts){whole[i], high[i]});                               \
        _Pragma("omp simd") for (size_t i = 0; i < n; i++) r[i] =                      \
            name##_at(kept[i], value##_of_part_at(whole[i], high[i]));                 \
        for (size_t i = 0; least < name##_LEAST && i < n; i++)                         \
            if (name##_margin_at(kept[i]) < name##_LEAST)                              \
                r[i] = name##_rare(kept[i]);                                           \
    }                                                                                  \
                                                                                       \
    KERNEL_CLONES void kernel_##name(size_t n, const double *const argument[],         \
                                     double *result)                                   \
    {                                                                                  \
        const size_t whole = n & ~(size_t)(EXP_STRIP - 1), rest = n - whole;           \
                                                                                       \
        for (size_t start = 0; start < whole; start += EXP_STRIP)                      \
            name##_strip(EXP_STRIP, argument[0] + start, result + start);              \
        if (rest > 0)                                                                  \
            name##_strip(rest & ~(size_t)7, argument[0] + whole, result + whole);      \
    }

/* The same with e = exp(-|u|). */
#define KERNEL_1_FALLING(name)                                                         \
    KERNEL_POINT name##_exponent_at(double u)                                          \
    {                                                                                  \
        return exp_falling_at(-fabs(u));                                               \
    }                                                                                  \
    KERNEL_1_EXP(name, exp)

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
