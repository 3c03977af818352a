/* facts_line.c - windows over the whole line, certain signs, limits at infinity. */
#include "activation/facts_line.h"

#include "formula/double_rank.h"
#include "formula/interval_rounding.h"
#include "formula/limit.h"

#include <float.h>
#include <math.h>

/* Steps for one of the many windows: about a twentieth of a second. Zeros may take four
 * times that in all. */
#define WORK_MOST (G_GUINT64_CONSTANT(1) << 20)

/* --- The function --- */

/* Operations that come back to the same value again and again. */
static bool comes_back(const Operation *operation)
{
    return operation == &operation_sin || operation == &operation_cos ||
           operation == &operation_tan || operation == &operation_floor ||
           operation == &operation_sinc || operation == &operation_sinc_1 ||
           operation == &operation_sinc_2 || operation == &operation_sinc_3;
}

static bool swings(const Node *root)
{
    g_autofree bool *seen = g_new0(bool, root->index + 1);
    g_autoptr(GPtrArray) todo = g_ptr_array_new();

    g_ptr_array_add(todo, (gpointer)root);
    while (todo->len > 0) {
        const Node *node = g_ptr_array_steal_index(todo, todo->len - 1);
        if (seen[node->index])
            continue;
        seen[node->index] = true;
        if (node->operation && comes_back(node->operation))
            return true;
        for (int i = 0; i < NODE_ARGUMENTS && node->argument[i]; i++)
            g_ptr_array_add(todo, (gpointer)node->argument[i]);
    }
    return false;
}

Line *line_new(NodePool *pool, const Node *root, const char *text)
{
    Line *line = g_new0(Line, 1);

    line->formula = g_new0(Formula, 1);
    line->formula->pool = node_pool_ref(pool);
    line->formula->root = root;
    line->formula->text = g_strdup(text);
    line->graph = graph_new(pool, &root, 1);
    line->tape = tape_new_nodes(pool, &root, 1);
    line->careful = careful_new_any(pool, &root, 1);
    line->swings = swings(root);
    line->work = 4 * WORK_MOST;
    line->reach = line->swings ? LINE_SWINGING_REACH : LINE_REACH;
    return line;
}

void line_free(Line *line)
{
    if (!line)
        return;
    graph_free(line->graph);
    tape_free(line->tape);
    careful_free(line->careful);
    formula_free(line->formula);
    g_free(line);
}

double line_value(const Line *line, double x)
{
    double value;

    tape_evaluate_at(line->tape, x, &value);
    return value;
}

static double careful_value(const Line *line, double x)
{
    double value;

    careful_evaluate(line->careful, x, NAN, &value);
    return value;
}

double line_polish(const Line *line, double x)
{
    enum { REACH_ULPS = 16 };
    double a = double_step(x, -REACH_ULPS), b = double_step(x, REACH_ULPS);

    if (!line->careful || x == 0 || careful_value(line, x) == 0)
        return x;
    const double at_a = careful_value(line, a), at_b = careful_value(line, b);
    if (!(at_a < 0 && at_b > 0) && !(at_a > 0 && at_b < 0))
        return x;
    while (double_distance(a, b) > 1) {
        const double middle = double_step(a, (int64_t)double_distance(a, b) / 2);
        if (signbit(careful_value(line, middle)) == signbit(at_a))
            a = middle;
        else
            b = middle;
    }
    return fabs(careful_value(line, a)) < fabs(careful_value(line, b)) ? a : b;
}

static Interval box_at(Line *line, double x)
{
    graph_release(line->graph);
    graph_run_box(line->graph, interval_make(x, x, false), false);
    return graph_box(line->graph, 0);
}

int line_sign(Line *line, double x)
{
    Interval box = box_at(line, x);

    if (box.maybe_undefined)
        return 0;
    return box.lo > 0 ? 1 : box.hi < 0 ? -1 : 0;
}

double line_noise(Line *line, double x)
{
    Interval box = box_at(line, x);

    return box.maybe_undefined ? INFINITY : (box.hi - box.lo) / 2;
}

/* A point between a and b, one of which may be infinite, or both. */
static double between(double a, double b)
{
    if (isfinite(a) && isfinite(b))
        return a * 0.50017 + b * 0.49983;
    if (isfinite(a))
        return a + 1 + fabs(a);
    return isfinite(b) ? b - 1 - fabs(b) : 0.4983;
}

/* Powers of what is smaller may be 0 by underflow. */
#define UNDERFLOWS 0x1p-256

bool line_is_zero(Line *line, double a, double b)
{
    Interval box, x = {.lo = fmax(a, -DBL_MAX), .hi = fmin(b, DBL_MAX)};

    if (fabs(a) < UNDERFLOWS && fabs(b) < UNDERFLOWS)
        return false;
    graph_release(line->graph);
    graph_hold_at(line->graph, between(a, b));
    graph_run_box(line->graph, x, true);
    box = graph_box(line->graph, 0);
    graph_release(line->graph);
    return box.lo == 0 && box.hi == 0;
}

/* --- Windows --- */

/* Their ends, on both sides of 0. */
static const double window_ends[] = {
    0x1p-12, 0x1p-8, 0x1p-4,  1,       16,      128,        0x1p16,
    0x1p32,  0x1p64, 0x1p128, 0x1p256, 0x1p512, LINE_REACH,
};

