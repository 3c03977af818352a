/* kernel_choose.c - kernels of comparisons that choose: a < b ? v : w. */
#include "formula/kernel_block.h"

/* As select() of the comparison: NaN where a or b is, whatever v and w are. */
#define CHOOSE(name, operator, opposite)                                               \
    KERNEL_POINT choose_##name##_at(double a, double b, double v, double w)            \
    {                                                                                  \
        const double otherwise = a opposite b ? w : a + b;                             \
        return a operator b ? v : otherwise;                                           \
    }                                                                                  \
    KERNEL_4(choose_##name)

CHOOSE(less, <, >=)
CHOOSE(less_equal, <=, >)

/* Ordered and different is less or greater; what is neither equal nor that is NaN. */
KERNEL_POINT choose_equal_at(double a, double b, double v, double w)
{
    const double otherwise = a < b || a > b ? w : a + b;
    return a == b ? v : otherwise;
}

KERNEL_4(choose_equal)
