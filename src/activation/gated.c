/* gated.c - activations of the form x times a gate. */
#include "activation/family.h"

#include <math.h>
#include <stddef.h>

static const Convention gelu_conventions[] = {
    {.frameworks = TEXTS("jax", "flax", "nnlib", "tfa"),
     .record = "gelu_tanh",
     .help = "the approximation by tanh is the default"},
    {0},
};
static const Relative gelu_relatives[] = {
    {.key = "gelu_tanh", .help = "approximated by a tanh"},
    {.key = "gelu_sigmoid", .help = "approximated by a sigmoid"},
    {0},
};
static const Relative gelu_tanh_relatives[] = {
    {.key = "gelu", .help = "exact"},
    {.key = "gelu_sigmoid", .help = "approximated by a sigmoid"},
    {0},
};
static const Parameter gelu_sigmoid_parameters[] = {
    {.name = "k",
     .symbol = "k",
     .value = 1.702,
     PARAMETER_REAL,
     .help = "sharpness of the gate"},
    {0},
};
static const Relative gelu_sigmoid_relatives[] = {
    {.key = "gelu", .help = "exact"},
    {.key = "gelu_tanh", .help = "approximated by a tanh"},
    {.key = "swish",
     .help = "the same family with beta = 1",
     .same = "swish(beta=1.702)"},
    {0},
};
static const Relative silu_relatives[] = {
    {.key = "swish", .help = "with another sharpness", .same = "swish(beta=1)"},
    {.key = "e_swish", .help = "scaled", .same = "e_swish(beta=1)"},
    {.key = "dsilu", .help = "its slope"},
    {0},
};
static const Parameter swish_parameters[] = {
    {.name = "beta",
     .symbol = "β",
     .value = 1,
     PARAMETER_REAL,
     .help = "sharpness of the gate; 0 is x/2"},
    {0},
};
static const Relative swish_relatives[] = {
    {.key = "silu", .help = "with beta = 1", .same = "silu"},
    {.key = "gelu_sigmoid", .help = "with beta = 1.702"},
    {.key = "aptx", .help = "with beta = 2"},
    {0},
};
static const Parameter e_swish_parameters[] = {
    {.name = "beta",
     .symbol = "β",
     .value = 1.5,
     PARAMETER_REAL,
     .help = "scale; 1 to 2 in the paper"},
    {0},
};
static const Relative e_swish_relatives[] = {
    {.key = "silu", .help = "without the scale"},
    {0},
};
static const Convention hard_swish_conventions[] = {
    {.frameworks = TEXTS("nnlib"),
     .definition =
         {
             .key = "hard_swish@nnlib",
             .label = "Hard swish (NNlib)",
             .formula = "x < -3 ? 0 : x > 3 ? x : x*(x + 3)/6",
             .derivative = "x < -3 ? 0 : x > 3 ? 1 : (2*x + 3)/6",
         },
     .help = "slope -1/2 at -3 and 3/2 at 3"},
    {0},
};
static const Relative mish_relatives[] = {
    {.key = "hard_mish", .help = "in polynomial pieces"},
    {0},
};
static const Relative hard_mish_relatives[] = {
    {.key = "mish", .help = "smooth"},
    {0},
};
static const Parameter aptx_parameters[] = {
    {.name = "alpha",
     .symbol = "α",
     .value = 1,
     PARAMETER_REAL,
     .help = "constant part of the gate"},
    {.name = "beta",
     .symbol = "β",
     .value = 1,
     PARAMETER_REAL,
     .help = "sharpness of the gate"},
    {.name = "gamma", .symbol = "γ", .value = 0.5, PARAMETER_REAL, .help = "scale"},
    {0},
};
static const Relative aptx_relatives[] = {
    {.key = "swish", .help = "equal at the defaults", .same = "swish(beta=2)"},
    {0},
};
static const Relative elish_relatives[] = {
    {.key = "hard_elish", .help = "with a hard gate"},
    {0},
};
static const Relative hard_elish_relatives[] = {
    {.key = "elish", .help = "with a smooth gate"},
    {0},
};
static const Relative dsilu_relatives[] = {
    {.key = "silu", .help = "its integral", .same = "silu'"},
    {0},
};

