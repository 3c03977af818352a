/* sigmoidal.c - activations that saturate on both sides. */
#include "activation/family.h"

#include <math.h>
#include <stddef.h>

static const Relative sigmoid_relatives[] = {
    {.key = "tanh", .help = "scaled and shifted", .same = "0.5 + 0.5*tanh(x/2)"},
    {0},
};
static const Convention hard_sigmoid_conventions[] = {
    {.frameworks = TEXTS("onnx", "mxnet"),
     .record = "hard_sigmoid_onnx",
     .help = "slope 1/5"},
    {0},
};
static const Parameter hard_sigmoid_parameters[] = {
    {.name = "a",
     .also = "alpha",
     .symbol = "a",
     .value = 1.0 / 6,
     PARAMETER_POSITIVE,
     .help = "slope in the middle"},
    {.name = "b",
     .also = "beta",
     .symbol = "b",
     .value = 0.5,
     PARAMETER_REAL,
     .help = "value at 0"},
    {0},
};
static const Relative hard_sigmoid_relatives[] = {
    {.key = "hard_sigmoid_onnx",
     .help = "the same family with slope 1/5 in place of 1/6",
     .same = "hard_sigmoid_onnx(alpha=1/6)"},
    {.key = "sparse_sigmoid", .help = "the same family with slope 1/2"},
    {0},
};
static const Parameter hard_sigmoid_onnx_parameters[] = {
    {.name = "alpha",
     .also = "a",
     .symbol = "α",
     .value = 0.2,
     PARAMETER_POSITIVE,
     .help = "slope in the middle"},
    {.name = "beta",
     .also = "b",
     .symbol = "β",
     .value = 0.5,
     PARAMETER_REAL,
     .help = "value at 0"},
    {0},
};
static const Relative hard_sigmoid_onnx_relatives[] = {
    {.key = "hard_sigmoid",
     .help = "the same family with slope 1/6 in place of 1/5",
     .same = "hard_sigmoid(a=0.2)"},
    {.key = "sparse_sigmoid", .help = "the same family with slope 1/2"},
    {0},
};
static const Convention sparse_sigmoid_conventions[] = {
    {.frameworks = TEXTS("jax"),
     .definition =
         {
             .key = "sparse_sigmoid@jax",
             .label = "Sparse sigmoid (JAX)",
             .formula = "x < -1 ? 0 : x == -1 ? (x + 1)/4 : x > 1 ? 1 : x == 1 ? 1 + "
                        "(x - 1)/4 : (x + 1)/2",
             .derivative = "x == -1 || x == 1 ? 1/4 : -1 < x && x < 1 ? 1/2 : 0",
         },
     .help = "slope 1/4 at -1 and 1"},
    {0},
};
static const Relative sparse_sigmoid_relatives[] = {
    {.key = "hard_sigmoid",
     .help = "the same family with slope 1/6",
     .same = "hard_sigmoid(a=0.5)"},
    {.key = "hard_sigmoid_onnx",
     .help = "the same family with slope 1/5",
     .same = "hard_sigmoid_onnx(alpha=0.5)"},
    {.key = "sparse_plus", .help = "its integral", .same = "sparse_plus'"},
    {0},
};
static const Relative tanh_relatives[] = {
    {.key = "sigmoid", .help = "scaled and shifted", .same = "2*sigmoid(2*x) - 1"},
    {.key = "lecun_tanh", .help = "scaled", .same = "lecun_tanh(a=1, b=1)"},
    {.key = "smht", .help = "with four exponents", .same = "smht"},
    {0},
};
static const Parameter hard_tanh_parameters[] = {
    {.name = "lo",
     .also = "min_val",
     .symbol = "l",
     .value = -1,
     PARAMETER_REAL,
     .help = "least value"},
    {.name = "hi",
     .also = "max_val",
     .symbol = "h",
     .value = 1,
     PARAMETER_REAL,
     .help = "greatest value"},
    {0},
};
static const Convention hard_tanh_conventions[] = {
    {.frameworks = TEXTS("jax", "flax"),
     .definition =
         {
             .key = "hard_tanh@jax",
             .label = "Hard tanh (JAX)",
             .parameters = hard_tanh_parameters,
             .formula = "x > hi ? hi : x < lo ? lo : x",
             .derivative = "lo <= x && x <= hi ? 1 : 0",
         },
     .help = "slope 1 at both ends"},
    {0},
};
static const Relative hard_tanh_relatives[] = {
    {.key = "plu", .help = "with slopes outside"},
    {0},
};
static const Relative softsign_relatives[] = {
    {.key = "elliot", .help = "between 0 and 1", .same = "2*elliot(x) - 1"},
    {0},
};
static const Relative elliot_relatives[] = {
    {.key = "softsign", .help = "between -1 and 1", .same = "0.5 + 0.5*softsign(x)"},
    {0},
};
static const Parameter soft_clipping_parameters[] = {
    {.name = "alpha",
     .symbol = "α",
     .value = 0.5,
     PARAMETER_POSITIVE,
     .help = "hardness of the two bends"},
    {0},
};
static const Parameter laplace_parameters[] = {
    {.name = "mu",
     .symbol = "μ",
     .value = 0.70710678118654752440,
     PARAMETER_REAL,
     .help = "centre"},
    {.name = "sigma",
     .symbol = "σ",
     .value = 0.28209479177387814347,
     PARAMETER_POSITIVE,
     .help = "width"},
    {0},
};
static const Parameter laplace_transformers_parameters[] = {
    {.name = "mu", .symbol = "μ", .value = 0.707107, PARAMETER_REAL, .help = "centre"},
    {.name = "sigma",
     .symbol = "σ",
     .value = 0.282095,
     PARAMETER_POSITIVE,
     .help = "width"},
    {0},
};
static const Convention laplace_conventions[] = {
    {.frameworks = TEXTS("transformers"),
     .definition =
         {
             .key = "laplace@transformers",
             .label = "Laplace (Mega) (Transformers)",
             .parameters = laplace_transformers_parameters,
             .formula = "normal_cdf((x - mu)/sigma)",
             .derivative = "normal_pdf((x - mu)/sigma)/sigma",
         },
     .help = "constants rounded to six digits"},
    {0},
};

