/* exponential.c - activations that grow or saturate exponentially. */
#include "activation/family.h"

#include <math.h>
#include <stddef.h>

static const Parameter elu_parameters[] = {
    {.name = "alpha",
     .symbol = "α",
     .value = 1,
     PARAMETER_REAL,
     .help = "minus the limit at the left"},
    {0},
};
static const Relative elu_relatives[] = {
    {.key = "selu", .help = "scaled", .same = "selu(alpha=1, scale=1)"},
    {.key = "celu", .help = "with a continuous slope for every alpha", .same = "celu"},
    {0},
};
static const Parameter selu_parameters[] = {
    {.name = "alpha",
     .symbol = "α",
     .value = 1.6732632423543772848170429916717,
     PARAMETER_REAL,
     .help = "minus the limit at the left, before scaling"},
    {.name = "scale",
     .symbol = "λ",
     .value = 1.0507009873554804934193349852946,
     PARAMETER_REAL,
     .help = "slope on the right"},
    {0},
};
static const Parameter selu_onnx_parameters[] = {
    {.name = "alpha",
     .symbol = "α",
     .value = 1.67326319217681884765625,
     PARAMETER_REAL,
     .help = "minus the limit at the left, before scaling"},
    {.name = "scale",
     .symbol = "λ",
     .value = 1.05070102214813232421875,
     PARAMETER_REAL,
     .help = "slope on the right"},
    {0},
};
static const Parameter selu_mlx_parameters[] = {
    {.name = "alpha",
     .symbol = "α",
     .value = 1.67326,
     PARAMETER_REAL,
     .help = "minus the limit at the left, before scaling"},
    {.name = "scale",
     .symbol = "λ",
     .value = 1.0507,
     PARAMETER_REAL,
     .help = "slope on the right"},
    {0},
};
static const Convention selu_conventions[] = {
    {.frameworks = TEXTS("onnx"),
     .definition =
         {
             .key = "selu@onnx",
             .label = "SELU (ONNX)",
             .parameters = selu_onnx_parameters,
             .formula = "scale*(x > 0 ? x : alpha*expm1(x))",
             .derivative = "scale*(x > 0 ? 1 : alpha*exp(x))",
         },
     .help = "constants rounded to single precision"},
    {.frameworks = TEXTS("mlx"),
     .definition =
         {
             .key = "selu@mlx",
             .label = "SELU (MLX)",
             .parameters = selu_mlx_parameters,
             .formula = "scale*(x > 0 ? x : alpha*expm1(x))",
             .derivative = "scale*(x > 0 ? 1 : alpha*exp(x))",
         },
     .help = "constants rounded to six digits"},
    {0},
};
static const Relative selu_relatives[] = {
    {.key = "elu", .help = "without the scale"},
    {0},
};
static const Parameter celu_parameters[] = {
    {.name = "alpha",
     .symbol = "α",
     .value = 1,
     PARAMETER_POSITIVE,
     .help = "minus the limit at the left"},
    {0},
};
static const Relative celu_relatives[] = {
    {.key = "elu", .help = "with a fixed width", .same = "elu"},
    {0},
};
static const Parameter softplus_parameters[] = {
    {.name = "beta",
     .symbol = "β",
     .value = 1,
     PARAMETER_POSITIVE,
     .help = "sharpness of the bend"},
    {0},
};
static const Parameter softplus_pytorch_parameters[] = {
    {.name = "beta",
     .symbol = "β",
     .value = 1,
     PARAMETER_POSITIVE,
     .help = "sharpness of the bend"},
    {.name = "threshold",
     .symbol = "θ",
     .value = 20,
     PARAMETER_REAL,
     .help = "beta*x beyond which x itself is taken"},
    {0},
};
static const Convention softplus_conventions[] = {
    {.frameworks = TEXTS("pytorch"),
     .definition =
         {
             .key = "softplus@pytorch",
             .label = "Softplus (PyTorch)",
             .parameters = softplus_pytorch_parameters,
             .formula = "beta*x > threshold ? x : softplus(beta*x)/beta",
             .derivative = "beta*x > threshold ? 1 : logistic(beta*x)",
         },
     .help = "x itself beyond beta*x = 20, which is a jump of 2.06e-9"},
    {0},
};
static const Relative softplus_relatives[] = {
    {.key = "log_sigmoid", .help = "mirrored twice"},
    {.key = "shifted_softplus", .help = "through the origin"},
    {0},
};
static const Parameter soft_exponential_parameters[] = {
    {.name = "a",
     .symbol = "α",
     .value = 0.5,
     PARAMETER_REAL,
     .help = "-1 logarithmic, 0 linear, 1 exponential"},
    {0},
};
static const Parameter xielu_parameters[] = {
    {.name = "alpha_p",
     .symbol = "αₚ",
     .value = 0.8,
     PARAMETER_REAL,
     .help = "curvature on the right, halved"},
    {.name = "alpha_n",
     .symbol = "αₙ",
     .value = 0.8,
     PARAMETER_REAL,
     .help = "strength of the left part"},
    {.name = "beta", .symbol = "β", .value = 0.5, PARAMETER_REAL, .help = "slope at 0"},
    {0},
};

