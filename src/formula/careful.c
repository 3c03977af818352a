/* careful.c - a graph as a list of operations in `long double`, and what to watch. */
#include "formula/careful_inside.h"

#include <glib.h>
#include <math.h>

/* A sum is noted where an error of its parts may make more units than that; never above
 * SUM_MOST of a part, and always below SUM_LEAST. */
#define UNITS_MOST 4
#define SUM_LEAST 0.0625
#define SUM_MOST 0.625

enum { NODES_MOST = 4096 }; /* of a graph that is worth it */

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
    const CarefulItem *first = a, *second = b;
    return first->node->index < second->node->index ? -1 : 1;
}

static bool is_any(const Operation *operation, const Operation *a, const Operation *b)
{
    return operation == a || operation == b;
}

static bool is_decided_by(const CarefulItem *item, int argument)
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

bool careful_is_passed(const CarefulItem *item, int argument)
{
    return !is_decided_by(item, argument) || is_chosen(item->operation);
}

static double zone_scale(const CarefulItem *item)
{
    const int by = item->function->scaled_by;

    return by == 0  ? 1
           : by > 0 ? item->node->argument[by]->value
                    : 1 / item->node->argument[-by]->value;
}

/* As if no sum cancelled. */
static void estimate_error(const Careful *careful, CarefulItem *item)
{
    const Operation *operation = item->operation;
    const bool product = is_any(operation, &operation_multiply, &operation_divide);
    const bool sum = is_any(operation, &operation_add, &operation_subtract);
    double most = 0, all = 0;

    for (int i = 0; i < operation->arity; i++) {
        const double error =
            careful_is_passed(item, i) ? careful->items[item->argument[i]].error : 0;
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

static void describe(Careful *careful, CarefulItem *item)
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
        const CarefulItem *part = &careful->items[item->argument[i]];
        varies = varies && part->varies;
        item->varies = item->varies || part->varies;
        if (!careful_is_passed(item, i))
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
        CarefulItem *item = &careful->items[careful->positions[roots[k]->index] - 1];

        careful->roots[k] = careful->positions[roots[k]->index] - 1;
        item->roots |= careful_root_bit(k);
        if (item->wild || item->tense)
            careful->cared |= careful_root_bit(k);
    }
    for (unsigned i = careful->count; i-- > 0;) {
        const CarefulItem *item = &careful->items[i];

        for (int a = 0; item->operation && a < item->operation->arity; a++) {
            CarefulItem *part = &careful->items[item->argument[a]];

            part->decided_by =
                part->decided_by || item->decided_by || is_decided_by(item, a);
            if (careful_is_passed(item, a))
                part->roots |= item->roots;
        }
    }
}

Careful *careful_new_any(NodePool *pool, const Node *const *roots, int count)
{
    Careful *careful = g_new0(Careful, 1);

    careful->pool_size = node_pool_size(pool);
    careful->positions = g_new0(unsigned, careful->pool_size);
    careful->items = g_new0(CarefulItem, MIN(careful->pool_size, NODES_MOST) + 1);
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
        const CarefulItem *item = &careful->items[i];

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
    const CarefulItem *item = &careful->items[careful->positions[node->index] - 1];
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
