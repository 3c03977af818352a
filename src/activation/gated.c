/* gated.c - activations of the form x times a gate. */
#include "activation/family.h"

#include <math.h>
#include <stddef.h>

static const Parameter silu_parameters[] = {
    {.name = "beta",
     .symbol = "β",
     .value = 1,
     .minimum = -INFINITY,
     .maximum = INFINITY,
     .minimum_open = true,
     .maximum_open = true,
     .help = "sharpness of the gate; 0 is x/2"},
    {0},
};

const Activation activation_gated[] = {
    {
        .definition =
            {
                .key = "gelu",
                .label = "GELU",
                .aliases = (const char *const[]){"gelu_erf", NULL},
                .formula = "x*normal_cdf(x)",
                .derivative = "normal_cdf(x) + x*normal_pdf(x)",
            },
        .family = "gated",
        .source = "hendrycks2016",
        .help = "Weights x by the chance that a standard normal lies below it.",
    },
    {
        .definition =
            {
                .key = "gelu_tanh",
                .label = "GELU (tanh)",
                .aliases = (const char *const[]){"gelu_new", "gelu_pytorch_tanh", NULL},
                .formula = "0.5*x*(1 + tanh(sqrt(2/pi)*(x + 0.044715*x^3)))",
                .derivative = "logistic(2*sqrt(2/pi)*(x + 0.044715*x^3)) + "
                              "x*logistic(2*sqrt(2/pi)*(x + "
                              "0.044715*x^3))*logistic(-2*sqrt(2/pi)*(x + "
                              "0.044715*x^3))*2*sqrt(2/pi)*(1 + 0.134145*x^2)",
            },
        .family = "gated",
        .source = "hendrycks2016",
        .help = "GELU's approximation by a hyperbolic tangent.",
    },
    {
        .definition =
            {
                .key = "silu",
                .label = "SiLU",
                .aliases = NULL,
                .formula = "x*logistic(x)",
                .derivative = "logistic(x)*(1 + x*logistic(-x))",
            },
        .family = "gated",
        .source = "elfwing2017",
        .help = "x times its sigmoid: a smooth ReLU with a dip on the left.",
    },
    {
        .definition =
            {
                .key = "swish",
                .label = "Swish",
                .aliases = NULL,
                .parameters = silu_parameters,
                .formula = "x*logistic(beta*x)",
                .derivative = "logistic(beta*x)*(1 + beta*x*logistic(-beta*x))",
            },
        .family = "gated",
        .source = "ramachandran2017",
        .help = "SiLU with a sharpness, from x/2 (0) to ReLU (infinity).",
    },
    {
        .definition =
            {
                .key = "hard_swish",
                .label = "Hard swish",
                .aliases =
                    (const char *const[]){"hardswish", "hard_silu", "h_swish", NULL},
                .formula = "x <= -3 ? 0 : x >= 3 ? x : x*(x + 3)/6",
                .derivative = "x <= -3 ? 0 : x >= 3 ? 1 : (2*x + 3)/6",
            },
        .family = "gated",
        .source = "howard2019",
        .help = "SiLU in polynomial pieces, for small machines.",
    },
    {
        .definition =
            {
                .key = "mish",
                .label = "Mish",
                .aliases = NULL,
                .formula = "x*tanh(softplus(x))",
                .derivative = "tanh(softplus(x)) + x*sech2(softplus(x))*logistic(x)",
            },
        .family = "gated",
        .source = "misra2019",
        .help = "A smooth, self-gated relative of SiLU with a deeper dip.",
    },
    {.definition = {.key = NULL}},
};
