/* landmark.c - the points of a function that figures point out. */
#include "scene/landmark.h"

#include "base/geometry.h"
#include "formula/operation.h"
#include "formula/roots.h"
#include "formula/switches.h"
#include "formula/tape.h"

#include <float.h>
#include <math.h>

/* Of the range: a root so near to a switch point is that point. */
static const double SAME_SHARE = 1e-12;

/* Extrema that differ by less, as a part of the larger, are equally deep. */
static const double SAME_DEPTH = 1e-12;

/* Of x: so far may a zero lie from the number nearest to it. */
static const double ZERO_ROUNDINGS = 8;

/* A place where the function may have what is looked for. */
typedef struct {
    double x;
    SwitchKind kind; /* SWITCH_SMOOTH at roots */
    Jet left, right, at;
} Candidate;

/* A function over its range. */
typedef struct {
    const Formula *formula;
    double low, high;
    Tape *tape; /* value, slope, curvature */
    Warnings *warnings;
} Course;

static Jet jet_at(const Course *course, double x)
{
    double results[3];
    tape_evaluate_at(course->tape, x, results);
    return (Jet){results[0], results[1], results[2]};
}

static int compare_candidates(const void *a, const void *b)
{
    double x = ((const Candidate *)a)->x, y = ((const Candidate *)b)->x;
    return (x > y) - (x < y);
}

static bool is_known(const Course *course, const GArray *candidates, double x)
{
    double near = SAME_SHARE * (course->high - course->low);
    for (guint i = 0; i < candidates->len; i++)
        if (fabs(g_array_index(candidates, Candidate, i).x - x) <= near)
            return true;
    return false;
}

static void add_roots(const Course *course, const Formula *formula, GArray *candidates)
{
    g_autoptr(GArray) roots =
        roots_find(formula, course->low, course->high, course->warnings);
    for (guint i = 0; i < roots->len; i++) {
        double x = g_array_index(roots, Root, i).x;
        Jet jet = jet_at(course, x);
        Candidate candidate = {x, SWITCH_SMOOTH, jet, jet, jet};
        if (!is_known(course, candidates, x))
            g_array_append_val(candidates, candidate);
    }
}

static void add_switches(const Course *course, GArray *candidates)
{
    g_autoptr(GArray) switches =
        switches_find(course->formula, course->low, course->high, course->warnings);
    for (guint i = 0; i < switches->len; i++) {
        const Switch *at = &g_array_index(switches, Switch, i);
        Candidate candidate = {at->x, at->kind, at->left, at->right, at->at};
        g_array_append_val(candidates, candidate);
    }
}

/* The sign of the derivative of that order between two neighbouring candidates. */
static int sign_between(const Course *course, double from, double to, int order)
{
    Jet jet = jet_at(course, from + 0.4997 * (to - from));
    double value = order == 1 ? jet.df : jet.d2f;
    return (value > 0) - (value < 0);
}

/* Whether the function is lowest (before -1) or highest (1) at a jump: what it takes
 * lies beyond either limit, or at it where the slope leads away. */
static bool is_extreme_jump(const Candidate *at, int left, int right, int before)
{
    double beyond_left = before * (at->at.f - at->left.f);
    double beyond_right = before * (at->at.f - at->right.f);
    return (beyond_left > 0 || (beyond_left == 0 && left == before)) &&
           (beyond_right > 0 || (beyond_right == 0 && right == -before));
}

/* The candidates at which the derivative of that order changes its sign from before to
 * its opposite (0: either way round). */
static GArray *sign_changes(const Course *course, const GArray *candidates, int order,
                            int before)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(Point));
    for (guint i = 0; i < candidates->len; i++) {
        const Candidate *at = &g_array_index(candidates, Candidate, i);
        double from = i > 0 ? at[-1].x : course->low;
        double to = i + 1 < candidates->len ? at[1].x : course->high;
        if (at->x <= course->low || at->x >= course->high || at->kind >= SWITCH_POLE)
            continue;
        int left = sign_between(course, from, at->x, order);
        int right = sign_between(course, at->x, to, order);
        bool changes = left != 0 && right == -left && (before == 0 || left == before);
        if (at->kind == SWITCH_JUMP)
            changes = order == 1 && is_extreme_jump(at, left, right, before);
        Point point = {at->x, at->at.f};
        if (changes)
            g_array_append_val(found, point);
    }
    return found;
}

