/* operation_rewritten.h - how the operations that only rewrite.c makes are written.
 *
 * Each has a kernel, an expansion in operations that a user may write, and a slope.
 */
#ifndef ACTPLOT_FORMULA_OPERATION_REWRITTEN_H
#define ACTPLOT_FORMULA_OPERATION_REWRITTEN_H

#include "formula/build.h"
#include "formula/kernel.h"
#include "formula/operation.h"

/* An operation with its expansion and its slope in its first argument, given as
 * expressions in u, v, w, its arguments; v and w, where there are such, are constants.
 */
#define REWRITTEN_MANY(NAME, ARITY, HELP, EXPANSION, SLOPE, ...)                       \
    static const Node *in_full_##NAME(NodePool *pool, const Node *u, const Node *v,    \
                                      const Node *w)                                   \
    {                                                                                  \
        (void)v;                                                                       \
        (void)w;                                                                       \
        return EXPANSION;                                                              \
    }                                                                                  \
    static const Node *expand_##NAME(NodePool *pool, const Node *node)                 \
    {                                                                                  \
        bool before = node_pool_set_rewriting(pool, false);                            \
        const Node *expansion = in_full_##NAME(pool, node->argument[0],                \
                                               node->argument[1], node->argument[2]);  \
        node_pool_set_rewriting(pool, before);                                         \
        return expansion;                                                              \
    }                                                                                  \
    static const Node *differentiate_##NAME(NodePool *pool, const Node *node,          \
                                            const Node *const d[])                     \
    {                                                                                  \
        const Node *u = node->argument[0], *v = node->argument[1],                     \
                   *w = node->argument[2];                                             \
        (void)u;                                                                       \
        (void)v;                                                                       \
        (void)w;                                                                       \
        return MUL(SLOPE, d[0]);                                                       \
    }                                                                                  \
    const Operation operation_##NAME = {.name = #NAME,                                 \
                                        .help = HELP,                                  \
                                        .arity = ARITY,                                \
                                        .level = LEVEL_CALL,                           \
                                        .evaluate = kernel_##NAME,                     \
                                        .differentiate = differentiate_##NAME,         \
                                        .expand = expand_##NAME,                       \
                                        __VA_ARGS__}

/* The slope of what node's operation expands to, at node's first argument. */
const Node *rewritten_slope(NodePool *pool, const Node *node);

#define REWRITTEN(NAME, HELP, EXPANSION, SLOPE, ...)                                   \
    REWRITTEN_MANY(NAME, 1, HELP, EXPANSION, SLOPE, __VA_ARGS__)

#define SMOOTH .critical = CRITICAL_NONE
#define SQUARE(a) MUL((a), (a))
#define HALF(a) MUL(NUM(0.5), (a))
#define CALL3(name, a, b, c) node_apply(pool, &operation_##name, (a), (b), (c))

#endif
