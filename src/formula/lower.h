/* lower.h - from the tree as written to nodes: names resolved, calls replaced. */
#ifndef ACTPLOT_FORMULA_LOWER_H
#define ACTPLOT_FORMULA_LOWER_H

#include "formula/formula.h"
#include "formula/syntax.h"

/* The function that a name means in a call of that many positional arguments (a bare
 * name is a call of none). One of the two is set, or neither: unknown. */
typedef struct {
    const Definition *definition;
    const Scope *scope; /* in which the definition was found */
    const Operation *operation;
    bool clip; /* clip(x, lo, hi), which is no operation of its own */
} Function;
Function function_resolve(const Scope *scope, const char *name, unsigned positional);

/* The value of a name that is a number everywhere: pi, e. */
bool constant_find(const char *name, double *value);

const Parameter *definition_parameter(const Definition *definition, const char *name);

/* The node in pool of a text's tree; NULL: an error, as formula_new() reports it. */
const Node *lower(NodePool *pool, const SyntaxTree *tree, const char *text,
                  const Scope *scope, const Binding *bindings, Span *fault,
                  GError **error);

#endif
