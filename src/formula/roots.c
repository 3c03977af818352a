/* roots.c - the search for all zeros of a node. */
#include "formula/roots.h"

#include "base/number.h"
#include "formula/bracket.h"
#include "formula/double_rank.h"
#include "formula/interval.h"
#include "formula/interval_rounding.h"

#include <float.h>
#include <math.h>

enum {
    BRACKET_RUNS = 8,       /* that one zero takes, about */
    EARLY_ORDERS = 3,       /* derivatives below this order are tried at once ... */
    UNDECIDED_MOST = 100,   /* of intervals; then the rest of the range is left */
    DERIVATIVE_MOST = 4000, /* ... and one of more steps than this never */
};

/* Below this share of the range the higher derivatives are tried, and below that an
 * interval is left undecided. */
#define LATE_SHARE 0x1p-11
#define FINEST_SHARE 1e-9

RootSearch *root_search_new(NodePool *pool, const Node *node, bool steps, double lo,
                            double hi, unsigned limit, guint64 *work)
{
    RootSearch *search = g_new0(RootSearch, 1);
    search->pool = node_pool_ref(pool);
    search->node[0] = node;
    search->graph[0] = graph_new(pool, &node, 1);
    search->steps = steps;
    search->lo = lo;
    search->hi = hi;
    search->finest = FINEST_SHARE * hi - FINEST_SHARE * lo;
    search->middle = NAN;
    search->roots = g_array_new(FALSE, FALSE, sizeof(Root));
    search->gaps = g_array_new(FALSE, FALSE, sizeof(Interval));
    search->limit = limit;
    search->work = work;
    return search;
}

void root_search_free(RootSearch *search)
{
    if (!search)
        return;
    for (int order = 0; order < ROOT_ORDERS; order++)
        graph_free(search->graph[order]);
    g_array_unref(search->roots);
    g_array_unref(search->gaps);
    node_pool_unref(search->pool);
    g_free(search);
}

/* --- Running the node and its derivatives --- */

/* NULL: too large to be of use. */
static Graph *search_graph(RootSearch *search, int order)
{
    if (search->graph[order] || order == 0)
        return search->graph[order];
    Graph *lower = search_graph(search, order - 1);
    if (!lower || lower->step_count > DERIVATIVE_MOST / 4)
        return NULL;
    search->node[order] = node_derivative(search->pool, search->node[order - 1], "x");
    search->graph[order] = graph_new(search->pool, &search->node[order], 1);
    if (!isnan(search->middle))
        graph_hold_at(search->graph[order], search->middle);
    return search->graph[order];
}

static void search_spend(RootSearch *search, const Graph *graph)
{
    *search->work -= MIN(*search->work, graph->step_count);
}

/* The whole line if there is no such derivative. */
static Interval search_enclose(RootSearch *search, int order, Interval x)
{
    Graph *graph = search_graph(search, order);
    if (!graph)
        return interval_whole();
    search_spend(search, graph);
    graph_run_box(graph, x, true);
    return graph_box(graph, 0);
}

static double search_value(RootSearch *search, int order, double x)
{
    Graph *graph = search_graph(search, order);
    search_spend(search, graph);
    return graph_value(graph, x, true);
}

static bool holds_target(const RootSearch *search, Interval value)
{
    if (!search->steps)
        return interval_holds(value, 0);
    return ceil(value.lo) <= floor(value.hi);
}

bool root_search_possible(RootSearch *search)
{
    Graph *graph = search->graph[0];
    graph_run_box(graph, interval_make(search->lo, search->hi, false), false);
    return holds_target(search, graph_box(graph, 0));
}

bool root_search_holds(RootSearch *search, double x)
{
    Graph *graph = search->graph[0];
    graph_run_box(graph, interval_make(x, x, false), false);
    return holds_target(search, graph_box(graph, 0));
}

/* --- What is found --- */

static void add_root(RootSearch *search, Root root)
{
    GArray *roots = search->roots;
    if (roots->len > 0 && g_array_index(roots, Root, roots->len - 1).x == root.x)
        return; /* on the border of two intervals */
    g_array_append_val(roots, root);
}

static void add_gap(RootSearch *search, double lo, double hi)
{
    GArray *gaps = search->gaps;
    Interval gap = {.lo = lo, .hi = hi};
    if (gaps->len > 0 && g_array_index(gaps, Interval, gaps->len - 1).hi == lo)
        g_array_index(gaps, Interval, gaps->len - 1).hi = hi;
    else
        g_array_append_val(gaps, gap);
}

/* --- Monotone pieces --- */

