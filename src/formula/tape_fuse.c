/* tape_fuse.c - nodes whose kernels take an argument's work along. */
#include "formula/tape_fuse.h"

#include "formula/operation.h"

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

static bool is_x(const Node *node)
{
    return node->symbol && strcmp(node->symbol, "x") == 0;
}

/* The border of a choice whose arguments are a, b, v, w: v where a is less, or equal.
 */
static Border border_of(const Work *work)
{
    const Node *a = work->argument[0], *b = work->argument[1];
    const bool left = is_x(a) && node_is_constant(b);

    if (!left && !(is_x(b) && node_is_constant(a)))
        return (Border){0};
    if (work->kernel == kernel_choose_equal)
        return (Border){.at = left ? b->value : a->value, .below = 3, .above = 3};
    return left ? (Border){.at = b->value, .below = 2, .above = 3}
                : (Border){.at = a->value, .below = 3, .above = 2};
}

static bool fuse_choice(const Node *node, Work *work)
{
    const Node *condition = node->argument[0];

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
        work->border = border_of(work);
        return true;
    }
    return false;
}

Work work_of(const Node *node)
{
    Work work = {.kernel = node->operation->evaluate, .arity = node->operation->arity};

    if (node->operation == &operation_select && fuse_choice(node, &work))
        return work;
    for (int i = 0; i < work.arity; i++)
        work.argument[i] = node->argument[i];
    return work;
}

int border_taken(const Border *border, double lo, double hi)
{
    if (border->below && hi < border->at)
        return border->below;
    if (border->above && lo > border->at)
        return border->above;
    return -1;
}

void border_narrow(const Border *border, int argument, double *lo, double *hi)
{
    if (!border->below || argument < 2)
        return;
    if (argument != border->below && *lo < border->at)
        *lo = border->at;
    if (argument != border->above && *hi > border->at)
        *hi = border->at;
}
