/* facts_range.c - range, extrema and zeros, read from a profile. */
#include "activation/facts_range.h"

#include "formula/bracket.h"

#include <math.h>

/* --- Lists without end --- */

/* The part of them that is named. */
#define ENDLESS_WINDOW 10.0

Extent extent_of(const Line *line, double lowest, double highest)
{
    Extent extent = {0};

    if (!line->swings)
        return extent;
    extent.endless = fmax(-lowest, highest) > line->reach / 2;
    extent.window = extent.endless ? ENDLESS_WINDOW : line->reach;
    return extent;
}

bool extent_covers(const Extent *extent, double lo, double hi)
{
    return extent->window == 0 || (hi >= -extent->window && lo <= extent->window);
}

Extent extent_trim(const Line *line, GArray *stretches)
{
    double lowest = 0, highest = 0;
    Extent extent;

    for (unsigned i = 0; i < stretches->len; i++) {
        const Stretch *stretch = &g_array_index(stretches, Stretch, i);
        if (isfinite(stretch->lo))
            lowest = fmin(lowest, stretch->lo);
        if (isfinite(stretch->hi))
            highest = fmax(highest, stretch->hi);
    }
    extent = extent_of(line, lowest, highest);
    for (unsigned i = stretches->len; i-- > 0;) {
        const Stretch *stretch = &g_array_index(stretches, Stretch, i);
        if (!extent_covers(&extent, stretch->lo, stretch->hi))
            g_array_remove_index(stretches, i);
    }
    return extent;
}

/* --- Extrema --- */

static Course going(int direction)
{
    return direction > 0 ? COURSE_RISING : COURSE_FALLING;
}

static bool is_strict(const Cut *cut, Course before, Course after, int direction)
{
    double from_left = (cut->at - cut->left) * direction;
    double from_right = (cut->at - cut->right) * direction;

    if (!(from_left >= 0) || !(from_right >= 0) || isinf(cut->at))
        return false;
    return (before == going(direction) || from_left > 0) &&
           (after == going(-direction) || from_right > 0);
}

/* A flat stretch that both neighbours rise to, or fall to. */
static bool is_flat_top(const Profile *profile, unsigned i, int direction)
{
    const Cut *from = profile_cut(profile, i), *to = profile_cut(profile, i + 1);

    return profile_course(profile, i) == COURSE_FLAT && i > 0 &&
           i + 1 < profile->courses->len &&
           profile_course(profile, i - 1) == going(direction) &&
           profile_course(profile, i + 1) == going(-direction) &&
           from->left == from->right && to->left == to->right;
}

GArray *profile_extrema(const Profile *profile)
{
    GArray *extrema = g_array_new(FALSE, FALSE, sizeof(Extremum));

    for (unsigned i = 1; i + 1 < profile->cuts->len; i++) {
        const Cut *cut = profile_cut(profile, i);
        for (int direction = -1; direction <= 1; direction += 2) {
            Extremum top = {.value = cut->at, .maximum = direction > 0};
            top.at = (Stretch){.lo = cut->x, .hi = cut->x};
            if (is_strict(cut, profile_course(profile, i - 1),
                          profile_course(profile, i), direction))
                g_array_append_val(extrema, top);
            top.at.hi = profile_cut(profile, i + 1)->x;
            if (is_flat_top(profile, i, direction))
                g_array_append_val(extrema, top);
        }
    }
    return extrema;
}

/* --- Zeros --- */

/* Appends a stretch, or lengthens the last one if it begins there. */
static void add_stretch(GArray *stretches, Stretch stretch)
{
    Stretch *last = stretches->len > 0
                        ? &g_array_index(stretches, Stretch, stretches->len - 1)
                        : NULL;
    bool touches =
        last && (stretch.lo < last->hi ||
                 (stretch.lo == last->hi && !(last->hi_open && stretch.lo_open)));

    if (!touches) {
        g_array_append_val(stretches, stretch);
    } else if (stretch.hi > last->hi) {
        last->hi = stretch.hi;
        last->hi_open = stretch.hi_open;
    } else if (stretch.hi == last->hi) {
        last->hi_open = last->hi_open && stretch.hi_open;
    }
}

