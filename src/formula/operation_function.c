/* operation_function.c - the smooth functions of one argument that a user may write. */
#include "formula/build.h"
#include "formula/interval.h"
#include "formula/kernel.h"
#include "formula/operation.h"

#include <glib.h>
#include <math.h>

#define TWO_OVER_ROOT_PI 1.1283791670955125739

/* The rule for NAME: its slope at u, itself being node, times the slope of u. */
#define SLOPE(NAME, EXPRESSION)                                                        \
    static const Node *differentiate_##NAME(NodePool *pool, const Node *node,          \
                                            const Node *const d[])                     \
    {                                                                                  \
        const Node *u = node->argument[0];                                             \
        (void)u;                                                                       \
        return EXPRESSION;                                                             \
    }

#define FUNCTION(NAME, HELP, ...)                                                      \
    const Operation operation_##NAME = {.name = #NAME,                                 \
                                        .signature = #NAME "(x)",                      \
                                        .help = HELP,                                  \
                                        .arity = 1,                                    \
                                        .level = LEVEL_CALL,                           \
                                        .evaluate = kernel_##NAME,                     \
                                        .differentiate = differentiate_##NAME,         \
                                        .enclose = interval_##NAME,                    \
                                        __VA_ARGS__}

static const Node *argument_first(NodePool *pool, const Node *node)
{
    (void)pool;
    return node->argument[0];
}

static const Node *one_more(NodePool *pool, const Node *node)
{
    return ADD(NUM(1), node->argument[0]);
}

static const Node *cosine(NodePool *pool, const Node *node)
{
    return CALL(cos, node->argument[0]);
}

SLOPE(exp, MUL(node, d[0]))
FUNCTION(exp, "exponential", .critical = CRITICAL_NONE);

SLOPE(expm1, MUL(CALL(exp, u), d[0]))
FUNCTION(expm1, "exp(x) - 1, accurate near 0", .critical = CRITICAL_NONE);

SLOPE(log, DIV(d[0], u))
FUNCTION(log, "natural logarithm", .critical = CRITICAL_POLE,
         .critical_node = argument_first);

SLOPE(log1p, DIV(d[0], ADD(NUM(1), u)))
FUNCTION(log1p, "log(1 + x), accurate near 0", .critical = CRITICAL_POLE,
         .critical_node = one_more);

SLOPE(sqrt, DIV(d[0], MUL(NUM(2), node)))
FUNCTION(sqrt, "square root", .critical = CRITICAL_EDGE,
         .critical_node = argument_first);

SLOPE(cbrt, DIV(d[0], MUL(NUM(3), MUL(node, node))))
FUNCTION(cbrt, "cube root, of negative numbers too", .critical = CRITICAL_EDGE,
         .critical_node = argument_first);

SLOPE(sin, MUL(CALL(cos, u), d[0]))
FUNCTION(sin, "sine", .critical = CRITICAL_NONE);

SLOPE(cos, NEG(MUL(CALL(sin, u), d[0])))
FUNCTION(cos, "cosine", .critical = CRITICAL_NONE);

SLOPE(tan, MUL(ADD(NUM(1), MUL(node, node)), d[0]))
FUNCTION(tan, "tangent", .critical = CRITICAL_POLE, .critical_node = cosine);

SLOPE(sinh, MUL(CALL(cosh, u), d[0]))
FUNCTION(sinh, "hyperbolic sine", .critical = CRITICAL_NONE);

SLOPE(cosh, MUL(CALL(sinh, u), d[0]))
FUNCTION(cosh, "hyperbolic cosine", .critical = CRITICAL_NONE);

SLOPE(tanh, MUL(CALL(sech2, u), d[0]))
FUNCTION(tanh, "hyperbolic tangent", .critical = CRITICAL_NONE);

SLOPE(asinh, DIV(d[0], CALL(root, u)))
FUNCTION(asinh, "inverse hyperbolic sine", .critical = CRITICAL_NONE);

SLOPE(atan, MUL(CALL(atan_1, u), d[0]))
FUNCTION(atan, "inverse tangent, -pi/2 .. pi/2", .critical = CRITICAL_NONE);

SLOPE(erf, MUL(MUL(NUM(TWO_OVER_ROOT_PI), CALL(gauss, u)), d[0]))
FUNCTION(erf, "error function", .critical = CRITICAL_NONE);

SLOPE(erfc, MUL(MUL(NUM(-TWO_OVER_ROOT_PI), CALL(gauss, u)), d[0]))
FUNCTION(erfc, "1 - erf(x), accurate on the right", .critical = CRITICAL_NONE);

SLOPE(logistic, MUL(CALL(logistic_1, u), d[0]))
FUNCTION(logistic, "1/(1 + exp(-x))", .critical = CRITICAL_NONE);

SLOPE(softplus, MUL(CALL(logistic, u), d[0]))
FUNCTION(softplus, "log(1 + exp(x))", .critical = CRITICAL_NONE);

SLOPE(log_logistic, MUL(CALL(logistic, NEG(u)), d[0]))
FUNCTION(log_logistic, "log(logistic(x)), which is -softplus(-x)",
         .critical = CRITICAL_NONE);

SLOPE(normal_cdf, MUL(CALL(normal_pdf, u), d[0]))
FUNCTION(normal_cdf, "share of the standard normal distribution below x",
         .critical = CRITICAL_NONE);

SLOPE(normal_pdf, NEG(MUL(MUL(u, node), d[0])))
FUNCTION(normal_pdf, "density of the standard normal distribution",
         .critical = CRITICAL_NONE);

SLOPE(sech2, MUL(MUL(MUL(NUM(-2), CALL(tanh, u)), node), d[0]))
FUNCTION(sech2, "1 - tanh(x)^2, accurate far out", .critical = CRITICAL_NONE);
