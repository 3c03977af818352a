/* simplify.c - identities: sums, products, powers, choices, odd and even functions.
 *
 * Minus signs travel outwards (exact, as only the sign bit changes), constants that
 * are powers of two join other factors (exact), so that equal things written
 * differently become one node.
 */
#include "formula/simplify.h"

#include "formula/operation.h"

#include <glib.h>
#include <math.h>
#include <stdlib.h>

static const Node *one(NodePool *pool, const Operation *operation, const Node *a)
{
    return node_apply(pool, operation, a, NULL, NULL);
}

static const Node *two(NodePool *pool, const Operation *operation, const Node *a,
                       const Node *b)
{
    return node_apply(pool, operation, a, b, NULL);
}

static bool is_zero(const Node *node)
{
    return node_is_constant(node) && node->value == 0;
}

static bool is_negative(const Node *node)
{
    return node_is_constant(node) && node->value < 0;
}

/* Whether multiplying by it changes an exponent only, and not by so much that
 * products of such constants leave the range. */
static bool is_power_of_two(double value)
{
    int exponent;
    return fabs(frexp(value, &exponent)) == 0.5 && abs(exponent) <= 64;
}

static const Node *negated(NodePool *pool, const Node *node)
{
    return one(pool, &operation_negate, node);
}

/* What the minus sign stands before; NULL: node is not of that kind. */
static const Node *after_minus(const Node *node)
{
    return node->operation == &operation_negate ? node->argument[0] : NULL;
}

/* Whether a minus sign can be taken off without a trace, from -2*x for example. */
static bool is_signed(const Node *node)
{
    if (node->operation == &operation_multiply)
        return is_negative(node->argument[0]);
    if (node->operation == &operation_divide)
        return is_negative(node->argument[0]) || is_negative(node->argument[1]);
    return node->operation == &operation_negate;
}

static const Node *simplify_add(NodePool *pool, const Node *a, const Node *b)
{
    if (is_zero(a))
        return b;
    if (is_zero(b))
        return a;
    if (a == b)
        return two(pool, &operation_multiply, node_constant(pool, 2), a);
    if (is_signed(b))
        return two(pool, &operation_subtract, a, negated(pool, b));
    if (is_signed(a))
        return two(pool, &operation_subtract, b, negated(pool, a));
    if (is_negative(b))
        return two(pool, &operation_subtract, a, negated(pool, b));
    if (is_negative(a))
        return two(pool, &operation_subtract, b, negated(pool, a));
    return NULL;
}

static const Node *simplify_subtract(NodePool *pool, const Node *a, const Node *b)
{
    if (is_zero(b))
        return a;
    if (is_zero(a))
        return negated(pool, b);
    if (is_signed(b))
        return two(pool, &operation_add, a, negated(pool, b));
    if (is_negative(b))
        return two(pool, &operation_add, a, negated(pool, b));
    if (after_minus(a))
        return negated(pool, two(pool, &operation_add, after_minus(a), b));
    return NULL;
}

static const Node *simplify_negate(NodePool *pool, const Node *a)
{
    const Node *first = a->argument[0], *second = a->argument[1];
    if (after_minus(a))
        return after_minus(a);
    if (a->operation == &operation_multiply && node_is_constant(first))
        return two(pool, &operation_multiply, negated(pool, first), second);
    if (a->operation == &operation_divide && node_is_constant(first))
        return two(pool, &operation_divide, negated(pool, first), second);
    if (a->operation == &operation_divide && node_is_constant(second))
        return two(pool, &operation_divide, first, negated(pool, second));
    return NULL;
}

/* constant * b. */
static const Node *simplify_scale(NodePool *pool, const Node *constant, const Node *b)
{
    double value = constant->value;
    if (value == 0)
        return node_constant(pool, 0);
    if (value == 1)
        return b;
    if (value == -1)
        return negated(pool, b);
    if (after_minus(b))
        return two(pool, &operation_multiply, negated(pool, constant), after_minus(b));
    const Node *first = b->argument[0], *second = b->argument[1];
    if (b->operation == &operation_multiply && node_is_constant(first) &&
        (is_power_of_two(value) || is_power_of_two(first->value)))
        return two(pool, &operation_multiply, node_constant(pool, value * first->value),
                   second);
    if (b->operation == &operation_divide && node_is_constant(second) &&
        is_power_of_two(value))
        return two(pool, &operation_divide, first,
                   node_constant(pool, second->value / value));
    if (b->operation == &operation_divide && node_is_constant(first) &&
        is_power_of_two(value))
        return two(pool, &operation_divide, node_constant(pool, first->value * value),
                   second);
    return NULL;
}

static const Node *simplify_multiply(NodePool *pool, const Node *a, const Node *b)
{
    if (node_is_constant(b))
        return two(pool, &operation_multiply, b, a); /* the constant first */
    if (node_is_constant(a))
        return simplify_scale(pool, a, b);
    if (is_signed(a))
        return negated(pool, two(pool, &operation_multiply, negated(pool, a), b));
    if (is_signed(b))
        return negated(pool, two(pool, &operation_multiply, a, negated(pool, b)));
    return NULL;
}

