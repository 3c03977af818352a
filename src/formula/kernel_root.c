/* kernel_root.c - kernels about sqrt(1 + u^2), none of which overflows early.
 */
#include "formula/kernel_block.h"

/* Beyond it 1 + u^2 rounds to u^2, and the root to |u|. */
#define ROOT_FAR 0x1p500

KERNEL_POINT root_at(double u)
{
    const double a = fabs(u);
    return a < ROOT_FAR ? sqrt(1 + u * u) : a;
}

/* u^2 / (root + 1). */
KERNEL_POINT root_less_1_at(double u)
{
    return u * (u / (root_at(u) + 1));
}

/* 1 / (root - u) on the left. */
KERNEL_POINT root_plus_at(double u)
{
    const double a = fabs(u), sum = a + root_at(u);
    return u > 0 ? sum : 1 / sum;
}

KERNEL_POINT root_plus_1_at(double u)
{
    const double a = fabs(u), r = root_at(u);
    return u > 0 ? 1 + a / r : 1 / r / (r + a);
}

KERNEL_POINT ratio_at(double u)
{
    return u / root_at(u);
}

KERNEL_POINT ratio_1_at(double u)
{
    const double r = 1 / root_at(u);
    return r * r * r;
}

KERNEL_POINT atan_1_at(double u)
{
    const double r = 1 / u, near = 1 / (1 + u * u);
    return fabs(u) > 0x1p60 ? r * r : near; /* u * u overflows too soon */
}

KERNEL_1(root)
KERNEL_1(root_less_1)
KERNEL_1(root_plus)
KERNEL_1(root_plus_1)
KERNEL_1(ratio)
KERNEL_1(ratio_1)
KERNEL_1(atan_1)
