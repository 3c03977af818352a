/* facts_roots.c - the zeros of a function on the whole line.
 *
 * Near 0 roots.h's search finds them. Far out it would not come to an end: it splits
 * evenly, and a slope like 1/sqrt(1 + x^2) - x^2/(1 + x^2)^1.5 is lost in its rounding.
 * There boxes are split by ratio, and what stays open is left to signs at points.
 */
#include "activation/facts_line.h"

#include "formula/critical.h"
#include "formula/interval_rounding.h"

#include <math.h>

/* Beyond it, unless the function swings, boxes are split by ratio. */
#define FAR_BEGINS 16.0

/* --- What is alive --- */

/* Values below this are about to vanish. */
#define ALIVE 0x1p-960

static bool is_alive(const Line *line, double x)
{
    return fabs(line_value(line, x)) >= ALIVE;
}

/* Takes the part away in which the function is 0 or nearly so all the way to the outer
 * end of a window on one side of 0: there is no sign to change. False: nothing is
 * left. */
static bool trim(const Line *line, double inner, double *outer)
{
    enum { SAMPLES = 96, BISECTIONS = 40 };
    double alive = NAN, dead = *outer;

    for (int i = SAMPLES; i >= 0 && isnan(alive); i--) {
        double x = inner * pow(*outer / inner, (double)i / SAMPLES);
        if (is_alive(line, x))
            alive = x;
        else
            dead = x;
    }
    if (isnan(alive))
        return false;
    for (int i = 0; i < BISECTIONS && alive != dead; i++) {
        double middle = alive / 2 + dead / 2;
        if (is_alive(line, middle))
            alive = middle;
        else
            dead = middle;
    }
    *outer = alive;
    return fabs(*outer) > fabs(inner);
}

/* --- Signs at points --- */

static void add_root(GArray *found, double x)
{
    if (found->len == 0 || g_array_index(found, double, found->len - 1) < x)
        g_array_append_val(found, x);
}

/* The place between a and b, where the signs are certain and opposite, at which the
 * value changes its sign. */
static double bisect(const Line *line, double a, double b)
{
    double at_a = line_value(line, a);

    for (;;) {
        double middle = a / 2 + b / 2;
        if (middle <= a || middle >= b)
            return fabs(line_value(line, a)) < fabs(line_value(line, b)) ? a : b;
        double value = line_value(line, middle);
        if (value == 0)
            return middle;
        if ((value > 0) == (at_a > 0))
            a = middle;
        else
            b = middle;
    }
}

/* A walk from left to right over points with certain signs. */
typedef struct {
    Line *line;
    const GArray *known; /* of double: where signs are known to change; NULL: none */
    GArray *found;       /* the others */
    double last;         /* the last such point */
    int sign;            /* there; 0: none yet */
} Walk;

static bool knows(const Walk *walk, double a, double b)
{
    for (unsigned i = 0; walk->known && i < walk->known->len; i++) {
        double x = g_array_index(walk->known, double, i);
        if (x >= a && x <= b)
            return true;
    }
    return false;
}

static void walk_to(Walk *walk, double x)
{
    int sign = line_sign(walk->line, x);

    if (sign == 0)
        return;
    if (sign == -walk->sign && !knows(walk, walk->last, x))
        add_root(walk->found,
                 line_polish(walk->line, bisect(walk->line, walk->last, x)));
    walk->sign = sign;
    walk->last = x;
}

/* --- Far out --- */

static bool excludes_zero(Line *line, Interval x)
{
    Interval box;

    graph_release(line->graph);
    graph_run_box(line->graph, x, false);
    box = graph_box(line->graph, 0);
    return !box.maybe_undefined && (box.lo > 0 || box.hi < 0);
}

static bool is_narrow(Interval x)
{
    double ratio = fabs(x.lo / x.hi);

    return fmax(ratio, 1 / ratio) < 1 + 0x1p-5;
}

/* From left to right, by halves in the exponent. */
static void look_far(Line *line, Interval range, GArray *found)
{
    enum { BOXES_MOST = 400 };
    g_autoptr(GArray) todo = g_array_new(FALSE, FALSE, sizeof(Interval));
    Walk walk = {.line = line, .found = found};

    g_array_append_val(todo, range);
    for (int boxes = 0; todo->len > 0; boxes++) {
        Interval x = g_array_index(todo, Interval, todo->len - 1);
        double side = x.lo > 0 ? 1 : -1;
        double middle = side * sqrt(fabs(x.lo)) * sqrt(fabs(x.hi));
        g_array_set_size(todo, todo->len - 1);
        if (boxes >= BOXES_MOST || is_narrow(x) || excludes_zero(line, x)) {
            walk_to(&walk, x.lo);
            walk_to(&walk, middle);
            walk_to(&walk, x.hi);
            continue;
        }
        const Interval halves[] = {{middle, x.hi, false}, {x.lo, middle, false}};
        g_array_append_vals(todo, halves, 2);
    }
}

