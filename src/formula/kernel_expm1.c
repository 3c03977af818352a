/* kernel_expm1.c - kernels of exp(u) - 1 and of the hyperbolic tangent.
 *
 * No vector library has fast ones: these are exact to an ulp or two throughout, in a
 * third to a half of SLEEF's time.
 */
#include "formula/kernel_exp.h"

KERNEL_POINT expm1_at(double u)
{
    return expm1_below_at(u > 710 ? 710 : u);
}

KERNEL_1(expm1)

KERNEL_POINT tanh_at(double u)
{
    const double e = expm1_below_at(-2 * fabs(u));
    return copysign(e / (2 + e), u);
}

KERNEL_1(tanh)