static const Node *simplify_divide(NodePool *pool, const Node *a, const Node *b)
{
    if (is_zero(a))
        return a;
    if (node_is_constant(b)) {
        if (b->value == 1)
            return a;
        if (is_power_of_two(b->value))
            return two(pool, &operation_multiply, node_constant(pool, 1 / b->value), a);
        if (a->operation == &operation_multiply && node_is_constant(a->argument[0]) &&
            is_power_of_two(a->argument[0]->value))
            return two(pool, &operation_divide, a->argument[1],
                       node_constant(pool, b->value / a->argument[0]->value));
    }
    if (is_signed(a) && !node_is_constant(b))
        return negated(pool, two(pool, &operation_divide, negated(pool, a), b));
    if (after_minus(a))
        return negated(pool, two(pool, &operation_divide, after_minus(a), b));
    if (is_signed(b))
        return negated(pool, two(pool, &operation_divide, a, negated(pool, b)));
    return NULL;
}

static const Node *simplify_power(NodePool *pool, const Node *a, const Node *b)
{
    if (node_is_value(a, 1))
        return a;
    if (node_is_value(a, G_E))
        return one(pool, &operation_exp, b);
    if (!node_is_constant(b))
        return NULL;
    if (b->value == 0)
        return node_constant(pool, 1);
    if (b->value == 1)
        return a;
    if (b->value == 0.5)
        return one(pool, &operation_sqrt, a);
    if (b->value == -1)
        return two(pool, &operation_divide, node_constant(pool, 1), a);
    if (b->value != 2 && b->value != 3 && b->value != 4)
        return NULL;
    /* As exact as the power itself, and much faster. */
    const Node *square = two(pool, &operation_multiply, a, a);
    if (b->value == 2)
        return square;
    return two(pool, &operation_multiply, square, b->value == 3 ? a : square);
}

static const Node *simplify_select(NodePool *pool, const Node *const argument[])
{
    if (argument[1] == argument[2])
        return argument[1];
    if (!node_is_constant(argument[0]))
        return NULL;
    if (isnan(argument[0]->value))
        return node_constant(pool, NAN);
    return argument[0]->value != 0 ? argument[1] : argument[2];
}

/* f(-u) as f(u) or -f(u). */
static const Node *simplify_parity(NodePool *pool, const Operation *operation,
                                   const Node *minus_u)
{
    static const Operation *const even[] = {
        &operation_abs,          &operation_cos,
        &operation_cosh,         &operation_normal_pdf,
        &operation_sech2,        &operation_gauss,
        &operation_softsign_1,   &operation_logistic_1,
        &operation_x_logistic_2, &operation_x_normal_cdf_2,
        &operation_gelu_tanh_2,  &operation_root,
        &operation_root_less_1,  &operation_ratio_1,
        &operation_atan_1,       &operation_log_cosh,
        &operation_sinc,         &operation_sinc_2,
        &operation_x_gauss_1,
    };
    static const Operation *const odd[] = {
        &operation_sign,        &operation_sin,    &operation_tan,
        &operation_sinh,        &operation_tanh,   &operation_asinh,
        &operation_atan,        &operation_erf,    &operation_cbrt,
        &operation_softsign,    &operation_ratio,  &operation_x_gauss,
        &operation_tanh_shrink, &operation_sinc_1, &operation_sinc_3,
    };
    for (size_t i = 0; i < G_N_ELEMENTS(even); i++)
        if (operation == even[i])
            return one(pool, operation, negated(pool, minus_u));
    for (size_t i = 0; i < G_N_ELEMENTS(odd); i++)
        if (operation == odd[i])
            return negated(pool, one(pool, operation, negated(pool, minus_u)));
    return NULL;
}

const Node *simplify(NodePool *pool, const Operation *operation,
                     const Node *const argument[])
{
    const Node *a = argument[0], *b = argument[1];
    if (operation == &operation_add)
        return simplify_add(pool, a, b);
    if (operation == &operation_subtract)
        return simplify_subtract(pool, a, b);
    if (operation == &operation_multiply)
        return simplify_multiply(pool, a, b);
    if (operation == &operation_divide)
        return simplify_divide(pool, a, b);
    if (operation == &operation_power)
        return simplify_power(pool, a, b);
    if (operation == &operation_negate)
        return simplify_negate(pool, a);
    if (operation == &operation_select)
        return simplify_select(pool, argument);
    if (operation == &operation_min || operation == &operation_max)
        return a == b ? a : NULL;
    if (operation == &operation_abs && a->operation == &operation_abs)
        return a;
    if (operation == &operation_x_logistic_affine_2 && is_negative(b) &&
        is_zero(argument[2])) /* even in k u */
        return node_apply(pool, operation, a, negated(pool, b), argument[2]);
    if (operation->arity == 1 && is_signed(a))
        return simplify_parity(pool, operation, a);
    return NULL;
}
