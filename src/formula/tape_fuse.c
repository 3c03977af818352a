/* tape_fuse.c - nodes whose kernels take an argument's work along. */
#include "formula/tape_fuse.h"

#include "formula/operation.h"
#include "formula/tape_pick.h"

#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* `a < b ? v : w` without a pass for the truth of `a < b`. */
static const struct {
    const Operation *comparison;
    Kernel kernel;
    bool swap_sides, swap_branches;
} choices[] = {
    {&operation_less, kernel_choose_less, false, false},
    {&operation_less_equal, kernel_choose_less_equal, false, false},
    {&operation_greater, kernel_choose_less, true, false},
    {&operation_greater_equal, kernel_choose_less_equal, true, false},
    {&operation_equal, kernel_choose_equal, false, false},
    {&operation_not_equal, kernel_choose_equal, false, true},
};

/* The border of x == constant, argument 3 nearly everywhere. */
static Border border_of_equal(const Work *work)
{
    const Node *a = work->argument[0], *b = work->argument[1];
    const bool left = work_is_x(a) && node_is_constant(b);

    if (!left && !(work_is_x(b) && node_is_constant(a)))
        return (Border){0};
    const double at = left ? b->value : a->value;
    return (Border){.at = {at, at}, .taken = {3, 3, 3}, .first = 2};
}

static bool fuse_choice(const Node *node, Work *work)
{
    const Node *condition = node->argument[0];

    if (node->operation != &operation_select)
        return false;
    for (size_t i = 0; i < sizeof choices / sizeof *choices; i++) {
        if (condition->operation != choices[i].comparison)
            continue;
        *work = (Work){
            .kernel = choices[i].kernel,
            .arity = 4,
            .argument = {condition->argument[choices[i].swap_sides],
                         condition->argument[!choices[i].swap_sides],
                         node->argument[1 + choices[i].swap_branches],
                         node->argument[2 - choices[i].swap_branches]},
        };
        if (work->kernel == kernel_choose_equal)
            work->border = border_of_equal(work);
        return true;
    }
    return false;
}

/* `outer(inner(u, v), w)` and `outer(u, inner(v, w))`. */
static const struct {
    const Operation *outer, *inner;
    Kernel left, right;
} pairs[] = {
#define PAIR(outer, inner)                                                             \
    {                                                                                  \
        &operation_##outer, &operation_##inner, kernel_##outer##_left_##inner,         \
            kernel_##outer##_right_##inner                                             \
    }
    PAIR(add, add),           PAIR(add, subtract),      PAIR(add, multiply),
    PAIR(add, divide),        PAIR(subtract, add),      PAIR(subtract, subtract),
    PAIR(subtract, multiply), PAIR(subtract, divide),   PAIR(multiply, add),
    PAIR(multiply, subtract), PAIR(multiply, multiply), PAIR(multiply, divide),
    PAIR(divide, add),        PAIR(divide, subtract),   PAIR(divide, multiply),
    PAIR(divide, divide),     PAIR(min, max),           PAIR(max, min),
#undef PAIR
};

/* Two operations in one pass, where no other node reads what the inner one gives. */
static bool fuse_pair(const Node *node, const unsigned readers[], Work *work)
{
    const Node *const *outer = node->argument;

    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        if (node->operation != pairs[i].outer)
            continue;
        for (int place = 0; place < 2; place++) {
            const Node *inner = outer[place];

            if (inner->operation != pairs[i].inner || readers[inner->index] != 1)
                continue;
            *work = place == 0 ? (Work){.kernel = pairs[i].left,
                                        .arity = 3,
                                        .argument = {inner->argument[0],
                                                     inner->argument[1], outer[1]}}
                               : (Work){.kernel = pairs[i].right,
                                        .arity = 3,
                                        .argument = {outer[0], inner->argument[0],
                                                     inner->argument[1]}};
            return true;
        }
    }
    return false;
}

/* u*(v + w)/z: the bend of hard_swish and its kin. */
static bool fuse_parabola(const Node *node, const unsigned readers[], Work *work)
{
    const Node *product = node->argument[0];

    if (node->operation != &operation_divide ||
        product->operation != &operation_multiply || readers[product->index] != 1)
        return false;
    const Node *sum = product->argument[1];

    if (sum->operation != &operation_add || readers[sum->index] != 1)
        return false;
    *work = (Work){.kernel = kernel_parabola,
                   .arity = 4,
                   .argument = {product->argument[0], sum->argument[0],
                                sum->argument[1], node->argument[1]}};
    return true;
}

Work work_of(const Node *node, const unsigned readers[])
{
    Work work = {.kernel = node->operation->evaluate, .arity = node->operation->arity};

    if (pick_work(node, &work) || fuse_choice(node, &work) ||
        fuse_parabola(node, readers, &work) || fuse_pair(node, readers, &work))
        return work;
    for (int i = 0; i < work.arity; i++)
        work.argument[i] = node->argument[i];
    return work;
}

bool work_is_x(const Node *node)
{
    return node->symbol && strcmp(node->symbol, "x") == 0;
}

int border_taken(const Border *border, double lo, double hi)
{
    if (!border->first)
        return -1;
    if (hi < border->at[0])
        return border->taken[0];
    if (lo > border->at[0] && hi < border->at[1])
        return border->taken[1];
    return lo > border->at[1] ? border->taken[2] : -1;
}

void border_narrow(const Border *border, int argument, double *lo, double *hi)
{
    const double ends[] = {-INFINITY, border->at[0], border->at[1], INFINITY};
    double least = INFINITY, most = -INFINITY;

    if (!border->first || argument < border->first)
        return;
    for (int k = 0; k < 3; k++) {
        if (border->taken[k] != argument)
            continue;
        least = fmin(least, ends[k]);
        most = fmax(most, ends[k + 1]);
    }
    if (border->at[0] == border->at[1]) {
        least = fmin(least, border->at[0]);
        most = fmax(most, border->at[0]);
    }
    *lo = fmax(*lo, least);
    *hi = fmin(*hi, most);
}
