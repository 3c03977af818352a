/* ticks_log.c - ticks of logarithmic axes. */
#include "scene/ticks_log.h"

#include "scene/scene.h"
#include "scene/tick_label.h"

#include <math.h>

static const double END_TOLERANCE = 1e-10;

double decade_value(int digit, int exponent)
{
    char text[16];
    g_snprintf(text, sizeof text, "%de%d", digit, exponent);
    return g_ascii_strtod(text, NULL);
}

bool decade_is_on(const Scale *range, double value)
{
    double share = scale_map(range, value);
    return share >= -END_TOLERANCE && share <= 1 + END_TOLERANCE;
}

char *decade_label(int digit, int exponent, bool plain)
{
    GString *out = g_string_new(NULL);
    if (plain)
        tick_label_fixed(out, decade_value(digit, exponent), MAX(-exponent, 0));
    else
        tick_label_power(out, digit, exponent, 1);
    return g_string_free(out, FALSE);
}

/* Every decade, or each second, third, fifth ...: what comes nearest the wanted
 * count without crowding. */
int decade_stride(double decades, double wanted)
{
    static const int strides[] = {1, 2, 3, 5, 10, 20, 50, 100};
    for (size_t i = 0; i < G_N_ELEMENTS(strides); i++)
        if (decades / strides[i] <= wanted * 1.3)
            return strides[i];
    return 200;
}

int decade_minor_stride(int stride)
{
    return stride >= 10 ? stride / 5 : 1;
}

static void add_decades(GArray *ticks, const Scale *range, const TickWish *wish,
                        double wanted)
{
    double low = log10(range->low), high = log10(range->high);
    int stride = decade_stride(high - low, wanted);
    int minor_stride = decade_minor_stride(stride);
    double decade_pt = wish->length_pt / (high - low);
    /* Powers of ten are short and read as one row. */
    if (wish->choice != TICK_CHOICE_COUNT &&
        decade_pt >= (wish->horizontal ? 4.5 : 2.2) * wish->font_pt)
        stride = minor_stride = 1;
    for (int exponent = (int)floor(low); exponent <= (int)ceil(high); exponent++) {
        if (exponent % minor_stride == 0 &&
            decade_is_on(range, decade_value(1, exponent))) {
            bool major = exponent % stride == 0;
            ticks_add(ticks, decade_value(1, exponent),
                      major ? decade_label(1, exponent, false) : g_strdup(""), major);
        }
        if (stride > 1 || decade_pt < 2 * wish->font_pt)
            continue;
        /* All nine, or 2 and 5 alone where nine would run together. */
        bool few = decade_pt < 4 * wish->font_pt;
        for (int digit = 2; digit <= 9; digit++)
            if ((!few || digit == 2 || digit == 5) &&
                decade_is_on(range, decade_value(digit, exponent)))
                ticks_add(ticks, decade_value(digit, exponent), g_strdup(""), false);
    }
}

static void add_one_two_five(GArray *ticks, const Scale *range)
{
    int low = (int)floor(log10(range->low)), high = (int)ceil(log10(range->high));
    bool plain = low >= -4 && high <= 6;
    for (int exponent = low; exponent <= high; exponent++) {
        for (int digit = 1; digit <= 9; digit++) {
            double value = decade_value(digit, exponent);
            if (!decade_is_on(range, value))
                continue;
            bool major = digit == 1 || digit == 2 || digit == 5;
            ticks_add(ticks, value,
                      major ? decade_label(digit, exponent, plain) : g_strdup(""),
                      major);
        }
    }
}

void ticks_add_log(GArray *ticks, const Scale *range, const TickWish *wish,
                   double wanted)
{
    double decades = log10(range->high) - log10(range->low);
    if (decades < 0.7)
        ticks_add_linear(ticks, range, wish);
    else if (decades < 1.5)
        add_one_two_five(ticks, range);
    else
        add_decades(ticks, range, wish, wanted);
}
