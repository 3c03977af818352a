/* shrinking.c - activations that set small values to zero. */
#include "activation/family.h"

#include <math.h>
#include <stddef.h>

static const Parameter hard_shrink_parameters[] = {
    {.name = "lambda",
     .also = "lambd",
     .symbol = "λ",
     .value = 0.5,
     PARAMETER_NOT_NEGATIVE,
     .help = "up to this size all becomes 0"},
    {0},
};
static const Relative hard_shrink_relatives[] = {
    {.key = "soft_shrink", .help = "without jumps"},
    {.key = "shrink", .help = "with a bias", .same = "shrink"},
    {.key = "thresholded_relu", .help = "on the right alone"},
    {0},
};
static const Parameter soft_shrink_parameters[] = {
    {.name = "lambda",
     .also = "lambd",
     .symbol = "λ",
     .value = 0.5,
     PARAMETER_NOT_NEGATIVE,
     .help = "how far all values move towards 0"},
    {0},
};
static const Relative soft_shrink_relatives[] = {
    {.key = "hard_shrink", .help = "with jumps"},
    {.key = "shrink", .help = "with a bias of its own", .same = "shrink(bias=0.5)"},
    {0},
};
static const Parameter shrink_parameters[] = {
    {.name = "lambd",
     .also = "lambda",
     .symbol = "λ",
     .value = 0.5,
     PARAMETER_NOT_NEGATIVE,
     .help = "up to this size all becomes 0"},
    {.name = "bias",
     .symbol = "b",
     .value = 0,
     PARAMETER_REAL,
     .help = "how far the rest moves towards 0"},
    {0},
};
static const Relative shrink_relatives[] = {
    {.key = "hard_shrink", .help = "with bias 0", .same = "hard_shrink"},
    {.key = "soft_shrink", .help = "with bias lambd"},
    {0},
};

const Activation activation_shrinking[] = {
    {
        .definition =
            {
                .key = "hard_shrink",
                .label = "Hard shrink",
                .aliases = TEXTS("hardshrink", "hard_shrinkage"),
                .parameters = hard_shrink_parameters,
                .formula = "x > lambda || x < -lambda ? x : 0",
                .derivative = "x > lambda || x < -lambda ? 1 : 0",
            },
        .family = "shrinking",
        .frameworks = TEXTS("pytorch", "keras", "tfa", "onnx"),
        .paper = "Donoho and Johnstone",
        .year = 1994,
        .source = "donoho1994",
        .help =
            "Keeps large coefficients and drops small ones; it jumps at the threshold.",
        .relatives = hard_shrink_relatives,
    },
    {
        .definition =
            {
                .key = "soft_shrink",
                .label = "Soft shrink",
                .aliases = TEXTS("softshrink", "soft_threshold", "soft_shrinkage"),
                .parameters = soft_shrink_parameters,
                .formula = "x > lambda ? x - lambda : x < -lambda ? x + lambda : 0",
                .derivative = "x > lambda || x < -lambda ? 1 : 0",
            },
        .family = "shrinking",
        .frameworks = TEXTS("pytorch", "keras", "tfa", "onnx", "nnlib", "mlx"),
        .paper = "Donoho",
        .year = 1995,
        .source = "donoho1995",
        .help = "Moves every value towards 0: the proximal map of the absolute value.",
        .relatives = soft_shrink_relatives,
    },
    {
        .definition =
            {
                .key = "shrink",
                .label = "Shrink",
                .aliases = TEXTS("shrink_onnx"),
                .parameters = shrink_parameters,
                .formula = "x < -lambd ? x + bias : x > lambd ? x - bias : 0",
                .derivative = "x < -lambd || x > lambd ? 1 : 0",
            },
        .family = "shrinking",
        .frameworks = TEXTS("onnx"),
        .source = "onnx",
        .help = "Hard and soft shrinkage in one: bias 0 is hard, bias lambd is soft.",
        .relatives = shrink_relatives,
    },
    {
        .definition =
            {
                .key = "tanh_shrink",
                .label = "Tanh shrink",
                .aliases = TEXTS("tanhshrink", "tanh_shrinkage"),
                .formula = "x - tanh(x)",
                .derivative = "tanh(x)^2",
            },
        .family = "shrinking",
        .frameworks = TEXTS("pytorch", "keras", "tfa", "nnlib"),
        .source = "pytorch",
        .help = "Shrinks small values like a cube and large ones by 1.",
    },
    {.definition = {.key = NULL}},
};
