/* catalogue.c - the catalogue's functions, written from their sources. */
#include "catalogue.h"

#include <math.h>
#include <stddef.h>

static Jet identity(Jet x)
{
    return x;
}

static Jet step(Jet x)
{
    if (jet_compare(x, 0) >= 0)
        return jet_number(1);
    return jet_number(0);
}

static Jet relu(Jet x)
{
    if (jet_compare(x, 0) > 0)
        return x;
    return jet_number(0);
}

static Jet leaky_relu(Jet x)
{
    if (jet_compare(x, 0) > 0)
        return x;
    return jet_times(0.01, x);
}

static Jet prelu(Jet x)
{
    if (jet_compare(x, 0) > 0)
        return x;
    return jet_times(0.25, x);
}

static Jet relu6(Jet x)
{
    if (jet_compare(x, 0) <= 0)
        return jet_number(0);
    if (jet_compare(x, 6) >= 0)
        return jet_number(6);
    return x;
}

static Jet clipped_relu(Jet x)
{
    if (jet_compare(x, 0) <= 0)
        return jet_number(0);
    if (jet_compare(x, 20) >= 0)
        return jet_number(20);
    return x;
}

static Jet keras_relu(Jet x)
{
    if (jet_compare(x, 0) > 0)
        return x;
    return jet_number(0);
}

static Jet rrelu(Jet x)
{
    if (jet_compare(x, 0) > 0)
        return x;
    return jet_div(jet_mul(x, jet_add(jet_number(1.0 / 8), jet_number(1.0 / 3))),
                   jet_number(2));
}

static Jet thresholded_relu(Jet x)
{
    if (jet_compare(x, 1) > 0)
        return x;
    return jet_number(0);
}

static Jet threshold(Jet x)
{
    if (jet_compare(x, 0) > 0)
        return x;
    return jet_number(0.5);
}

static Jet relu_squared(Jet x)
{
    if (jet_compare(x, 0) > 0)
        return jet_sqr(x);
    return jet_number(0);
}

static Jet star_relu(Jet x)
{
    if (jet_compare(x, 0) > 0)
        return jet_plus(jet_times(0.8944271909999159, jet_sqr(x)), -0.4472135954999579);
    return jet_number(-0.4472135954999579);
}

static Jet signum(Jet x)
{
    if (jet_compare(x, 0) > 0)
        return jet_number(1);
    if (jet_compare(x, 0) < 0)
        return jet_number(-1);
    return jet_number(0);
}

static Jet modulus(Jet x)
{
    return jet_abs(x);
}

static Jet plu(Jet x)
{
    if (jet_compare(x, -1) <= 0)
        return jet_plus(jet_times(0.1, jet_plus(x, 1)), -1);
    if (jet_compare(x, 1) >= 0)
        return jet_plus(jet_times(0.1, jet_plus(x, -1)), 1);
    return x;
}

static Jet srelu(Jet x)
{
    if (jet_compare(x, -1) <= 0)
        return jet_plus(jet_times(0.1, jet_plus(x, 1)), -1);
    if (jet_compare(x, 1) >= 0)
        return jet_plus(jet_times(0.1, jet_plus(x, -1)), 1);
    return x;
}

static Jet log_sigmoid(Jet x)
{
    return jet_neg(jet_softplus(jet_neg(x)));
}

static Jet shifted_softplus(Jet x)
{
    if (jet_compare(x, 1) < 0)
        return jet_log1p(jet_div(jet_expm1(x), jet_number(2)));
    return jet_sub(jet_softplus(x), jet_log(jet_number(2)));
}

static Jet squareplus(Jet x)
{
    return jet_div(jet_add(x, jet_sqrt(jet_plus(jet_sqr(x), 4))), jet_number(2));
}

static Jet sparse_plus(Jet x)
{
    if (jet_compare(x, -1) <= 0)
        return jet_number(0);
    if (jet_compare(x, 1) >= 0)
        return x;
    return jet_div(jet_sqr(jet_plus(x, 1)), jet_number(4));
}

static Jet smelu(Jet x)
{
    if (jet_compare(x, -1) <= 0)
        return jet_number(0);
    if (jet_compare(x, 1) >= 0)
        return x;
    return jet_div(jet_sqr(jet_plus(x, 1)), jet_number(4));
}

