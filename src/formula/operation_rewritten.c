/* operation_rewritten.c - the operations that only rewrite.c makes.
 *
 * Each has its first two derivatives as operations of their own, because their parts
 * cancel in the tails; from the third on, derivatives are those of the expansion.
 * rewrite.c finds each expansion again, so what is printed reads back as the same.
 */
#include "formula/operation_rewritten.h"

#include <math.h>

const Node *rewritten_slope(NodePool *pool, const Node *node)
{
    const char *symbol = "#";
    const Node *u = node_symbol(pool, symbol);
    const Node *at_symbol =
        node_apply(pool, node->operation, u, node->argument[1], node->argument[2]);
    const Node *slope =
        node_derivative(pool, node->operation->expand(pool, at_symbol), symbol);
    return node_substitute(pool, slope, symbol, node->argument[0]);
}

static const Node *argument_first(NodePool *pool, const Node *node)
{
    (void)pool;
    return node->argument[0];
}

REWRITTEN(gauss, "exp(-u^2)", CALL(exp, NEG(SQUARE(u))), MUL(NUM(-2), CALL(x_gauss, u)),
          SMOOTH);
REWRITTEN(x_gauss, "u*exp(-u^2)", MUL(u, CALL(exp, NEG(SQUARE(u)))), CALL(x_gauss_1, u),
          SMOOTH);
REWRITTEN(x_gauss_1, "(u*exp(-u^2))'",
          MUL(SUB(NUM(1), MUL(NUM(2), SQUARE(u))), CALL(exp, NEG(SQUARE(u)))),
          rewritten_slope(pool, node), SMOOTH);

/* |u| bends these two at 0. */
#define BENT .critical = CRITICAL_SWITCH, .critical_node = argument_first
#define ONE_AND_ABS(u) ADD(NUM(1), CALL(abs, (u)))

REWRITTEN(softsign, "u/(1 + |u|)", DIV(u, ONE_AND_ABS(u)), CALL(softsign_1, u), BENT);
REWRITTEN(softsign_1, "1/(1 + |u|)^2", DIV(NUM(1), SQUARE(ONE_AND_ABS(u))),
          MUL(MUL(NUM(-2), node), DIV(CALL(sign, u), ONE_AND_ABS(u))), BENT);

REWRITTEN(logistic_1, "logistic(u)*logistic(-u)",
          MUL(CALL(logistic, u), CALL(logistic, NEG(u))),
          NEG(MUL(node, CALL(tanh, HALF(u)))), SMOOTH);

REWRITTEN(x_logistic, "u*logistic(u)", MUL(u, CALL(logistic, u)), CALL(x_logistic_1, u),
          SMOOTH);
REWRITTEN(x_logistic_1, "(u*logistic(u))'",
          MUL(CALL(logistic, u), ADD(MUL(u, CALL(logistic, NEG(u))), NUM(1))),
          CALL(x_logistic_2, u), SMOOTH);
/* -l l(-u) (3 t + u/2 - 3/2 u t^2) with t = tanh(u/2): odd to the last bit. */
static const Node *silu_third(NodePool *pool, const Node *u)
{
    const Node *t = CALL(tanh, HALF(u));
    const Node *inner =
        ADD(MUL(t, SUB(NUM(3), MUL(u, t))), MUL(HALF(u), CALL(sech2, HALF(u))));
    return NEG(MUL(CALL(logistic_1, u), inner));
}

REWRITTEN(x_logistic_2, "(u*logistic(u))''",
          MUL(MUL(CALL(logistic, u), CALL(logistic, NEG(u))),
              SUB(NUM(2), MUL(u, CALL(tanh, HALF(u))))),
          silu_third(pool, u), SMOOTH);

REWRITTEN(x_normal_cdf, "u*normal_cdf(u)", MUL(u, CALL(normal_cdf, u)),
          CALL(x_normal_cdf_1, u), SMOOTH);
REWRITTEN(x_normal_cdf_1, "(u*normal_cdf(u))'",
          ADD(CALL(normal_cdf, u), MUL(u, CALL(normal_pdf, u))),
          CALL(x_normal_cdf_2, u), SMOOTH);
