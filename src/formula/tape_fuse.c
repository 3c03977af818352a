/* tape_fuse.c - nodes whose kernels take an argument's work along. */
#include "formula/tape_fuse.h"

#include "formula/operation.h"

#include <stdbool.h>
#include <stddef.h>

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
