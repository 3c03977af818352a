/* ticks_symlog.c - ticks of symmetric logarithmic axes. */
#include "scene/scene.h"
#include "scene/tick_label.h"
#include "scene/ticks_log.h"

#include <math.h>

/* Exponents whose powers of ten are written out when all are within. */
enum { PLAIN_LEAST = -3, PLAIN_MOST = 4 };

/* Up to so many times the linear part an axis is told by its linear ticks. */
static const double SHORT = 8;

typedef struct {
    int least, most; /* exponents of decades that may have a tick */
    int stride;
    bool minor;
} Decades;

/* The ticks of the decade from a power of ten on, away from 0. */
static void add_decade(GArray *ticks, const Scale *range, const Decades *decades,
                       double sign, int exponent)
{
    bool plain = decades->least >= PLAIN_LEAST && decades->most <= PLAIN_MOST;
    for (int i = 1; i <= 9; i++) {
        int digit = sign < 0 ? 10 - i : i;
        double value = sign * decade_value(digit, exponent);
        bool major = digit == 1 && exponent % decades->stride == 0;
        if (!decade_is_on(range, value) || (digit > 1 && !decades->minor))
            continue;
        g_autofree char *label = decade_label(1, exponent, plain);
        ticks_add(ticks, value,
                  major ? g_strconcat(sign < 0 ? MINUS_SIGN : "", label, NULL)
                        : g_strdup(""),
                  major);
    }
}

/* All of one side, from left to right. */
static void add_side(GArray *ticks, const Scale *range, const Decades *decades,
                     double sign)
{
    int step = decade_minor_stride(decades->stride);
    for (int i = 0; i <= decades->most - decades->least; i++) {
        int exponent = sign < 0 ? decades->most - i : decades->least + i;
        if (exponent % step == 0)
            add_decade(ticks, range, decades, sign, exponent);
    }
}

/* How many decades have a label on the longer side. */
static int labelled(const Decades *decades)
{
    int count = 0;
    for (int exponent = decades->least; exponent <= decades->most; exponent++)
        count += exponent % decades->stride == 0;
    return count;
}

/* As wanted, yet at least one decade beside 0 has its label. */
static int chosen_stride(const Decades *decades, double count, double wanted)
{
    static const int strides[] = {200, 100, 50, 20, 10, 5, 3, 2};
    Decades trial = *decades;
    trial.stride = decade_stride(count, wanted);
    for (size_t i = 0; i < G_N_ELEMENTS(strides) && labelled(&trial) < 1; i++)
        trial.stride = MIN(trial.stride, strides[i]);
    return labelled(&trial) > 0 ? trial.stride : 1;
}

void ticks_add_symlog(GArray *ticks, const Scale *range, const TickWish *wish,
                      double wanted)
{
    double most = fmax(fabs(range->low), fabs(range->high));
    double inner = range->low > 0 ? range->low : range->high < 0 ? -range->high : 0;
    inner = fmax(inner, range->linear);
    if (most < SHORT * inner) {
        ticks_add_linear(ticks, range, wish);
        return;
    }
    /* How many decades fill the axis at the rate of its ends. */
    double decade = fabs(scale_map(range, most) - scale_map(range, most / 10));
    if (-range->low > range->high)
        decade = fabs(scale_map(range, -most) - scale_map(range, -most / 10));
    Decades decades = {
        .least = (int)ceil(log10(inner) - 1e-9),
        .most = (int)floor(log10(most) + 1e-9),
    };
    decades.stride = chosen_stride(&decades, 1 / decade, wanted);
    decades.minor =
        decades.stride == 1 && decade * wish->length_pt >= 2 * wish->font_pt;
    if (range->low < 0)
        add_side(ticks, range, &decades, -1);
    if (decade_is_on(range, 0))
        ticks_add(ticks, 0, g_strdup("0"), true);
    if (range->high > 0)
        add_side(ticks, range, &decades, 1);
    if (ticks->len == 0)
        ticks_add_linear(ticks, range, wish);
}
