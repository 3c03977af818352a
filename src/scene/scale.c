/* scale.c - linear and logarithmic axes. */
#include "scene/scale.h"

#include <math.h>

double scale_map_log(const Scale *scale, double value)
{
    if (!(value > 0))
        return NAN;
    double low = log(scale->low);
    return (log(value) - low) / (log(scale->high) - low);
}

double scale_invert(const Scale *scale, double share)
{
    /* The ends exactly, whatever rounding says. */
    if (share == 0)
        return scale->low;
    if (share == 1)
        return scale->high;
    if (scale->kind != SCALE_LOG)
        return scale->low * (1 - share) + scale->high * share;
    return exp(log(scale->low) * (1 - share) + log(scale->high) * share);
}

Scale scale_rising(const Scale *scale)
{
    Scale rising = *scale;
    rising.low = fmin(scale->low, scale->high);
    rising.high = fmax(scale->low, scale->high);
    return rising;
}
