/* piecewise.c - activations of straight pieces that are no rectifiers. */
#include "activation/family.h"

#include <math.h>
#include <stddef.h>

static const Parameter plu_parameters[] = {
    {.name = "alpha",
     .symbol = "α",
     .value = 0.1,
     PARAMETER_SHARE,
     .help = "slope outside"},
    {.name = "c",
     .symbol = "c",
     .value = 1,
     PARAMETER_POSITIVE,
     .help = "half the width of the middle piece"},
    {0},
};
static const Relative plu_relatives[] = {
    {.key = "srelu",
     .help = "with two slopes and places of their own",
     .same = "srelu"},
    {.key = "hard_tanh", .help = "with flat ends"},
    {0},
};
static const Parameter srelu_parameters[] = {
    {.name = "tl",
     .symbol = "t₁",
     .value = -1,
     PARAMETER_REAL,
     .help = "where the left piece ends"},
    {.name = "al",
     .symbol = "a₁",
     .value = 0.1,
     PARAMETER_REAL,
     .help = "slope of the left piece"},
    {.name = "tr",
     .symbol = "t₂",
     .value = 1,
     PARAMETER_REAL,
     .help = "where the right piece begins"},
    {.name = "ar",
     .symbol = "a₂",
     .value = 0.1,
     PARAMETER_REAL,
     .help = "slope of the right piece"},
    {0},
};
static const Relative srelu_relatives[] = {
    {.key = "plu", .help = "symmetric, with two parameters", .same = "plu"},
    {0},
};

const Activation activation_piecewise[] = {
    {
        .definition =
            {
                .key = "sign",
                .label = "Sign",
                .aliases = TEXTS("bipolar_step", "sgn"),
                .formula = "sign(x)",
                .derivative = "0",
            },
        .family = "piecewise",
        .frameworks = TEXTS("onnx"),
        .source = "onnx",
        .help = "Binary weights and units in one bit; its slope of 0 needs a "
                "substitute in training.",
    },
    {
        .definition =
            {
                .key = "abs",
                .label = "Absolute value",
                .aliases = TEXTS("vee", "modulus"),
                .formula = "abs(x)",
                .derivative = "sign(x)",
            },
        .family = "piecewise",
        .frameworks = TEXTS("onnx"),
        .source = "onnx",
        .help = "Folds the line at 0: keeps the size and forgets the sign.",
    },
    {
        .definition =
            {
                .key = "plu",
                .label = "PLU",
                .aliases = TEXTS("piecewise_linear_unit"),
                .parameters = plu_parameters,
                .formula =
                    "x <= -c ? alpha*(x + c) - c : x >= c ? alpha*(x - c) + c : x",
                .derivative = "-c < x && x < c ? 1 : alpha",
            },
        .family = "piecewise",
        .paper = "Nicolae",
        .year = 2018,
        .source = "nicolae2018",
        .help = "The hyperbolic tangent in three straight pieces whose slope never "
                "vanishes.",
        .relatives = plu_relatives,
    },
    {
        .definition =
            {
                .key = "srelu",
                .label = "SReLU",
                .aliases = TEXTS("s_shaped_relu", "s_shaped_rectified_linear_unit"),
                .parameters = srelu_parameters,
                .formula =
                    "x <= tl ? tl + al*(x - tl) : x >= tr ? tr + ar*(x - tr) : x",
                .derivative = "x <= tl || x >= tr ? (x <= tl ? al : ar) : 1",
            },
        .family = "piecewise",
        .frameworks = TEXTS("echo"),
        .paper = "Jin et al.",
        .year = 2015,
        .source = "jin2015",
        .help = "Three straight pieces with four learned parameters, convex and "
                "concave at will.",
        .relatives = srelu_relatives,
    },
    {.definition = {.key = NULL}},
};
