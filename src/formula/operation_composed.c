/* operation_composed.c - operations for the catalogue's rarer functions: differences
 * that vanish, square roots that overflow, exponentials of exponentials, and constants
 * that must not be rounded together with u.
 */
#include "formula/operation_rewritten.h"

#include <math.h>

#define ROOT_OF(u) CALL(sqrt, ADD(SQUARE(u), NUM(1)))

REWRITTEN(root, "sqrt(u^2 + 1)", ROOT_OF(u), CALL(ratio, u), SMOOTH);
REWRITTEN(root_less_1, "sqrt(u^2 + 1) - 1", SUB(ROOT_OF(u), NUM(1)), CALL(ratio, u),
          SMOOTH);
REWRITTEN(root_plus, "u + sqrt(u^2 + 1)", ADD(u, ROOT_OF(u)), CALL(root_plus_1, u),
          SMOOTH);
REWRITTEN(root_plus_1, "1 + u/sqrt(u^2 + 1)", ADD(NUM(1), DIV(u, ROOT_OF(u))),
          CALL(ratio_1, u), SMOOTH);
REWRITTEN(ratio, "u/sqrt(u^2 + 1)", DIV(u, ROOT_OF(u)), CALL(ratio_1, u), SMOOTH);
REWRITTEN(ratio_1, "1/sqrt(u^2 + 1)^3",
          DIV(NUM(1), MUL(SQUARE(ROOT_OF(u)), ROOT_OF(u))),
          MUL(NUM(-3), MUL(node, DIV(CALL(ratio, u), CALL(root, u)))), SMOOTH);
REWRITTEN(atan_1, "1/(u^2 + 1)", DIV(NUM(1), ADD(SQUARE(u), NUM(1))),
          MUL(NUM(-2), MUL(MUL(u, node), node)), SMOOTH);

REWRITTEN(tanh_shrink, "u - tanh(u)", SUB(u, CALL(tanh, u)), SQUARE(CALL(tanh, u)),
          SMOOTH);
REWRITTEN(log_cosh, "log(cosh(u))", CALL(log, CALL(cosh, u)), CALL(tanh, u), SMOOTH);
REWRITTEN(softplus_shifted, "softplus(u) - log(2)", SUB(CALL(softplus, u), NUM(M_LN2)),
          CALL(logistic, u), SMOOTH);

static const Node *argument_first(NodePool *pool, const Node *node)
{
    (void)pool;
    return node->argument[0];
}

/* u == 0 ? a : b. Nothing happens at 0, but enclosures must stop there. */
#define AT_0 .critical = CRITICAL_SWITCH, .critical_node = argument_first
#define AT_ZERO(a, b) SELECT(CALL2(equal, u, NUM(0)), (a), (b))

REWRITTEN(sinc, "u == 0 ? 1 : sin(u)/u", AT_ZERO(NUM(1), DIV(CALL(sin, u), u)),
          CALL(sinc_1, u), AT_0);
REWRITTEN(sinc_1, "(sin(u)/u)'",
          AT_ZERO(NUM(0), DIV(SUB(CALL(cos, u), DIV(CALL(sin, u), u)), u)),
          CALL(sinc_2, u), AT_0);

static const Node *sinc_curvature(NodePool *pool, const Node *u)
{
    const Node *slope = DIV(SUB(CALL(cos, u), DIV(CALL(sin, u), u)), u);
    const Node *bend = NEG(DIV(ADD(CALL(sin, u), MUL(NUM(2), slope)), u));
    return AT_ZERO(NUM(-1.0 / 3), bend);
}

REWRITTEN(sinc_2, "(sin(u)/u)''", sinc_curvature(pool, u), CALL(sinc_3, u), AT_0);

/* With s of order n and the one before: u s + n s' is sin or cos, so the fourth is
 * (sin(u)
 * - 4 s)/u, which loses no more than two bits. */
