/* lower.h - from the tree as written to nodes: names resolved, calls replaced. */
#ifndef ACTPLOT_FORMULA_LOWER_H
#define ACTPLOT_FORMULA_LOWER_H

#include "formula/formula.h"
#include "formula/syntax.h"

/* What stays a symbol beside x: on a plane `y`, and where opened (of OpenParameter) is
 * not NULL, the text's own parameters, which are added to it. */
typedef struct {
    bool plane;
    GArray *opened;
} LowerSymbols;

/* The node in pool of a text's tree; NULL: an error, as formula_new() reports it. */
const Node *lower(NodePool *pool, const SyntaxTree *tree, const char *text,
                  const Scope *scope, const Binding *bindings, LowerSymbols symbols,
                  Span *fault, GError **error);

#endif
