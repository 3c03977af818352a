/* interval.c - enclosures of arithmetic, comparison and choice.
 *
 * The four rules of arithmetic are rounded outward only where the result is inexact,
 * which an error-free transformation tells (Dekker; Knuth). So an interval that is a
 * single exact number stays one, and x - 0 or 0*x widens nothing.
 */
#include "formula/interval.h"

#include "formula/interval_rounding.h"

#include <math.h>

static bool any_undefined(const Interval argument[], int count)
{
    for (int i = 0; i < count; i++) {
        if (argument[i].maybe_undefined)
            return true;
    }
    return false;
}

/* The error of the rounded sum: exact unless the sum overflowed. */
static double sum_error(double a, double b, double sum)
{
    double b_part = sum - a;
    return (a - (sum - b_part)) + (b - b_part);
}

static double add_down(double a, double b)
{
    double sum = a + b;
    if (isinf(a) || isinf(b))
        return sum;
    return isinf(sum) || sum_error(a, b, sum) < 0 ? nextafter(sum, -INFINITY) : sum;
}

static double add_up(double a, double b)
{
    return -add_down(-a, -b);
}

/* 0 * infinity is 0 here: an infinite end stands for values that grow without end,
 * not for one that is infinite. */
static double multiply_down(double a, double b)
{
    double product = a * b;
    if (a == 0 || b == 0)
        return 0;
    if (isinf(a) || isinf(b) || a == 1 || b == 1)
        return product;
    /* Below this the error itself is not a double. */
    bool tiny = fabs(product) < 0x1p-960;
    bool rounded_up = tiny || isinf(product) || fma(a, b, -product) < 0;
    return rounded_up ? nextafter(product, -INFINITY) : product;
}

static double multiply_up(double a, double b)
{
    return -multiply_down(-a, b);
}

/* b is not 0. An infinite a or b stands for numbers that grow without end. */
static double divide_down(double a, double b)
{
    double quotient = a / b;
    if (a == 0)
        return 0;
    if (isinf(b))
        return (a > 0) == (b > 0) ? 0 : isinf(a) ? -INFINITY : -0x1p-1074;
    if (isinf(a) || b == 1)
        return quotient;
    bool extreme = fabs(quotient) < 0x1p-960 || fabs(a) < 0x1p-900 || isinf(quotient);
    double rest = extreme ? 0 : fma(-quotient, b, a);
    bool rounded_up = extreme || (b > 0 ? rest < 0 : rest > 0);
    return rounded_up ? nextafter(quotient, -INFINITY) : quotient;
}

static double divide_up(double a, double b)
{
    return -divide_down(-a, b);
}

Interval interval_add(const Interval argument[])
{
    Interval a = argument[0], b = argument[1];
    return interval_make(add_down(a.lo, b.lo), add_up(a.hi, b.hi),
                         any_undefined(argument, 2));
}

Interval interval_subtract(const Interval argument[])
{
    Interval a = argument[0], b = argument[1];
    return interval_make(add_down(a.lo, -b.hi), add_up(a.hi, -b.lo),
                         any_undefined(argument, 2));
}

Interval interval_negate(const Interval argument[])
{
    return interval_make(-argument->hi, -argument->lo, argument->maybe_undefined);
}

/* Both have values of either sign: any two ends may have the least product. */
static Interval multiply_across(const Interval argument[])
{
    Interval a = argument[0], b = argument[1];
    double lo = fmin(fmin(multiply_down(a.lo, b.lo), multiply_down(a.lo, b.hi)),
                     fmin(multiply_down(a.hi, b.lo), multiply_down(a.hi, b.hi)));
    double hi = fmax(fmax(multiply_up(a.lo, b.lo), multiply_up(a.lo, b.hi)),
                     fmax(multiply_up(a.hi, b.lo), multiply_up(a.hi, b.hi)));
    return interval_make(lo, hi, any_undefined(argument, 2));
}

static bool has_one_sign(Interval a)
{
    return a.lo >= 0 || a.hi <= 0;
}

/* Rounding keeps order, so two products do where it is known which are the least and
 * the most: half of the time of root searches went into the other six. */
Interval interval_multiply(const Interval argument[])
{
    bool swapped = !has_one_sign(argument[1]);
    Interval a = argument[swapped ? 1 : 0], b = argument[swapped ? 0 : 1];
    if (!has_one_sign(b))
        return multiply_across(argument);
    double least = b.lo >= 0 ? a.lo : a.hi, most = b.lo >= 0 ? a.hi : a.lo;
    return interval_make(multiply_down(least, least >= 0 ? b.lo : b.hi),
                         multiply_up(most, most >= 0 ? b.hi : b.lo),
                         any_undefined(argument, 2));
}

/* b has an end at 0: a pole, but the sign of the quotient may still be known. */
static Interval divide_at_pole(Interval a, Interval b)
{
    bool both_signs = (a.lo < 0 && a.hi > 0) || (b.lo < 0 && b.hi > 0);
    if (both_signs || b.lo == b.hi)
        return interval_whole();
    if (a.lo == 0 && a.hi == 0)
        return interval_make(0, 0, true);
    double least = a.lo >= 0 ? a.lo : a.hi;
    double most = b.lo == 0 ? b.hi : b.lo;
    return (a.lo >= 0) == (b.lo == 0)
               ? interval_make(divide_down(least, most), INFINITY, true)
               : interval_make(-INFINITY, divide_up(least, most), true);
}

Interval interval_divide(const Interval argument[])
{
    Interval a = argument[0], b = argument[1];
    if (interval_holds(b, 0))
        return divide_at_pole(a, b);
    double lo = fmin(fmin(divide_down(a.lo, b.lo), divide_down(a.lo, b.hi)),
                     fmin(divide_down(a.hi, b.lo), divide_down(a.hi, b.hi)));
    double hi = fmax(fmax(divide_up(a.lo, b.lo), divide_up(a.lo, b.hi)),
                     fmax(divide_up(a.hi, b.lo), divide_up(a.hi, b.hi)));
    return interval_make(lo, hi, any_undefined(argument, 2));
}

Interval interval_square(const Interval argument[])
{
    Interval a = argument[0];
    double least = a.lo > 0 ? a.lo : a.hi < 0 ? a.hi : 0;
    double most = fmax(fabs(a.lo), fabs(a.hi));
    return interval_make(multiply_down(least, least), multiply_up(most, most),
                         a.maybe_undefined);
}
