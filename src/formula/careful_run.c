/* careful_run.c - one point, computed in `long double`. */
#include "formula/careful_inside.h"

#include <glib.h>
#include <math.h>

enum {
    STACK_POINTS = 128,
    LANES = 8, /* what kernels count in */
};

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
static bool is_faded(const Careful *careful, const CarefulItem *item,
                     const Long argument[])
{
    if (item->operation != &operation_multiply)
        return false;
    for (int i = 0; i < 2; i++)
        if (argument[i] == 0 && isinf(argument[1 - i]))
            return careful->items[item->argument[i]].fades;
    return false;
}

static Point evaluate_item(const Careful *careful, const CarefulItem *item,
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
static bool is_taken(const CarefulItem *item, int argument, const Point *points)
{
    const Point *first = &points[item->argument[0]];
    const bool is_min = item->operation == &operation_min;

    if (item->operation == &operation_select)
        return argument == (first->value != 0 ? 1 : 2);
    if (is_min || item->operation == &operation_max) {
        const double a = first->rounded, b = points[item->argument[1]].rounded;
        return argument == ((is_min ? a <= b : a >= b) ? 0 : 1);
    }
    return careful_is_passed(item, argument);
}

/* Whether a point of what is watched is one that the tape notes. */
static bool is_noted(const CarefulItem *item, const Point *points, const Point *point)
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
        const CarefulItem *item = &careful->items[i];
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
        const CarefulItem *item = &careful->items[i];
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
