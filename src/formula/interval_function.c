/* interval_function.c - enclosures of the functions: where they rise and fall, at the
 * ends of the interval through the kernels themselves.
 */
#include "formula/interval.h"

#include "formula/double_rank.h"
#include "formula/interval_rounding.h"
#include "formula/kernel.h"

#include <math.h>
#include <stdint.h>

/* Kernels are within 2 units of the truth; an enclosure must hold the truth and what
 * a kernel gives anywhere in between. */
enum { WIDENING_ULPS = 5 };

enum { BLOCK = 8 };
typedef void (*Kernel)(size_t n, const double *const argument[], double *result);

/* The values at both ends, as computed. */
typedef struct {
    double at_lo, at_hi;
} Ends;

static Ends evaluate_ends(Kernel kernel, double lo, double hi)
{
    _Alignas(64) double x[BLOCK] = {lo, hi};
    _Alignas(64) double y[BLOCK];
    const double *argument[] = {x};
    for (int i = 2; i < BLOCK; i++)
        x[i] = lo;
    kernel(BLOCK, argument, y);
    return (Ends){y[0], y[1]};
}

static Interval widen(double lo, double hi, bool maybe_undefined)
{
    return interval_make(double_step(lo, -WIDENING_ULPS),
                         double_step(hi, WIDENING_ULPS), maybe_undefined);
}

/* Cuts at the bounds of a function, which its kernel may miss by a few units; 0 it
 * never misses. */
static Interval clamp(Interval a, double least, double most)
{
    if (least != 0)
        least = double_step(least, -WIDENING_ULPS);
    if (most != 0)
        most = double_step(most, WIDENING_ULPS);
    return interval_make(fmin(fmax(a.lo, least), most), fmax(fmin(a.hi, most), least),
                         a.maybe_undefined);
}

/* A function that rises, and is exactly at_zero at 0 (NAN: it is not exact there). */
static Interval rising(Kernel kernel, Interval a, double at_zero)
{
    Ends ends = evaluate_ends(kernel, a.lo, a.hi);
    Interval result = widen(ends.at_lo, ends.at_hi, a.maybe_undefined);
    if (!isnan(at_zero) && a.lo == 0)
        result.lo = at_zero;
    if (!isnan(at_zero) && a.hi == 0)
        result.hi = at_zero;
    return result;
}

/* A function f(x) = f(-x) that falls from its peak at 0 to 0. */
static Interval bell(Kernel kernel, Interval a, double peak)
{
    double least = interval_holds(a, 0) ? 0 : fmin(fabs(a.lo), fabs(a.hi));
    double most = fmax(fabs(a.lo), fabs(a.hi));
    Ends ends = evaluate_ends(kernel, least, most);
    return clamp(widen(ends.at_hi, ends.at_lo, a.maybe_undefined), 0, peak);
}

/* Cuts the part off where the function is not defined; false: all of it. */
static bool cut_below(Interval *a, double least)
{
    if (a->lo < least)
        a->maybe_undefined = true;
    if (a->hi < least)
        return false;
    a->lo = fmax(a->lo, least);
    return true;
}

/* The least and greatest of a^b over the corners of a box. */
static Interval power_corners(Interval a, Interval b, bool maybe_undefined)
{
    _Alignas(64) double base[BLOCK] = {a.lo, a.lo, a.hi, a.hi, a.lo, a.lo, a.lo, a.lo};
    _Alignas(64) double exponent[BLOCK] = {b.lo, b.hi, b.lo, b.hi,
                                           b.lo, b.lo, b.lo, b.lo};
    _Alignas(64) double power[BLOCK];
    const double *argument[] = {base, exponent};
    kernel_power(BLOCK, argument, power);
    double least = fmin(fmin(power[0], power[1]), fmin(power[2], power[3]));
    double most = fmax(fmax(power[0], power[1]), fmax(power[2], power[3]));
    Interval result = widen(least, most, maybe_undefined);
    /* A power is exactly 0 only where the base is. */
    bool zero_base = a.lo == 0 || a.hi == 0;
    if (zero_base && least == 0)
        result.lo = 0;
    if (zero_base && most == 0)
        result.hi = 0;
    return result;
}

