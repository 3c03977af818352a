/* rewrite_form.h - forms that people write in more ways than patterns can say.
 *
 * Each returns the accurate node, or NULL: it is not of that form.
 */
#ifndef ACTPLOT_FORMULA_REWRITE_FORM_H
#define ACTPLOT_FORMULA_REWRITE_FORM_H

#include "formula/node.h"

/* u * gate: GELU's approximation, whose inner polynomial people write in many ways. */
const Node *rewrite_gelu_tanh(NodePool *pool, const Node *u, const Node *gate);

/* The normal distribution with mean and width, whose difference must not be rounded. */
const Node *rewrite_normal(NodePool *pool, const Operation *operation,
                           const Node *argument);

/* u/below: u/(u/a + exp(-u/b)). */
const Node *rewrite_soft_root(NodePool *pool, const Node *u, const Node *below);

#endif