REWRITTEN(x_normal_cdf_2, "(u*normal_cdf(u))''",
          MUL(CALL(normal_pdf, u), SUB(NUM(2), SQUARE(u))), rewritten_slope(pool, node),
          SMOOTH);

REWRITTEN(x_tanh_softplus, "u*tanh(softplus(u))", MUL(u, CALL(tanh, CALL(softplus, u))),
          CALL(x_tanh_softplus_1, u), SMOOTH);
REWRITTEN(x_tanh_softplus_1, "(u*tanh(softplus(u)))'",
          ADD(CALL(tanh, CALL(softplus, u)),
              MUL(MUL(u, CALL(logistic, u)), CALL(sech2, CALL(softplus, u)))),
          CALL(x_tanh_softplus_2, u), SMOOTH);

/* sech2(p) (l (2 - 2 u l tanh(p)) + u l logistic(-u)) with p = softplus(u) and
 * l = logistic(u), its slope. */
static const Node *mish_curvature(NodePool *pool, const Node *u)
{
    const Node *softplus = CALL(softplus, u), *l = CALL(logistic, u);
    const Node *first = SUB(NUM(2), MUL(NUM(2), MUL(MUL(u, l), CALL(tanh, softplus))));
    return MUL(MUL(CALL(sech2, softplus), l),
               ADD(first, MUL(u, CALL(logistic, NEG(u)))));
}

REWRITTEN(x_tanh_softplus_2, "(u*tanh(softplus(u)))''", mish_curvature(pool, u),
          rewritten_slope(pool, node), SMOOTH);

/* The argument of logistic() in GELU's approximation, g = 2 sqrt(2/pi) (u + k u^3),
 * and its slope and curvature. */
#define ROOT_8_OVER_PI 1.5957691216057307117
#define GELU_CUBIC 0.044715

static const Node *gelu_inner(NodePool *pool, const Node *u)
{
    const Node *cube = MUL(SQUARE(u), u);
    return MUL(NUM(ROOT_8_OVER_PI), ADD(u, MUL(NUM(GELU_CUBIC), cube)));
}

static const Node *gelu_inner_1(NodePool *pool, const Node *u)
{
    const Node *square = MUL(NUM(3 * GELU_CUBIC), SQUARE(u));
    return MUL(NUM(ROOT_8_OVER_PI), ADD(NUM(1), square));
}

static const Node *gelu_slope(NodePool *pool, const Node *u)
{
    const Node *g = gelu_inner(pool, u), *g1 = gelu_inner_1(pool, u);
    const Node *bell = MUL(CALL(logistic, g), CALL(logistic, NEG(g)));
    return ADD(CALL(logistic, g), MUL(MUL(u, g1), bell));
}

static const Node *gelu_curvature(NodePool *pool, const Node *u)
{
    const Node *g = gelu_inner(pool, u), *g1 = gelu_inner_1(pool, u);
    const Node *g2 = MUL(NUM(6 * GELU_CUBIC * ROOT_8_OVER_PI), u);
    const Node *bell = MUL(CALL(logistic, g), CALL(logistic, NEG(g)));
    const Node *bend = SUB(g2, MUL(SQUARE(g1), CALL(tanh, HALF(g))));
    return MUL(bell, ADD(MUL(NUM(2), g1), MUL(u, bend)));
}

REWRITTEN(gelu_tanh, "u*logistic(2*sqrt(2/pi)*(u + 0.044715*u^3))",
          MUL(u, CALL(logistic, gelu_inner(pool, u))), CALL(gelu_tanh_1, u), SMOOTH);
REWRITTEN(gelu_tanh_1, "gelu_tanh(u)'", gelu_slope(pool, u), CALL(gelu_tanh_2, u),
          SMOOTH);
REWRITTEN(gelu_tanh_2, "gelu_tanh(u)''", gelu_curvature(pool, u),
          rewritten_slope(pool, node), SMOOTH);