REWRITTEN(sinc_3, "(sin(u)/u)'''",
          AT_ZERO(NUM(0),
                  NEG(DIV(ADD(CALL(cos, u), MUL(NUM(3), sinc_curvature(pool, u))), u))),
          AT_ZERO(NUM(0.2), DIV(SUB(CALL(sin, u), MUL(NUM(4), CALL(sinc_3, u))), u)),
          AT_0);

/* --- Exponentials of exponentials --- */

REWRITTEN(gumbel, "exp(u - exp(u))", CALL(exp, SUB(u, CALL(exp, u))), CALL(gumbel_1, u),
          SMOOTH);
REWRITTEN(gumbel_1, "(1 - exp(u))*exp(u - exp(u))",
          MUL(SUB(NUM(1), CALL(exp, u)), CALL(exp, SUB(u, CALL(exp, u)))),
          rewritten_slope(pool, node), SMOOTH);

#define E CALL(exp, u)
REWRITTEN(x_tanh_exp, "u*tanh(exp(u))", MUL(u, CALL(tanh, E)), CALL(x_tanh_exp_1, u),
          SMOOTH);
REWRITTEN(x_tanh_exp_1, "(u*tanh(exp(u)))'",
          ADD(CALL(tanh, E), MUL(MUL(u, E), CALL(sech2, E))), CALL(x_tanh_exp_2, u),
          SMOOTH);
REWRITTEN(x_tanh_exp_2, "(u*tanh(exp(u)))''",
          MUL(MUL(E, CALL(sech2, E)),
              ADD(NUM(2), MUL(u, SUB(NUM(1), MUL(MUL(NUM(2), E), CALL(tanh, E)))))),
          rewritten_slope(pool, node), SMOOTH);

/* With g = exp(-(u + e)) and d = 1 - u g: g' = -(1 + e) g. */
static const Node *colu_gate(NodePool *pool, const Node *u)
{
    return CALL(exp, NEG(ADD(u, E)));
}

static const Node *colu_below(NodePool *pool, const Node *u)
{
    return SUB(NUM(1), MUL(u, colu_gate(pool, u)));
}

static const Node *colu_slope(NodePool *pool, const Node *u)
{
    const Node *part = MUL(MUL(SQUARE(u), colu_gate(pool, u)), ADD(NUM(1), E));
    return DIV(SUB(NUM(1), part), SQUARE(colu_below(pool, u)));
}

static const Node *colu_curvature(NodePool *pool, const Node *u)
{
    const Node *g = colu_gate(pool, u), *d = colu_below(pool, u);
    const Node *one_e = ADD(NUM(1), E);
    const Node *p = SUB(MUL(u, one_e), NUM(1));
    const Node *q = ADD(SUB(MUL(NUM(2), one_e), MUL(u, SQUARE(one_e))), MUL(u, E));
    const Node *inner = MUL(MUL(NUM(2), p), SUB(d, MUL(u, MUL(g, p))));
    return NEG(DIV(MUL(ADD(MUL(MUL(u, q), d), inner), g), MUL(SQUARE(d), d)));
}

REWRITTEN(colu, "u/(1 - u*exp(-(u + exp(u))))", DIV(u, colu_below(pool, u)),
          CALL(colu_1, u), SMOOTH);
REWRITTEN(colu_1, "(u/(1 - u*exp(-(u + exp(u)))))'", colu_slope(pool, u),
          CALL(colu_2, u), SMOOTH);
REWRITTEN(colu_2, "(u/(1 - u*exp(-(u + exp(u)))))''", colu_curvature(pool, u),
          rewritten_slope(pool, node), SMOOTH);

#define GATE CALL(logistic, u)
REWRITTEN(tanh_log1p_logistic, "tanh(log1p(logistic(u)))",
          CALL(tanh, CALL(log1p, GATE)), CALL(tanh_log1p_logistic_1, u), SMOOTH);
REWRITTEN(tanh_log1p_logistic_1, "tanh(log1p(logistic(u)))'",
          MUL(CALL(sech2, CALL(log1p, GATE)),
              DIV(MUL(GATE, CALL(logistic, NEG(u))), ADD(NUM(1), GATE))),
          CALL(tanh_log1p_logistic_2, u), SMOOTH);

