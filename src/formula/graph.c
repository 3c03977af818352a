/* graph.c - nodes in the order of their evaluation. */
#include "formula/graph.h"

#include "formula/interval.h"
#include "formula/interval_rounding.h"

#include <glib.h>
#include <math.h>
#include <string.h>

/* --- Building --- */

/* The steps so far; of each node its step, or OPEN while what it needs is built. */
typedef struct {
    NodePool *pool;
    Graph *graph;
    GArray *steps;          /* of GraphStep */
    GArray *values;         /* of double: of constants, else 0; as many */
    GHashTable *step_of;    /* Node to step + 1 */
    GPtrArray *todo;        /* of Node: a stack */
    GHashTable *expansions; /* Node to Node */
} Builder;

#define OPEN GUINT_TO_POINTER(G_MAXUINT)

static const Node *builder_expansion(Builder *builder, const Node *node)
{
    const Operation *operation = node->operation;
    if (!operation || operation->enclose || !operation->expand)
        return NULL;
    const Node *known = g_hash_table_lookup(builder->expansions, node);
    if (!known) {
        known = operation->expand(builder->pool, node);
        g_hash_table_insert(builder->expansions, (gpointer)node, (gpointer)known);
    }
    return known == node ? NULL : known;
}

static const Node *critical_of_pole(Builder *builder, const Node *node)
{
    const Operation *operation = node->operation;
    if (!operation || !operation->critical_node ||
        (operation->critical != CRITICAL_POLE && operation->critical != CRITICAL_EDGE))
        return NULL;
    return operation->critical_node(builder->pool, node);
}

static unsigned builder_step_of(const Builder *builder, const Node *node)
{
    gpointer known = node ? g_hash_table_lookup(builder->step_of, node) : NULL;
    return !known || known == OPEN ? GRAPH_NO_STEP : GPOINTER_TO_UINT(known) - 1;
}

static bool builder_need(Builder *builder, const Node *node)
{
    if (!node || g_hash_table_contains(builder->step_of, node))
        return false;
    g_ptr_array_add(builder->todo, (gpointer)node);
    return true;
}

static void builder_emit(Builder *builder, const Node *node)
{
    const Operation *operation = node->operation;
    const Node *expansion = builder_expansion(builder, node);
    unsigned index = builder->steps->len;
    GraphStep step = {
        .operation = operation,
        .expansion = builder_step_of(builder, expansion),
        .critical = builder_step_of(builder, critical_of_pole(builder, node)),
    };

    for (int i = 0; operation && i < operation->arity; i++)
        step.argument[i] = builder_step_of(builder, node->argument[i]);
    step.unknown = operation && !operation->enclose && step.expansion == GRAPH_NO_STEP;
    if (node->symbol)
        builder->graph->x = index;
    builder->graph->branches = builder->graph->branches || graph_step_branches(&step);
    g_array_append_val(builder->steps, step);
    g_array_append_val(builder->values, node->value);
    g_hash_table_insert(builder->step_of, (gpointer)node, GUINT_TO_POINTER(index + 1));
}

/* Adds the steps of node after those that it needs; no recursion, as graphs are deep.
 * A node that needs itself (no operation should) goes without. */
static void builder_add(Builder *builder, const Node *root)
{
    builder_need(builder, root);
    while (builder->todo->len > 0) {
        const Node *node = g_ptr_array_index(builder->todo, builder->todo->len - 1);
        gpointer known = g_hash_table_lookup(builder->step_of, node);
        bool waits = false;

        if (!known) {
            g_hash_table_insert(builder->step_of, (gpointer)node, OPEN);
            for (int i = 0; i < NODE_ARGUMENTS; i++)
                waits |= builder_need(builder, node->argument[i]);
            waits |= builder_need(builder, builder_expansion(builder, node));
            waits |= builder_need(builder, critical_of_pole(builder, node));
        }
        if (waits)
            continue;
        if (!known || known == OPEN)
            builder_emit(builder, node);
        g_ptr_array_set_size(builder->todo, (int)builder->todo->len - 1);
    }
}

static void graph_fill_constants(Graph *graph, const double *values)
{
    for (unsigned i = 0; i < graph->step_count; i++) {
        for (int k = 0; k < GRAPH_POINTS; k++)
            graph->points[(size_t)i * GRAPH_POINTS + (size_t)k] = values[i];
        graph->boxes[i] = interval_make(values[i], values[i], false);
    }
}

