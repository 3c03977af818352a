/* node.c - the pool of interned nodes, and what is done to whole graphs.
 *
 * A node's arguments are older than the node, so walks over a graph are loops over
 * indices: no formula is deep enough to exhaust the stack.
 */
#include "formula/node.h"

#include "formula/operation.h"
#include "formula/rewrite.h"
#include "formula/simplify.h"

#include <glib.h>
#include <math.h>
#include <string.h>

struct NodePool {
    unsigned references;
    GPtrArray *nodes; /* owns Node, by index */
    GHashTable *interned;
    GStringChunk *names;
    unsigned limit;
    bool full;
    bool rewriting;
};

static guint node_hash(gconstpointer key)
{
    const Node *node = key;
    guint64 hash = 0;
    if (node->operation) {
        /* The same for both orders of a commutative operation. */
        guint64 a = node->argument[0]->index;
        guint64 b = node->argument[1] ? node->argument[1]->index : 0;
        guint64 c = node->argument[2] ? node->argument[2]->index : 0;
        hash = (guint64)(guintptr)node->operation >> 4;
        hash += (a + 1) * (b + 1) * 0x9e3779b97f4a7c15u + (a ^ b) * 0xff51afd7ed558ccdu;
        hash += c * 0xc4ceb9fe1a85ec53u;
    } else if (node->symbol) {
        hash = g_str_hash(node->symbol);
    } else {
        memcpy(&hash, &node->value, sizeof hash);
        hash *= 0x9e3779b97f4a7c15u;
    }
    return (guint)(hash ^ hash >> 29);
}

static gboolean node_equal(gconstpointer a, gconstpointer b)
{
    const Node *one = a, *two = b;
    if (one->operation != two->operation)
        return FALSE;
    if (!one->operation) {
        if (one->symbol || two->symbol)
            return one->symbol && two->symbol && !strcmp(one->symbol, two->symbol);
        return !memcmp(&one->value, &two->value, sizeof one->value);
    }
    if (one->argument[2] != two->argument[2])
        return FALSE;
    if (one->argument[0] == two->argument[0] && one->argument[1] == two->argument[1])
        return TRUE;
    return one->operation->commutative && one->argument[0] == two->argument[1] &&
           one->argument[1] == two->argument[0];
}

NodePool *node_pool_new(void)
{
    NodePool *pool = g_new0(NodePool, 1);
    pool->references = 1;
    pool->nodes = g_ptr_array_new_with_free_func(g_free);
    pool->interned = g_hash_table_new(node_hash, node_equal);
    pool->names = g_string_chunk_new(64);
    pool->limit = G_MAXUINT;
    pool->rewriting = true;
    return pool;
}

NodePool *node_pool_ref(NodePool *pool)
{
    pool->references++;
    return pool;
}

void node_pool_unref(NodePool *pool)
{
    if (!pool || --pool->references > 0)
        return;
    g_hash_table_unref(pool->interned);
    g_ptr_array_unref(pool->nodes);
    g_string_chunk_free(pool->names);
    g_free(pool);
}

unsigned node_pool_size(const NodePool *pool)
{
    return pool->nodes->len;
}

void node_pool_set_limit(NodePool *pool, unsigned limit)
{
    g_assert(limit > 0);
    pool->limit = limit;
    pool->full = false;
}

bool node_pool_is_full(const NodePool *pool)
{
    return pool->full;
}

static const Node *intern(NodePool *pool, const Node *wanted)
{
    const Node *known = g_hash_table_lookup(pool->interned, wanted);
    if (known)
        return known;
    if (pool->nodes->len >= pool->limit) {
        pool->full = true;
        return g_ptr_array_index(pool->nodes, 0);
    }
    Node *node = g_memdup2(wanted, sizeof *wanted);
    node->index = pool->nodes->len;
    if (node->symbol)
        node->symbol = g_string_chunk_insert(pool->names, node->symbol);
    g_ptr_array_add(pool->nodes, node);
    g_hash_table_add(pool->interned, node);
    return node;
}

const Node *node_constant(NodePool *pool, double value)
{
    /* One NaN only: which one an operation gives depends on the processor. */
    const Node node = {.value = isnan(value) ? (double)NAN : value};
    return intern(pool, &node);
}

const Node *node_symbol(NodePool *pool, const char *name)
{
    const Node node = {.symbol = name};
    return intern(pool, &node);
}

static const Node *fold(NodePool *pool, const Operation *operation,
                        const Node *const argument[])
{
    enum { WIDTH = 8 };
    _Alignas(64) double block[NODE_ARGUMENTS][WIDTH], result[WIDTH];
    const double *pointers[NODE_ARGUMENTS] = {block[0], block[1], block[2]};
    for (int i = 0; i < NODE_ARGUMENTS; i++)
        for (int j = 0; j < WIDTH; j++)
            block[i][j] = i < operation->arity ? argument[i]->value : 0.0;
    operation->evaluate(WIDTH, pointers, result);
    return node_constant(pool, result[0]);
}

