/* periodic.c - activations with waves. */
#include "activation/family.h"

#include <math.h>
#include <stddef.h>

static const Parameter snake_parameters[] = {
    {.name = "a", .symbol = "a", .value = 1, PARAMETER_POSITIVE, .help = "frequency"},
    {0},
};
static const Parameter sin_parameters[] = {
    {.name = "w0",
     .symbol = "ω₀",
     .value = 1,
     PARAMETER_REAL,
     .help = "frequency; 30 in a SIREN's first layer"},
    {0},
};

const Activation activation_periodic[] = {
    {
        .definition =
            {
                .key = "snake",
                .label = "Snake",
                .parameters = snake_parameters,
                .formula = "x + sin(a*x)^2/a",
                .derivative = "1 + sin(2*a*x)",
            },
        .family = "periodic",
        .frameworks = TEXTS("tfa", "echo"),
        .paper = "Ziyin, Hartwig and Ueda",
        .year = 2020,
        .source = "ziyin2020",
        .help =
            "The identity with a wave: it extrapolates periodic data and still trains.",
    },
    {
        .definition =
            {
                .key = "sin",
                .label = "Sine",
                .aliases = TEXTS("sinusoid", "siren"),
                .parameters = sin_parameters,
                .formula = "sin(w0*x)",
                .derivative = "w0*cos(w0*x)",
            },
        .family = "periodic",
        .frameworks = TEXTS("onnx", "echo"),
        .paper = "Sitzmann et al.",
        .year = 2020,
        .source = "sitzmann2020",
        .help = "For signals and their derivatives as functions of place: images, "
                "sounds, fields.",
    },
    {
        .definition =
            {
                .key = "cos",
                .label = "Cosine",
                .aliases = TEXTS("cosine"),
                .formula = "cos(x)",
                .derivative = "-sin(x)",
            },
        .family = "periodic",
        .frameworks = TEXTS("onnx"),
        .source = "onnx",
        .help = "Random features of shift-invariant kernels.",
    },
    {
        .definition =
            {
                .key = "sinc",
                .label = "Sinc",
                .formula = "x == 0 ? 1 : sin(x)/x",
                .derivative = "x == 0 ? 0 : (cos(x) - sin(x)/x)/x",
            },
        .family = "periodic",
        .source = "kunc2024",
        .help = "A wave that dies away as 1/x; not normalised.",
    },
    {
        .definition =
            {
                .key = "gcu",
                .label = "GCU",
                .aliases = TEXTS("growing_cosine_unit"),
                .formula = "x*cos(x)",
                .derivative = "cos(x) - x*sin(x)",
            },
        .family = "periodic",
        .frameworks = TEXTS("torch_activation"),
        .paper = "Noel et al.",
        .year = 2021,
        .source = "noel2021",
        .help = "A growing wave, so that one unit can learn the exclusive or.",
    },
    {.definition = {.key = NULL}},
};
