/* interval_rounding.h - how the enclosures are put together; for interval*.c only. */
#ifndef ACTPLOT_FORMULA_INTERVAL_ROUNDING_H
#define ACTPLOT_FORMULA_INTERVAL_ROUNDING_H

#include "formula/operation.h"

#include <float.h>
#include <math.h>

/* Nothing is known. */
static inline Interval interval_whole(void)
{
    return (Interval){.lo = -INFINITY, .hi = INFINITY, .maybe_undefined = true};
}

/* Ends that came out as NaN are unknown. An infinite end says that values grow without
 * end, so an interval never lies at infinity alone. */
static inline Interval interval_make(double lo, double hi, bool maybe_undefined)
{
    if (!(lo <= hi))
        return interval_whole();
    return (Interval){
        .lo = lo == INFINITY ? DBL_MAX : lo,
        .hi = hi == -INFINITY ? -DBL_MAX : hi,
        .maybe_undefined = maybe_undefined,
    };
}

static inline bool interval_holds(Interval a, double value)
{
    return a.lo <= value && value <= a.hi;
}

#endif
