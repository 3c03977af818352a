/* tape_pick.c - choices that depend on where x lies between two constants. */
#include "formula/tape_pick.h"

#include "formula/operation.h"

#include <math.h>

enum { CUTS = 2 };

/* The line cut at constants, in rising order; a cut itself belongs to the stretch on
 * its left or on its right. Stretch k lies between cuts k - 1 and k. */
typedef struct {
    struct {
        double at;
        const Node *constant;
        bool left;
    } cut[CUTS];
    int count;
    const Node *x;
} Cuts;

/* `x < at`, or its like: true below or above the cut. */
typedef struct {
    double at;
    const Node *constant, *x;
    bool left, below;
} Side;

/* Reads a comparison of x and a constant, either way round. */
static bool side_read(const Node *node, Side *side)
{
    const bool less = node->operation == &operation_less;
    const bool less_equal = node->operation == &operation_less_equal;
    const bool greater = node->operation == &operation_greater;
    const bool greater_equal = node->operation == &operation_greater_equal;

    if (!less && !less_equal && !greater && !greater_equal)
        return false;
    const bool first = work_is_x(node->argument[0]);
    const Node *x = node->argument[first ? 0 : 1];
    const Node *constant = node->argument[first ? 1 : 0];

    if (!work_is_x(x) || !node_is_constant(constant) || isnan(constant->value))
        return false;
    *side = (Side){.at = constant->value, .constant = constant, .x = x};
    side->below = first == (less || less_equal);
    /* the cut is in what is true below, or outside of what is true above */
    side->left = side->below == (less_equal || greater_equal);
    return true;
}

static bool cuts_add(Cuts *cuts, const Side *side)
{
    int place = 0;

    while (place < cuts->count && cuts->cut[place].at < side->at)
        place++;
    if (place < cuts->count && cuts->cut[place].at == side->at)
        return cuts->cut[place].left == side->left;
    if (cuts->count == CUTS)
        return false;
    if (place < cuts->count)
        cuts->cut[place + 1] = cuts->cut[place];
    cuts->cut[place].at = side->at;
    cuts->cut[place].constant = side->constant;
    cuts->cut[place].left = side->left;
    cuts->count++;
    cuts->x = side->x;
    return true;
}

/* Adds a condition's cuts; false: it is no such condition, or they are too many. */
static bool cuts_add_condition(Cuts *cuts, const Node *condition, int depth)
{
    Side side;

    if (side_read(condition, &side))
        return cuts_add(cuts, &side);
    if (depth == 0)
        return false;
    if (condition->operation == &operation_not)
        return cuts_add_condition(cuts, condition->argument[0], depth - 1);
    return (condition->operation == &operation_and ||
            condition->operation == &operation_or) &&
           cuts_add_condition(cuts, condition->argument[0], depth - 1) &&
           cuts_add_condition(cuts, condition->argument[1], depth - 1);
}

/* Whether the condition, all of whose cuts are there, is true on that stretch. */
static bool cuts_decide(const Cuts *cuts, const Node *condition, int stretch)
{
    Side side;

    if (side_read(condition, &side)) {
        int cut = 0;

        while (cuts->cut[cut].at != side.at)
            cut++;
        return (stretch <= cut) == side.below;
    }
    if (condition->operation == &operation_not)
        return !cuts_decide(cuts, condition->argument[0], stretch);
    const bool left = cuts_decide(cuts, condition->argument[0], stretch);
    const bool right = cuts_decide(cuts, condition->argument[1], stretch);

    return condition->operation == &operation_and ? left && right : left || right;
}

enum { DEPTH = 4 }; /* of conditions and of choices in choices */

/* What a choice gives on that stretch: follows the choices that add no cut. */
static const Node *cuts_follow(const Cuts *cuts, const Node *node, int stretch)
{
    for (int depth = 0; depth < DEPTH; depth++) {
        Cuts more = *cuts;

        if (node->operation != &operation_select ||
            !cuts_add_condition(&more, node->argument[0], DEPTH) ||
            more.count > cuts->count)
            return node;
        node = node->argument[cuts_decide(cuts, node->argument[0], stretch) ? 1 : 2];
    }
    return node;
}

