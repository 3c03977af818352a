/* kernel_library.c - kernels of the functions that the mathematics library has.
 */
#include "formula/kernel_block.h"

#define LIBRARY(name)                                                                  \
    KERNEL_POINT name##_at(double u)                                                   \
    {                                                                                  \
        return name(u);                                                                \
    }                                                                                  \
    KERNEL_1(name)

LIBRARY(log)
LIBRARY(cbrt)
LIBRARY(sin)
LIBRARY(cos)
LIBRARY(atan)
LIBRARY(erf)
LIBRARY(erfc)

/* SLEEF's tangent of subnormal numbers is 0. */
KERNEL_POINT tan_at(double u)
{
    return fabs(u) < 0x1p-30 ? u : tan(u);
}

KERNEL_1(tan)

KERNEL_POINT log1p_at(double u)
{
    return log1p_whole(u);
}

KERNEL_POINT asinh_at(double u)
{
    return fabs(u) < 0x1p-30 ? u : asinh(u);
}

KERNEL_POINT sinh_at(double u)
{
    return sinh(u);
}

KERNEL_POINT cosh_at(double u)
{
    return cosh(u);
}

/* SLEEF's overflow too early: those few points go to the C library. */
#define LARGE(name, limit)                                                             \
    static inline int name##_is_rare(double u)                                         \
    {                                                                                  \
        return fabs(u) > (limit);                                                      \
    }                                                                                  \
    static double name##_rare(double u)                                                \
    {                                                                                  \
        return name(u);                                                                \
    }                                                                                  \
    KERNEL_1_RARE(name)

LARGE(log1p, 1e300)
LARGE(asinh, 1e100)
LARGE(sinh, 709)
LARGE(cosh, 709)
