/* ticks.c - choosing ticks: linear axes, lists and multiples of pi. */
#include "scene/ticks.h"

#include "scene/scene.h"
#include "scene/tick_format.h"
#include "scene/tick_label.h"
#include "scene/ticks_log.h"

#include <math.h>
#include <string.h>

/* A tick may stand beyond the end of its axis by rounding only. */
static const double END_TOLERANCE = 1e-10;

#define SHORT_COUNT 5.0  /* up to so many ticks stand */
#define SHORT_SHARE 0.62 /* of the usual distance apart */

enum { POWER_DIGITS = 6 }; /* more before `×10ⁿ` only where ticks need them */

typedef struct {
    double mantissa; /* 1, 2, 2.5 or 5 */
    int exponent;
    double first, last; /* multiples of the step at the ends */
} Steps;

static void tick_clear(void *data)
{
    g_free(((SceneTick *)data)->label);
}

static GArray *new_ticks(void)
{
    GArray *ticks = g_array_new(FALSE, FALSE, sizeof(SceneTick));
    g_array_set_clear_func(ticks, tick_clear);
    return ticks;
}

void ticks_add(GArray *ticks, double value, char *label, bool major)
{
    SceneTick tick = {.value = value, .label = label, .major = major};
    g_array_append_val(ticks, tick);
}