static Jet bent_identity(Jet x)
{
    return jet_add(
        jet_div(jet_plus(jet_sqrt(jet_plus(jet_sqr(x), 1)), -1), jet_number(2)), x);
}

static Jet isrlu(Jet x)
{
    if (jet_compare(x, 0) >= 0)
        return x;
    return jet_div(x, jet_sqrt(jet_plus(jet_sqr(x), 1)));
}

/* log(cosh(x)), which must not overflow. */
static Jet logcosh(Jet x)
{
    if (jet_compare(jet_abs(x), 0x1p-30) < 0)
        return jet_sub(
            jet_add(jet_sub(jet_div(jet_sqr(x), jet_number(2)),
                            jet_div(jet_sqr(jet_sqr(x)), jet_number(12))),
                    jet_div(jet_mul(jet_sqr(x), jet_sqr(jet_sqr(x))), jet_number(45))),
            jet_div(jet_times(17, jet_sqr(jet_sqr(jet_sqr(x)))), jet_number(2520)));
    return jet_sub(jet_sub(jet_softplus(jet_times(2, x)), x), jet_log(jet_number(2)));
}

static Jet elu(Jet x)
{
    if (jet_compare(x, 0) > 0)
        return x;
    return jet_expm1(x);
}

static Jet selu(Jet x)
{
    if (jet_compare(x, 0) > 0)
        return jet_times(1.0507009873554805, x);
    return jet_times(1.0507009873554805, jet_times(1.6732632423543772, jet_expm1(x)));
}

static Jet celu(Jet x)
{
    if (jet_compare(x, 0) > 0)
        return x;
    return jet_expm1(x);
}

static Jet softplus(Jet x)
{
    return jet_softplus(x);
}

static Jet exponential(Jet x)
{
    return jet_exp(x);
}

static Jet soft_exponential(Jet x)
{
    return jet_plus(jet_div(jet_expm1(jet_times(0.5, x)), jet_number(0.5)), 0.5);
}

static Jet xielu(Jet x)
{
    if (jet_compare(x, 0) > 0)
        return jet_add(jet_times(0.8, jet_sqr(x)), jet_times(0.5, x));
    return jet_add(jet_times(0.8, jet_sub(jet_expm1(x), x)), jet_times(0.5, x));
}

static Jet sigmoid(Jet x)
{
    return jet_logistic(x);
}

static Jet hard_sigmoid(Jet x)
{
    if (jet_compare(x, -3) <= 0)
        return jet_number(0);
    if (jet_compare(x, 3) >= 0)
        return jet_number(1);
    return jet_div(jet_plus(x, 3), jet_number(6));
}

static Jet hard_sigmoid_onnx(Jet x)
{
    if (jet_compare(x, -2.5) <= 0)
        return jet_number(0);
    if (jet_compare(x, 2.5) >= 0)
        return jet_number(1);
    return jet_plus(jet_mul(jet_constant(real_text("0.2")), x), 0.5);
}

static Jet sparse_sigmoid(Jet x)
{
    if (jet_compare(x, -1) <= 0)
        return jet_number(0);
    if (jet_compare(x, 1) >= 0)
        return jet_number(1);
    return jet_div(jet_plus(x, 1), jet_number(2));
}

static Jet hyperbolic_tangent(Jet x)
{
    return jet_tanh(x);
}

static Jet hard_tanh(Jet x)
{
    if (jet_compare(x, -1) <= 0)
        return jet_number(-1);
    if (jet_compare(x, 1) >= 0)
        return jet_number(1);
    return x;
}

static Jet softsign(Jet x)
{
    return jet_div(x, jet_plus(jet_abs(x), 1));
}

static Jet elliot(Jet x)
{
    if (jet_compare(x, 0) >= 0)
        return jet_plus(jet_times(0.5, jet_div(x, jet_plus(x, 1))), 0.5);
    return jet_div(jet_number(0.5), jet_sub(jet_number(1), x));
}

