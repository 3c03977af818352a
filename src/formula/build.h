/* build.h - short names for writing nodes by hand in the operations' rules.
 *
 * Each takes the pool as `pool` from where it stands.
 */
#ifndef ACTPLOT_FORMULA_BUILD_H
#define ACTPLOT_FORMULA_BUILD_H

#include "formula/node.h"
#include "formula/operation.h"

#define NUM(value) node_constant(pool, (value))
#define CALL(name, a) node_apply(pool, &operation_##name, (a), NULL, NULL)
#define CALL2(name, a, b) node_apply(pool, &operation_##name, (a), (b), NULL)
#define ADD(a, b) CALL2(add, a, b)
#define SUB(a, b) CALL2(subtract, a, b)
#define MUL(a, b) CALL2(multiply, a, b)
#define DIV(a, b) CALL2(divide, a, b)
#define NEG(a) CALL(negate, a)
#define SELECT(c, a, b) node_apply(pool, &operation_select, (c), (a), (b))

#endif
