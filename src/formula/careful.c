/* careful.c - a graph as a list of operations in `long double`, and what to watch. */
#include "formula/careful.h"

#include "formula/careful_function.h"

#include <glib.h>
#include <math.h>

/* A sum is noted where an error of its parts may make more units than that; never above
 * SUM_MOST of a part, and always below SUM_LEAST. */
#define UNITS_MOST 4
#define SUM_LEAST 0.0625
#define SUM_MOST 0.625

enum {
    NODES_MOST = 4096, /* of a graph that is worth it */
    STACK_POINTS = 128,
    LANES = 8, /* what kernels count in */
};

typedef struct {
    const Node *node;           /* while the graph is described */
    const Operation *operation; /* NULL: a constant or a symbol */
    const CarefulFunction *function;
    char symbol; /* x, y, or 0 for a constant */
    double value;
    unsigned argument[NODE_ARGUMENTS];
    uint8_t roots;
    bool varies;  /* with x or y */
    bool rough;   /* it or a part of it is rounded by more than + and * */
    bool wild;    /* it or a part of it is a product that may lose a factor */
    double sum;   /* it is a sum that loses digits where it is smaller than so much of a
                     part; 0: it is not */
    double error; /* an estimate, in units in the last place */
    double scale; /* of the argument for zones */
    bool tense;   /* it or a part of it is such a sum, or has zones */
    bool fades;
    bool decided_by; /* something is decided by its rounded value */
} Item;

struct Careful {
    Item *items; /* arguments first */
    unsigned count;
    unsigned *positions; /* by index of a node: 1 + its item, or 0 */
    unsigned pool_size;
    unsigned *roots;
    int root_count;
    uint8_t cared; /* the roots that need it */
};

/* Marks the nodes of root's graph by 1; false: they are too many. */
static bool mark(Careful *careful, const Node *root)
{
    g_autoptr(GPtrArray) todo = g_ptr_array_new();

    g_ptr_array_add(todo, (gpointer)root);
    while (todo->len > 0) {
        const Node *node = g_ptr_array_steal_index(todo, todo->len - 1);

        if (careful->positions[node->index])
            continue;
        careful->positions[node->index] = 1;
        careful->items[careful->count++].node = node;
        if (careful->count == NODES_MOST)
            return false;
        for (int i = 0; node->operation && i < node->operation->arity; i++)
            g_ptr_array_add(todo, (gpointer)node->argument[i]);
    }
    return true;
}

static int compare_index(const void *a, const void *b)
{
    const Item *first = a, *second = b;
    return first->node->index < second->node->index ? -1 : 1;
}

static bool is_any(const Operation *operation, const Operation *a, const Operation *b)
{
    return operation == a || operation == b;
}

static bool is_decided_by(const Item *item, int argument)
{
    return item->function->decides ||
           (item->operation == &operation_select && argument == 0);
}

/* Whether the result is one of the arguments that decide. */
static bool is_chosen(const Operation *operation)
{
    return operation == &operation_abs ||
           is_any(operation, &operation_min, &operation_max);
}

/* Whether the argument's value, not only a decision by it, is in the result. */
static bool is_passed(const Item *item, int argument)
{
    return !is_decided_by(item, argument) || is_chosen(item->operation);
}

static double zone_scale(const Item *item)
{
    const int by = item->function->scaled_by;

    return by == 0  ? 1
           : by > 0 ? item->node->argument[by]->value
                    : 1 / item->node->argument[-by]->value;
}

/* As if no sum cancelled. */
static void estimate_error(const Careful *careful, Item *item)
{
    const Operation *operation = item->operation;
    const bool product = is_any(operation, &operation_multiply, &operation_divide);
    const bool sum = is_any(operation, &operation_add, &operation_subtract);
    double most = 0, all = 0;

    for (int i = 0; i < operation->arity; i++) {
        const double error =
            is_passed(item, i) ? careful->items[item->argument[i]].error : 0;
        most = MAX(most, error);
        all += error;
    }
    if (product || sum)
        item->error = (product ? all : most) + 0.5;
    else if (item->function->exact)
        item->error = most;
    else
        item->error = all + (item->function->error > 0 ? item->function->error : 2.5);
}

/* Whether a constant makes the result smaller than its part, which may be infinite
 * where the result is not, or much larger, so that a subnormal part shows. */
static bool is_scaling(const Node *node)
{
    const Node *first = node->argument[0], *second = node->argument[1];
    const Node *factor = node_is_constant(second) ? second : first;
    double scale = node_is_constant(factor) ? fabs(factor->value) : 1;

    if (node->operation == &operation_divide)
        scale = factor == second && scale > 0 ? 1 / scale : 1;
    return scale < 1 || scale > 2;
}

/* Sums of plain functions, sin(x) + cos(2*x), must stay quick. */
static double sum_share(double error)
{
    return error < 1 ? SUM_LEAST : MIN(error / UNITS_MOST, SUM_MOST);
}

