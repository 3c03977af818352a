/* rectified.c - activations that are pieces of straight lines around a rectifier. */
#include "activation/family.h"

#include <math.h>
#include <stddef.h>

static const Parameter leaky_parameters[] = {
    {.name = "alpha",
     .symbol = "α",
     .value = 0.01,
     .minimum = -INFINITY,
     .maximum = INFINITY,
     .minimum_open = true,
     .maximum_open = true,
     .help = "slope for x <= 0, fixed"},
    {0},
};
static const Parameter prelu_parameters[] = {
    {.name = "alpha",
     .symbol = "α",
     .value = 0.25,
     .minimum = -INFINITY,
     .maximum = INFINITY,
     .minimum_open = true,
     .maximum_open = true,
     .help = "slope for x <= 0, learned"},
    {0},
};

const Activation activation_rectified[] = {
    {
        .definition =
            {
                .key = "identity",
                .label = "Identity",
                .aliases = (const char *const[]){"linear", NULL},
                .formula = "x",
                .derivative = "1",
            },
        .family = "rectified",
        .source = "goodfellow2016",
        .help = "No activation: the reference that the others are held against.",
    },
    {
        .definition =
            {
                .key = "step",
                .label = "Binary step",
                .aliases = (const char *const[]){"heaviside", "unit_step",
                                                 "binary_step", NULL},
                .formula = "x >= 0 ? 1 : 0",
                .derivative = "0",
            },
        .family = "rectified",
        .source = "mcculloch1943",
        .help = "The threshold unit; its slope of 0 is why it cannot be trained by "
                "gradients.",
    },
    {
        .definition =
            {
                .key = "relu",
                .label = "ReLU",
                .aliases = (const char *const[]){"rectifier", "ramp",
                                                 "rectified_linear_unit", NULL},
                .formula = "max(0, x)",
                .derivative = "x > 0 ? 1 : 0",
            },
        .family = "rectified",
        .source = "nair2010",
        .help =
            "Keeps gradients whole where it is active and gives exact zeros elsewhere.",
    },
    {
        .definition =
            {
                .key = "leaky_relu",
                .label = "Leaky ReLU",
                .aliases = (const char *const[]){"lrelu", NULL},
                .parameters = leaky_parameters,
                .formula = "x > 0 ? x : alpha*x",
                .derivative = "x > 0 ? 1 : alpha",
            },
        .family = "rectified",
        .source = "maas2013",
        .help = "ReLU with a small fixed slope on the left, so that units cannot die.",
    },
    {
        .definition =
            {
                .key = "prelu",
                .label = "PReLU",
                .aliases = (const char *const[]){"parametric_relu", NULL},
                .parameters = prelu_parameters,
                .formula = "x > 0 ? x : alpha*x",
                .derivative = "x > 0 ? 1 : alpha",
            },
        .family = "rectified",
        .source = "he2015",
        .help = "Leaky ReLU whose left slope is learned with the weights.",
    },
    {
        .definition =
            {
                .key = "relu6",
                .label = "ReLU6",
                .aliases = NULL,
                .formula = "min(6, max(0, x))",
                .derivative = "0 < x && x < 6 ? 1 : 0",
            },
        .family = "rectified",
        .source = "krizhevsky2010",
        .help = "ReLU with a ceiling of 6, for arithmetic of low precision.",
    },
    {.definition = {.key = NULL}},
};