const Activation activation_sigmoidal[] = {
    {
        .definition =
            {
                .key = "sigmoid",
                .label = "Sigmoid",
                .aliases = TEXTS("logistic_sigmoid", "soft_step", "logistic"),
                .formula = "logistic(x)",
                .derivative = "logistic(x)*logistic(-x)",
            },
        .family = "sigmoidal",
        .frameworks = TEXTS("pytorch", "jax", "flax", "keras", "onnx", "mxnet", "nnlib",
                            "mlx", "transformers", "timm"),
        .paper = "Rumelhart, Hinton and Williams",
        .year = 1986,
        .source = "rumelhart1986",
        .help = "A probability from a score; its slope is at most 1/4, so gradients "
                "shrink.",
        .relatives = sigmoid_relatives,
    },
    {
        .definition =
            {
                .key = "hard_sigmoid",
                .label = "Hard sigmoid",
                .aliases = TEXTS("hardsigmoid"),
                .parameters = hard_sigmoid_parameters,
                .formula = "x <= -b/a ? 0 : x >= (1 - b)/a ? 1 : a*(x + b/a)",
                .derivative = "-b/a < x && x < (1 - b)/a ? a : 0",
                .textbook = "max(0, min(1, a*x + b))",
            },
        .family = "sigmoidal",
        .frameworks =
            TEXTS("pytorch", "jax", "flax", "keras", "nnlib", "timm", "onnx", "mxnet"),
        .paper = "Howard et al.",
        .year = 2019,
        .source = "howard2019",
        .help = "The sigmoid in three straight pieces, without an exponential.",
        .relatives = hard_sigmoid_relatives,
        .conventions = hard_sigmoid_conventions,
    },
    {
        .definition =
            {
                .key = "hard_sigmoid_onnx",
                .label = "Hard sigmoid (ONNX)",
                .aliases = TEXTS("hard_sigmoid_keras2"),
                .parameters = hard_sigmoid_onnx_parameters,
                .formula = "x <= -beta/alpha ? 0 : x >= (1 - beta)/alpha ? 1 : "
                           "alpha*(x + beta/alpha)",
                .derivative = "-beta/alpha < x && x < (1 - beta)/alpha ? alpha : 0",
                .textbook = "max(0, min(1, alpha*x + beta))",
            },
        .family = "sigmoidal",
        .frameworks = TEXTS("onnx", "mxnet"),
        .paper = "Courbariaux, Bengio and David",
        .year = 2015,
        .source = "courbariaux2015",
        .help = "The hard sigmoid of ONNX, MXNet and Keras 2, with slope 1/5.",
        .relatives = hard_sigmoid_onnx_relatives,
    },
    {
        .definition =
            {
                .key = "sparse_sigmoid",
                .label = "Sparse sigmoid",
                .aliases = TEXTS("binary_connect_sigmoid"),
                .formula = "x <= -1 ? 0 : x >= 1 ? 1 : (x + 1)/2",
                .derivative = "-1 < x && x < 1 ? 1/2 : 0",
            },
        .family = "sigmoidal",
        .frameworks = TEXTS("jax", "keras"),
        .paper = "Blondel, Martins and Niculae",
        .year = 2019,
        .source = "blondel2019",
        .help = "The slope of sparse plus: a sigmoid that reaches 0 and 1.",
        .relatives = sparse_sigmoid_relatives,
        .conventions = sparse_sigmoid_conventions,
    },
    {
        .definition =
            {
                .key = "tanh",
                .label = "Tanh",
                .aliases = TEXTS("hyperbolic_tangent"),
                .formula = "tanh(x)",
                .derivative = "sech2(x)",
            },
        .family = "sigmoidal",
        .frameworks = TEXTS("pytorch", "jax", "flax", "keras", "onnx", "mxnet", "nnlib",
                            "mlx", "transformers", "timm"),
        .paper = "LeCun et al.",
        .year = 1998,
        .source = "lecun1998",
        .help = "A sigmoid centred on zero, with slope 1 there.",
        .relatives = tanh_relatives,
    },
    {
        .definition =
            {
                .key = "hard_tanh",
                .label = "Hard tanh",
                .aliases = TEXTS("hardtanh"),
                .parameters = hard_tanh_parameters,
                .formula = "max(lo, min(hi, x))",
                .derivative = "lo < x && x < hi ? 1 : 0",
            },
        .family = "sigmoidal",
        .frameworks =
            TEXTS("pytorch", "jax", "flax", "keras", "onnx", "nnlib", "mlx", "timm"),
        .paper = "Collobert",
        .year = 2004,
        .source = "collobert2004",
        .help = "The hyperbolic tangent in three straight pieces.",
        .relatives = hard_tanh_relatives,
        .conventions = hard_tanh_conventions,
    },
    {
        .definition =
            {
                .key = "softsign",
                .label = "Softsign",
                .aliases = TEXTS("soft_sign", "elliot_sig", "elliott_sig"),
                .formula = "x/(1 + abs(x))",
                .derivative = "1/(1 + abs(x))/(1 + abs(x))",
            },
        .family = "sigmoidal",
        .frameworks =
            TEXTS("pytorch", "jax", "flax", "keras", "onnx", "mxnet", "nnlib", "mlx"),
        .paper = "Turian, Bergstra and Bengio",
        .year = 2009,
        .source = "turian2009",
        .help = "Saturates like 1/x, much later than the hyperbolic tangent.",
        .relatives = softsign_relatives,
    },
    {
        .definition =
            {
                .key = "elliot",
                .label = "Elliott sigmoid",
                .aliases = TEXTS("elliott", "elliot_sig_positive"),
                .formula = "x < 0 ? 0.5/(1 - x) : 1 - 0.5/(1 + x)",
                .derivative = "0.5/(1 + abs(x))/(1 + abs(x))",
            },
        .family = "sigmoidal",
        .paper = "Elliott",
        .year = 1993,
        .source = "elliott1993",
        .help = "A sigmoid between 0 and 1 without an exponential.",
        .relatives = elliot_relatives,
    },
    {
        .definition =
            {
                .key = "sqnl",
                .label = "SQNL",
                .aliases = TEXTS("square_nonlinearity"),
                .formula = "x > 2 ? 1 : x >= 0 ? x - x^2/4 : x >= -2 ? x + x^2/4 : -1",
                .derivative = "-2 < x && x < 2 ? 1 - abs(x)/2 : 0",
            },
        .family = "sigmoidal",
        .frameworks = TEXTS("echo"),
        .paper = "Wuraola and Patel",
        .year = 2018,
        .source = "wuraola2018",
        .help = "A sigmoid of two parabolas, for hardware that only multiplies.",
    },
    {
        .definition =
            {
                .key = "cloglog",
                .label = "Complementary log-log",
                .aliases = TEXTS("complementary_log_log"),
                .formula = "-expm1(-exp(x))",
                .derivative = "exp(x - exp(x))",
            },
        .family = "sigmoidal",
        .paper = "Gomes and Ludermir",
        .year = 2008,
        .source = "gomes2008",
        .help =
            "An asymmetric sigmoid: the chance of at least one event at rate exp(x).",
    },
    {
        .definition =
            {
                .key = "soft_clipping",
                .label = "Soft clipping",
                .parameters = soft_clipping_parameters,
                .formula = "(softplus(alpha*x) - softplus(alpha*(x - 1)))/alpha",
                .derivative = "logistic(alpha*x) - logistic(alpha*(x - 1))",
            },
        .family = "sigmoidal",
        .frameworks = TEXTS("echo"),
        .paper = "Klimek and Perelstein",
        .year = 2018,
        .source = "klimek2018",
        .help = "Keeps values between 0 and 1 and is nearly straight between them.",
    },
    {
        .definition =
            {
                .key = "laplace",
                .label = "Laplace (Mega)",
                .aliases = TEXTS("mega_laplace"),
                .parameters = laplace_parameters,
                .formula = "normal_cdf((x - mu)/sigma)",
                .derivative = "normal_pdf((x - mu)/sigma)/sigma",
            },
        .family = "sigmoidal",
        .frameworks = TEXTS("transformers"),
        .paper = "Ma et al.",
        .year = 2022,
        .source = "ma2022",
        .help = "A normal distribution function fitted to squared ReLU, bounded so "
                "that attention stays stable.",
        .conventions = laplace_conventions,
    },
    {.definition = {.key = NULL}},
};
