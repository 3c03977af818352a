/* scale.c - linear, logarithmic and symmetric logarithmic axes. */
#include "scene/scale.h"

#include <math.h>

/* Beyond this ratio 1 is lost beside it, and it may overflow. */
static const double LARGE_RATIO = 1e17;

/* sign(x)*log(1 + |x|/linear) */
static double symlog(double value, double linear)
{
    double size = fabs(value);
    if (isinf(value))
        return value;
    if (size * (1 / LARGE_RATIO) > linear)
        return copysign(log(size) - log(linear), value);
    return copysign(log1p(size / linear), value);
}

static double symlog_inverse(double place, double linear)
{
    double size = fabs(place);
    if (size > log(LARGE_RATIO))
        return copysign(exp(size + log(linear)), place);
    return copysign(linear * expm1(size), place);
}

/* The axis before it is stretched to its ends. */
static double place_of(const Scale *scale, double value)
{
    return scale->kind == SCALE_LOG ? log(value) : symlog(value, scale->linear);
}

double scale_map_curved(const Scale *scale, double value)
{
    if (scale->kind == SCALE_LOG && !(value > 0))
        return NAN;
    double low = place_of(scale, scale->low);
    return (place_of(scale, value) - low) / (place_of(scale, scale->high) - low);
}

double scale_invert_curved(const Scale *scale, double share)
{
    double place = place_of(scale, scale->low) * (1 - share) +
                   place_of(scale, scale->high) * share;
    return scale->kind == SCALE_LOG ? exp(place) : symlog_inverse(place, scale->linear);
}

double scale_rate_curved(const Scale *scale, double value)
{
    double extent = place_of(scale, scale->high) - place_of(scale, scale->low);
    return extent * (scale->kind == SCALE_LOG ? value : fabs(value) + scale->linear);
}

Scale scale_rising(const Scale *scale)
{
    Scale rising = *scale;
    rising.low = fmin(scale->low, scale->high);
    rising.high = fmax(scale->low, scale->high);
    return rising;
}

bool scale_equal(const Scale *a, const Scale *b)
{
    return a->kind == b->kind && a->low == b->low && a->high == b->high &&
           (a->kind != SCALE_SYMLOG || a->linear == b->linear);
}