static Jet sqnl(Jet x)
{
    if (jet_compare(x, 2) > 0)
        return jet_number(1);
    if (jet_compare(x, 0) >= 0)
        return jet_sub(x, jet_div(jet_sqr(x), jet_number(4)));
    if (jet_compare(x, -2) >= 0)
        return jet_add(x, jet_div(jet_sqr(x), jet_number(4)));
    return jet_number(-1);
}

static Jet cloglog(Jet x)
{
    return jet_neg(jet_expm1(jet_neg(jet_exp(x))));
}

static Jet soft_clipping(Jet x)
{
    return jet_div(jet_sub(jet_softplus(jet_times(0.5, x)),
                           jet_softplus(jet_times(0.5, jet_plus(x, -1)))),
                   jet_number(0.5));
}

static Jet laplace(Jet x)
{
    return jet_normal_cdf(
        jet_div(jet_plus(x, -0.7071067811865476), jet_number(0.28209479177387814)));
}

static Jet lecun_tanh(Jet x)
{
    return jet_times(1.7159, jet_tanh(jet_mul(jet_number(2.0 / 3), x)));
}

static Jet arctan(Jet x)
{
    return jet_atan(x);
}

static Jet arcsinh(Jet x)
{
    return jet_asinh(x);
}

static Jet error_function(Jet x)
{
    return jet_erf(x);
}

static Jet isru(Jet x)
{
    return jet_div(x, jet_sqrt(jet_plus(jet_sqr(x), 1)));
}

static Jet smht(Jet x)
{
    return jet_tanh(x);
}

static Jet srs(Jet x)
{
    return jet_div(x, jet_add(jet_div(x, jet_number(2)),
                              jet_exp(jet_div(jet_neg(x), jet_number(3)))));
}

static Jet gelu(Jet x)
{
    return jet_mul(x, jet_normal_cdf(x));
}

/* 0.5 (1 + tanh(v)) is the logistic function of 2v. */
static Jet gelu_tanh(Jet x)
{
    return jet_mul(
        x, jet_logistic(jet_mul(
               jet_times(2, jet_sqrt(jet_constant(real_div(real(2), real_pi())))),
               jet_add(x, jet_mul(jet_mul(jet_constant(real_text("0.044715")), x),
                                  jet_sqr(x))))));
}

static Jet gelu_sigmoid(Jet x)
{
    return jet_mul(x, jet_logistic(jet_times(1.702, x)));
}

static Jet silu(Jet x)
{
    return jet_mul(x, jet_logistic(x));
}

static Jet swish(Jet x)
{
    return jet_mul(x, jet_logistic(x));
}

static Jet e_swish(Jet x)
{
    return jet_mul(jet_times(1.5, x), jet_logistic(x));
}

static Jet hard_swish(Jet x)
{
    if (jet_compare(x, -3) <= 0)
        return jet_number(0);
    if (jet_compare(x, 3) >= 0)
        return x;
    return jet_div(jet_mul(x, jet_plus(x, 3)), jet_number(6));
}

static Jet mish(Jet x)
{
    return jet_mul(x, jet_tanh(jet_softplus(x)));
}

static Jet hard_mish(Jet x)
{
    if (jet_compare(x, -2) < 0)
        return jet_number(0);
    if (jet_compare(x, 0) > 0)
        return x;
    return jet_mul(jet_times(0.5, x), jet_plus(x, 2));
}

static Jet aptx(Jet x)
{
    return jet_mul(jet_times(0.5, x), jet_plus(jet_tanh(x), 1));
}

static Jet elish(Jet x)
{
    if (jet_compare(x, 0) >= 0)
        return jet_mul(x, jet_logistic(x));
    return jet_mul(jet_expm1(x), jet_logistic(x));
}

static Jet hard_elish(Jet x)
{
    if (jet_compare(x, -1) < 0)
        return jet_number(0);
    if (jet_compare(x, 0) < 0)
        return jet_mul(jet_expm1(x), jet_div(jet_plus(x, 1), jet_number(2)));
    if (jet_compare(x, 1) < 0)
        return jet_mul(x, jet_div(jet_plus(x, 1), jet_number(2)));
    return x;
}

static Jet dsilu(Jet x)
{
    return jet_mul(jet_logistic(x), jet_plus(jet_mul(x, jet_logistic(jet_neg(x))), 1));
}

