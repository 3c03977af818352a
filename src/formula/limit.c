/* limit.c - limits from values at shrinking distances. */
#include "formula/limit.h"

#include "formula/interval_rounding.h"

#include <math.h>
#include <string.h>

double limit_distance(int sample)
{
    return ldexp(0.25, -sample);
}

/* Whether values grow without end towards x: as a power (geometrically) or as a
 * logarithm (in even steps). Only values that are not mostly noise count. */
static bool grows(const double value[LIMIT_SAMPLES], const double noise[LIMIT_SAMPLES])
{
    int count = 0;
    double kept[LIMIT_SAMPLES];

    for (int i = 0; i < LIMIT_SAMPLES; i++) {
        if (noise[i] <= 1e-3 * fabs(value[i]))
            kept[count++] = value[i];
    }
    if (count < LIMIT_SAMPLES / 2)
        return false;
    for (int i = count / 2; i < count; i++) {
        if (!(fabs(kept[i]) > fabs(kept[i - 1])) ||
            signbit(kept[i]) != signbit(kept[i - 1]))
            return false;
    }
    double last = kept[count - 1], middle = kept[count - 1 - count / 4];
    double early = fabs(middle - kept[count - 1 - 2 * (count / 4)]);
    double late = fabs(last - middle);
    return late > 0.7 * early && late > 1e-3 * fabs(last);
}

/* Samples that are continued to x by a polynomial together, and how far that may
 * enlarge their noise. */
enum { WINDOW = 6, AMPLIFICATION = 12 };

/* What the last order changed is this much less than the error where the function is
 * not like a polynomial (x*log(x)). */
#define CAUTION 64

/* Neville's scheme at 0, for distances that halve; *error is what the last order
 * changed. */
static double continue_to_zero(const double value[WINDOW], double *error)
{
    double table[WINDOW];

    memcpy(table, value, sizeof table);
    *error = INFINITY;
    for (int order = 1; order < WINDOW; order++) {
        double ratio = ldexp(1, order) - 1;
        for (int i = WINDOW - 1; i >= order; i--) {
            double change = (table[i] - table[i - 1]) / ratio;
            if (i == WINDOW - 1)
                *error = fabs(change);
            table[i] += change;
        }
    }
    return table[WINDOW - 1];
}

/* The simplest number within error: exact limits mostly are such. */
static double snap(double value, double error)
{
    double candidate = fabs(value) < 0x1p40 ? round(value * 64) / 64 : value;
    return fabs(candidate - value) <= error ? candidate : value;
}

/* Whether the nearest values have come closer to the limit than the farthest. */
static bool is_approached(const double value[LIMIT_SAMPLES],
                          const double noise[LIMIT_SAMPLES], double limit, double error)
{
    double far = fabs(value[0] - limit);
    for (int i = LIMIT_SAMPLES - 3; i < LIMIT_SAMPLES; i++) {
        double allowed = 0.1 * far + 2 * error + noise[i];
        if (!(fabs(value[i] - limit) <= allowed) && isfinite(value[0]))
            return false;
    }
    return true;
}

double limit_estimate(const double value[LIMIT_SAMPLES],
                      const double noise[LIMIT_SAMPLES], Interval *bounds)
{
    double least = INFINITY, limit = NAN;

    *bounds = interval_whole();
    if (grows(value, noise))
        return copysign(INFINITY, value[LIMIT_SAMPLES - 1]);
    for (int i = WINDOW; i <= LIMIT_SAMPLES; i++) {
        double change;
        double continued = continue_to_zero(value + i - WINDOW, &change);
        double worst = 0;
        for (int k = i - WINDOW; k < i; k++)
            worst = fmax(worst, isnan(noise[k]) ? INFINITY : noise[k]);
        double error = CAUTION * change + AMPLIFICATION * worst;
        if (error < least) {
            least = error;
            limit = continued;
        }
    }
    /* It swings, or nothing is defined there. */
    if (!isfinite(least) || least > 0.1 * fabs(limit) + 1e-3 ||
        !is_approached(value, noise, limit, least))
        return NAN;
    limit = snap(limit, least);
    *bounds = interval_make(limit - 2 * least, limit + 2 * least, false);
    return limit;
}