Graph *graph_new(NodePool *pool, const Node *const roots[], unsigned root_count)
{
    Graph *graph = g_new0(Graph, 1);
    g_autoptr(GArray) steps = g_array_new(FALSE, FALSE, sizeof(GraphStep));
    g_autoptr(GArray) values = g_array_new(FALSE, FALSE, sizeof(double));
    g_autoptr(GHashTable) step_of = g_hash_table_new(NULL, NULL);
    g_autoptr(GHashTable) expansions = g_hash_table_new(NULL, NULL);
    g_autoptr(GPtrArray) todo = g_ptr_array_new();
    Builder builder = {pool, graph, steps, values, step_of, todo, expansions};

    graph->x = GRAPH_NO_STEP;
    graph->root_count = root_count;
    graph->roots = g_new(unsigned, root_count);
    for (unsigned k = 0; k < root_count; k++) {
        builder_add(&builder, roots[k]);
        graph->roots[k] = builder_step_of(&builder, roots[k]);
    }
    graph->step_count = steps->len;
    graph->points = g_aligned_alloc(steps->len, GRAPH_POINTS * sizeof(double), 64);
    graph->boxes = g_new(Interval, steps->len);
    graph_fill_constants(graph, (const double *)values->data);
    graph->steps = (GraphStep *)g_array_free(g_steal_pointer(&steps), FALSE);
    return graph;
}

void graph_free(Graph *graph)
{
    if (!graph)
        return;
    g_free(graph->steps);
    g_free(graph->roots);
    g_aligned_free(graph->points);
    g_free(graph->boxes);
    g_free(graph);
}

/* --- Running --- */

static double *step_points(const Graph *graph, unsigned index)
{
    return graph->points + (size_t)index * GRAPH_POINTS;
}

static void run_held_points(const Graph *graph, const GraphStep *step, double *result)
{
    unsigned from = step->argument[step->hold == HOLD_SECOND ? 1 : 0];
    double factor = step->hold == HOLD_OPPOSITE ? -1 : 1;

    for (int k = 0; k < GRAPH_POINTS; k++)
        result[k] = step->hold == HOLD_VALUE ? step->held
                                             : factor * step_points(graph, from)[k];
}

void graph_step_run_points(Graph *graph, unsigned index, bool held)
{
    const GraphStep *step = &graph->steps[index];
    const double *argument[NODE_ARGUMENTS] = {NULL};

    if (!step->operation)
        return;
    if (held && step->hold != HOLD_NONE) {
        run_held_points(graph, step, step_points(graph, index));
        return;
    }
    for (int i = 0; i < step->operation->arity; i++)
        argument[i] = step_points(graph, step->argument[i]);
    step->operation->evaluate(GRAPH_POINTS, argument, step_points(graph, index));
}

void graph_run_points(Graph *graph, const double x[GRAPH_POINTS], bool held)
{
    if (graph->x != GRAPH_NO_STEP)
        memcpy(step_points(graph, graph->x), x, GRAPH_POINTS * sizeof *x);
    for (unsigned i = 0; i < graph->step_count; i++)
        graph_step_run_points(graph, i, held);
}

const double *graph_points(const Graph *graph, unsigned root)
{
    return step_points(graph, graph->roots[root]);
}

double graph_value(Graph *graph, double x, bool held)
{
    double points[GRAPH_POINTS];
    for (int k = 0; k < GRAPH_POINTS; k++)
        points[k] = x;
    graph_run_points(graph, points, held);
    return graph_points(graph, 0)[0];
}

static Interval held_box(const Graph *graph, const GraphStep *step)
{
    const Interval *first = &graph->boxes[step->argument[0]];
    switch (step->hold) {
    case HOLD_VALUE:
        return interval_make(step->held, step->held, false);
    case HOLD_OPPOSITE:
        return interval_negate(first);
    case HOLD_SECOND:
        return graph->boxes[step->argument[1]];
    default:
        return *first;
    }
}

