/* operation_arithmetic.c - what is written with signs: + - * / ^, <, &&, ?:. */
#include "formula/build.h"
#include "formula/interval.h"
#include "formula/kernel.h"
#include "formula/operation.h"

#include <math.h>

static const Node *argument_first(NodePool *pool, const Node *node)
{
    (void)pool;
    return node->argument[0];
}

/* Where a comparison, min or max changes: at the zeros of a - b. */
static const Node *difference(NodePool *pool, const Node *node)
{
    return SUB(node->argument[0], node->argument[1]);
}

static const Node *flat(NodePool *pool, const Node *node, const Node *const d[])
{
    (void)node, (void)d;
    return NUM(0);
}

static const Node *differentiate_add(NodePool *pool, const Node *node,
                                     const Node *const d[])
{
    (void)node;
    return ADD(d[0], d[1]);
}

const Operation operation_add = {
    .name = "+",
    .signature = "a + b",
    .help = "sum",
    .arity = 2,
    .level = LEVEL_SUM,
    .evaluate = kernel_add,
    .differentiate = differentiate_add,
    .enclose = interval_add,
    .commutative = true,
};

static const Node *differentiate_subtract(NodePool *pool, const Node *node,
                                          const Node *const d[])
{
    (void)node;
    return SUB(d[0], d[1]);
}

const Operation operation_subtract = {
    .name = "-",
    .signature = "a - b",
    .help = "difference",
    .arity = 2,
    .level = LEVEL_SUM,
    .evaluate = kernel_subtract,
    .differentiate = differentiate_subtract,
    .enclose = interval_subtract,
};

static const Node *differentiate_multiply(NodePool *pool, const Node *node,
                                          const Node *const d[])
{
    return ADD(MUL(d[0], node->argument[1]), MUL(node->argument[0], d[1]));
}

const Operation operation_multiply = {
    .name = "*",
    .signature = "a * b",
    .help = "product",
    .arity = 2,
    .level = LEVEL_PRODUCT,
    .evaluate = kernel_multiply,
    .differentiate = differentiate_multiply,
    .enclose = interval_multiply,
    .commutative = true,
};

static const Node *differentiate_divide(NodePool *pool, const Node *node,
                                        const Node *const d[])
{
    const Node *b = node->argument[1];
    return DIV(SUB(d[0], MUL(node, d[1])), b);
}

static const Node *denominator(NodePool *pool, const Node *node)
{
    (void)pool;
    return node_is_constant(node->argument[1]) ? NULL : node->argument[1];
}

const Operation operation_divide = {
    .name = "/",
    .signature = "a / b",
    .help = "quotient",
    .arity = 2,
    .level = LEVEL_PRODUCT,
    .evaluate = kernel_divide,
    .differentiate = differentiate_divide,
    .enclose = interval_divide,
    .critical = CRITICAL_POLE,
    .critical_node = denominator,
};

static const Node *differentiate_power(NodePool *pool, const Node *node,
                                       const Node *const d[])
{
    const Node *a = node->argument[0], *b = node->argument[1];
    const Node *in_base = node_is_value(d[0], 0)
                              ? d[0]
                              : MUL(MUL(b, CALL2(power, a, SUB(b, NUM(1)))), d[0]);
    if (node_is_value(d[1], 0))
        return in_base;
    /* a^b log(a) tends to 0 with a, where the product would be 0 times infinity. */
    const Node *slope = MUL(node, CALL(log, a));
    if (!node_is_constant(a))
        slope = SELECT(CALL2(equal, a, NUM(0)), NUM(0), slope);
    return ADD(in_base, MUL(slope, d[1]));
}

/* The base, unless the exponent is a whole number that is not negative. */
static const Node *base(NodePool *pool, const Node *node)
{
    (void)pool;
    const Node *a = node->argument[0], *b = node->argument[1];
    if (node_is_constant(a))
        return NULL;
    bool whole = node_is_constant(b) && b->value >= 0 && b->value == floor(b->value);
    return whole ? NULL : a;
}

const Operation operation_power = {
    .name = "^",
    .signature = "a ^ b",
    .help = "power; 2^3^2 is 2^(3^2), -x^2 is -(x^2)",
    .arity = 2,
    .level = LEVEL_POWER,
    .evaluate = kernel_power,
    .differentiate = differentiate_power,
    .enclose = interval_power,
    .critical = CRITICAL_EDGE,
    .critical_node = base,
};

static const Node *differentiate_negate(NodePool *pool, const Node *node,
                                        const Node *const d[])
{
    (void)node;
    return NEG(d[0]);
}

const Operation operation_negate = {
    .name = "-",
    .signature = "-a",
    .help = "the opposite",
    .arity = 1,
    .level = LEVEL_MINUS,
    .evaluate = kernel_negate,
    .differentiate = differentiate_negate,
    .enclose = interval_negate,
};

static const Node *differentiate_select(NodePool *pool, const Node *node,
                                        const Node *const d[])
{
    return SELECT(node->argument[0], d[1], d[2]);
}

