/* sided.c - one-sided limits: every branch as it is just beside x, at x itself.
 *
 * Which branch that is, is asked beside x: at growing distances, until an enclosure
 * proves the answer. A comparison that rounding leaves open at two units in the last
 * place is decided further out; that agrees with the sign of side * g' wherever that
 * sign can be computed. With all branches held the formula is smooth, so its value
 * at x is the limit, except at poles (held at infinity) and at 0/0, 0*infinity and the
 * like, where the limit is estimated from points beside x.
 */
#include "formula/sided.h"

#include "formula/double_rank.h"
#include "formula/graph.h"
#include "formula/interval_rounding.h"
#include "formula/limit.h"
#include "formula/tape.h"

#include <float.h>
#include <math.h>
#include <string.h>

struct SidedTape {
    Tape *tape;   /* for the formula's own value */
    Graph *graph; /* value, slope, curvature */
    guint64 work; /* steps run so far */
    /* Of each step: */
    Interval *near;   /* its enclosure about x, nothing held */
    bool *vanishing;  /* of a pole or edge: its critical node may be 0 about x */
    double *probed;   /* of a pole or edge: its value where it was told from 0 */
    bool *open;       /* not decided yet */
    bool *indefinite; /* 0/0 and what is computed from it */
};

SidedTape *sided_tape_new(const Formula *formula)
{
    SidedTape *tape = g_new0(SidedTape, 1);
    const Node *roots[SIDED_ORDERS] = {formula->root};

    for (int k = 1; k < SIDED_ORDERS; k++)
        roots[k] = node_derivative(formula->pool, roots[k - 1], "x");
    tape->tape = tape_new_nodes(formula->pool, roots, SIDED_ORDERS);
    tape->graph = graph_new(formula->pool, roots, SIDED_ORDERS);
    tape->near = g_new0(Interval, tape->graph->step_count);
    tape->vanishing = g_new0(bool, tape->graph->step_count);
    tape->probed = g_new0(double, tape->graph->step_count);
    tape->open = g_new0(bool, tape->graph->step_count);
    tape->indefinite = g_new0(bool, tape->graph->step_count);
    return tape;
}

void sided_tape_free(SidedTape *tape)
{
    if (!tape)
        return;
    tape_free(tape->tape);
    graph_free(tape->graph);
    g_free(tape->near);
    g_free(tape->vanishing);
    g_free(tape->probed);
    g_free(tape->open);
    g_free(tape->indefinite);
    g_free(tape);
}

/* --- Deciding, beside x --- */

/* So near a switch, x is taken for the switch itself: where one side of a comparison
 * is rounded, a few doubles may do equally well. */
enum { SWITCH_ULPS = 4 };

static Interval about_point(double x)
{
    return interval_make(double_step(x, -SWITCH_ULPS), double_step(x, SWITCH_ULPS),
                         false);
}

static bool vanishes(const SidedTape *tape, const GraphStep *step)
{
    return step->critical != GRAPH_NO_STEP &&
           interval_holds(tape->near[step->critical], 0);
}

/* Marks the branches, poles and edges that are not decided by the boxes as run about x;
 * returns how many. */
static unsigned open_steps(SidedTape *tape)
{
    Graph *graph = tape->graph;
    unsigned count = 0;

    memcpy(tape->near, graph->boxes, graph->step_count * sizeof *tape->near);
    for (unsigned i = 0; i < graph->step_count; i++) {
        GraphStep *step = &graph->steps[i];
        tape->vanishing[i] = vanishes(tape, step);
        tape->open[i] = graph_step_branches(step) ? !graph_step_hold_box(graph, step)
                                                  : tape->vanishing[i];
        tape->probed[i] = NAN;
        count += tape->open[i];
    }
    return count;
}

static double point_of(const SidedTape *tape, unsigned index)
{
    return tape->graph->points[(size_t)index * GRAPH_POINTS];
}

static void hold(GraphStep *step, double value)
{
    step->hold = HOLD_VALUE;
    step->held = value;
}

/* A branch that is not defined beside x. */
static bool hold_undefined(GraphStep *step, double value)
{
    if (!isnan(value))
        return false;
    hold(step, NAN);
    return true;
}

/* Decides what is the same from the probe to the next; returns how many are left. At
 * a single point two sides of a comparison may happen to be equal. */
static unsigned close_steps(SidedTape *tape, double probe, double next)
{
    Graph *graph = tape->graph;
    unsigned count = 0;

    tape->work += 2 * graph->step_count;
    graph_run_box(graph, interval_make(fmin(probe, next), fmax(probe, next), false),
                  false);
    graph_value(graph, probe, false);
    for (unsigned i = 0; i < graph->step_count; i++) {
        GraphStep *step = &graph->steps[i];
        if (!tape->open[i])
            continue;
        if (step->critical == GRAPH_NO_STEP) {
            tape->open[i] = !graph_step_hold_box(graph, step) &&
                            !hold_undefined(step, point_of(tape, i));
        } else if (!interval_holds(graph->boxes[step->critical], 0)) {
            tape->probed[i] = point_of(tape, i);
            tape->open[i] = false;
        }
        count += tape->open[i];
    }
    return count;
}