/* g rises or falls from a to b, with these values less the target. */
static void solve_target(RootSearch *search, int order, double target, Bracket bracket,
                         Root *root)
{
    Graph *graph = search_graph(search, order);
    for (int i = 0; i < BRACKET_RUNS; i++)
        search_spend(search, graph);
    if (bracket.at_a == 0 || bracket.at_b == 0)
        *root = bracket_zero(graph, target, bracket.at_a == 0 ? bracket.a : bracket.b,
                             bracket.a, bracket.b);
    else
        *root = bracket_solve(graph, target, bracket);
}

/* The value at the end of a stretch, or as near to it as there is one: a formula such
 * as 0*log(x) has none at its very end. */
static double value_near(RootSearch *search, int order, double *x, double towards)
{
    double value = search_value(search, order, *x);
    for (int64_t far = 1; isnan(value) && far < INT64_C(1) << 40; far *= 16) {
        double next = double_step(*x, towards > *x ? far : -far);
        if (towards > *x ? next >= towards : next <= towards)
            break;
        *x = next;
        value = search_value(search, order, next);
    }
    return value;
}

static bool crosses(double one, double other)
{
    return (one <= 0 && other >= 0) || (one >= 0 && other <= 0);
}

/* Adds the zeros of g, which rises or falls from a to b. */
static void add_monotone(RootSearch *search, double a, double b)
{
    double at_a = value_near(search, 0, &a, b), at_b = value_near(search, 0, &b, a);
    double least = fmin(at_a, at_b), most = fmax(at_a, at_b);
    double first = search->steps ? ceil(least) : 0;
    double last = search->steps ? floor(most) : 0;
    bool rises = at_b > at_a;
    Root root = {.after = a};

    if (isnan(at_a) || isnan(at_b) || a >= b || !(first <= last))
        return;
    if (!search->steps && !crosses(at_a, at_b))
        return;
    if (search->roots->len + (last - first) >= search->limit) {
        add_gap(search, a, b);
        return;
    }
    for (double i = 0; i <= last - first; i++) {
        double target = rises ? first + i : last - i;
        double from = at_a;
        if (i > 0 && root.after < b) {
            a = root.after;
            from = search_value(search, 0, a);
        }
        Bracket bracket = {a, b, from - target, at_b - target};
        if (!crosses(bracket.at_a, bracket.at_b))
            continue;
        solve_target(search, 0, target, bracket, &root);
        add_root(search, root);
    }
}

/* Adds the zeros of the derivative of that order to the knots, between which it rises
 * or falls. */
static void add_knots(RootSearch *search, int order, GArray *knots)
{
    g_autoptr(GArray) old = g_array_copy(knots);

    g_array_set_size(knots, 1);
    for (unsigned i = 1; i < old->len; i++) {
        double a = g_array_index(old, double, i - 1), b = g_array_index(old, double, i);
        double last = b;
        double at_a = value_near(search, order, &a, b);
        double at_b = value_near(search, order, &b, a);
        if (a < b && crosses(at_a, at_b)) {
            Root root;
            solve_target(search, order, 0, (Bracket){a, b, at_a, at_b}, &root);
            if (root.x > g_array_index(knots, double, knots->len - 1) && root.x < last)
                g_array_append_val(knots, root.x);
        }
        g_array_append_val(knots, last);
    }
}

/* At an extremum g may touch 0 without passing through, as computed or within what
 * rounding hides. */
static void add_touching(RootSearch *search, double x)
{
    Interval point = search_enclose(search, 0, interval_make(x, x, false));
    Root root = {x, x, x, double_step(x, -1), double_step(x, 1), true};
    if (holds_target(search, point))
        add_root(search, root);
}

static bool is_zero_knot(RootSearch *search, const GArray *knots, unsigned i)
{
    return i > 0 && i + 1 < knots->len && !search->steps &&
           search_value(search, 0, g_array_index(knots, double, i)) == 0;
}

/* The derivative of that order has no zero in lo .. hi. */
static void add_pieces(RootSearch *search, int order, double lo, double hi)
{
    g_autoptr(GArray) knots = g_array_new(FALSE, FALSE, sizeof(double));

    g_array_append_val(knots, lo);
    g_array_append_val(knots, hi);
    while (--order > 0)
        add_knots(search, order, knots);
    for (unsigned i = 1; i < knots->len; i++) {
        double b = g_array_index(knots, double, i);
        unsigned count = search->roots->len;
        /* With a zero at its end a piece has no other; that of the knot is exact. */
        if (!is_zero_knot(search, knots, i - 1) && !is_zero_knot(search, knots, i))
            add_monotone(search, g_array_index(knots, double, i - 1), b);
        if (i + 1 < knots->len && search->roots->len == count)
            add_touching(search, b);
    }
}

