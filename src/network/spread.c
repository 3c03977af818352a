/* spread.c - the median and the quartiles of a few values. */
#include "network/spread.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>

static int compare(const void *a, const void *b)
{
    double first = *(const double *)a, second = *(const double *)b;

    return (first > second) - (first < second);
}

/* The value at that share of the way through the sorted ones. */
static double at_share(const double *sorted, unsigned count, double share)
{
    double place = share * (count - 1);
    unsigned below = (unsigned)place;
    double rest = place - below;

    return rest > 0 ? sorted[below] + rest * (sorted[below + 1] - sorted[below])
                    : sorted[below];
}

Spread spread_of(const double *values, size_t step, unsigned count)
{
    g_autofree double *sorted = g_new(double, count);

    for (unsigned i = 0; i < count; i++) {
        sorted[i] = values[i * step];
        if (!isfinite(sorted[i]))
            return (Spread){NAN, NAN, NAN};
    }
    qsort(sorted, count, sizeof *sorted, compare);
    return (Spread){at_share(sorted, count, 0.25), at_share(sorted, count, 0.5),
                    at_share(sorted, count, 0.75)};
}
