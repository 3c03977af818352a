/* pattern.c - patterns made from text, matched, filled in.
 *
 * Patterns are small, so these walks are recursions.
 */
#include "formula/pattern.h"

#include "formula/function.h"
#include "formula/operation.h"
#include "formula/parser.h"

#include <float.h>
#include <glib.h>
#include <math.h>
#include <string.h>

static const char letters[PATTERN_LETTERS] = "uvwk";
enum { CONSTANT_LETTER = 3 };

static const Node *make(NodePool *pool, const Syntax *syntax, bool outermost);

static const Node *make_applied(NodePool *pool, const Operation *operation,
                                const Syntax *syntax, bool outermost)
{
    const Node *argument[NODE_ARGUMENTS] = {NULL};
    for (int i = 0; i < operation->arity; i++)
        argument[i] = make(pool, syntax_argument(syntax, (unsigned)i)->value, false);
    bool before = node_pool_set_rewriting(pool, !outermost);
    const Node *node =
        node_apply(pool, operation, argument[0], argument[1], argument[2]);
    node_pool_set_rewriting(pool, before);
    return node;
}

static const Node *make(NodePool *pool, const Syntax *syntax, bool outermost)
{
    double value;
    switch (syntax->kind) {
    case SYNTAX_NUMBER:
        return node_constant(pool, syntax->number);
    case SYNTAX_NAME:
        if (constant_find(syntax->name, &value))
            return node_constant(pool, value);
        return node_symbol(pool, syntax->name);
    case SYNTAX_CALL:
        return make_applied(pool, operation_find(syntax->name), syntax, outermost);
    case SYNTAX_OPERATION:
        return make_applied(pool, syntax->operation, syntax, outermost);
    case SYNTAX_PRIME:
    case SYNTAX_DIFF:
        break;
    }
    g_assert_not_reached();
}

const Node *pattern_new(NodePool *pool, const char *text)
{
    g_autoptr(SyntaxTree) tree = parser_parse(text, NULL, NULL);
    g_assert(tree);
    return make(pool, tree->root, true);
}

static const Node *remake(NodePool *pool, const Node *node, bool outermost)
{
    if (!node->operation)
        return node;
    const Node *argument[NODE_ARGUMENTS] = {NULL};
    for (int i = 0; i < node->operation->arity; i++)
        argument[i] = remake(pool, node->argument[i], false);
    bool before = node_pool_set_rewriting(pool, !outermost);
    const Node *made =
        node_apply(pool, node->operation, argument[0], argument[1], argument[2]);
    node_pool_set_rewriting(pool, before);
    return made;
}

const Node *pattern_from_node(NodePool *pool, const Node *node)
{
    return remake(pool, node, true);
}

static int letter_index(const Node *pattern)
{
    for (int i = 0; i < PATTERN_LETTERS; i++)
        if (pattern->symbol && pattern->symbol[0] == letters[i])
            return i;
    return -1;
}

static bool is_same_constant(const Node *node, double value)
{
    return node_is_constant(node) &&
           fabs(node->value - value) <= 4 * DBL_EPSILON * fabs(value);
}

static bool match_letter(int letter, const Node *node, Filling *filling)
{
    if (filling->node[letter])
        return filling->node[letter] == node;
    if (letter == CONSTANT_LETTER &&
        !(node_is_constant(node) && fabs(node->value) > 1e-6 &&
          fabs(node->value) < 1e6))
        return false;
    filling->node[letter] = node;
    return true;
}

/* Whether pattern is a letter with a factor, -u or u/2 or u*u, and is filled in. */
static bool is_scaled(const Node *pattern, const Filling *filling)
{
    if (pattern->operation != &operation_negate &&
        pattern->operation != &operation_multiply &&
        pattern->operation != &operation_divide)
        return false;
    for (int i = 0; i < pattern->operation->arity; i++) {
        int letter = letter_index(pattern->argument[i]);
        if (pattern->argument[i]->operation || (letter >= 0 && !filling->node[letter]))
            return false;
    }
    return true;
}

/* Whether node is what a scaled letter was simplified to: u/2 is y where u is 2*y. */
static bool match_scaled(NodePool *pool, const Node *pattern, const Node *node,
                         const Filling *filling)
{
    if (!is_scaled(pattern, filling))
        return false;
    bool before = node_pool_set_rewriting(pool, false);
    const Node *scaled = pattern_fill(pool, pattern, filling);
    node_pool_set_rewriting(pool, before);
    return scaled == node;
}

/* The same as pattern_match_operation() for a node. */
static bool match(NodePool *pool, const Node *pattern, const Node *node,
                  Filling *filling);

static bool match_arguments(NodePool *pool, const Node *pattern,
                            const Node *const argument[], Filling *filling)
{
    for (int i = 0; i < pattern->operation->arity; i++)
        if (!match(pool, pattern->argument[i], argument[i], filling))
            return false;
    return true;
}

bool pattern_match_operation(NodePool *pool, const Node *pattern,
                             const Operation *operation, const Node *const argument[],
                             Filling *filling)
{
    if (pattern->operation != operation)
        return false;
    Filling attempt = *filling;
    bool found = match_arguments(pool, pattern, argument, &attempt);
    if (!found && operation->commutative) {
        const Node *const swapped[] = {argument[1], argument[0]};
        attempt = *filling;
        found = match_arguments(pool, pattern, swapped, &attempt);
    }
    if (found)
        *filling = attempt;
    return found;
}

static bool match(NodePool *pool, const Node *pattern, const Node *node,
                  Filling *filling)
{
    int letter = letter_index(pattern);
    if (letter >= 0)
        return match_letter(letter, node, filling);
    if (!pattern->operation)
        return is_same_constant(node, pattern->value);
    if (node->operation && pattern_match_operation(pool, pattern, node->operation,
                                                   node->argument, filling))
        return true;
    return match_scaled(pool, pattern, node, filling);
}

const Node *pattern_fill(NodePool *pool, const Node *pattern, const Filling *filling)
{
    int letter = letter_index(pattern);
    if (letter >= 0)
        return filling->node[letter];
    if (!pattern->operation)
        return node_constant(pool, pattern->value);
    const Node *argument[NODE_ARGUMENTS] = {NULL};
    for (int i = 0; i < pattern->operation->arity; i++)
        argument[i] = pattern_fill(pool, pattern->argument[i], filling);
    return node_apply(pool, pattern->operation, argument[0], argument[1], argument[2]);
}