void line_each_window(Line *line, LineLook look, GArray *found, Warnings *warnings)
{
    int last = 0;

    while (window_ends[last] < line->reach)
        last++;
    for (int i = last; i > 0; i--)
        look(line, -window_ends[i], -window_ends[i - 1], found, warnings);
    look(line, -window_ends[0], window_ends[0], found, warnings);
    for (int i = 1; i <= last; i++)
        look(line, window_ends[i - 1], window_ends[i], found, warnings);
}

/* A place at the end of two windows is found in both. */
static bool is_behind(double x, double last)
{
    enum { SAME_ULPS = 8 };
    return x > last && double_distance(last, x) > SAME_ULPS;
}

static void look_for_switches(Line *line, double lo, double hi, GArray *found,
                              Warnings *warnings)
{
    g_autoptr(GArray) here =
        switches_find_within(line->formula, lo, hi, WORK_MOST, warnings);

    for (unsigned i = 0; i < here->len; i++) {
        const Switch *at = &g_array_index(here, Switch, i);
        if (found->len == 0 ||
            is_behind(at->x, g_array_index(found, Switch, found->len - 1).x))
            g_array_append_val(found, *at);
    }
}

GArray *line_switches(Line *line, Warnings *warnings)
{
    GArray *found = g_array_new(FALSE, FALSE, sizeof(Switch));

    line_each_window(line, look_for_switches, found, warnings);
    return found;
}
/* --- Limits at infinity --- */

enum { FEWEST_SAMPLES = 7 };

/* What `long double` has beyond doubles. */
#define IS_LONG (LDBL_MANT_DIG >= 64)

/* Values at start * 4, 8, 16 ... ; how many of them are finite. scale: the parts of the
 * value are of the size scale * x; 0: of any. */
static int sample_towards(Line *line, int side, double start, double scale,
                          double value[LIMIT_SAMPLES], double noise[LIMIT_SAMPLES])
{
    int count = 0;

    while (count < LIMIT_SAMPLES) {
        double x = side * start / limit_distance(count);
        value[count] = line_value(line, x);
        noise[count] = line_noise(line, x);
        if (scale > 0 && IS_LONG && line->careful) {
            value[count] = careful_value(line, x);
            noise[count] = scale * fabs(x) * 0x1p-61 + fabs(value[count]) * 0x1p-52;
        }
        if (!isfinite(value[count]))
            break;
        count++;
    }
    return count;
}

/* Whether the values rise or fall to infinity before they end. */
static bool overflows(const double *value, int count)
{
    if (count < 2 || count == LIMIT_SAMPLES || !isinf(value[count]))
        return false;
    return signbit(value[count]) == signbit(value[count - 1]) &&
           fabs(value[count - 1]) > fabs(value[count - 2]);
}

/* Less than this is underflow. */
#define NO_ERROR 0x1p-500

static Limit limit_of_scale(Line *line, int side, double start, double scale)
{
    double value[LIMIT_SAMPLES], noise[LIMIT_SAMPLES];
    int count = sample_towards(line, side, fmax(1, start), scale, value, noise);
    Interval bounds;
    double limit;

    if (overflows(value, count))
        return (Limit){value[count], 0};
    if (count < FEWEST_SAMPLES)
        return (Limit){NAN, 0};
    for (int i = count; i < LIMIT_SAMPLES; i++) {
        value[i] = value[count - 1];
        noise[i] = INFINITY;
    }
    limit = limit_estimate(value, noise, &bounds);
    double error = isfinite(limit) ? (bounds.hi - bounds.lo) / 2 : 0;
    return (Limit){limit + 0.0, error > NO_ERROR ? error : 0};
}

/* The limit by what the values on the way there show only: for a difference of large
 * numbers, which at infinity itself rounding hides. */
static Limit limit_seen(Line *line, int side, double start)
{
    return limit_of_scale(line, side, start, 0);
}

/* Whether the function, in longer numbers, is the same at x, 2 x and 4 x but for its
 * rounding: it approaches its limit exponentially, and has come there. */
static bool has_arrived(const Line *line, double x, double scale)
{
    const double value = careful_value(line, x);
    const double noise = scale * 4 * fabs(x) * 0x1p-62 + fabs(value) * DBL_EPSILON;

    return fabs(careful_value(line, 2 * x) - value) <= noise &&
           fabs(careful_value(line, 4 * x) - value) <= noise;
}

Limit line_limit_rest(Line *line, int side, double start, double slope)
{
    const double scale = fmax(fabs(slope), 1), x = side * fmax(64, 2 * start);

    if (IS_LONG && line->careful && has_arrived(line, x, scale))
        return (Limit){careful_value(line, x) + 0.0, 0};
    return limit_of_scale(line, side, start, scale);
}

Limit line_limit(Line *line, int side, double start)
{
    Limit seen = limit_seen(line, side, start);
    double given = line_value(line, copysign(INFINITY, side));

    /* x/sqrt(1 + x^2) gives 0 at infinity, since x^2 overflows first. */
    if (isnan(seen.value) || fabs(given - seen.value) <= seen.error)
        return (Limit){given + 0.0, 0}; /* no -0 */
    return seen;
}