/* Takes the cuts of choices in the branches along, as far as they fit. */
static void cuts_widen(Cuts *cuts, const Node *node, int depth)
{
    for (int branch = 1; branch <= 2; branch++) {
        const Node *inner = node->argument[branch];
        Cuts more = *cuts;

        if (inner->operation != &operation_select ||
            !cuts_add_condition(&more, inner->argument[0], DEPTH))
            continue;
        *cuts = more;
        if (depth > 0)
            cuts_widen(cuts, inner, depth - 1);
    }
}

/* min() or max() of a constant and what follows x: which of its arguments is which. */
static bool extreme_read(const Node *node, const Node **constant, const Node **other)
{
    if (node->operation != &operation_min && node->operation != &operation_max)
        return false;
    const bool first = node_is_constant(node->argument[0]);

    *constant = node->argument[first ? 0 : 1];
    *other = node->argument[first ? 1 : 0];
    return node_is_constant(*constant) && !isnan((*constant)->value);
}

/* Adds the cuts of min(6, max(0, x)) and its like. Of equal arguments the first is
 * taken, so the order says to which side a cut belongs. */
static bool cuts_add_extremes(Cuts *cuts, const Node *node, int depth)
{
    const Node *constant, *other;

    if (work_is_x(node)) {
        cuts->x = node;
        return true;
    }
    if (depth == 0 || !extreme_read(node, &constant, &other) ||
        !cuts_add_extremes(cuts, other, depth - 1))
        return false;
    const bool most = node->operation == &operation_max;
    const Side side = {.at = constant->value,
                       .constant = constant,
                       .x = cuts->x,
                       .left = most == (constant == node->argument[0])};

    return cuts_add(cuts, &side);
}

/* What that gives on a stretch: x or one of the constants. */
static const Node *cuts_extreme(const Cuts *cuts, const Node *node, int stretch)
{
    const Node *constant, *other;

    if (!extreme_read(node, &constant, &other))
        return node;
    other = cuts_extreme(cuts, other, stretch);
    if (node_is_constant(other)) {
        const bool first = constant == node->argument[0];
        const double a = (first ? constant : other)->value;
        const double b = (first ? other : constant)->value;
        const bool left = node->operation == &operation_max ? a >= b : a <= b;

        return left == first ? constant : other;
    }
    int cut = 0;

    while (cuts->cut[cut].at != constant->value)
        cut++;
    return (stretch <= cut) == (node->operation == &operation_max) ? constant : other;
}

/* The work of picking by these cuts what `follow` finds for each stretch. */
static Work cuts_work(const Cuts *cuts, const Node *node,
                      const Node *(*follow)(const Cuts *cuts, const Node *node,
                                            int stretch))
{
    static const Kernel two[2][2] = {{kernel_pick_less_less, kernel_pick_less_most},
                                     {kernel_pick_most_less, kernel_pick_most_most}};
    const bool one = cuts->count == 1;
    Work work = {
        .kernel = one ? (cuts->cut[0].left ? kernel_pick_most : kernel_pick_less)
                      : two[cuts->cut[0].left][cuts->cut[1].left],
        .arity = one ? 4 : 6,
        .border = {.at = {cuts->cut[0].at, cuts->cut[one ? 0 : 1].at},
                   .taken = {one ? 2 : 3, one ? 3 : 4, one ? 3 : 5},
                   .first = one ? 2 : 3},
        .argument = {cuts->x, cuts->cut[0].constant, cuts->cut[1].constant},
    };

    for (int stretch = 0; stretch <= cuts->count; stretch++)
        work.argument[work.border.first + stretch] = follow(cuts, node, stretch);
    return work;
}

bool pick_work(const Node *node, Work *work)
{
    Cuts cuts = {.count = 0};

    if (node->operation == &operation_select) {
        if (!cuts_add_condition(&cuts, node->argument[0], DEPTH))
            return false;
        cuts_widen(&cuts, node, DEPTH);
        *work = cuts_work(&cuts, node, cuts_follow);
        return true;
    }
    if (work_is_x(node) || !cuts_add_extremes(&cuts, node, DEPTH))
        return false;
    *work = cuts_work(&cuts, node, cuts_extreme);
    return true;
}
