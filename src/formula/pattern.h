/* pattern.h - formulas with gaps, found in graphs and filled in.
 *
 * In a pattern u, v, w stand for any node and k for a constant between 1e-6 and 1e6
 * in size; the same letter is the same node everywhere. Operations that only
 * rewrite.h makes are written as calls.
 */
#ifndef ACTPLOT_FORMULA_PATTERN_H
#define ACTPLOT_FORMULA_PATTERN_H

#include "formula/node.h"

enum { PATTERN_LETTERS = 4 };

/* What the letters u, v, w, k stand for; NULL: nothing yet. */
typedef struct {
    const Node *node[PATTERN_LETTERS];
} Filling;

/* A text as a node of pool. All but its outermost operation is rewritten as usual,
 * so it has the form that such parts have in formulas. The text must be correct. */
const Node *pattern_new(NodePool *pool, const char *text);

/* The same from a node of the pattern's own pool, which has u as a symbol. */
const Node *pattern_from_node(NodePool *pool, const Node *node);

/* Whether an operation, which is no node of pool yet, has the pattern's form. Adds to
 * *filling; it is changed only where the answer is yes. */
bool pattern_match_operation(NodePool *pool, const Node *pattern,
                             const Operation *operation, const Node *const argument[],
                             Filling *filling);

/* The pattern with its letters replaced: a node of pool. */
const Node *pattern_fill(NodePool *pool, const Node *pattern, const Filling *filling);

#endif
