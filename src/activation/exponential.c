/* exponential.c - activations that saturate exponentially on the left. */
#include "activation/family.h"

#include <math.h>
#include <stddef.h>

static const Parameter elu_parameters[] = {
    {.name = "alpha",
     .symbol = "α",
     .value = 1,
     .minimum = -INFINITY,
     .maximum = INFINITY,
     .minimum_open = true,
     .maximum_open = true,
     .help = "minus the limit at the left"},
    {0},
};
static const Parameter selu_parameters[] = {
    {.name = "alpha",
     .symbol = "α",
     .value = 1.6732632423543772848170429916717,
     .minimum = -INFINITY,
     .maximum = INFINITY,
     .minimum_open = true,
     .maximum_open = true,
     .help = "minus the limit at the left, before scaling"},
    {.name = "scale",
     .symbol = "λ",
     .value = 1.0507009873554804934193349852946,
     .minimum = -INFINITY,
     .maximum = INFINITY,
     .minimum_open = true,
     .maximum_open = true,
     .help = "slope on the right"},
    {0},
};
static const Parameter celu_parameters[] = {
    {.name = "alpha",
     .symbol = "α",
     .value = 1,
     .minimum = 0,
     .maximum = INFINITY,
     .minimum_open = true,
     .maximum_open = true,
     .help = "minus the limit at the left"},
    {0},
};
static const Parameter softplus_parameters[] = {
    {.name = "beta",
     .symbol = "β",
     .value = 1,
     .minimum = 0,
     .maximum = INFINITY,
     .minimum_open = true,
     .maximum_open = true,
     .help = "sharpness of the bend"},
    {0},
};

const Activation activation_exponential[] = {
    {
        .definition =
            {
                .key = "elu",
                .label = "ELU",
                .aliases = (const char *const[]){"exponential_linear_unit", NULL},
                .parameters = elu_parameters,
                .formula = "x > 0 ? x : alpha*expm1(x)",
                .derivative = "x > 0 ? 1 : alpha*exp(x)",
            },
        .family = "exponential",
        .source = "clevert2015",
        .help = "Pushes mean activations towards zero by a smooth negative part.",
    },
    {
        .definition =
            {
                .key = "selu",
                .label = "SELU",
                .aliases = (const char *const[]){"scaled_elu", NULL},
                .parameters = selu_parameters,
                .formula = "scale*(x > 0 ? x : alpha*expm1(x))",
                .derivative = "scale*(x > 0 ? 1 : alpha*exp(x))",
            },
        .family = "exponential",
        .source = "klambauer2017",
        .help =
            "ELU with constants that keep mean 0 and variance 1 from layer to layer.",
    },
    {
        .definition =
            {
                .key = "celu",
                .label = "CELU",
                .aliases =
                    (const char *const[]){"continuously_differentiable_elu", NULL},
                .parameters = celu_parameters,
                .formula = "x > 0 ? x : alpha*expm1(x/alpha)",
                .derivative = "x > 0 ? 1 : exp(x/alpha)",
            },
        .family = "exponential",
        .source = "barron2017",
        .help = "ELU with a continuous slope for every alpha.",
    },
    {
        .definition =
            {
                .key = "softplus",
                .label = "Softplus",
                .aliases = (const char *const[]){"smooth_relu", "softrelu", NULL},
                .parameters = softplus_parameters,
                .formula = "softplus(beta*x)/beta",
                .derivative = "logistic(beta*x)",
            },
        .family = "exponential",
        .source = "dugas2001",
        .help = "The smooth ReLU: the integral of the sigmoid.",
    },
    {.definition = {.key = NULL}},
};