/* --- Near --- */

/* The zeros of all critical nodes: where signs may change without a root. */
static void append_critical(const CriticalSet *set, GArray *known)
{
    for (unsigned i = 0; i < set->searches->len; i++) {
        const GArray *roots = ((const RootSearch *)set->searches->pdata[i])->roots;
        for (unsigned k = 0; k < roots->len; k++)
            g_array_append_val(known, g_array_index(roots, Root, k).x);
    }
}

/* Looks at points of what the search left open: roots that it did not find are added;
 * where there is one there may be more. */
static void look_closer(Line *line, const CriticalSet *set, Interval part,
                        GArray *roots, Warnings *warnings)
{
    enum { POINTS = 256 };
    g_autoptr(GArray) more = g_array_new(FALSE, FALSE, sizeof(double));
    g_autoptr(GArray) known = g_array_copy(roots);
    Walk walk = {.line = line, .known = known, .found = more};

    append_critical(set, known);

    for (int i = 0; i <= POINTS; i++)
        walk_to(&walk, part.lo + (part.hi - part.lo) * i / POINTS);
    g_array_append_vals(roots, more->data, more->len);
    if (more->len > 0)
        warnings_add(warnings,
                     "some facts of '%s' may be missing: it has more zeros, or its "
                     "derivatives have, than could be told apart",
                     line->formula->text);
}

static gint compare_doubles(gconstpointer a, gconstpointer b)
{
    const double *one = a, *other = b;
    return *one < *other ? -1 : *one > *other;
}

/* Steps of a graph for the search in one window: at most a twentieth of a second. There
 * are many windows, and points are looked at afterwards. */
#define WORK_MOST (G_GUINT64_CONSTANT(1) << 20)
#define WORK_LEAST (WORK_MOST >> 5)

static void look_near(Line *line, double lo, double hi, GArray *found,
                      Warnings *warnings)
{
    g_autoptr(CriticalSet) set = critical_set_new(
        line->formula->pool, line->formula->root, lo, hi, SWITCHES_MAX);
    const guint64 work = MIN(MAX(line->work / 2, WORK_LEAST), WORK_MOST);
    set->work = MIN(set->work, work);
    const RootSearch *search = critical_set_zeros(set, line->formula->root);
    g_autoptr(GArray) here = g_array_new(FALSE, FALSE, sizeof(double));
    Interval doubt;

    for (unsigned i = 0; i < search->roots->len; i++) {
        const Root *root = &g_array_index(search->roots, Root, i);
        if (root->right >= lo && root->left <= hi)
            g_array_append_val(here, root->x);
    }
    if (critical_set_doubt(set, &doubt)) {
        look_closer(line, set,
                    interval_make(fmax(doubt.lo, lo), fmin(doubt.hi, hi), false), here,
                    warnings);
        g_array_sort(here, compare_doubles);
    }
    line->work -= MIN(line->work, work - MIN(work, set->work));
    for (unsigned i = 0; i < here->len; i++)
        add_root(found, line_polish(line, g_array_index(here, double, i)));
}

/* --- All windows --- */

static void look_for_roots(Line *line, double lo, double hi, GArray *found,
                           Warnings *warnings)
{
    const double innermost = 0x1p-100;
    double left = lo, right = hi;

    if (hi <= 0 && !trim(line, hi, &left))
        return;
    if (lo >= 0 && !trim(line, lo, &right))
        return;
    /* About 0 both sides are trimmed; one that is dead stays a little way. */
    if (lo < 0 && hi > 0) {
        bool has_left = trim(line, -innermost, &left);
        bool has_right = trim(line, innermost, &right);
        left = has_left ? left : -innermost;
        right = has_right ? right : innermost;
        if (!has_left && !has_right)
            return;
    }
    if (!line->swings && (lo >= FAR_BEGINS || hi <= -FAR_BEGINS))
        look_far(line, interval_make(left, right, false), found);
    else
        look_near(line, left, right, found, warnings);
}

GArray *line_roots(Line *line, Warnings *warnings)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(double));

    line_each_window(line, look_for_roots, found, warnings);
    return found;
}
