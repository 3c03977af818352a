/* smooth.c - smooth relatives of ReLU and of its mirror image. */
#include "activation/family.h"

#include <math.h>
#include <stddef.h>

static const Relative log_sigmoid_relatives[] = {
    {.key = "softplus", .help = "mirrored twice", .same = "-softplus(-x)"},
    {0},
};
static const Relative shifted_softplus_relatives[] = {
    {.key = "softplus", .help = "without the shift", .same = "softplus(x) - log(2)"},
    {0},
};
static const Parameter squareplus_parameters[] = {
    {.name = "b",
     .symbol = "b",
     .value = 4,
     PARAMETER_NOT_NEGATIVE,
     .help = "roundness of the bend; 0 is ReLU"},
    {0},
};
static const Relative sparse_plus_relatives[] = {
    {.key = "smelu", .help = "with another width", .same = "smelu(beta=1)"},
    {.key = "sparse_sigmoid", .help = "its slope"},
    {0},
};
static const Parameter smelu_parameters[] = {
    {.name = "beta",
     .symbol = "β",
     .value = 1,
     PARAMETER_POSITIVE,
     .help = "half the width of the bend"},
    {0},
};
static const Relative smelu_relatives[] = {
    {.key = "sparse_plus", .help = "with beta = 1", .same = "sparse_plus"},
    {0},
};
static const Parameter isrlu_parameters[] = {
    {.name = "alpha",
     .symbol = "α",
     .value = 1,
     PARAMETER_NOT_NEGATIVE,
     .help = "1/alpha^(1/2) is minus the limit at the left"},
    {0},
};
static const Relative isrlu_relatives[] = {
    {.key = "isru", .help = "bent on both sides"},
    {0},
};

const Activation activation_smooth[] = {
    {
        .definition =
            {
                .key = "log_sigmoid",
                .label = "Log-sigmoid",
                .aliases = TEXTS("logsigmoid"),
                .formula = "log_logistic(x)",
                .derivative = "logistic(-x)",
            },
        .family = "smooth",
        .frameworks = TEXTS("pytorch", "jax", "flax", "keras", "mxnet", "nnlib", "mlx"),
        .source = "pytorch",
        .help = "The logarithm of a probability, for losses that must not underflow.",
        .relatives = log_sigmoid_relatives,
    },
    {
        .definition =
            {
                .key = "shifted_softplus",
                .label = "Shifted softplus",
                .aliases = TEXTS("ssp"),
                .formula = "softplus(x) - log(2)",
                .derivative = "logistic(x)",
            },
        .family = "smooth",
        .frameworks = TEXTS("schnetpack"),
        .paper = "Schütt et al.",
        .year = 2017,
        .source = "schutt2017",
        .help =
            "Softplus through the origin, for molecules whose energy must be smooth.",
        .relatives = shifted_softplus_relatives,
    },
    {
        .definition =
            {
                .key = "squareplus",
                .label = "Squareplus",
                .parameters = squareplus_parameters,
                .formula = "(x + sqrt(x^2 + b))/2",
                .derivative = "(1 + x/sqrt(x^2 + b))/2",
            },
        .family = "smooth",
        .frameworks = TEXTS("jax", "keras"),
        .paper = "Barron",
        .year = 2021,
        .source = "barron2021",
        .help = "A smooth ReLU from a square root alone, cheaper than softplus.",
    },
    {
        .definition =
            {
                .key = "sparse_plus",
                .label = "Sparse plus",
                .formula = "x <= -1 ? 0 : x >= 1 ? x : (x + 1)^2/4",
                .derivative = "x <= -1 ? 0 : x >= 1 ? 1 : (x + 1)/2",
            },
        .family = "smooth",
        .frameworks = TEXTS("jax", "keras"),
        .paper = "Blondel, Martins and Niculae",
        .year = 2019,
        .source = "blondel2019",
        .help = "ReLU with a parabola for its bend, and exact zeros; its slope is the "
                "sparse sigmoid.",
        .relatives = sparse_plus_relatives,
    },
    {
        .definition =
            {
                .key = "smelu",
                .label = "SmeLU",
                .aliases = TEXTS("smooth_relu_quadratic"),
                .parameters = smelu_parameters,
                .formula = "x <= -beta ? 0 : x >= beta ? x : (x + beta)^2/(4*beta)",
                .derivative = "x <= -beta ? 0 : x >= beta ? 1 : (x + beta)/(2*beta)",
            },
        .family = "smooth",
        .paper = "Shamir and Lin",
        .year = 2022,
        .source = "shamir2022",
        .help = "ReLU with a parabola for its bend, for models that must train alike "
                "twice.",
        .relatives = smelu_relatives,
    },
    {
        .definition =
            {
                .key = "bent_identity",
                .label = "Bent identity",
                .formula = "(sqrt(x^2 + 1) - 1)/2 + x",
                .derivative = "x/(2*sqrt(x^2 + 1)) + 1",
            },
        .family = "smooth",
        .frameworks = TEXTS("torch_activation"),
        .source = "kunc2024",
        .help = "A line that bends gently from slope 1/2 to slope 3/2.",
    },
    {
        .definition =
            {
                .key = "isrlu",
                .label = "ISRLU",
                .aliases = TEXTS("inverse_square_root_linear_unit"),
                .parameters = isrlu_parameters,
                .formula = "x >= 0 ? x : x/sqrt(1 + alpha*x^2)",
                .derivative = "x >= 0 ? 1 : 1/sqrt(1 + alpha*x^2)^3",
            },
        .family = "smooth",
        .frameworks = TEXTS("echo"),
        .paper = "Carlile et al.",
        .year = 2017,
        .source = "carlile2017",
        .help = "ELU's shape from an inverse square root, continuous up to the second "
                "derivative.",
        .relatives = isrlu_relatives,
    },
    {
        .definition =
            {
                .key = "logcosh",
                .label = "Log-cosh",
                .aliases = TEXTS("log_cosh"),
                .formula = "log(cosh(x))",
                .derivative = "tanh(x)",
            },
        .family = "smooth",
        .frameworks = TEXTS("nnlib"),
        .source = "nnlib",
        .help = "A parabola at 0 that becomes straight: a smooth absolute value, "
                "mostly used as a loss.",
    },
    {.definition = {.key = NULL}},
};
