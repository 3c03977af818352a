/* composite.c - activations of x times a composed gate. */
#include "activation/family.h"

#include <math.h>
#include <stddef.h>

static const Parameter smish_parameters[] = {
    {.name = "alpha", .symbol = "α", .value = 1, PARAMETER_REAL, .help = "scale"},
    {.name = "beta",
     .symbol = "β",
     .value = 1,
     PARAMETER_REAL,
     .help = "sharpness of the gate"},
    {0},
};
static const Parameter sinlu_parameters[] = {
    {.name = "a",
     .symbol = "a",
     .value = 1,
     PARAMETER_REAL,
     .help = "height of the wave"},
    {.name = "b",
     .symbol = "b",
     .value = 1,
     PARAMETER_REAL,
     .help = "frequency of the wave"},
    {0},
};

const Activation activation_composite[] = {
    {
        .definition =
            {
                .key = "lisht",
                .label = "LiSHT",
                .aliases = TEXTS("linearly_scaled_hyperbolic_tangent"),
                .formula = "x*tanh(x)",
                .derivative = "tanh(x) + x*sech2(x)",
            },
        .family = "composite",
        .frameworks = TEXTS("tfa", "nnlib"),
        .paper = "Roy et al.",
        .year = 2019,
        .source = "roy2019",
        .help = "x times its tanh: even, never negative, with unbounded sides.",
    },
    {
        .definition =
            {
                .key = "tanh_exp",
                .label = "TanhExp",
                .aliases = TEXTS("telu"),
                .formula = "x*tanh(exp(x))",
                .derivative = "tanh(exp(x)) + x*exp(x)*sech2(exp(x))",
            },
        .family = "composite",
        .frameworks = TEXTS("torch_activation"),
        .paper = "Liu and Di",
        .year = 2020,
        .source = "liu2020",
        .help = "Nearly the identity for x > 0 with a short dip on the left; TeLU "
                "(2024) is the same function.",
    },
    {
        .definition =
            {
                .key = "serf",
                .label = "SERF",
                .formula = "x*erf(softplus(x))",
                .derivative =
                    "erf(softplus(x)) + x*logistic(x)*2/sqrt(pi)*exp(-softplus(x)^2)",
            },
        .family = "composite",
        .frameworks = TEXTS("torch_activation"),
        .paper = "Nag and Bhattacharyya",
        .year = 2021,
        .source = "nag2021",
        .help = "Mish with the error function in place of tanh.",
    },
    {
        .definition =
            {
                .key = "smish",
                .label = "Smish",
                .parameters = smish_parameters,
                .formula = "alpha*x*tanh(log1p(logistic(beta*x)))",
                .derivative = "alpha*(tanh(log1p(logistic(beta*x))) + "
                              "beta*x*sech2(log1p(logistic(beta*x)))*logistic(beta*x)*"
                              "logistic(-beta*x)/(1 + logistic(beta*x)))",
            },
        .family = "composite",
        .frameworks = TEXTS("torch_activation"),
        .paper = "Wang, Ren and Wang",
        .year = 2022,
        .source = "wang2022",
        .help = "Logish put through a tanh; its slope tends to 3/5.",
    },
    {
        .definition =
            {
                .key = "logish",
                .label = "Logish",
                .formula = "x*log1p(logistic(x))",
                .derivative =
                    "log1p(logistic(x)) + x*logistic(x)*logistic(-x)/(1 + logistic(x))",
            },
        .family = "composite",
        .frameworks = TEXTS("torch_activation"),
        .paper = "Zhu et al.",
        .year = 2021,
        .source = "zhu2021",
        .help = "x times a logarithm of its sigmoid; its slope tends to log 2.",
    },
    {
        .definition =
            {
                .key = "phish",
                .label = "Phish",
                .formula = "x*tanh(x*normal_cdf(x))",
                .derivative =
                    "tanh(x*normal_cdf(x)) + x*sech2(x*normal_cdf(x))*(normal_cdf(x) + "
                    "x*normal_pdf(x))",
            },
        .family = "composite",
        .frameworks = TEXTS("torch_activation"),
        .paper = "Naveen",
        .year = 2022,
        .source = "naveen2022",
        .help = "x times the tanh of GELU, flat around 0.",
    },
    {
        .definition =
            {
                .key = "eanaf",
                .label = "EANAF",
                .formula = "x*exp(x)/(exp(x) + 2)",
                .derivative = "logistic(x - log(2))*(1 + x*logistic(log(2) - x))",
            },
        .family = "composite",
        .frameworks = TEXTS("torch_activation"),
        .paper = "Chai et al.",
        .year = 2022,
        .source = "chai2022",
        .help = "SiLU whose gate opens log 2 later.",
    },
    {
        .definition =
            {
                .key = "colu",
                .label = "CoLU",
                .aliases = TEXTS("collapsing_linear_unit"),
                .formula = "x/(1 - x*exp(-(x + exp(x))))",
                .derivative = "(1 - x^2*exp(-(x + exp(x)))*(1 + exp(x)))/(1 - "
                              "x*exp(-(x + exp(x))))^2",
            },
        .family = "composite",
        .frameworks = TEXTS("torch_activation"),
        .paper = "Vagerwal",
        .year = 2021,
        .source = "vagerwal2021",
        .help = "Like Mish and Swish, but nearer to the identity on the right.",
    },
    {
        .definition =
            {
                .key = "sinlu",
                .label = "SinLU",
                .aliases = TEXTS("sinu_sigmoidal_linear_unit"),
                .parameters = sinlu_parameters,
                .formula = "(x + a*sin(b*x))*logistic(x)",
                .derivative = "(1 + a*b*cos(b*x))*logistic(x) + (x + "
                              "a*sin(b*x))*logistic(x)*logistic(-x)",
            },
        .family = "composite",
        .frameworks = TEXTS("torch_activation"),
        .paper = "Paul et al.",
        .year = 2022,
        .source = "paul2022",
        .help = "SiLU with a learned wave on its right side.",
    },
    {
        .definition =
            {
                .key = "sinsig",
                .label = "SinSig",
                .formula = "x*sin(pi/2*logistic(x))",
                .derivative = "sin(pi/2*logistic(x)) + "
                              "x*cos(pi/2*logistic(x))*(pi/2)*logistic(x)*logistic(-x)",
            },
        .family = "composite",
        .frameworks = TEXTS("torch_activation"),
        .paper = "Khagi and Kwon",
        .year = 2022,
        .source = "kunc2024",
        .help = "SiLU whose gate passes through a sine, so that it opens sooner.",
    },
    {.definition = {.key = NULL}},
};