/* The exponent is one whole number. */
static Interval power_whole(Interval a, Interval b, bool maybe_undefined)
{
    if (b.lo == 0)
        return interval_make(1, 1, maybe_undefined);
    bool even = fmod(b.lo, 2) == 0, pole = b.lo < 0 && interval_holds(a, 0);
    if (even) {
        double least = interval_holds(a, 0) ? 0 : fmin(fabs(a.lo), fabs(a.hi));
        a = (Interval){least, fmax(fabs(a.lo), fabs(a.hi)), a.maybe_undefined};
    } else if (pole && a.lo < 0 && a.hi > 0) {
        return interval_whole();
    } else if (pole && a.hi == 0) {
        a.hi = -0.0; /* its odd powers of negative exponent are -infinity */
    }
    Interval result = power_corners(a, b, maybe_undefined || pole);
    return even ? clamp(result, 0, INFINITY) : result;
}

Interval interval_power(const Interval argument[])
{
    Interval a = argument[0], b = argument[1];
    bool maybe_undefined = a.maybe_undefined || b.maybe_undefined;
    if (b.lo == b.hi && b.lo == floor(b.lo))
        return power_whole(a, b, maybe_undefined);
    if (a.hi < 0 || (a.lo < 0 && b.lo != b.hi))
        return interval_whole();
    if (a.lo < 0 || (a.lo <= 0 && b.lo < 0))
        maybe_undefined = true;
    a.lo = fmax(a.lo, 0);
    return clamp(power_corners(a, b, maybe_undefined), 0, INFINITY);
}

Interval interval_exp(const Interval argument[])
{
    return clamp(rising(kernel_exp, *argument, 1), 0, INFINITY);
}

Interval interval_expm1(const Interval argument[])
{
    return clamp(rising(kernel_expm1, *argument, 0), -1, INFINITY);
}

/* The pole is part of the interval when its end is. */
Interval interval_log(const Interval argument[])
{
    Interval a = *argument;
    if (!cut_below(&a, 0))
        return interval_whole();
    a.maybe_undefined = a.maybe_undefined || a.lo == 0;
    Ends ends = evaluate_ends(kernel_log, a.lo, a.hi);
    Interval result = widen(ends.at_lo, ends.at_hi, a.maybe_undefined);
    if (a.lo == 1)
        result.lo = 0;
    if (a.hi == 1)
        result.hi = 0;
    return result;
}

Interval interval_log1p(const Interval argument[])
{
    Interval a = *argument;
    if (!cut_below(&a, -1))
        return interval_whole();
    a.maybe_undefined = a.maybe_undefined || a.lo == -1;
    return rising(kernel_log1p, a, 0);
}

Interval interval_sqrt(const Interval argument[])
{
    Interval a = *argument;
    if (!cut_below(&a, 0))
        return interval_whole();
    return clamp(rising(kernel_sqrt, a, 0), 0, INFINITY);
}

Interval interval_cbrt(const Interval argument[])
{
    return rising(kernel_cbrt, *argument, 0);
}

/* Whether some shift + 2 pi k, k whole, may lie in a. Saying so once too often costs
 * nothing: the function is at its extreme all about there. */
static bool meets_period(Interval a, double shift)
{
    double first = (a.lo - shift) / (2 * M_PI), last = (a.hi - shift) / (2 * M_PI);
    double doubt = 8 * DBL_EPSILON;
    return ceil(first - doubt * (fabs(first) + 1)) <=
           floor(last + doubt * (fabs(last) + 1));
}