static double power_of_ten(int exponent)
{
    static const double powers[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
    return exponent >= 0 && exponent < (int)G_N_ELEMENTS(powers) ? powers[exponent]
                                                                 : pow(10, exponent);
}

/* n times the step, rounded once: 3 tenths are 3/10, not 3*0.1. */
static double steps_value(const Steps *steps, double n)
{
    if (steps->exponent >= 0)
        return n * steps->mantissa * power_of_ten(steps->exponent);
    if (steps->exponent < -300)
        return n * steps->mantissa * pow(10, steps->exponent);
    return n * steps->mantissa / power_of_ten(-steps->exponent);
}

static int steps_decimals(const Steps *steps)
{
    int decimals = -steps->exponent + (steps->mantissa == 2.5 ? 1 : 0);
    return MAX(decimals, 0);
}

static double steps_most(const Steps *steps)
{
    return fmax(fabs(steps_value(steps, steps->first)),
                fabs(steps_value(steps, steps->last)));
}

/* Of the largest tick. */
static int steps_exponent(const Steps *steps)
{
    double most = steps_most(steps);
    return most > 0 ? (int)floor(log10(most) + 1e-9) : 0;
}

/* Significant digits that tell the largest tick from the one before. */
static int steps_digits(const Steps *steps)
{
    int digits = steps_exponent(steps) - steps->exponent + 1;
    return steps->mantissa == 2.5 ? digits + 1 : digits;
}

/* Numbers that would need many zeros are written with a power of ten, but those of a
 * narrow range far from 0, which need many digits anyway, are not made longer by it. */
static bool steps_need_power(const Steps *steps)
{
    double most = steps_most(steps);
    int decimals = steps_decimals(steps);
    if (steps_digits(steps) > POWER_DIGITS && decimals <= 15 && most < 1e15)
        return false;
    return most >= 1e6 || (most > 0 && most < 1e-3) || decimals > 6;
}

static char *steps_label(const Steps *steps, double n)
{
    GString *out = g_string_new(NULL);
    if (steps_need_power(steps)) {
        /* Of the largest tick, but `5×10⁵` is read at once where `0.5×10⁶` is not. */
        int exponent = steps_exponent(steps);
        double whole = n * steps->mantissa * pow(10, steps->exponent - exponent);
        for (; whole != 0 && fabs(whole) < 1 - 1e-9; exponent--)
            whole *= 10;
        tick_label_power(out, whole, exponent, MAX(steps_digits(steps), POWER_DIGITS));
    } else {
        tick_label_fixed(out, steps_value(steps, n), steps_decimals(steps));
    }
    return g_string_free(out, FALSE);
}

static double steps_label_width(const Steps *steps, double font_pt)
{
    g_autofree char *first = steps_label(steps, steps->first);
    g_autofree char *last = steps_label(steps, steps->last);
    long most = MAX(g_utf8_strlen(first, -1), g_utf8_strlen(last, -1));
    return (double)most * 0.6 * font_pt;
}

/* The score of talbot2010 for labels that all stand within the frame: how round
 * the step is, how near the ends are to the frame's, how near the count is to the
 * wanted one. Coverage counts for less than in the paper, because here a frame
 * closes the axis, and 2.5 is for when nothing rounder fits. */
static double steps_score(const Steps *steps, double simplicity, const Scale *range,
                          const TickWish *wish, double wanted)
{
    double count = steps->last - steps->first + 1, width = range->high - range->low;
    double first = steps_value(steps, steps->first);
    double last = steps_value(steps, steps->last), step = steps_value(steps, 1);
    double penalty = count < 2 ? 5 : count < 3 ? 0.2 : 0;
    if (wish->horizontal) {
        /* Long labels want more room, and must have some. */
        double label_pt = steps_label_width(steps, wish->font_pt);
        if (wish->choice != TICK_CHOICE_COUNT)
            wanted =
                fmin(wanted, wish->length_pt / (1.7 * label_pt + 1.5 * wish->font_pt));
        wanted = fmax(wanted, 2.2);
        if (count > 1 && label_pt + wish->font_pt > step / width * wish->length_pt)
            penalty += 3;
    }
    double below = (first - range->low) / (0.1 * width);
    double above = (range->high - last) / (0.1 * width);
    double coverage = 1 - 0.5 * (below * below + above * above);
    double density = width / step / (wanted - 1);
    density = 2 - fmax(density, 1 / density);
    return 0.3 * simplicity + 0.1 * fmax(coverage, -2) + 0.5 * density - penalty;
}

static double wanted_count(const TickWish *wish)
{
    if (wish->choice == TICK_CHOICE_COUNT)
        return CLAMP(wish->count, 2, 100);
    double each_pt = wish->font_pt * (wish->horizontal ? 6 : 4.2);
    double wanted = wish->length_pt / fmax(each_pt, 1);
    return CLAMP(wanted, 2.5, 11);
}

/* Numbers are short: the few of a short axis stand nearer to one another. */
static double wanted_numbers(const TickWish *wish)
{
    double wanted = wanted_count(wish);
    if (wish->choice == TICK_CHOICE_COUNT)
        return wanted;
    return fmax(wanted, fmin(SHORT_COUNT, wanted / SHORT_SHARE));
}

void ticks_add_linear(GArray *ticks, const Scale *range, const TickWish *wish)
{
    static const struct {
        double mantissa, simplicity;
    } steps_known[] = {{1, 1}, {5, 0.9}, {2, 0.85}, {2.5, -0.4}};

    double width = range->high - range->low, wanted = wanted_numbers(wish);
    double tolerance = END_TOLERANCE * width, best_score = -INFINITY;
    if (!isfinite(width) || width <= 0)
        return;
    int middle = (int)floor(log10(width / wanted));
    Steps best = {.mantissa = 1};
    for (int exponent = middle - 1; exponent <= middle + 2; exponent++) {
        for (size_t i = 0; i < G_N_ELEMENTS(steps_known); i++) {
            Steps steps = {.mantissa = steps_known[i].mantissa, .exponent = exponent};
            double step = steps_value(&steps, 1);
            if (wish->whole && step != floor(step))
                continue;
            steps.first = ceil((range->low - tolerance) / step) + 0.0;
            steps.last = floor((range->high + tolerance) / step) + 0.0;
            if (steps.last < steps.first || steps.last - steps.first > 200)
                continue;
            double score =
                steps_score(&steps, steps_known[i].simplicity, range, wish, wanted);
            if (score > best_score) {
                best_score = score;
                best = steps;
            }
        }
    }
    if (best_score == -INFINITY)
        return;
    double previous = NAN;
    for (double n = best.first; n <= best.last; n++) {
        double value = steps_value(&best, n) + 0.0;
        if (value == previous) /* a range of a few doubles */
            break;
        ticks_add(ticks, value, steps_label(&best, n), true);
        previous = value;
    }
}

/* Multiples of pi: fractions by halves, then 1, 2, 5 times a power of ten. */
static bool ticks_add_pi(GArray *ticks, const Scale *range, const TickWish *wish)
{
    static const struct {
        long numerator, denominator;
    } steps[] = {{1, 16}, {1, 8},  {1, 4},  {1, 2},   {1, 1},    {2, 1},    {5, 1},
                 {10, 1}, {20, 1}, {50, 1}, {100, 1}, {1000, 1}, {10000, 1}};

    double wanted = wanted_count(wish), tolerance = END_TOLERANCE;
    double best_score = -INFINITY;
    long best_first = 0, best_last = -1;
    size_t best = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(steps); i++) {
        double step = G_PI * (double)steps[i].numerator / (double)steps[i].denominator;
        double first = ceil(range->low / step - tolerance);
        double last = floor(range->high / step + tolerance);
        double count = last - first + 1;
        if (count < 1 || count > 100 || fabs(first) > 1e9 || fabs(last) > 1e9)
            continue;
        double score = 2 - fmax(count / wanted, wanted / count) - (count < 2 ? 2 : 0);
        if (steps[i].denominator > 4)
            score -= 0.5;
        if (score > best_score) {
            best_score = score;
            best = i;
            best_first = (long)first;
            best_last = (long)last;
        }
    }
    for (long n = best_first; n <= best_last; n++) {
        GString *label = g_string_new(NULL);
        long numerator = n * steps[best].numerator;
        tick_label_pi(label, numerator, steps[best].denominator);
        ticks_add(ticks, (double)numerator * G_PI / (double)steps[best].denominator,
                  g_string_free(label, FALSE), true);
    }
    return best_last >= best_first;
}