/* Whether a cut is only where looking ended. */
static bool is_window_end(const Profile *profile, unsigned i)
{
    return profile->line->swings && (i == 0 || i + 1 == profile->cuts->len) &&
           isfinite(profile_cut(profile, i)->x);
}

/* Whether the value taken at a cut is 0, as far as rounding can tell. */
static bool is_zero_cut(const Profile *profile, const Cut *cut)
{
    if (isinf(cut->x) || isnan(cut->at))
        return false;
    if (cut->at == 0)
        return true;
    double noise = line_noise(profile->line, cut->x);
    bool continuous = !cut->is_switch || cut->kind < SWITCH_JUMP;
    return continuous && isfinite(noise) && fabs(cut->at) <= 2 * noise;
}

/* A finite x of a stretch, near its end (side -1: the left one), where the value has
 * that sign. NaN: there is none. */
static double find_sign(const Profile *profile, double a, double b, int side, int sign)
{
    double end = side < 0 ? a : b, x;

    if (isfinite(end) && line_value(profile->line, end) * sign > 0)
        return end;
    for (int k = STRETCH_POINTS; k-- > 0;) {
        if (stretch_point(a, b, k, &x) && line_value(profile->line, x) * sign > 0)
            return x;
    }
    for (int k = 32; k < 1000; k += 16) { /* a slope of almost nothing */
        if (stretch_point(a, b, isfinite(a) || isfinite(b) ? 2 * k - 1 : k, &x) &&
            line_value(profile->line, x) * sign > 0)
            return x;
    }
    return NAN;
}

/* About 0 rounding to subnormal numbers may make a zero of its own: 1.5*x*logistic(x)
 * is x at -1e-323. */
#define UNDERFLOWN 0x1p-960

/* Adds the zero of a stretch on which the function rises or falls. */
static void add_crossing(const Profile *profile, unsigned i, GArray *zeros)
{
    const Cut *from = profile_cut(profile, i), *to = profile_cut(profile, i + 1);
    int sign = profile_course(profile, i) == COURSE_RISING ? 1 : -1;
    const Line *line = profile->line;
    double a, b, x;

    if (!(from->right * sign < 0 && to->left * sign > 0))
        return;
    a = find_sign(profile, from->x, to->x, -1, -sign);
    b = find_sign(profile, from->x, to->x, 1, sign);
    if (!(a < b))
        return;
    graph_release(line->graph);
    x = bracket_solve(line->graph, 0,
                      (Bracket){a, b, line_value(line, a), line_value(line, b)})
            .x;
    if (fabs(x) < UNDERFLOWN && a <= 0 && b >= 0)
        x = 0;
    x = line_polish(line, x);
    add_stretch(zeros, (Stretch){.lo = x, .hi = x});
}

/* Whether the function is 0 on the way to that cut from one side, so that the stretch
 * there crosses 0 no more. A jump may take 0 between two other values. */
static bool ends_at_zero(const Profile *profile, const Cut *cut)
{
    bool jumps = cut->is_switch && cut->kind >= SWITCH_JUMP;

    return !jumps && is_zero_cut(profile, cut);
}

GArray *profile_zeros(const Profile *profile)
{
    GArray *zeros = g_array_new(FALSE, FALSE, sizeof(Stretch));

    for (unsigned i = 0; i < profile->cuts->len; i++) {
        const Cut *cut = profile_cut(profile, i);
        if (!is_window_end(profile, i) && is_zero_cut(profile, cut))
            add_stretch(zeros, (Stretch){.lo = cut->x, .hi = cut->x});
        if (i == profile->courses->len)
            break;
        const Cut *next = profile_cut(profile, i + 1);
        Course course = profile_course(profile, i);
        if (course == COURSE_FLAT && cut->right == 0 && next->left == 0)
            add_stretch(zeros, (Stretch){cut->x, next->x, true, true});
        else if ((course == COURSE_RISING || course == COURSE_FALLING) &&
                 !ends_at_zero(profile, cut) && !ends_at_zero(profile, next))
            add_crossing(profile, i, zeros);
    }
    return zeros;
}

/* --- Range --- */

/* Values this near to the best are the best. */
#define TIE_SHARE 0x1p-50

static bool is_better(double value, double best, int side)
{
    return !isnan(value) &&
           (isnan(best) || (value != best && (value > best) == (side > 0)));
}

