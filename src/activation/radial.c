/* radial.c - activations that depend on the distance from zero. */
#include "activation/family.h"

#include <math.h>
#include <stddef.h>

const Activation activation_radial[] = {
    {
        .definition =
            {
                .key = "gaussian",
                .label = "Gaussian",
                .aliases = TEXTS("rbf", "bump"),
                .formula = "exp(-x^2)",
                .derivative = "-2*x*exp(-x^2)",
            },
        .family = "radial",
        .paper = "Broomhead and Lowe",
        .year = 1988,
        .source = "broomhead1988",
        .help = "Answers near 0 alone: the unit of radial basis networks.",
    },
    {.definition = {.key = NULL}},
};
