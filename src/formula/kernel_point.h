/* kernel_point.h - one point of the operations that kernels combine. */
#ifndef ACTPLOT_FORMULA_KERNEL_POINT_H
#define ACTPLOT_FORMULA_KERNEL_POINT_H

#include "formula/kernel_block.h"

KERNEL_POINT add_at(double u, double v)
{
    return u + v;
}

KERNEL_POINT subtract_at(double u, double v)
{
    return u - v;
}

KERNEL_POINT multiply_at(double u, double v)
{
    return u * v;
}

KERNEL_POINT divide_at(double u, double v)
{
    return u / v;
}

/* Of equal ones the first: max(0, x) is 0, not -0, at -0. */
KERNEL_POINT min_at(double u, double v)
{
    const double least = u <= v ? u : v;
    return u != u ? u : least;
}

KERNEL_POINT max_at(double u, double v)
{
    const double most = u >= v ? u : v;
    return u != u ? u : most;
}

#endif