static Jet lisht(Jet x)
{
    return jet_mul(x, jet_tanh(x));
}

static Jet tanh_exp(Jet x)
{
    return jet_mul(x, jet_tanh(jet_exp(x)));
}

static Jet serf(Jet x)
{
    return jet_mul(x, jet_erf(jet_softplus(x)));
}

static Jet smish(Jet x)
{
    return jet_mul(x, jet_tanh(jet_log1p(jet_logistic(x))));
}

static Jet logish(Jet x)
{
    return jet_mul(x, jet_log1p(jet_logistic(x)));
}

static Jet phish(Jet x)
{
    return jet_mul(x, jet_tanh(jet_mul(x, jet_normal_cdf(x))));
}

/* x exp(x)/(exp(x) + 2). */
static Jet eanaf(Jet x)
{
    return jet_mul(x, jet_logistic(jet_sub(x, jet_log(jet_number(2)))));
}

static Jet colu(Jet x)
{
    return jet_div(x, jet_sub(jet_number(1),
                              jet_mul(x, jet_exp(jet_neg(jet_add(x, jet_exp(x)))))));
}

static Jet sinlu(Jet x)
{
    return jet_mul(jet_add(x, jet_sin(x)), jet_logistic(x));
}

static Jet sinsig(Jet x)
{
    return jet_mul(x, jet_sin(jet_mul(jet_constant(real_div(real_pi(), real(2))),
                                      jet_logistic(x))));
}

static Jet hard_shrink(Jet x)
{
    if (jet_compare(x, 0.5) > 0)
        return x;
    if (jet_compare(x, -0.5) < 0)
        return x;
    return jet_number(0);
}

static Jet soft_shrink(Jet x)
{
    if (jet_compare(x, 0.5) > 0)
        return jet_plus(x, -0.5);
    if (jet_compare(x, -0.5) < 0)
        return jet_plus(x, 0.5);
    return jet_number(0);
}

static Jet shrink(Jet x)
{
    if (jet_compare(x, -0.5) < 0)
        return x;
    if (jet_compare(x, 0.5) > 0)
        return x;
    return jet_number(0);
}

/* Near 0 its Taylor series: for the difference 200 bits are not enough. */
static Jet tanh_shrink(Jet x)
{
    if (jet_compare(jet_abs(x), 0x1p-30) < 0)
        return jet_mul(
            jet_mul(x, jet_sqr(x)),
            jet_sub(
                jet_add(jet_sub(jet_div(jet_number(1), jet_number(3)),
                                jet_div(jet_times(2, jet_sqr(x)), jet_number(15))),
                        jet_div(jet_times(17, jet_sqr(jet_sqr(x))), jet_number(315))),
                jet_div(jet_mul(jet_times(62, jet_sqr(x)), jet_sqr(jet_sqr(x))),
                        jet_number(2835))));
    return jet_sub(x, jet_tanh(x));
}

static Jet snake(Jet x)
{
    return jet_add(x, jet_sqr(jet_sin(x)));
}

static Jet sine(Jet x)
{
    return jet_sin(x);
}

static Jet cosine(Jet x)
{
    return jet_cos(x);
}

static Jet sinc(Jet x)
{
    if (jet_compare(jet_abs(x), 0x1p-30) < 0)
        return jet_add(
            jet_sub(
                jet_add(jet_sub(jet_number(1), jet_div(jet_sqr(x), jet_number(6))),
                        jet_div(jet_sqr(jet_sqr(x)), jet_number(120))),
                jet_div(jet_mul(jet_sqr(x), jet_sqr(jet_sqr(x))), jet_number(5040))),
            jet_div(jet_sqr(jet_sqr(jet_sqr(x))), jet_number(362880)));
    return jet_div(jet_sin(x), x);
}

static Jet gcu(Jet x)
{
    return jet_mul(x, jet_cos(x));
}

static Jet gaussian(Jet x)
{
    return jet_exp(jet_neg(jet_sqr(x)));
}

#define NEAR(...)                                                                      \
    (const double[])                                                                   \
    {                                                                                  \
        __VA_ARGS__, NAN                                                               \
    }
