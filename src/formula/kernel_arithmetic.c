/* kernel_arithmetic.c - kernels of + - * / ^, comparisons, logic, choice, rounding.
 */
#include "formula/kernel_point.h"

/* pow() knows that NaN^0 and 1^NaN are 1; here what is not known stays so. */
KERNEL_POINT power_at(double u, double v)
{
    const double power = pow(u, v);
    return u != u || v != v ? u + v : power;
}

KERNEL_POINT negate_at(double u)
{
    return -u;
}

KERNEL_POINT select_at(double u, double v, double w)
{
    return u != u ? u : u != 0 ? v : w;
}

/* The truth of a comparison, unless one side is NaN. */
#define COMPARISON(name, operator)                                                     \
    KERNEL_POINT name##_at(double u, double v)                                         \
    {                                                                                  \
        const double truth = u operator v ? 1.0 : 0.0;                                 \
        return u != u || v != v ? u + v : truth;                                       \
    }

COMPARISON(less, <)
COMPARISON(less_equal, <=)
COMPARISON(greater, >)
COMPARISON(greater_equal, >=)
COMPARISON(equal, ==)
COMPARISON(not_equal, !=)

/* The left side decides alone when it can: the right one may be NaN then. */
KERNEL_POINT and_at(double u, double v)
{
    const double right = v != v ? v : v != 0 ? 1.0 : 0.0;
    return u != u || u == 0 ? u * u : right;
}

KERNEL_POINT or_at(double u, double v)
{
    const double right = v != v ? v : v != 0 ? 1.0 : 0.0;
    return u != u ? u : u != 0 ? 1.0 : right;
}

KERNEL_POINT not_at(double u)
{
    return u != u ? u : u == 0 ? 1.0 : 0.0;
}

KERNEL_POINT sqrt_at(double u)
{
    return sqrt(u);
}

KERNEL_POINT abs_at(double u)
{
    return fabs(u);
}

/* 0 without a sign at both zeros. */
KERNEL_POINT sign_at(double u)
{
    return u > 0 ? 1.0 : u < 0 ? -1.0 : fabs(u);
}

KERNEL_POINT floor_at(double u)
{
    return floor(u);
}

KERNEL_2(add)
KERNEL_2(subtract)
KERNEL_2(multiply)
KERNEL_2(divide)
KERNEL_2(power)
KERNEL_1(negate)
KERNEL_3(select)
KERNEL_2(less)
KERNEL_2(less_equal)
KERNEL_2(greater)
KERNEL_2(greater_equal)
KERNEL_2(equal)
KERNEL_2(not_equal)
KERNEL_2(and)
KERNEL_2(or)
KERNEL_1(not )
KERNEL_1(sqrt)
KERNEL_1(abs)
KERNEL_1(sign)
KERNEL_2(min)
KERNEL_2(max)
KERNEL_1(floor)
