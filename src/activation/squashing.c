/* squashing.c - smooth activations around zero that saturate, or nearly do. */
#include "activation/family.h"

#include <math.h>
#include <stddef.h>

static const Parameter lecun_tanh_parameters[] = {
    {.name = "a", .symbol = "a", .value = 1.7159, PARAMETER_REAL, .help = "amplitude"},
    {.name = "b", .symbol = "b", .value = 2.0 / 3, PARAMETER_REAL, .help = "steepness"},
    {0},
};
static const Relative lecun_tanh_relatives[] = {
    {.key = "tanh", .help = "without scales"},
    {0},
};
static const Parameter isru_parameters[] = {
    {.name = "alpha",
     .symbol = "α",
     .value = 1,
     PARAMETER_NOT_NEGATIVE,
     .help = "1/alpha^(1/2) is the limit"},
    {0},
};
static const Relative isru_relatives[] = {
    {.key = "isrlu", .help = "bent on the left alone"},
    {0},
};
static const Parameter smht_parameters[] = {
    {.name = "a",
     .symbol = "a",
     .value = 1,
     PARAMETER_POSITIVE,
     .help = "exponent, numerator, right"},
    {.name = "b",
     .symbol = "b",
     .value = 1,
     PARAMETER_POSITIVE,
     .help = "exponent, numerator, left"},
    {.name = "c",
     .symbol = "c",
     .value = 1,
     PARAMETER_POSITIVE,
     .help = "exponent, denominator, right"},
    {.name = "d",
     .symbol = "d",
     .value = 1,
     PARAMETER_POSITIVE,
     .help = "exponent, denominator, left"},
    {0},
};
static const Relative smht_relatives[] = {
    {.key = "tanh", .help = "with all exponents 1", .same = "tanh"},
    {0},
};
static const Parameter srs_parameters[] = {
    {.name = "alpha",
     .symbol = "α",
     .value = 2,
     PARAMETER_POSITIVE,
     .help = "limit at the right"},
    {.name = "beta",
     .symbol = "β",
     .value = 3,
     PARAMETER_POSITIVE,
     .help = "width of the left part"},
    {0},
};

const Activation activation_squashing[] = {
    {
        .definition =
            {
                .key = "lecun_tanh",
                .label = "LeCun tanh",
                .aliases = TEXTS("stanh", "scaled_tanh"),
                .parameters = lecun_tanh_parameters,
                .formula = "a*tanh(b*x)",
                .derivative = "a*b*sech2(b*x)",
            },
        .family = "squashing",
        .frameworks = TEXTS("onnx"),
        .paper = "LeCun et al.",
        .year = 1998,
        .source = "lecun1998",
        .help = "Tanh scaled so that targets of -1 and 1 lie where its curvature is "
                "greatest.",
        .relatives = lecun_tanh_relatives,
    },
    {
        .definition =
            {
                .key = "arctan",
                .label = "Arctangent",
                .aliases = TEXTS("atan"),
                .formula = "atan(x)",
                .derivative = "1/(x^2 + 1)",
            },
        .family = "squashing",
        .frameworks = TEXTS("onnx"),
        .source = "onnx",
        .help = "Saturates at half of pi as slowly as 1/x.",
    },
    {
        .definition =
            {
                .key = "arcsinh",
                .label = "Inverse hyperbolic sine",
                .aliases = TEXTS("asinh", "ar_sinh"),
                .formula = "asinh(x)",
                .derivative = "1/sqrt(x^2 + 1)",
            },
        .family = "squashing",
        .frameworks = TEXTS("onnx"),
        .source = "onnx",
        .help = "Straight at 0 and logarithmic on both sides: it compresses but never "
                "saturates.",
    },
    {
        .definition =
            {
                .key = "erf",
                .label = "Error function",
                .formula = "erf(x)",
                .derivative = "2/sqrt(pi)*exp(-x^2)",
            },
        .family = "squashing",
        .frameworks = TEXTS("onnx"),
        .source = "onnx",
        .help = "The sigmoid whose slope is a Gaussian; networks of it can be averaged "
                "in closed form.",
    },
    {
        .definition =
            {
                .key = "isru",
                .label = "ISRU",
                .aliases = TEXTS("inverse_square_root_unit"),
                .parameters = isru_parameters,
                .formula = "x/sqrt(1 + alpha*x^2)",
                .derivative = "1/sqrt(1 + alpha*x^2)^3",
            },
        .family = "squashing",
        .frameworks = TEXTS("echo"),
        .paper = "Carlile et al.",
        .year = 2017,
        .source = "carlile2017",
        .help =
            "A sigmoid from an inverse square root, cheap on processors that have one.",
        .relatives = isru_relatives,
    },
    {
        .definition =
            {
                .key = "smht",
                .label = "SMHT",
                .aliases = TEXTS("soboleva_modified_tanh", "mtanh"),
                .parameters = smht_parameters,
                .formula = "a == c && b == d ? tanh((a + b)/2*x) : x >= 0 ? -exp((a - "
                           "c)*x)*expm1(-(a + b)*x)*logistic((c + d)*x) : exp((d - "
                           "b)*x)*expm1((a + b)*x)*logistic(-(c + d)*x)",
                .derivative =
                    "a == c && b == d ? (a + b)/2*sech2((a + b)/2*x) : x >= 0 ? exp((a "
                    "- c)*x)*logistic((c + d)*x)*((a + b)*exp(-(a + b)*x) - expm1(-(a "
                    "+ b)*x)*(a - c + (c + d)*logistic(-(c + d)*x))) : exp((d - "
                    "b)*x)*logistic(-(c + d)*x)*((a + b)*exp((a + b)*x) + expm1((a + "
                    "b)*x)*(d - b - (c + d)*logistic((c + d)*x)))",
                .textbook = "(exp(a*x) - exp(-b*x))/(exp(c*x) + exp(-d*x))",
                .textbook_derivative =
                    "(a*exp(a*x) + b*exp(-b*x))/(exp(c*x) + exp(-d*x)) - "
                    "(exp(a*x) - exp(-b*x))*(c*exp(c*x) - d*exp(-d*x))/(exp(c*x) + "
                    "exp(-d*x))^2",
            },
        .family = "squashing",
        .paper = "Golev, Iliev and Kyurkchiev",
        .year = 2017,
        .source = "golev2017",
        .help = "Tanh with four exponents, so that its two ends can differ; 1, 1, 1, 1 "
                "is tanh.",
        .relatives = smht_relatives,
    },
    {
        .definition =
            {
                .key = "srs",
                .label = "Soft-root-sign",
                .aliases = TEXTS("soft_root_sign"),
                .parameters = srs_parameters,
                .formula = "x/(x/alpha + exp(-x/beta))",
                .derivative = "(1 + x/beta)*exp(-x/beta)/(x/alpha + "
                              "exp(-x/beta))/(x/alpha + exp(-x/beta))",
            },
        .family = "squashing",
        .frameworks = TEXTS("torch_activation"),
        .paper = "Zhou et al.",
        .year = 2020,
        .source = "zhou2020",
        .help = "Bounded and not monotonic, with learned limits on both sides.",
    },
    {.definition = {.key = NULL}},
};