#define WAVE(from_order, power)                                                        \
    &(const Wave)                                                                      \
    {                                                                                  \
        from_order, power                                                              \
    }

const CatalogueCase catalogue_cases[] = {
    {"identity", identity, NULL, NULL},
    {"step", step, NEAR(0), NULL},
    {"relu", relu, NEAR(0), NULL},
    {"leaky_relu", leaky_relu, NEAR(0), NULL},
    {"prelu", prelu, NEAR(0), NULL},
    {"relu6", relu6, NEAR(0, 6), NULL},
    {"clipped_relu", clipped_relu, NEAR(0, 20), NULL},
    {"keras_relu", keras_relu, NEAR(0), NULL},
    {"rrelu", rrelu, NEAR(0), NULL},
    {"thresholded_relu", thresholded_relu, NEAR(1), NULL},
    {"threshold", threshold, NEAR(0), NULL},
    {"relu_squared", relu_squared, NEAR(0, 1e154, 1e-154), NULL},
    {"star_relu", star_relu, NEAR(0, 0.7, 0.71, 1e154), NULL},
    {"sign", signum, NEAR(0), NULL},
    {"abs", modulus, NEAR(0), NULL},
    {"plu", plu, NEAR(-1, 1), NULL},
    {"srelu", srelu, NEAR(-1, 1), NULL},
    {"log_sigmoid", log_sigmoid, NEAR(-745, 745, 708), NULL},
    {"shifted_softplus", shifted_softplus, NEAR(0, -37, 37, 708), NULL},
    {"squareplus", squareplus, NEAR(0, -1e8, 1e8, -1e154, 1e154), NULL},
    {"sparse_plus", sparse_plus, NEAR(-1, 1), NULL},
    {"smelu", smelu, NEAR(-1, 1), NULL},
    {"bent_identity", bent_identity, NEAR(0, 1e-8, -1e8, 1e8, -1e154), NULL},
    {"isrlu", isrlu, NEAR(0, -1e154, -1e8, -1e-8), NULL},
    {"logcosh", logcosh, NEAR(0, 1, -1, 20, 355, -355, 710), NULL},
    {"elu", elu, NEAR(0, -745, -712, -708), NULL},
    {"selu", selu, NEAR(0, -745, -712, -708), NULL},
    {"celu", celu, NEAR(0, -745, -712, -708), NULL},
    {"softplus", softplus, NEAR(-745, -712, -708), NULL},
    {"exponential", exponential, NEAR(-745, -712, -708, 709.78, 0), NULL},
    {"soft_exponential", soft_exponential, NEAR(-0.5753641449035618, -70, 1419, 0),
     NULL},
    {"xielu", xielu, NEAR(0, -2.45, -745, -37), NULL},
    {"sigmoid", sigmoid, NEAR(-745, 745, -708, 0), NULL},
    {"hard_sigmoid", hard_sigmoid, NEAR(-3, 3), NULL},
    {"hard_sigmoid_onnx", hard_sigmoid_onnx, NEAR(-2.5, 2.5), NULL},
    {"sparse_sigmoid", sparse_sigmoid, NEAR(-1, 1), NULL},
    {"tanh", hyperbolic_tangent, NEAR(0, 19, -372), NULL},
    {"hard_tanh", hard_tanh, NEAR(-1, 1), NULL},
    {"softsign", softsign, NEAR(0, 1e160, -1e108), NULL},
    {"elliot", elliot, NEAR(0, 1e160, -1e108, -1e154), NULL},
    {"sqnl", sqnl, NEAR(-2, 0, 2), NULL},
    {"cloglog", cloglog, NEAR(-745, -712, -708, 0, 3.6, 6.56, -37), NULL},
    {"soft_clipping", soft_clipping, NEAR(0, 1, -1400, 70, 1400), NULL},
    {"laplace", laplace, NEAR(0.70710678118654752440, -10, -9.7, 11.3, 0), NULL},
    {"lecun_tanh", lecun_tanh, NEAR(0, 28, -558), NULL},
    {"arctan", arctan, NEAR(0, 1e154, -1e77, 1e102), NULL},
    {"arcsinh", arcsinh, NEAR(0, 1e154, -1e77, 1e102), NULL},
    {"erf", error_function, NEAR(0, -26.5, 26.6, 6), NULL},
    {"isru", isru, NEAR(0, -1e154, 1e154, 1e77, -1e-8), NULL},
    {"smht", smht, NEAR(0, 19, -372), NULL},
    {"srs", srs, NEAR(0, -3, -6, 10, 100, -1065, -2130, 1065, 2130), NULL},
    {"gelu", gelu, NEAR(-0.75179152820656, -38.6, -38.5, -37, 0), NULL},
    {"gelu_tanh", gelu_tanh, NEAR(-0.75246142207, -21.6, -21.5, -20, 0), NULL},
    {"gelu_sigmoid", gelu_sigmoid, NEAR(-0.7511, -440, -437, -415, 0), NULL},
    {"silu", silu, NEAR(-1.2784645427610738, -750, -745, -712, -708, 0), NULL},
    {"swish", swish, NEAR(-1.2784645427610738, -750, -745, -712, -708, 0), NULL},
    {"e_swish", e_swish, NEAR(-1.2784645427610738, -750, -745, -712, -708, 0), NULL},
    {"hard_swish", hard_swish, NEAR(-3, -1.5, 0, 3), NULL},
    {"mish", mish, NEAR(-1.1924312144932, -750, -745, -712, -708, 0), NULL},
    {"hard_mish", hard_mish, NEAR(-2, -1, 0), NULL},
    {"aptx", aptx, NEAR(-0.63923, -375, -372, -354, 0), NULL},
    {"elish", elish, NEAR(0, -1, -750, -745, -712, -708, 708), NULL},
    {"hard_elish", hard_elish, NEAR(-1, 0, 1), NULL},
    {"dsilu", dsilu, NEAR(-1.2784645427610738, 2.4, -2.4, -750, 740, 0), NULL},
    {"lisht", lisht, NEAR(0, 1.2, -1.2, 19, 357, 372), NULL},
    {"tanh_exp", tanh_exp, NEAR(-1, 0, 1, 2, 5.8, 3, -745, -712, -708), NULL},
    {"serf", serf, NEAR(0, -1, -750, -745, -712, -708, 26), NULL},
    {"smish", smish, NEAR(0, -1, -750, -745, -712, -708, 37), NULL},
    {"logish", logish, NEAR(0, -1, -750, -745, -712, -708, 37), NULL},
    {"phish", phish, NEAR(0, -1, -38.5, -37, 19, 372), NULL},
    {"eanaf", eanaf, NEAR(0, -1, -750, -745, -714, -709, -708), NULL},
    {"colu", colu, NEAR(0, -1, 1, 2, 6.5, -745, -709, -714), NULL},
    {"sinlu", sinlu, NEAR(0, -1, -745, -712, -708, 37, 3.14159265), WAVE(1, 0)},
    {"sinsig", sinsig, NEAR(0, -1, -745, -712, -708, 37, 745), NULL},
    {"hard_shrink", hard_shrink, NEAR(-0.5, 0.5), NULL},
    {"soft_shrink", soft_shrink, NEAR(-0.5, 0.5), NULL},
    {"shrink", shrink, NEAR(-0.5, 0.5), NULL},
    {"tanh_shrink", tanh_shrink, NEAR(0, 0.5, -0.5, 19, 1e-5, 1e-100, -1e-102), NULL},
    {"snake", snake, NEAR(0, 3, 1e22, -0.785, 2.356), WAVE(1, 0)},
    {"sin", sine, NEAR(0, 3.141592653589793, 1e22), NULL},
    {"cos", cosine, NEAR(1.5707963267948966, 1e22, 0), NULL},
    {"sinc", sinc, NEAR(0, 3.141592653589793, 4.493, 1e-4, -1, 1e22), WAVE(1, -1)},
    {"gcu", gcu, NEAR(0, 1.5707963267948966, 0.860333589, 1e22), WAVE(1, 1)},
    {"gaussian", gaussian, NEAR(0, -27.2, 26.6, 0.70710678118654752), NULL},
    {NULL, NULL, NULL, NULL},
};