/* Of equal arguments more is known than the operations can see. */
static Interval enclose(const GraphStep *step, const Interval argument[])
{
    bool same = step->operation->arity == 2 && step->argument[0] == step->argument[1];
    if (same && step->operation == &operation_multiply)
        return interval_square(argument);
    if (same && step->operation == &operation_subtract)
        return interval_make(0, 0, argument->maybe_undefined);
    if (same && step->operation == &operation_divide)
        return interval_make(1, 1,
                             argument->maybe_undefined || interval_holds(*argument, 0));
    if (same && step->operation->level == LEVEL_COMPARE) {
        const Interval equal[] = {{0, 0, argument->maybe_undefined}, {0, 0, false}};
        return step->operation->enclose(equal);
    }
    return step->operation->enclose(argument);
}

static Interval step_box(const Graph *graph, const GraphStep *step, bool held)
{
    Interval argument[NODE_ARGUMENTS];

    if (held && step->hold != HOLD_NONE)
        return held_box(graph, step);
    if (step->unknown)
        return interval_whole();
    if (step->expansion != GRAPH_NO_STEP)
        return graph->boxes[step->expansion];
    for (int i = 0; i < step->operation->arity; i++)
        argument[i] = graph->boxes[step->argument[i]];
    return enclose(step, argument);
}

void graph_run_box(Graph *graph, Interval x, bool held)
{
    if (graph->x != GRAPH_NO_STEP)
        graph->boxes[graph->x] = x;
    for (unsigned i = 0; i < graph->step_count; i++) {
        if (graph->steps[i].operation)
            graph->boxes[i] = step_box(graph, &graph->steps[i], held);
    }
}

Interval graph_box(const Graph *graph, unsigned root)
{
    return graph->boxes[graph->roots[root]];
}

/* --- Holding --- */

static bool is_choice(const Operation *operation)
{
    return operation == &operation_min || operation == &operation_max;
}

static bool is_stepwise(const Operation *operation)
{
    return operation->level == LEVEL_COMPARE || operation == &operation_sign ||
           operation->critical == CRITICAL_STEP;
}

bool graph_step_branches(const GraphStep *step)
{
    const Operation *operation = step->operation;
    return operation && (operation == &operation_abs || is_choice(operation) ||
                         is_stepwise(operation));
}

static void hold_value(GraphStep *step, double value)
{
    step->hold = HOLD_VALUE;
    step->held = value;
}

void graph_step_hold_point(Graph *graph, GraphStep *step)
{
    double result = step_points(graph, (unsigned)(step - graph->steps))[0];
    double first = step_points(graph, step->argument[0])[0];

    if (isnan(result) || is_stepwise(step->operation))
        hold_value(step, result);
    else if (is_choice(step->operation))
        step->hold = result == first ? HOLD_FIRST : HOLD_SECOND;
    else
        step->hold = first >= 0 ? HOLD_FIRST : HOLD_OPPOSITE;
}

/* Which argument is the greater all over the boxes. */
static Hold greater_of(Interval a, Interval b)
{
    if (a.lo >= b.hi)
        return HOLD_FIRST;
    return b.lo >= a.hi ? HOLD_SECOND : HOLD_NONE;
}

bool graph_step_hold_box(Graph *graph, GraphStep *step)
{
    Interval result = graph->boxes[step - graph->steps];
    Interval a = graph->boxes[step->argument[0]];
    Interval b = step->operation->arity > 1 ? graph->boxes[step->argument[1]] : a;

    if (result.maybe_undefined || a.maybe_undefined || b.maybe_undefined)
        return false;
    if (step->operation == &operation_max)
        step->hold = greater_of(a, b);
    else if (step->operation == &operation_min)
        step->hold = greater_of(interval_negate(&a), interval_negate(&b));
    else if (step->operation == &operation_abs)
        step->hold = a.lo >= 0 ? HOLD_FIRST : a.hi <= 0 ? HOLD_OPPOSITE : HOLD_NONE;
    else if (result.lo == result.hi)
        hold_value(step, result.lo);
    return step->hold != HOLD_NONE;
}

void graph_release(Graph *graph)
{
    for (unsigned i = 0; i < graph->step_count; i++)
        graph->steps[i].hold = HOLD_NONE;
}

void graph_hold_at(Graph *graph, double x)
{
    if (!graph->branches)
        return;
    graph_release(graph);
    graph_value(graph, x, false);
    for (unsigned i = 0; i < graph->step_count; i++) {
        if (graph_step_branches(&graph->steps[i]))
            graph_step_hold_point(graph, &graph->steps[i]);
    }
}
