/* simplify.h - operations that need not be done. */
#ifndef ACTPLOT_FORMULA_SIMPLIFY_H
#define ACTPLOT_FORMULA_SIMPLIFY_H

#include "formula/node.h"

/* The simpler node for operation(argument...), not all of them constant; NULL: there
 * is none. Each identity keeps every bit of the result (signs of zeros and
 * subnormal results aside), except those that node.h names. */
const Node *simplify(NodePool *pool, const Operation *operation,
                     const Node *const argument[]);

#endif