/* Those that lie lowest (sign -1) or highest. */
static void keep_extreme(GArray *points, int sign)
{
    double most = -INFINITY;
    guint kept = 0;
    for (guint i = 0; i < points->len; i++)
        most = fmax(most, sign * g_array_index(points, Point, i).y);
    for (guint i = 0; i < points->len; i++) {
        Point point = g_array_index(points, Point, i);
        if (sign * point.y >= most - SAME_DEPTH * fabs(most))
            g_array_index(points, Point, kept++) = point;
    }
    g_array_set_size(points, kept);
}

static GArray *find_extrema(const Course *course, GArray *candidates, MarkKind what)
{
    bool lowest = what == MARK_MINIMUM || what == MARK_MINIMA;
    g_autoptr(Formula) slope = formula_derivative(course->formula);
    add_roots(course, slope, candidates);
    g_array_sort(candidates, compare_candidates);
    GArray *found = sign_changes(course, candidates, 1, lowest ? -1 : 1);
    if (what == MARK_MINIMUM || what == MARK_MAXIMUM)
        keep_extreme(found, lowest ? -1 : 1);
    return found;
}

static GArray *find_inflections(const Course *course, GArray *candidates)
{
    g_autoptr(Formula) slope = formula_derivative(course->formula);
    g_autoptr(Formula) curvature = formula_derivative(slope);
    add_roots(course, curvature, candidates);
    g_array_sort(candidates, compare_candidates);
    return sign_changes(course, candidates, 2, 0);
}

/* f(x) - x, with which fixed points are zeros. */
static Formula *less_x(const Formula *formula)
{
    Formula *less = g_new0(Formula, 1);
    less->pool = node_pool_ref(formula->pool);
    less->root = node_apply(less->pool, &operation_subtract, formula->root,
                            node_symbol(less->pool, "x"), NULL);
    less->text = g_strdup(formula->text);
    return less;
}

/* All candidates that have a value. */
static GArray *points_of(const GArray *candidates, bool smooth_too)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(Point));
    for (guint i = 0; i < candidates->len; i++) {
        const Candidate *at = &g_array_index(candidates, Candidate, i);
        Point point = {at->x, at->at.f};
        if (isfinite(point.y) && (smooth_too || at->kind != SWITCH_SMOOTH))
            g_array_append_val(found, point);
    }
    return found;
}

/* A zero mostly lies between two numbers: what is left of the value there is rounding
 * of x, which nobody wants to read in a label. */
static void settle_zeros(GArray *candidates)
{
    for (guint i = 0; i < candidates->len; i++) {
        Jet *at = &g_array_index(candidates, Candidate, i).at;
        double x = g_array_index(candidates, Candidate, i).x;
        if (fabs(at->f) <= ZERO_ROUNDINGS * DBL_EPSILON * fabs(x * at->df))
            at->f = 0;
    }
}

GArray *landmark_find(const Formula *formula, MarkKind what, double low, double high,
                      Warnings *warnings)
{
    g_autoptr(Tape) tape = tape_new(formula, 2);
    g_autoptr(GArray) candidates = g_array_new(FALSE, FALSE, sizeof(Candidate));
    Course course = {formula, low, high, tape, warnings};

    if (what == MARK_ZEROS) {
        add_roots(&course, formula, candidates);
        settle_zeros(candidates);
        return points_of(candidates, true);
    }
    if (what == MARK_FIXED_POINTS) {
        g_autoptr(Formula) less = less_x(formula);
        add_roots(&course, less, candidates);
        return points_of(candidates, true);
    }
    if (what == MARK_X || what == MARK_POINT)
        return points_of(candidates, true);
    add_switches(&course, candidates);
    if (what == MARK_SWITCHES)
        return points_of(candidates, false);
    if (what == MARK_INFLECTIONS)
        return find_inflections(&course, candidates);
    return find_extrema(&course, candidates, what);
}