const Activation activation_exponential[] = {
    {
        .definition =
            {
                .key = "elu",
                .label = "ELU",
                .aliases = TEXTS("exponential_linear_unit"),
                .parameters = elu_parameters,
                .formula = "x > 0 ? x : alpha*expm1(x)",
                .derivative = "x > 0 ? 1 : alpha*exp(x)",
            },
        .family = "exponential",
        .frameworks = TEXTS("pytorch", "jax", "flax", "keras", "onnx", "mxnet", "nnlib",
                            "mlx", "transformers", "timm"),
        .paper = "Clevert, Unterthiner and Hochreiter",
        .year = 2015,
        .source = "clevert2015",
        .help = "Pushes mean activations towards zero by a smooth negative part.",
        .relatives = elu_relatives,
    },
    {
        .definition =
            {
                .key = "selu",
                .label = "SELU",
                .aliases = TEXTS("scaled_elu"),
                .parameters = selu_parameters,
                .formula = "scale*(x > 0 ? x : alpha*expm1(x))",
                .derivative = "scale*(x > 0 ? 1 : alpha*exp(x))",
            },
        .family = "exponential",
        .frameworks = TEXTS("pytorch", "jax", "flax", "keras", "onnx", "mxnet", "nnlib",
                            "mlx", "timm"),
        .paper = "Klambauer et al.",
        .year = 2017,
        .source = "klambauer2017",
        .help =
            "ELU with constants that keep mean 0 and variance 1 from layer to layer.",
        .relatives = selu_relatives,
        .conventions = selu_conventions,
    },
    {
        .definition =
            {
                .key = "celu",
                .label = "CELU",
                .aliases = TEXTS("continuously_differentiable_elu"),
                .parameters = celu_parameters,
                .formula = "x > 0 ? x : alpha*expm1(x/alpha)",
                .derivative = "x > 0 ? 1 : exp(x/alpha)",
            },
        .family = "exponential",
        .frameworks =
            TEXTS("pytorch", "jax", "flax", "keras", "onnx", "nnlib", "mlx", "timm"),
        .paper = "Barron",
        .year = 2017,
        .source = "barron2017",
        .help = "ELU with a continuous slope for every alpha.",
        .relatives = celu_relatives,
    },
    {
        .definition =
            {
                .key = "softplus",
                .label = "Softplus",
                .aliases = TEXTS("smooth_relu", "softrelu"),
                .parameters = softplus_parameters,
                .formula = "softplus(beta*x)/beta",
                .derivative = "logistic(beta*x)",
            },
        .family = "exponential",
        .frameworks =
            TEXTS("pytorch", "jax", "flax", "keras", "onnx", "mxnet", "nnlib", "mlx"),
        .paper = "Dugas et al.",
        .year = 2001,
        .source = "dugas2001",
        .help = "The smooth ReLU: the integral of the sigmoid.",
        .relatives = softplus_relatives,
        .conventions = softplus_conventions,
    },
    {
        .definition =
            {
                .key = "exponential",
                .label = "Exponential",
                .aliases = TEXTS("exp"),
                .formula = "exp(x)",
                .derivative = "exp(x)",
            },
        .family = "exponential",
        .frameworks = TEXTS("keras", "onnx"),
        .source = "keras",
        .help = "Makes anything positive; the rates of Poisson models.",
    },
    {
        .definition =
            {
                .key = "soft_exponential",
                .label = "Soft exponential",
                .parameters = soft_exponential_parameters,
                .formula =
                    "a < 0 ? -log1p(-a*(x + a))/a : a == 0 ? x : expm1(a*x)/a + a",
                .derivative = "a < 0 ? 1/(1 - a*(x + a)) : exp(a*x)",
            },
        .family = "exponential",
        .frameworks = TEXTS("echo"),
        .paper = "Godfrey and Gashler",
        .year = 2015,
        .source = "godfrey2015",
        .help = "Goes continuously from a logarithm by way of the identity to an "
                "exponential.",
    },
    {
        .definition =
            {
                .key = "xielu",
                .label = "xIELU",
                .aliases = TEXTS("expanded_integral_of_the_elu"),
                .parameters = xielu_parameters,
                .formula = "x > 0 ? alpha_p*x*x + beta*x : alpha_n*expm1(x) + (beta - "
                           "alpha_n)*x",
                .derivative = "x > 0 ? 2*alpha_p*x + beta : alpha_n*expm1(x) + beta",
            },
        .family = "exponential",
        .frameworks = TEXTS("transformers"),
        .paper = "Huang and Schlag",
        .year = 2024,
        .source = "huang2024",
        .help =
            "The integral of an ELU with learned strengths, for large language models.",
    },
    {.definition = {.key = NULL}},
};