const Activation activation_gated[] = {
    {
        .definition =
            {
                .key = "gelu",
                .label = "GELU",
                .aliases = TEXTS("gelu_erf"),
                .formula = "x*normal_cdf(x)",
                .derivative = "normal_cdf(x) + x*normal_pdf(x)",
            },
        .family = "gated",
        .frameworks = TEXTS("pytorch", "keras", "onnx", "mxnet", "mlx", "transformers",
                            "timm", "jax", "flax", "nnlib", "tfa"),
        .paper = "Hendrycks and Gimpel",
        .year = 2016,
        .source = "hendrycks2016",
        .help = "Weights x by the chance that a standard normal lies below it.",
        .relatives = gelu_relatives,
        .conventions = gelu_conventions,
    },
    {
        .definition =
            {
                .key = "gelu_tanh",
                .label = "GELU (tanh)",
                .aliases = TEXTS("gelu_new", "gelu_pytorch_tanh", "gelu_fast",
                                 "gelu_accurate"),
                .formula = "0.5*x*(1 + tanh(sqrt(2/pi)*(x + 0.044715*x^3)))",
                .derivative = "logistic(2*sqrt(2/pi)*(x + 0.044715*x^3)) + "
                              "x*logistic(2*sqrt(2/pi)*(x + "
                              "0.044715*x^3))*logistic(-2*sqrt(2/pi)*(x + "
                              "0.044715*x^3))*2*sqrt(2/pi)*(1 + 0.134145*x^2)",
            },
        .family = "gated",
        .frameworks = TEXTS("pytorch", "jax", "flax", "tfa", "onnx", "mxnet", "nnlib",
                            "mlx", "transformers", "timm"),
        .paper = "Hendrycks and Gimpel",
        .year = 2016,
        .source = "hendrycks2016",
        .help = "GELU's approximation by a hyperbolic tangent.",
        .relatives = gelu_tanh_relatives,
    },
    {
        .definition =
            {
                .key = "gelu_sigmoid",
                .label = "GELU (sigmoid)",
                .aliases = TEXTS("quick_gelu", "gelu_fast_approx"),
                .parameters = gelu_sigmoid_parameters,
                .formula = "x*logistic(k*x)",
                .derivative = "logistic(k*x)*(1 + k*x*logistic(-k*x))",
            },
        .family = "gated",
        .frameworks = TEXTS("transformers", "timm", "nnlib", "mlx"),
        .paper = "Hendrycks and Gimpel",
        .year = 2016,
        .source = "hendrycks2016",
        .help = "GELU's approximation by a sigmoid: Swish with sharpness 1.702.",
        .relatives = gelu_sigmoid_relatives,
    },
    {
        .definition =
            {
                .key = "silu",
                .label = "SiLU",
                .aliases = TEXTS("sigmoid_linear_unit"),
                .formula = "x*logistic(x)",
                .derivative = "logistic(x)*(1 + x*logistic(-x))",
            },
        .family = "gated",
        .frameworks = TEXTS("pytorch", "jax", "flax", "keras", "mxnet", "mlx",
                            "transformers", "timm"),
        .paper = "Elfwing, Uchibe and Doya",
        .year = 2017,
        .source = "elfwing2017",
        .help = "x times its sigmoid: a smooth ReLU with a dip on the left.",
        .relatives = silu_relatives,
    },
    {
        .definition =
            {
                .key = "swish",
                .label = "Swish",
                .parameters = swish_parameters,
                .formula = "x*logistic(beta*x)",
                .derivative = "logistic(beta*x)*(1 + beta*x*logistic(-beta*x))",
            },
        .family = "gated",
        .frameworks = TEXTS("onnx", "mxnet", "jax", "flax", "keras", "nnlib",
                            "transformers", "timm", "tfa"),
        .paper = "Ramachandran, Zoph and Le",
        .year = 2017,
        .source = "ramachandran2017",
        .help = "SiLU with a sharpness, from x/2 (0) to ReLU (infinity).",
        .relatives = swish_relatives,
    },
    {
        .definition =
            {
                .key = "e_swish",
                .label = "E-Swish",
                .parameters = e_swish_parameters,
                .formula = "beta*x*logistic(x)",
                .derivative = "beta*logistic(x)*(1 + x*logistic(-x))",
            },
        .family = "gated",
        .frameworks = TEXTS("echo"),
        .paper = "Alcaide",
        .year = 2018,
        .source = "alcaide2018",
        .help = "SiLU scaled up, for faster training.",
        .relatives = e_swish_relatives,
    },
    {
        .definition =
            {
                .key = "hard_swish",
                .label = "Hard swish",
                .aliases = TEXTS("hardswish", "hard_silu", "h_swish"),
                .formula = "x <= -3 ? 0 : x >= 3 ? x : x*(x + 3)/6",
                .derivative = "x <= -3 ? 0 : x >= 3 ? 1 : (2*x + 3)/6",
            },
        .family = "gated",
        .frameworks =
            TEXTS("pytorch", "jax", "flax", "keras", "onnx", "nnlib", "mlx", "timm"),
        .paper = "Howard et al.",
        .year = 2019,
        .source = "howard2019",
        .help = "SiLU in polynomial pieces, for small machines.",
        .conventions = hard_swish_conventions,
    },
    {
        .definition =
            {
                .key = "mish",
                .label = "Mish",
                .formula = "x*tanh(softplus(x))",
                .derivative = "tanh(softplus(x)) + x*sech2(softplus(x))*logistic(x)",
            },
        .family = "gated",
        .frameworks = TEXTS("pytorch", "jax", "keras", "tfa", "onnx", "mxnet", "nnlib",
                            "mlx", "transformers", "timm"),
        .paper = "Misra",
        .year = 2019,
        .source = "misra2019",
        .help = "A smooth, self-gated relative of SiLU with a deeper dip.",
        .relatives = mish_relatives,
    },
    {
        .definition =
            {
                .key = "hard_mish",
                .label = "Hard mish",
                .aliases = TEXTS("hardmish", "h_mish"),
                .formula = "x < -2 ? 0 : x > 0 ? x : 0.5*x*(x + 2)",
                .derivative = "x < -2 ? 0 : x > 0 ? 1 : x + 1",
            },
        .family = "gated",
        .frameworks = TEXTS("timm"),
        .paper = "Misra",
        .year = 2019,
        .source = "misra2019",
        .help = "Mish in polynomial pieces, for small machines.",
        .relatives = hard_mish_relatives,
    },
    {
        .definition =
            {
                .key = "aptx",
                .label = "APTx",
                .parameters = aptx_parameters,
                .formula = "gamma*x*(alpha + tanh(beta*x))",
                .derivative = "gamma*(alpha + tanh(beta*x) + beta*x*sech2(beta*x))",
            },
        .family = "gated",
        .paper = "Kumar",
        .year = 2022,
        .source = "kumar2022",
        .help = "A cheaper look-alike of Mish; at its defaults it is Swish with "
                "sharpness 2.",
        .relatives = aptx_relatives,
    },
    {
        .definition =
            {
                .key = "elish",
                .label = "ELiSH",
                .aliases = TEXTS("exponential_linear_squashing"),
                .formula = "x >= 0 ? x*logistic(x) : expm1(x)*logistic(x)",
                .derivative = "x >= 0 ? logistic(x)*(1 + x*logistic(-x)) : "
                              "logistic(x)*(exp(x) + expm1(x)*logistic(-x))",
            },
        .family = "gated",
        .frameworks = TEXTS("echo"),
        .paper = "Basirat and Roth",
        .year = 2018,
        .source = "basirat2018",
        .help = "SiLU on the right, ELU times the sigmoid on the left; found by "
                "genetic search.",
        .relatives = elish_relatives,
    },
    {
        .definition =
            {
                .key = "hard_elish",
                .label = "HardELiSH",
                .aliases = TEXTS("hard_exponential_linear_squashing"),
                .formula =
                    "x < -1 ? 0 : x < 0 ? expm1(x)*(x + 1)/2 : x < 1 ? x*(x + 1)/2 : x",
                .derivative = "x < -1 ? 0 : x < 0 ? exp(x)*(x + 1)/2 + expm1(x)/2 : x "
                              "< 1 ? x + 1/2 : 1",
            },
        .family = "gated",
        .frameworks = TEXTS("echo"),
        .paper = "Basirat and Roth",
        .year = 2018,
        .source = "basirat2018",
        .help = "ELiSH with a hard sigmoid for its gate.",
        .relatives = hard_elish_relatives,
    },
    {
        .definition =
            {
                .key = "dsilu",
                .label = "dSiLU",
                .aliases = TEXTS("d_silu"),
                .formula = "logistic(x)*(1 + x*logistic(-x))",
                .derivative = "logistic(x)*logistic(-x)*(2 - x*tanh(x/2))",
            },
        .family = "gated",
        .paper = "Elfwing, Uchibe and Doya",
        .year = 2017,
        .source = "elfwing2017",
        .help =
            "The slope of SiLU as an activation: a steeper sigmoid that overshoots.",
        .relatives = dsilu_relatives,
    },
    {.definition = {.key = NULL}},
};
