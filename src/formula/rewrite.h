/* rewrite.h - textbook forms become the accurate ones.
 *
 * log(1 + exp(u)) loses the left tail and overflows on the right; softplus(u) does
 * neither. Formulas of the catalogue, of users, and derivatives all pass through
 * these rules, so an accurate tail does not depend on who wrote the formula.
 */
#ifndef ACTPLOT_FORMULA_REWRITE_H
#define ACTPLOT_FORMULA_REWRITE_H

#include "formula/node.h"

/* The accurate node for operation(argument...); NULL: no rule applies. */
const Node *rewrite(NodePool *pool, const Operation *operation,
                    const Node *const argument[]);

#endif
