/* range.c - the stretch of an axis that shows the data well. */
#include "scene/range.h"

#include <math.h>

/* Beyond this an extent could overflow. */
static const double LARGEST = 1e300;
static const double SMALLEST = 1e-300; /* of a log scale */

void range_add(Range *range, double value, ScaleKind kind)
{
    if (!isfinite(value) || (kind == SCALE_LOG && value <= 0))
        return;
    range->low = MIN(range->low, value);
    range->high = MAX(range->high, value);
}

/* A range without extent, or with one that is only rounding, gets one. */
static Range range_widened(Range range, ScaleKind kind)
{
    if (range.low > range.high)
        return kind == SCALE_LOG ? (Range){0.1, 10} : (Range){-1, 1};
    if (kind == SCALE_LOG) {
        range.low = fmin(fmax(range.low, SMALLEST), LARGEST);
        range.high = fmin(fmax(range.high, SMALLEST), LARGEST);
        if (range.high / range.low < 1 + 1e-9)
            return (Range){range.low / 10, range.high * 10};
        return range;
    }
    range.low = CLAMP(range.low, -LARGEST, LARGEST);
    range.high = CLAMP(range.high, -LARGEST, LARGEST);
    double size = fmax(fabs(range.low), fabs(range.high));
    if (range.high - range.low <= 1e-9 * size || size < SMALLEST) {
        double room = size < SMALLEST ? 1 : size;
        return (Range){range.low - room, range.high + room};
    }
    return range;
}

/* The value at a share outside of range, as far as that is a number. */
static double room_beside(const Scale *range, double share)
{
    double value = scale_invert(range, share);
    if (range->kind == SCALE_LOG)
        return CLAMP(value, 0.1 * SMALLEST, 10 * LARGEST);
    return range->kind == SCALE_SYMLOG ? CLAMP(value, -10 * LARGEST, 10 * LARGEST)
                                       : value;
}

/* An end beside a given one, where the data left no room between. */
static double beside(double given, int direction, ScaleKind kind)
{
    if (kind == SCALE_LOG)
        return direction > 0 ? given * 10 : given / 10;
    return given + direction * fmax(1, fabs(given));
}

void range_add_size(GArray *sizes, double value)
{
    double size = fabs(value);
    if (size > 0 && isfinite(size))
        g_array_append_val(sizes, size);
}

Scale range_scale(Range range, ScaleKind kind, double linear, double low, double high,
                  double margin)
{
    range = range_widened(range, kind);
    Scale bare = {.kind = kind, .low = range.low, .high = range.high, .linear = linear};
    Scale scale = {
        .kind = kind,
        .linear = linear,
        .low = isnan(low) ? room_beside(&bare, -margin) : low,
        .high = isnan(high) ? room_beside(&bare, 1 + margin) : high,
    };
    if (margin == 0 && isnan(low))
        scale.low = range.low;
    if (margin == 0 && isnan(high))
        scale.high = range.high;
    if (isnan(low) && scale.low >= scale.high)
        scale.low = beside(high, -1, kind);
    if (isnan(high) && scale.high <= scale.low)
        scale.high = beside(low, 1, kind);
    return scale;
}
