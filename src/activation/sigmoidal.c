/* sigmoidal.c - activations that saturate on both sides. */
#include "activation/family.h"

#include <stddef.h>

const Activation activation_sigmoidal[] = {
    {
        .definition =
            {
                .key = "sigmoid",
                .label = "Sigmoid",
                .aliases = (const char *const[]){"logistic_sigmoid", "soft_step", NULL},
                .formula = "logistic(x)",
                .derivative = "logistic(x)*logistic(-x)",
            },
        .family = "sigmoidal",
        .source = "rumelhart1986",
        .help = "A probability from a score; its slope is at most 1/4, so gradients "
                "shrink.",
    },
    {
        .definition =
            {
                .key = "hard_sigmoid",
                .label = "Hard sigmoid",
                .aliases = (const char *const[]){"hardsigmoid", NULL},
                .formula = "x <= -3 ? 0 : x >= 3 ? 1 : (x + 3)/6",
                .derivative = "-3 < x && x < 3 ? 1/6 : 0",
            },
        .family = "sigmoidal",
        .source = "howard2019",
        .help = "The sigmoid in three straight pieces, without an exponential.",
    },
    {
        .definition =
            {
                .key = "tanh",
                .label = "Tanh",
                .aliases = (const char *const[]){"hyperbolic_tangent", NULL},
                .formula = "tanh(x)",
                .derivative = "sech2(x)",
            },
        .family = "sigmoidal",
        .source = "lecun1998",
        .help = "A sigmoid centred on zero, with slope 1 there.",
    },
    {
        .definition =
            {
                .key = "hard_tanh",
                .label = "Hard tanh",
                .aliases = (const char *const[]){"hardtanh", NULL},
                .formula = "max(-1, min(1, x))",
                .derivative = "-1 < x && x < 1 ? 1 : 0",
            },
        .family = "sigmoidal",
        .source = "collobert2004",
        .help = "The hyperbolic tangent in three straight pieces.",
    },
    {
        .definition =
            {
                .key = "softsign",
                .label = "Softsign",
                .aliases = (const char *const[]){"soft_sign", NULL},
                .formula = "x/(1 + abs(x))",
                .derivative = "1/(1 + abs(x))/(1 + abs(x))",
            },
        .family = "sigmoidal",
        .source = "turian2009",
        .help = "Saturates like 1/x, much later than the hyperbolic tangent.",
    },
    {.definition = {.key = NULL}},
};
