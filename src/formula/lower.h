/* lower.h - from the tree as written to nodes: names resolved, calls replaced. */
#ifndef ACTPLOT_FORMULA_LOWER_H
#define ACTPLOT_FORMULA_LOWER_H

#include "formula/formula.h"
#include "formula/syntax.h"

/* The node in pool of a text's tree; NULL: an error, as formula_new() reports it. On a
 * plane `y` is a variable as x is. */
const Node *lower(NodePool *pool, const SyntaxTree *tree, const char *text,
                  const Scope *scope, const Binding *bindings, bool plane, Span *fault,
                  GError **error);

#endif
