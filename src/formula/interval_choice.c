/* interval_choice.c - enclosures of comparisons, logic, choice, and what has corners.
 */
#include "formula/interval.h"

#include "formula/interval_rounding.h"

#include <math.h>

/* Whether a holds for all, some or no values. */
static Interval truth(bool always, bool never, bool maybe_undefined)
{
    return interval_make(always ? 1 : 0, never ? 0 : 1, maybe_undefined);
}

static bool either_undefined(const Interval argument[])
{
    return argument[0].maybe_undefined || argument[1].maybe_undefined;
}

Interval interval_less(const Interval argument[])
{
    return truth(argument[0].hi < argument[1].lo, argument[0].lo >= argument[1].hi,
                 either_undefined(argument));
}

Interval interval_less_equal(const Interval argument[])
{
    return truth(argument[0].hi <= argument[1].lo, argument[0].lo > argument[1].hi,
                 either_undefined(argument));
}

Interval interval_greater(const Interval argument[])
{
    const Interval swapped[] = {argument[1], argument[0]};
    return interval_less(swapped);
}

Interval interval_greater_equal(const Interval argument[])
{
    const Interval swapped[] = {argument[1], argument[0]};
    return interval_less_equal(swapped);
}

Interval interval_equal(const Interval argument[])
{
    Interval a = argument[0], b = argument[1];
    bool apart = a.hi < b.lo || a.lo > b.hi;
    bool same = a.lo == a.hi && b.lo == b.hi && a.lo == b.lo;
    return truth(same, apart, either_undefined(argument));
}

Interval interval_not_equal(const Interval argument[])
{
    Interval equal = interval_equal(argument);
    return interval_not(&equal);
}

static bool always_true(Interval a)
{
    return a.lo > 0 || a.hi < 0;
}

static bool always_false(Interval a)
{
    return a.lo == 0 && a.hi == 0;
}

/* The left side decides alone when it can: the right one may be undefined then. */
Interval interval_and(const Interval argument[])
{
    Interval a = argument[0], b = argument[1];
    if (always_false(a))
        return truth(false, true, a.maybe_undefined);
    return truth(always_true(a) && always_true(b), always_false(b),
                 either_undefined(argument));
}

Interval interval_or(const Interval argument[])
{
    Interval a = argument[0], b = argument[1];
    if (always_true(a))
        return truth(true, false, a.maybe_undefined);
    return truth(always_true(b), always_false(a) && always_false(b),
                 either_undefined(argument));
}

Interval interval_not(const Interval argument[])
{
    return truth(always_false(*argument), always_true(*argument),
                 argument->maybe_undefined);
}

static Interval hull(Interval a, Interval b)
{
    return interval_make(fmin(a.lo, b.lo), fmax(a.hi, b.hi),
                         a.maybe_undefined || b.maybe_undefined);
}

Interval interval_select(const Interval argument[])
{
    Interval condition = argument[0], result = hull(argument[1], argument[2]);
    if (always_true(condition))
        result = argument[1];
    else if (always_false(condition))
        result = argument[2];
    result.maybe_undefined = result.maybe_undefined || condition.maybe_undefined;
    return result;
}

Interval interval_abs(const Interval argument[])
{
    Interval a = *argument;
    double least = interval_holds(a, 0) ? 0 : fmin(fabs(a.lo), fabs(a.hi));
    return interval_make(least, fmax(fabs(a.lo), fabs(a.hi)), a.maybe_undefined);
}

static double sign_of(double value)
{
    return value > 0 ? 1 : value < 0 ? -1 : 0;
}

Interval interval_sign(const Interval argument[])
{
    return interval_make(sign_of(argument->lo), sign_of(argument->hi),
                         argument->maybe_undefined);
}

Interval interval_min(const Interval argument[])
{
    Interval a = argument[0], b = argument[1];
    return interval_make(fmin(a.lo, b.lo), fmin(a.hi, b.hi),
                         either_undefined(argument));
}

Interval interval_max(const Interval argument[])
{
    Interval a = argument[0], b = argument[1];
    return interval_make(fmax(a.lo, b.lo), fmax(a.hi, b.hi),
                         either_undefined(argument));
}

Interval interval_floor(const Interval argument[])
{
    return interval_make(floor(argument->lo), floor(argument->hi),
                         argument->maybe_undefined);
}