/* The n-th probe beside x; NAN when it would lie too far away. */
static double probe_at(double x, int side, int n)
{
    if (n == 0)
        return double_step(x, 2 * side);
    if (x == 0)
        return n <= 66 ? ldexp(side, -1066 + 16 * n) : NAN;
    return n <= 20 ? double_step(x, side * (INT64_C(1) << (2 * n + 1))) : NAN;
}

/* Holds every branch as it is beside x. Returns how far from x the last was decided,
 * which is how far rounding may have moved its switch; 0: at once. */
static double hold_branches(SidedTape *tape, double x, int side)
{
    Graph *graph = tape->graph;
    double distance = 0;

    graph_release(graph);
    graph_run_box(graph, about_point(x), false);
    unsigned open = open_steps(tape);
    for (int n = 0; open > 0; n++) {
        double probe = probe_at(x, side, n);
        if (!isfinite(probe))
            break;
        unsigned left = close_steps(tape, probe, probe_at(x, side, n + 1));
        if (left < open && n > 0)
            distance = fabs(probe - x);
        open = left;
    }
    if (open == 0)
        return distance;
    /* Equal as far as can be told, or undefined: then as computed at x. */
    graph_value(graph, x, false);
    for (unsigned i = 0; i < graph->step_count; i++) {
        if (tape->open[i] && graph_step_branches(&graph->steps[i]))
            graph_step_hold_point(graph, &graph->steps[i]);
    }
    return distance;
}

/* --- Evaluating at x --- */

/* As computed, or within what rounding hides. */
static bool is_zero_here(const SidedTape *tape, unsigned index)
{
    double value = point_of(tape, index);
    return value == 0 || (isfinite(value) && interval_holds(tape->near[index], 0) &&
                          !tape->near[index].maybe_undefined);
}

/* a^b, where a is 0; probed is its value beside x. */
static bool hold_power(SidedTape *tape, GraphStep *step, double probed)
{
    double exponent = point_of(tape, step->argument[1]);
    if (is_zero_here(tape, step->argument[1]) || isnan(exponent))
        return false;
    hold(step, exponent > 0 ? 0 : copysign(INFINITY, probed));
    return true;
}

/* Gives a pole or an edge its limit, its arguments having theirs. false: 0/0. */
static bool hold_pole(SidedTape *tape, unsigned index)
{
    GraphStep *step = &tape->graph->steps[index];
    double probed = tape->probed[index];

    if (isnan(probed))
        hold(step, NAN);
    else if (step->operation == &operation_sqrt || step->operation == &operation_cbrt)
        hold(step, 0);
    else if (step->operation == &operation_power)
        return hold_power(tape, step, probed);
    else if (step->operation == &operation_divide &&
             (is_zero_here(tape, step->argument[0]) ||
              isnan(point_of(tape, step->argument[0]))))
        return false;
    else if (step->operation->critical == CRITICAL_POLE)
        hold(step, copysign(INFINITY, probed));
    return true;
}

/* Whether the step is computed from something indefinite that it takes. */
static bool inherits(const SidedTape *tape, const GraphStep *step)
{
    if (step->hold == HOLD_VALUE || !step->operation)
        return false;
    if (step->operation == &operation_select) {
        int taken = point_of(tape, step->argument[0]) != 0 ? 1 : 2;
        return tape->indefinite[step->argument[0]] ||
               tape->indefinite[step->argument[taken]];
    }
    if (step->hold != HOLD_NONE)
        return tape->indefinite[step->argument[step->hold == HOLD_SECOND ? 1 : 0]];
    for (int i = 0; i < step->operation->arity; i++) {
        if (tape->indefinite[step->argument[i]])
            return true;
    }
    return false;
}

static void run_at(SidedTape *tape, double x)
{
    Graph *graph = tape->graph;

    /* What may be 0 is asked again of the branches that are taken. */
    graph_run_box(graph, about_point(x), true);
    memcpy(tape->near, graph->boxes, graph->step_count * sizeof *tape->near);

    if (graph->x != GRAPH_NO_STEP) {
        for (int k = 0; k < GRAPH_POINTS; k++)
            graph->points[(size_t)graph->x * GRAPH_POINTS + (size_t)k] = x;
    }
    for (unsigned i = 0; i < graph->step_count; i++) {
        const GraphStep *step = &graph->steps[i];
        bool pole = tape->vanishing[i] && vanishes(tape, step) &&
                    is_zero_here(tape, step->critical);
        tape->indefinite[i] = inherits(tape, step) || (pole && !hold_pole(tape, i));
        graph_step_run_points(graph, i, true);
    }
}