/* With l = logistic(u): g' (1 - 2 l - l (1 - l)/(1 + l) - 2 g l (1 - l)/(1 + l)). */
static const Node *smish_gate_curvature(NodePool *pool, const Node *u)
{
    const Node *rate = DIV(MUL(GATE, CALL(logistic, NEG(u))), ADD(NUM(1), GATE));
    const Node *gate = CALL(tanh, CALL(log1p, GATE));
    const Node *slope = MUL(CALL(sech2, CALL(log1p, GATE)), rate);
    return MUL(slope, SUB(SUB(NUM(1), MUL(NUM(2), GATE)),
                          MUL(rate, ADD(NUM(1), MUL(NUM(2), gate)))));
}

REWRITTEN(tanh_log1p_logistic_2, "tanh(log1p(logistic(u)))''",
          smish_gate_curvature(pool, u), rewritten_slope(pool, node), SMOOTH);

#define PLUS CALL(softplus, u)
#define BELL MUL(NUM(M_2_SQRTPI), CALL(exp, NEG(SQUARE(PLUS))))
REWRITTEN(x_erf_softplus, "u*erf(softplus(u))", MUL(u, CALL(erf, PLUS)),
          CALL(x_erf_softplus_1, u), SMOOTH);
REWRITTEN(x_erf_softplus_1, "(u*erf(softplus(u)))'",
          ADD(CALL(erf, PLUS), MUL(MUL(u, CALL(logistic, u)), BELL)),
          CALL(x_erf_softplus_2, u), SMOOTH);

static const Node *serf_curvature(NodePool *pool, const Node *u)
{
    const Node *gate = CALL(logistic, u);
    const Node *inner = SUB(CALL(logistic, NEG(u)), MUL(MUL(NUM(2), PLUS), gate));
    return MUL(MUL(BELL, gate), ADD(NUM(2), MUL(u, inner)));
}

REWRITTEN(x_erf_softplus_2, "(u*erf(softplus(u)))''", serf_curvature(pool, u),
          rewritten_slope(pool, node), SMOOTH);

#define GELU CALL(x_normal_cdf, u)
#define GELU_1 CALL(x_normal_cdf_1, u)
REWRITTEN(x_tanh_gelu, "u*tanh(u*normal_cdf(u))", MUL(u, CALL(tanh, GELU)),
          CALL(x_tanh_gelu_1, u), SMOOTH);
REWRITTEN(x_tanh_gelu_1, "(u*tanh(u*normal_cdf(u)))'",
          ADD(CALL(tanh, GELU), MUL(MUL(u, CALL(sech2, GELU)), GELU_1)),
          CALL(x_tanh_gelu_2, u), SMOOTH);

static const Node *phish_curvature(NodePool *pool, const Node *u)
{
    const Node *bend = SUB(CALL(x_normal_cdf_2, u),
                           MUL(NUM(2), MUL(CALL(tanh, GELU), SQUARE(GELU_1))));
    return MUL(CALL(sech2, GELU), ADD(MUL(NUM(2), GELU_1), MUL(u, bend)));
}

REWRITTEN(x_tanh_gelu_2, "(u*tanh(u*normal_cdf(u)))''", phish_curvature(pool, u),
          rewritten_slope(pool, node), SMOOTH);

/* --- With constants --- */

/* k u - c, with v for k and w for c. */
#define LINE SUB(MUL(v, u), w)

REWRITTEN_MANY(x_logistic_affine, 3, "u*logistic(k*u - c)",
               MUL(u, CALL(logistic, LINE)), CALL3(x_logistic_affine_1, u, v, w),
               SMOOTH);
REWRITTEN_MANY(x_logistic_affine_1, 3, "(u*logistic(k*u - c))'",
               MUL(CALL(logistic, LINE),
                   ADD(NUM(1), MUL(MUL(v, u), CALL(logistic, NEG(LINE))))),
               MUL(v, CALL3(x_logistic_affine_2, u, v, w)), SMOOTH);