/* --- Splitting --- */

static bool is_monotone(Interval slope)
{
    return !slope.maybe_undefined && (slope.lo > 0 || slope.hi < 0);
}

/* What the mean value theorem leaves of value: at a narrow interval much less. */
static bool excluded_by_mean(RootSearch *search, Interval x, Interval slope)
{
    if (slope.maybe_undefined || isinf(slope.lo) || isinf(slope.hi))
        return false;
    double middle = x.lo / 2 + x.hi / 2;
    Interval at = interval_make(middle, middle, false);
    Interval offset = interval_subtract((const Interval[]){x, at});
    Interval change = interval_multiply((const Interval[]){slope, offset});
    Interval start = search_enclose(search, 0, at);
    return !holds_target(search, interval_add((const Interval[]){start, change}));
}

/* Whether no closer look at x is needed. */
static bool search_decides(RootSearch *search, Interval x)
{
    Interval value = search_enclose(search, 0, x);
    if (!holds_target(search, value) || value.lo == value.hi)
        return true;
    double narrow = LATE_SHARE * search->hi - LATE_SHARE * search->lo;
    int orders = x.hi - x.lo < narrow ? ROOT_ORDERS : EARLY_ORDERS;
    for (int order = 1; order < orders; order++) {
        Interval slope = search_enclose(search, order, x);
        if (is_monotone(slope)) {
            add_pieces(search, order, x.lo, x.hi);
            return true;
        }
        if (order > 1)
            continue;
        if (!slope.maybe_undefined && slope.lo == 0 && slope.hi == 0)
            return true;
        if (excluded_by_mean(search, x, slope))
            return true;
    }
    return false;
}

/* An undecided interval has a zero at least if its ends say so. */
static void add_undecided(RootSearch *search, double lo, double hi)
{
    double a = lo, b = hi;
    double at_a = value_near(search, 0, &a, b), at_b = value_near(search, 0, &b, a);
    Root root;

    search->undecided++;
    add_gap(search, lo, hi);
    if (search->steps || a >= b || !crosses(at_a, at_b))
        return;
    solve_target(search, 0, 0, (Bracket){a, b, at_a, at_b}, &root);
    add_root(search, root);
}

static bool out_of_means(const RootSearch *search)
{
    return *search->work == 0 || search->roots->len >= search->limit ||
           search->undecided >= UNDECIDED_MOST;
}

/* Zeros are wont to lie at round numbers, which no split shall meet. */
static double split_point(Interval x)
{
    return x.lo * 0.50017 + x.hi * 0.49983;
}

/* From left to right; todo is a stack with the leftmost interval on top. */
static void search_range(RootSearch *search, Interval range)
{
    g_autoptr(GArray) todo = g_array_new(FALSE, FALSE, sizeof(Interval));

    g_array_append_val(todo, range);
    while (todo->len > 0) {
        Interval x = g_array_index(todo, Interval, todo->len - 1);
        double middle = split_point(x);
        g_array_set_size(todo, todo->len - 1);
        if (out_of_means(search)) {
            add_gap(search, x.lo, x.hi);
            continue;
        }
        if (search_decides(search, x))
            continue;
        if (x.hi - x.lo < 2 * search->finest || middle <= x.lo || middle >= x.hi) {
            add_undecided(search, x.lo, x.hi);
            continue;
        }
        const Interval halves[] = {{middle, x.hi, false}, {x.lo, middle, false}};
        g_array_append_vals(todo, halves, 2);
    }
}

/* Whether g has a value anywhere in the stretch: a branch may be undefined on it. */
static bool defined_somewhere(RootSearch *search, double lo, double hi)
{
    Graph *graph = search->graph[0];
    double x[GRAPH_POINTS];
    bool defined = false;

    for (int i = 0; i < GRAPH_POINTS; i++) {
        double share = (i + 0.4983) / GRAPH_POINTS;
        x[i] = lo * (1 - share) + hi * share;
    }
    graph_run_points(graph, x, true);
    for (int i = 0; i < GRAPH_POINTS; i++)
        defined = defined || !isnan(graph_points(graph, 0)[i]);
    return defined;
}

void root_search_stretch(RootSearch *search, double lo, double hi)
{
    Interval range = {.lo = lo, .hi = hi};

    if (!(lo < hi))
        return;
    if (search->graph[0]->branches) {
        search->middle = split_point(range);
        for (int order = 0; order < ROOT_ORDERS && search->graph[order]; order++)
            graph_hold_at(search->graph[order], search->middle);
        search_spend(search, search->graph[0]);
    }
    if (defined_somewhere(search, lo, hi))
        search_range(search, range);
}