/* --- Estimating where the formula itself is indefinite at x --- */

/* Values beside x, the last nearest, and the width of their enclosures. */
typedef struct {
    double value[SIDED_ORDERS][LIMIT_SAMPLES];
    double noise[SIDED_ORDERS][LIMIT_SAMPLES];
} Approach;

static void release_poles(Graph *graph)
{
    for (unsigned i = 0; i < graph->step_count; i++) {
        if (graph->steps[i].critical != GRAPH_NO_STEP)
            graph->steps[i].hold = HOLD_NONE;
    }
}

static void approach_fill(Approach *approach, Graph *graph, double x, int side)
{
    double unit = x == 0 ? side : ldexp(side, ilogb(x));
    double points[LIMIT_SAMPLES];

    for (int i = 0; i < LIMIT_SAMPLES; i++)
        points[i] = x + unit * limit_distance(i);
    for (int i = 0; i < LIMIT_SAMPLES; i += GRAPH_POINTS) {
        graph_run_points(graph, points + i, true);
        for (unsigned k = 0; k < SIDED_ORDERS; k++)
            memcpy(approach->value[k] + i, graph_points(graph, k),
                   GRAPH_POINTS * sizeof(double));
    }
    for (int i = 0; i < LIMIT_SAMPLES; i++) {
        graph_run_box(graph, interval_make(points[i], points[i], false), true);
        for (unsigned k = 0; k < SIDED_ORDERS; k++) {
            Interval box = graph_box(graph, k);
            approach->noise[k][i] = box.hi - box.lo;
        }
    }
}

/* Fills in what the formula does not say at x itself. */
static void estimate_limits(SidedTape *tape, double x, int side, SidedLimit *result)
{
    Approach approach;

    tape->work += 2 * LIMIT_SAMPLES * tape->graph->step_count;
    release_poles(tape->graph);
    approach_fill(&approach, tape->graph, x, side);
    result->defined =
        !isnan(result->limit[0]) || !isnan(approach.value[0][LIMIT_SAMPLES - 1]);
    for (int k = 0; k < SIDED_ORDERS; k++) {
        if (isnan(result->limit[k]))
            result->limit[k] = limit_estimate(approach.value[k], approach.noise[k],
                                              &result->bounds[k]);
    }
}

/* Infinity is defined where no number is: (-infinity)^1.5. */
static bool is_defined_beside(SidedTape *tape, double x, int side)
{
    enum { PROBE_ULPS = 16 };
    release_poles(tape->graph);
    return !isnan(graph_value(tape->graph, double_step(x, PROBE_ULPS * side), true));
}

SidedLimit sided_tape_limit(SidedTape *tape, double x, int side, Interval about)
{
    Graph *graph = tape->graph;
    SidedLimit result = {.defined = true};
    bool indefinite = false;

    tape->work += 3 * graph->step_count;
    double distance = hold_branches(tape, x, side);
    run_at(tape, x);
    for (unsigned k = 0; k < SIDED_ORDERS; k++) {
        bool unknown = tape->indefinite[graph->roots[k]];
        result.limit[k] = unknown ? NAN : graph_points(graph, k)[0];
        indefinite = indefinite || isnan(result.limit[k]);
    }
    about.lo = fmin(about.lo, x - distance);
    about.hi = fmax(about.hi, x + distance);
    graph_run_box(graph, about, true);
    for (unsigned k = 0; k < SIDED_ORDERS; k++)
        result.bounds[k] = graph_box(graph, k);
    if (isinf(result.limit[0]) && !is_defined_beside(tape, x, side))
        result = (SidedLimit){.limit = {NAN, NAN, NAN}};
    else if (indefinite)
        estimate_limits(tape, x, side, &result);
    /* A function that is undefined has no slope, whatever the formula of that says.
     * And a limit has no signed zero. */
    for (int k = 0; k < SIDED_ORDERS; k++) {
        bool undefined =
            isnan(result.limit[k]) || (k > 0 && isnan(result.limit[k - 1]));
        result.limit[k] = undefined ? NAN : result.limit[k] + 0.0;
    }
    return result;
}

guint64 sided_tape_work(const SidedTape *tape)
{
    return tape->work;
}

Jet sided_tape_evaluate(SidedTape *tape, double x, int side)
{
    double value[SIDED_ORDERS];

    if (side == 0 || !isfinite(x)) {
        tape_evaluate_at(tape->tape, x, value);
        return (Jet){value[0], value[1], value[2]};
    }
    SidedLimit at =
        sided_tape_limit(tape, x, side < 0 ? -1 : 1, interval_make(x, x, false));
    return (Jet){at.limit[0], at.limit[1], at.limit[2]};
}