static int compare_doubles(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* What is on the axis of the user's own ticks, once each, rising. */
static GArray *listed_values(const Scale *range, const GArray *list)
{
    GArray *values = g_array_new(FALSE, FALSE, sizeof(double));
    guint kept = 0;
    for (guint i = 0; i < list->len && values->len < TICKS_MAX; i++) {
        double share = scale_map(range, g_array_index(list, double, i));
        if (share >= -END_TOLERANCE && share <= 1 + END_TOLERANCE)
            g_array_append_val(values, g_array_index(list, double, i));
    }
    g_array_sort(values, compare_doubles);
    for (guint i = 0; i < values->len; i++) {
        double value = g_array_index(values, double, i);
        if (kept == 0 || value != g_array_index(values, double, kept - 1))
            g_array_index(values, double, kept++) = value;
    }
    g_array_set_size(values, kept);
    return values;
}

/* The user's own ticks with the decimals that the finest of them needs, or that tell
 * the nearest two apart; with a power of ten where that is shorter. */
static void ticks_add_list(GArray *ticks, const Scale *range, const GArray *list)
{
    g_autoptr(GArray) values = listed_values(range, list);
    double most = 0, step = INFINITY;
    for (guint i = 0; i < values->len; i++) {
        double value = g_array_index(values, double, i);
        most = fmax(most, fabs(value));
        if (i > 0)
            step = fmin(step, value - g_array_index(values, double, i - 1));
    }
    int decimals = 0;
    for (guint i = 0; i < values->len; i++) {
        double value = g_array_index(values, double, i);
        decimals = MAX(decimals, tick_label_decimals(value, fmin(fabs(value), step)));
    }
    int digits = MAX(tick_format_digits(values), POWER_DIGITS);
    bool plain = (decimals <= 6 && most < 1e6) ||
                 (digits > POWER_DIGITS && decimals < 15 && most < 1e15);
    for (guint i = 0; i < values->len; i++) {
        double value = g_array_index(values, double, i);
        GString *label = g_string_new(NULL);
        if (plain)
            tick_label_fixed(label, value,
                             range->kind == SCALE_LOG
                                 ? tick_label_decimals(value, fabs(value))
                                 : decimals);
        char *text = g_string_free(label, !plain);
        ticks_add(ticks, value, plain ? text : tick_label_number_digits(value, digits),
                  true);
    }
}

/* Writes the labels as the axis' format asks. */
static void format_labels(GArray *ticks, const char *format)
{
    NumberPattern pattern;
    const char *fault;
    g_autoptr(GArray) values = g_array_new(FALSE, FALSE, sizeof(double));
    if (!number_pattern_parse(format, &pattern, &fault))
        return;
    for (guint i = 0; i < ticks->len; i++) {
        const SceneTick *tick = &g_array_index(ticks, SceneTick, i);
        if (*tick->label)
            g_array_append_val(values, tick->value);
    }
    int digits = tick_format_digits(values);
    for (guint i = 0; i < ticks->len; i++) {
        SceneTick *tick = &g_array_index(ticks, SceneTick, i);
        if (!*tick->label)
            continue;
        GString *label = g_string_new(NULL);
        tick_format_append(label, &pattern, tick->value, digits);
        g_free(tick->label);
        tick->label = g_string_free(label, FALSE);
    }
}

/* Gives the ticks of a list the labels that stand beside it. */
static void set_labels(GArray *ticks, const TickWish *wish)
{
    for (guint i = 0; i < wish->list->len && i < wish->labels->len; i++) {
        double value = g_array_index(wish->list, double, i);
        for (guint k = 0; k < ticks->len; k++) {
            SceneTick *tick = &g_array_index(ticks, SceneTick, k);
            if (tick->value != value)
                continue;
            g_free(tick->label);
            tick->label = g_strdup(g_ptr_array_index(wish->labels, i));
        }
    }
}

static void add_chosen(GArray *ticks, const Scale *range, const TickWish *wish)
{
    if (wish->choice == TICK_CHOICE_PI && ticks_add_pi(ticks, range, wish))
        return;
    if (range->kind == SCALE_LOG)
        ticks_add_log(ticks, range, wish, wanted_count(wish));
    else if (range->kind == SCALE_SYMLOG)
        ticks_add_symlog(ticks, range, wish, wanted_count(wish));
    else
        ticks_add_linear(ticks, range, wish);
}

GArray *ticks_choose(const Scale *scale, const TickWish *wish)
{
    GArray *ticks = new_ticks();
    Scale range = scale_rising(scale);
    if (wish->choice == TICK_CHOICE_LIST)
        ticks_add_list(ticks, &range, wish->list);
    else
        add_chosen(ticks, &range, wish);
    if (wish->format)
        format_labels(ticks, wish->format);
    if (wish->choice == TICK_CHOICE_LIST && wish->labels)
        set_labels(ticks, wish);
    return ticks;
}

bool ticks_any_alike(const GArray *ticks)
{
    const char *last = "";
    for (guint i = 0; i < ticks->len; i++) {
        const char *label = g_array_index(ticks, SceneTick, i).label;
        if (!*label)
            continue;
        if (strcmp(label, last) == 0)
            return true;
        last = label;
    }
    return false;
}