const Node *node_apply(NodePool *pool, const Operation *operation, const Node *a,
                       const Node *b, const Node *c)
{
    const Node *argument[NODE_ARGUMENTS] = {a, b, c};
    bool constant = true;
    for (int i = 0; i < operation->arity; i++)
        constant = constant && node_is_constant(argument[i]);
    if (constant)
        return fold(pool, operation, argument);

    const Node *simpler = simplify(pool, operation, argument);
    if (!simpler && pool->rewriting && !pool->full)
        simpler = rewrite(pool, operation, argument);
    if (simpler)
        return simpler;

    Node node = {.operation = operation};
    for (int i = 0; i < operation->arity; i++)
        node.argument[i] = argument[i];
    return intern(pool, &node);
}

bool node_pool_set_rewriting(NodePool *pool, bool rewriting)
{
    bool before = pool->rewriting;
    pool->rewriting = rewriting;
    return before;
}

bool node_is_constant(const Node *node)
{
    return !node->operation && !node->symbol;
}

bool node_is_value(const Node *node, double value)
{
    return node_is_constant(node) && memcmp(&node->value, &value, sizeof value) == 0;
}

/* The nodes of a graph by index, NULL where the pool's node is not part of it; the
 * caller's (g_free). */
static const Node **graph_nodes(const Node *root)
{
    const Node **nodes = g_new0(const Node *, root->index + 1);
    nodes[root->index] = root;
    for (unsigned i = root->index + 1; i-- > 0;)
        for (int k = 0; nodes[i] && k < NODE_ARGUMENTS && nodes[i]->argument[k]; k++)
            nodes[nodes[i]->argument[k]->index] = nodes[i]->argument[k];
    return nodes;
}

static bool symbol_matches(const char *symbol, const char *wanted)
{
    size_t length = strlen(wanted);
    if (length && wanted[length - 1] == '#')
        return strncmp(symbol, wanted, length) == 0;
    return strcmp(symbol, wanted) == 0;
}

bool node_depends(const Node *node, const char *symbol)
{
    g_autofree const Node **nodes = graph_nodes(node);
    for (unsigned i = 0; i <= node->index; i++)
        if (nodes[i] && nodes[i]->symbol && symbol_matches(nodes[i]->symbol, symbol))
            return true;
    return false;
}

static const Node *replacement(const Node *node, const Substitution *substitutions,
                               size_t count)
{
    for (size_t i = 0; node->symbol && i < count; i++)
        if (!strcmp(substitutions[i].symbol, node->symbol))
            return substitutions[i].by;
    return node;
}

const Node *node_substitute_all(NodePool *pool, const Node *node,
                                const Substitution *substitutions, size_t count)
{
    g_autofree const Node **nodes = graph_nodes(node);
    for (unsigned i = 0; i <= node->index; i++) {
        const Node *old = nodes[i];
        if (!old)
            continue;
        if (!old->operation) {
            nodes[i] = replacement(old, substitutions, count);
            continue;
        }
        const Node *argument[NODE_ARGUMENTS] = {NULL};
        bool changed = false;
        for (int k = 0; k < old->operation->arity; k++) {
            argument[k] = nodes[old->argument[k]->index];
            changed = changed || argument[k] != old->argument[k];
        }
        if (changed)
            nodes[i] =
                node_apply(pool, old->operation, argument[0], argument[1], argument[2]);
        if (pool->full)
            break;
    }
    return nodes[node->index];
}

const Node *node_substitute(NodePool *pool, const Node *node, const char *symbol,
                            const Node *by)
{
    const Substitution substitution = {.symbol = symbol, .by = by};
    return node_substitute_all(pool, node, &substitution, 1);
}

const Node *node_derivative(NodePool *pool, const Node *node, const char *symbol)
{
    const Node *zero = node_constant(pool, 0.0), *one = node_constant(pool, 1.0);
    g_autofree const Node **nodes = graph_nodes(node);
    for (unsigned i = 0; i <= node->index && !pool->full; i++) {
        const Node *old = nodes[i];
        if (!old)
            continue;
        if (!old->operation) {
            bool seed = old->symbol && symbol_matches(old->symbol, symbol);
            nodes[i] = seed ? one : zero;
            continue;
        }
        const Node *d[NODE_ARGUMENTS] = {NULL};
        bool moves = false;
        for (int k = 0; k < old->operation->arity; k++) {
            d[k] = nodes[old->argument[k]->index];
            moves = moves || d[k] != zero;
        }
        nodes[i] = moves ? old->operation->differentiate(pool, old, d) : zero;
    }
    return pool->full ? zero : nodes[node->index];
}
