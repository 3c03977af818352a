/* sameness.c - two formulas compared at points, with the rounding of both. */
#include "activation/sameness.h"

#include "activation/facts_line.h"
#include "formula/double_rank.h"
#include "formula/switches.h"
#include "formula/tape.h"

#include <math.h>

/* --- By their operations --- */

/* In one pool equal formulas are one node. */
static bool is_same_formula(const char *first, const char *second, const Scope *scope)
{
    g_autofree char *text = g_strdup_printf("(%s) - (%s)", first, second);
    g_autoptr(Formula) difference = formula_new(text, scope, NULL, NULL, NULL);
    const Node *root = difference ? difference->root : NULL;

    return root && root->operation == &operation_subtract &&
           root->argument[0] == root->argument[1];
}

/* --- Points --- */

static gint compare_sizes(gconstpointer a, gconstpointer b)
{
    const double *one = a, *other = b;
    if (fabs(*one) != fabs(*other))
        return fabs(*one) < fabs(*other) ? -1 : 1;
    return *one < *other ? -1 : *one > *other;
}

static void add_point(GArray *points, double x)
{
    const double both[] = {x, -x};

    g_array_append_vals(points, both, 2);
}

static void add_switches(GArray *points, const Formula *formula)
{
    g_autoptr(GArray) switches = switches_find(formula, -128, 128, NULL);

    for (unsigned i = 0; i < switches->len; i++) {
        double x = g_array_index(switches, Switch, i).x;
        const double about[] = {x, double_step(x, -1), double_step(x, 1), x - 1e-3,
                                x + 1e-3};
        g_array_append_vals(points, about, G_N_ELEMENTS(about));
    }
}

/* From 0 outwards. */
static GArray *choose_points(const Formula *first, const Formula *second)
{
    enum { EVEN = 2000, LEAST = -1074, MOST = 1023, IN_OCTAVE = 3 };
    GArray *points = g_array_new(FALSE, FALSE, sizeof(double));

    add_point(points, 0);
    add_point(points, INFINITY);
    for (int i = 1; i <= EVEN; i++)
        add_point(points, 20.0 * i / EVEN);
    for (int k = LEAST; k <= MOST; k += fabs((double)k) > 64 ? 16 : 1) {
        for (int i = 0; i < IN_OCTAVE; i++)
            add_point(points, ldexp(1 + 0.31 * i, k));
    }
    add_switches(points, first);
    add_switches(points, second);
    g_array_sort(points, compare_sizes);
    return points;
}

/* --- Comparing --- */

static bool agrees(Line *first, Line *second, double x)
{
    double a = line_value(first, x), b = line_value(second, x);

    if (a == b || (isnan(a) && isnan(b)))
        return true;
    if (isinf(x) || isinf(a) || isinf(b) || isnan(a) || isnan(b))
        return false;
    double noise = line_noise(first, x) + line_noise(second, x);
    return !isfinite(noise) || fabs(a - b) <= noise;
}

/* The point nearest to the last that agreed at which they still differ. */
static double refine(Line *first, Line *second, double agreed, double differs)
{
    enum { BISECTIONS = 200 };

    for (int i = 0; i < BISECTIONS; i++) {
        double middle = agreed / 2 + differs / 2;
        if (middle == agreed || middle == differs || !isfinite(middle))
            break;
        if (agrees(first, second, middle))
            agreed = middle;
        else
            differs = middle;
    }
    return differs;
}

static void compare_at(Line *first, Line *second, const GArray *points,
                       Sameness *sameness)
{
    double agreed[2] = {NAN, NAN}; /* the last, left and right of 0 */

    for (unsigned i = 0; i < points->len; i++) {
        double x = g_array_index(points, double, i);
        double difference = fabs(line_value(first, x) - line_value(second, x));
        int side = x > 0;
        if (!agrees(first, second, x)) {
            if (!isnan(agreed[side]) && isfinite(x))
                x = refine(first, second, agreed[side], x);
            sameness->kind = SAME_NOT;
            sameness->x = x;
            sameness->first = line_value(first, x);
            sameness->second = line_value(second, x);
            return;
        }
        if (difference > sameness->worst && isfinite(difference)) {
            sameness->worst = difference;
            sameness->worst_x = x;
        }
        agreed[side] = x;
        if (x == 0)
            agreed[1] = agreed[0] = x;
        sameness->points++;
    }
}

/* The slopes that formulas of the same values take at their switch points. */
static void compare_slopes(const Formula *first, const Formula *second,
                           Sameness *sameness)
{
    g_autoptr(GArray) switches = switches_find(first, -128, 128, NULL);
    g_autoptr(Tape) one = tape_new(first, 1);
    g_autoptr(Tape) other = tape_new(second, 1);

    for (unsigned i = 0; i < switches->len && !sameness->slopes_differ; i++) {
        double x = g_array_index(switches, Switch, i).x, a[2], b[2];
        tape_evaluate_at(one, x, a);
        tape_evaluate_at(other, x, b);
        sameness->slopes_differ = fabs(a[1] - b[1]) > 1e-9 * (fabs(a[1]) + fabs(b[1]));
        sameness->slope_x = x;
        sameness->first_slope = a[1];
        sameness->second_slope = b[1];
    }
}

Sameness sameness_of(const char *first, const char *second, const Scope *scope)
{
    Sameness sameness = {.kind = SAME_VALUES};
    g_autoptr(Formula) one = formula_new(first, scope, NULL, NULL, NULL);
    g_autoptr(Formula) other = formula_new(second, scope, NULL, NULL, NULL);

    g_assert(one && other);
    if (is_same_formula(first, second, scope)) {
        sameness.kind = SAME_FORMULA;
        return sameness;
    }
    g_autoptr(GArray) points = choose_points(one, other);
    g_autoptr(Line) line = line_new(one->pool, one->root, first);
    g_autoptr(Line) other_line = line_new(other->pool, other->root, second);
    compare_at(line, other_line, points, &sameness);
    if (sameness.kind == SAME_VALUES)
        compare_slopes(one, other, &sameness);
    return sameness;
}

/* --- Distance --- */

Distance distance_between(const Formula *first, const Formula *second, double lo,
                          double hi)
{
    enum { POINTS = 4001 };
    g_autoptr(Tape) one = tape_new(first, 0);
    g_autoptr(Tape) other = tape_new(second, 0);
    g_autofree double *x = g_new(double, POINTS);
    g_autofree double *a = g_new(double, POINTS);
    g_autofree double *b = g_new(double, POINTS);
    Distance distance = {0, 0};
    double squares = 0;

    for (int i = 0; i < POINTS; i++)
        x[i] = lo + (hi - lo) * i / (POINTS - 1);
    tape_evaluate(one, x, POINTS, &a);
    tape_evaluate(other, x, POINTS, &b);
    for (int i = 0; i < POINTS; i++) {
        double difference = fabs(a[i] - b[i]);
        if (a[i] == b[i] || (isnan(a[i]) && isnan(b[i])))
            difference = 0;
        if (isnan(difference))
            difference = INFINITY;
        distance.most = fmax(distance.most, difference);
        squares += difference * difference;
    }
    distance.root_mean_square = sqrt(squares / POINTS);
    return distance;
}