const Operation operation_select = {
    .name = "?:",
    .signature = "c ? a : b",
    .help = "a where c holds, else b; c ? a : d ? b : e nests to the right",
    .arity = 3,
    .level = LEVEL_CHOICE,
    .evaluate = kernel_select,
    .differentiate = differentiate_select,
    .enclose = interval_select,
};

#define COMPARISON(NAME, SIGN, HELP, COMMUTATIVE)                                      \
    const Operation operation_##NAME = {                                               \
        .name = SIGN,                                                                  \
        .signature = "a " SIGN " b",                                                   \
        .help = HELP,                                                                  \
        .arity = 2,                                                                    \
        .level = LEVEL_COMPARE,                                                        \
        .evaluate = kernel_##NAME,                                                     \
        .differentiate = flat,                                                         \
        .enclose = interval_##NAME,                                                    \
        .critical = CRITICAL_SWITCH,                                                   \
        .critical_node = difference,                                                   \
        .commutative = COMMUTATIVE,                                                    \
    }

COMPARISON(less, "<", "1 where a is less than b, else 0", false);
COMPARISON(less_equal, "<=", "1 where a is at most b, else 0", false);
COMPARISON(greater, ">", "1 where a is greater than b, else 0", false);
COMPARISON(greater_equal, ">=", "1 where a is at least b, else 0", false);
COMPARISON(equal, "==", "1 where a equals b, else 0", true);
COMPARISON(not_equal, "!=", "1 where a differs from b, else 0", true);

const Operation operation_and = {
    .name = "&&",
    .signature = "a && b",
    .help = "1 where both hold, else 0",
    .arity = 2,
    .level = LEVEL_AND,
    .evaluate = kernel_and,
    .differentiate = flat,
    .enclose = interval_and,
    .commutative = true,
};

const Operation operation_or = {
    .name = "||",
    .signature = "a || b",
    .help = "1 where one of them holds, else 0",
    .arity = 2,
    .level = LEVEL_OR,
    .evaluate = kernel_or,
    .differentiate = flat,
    .enclose = interval_or,
    .commutative = true,
};

const Operation operation_not = {
    .name = "!",
    .signature = "!a",
    .help = "1 where a does not hold, else 0",
    .arity = 1,
    .level = LEVEL_MINUS,
    .evaluate = kernel_not,
    .differentiate = flat,
    .enclose = interval_not,
};

/* max' is b' only where b is greater: at a tie the first argument is taken, so that
 * max(0, x) has slope 0 at 0. */
static const Node *differentiate_max(NodePool *pool, const Node *node,
                                     const Node *const d[])
{
    return SELECT(CALL2(greater, node->argument[1], node->argument[0]), d[1], d[0]);
}

const Operation operation_max = {
    .name = "max",
    .signature = "max(a, b, ...)",
    .help = "the greatest; at a tie its slope is that of the first",
    .arity = 2,
    .level = LEVEL_CALL,
    .evaluate = kernel_max,
    .differentiate = differentiate_max,
    .enclose = interval_max,
    .critical = CRITICAL_SWITCH,
    .critical_node = difference,
};

static const Node *differentiate_min(NodePool *pool, const Node *node,
                                     const Node *const d[])
{
    return SELECT(CALL2(less, node->argument[1], node->argument[0]), d[1], d[0]);
}

const Operation operation_min = {
    .name = "min",
    .signature = "min(a, b, ...)",
    .help = "the least; at a tie its slope is that of the first",
    .arity = 2,
    .level = LEVEL_CALL,
    .evaluate = kernel_min,
    .differentiate = differentiate_min,
    .enclose = interval_min,
    .critical = CRITICAL_SWITCH,
    .critical_node = difference,
};

static const Node *differentiate_abs(NodePool *pool, const Node *node,
                                     const Node *const d[])
{
    return MUL(CALL(sign, node->argument[0]), d[0]);
}

const Operation operation_abs = {
    .name = "abs",
    .signature = "abs(x)",
    .help = "absolute value; its slope at 0 is 0",
    .arity = 1,
    .level = LEVEL_CALL,
    .evaluate = kernel_abs,
    .differentiate = differentiate_abs,
    .enclose = interval_abs,
    .critical = CRITICAL_SWITCH,
    .critical_node = argument_first,
};

const Operation operation_sign = {
    .name = "sign",
    .signature = "sign(x)",
    .help = "-1, 0 or 1",
    .arity = 1,
    .level = LEVEL_CALL,
    .evaluate = kernel_sign,
    .differentiate = flat,
    .enclose = interval_sign,
    .critical = CRITICAL_SWITCH,
    .critical_node = argument_first,
};

const Operation operation_floor = {
    .name = "floor",
    .signature = "floor(x)",
    .help = "the greatest whole number that is not greater; its slope is 0",
    .arity = 1,
    .level = LEVEL_CALL,
    .evaluate = kernel_floor,
    .differentiate = flat,
    .enclose = interval_floor,
    .critical = CRITICAL_STEP,
    .critical_node = argument_first,
};
