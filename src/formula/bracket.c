/* bracket.c - bisection with eight guesses at a time. */
#include "formula/bracket.h"

#include "base/number.h"
#include "formula/double_rank.h"

#include <math.h>

static void evaluate(Graph *graph, double target, const double x[GRAPH_POINTS],
                     double value[GRAPH_POINTS])
{
    graph_run_points(graph, x, true);
    for (int i = 0; i < GRAPH_POINTS; i++)
        value[i] = graph_points(graph, 0)[i] - target;
}

/* Eight ranks strictly between two, evenly; with fewer than eight some come twice. */
static void spread(double x[GRAPH_POINTS], int64_t low, int64_t high)
{
    /* Unsigned: from end to end there are more ranks than INT64_MAX. */
    uint64_t step = ((uint64_t)high - (uint64_t)low) / 9;
    for (unsigned i = 0; i < GRAPH_POINTS; i++) {
        uint64_t forward = step > 0 ? (i + 1) * step : i + 1;
        int64_t rank = (int64_t)((uint64_t)low + forward);
        x[i] = double_of_rank(CLAMP(rank, low + 1, high - 1));
    }
}

static void sort(double x[GRAPH_POINTS])
{
    for (int i = 1; i < GRAPH_POINTS; i++) {
        double moving = x[i];
        int k = i;
        for (; k > 0 && x[k - 1] > moving; k--)
            x[k] = x[k - 1];
        x[k] = moving;
    }
}

/* Guesses where a straight line would be 0, close and less close about it, and one
 * halfway along the ranks, so that each round gains a bit at least. */
static void guess(const Bracket *bracket, double x[GRAPH_POINTS])
{
    int64_t low = double_rank(bracket->a), high = double_rank(bracket->b);
    double width = bracket->b - bracket->a;
    double line =
        bracket->a - bracket->at_a * (width / (bracket->at_b - bracket->at_a));
    double halfway = double_of_rank((low / 2) + (high / 2));

    if (double_distance(bracket->a, bracket->b) <= 9 || !isfinite(line)) {
        spread(x, low, high);
        return;
    }
    const double guesses[GRAPH_POINTS] = {
        line,
        double_step(line, -2),
        double_step(line, 2),
        line - width * 0x1p-22,
        line + width * 0x1p-22,
        line - width * 0x1p-9,
        line + width * 0x1p-9,
        halfway,
    };
    for (int i = 0; i < GRAPH_POINTS; i++)
        x[i] = double_of_rank(CLAMP(double_rank(guesses[i]), low + 1, high - 1));
    sort(x);
}

/* The last of the zeros from z towards outside, where there is none. */
static double zeros_end(Graph *graph, double target, double z, double outside)
{
    double x[GRAPH_POINTS], value[GRAPH_POINTS];

    for (;;) {
        int64_t inner = double_rank(z), outer = double_rank(outside);
        int64_t low = MIN(inner, outer), high = MAX(inner, outer);
        if (double_distance(MIN(z, outside), MAX(z, outside)) <= 1)
            return z;
        spread(x, low, high);
        evaluate(graph, target, x, value);
        for (int k = 0; k < GRAPH_POINTS; k++) {
            int i = inner < outer ? k : GRAPH_POINTS - 1 - k;
            if (value[i] != 0) {
                outside = x[i];
                break;
            }
            z = x[i];
        }
    }
}

static double simplest_between(double lo, double hi)
{
    char text[NUMBER_SIZE];
    double middle = lo / 2 + hi / 2, value;

    if (lo == hi)
        return lo;
    if (lo <= 0 && hi >= 0)
        return 0;
    for (int digits = 1; digits <= 17; digits++) {
        number_format_digits(middle, digits, text);
        if (number_parse(text, &value) && lo <= value && value <= hi)
            return value;
    }
    return CLAMP(middle, lo, hi);
}

/* The sign that the graph less target certainly has at x, or 0 with that on its side;
 * 0 if rounding leaves it open, or if it is exactly 0. */
static int certain_sign(Graph *graph, double target, double x)
{
    graph_run_box(graph, (Interval){.lo = x, .hi = x}, true);
    Interval value = graph_box(graph, 0);
    if (value.maybe_undefined || value.lo == value.hi)
        return 0;
    return value.lo >= target ? 1 : value.hi <= target ? -1 : 0;
}

/* The first double from `from` towards `to` that has not the certain sign of from. */
static double skip_sign(Graph *graph, double target, double from, double to, int sign)
{
    while (double_distance(MIN(from, to), MAX(from, to)) > 1) {
        double middle = double_of_rank(double_rank(from) / 2 + double_rank(to) / 2);
        if (middle == from || middle == to)
            break;
        if (certain_sign(graph, target, middle) == sign)
            from = middle;
        else
            to = middle;
    }
    return to;
}

/* Of doubles that are all zeros as computed, those that are so within rounding. */
static void narrow_zeros(Graph *graph, double target, double *first, double *last)
{
    int left = certain_sign(graph, target, *first);
    int right = certain_sign(graph, target, *last);
    if (left == right)
        return;
    double start = *first;
    if (left != 0)
        *first = skip_sign(graph, target, *first, *last, left);
    if (right != 0)
        *last = skip_sign(graph, target, *last, start, right);
    if (*last < *first)
        *last = *first;
}

/* Whether the doubles next to z are zeros too: mostly not. */
static void look_around(Graph *graph, double target, double z, bool *before,
                        bool *after)
{
    double x[GRAPH_POINTS], value[GRAPH_POINTS];

    for (int i = 0; i < GRAPH_POINTS; i++)
        x[i] = double_step(z, i % 2 ? 1 : -1);
    evaluate(graph, target, x, value);
    *before = value[0] == 0;
    *after = value[1] == 0;
}

Root bracket_zero(Graph *graph, double target, double z, double a, double b)
{
    double first = z, last = z;
    bool before, after;

    look_around(graph, target, z, &before, &after);
    if (before && a < z)
        first =
            graph_value(graph, a, true) == target ? a : zeros_end(graph, target, z, a);
    if (after && b > z)
        last =
            graph_value(graph, b, true) == target ? b : zeros_end(graph, target, z, b);
    const double before_all = double_step(first, -1), after_all = double_step(last, 1);
    if (first < last)
        narrow_zeros(graph, target, &first, &last);
    double x = simplest_between(first, last);
    return (Root){
        .x = x,
        .left = x,
        .right = x,
        .before = before_all,
        .after = after_all,
        .exact = true,
    };
}

Root bracket_solve(Graph *graph, double target, Bracket bracket)
{
    double x[GRAPH_POINTS], value[GRAPH_POINTS];
    bool rises = bracket.at_a < 0;

    while (double_distance(bracket.a, bracket.b) > 1) {
        guess(&bracket, x);
        evaluate(graph, target, x, value);
        for (int i = 0; i < GRAPH_POINTS; i++) {
            if (value[i] == 0)
                return bracket_zero(graph, target, x[i], bracket.a, bracket.b);
            if ((value[i] < 0) != rises) { /* NaN counts as behind */
                bracket.b = x[i];
                bracket.at_b = !isnan(value[i]) ? value[i]
                               : rises          ? INFINITY
                                                : -INFINITY;
                break;
            }
            bracket.a = x[i];
            bracket.at_a = value[i];
        }
    }
    return (Root){
        .x = fabs(bracket.at_a) < fabs(bracket.at_b) ? bracket.a : bracket.b,
        .left = bracket.a,
        .right = bracket.b,
        .before = bracket.a,
        .after = bracket.b,
    };
}