static bool is_tie(double value, double best)
{
    return value == best ||
           (isfinite(best) && fabs(value - best) <= TIE_SHARE * fabs(best));
}

/* What a function that swings reaches beyond what was looked at. */
static double best_beyond(const Profile *profile, int side)
{
    enum { FIRST_OCTAVE = 7, LAST_OCTAVE = 40, POINTS = 61 };
    double best = NAN;

    for (int k = FIRST_OCTAVE; k <= LAST_OCTAVE; k++) {
        for (int i = 0; i < 2 * POINTS; i++) {
            double x = (i % 2 ? 1 : -1) * ldexp(1 + (i / 2 + 0.31) / POINTS, k);
            double value = line_value(profile->line, x);
            if (is_better(value, best, side))
                best = value;
        }
    }
    return best;
}

/* The best of all values and limits. */
static double best_value(const Profile *profile, int side)
{
    double best = NAN;

    for (unsigned i = 0; i < profile->cuts->len; i++) {
        const Cut *cut = profile_cut(profile, i);
        const double values[] = {cut->left, cut->at, cut->right};
        for (int k = 0; k < 3 && !is_window_end(profile, i); k++) {
            if (is_better(values[k], best, side))
                best = values[k];
        }
    }
    for (int k = 0; k < 2; k++) {
        if (is_better(profile->limit[k].value, best, side))
            best = profile->limit[k].value;
    }
    return best;
}

/* Where the best is reached. */
static void add_reached(const Profile *profile, RangeEnd *end)
{
    for (unsigned i = 0; i < profile->cuts->len; i++) {
        const Cut *cut = profile_cut(profile, i);
        if (isfinite(cut->x) && is_tie(cut->at, end->value) && !isinf(cut->at) &&
            !is_window_end(profile, i))
            add_stretch(end->at, (Stretch){.lo = cut->x, .hi = cut->x});
        if (i < profile->courses->len && profile_course(profile, i) == COURSE_FLAT &&
            is_tie(cut->right, end->value))
            add_stretch(end->at,
                        (Stretch){cut->x, profile_cut(profile, i + 1)->x, true, true});
    }
}

/* Where it is approached only. */
static void add_approached(const Profile *profile, RangeEnd *end)
{
    for (unsigned i = 0; i < profile->cuts->len; i++) {
        const Cut *cut = profile_cut(profile, i);
        if ((is_tie(cut->left, end->value) || is_tie(cut->right, end->value)) &&
            !is_window_end(profile, i))
            add_stretch(end->at, (Stretch){.lo = cut->x, .hi = cut->x});
    }
    for (int k = 0; k < 2 && profile->line->swings; k++) {
        double x = k == 0 ? -INFINITY : INFINITY;
        if (is_tie(profile->limit[k].value, end->value))
            add_stretch(end->at, (Stretch){.lo = x, .hi = x});
    }
}

RangeEnd profile_range_end(const Profile *profile, int side)
{
    RangeEnd end = {.value = best_value(profile, side)};
    double beyond = profile->line->swings ? best_beyond(profile, side) : NAN;

    end.at = g_array_new(FALSE, FALSE, sizeof(Stretch));
    if (is_better(beyond, end.value, side) && !is_tie(beyond, end.value)) {
        bool grows =
            fabs(beyond) > 1e3 * (1 + (isnan(end.value) ? 0 : fabs(end.value)));
        end.value = grows ? copysign(INFINITY, side) : NAN;
        end.reason = grows
                         ? NULL
                         : "it swings, and far out goes beyond what it reaches within "
                           "|x| = 128";
        return end;
    }
    if (isnan(end.value)) {
        end.reason = "no value and no limit was found";
        return end;
    }
    add_reached(profile, &end);
    end.closed = end.at->len > 0;
    if (!end.closed)
        add_approached(profile, &end);
    if (end.closed)
        end.extent = extent_trim(profile->line, end.at);
    for (int k = 0; k < 2; k++) {
        if (!end.closed && end.value == profile->limit[k].value)
            end.error = profile->limit[k].error;
    }
    return end;
}

void range_end_clear(RangeEnd *end)
{
    g_clear_pointer(&end->at, g_array_unref);
}