REWRITTEN_MANY(x_logistic_affine_2, 3, "(u*logistic(k*u - c))''/k",
               MUL(MUL(CALL(logistic, LINE), CALL(logistic, NEG(LINE))),
                   SUB(NUM(2), MUL(MUL(v, u), CALL(tanh, HALF(LINE))))),
               rewritten_slope(pool, node), SMOOTH);

REWRITTEN_MANY(sech2_scaled, 2, "sech2(k*u)", CALL(sech2, MUL(v, u)),
               MUL(MUL(MUL(NUM(-2), v), CALL(tanh, MUL(v, u))), node), SMOOTH);

#define SOFT_A MUL(v, u)
#define SOFT_B MUL(v, SUB(u, NUM(1)))
REWRITTEN_MANY(soft_clip, 2, "softplus(k*u) - softplus(k*(u - 1))",
               SUB(CALL(softplus, SOFT_A), CALL(softplus, SOFT_B)),
               MUL(v, CALL2(soft_clip_1, u, v)), SMOOTH);
REWRITTEN_MANY(soft_clip_1, 2, "logistic(k*u) - logistic(k*(u - 1))",
               SUB(CALL(logistic, SOFT_A), CALL(logistic, SOFT_B)),
               CALL2(soft_clip_2, u, v), SMOOTH);
REWRITTEN_MANY(soft_clip_2, 2, "(logistic(k*u) - logistic(k*(u - 1)))'",
               MUL(v, SUB(MUL(CALL(logistic, SOFT_A), CALL(logistic, NEG(SOFT_A))),
                          MUL(CALL(logistic, SOFT_B), CALL(logistic, NEG(SOFT_B))))),
               rewritten_slope(pool, node), SMOOTH);

/* (u - m)/s, with v for m and w for s. */
#define STANDARD DIV(SUB(u, v), w)

REWRITTEN_MANY(normal_cdf_line, 3, "normal_cdf((u - m)/s)", CALL(normal_cdf, STANDARD),
               DIV(CALL3(normal_pdf_line, u, v, w), w), SMOOTH);
REWRITTEN_MANY(normal_pdf_line, 3, "normal_pdf((u - m)/s)", CALL(normal_pdf, STANDARD),
               DIV(CALL3(normal_pdf_line_1, u, v, w), w), SMOOTH);
REWRITTEN_MANY(normal_pdf_line_1, 3, "s*normal_pdf((u - m)/s)'",
               NEG(MUL(STANDARD, CALL(normal_pdf, STANDARD))),
               rewritten_slope(pool, node), SMOOTH);

/* With v for a and w for b: y = u/b, e = exp(-y), d = u/a + e. */
#define SOFT_E CALL(exp, NEG(DIV(u, w)))
#define SOFT_D ADD(DIV(u, v), SOFT_E)

static const Node *soft_root_curvature(NodePool *pool, const Node *u, const Node *v,
                                       const Node *w)
{
    const Node *y = DIV(u, w), *two_y = ADD(y, NUM(2));
    const Node *square = MUL(DIV(w, v), ADD(MUL(y, two_y), NUM(2)));
    const Node *top = MUL(SUB(MUL(two_y, SOFT_E), square), SOFT_E);
    return DIV(DIV(top, MUL(SQUARE(SOFT_D), SOFT_D)), w);
}

REWRITTEN_MANY(soft_root, 3, "u/(u/a + exp(-u/b))", DIV(u, SOFT_D),
               CALL3(soft_root_1, u, v, w), SMOOTH);
REWRITTEN_MANY(soft_root_1, 3, "(u/(u/a + exp(-u/b)))'",
               DIV(MUL(ADD(NUM(1), DIV(u, w)), SOFT_E), SQUARE(SOFT_D)),
               CALL3(soft_root_2, u, v, w), SMOOTH);
REWRITTEN_MANY(soft_root_2, 3, "(u/(u/a + exp(-u/b)))''",
               soft_root_curvature(pool, u, v, w), rewritten_slope(pool, node), SMOOTH);
