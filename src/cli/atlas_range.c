/* atlas_range.c - how far from 0 a function has something to show. */
#include "cli/atlas_range.h"

#include "formula/switches.h"
#include "formula/tape.h"

#include <math.h>
#include <string.h>

/* What is looked at on each side of 0, and in which steps. */
#define REACH 32.0
enum { STEPS_PER_UNIT = 32, STEPS = 32 * STEPS_PER_UNIT };

#define NEAR 3.0         /* what is typical of a function is seen that close to 0 */
#define BEND_SHARE 0.03  /* of the typical curvature: straight */
#define LIMIT_SHARE 0.04 /* of the way between the limits: saturated */
#define LEAST 3.0        /* of a side without an end to its bends, or without bends */
#define MOST 10.0        /* of a side that is slow to settle */
#define WAVES 4          /* sign changes of the curvature that show a wave */

/* One side: value, slope and curvature at 0, 1, ... STEPS steps from 0. */
typedef struct {
    double f[STEPS + 1], df[STEPS + 1], d2f[STEPS + 1];
} Side;

static double distance(int step)
{
    return (double)step / STEPS_PER_UNIT;
}

static void evaluate(const Tape *tape, int sign, Side *side)
{
    double x[STEPS + 1];

    /* Off the round numbers, where branches meet. */
    for (int i = 0; i <= STEPS; i++)
        x[i] = sign * (distance(i) + 1e-4);
    tape_evaluate(tape, x, STEPS + 1, (double *[]){side->f, side->df, side->d2f});
}

static double largest_bend(const Side *side)
{
    double largest = 0;

    for (int i = 0; i <= (int)(NEAR * STEPS_PER_UNIT); i++) {
        if (isfinite(side->d2f[i]))
            largest = fmax(largest, fabs(side->d2f[i]));
    }
    return largest;
}

/* Where the WAVES-th change of the curvature's sign is; INFINITY: there are fewer. */
static double wave_extent(const Side *side, double bend)
{
    double last = 0;
    int changes = 0;

    for (int i = 0; i <= STEPS; i++) {
        double now = side->d2f[i];

        if (!(fabs(now) > 1e-3 * bend))
            continue;
        changes += last * now < 0;
        last = now;
        if (changes == WAVES)
            return distance(i);
    }
    return INFINITY;
}

/* How far the function still bends; INFINITY: to the end of what is looked at. */
static double bend_extent(const Side *side, double bend)
{
    int i = STEPS;

    while (i > 0 && !(fabs(side->d2f[i]) > BEND_SHARE * bend))
        i--;
    return i == STEPS ? INFINITY : distance(i);
}

/* How far a function that levels out still is from its limit; 0: it does not level. */
static double limit_extent(const Side *side, double height)
{
    double limit = side->f[STEPS];
    int i = STEPS;

    if (!isfinite(limit) || fabs(side->df[STEPS]) * REACH > 0.1 * height)
        return 0;
    while (i > 0 && fabs(side->f[i] - limit) <= LIMIT_SHARE * height)
        i--;
    return distance(i);
}

static double extent(const Side *side, double bend, double height)
{
    double wave = wave_extent(side, bend);
    double bends = bend_extent(side, bend);
    double reached = fmax(isinf(bends) ? LEAST : bends, limit_extent(side, height));

    if (isfinite(wave))
        return fmin(fmax(wave, LEAST), MOST);
    return fmin(reached, MOST);
}

/* Between the values at both ends. */
static double height_of(const Side *left, const Side *right)
{
    double low = INFINITY, high = -INFINITY;

    for (int i = 0; i <= (int)(MOST * STEPS_PER_UNIT); i++) {
        low = fmin(low, fmin(left->f[i], right->f[i]));
        high = fmax(high, fmax(left->f[i], right->f[i]));
    }
    return high - low;
}

/* The next round number up from a positive one. */
static double round_up(double value)
{
    static const double round[] = {1,  1.5, 2,  2.5, 3,  4,  5,  6,  7,  8,
                                   10, 12,  15, 20,  25, 30, 40, 50, 60, 80};

    for (size_t i = 0; i < G_N_ELEMENTS(round); i++) {
        if (value <= round[i] * 1.02)
            return round[i];
    }
    return ceil(value / 100) * 100;
}

static double round_end(double value)
{
    return value < 0 ? -round_up(-value) : value > 0 ? round_up(value) : 0;
}

/* Room around the outermost switch points. */
static void add_switches(const GArray *switches, double *low, double *high)
{
    double first, last, room;

    if (switches->len == 0)
        return;
    first = g_array_index(switches, Switch, 0).x;
    last = g_array_index(switches, Switch, switches->len - 1).x;
    room = last > first ? fmax(0.45 * (last - first), 1) : LEAST;
    *low = fmin(*low, first - room);
    *high = fmax(*high, last + room);
}

AtlasRange atlas_range_choose(const Formula *formula, const GArray *switches)
{
    g_autoptr(Tape) tape = tape_new(formula, 2);
    g_autofree Side *left = g_new(Side, 1), *right = g_new(Side, 1);
    double bend, height, low, high, wide;

    evaluate(tape, -1, left);
    evaluate(tape, 1, right);
    bend = fmax(largest_bend(left), largest_bend(right));
    height = height_of(left, right);
    low = bend > 0 ? -extent(left, bend, height) : 0;
    high = bend > 0 ? extent(right, bend, height) : 0;
    add_switches(switches, &low, &high);
    if (high - low < 2) {
        low = fmin(low, -LEAST);
        high = fmax(high, LEAST);
    }
    wide = fmax(-low, high);
    /* Where one side has nothing to show, some of it still tells that. */
    if (fmin(-low, high) >= 0.4 * wide || wide <= 6)
        low = -wide, high = wide;
    else
        low = fmin(low, -0.3 * wide), high = fmax(high, 0.3 * wide);
    return (AtlasRange){round_end(low), round_end(high)};
}