static Interval wave(Kernel kernel, Interval a, double top, double at_zero)
{
    double far = fmax(fabs(a.lo), fabs(a.hi));
    if (!(far < 0x1p40) || a.hi - a.lo >= 2 * M_PI)
        return interval_make(-1, 1, a.maybe_undefined || isinf(far));
    Ends ends = evaluate_ends(kernel, a.lo, a.hi);
    if (a.lo == 0 && a.hi == 0)
        return interval_make(at_zero, at_zero, a.maybe_undefined);
    Interval result = widen(fmin(ends.at_lo, ends.at_hi), fmax(ends.at_lo, ends.at_hi),
                            a.maybe_undefined);
    /* An exact zero at an end stays one: the sign beside it is known. */
    if (result.lo < 0 && fmin(ends.at_lo, ends.at_hi) == 0)
        result.lo = 0;
    if (result.hi > 0 && fmax(ends.at_lo, ends.at_hi) == 0)
        result.hi = 0;
    if (meets_period(a, top))
        result.hi = 1;
    if (meets_period(a, top + M_PI))
        result.lo = -1;
    return interval_make(fmax(result.lo, -1), fmin(result.hi, 1), a.maybe_undefined);
}

Interval interval_sin(const Interval argument[])
{
    return wave(kernel_sin, *argument, M_PI_2, 0);
}

Interval interval_cos(const Interval argument[])
{
    return wave(kernel_cos, *argument, 0, 1);
}

/* Within one period the tangent rises; over a pole that is less than a period wide it
 * falls from end to end. No double is a pole. */
Interval interval_tan(const Interval argument[])
{
    Interval a = *argument;
    double far = fmax(fabs(a.lo), fabs(a.hi));
    if (!(far < 0x1p40) || a.hi - a.lo >= 3.14)
        return interval_whole();
    Ends ends = evaluate_ends(kernel_tan, a.lo, a.hi);
    if (!(ends.at_lo <= ends.at_hi))
        return interval_whole();
    return rising(kernel_tan, a, 0);
}

Interval interval_sinh(const Interval argument[])
{
    return rising(kernel_sinh, *argument, 0);
}

Interval interval_cosh(const Interval argument[])
{
    Interval a = *argument;
    double least = interval_holds(a, 0) ? 0 : fmin(fabs(a.lo), fabs(a.hi));
    Interval size = {least, fmax(fabs(a.lo), fabs(a.hi)), a.maybe_undefined};
    return clamp(rising(kernel_cosh, size, 1), 1, INFINITY);
}

Interval interval_tanh(const Interval argument[])
{
    return clamp(rising(kernel_tanh, *argument, 0), -1, 1);
}

Interval interval_asinh(const Interval argument[])
{
    return rising(kernel_asinh, *argument, 0);
}

Interval interval_atan(const Interval argument[])
{
    return clamp(rising(kernel_atan, *argument, 0), -M_PI_2, M_PI_2);
}

Interval interval_erf(const Interval argument[])
{
    return clamp(rising(kernel_erf, *argument, 0), -1, 1);
}

Interval interval_erfc(const Interval argument[])
{
    Ends ends = evaluate_ends(kernel_erfc, argument->lo, argument->hi);
    return clamp(widen(ends.at_hi, ends.at_lo, argument->maybe_undefined), 0, 2);
}

Interval interval_logistic(const Interval argument[])
{
    return clamp(rising(kernel_logistic, *argument, NAN), 0, 1);
}

Interval interval_softplus(const Interval argument[])
{
    return clamp(rising(kernel_softplus, *argument, NAN), 0, INFINITY);
}

Interval interval_log_logistic(const Interval argument[])
{
    return clamp(rising(kernel_log_logistic, *argument, NAN), -INFINITY, 0);
}

Interval interval_normal_cdf(const Interval argument[])
{
    return clamp(rising(kernel_normal_cdf, *argument, NAN), 0, 1);
}

Interval interval_normal_pdf(const Interval argument[])
{
    return bell(kernel_normal_pdf, *argument, 0.39894228040143276);
}

Interval interval_sech2(const Interval argument[])
{
    return bell(kernel_sech2, *argument, 1);
}