static void describe(Careful *careful, Item *item)
{
    const Node *node = item->node;
    bool rough = false, varies = true;

    item->operation = node->operation;
    item->symbol = node->symbol ? node->symbol[0] : 0;
    item->value = node->value;
    item->varies = node->symbol != NULL;
    if (!node->operation)
        return;
    item->function = careful_function(node->operation);
    item->fades = item->function->fades;
    for (int i = 0; i < node->operation->arity; i++) {
        item->argument[i] = careful->positions[node->argument[i]->index] - 1;
        const Item *part = &careful->items[item->argument[i]];
        varies = varies && part->varies;
        item->varies = item->varies || part->varies;
        if (!is_passed(item, i))
            continue;
        rough = rough || part->rough;
        item->wild = item->wild || part->wild;
        item->tense = item->tense || part->tense;
        if (is_any(node->operation, &operation_multiply, &operation_negate) ||
            (node->operation == &operation_divide && i == 0))
            item->fades = item->fades || part->fades;
    }
    item->rough = (rough || !item->function->exact) && item->varies;
    if (is_any(node->operation, &operation_multiply, &operation_divide))
        item->wild = item->wild || (rough && (varies || is_scaling(node)));
    item->scale = zone_scale(item);
    estimate_error(careful, item);
    if (rough && is_any(node->operation, &operation_add, &operation_subtract))
        item->sum = sum_share(item->error - 0.5);
    item->tense = item->tense || item->sum > 0 || item->function->zones;
}

/* Which roots depend on each item, and which of them need care. */
static void find_roots(Careful *careful, const Node *const *roots)
{
    for (int k = 0; k < careful->root_count; k++) {
        Item *item = &careful->items[careful->positions[roots[k]->index] - 1];

        careful->roots[k] = careful->positions[roots[k]->index] - 1;
        item->roots |= careful_root_bit(k);
        if (item->wild || item->tense)
            careful->cared |= careful_root_bit(k);
    }
    for (unsigned i = careful->count; i-- > 0;) {
        const Item *item = &careful->items[i];

        for (int a = 0; item->operation && a < item->operation->arity; a++) {
            Item *part = &careful->items[item->argument[a]];

            part->decided_by =
                part->decided_by || item->decided_by || is_decided_by(item, a);
            if (is_passed(item, a))
                part->roots |= item->roots;
        }
    }
}

Careful *careful_new_any(NodePool *pool, const Node *const *roots, int count)
{
    Careful *careful = g_new0(Careful, 1);

    careful->pool_size = node_pool_size(pool);
    careful->positions = g_new0(unsigned, careful->pool_size);
    careful->items = g_new0(Item, MIN(careful->pool_size, NODES_MOST) + 1);
    careful->roots = g_new(unsigned, (gsize)count);
    careful->root_count = count;
    for (int k = 0; k < count; k++)
        if (!mark(careful, roots[k])) {
            careful_free(careful);
            return NULL;
        }
    qsort(careful->items, careful->count, sizeof *careful->items, compare_index);
    for (unsigned i = 0; i < careful->count; i++)
        careful->positions[careful->items[i].node->index] = i + 1;
    for (unsigned i = 0; i < careful->count; i++)
        describe(careful, &careful->items[i]);
    find_roots(careful, roots);
    return careful;
}

Careful *careful_new(NodePool *pool, const Node *const *roots, int count)
{
    Careful *careful = careful_new_any(pool, roots, count);

    if (!careful || careful->cared != 0)
        return careful;
    careful_free(careful);
    return NULL;
}

void careful_free(Careful *careful)
{
    if (!careful)
        return;
    g_free(careful->roots);
    g_free(careful->items);
    g_free(careful->positions);
    g_free(careful);
}

void careful_keep(const Careful *careful, unsigned readers[])
{
    for (unsigned i = 0; careful && i < careful->count; i++) {
        const Item *item = &careful->items[i];

        if (item->sum <= 0 && !(item->function && item->function->zones))
            continue;
        readers[item->node->index]++;
        for (int a = 0; a < item->operation->arity; a++)
            readers[item->node->argument[a]->index]++;
    }
}

CarefulWatch careful_watch(const Careful *careful, const Node *node)
{
    if (!careful || node->index >= careful->pool_size ||
        !careful->positions[node->index])
        return (CarefulWatch){0};
    const Item *item = &careful->items[careful->positions[node->index] - 1];
    if (item->sum <= 0 && !(item->function && item->function->zones))
        return (CarefulWatch){0};
    return (CarefulWatch){
        .roots = item->roots,
        .sum = item->sum,
        .zones = item->function ? item->function->zones : NULL,
        .scale = item->scale,
    };
}

uint8_t careful_roots(const Careful *careful)
{
    return careful->cared;
}

