/* node.h - formulas as a graph of interned nodes.
 *
 * Two equal subexpressions of one pool are one node, so a graph shares everything
 * that can be shared and nodes are compared by address. Nodes are immutable and
 * live as long as their pool.
 */
#ifndef ACTPLOT_FORMULA_NODE_H
#define ACTPLOT_FORMULA_NODE_H

#include <stdbool.h>
#include <stddef.h>

typedef struct Operation Operation;
typedef struct NodePool NodePool;
typedef struct Node Node;

enum { NODE_ARGUMENTS = 3 };

struct Node {
    const Operation *operation;           /* NULL: a constant or a symbol */
    const Node *argument[NODE_ARGUMENTS]; /* unused ones are NULL */
    const char *symbol;                   /* `x` or a parameter; else NULL */
    double value;                         /* of a constant */
    unsigned index;                       /* in order of creation: arguments first */
};

/* Not thread-safe; each formula has its own pool. */
NodePool *node_pool_new(void);
NodePool *node_pool_ref(NodePool *pool);
void node_pool_unref(NodePool *pool);
unsigned node_pool_size(const NodePool *pool);

/* A pool that has as many nodes as its limit is full: it makes no new ones, what the
 * functions below return is of no use, and they return soon. No limit at first. */
void node_pool_set_limit(NodePool *pool, unsigned limit);
bool node_pool_is_full(const NodePool *pool);

/* The node of that constant, symbol or operation. node_apply() folds constants and
 * removes what changes nothing (x + 0, 1*x, x^1, --x, c ? a : a, a constant
 * condition), but keeps every double-precision result: x - x stays, 0*x becomes 0
 * (a derivative that is not there), and it applies rewrite.h's rules. Unused
 * arguments are NULL. */
const Node *node_constant(NodePool *pool, double value);
const Node *node_symbol(NodePool *pool, const char *name);
const Node *node_apply(NodePool *pool, const Operation *operation, const Node *a,
                       const Node *b, const Node *c);

bool node_is_constant(const Node *node);
bool node_is_value(const Node *node, double value); /* that very constant */
bool node_depends(const Node *node, const char *symbol);

/* Whether node_apply() follows rewrite.h's rules, which it does at first; expansions
 * and the rules themselves are made without. Returns what it was before. */
bool node_pool_set_rewriting(NodePool *pool, bool rewriting);

/* The same graph with every symbol of that name replaced. */
const Node *node_substitute(NodePool *pool, const Node *node, const char *symbol,
                            const Node *by);

/* The same for several symbols at once: what replaces one is not searched for the
 * others. */
typedef struct {
    const char *symbol;
    const Node *by;
} Substitution;
const Node *node_substitute_all(NodePool *pool, const Node *node,
                                const Substitution *substitutions, size_t count);

/* The derivative of node in that symbol, by the operations' rules. Where branches
 * meet, the derivative is that of the branch which the formula takes there. A symbol
 * ending in # stands for all symbols that begin so: the sum of their derivatives. */
const Node *node_derivative(NodePool *pool, const Node *node, const char *symbol);

#endif