/* --- Evaluation --- */

typedef struct {
    Long value;
    double rounded; /* as the tape has it, where something is decided by it */
    uint8_t roots;  /* those whose value it is a part of: no branch that is not taken */
} Point;

/* By the operation's kernel, which takes many numbers. */
static double by_kernel(const Operation *operation, const double argument[])
{
    double in[NODE_ARGUMENTS][LANES] __attribute__((aligned(64)));
    double out[LANES] __attribute__((aligned(64)));
    const double *rows[NODE_ARGUMENTS] = {in[0], in[1], in[2]};

    for (int i = 0; i < operation->arity; i++)
        for (int lane = 0; lane < LANES; lane++)
            in[i][lane] = argument[i];
    operation->evaluate(LANES, rows, out);
    return out[0];
}

static bool is_in_zones(const double *zones, double u)
{
    for (; zones && !isnan(zones[0]); zones += 2)
        if (u >= zones[0] && u <= zones[1])
            return true;
    return false;
}

/* Whether one factor has vanished and the other is infinite. */
static bool is_faded(const Careful *careful, const Item *item, const Long argument[])
{
    if (item->operation != &operation_multiply)
        return false;
    for (int i = 0; i < 2; i++)
        if (argument[i] == 0 && isinf(argument[1 - i]))
            return careful->items[item->argument[i]].fades;
    return false;
}

static Point evaluate_item(const Careful *careful, const Item *item,
                           const Point *points)
{
    const CarefulFunction *function = item->function;
    const Operation *operation = item->operation;
    Long argument[NODE_ARGUMENTS] = {0};
    double rounded[NODE_ARGUMENTS] = {0};
    Point point = {0};

    for (int i = 0; i < operation->arity; i++) {
        argument[i] = points[item->argument[i]].value;
        rounded[i] = points[item->argument[i]].rounded;
    }
    if (item->decided_by)
        point.rounded = by_kernel(operation, rounded);
    for (int i = 0; !function->decides && i < operation->arity; i++)
        rounded[i] = (double)argument[i];
    if (is_faded(careful, item, argument))
        return point;
    if (!function->evaluate ||
        (function->in_zones && !is_in_zones(function->zones, item->scale * rounded[0])))
        point.value = by_kernel(operation, rounded);
    else
        point.value = function->evaluate(argument, rounded);
    return point;
}

/* Whether the branch or the argument is taken. */
static bool is_taken(const Item *item, int argument, const Point *points)
{
    const Point *first = &points[item->argument[0]];
    const bool is_min = item->operation == &operation_min;

    if (item->operation == &operation_select)
        return argument == (first->value != 0 ? 1 : 2);
    if (is_min || item->operation == &operation_max) {
        const double a = first->rounded, b = points[item->argument[1]].rounded;
        return argument == ((is_min ? a <= b : a >= b) ? 0 : 1);
    }
    return is_passed(item, argument);
}

/* Whether a point of what is watched is one that the tape notes. */
static bool is_noted(const Item *item, const Point *points, const Point *point)
{
    const Long a = points[item->argument[0]].value;

    if (item->sum > 0) {
        const Long b = points[item->argument[1]].value;
        return fabsl(point->value) < item->sum * fmaxl(fabsl(a), fabsl(b));
    }
    return is_in_zones(item->function->zones, item->scale * (double)a);
}

/* The roots in which something that is watched is a part of the value. */
static uint8_t find_noted(const Careful *careful, Point *points)
{
    uint8_t noted = 0;

    for (int k = 0; k < careful->root_count; k++)
        points[careful->roots[k]].roots |= careful_root_bit(k);
    for (unsigned i = careful->count; i-- > 0;) {
        const Item *item = &careful->items[i];
        const uint8_t roots = points[i].roots;

        if (!item->operation || !roots)
            continue;
        if (is_noted(item, points, &points[i]))
            noted |= roots;
        for (int a = 0; a < item->operation->arity; a++)
            if (is_taken(item, a, points))
                points[item->argument[a]].roots |= roots;
    }
    return noted;
}

uint8_t careful_evaluate(const Careful *careful, double x, double y, double results[])
{
    uint8_t noted;
    Point stack[STACK_POINTS];
    Point *points =
        careful->count <= STACK_POINTS ? stack : g_new(Point, careful->count);

    for (unsigned i = 0; i < careful->count; i++) {
        const Item *item = &careful->items[i];
        const double leaf = item->symbol == 0     ? item->value
                            : item->symbol == 'y' ? y
                                                  : x;

        points[i] = item->operation ? evaluate_item(careful, item, points)
                                    : (Point){leaf, leaf, 0};
    }
    for (int k = 0; k < careful->root_count; k++)
        results[k] = (double)points[careful->roots[k]].value;
    noted = find_noted(careful, points);
    if (points != stack)
        g_free(points);
    return noted;
}
