/* rectified.c - activations that are pieces of straight lines and squares around a
 * rectifier. */
#include "activation/family.h"

#include <math.h>
#include <stddef.h>

static const Parameter step_parameters[] = {
    {.name = "theta",
     .symbol = "θ",
     .value = 0,
     PARAMETER_REAL,
     .help = "where the unit begins to fire"},
    {0},
};
static const Convention step_conventions[] = {
    {.frameworks = TEXTS("mlx"),
     .definition =
         {
             .key = "step@mlx",
             .label = "Binary step (MLX)",
             .parameters = step_parameters,
             .formula = "x > theta ? 1 : 0",
             .derivative = "0",
         },
     .help = "0 at the step itself, although the documentation says 1"},
    {0},
};
static const Relative relu_relatives[] = {
    {.key = "leaky_relu",
     .help = "with a slope on the left",
     .same = "leaky_relu(alpha=0)"},
    {.key = "prelu", .help = "with a slope on the left", .same = "prelu(alpha=0)"},
    {.key = "clipped_relu", .help = "with a ceiling"},
    {.key = "thresholded_relu",
     .help = "with another threshold",
     .same = "thresholded_relu(theta=0)"},
    {.key = "keras_relu", .help = "with everything adjustable", .same = "keras_relu"},
    {.key = "threshold",
     .help = "with another value on the left",
     .same = "threshold(value=0)"},
    {0},
};
static const Parameter leaky_relu_parameters[] = {
    {.name = "alpha",
     .also = "negative_slope",
     .symbol = "α",
     .value = 0.01,
     PARAMETER_REAL,
     .help = "slope for x <= 0, fixed"},
    {0},
};
static const Parameter leaky_relu_keras_parameters[] = {
    {.name = "alpha",
     .also = "negative_slope",
     .symbol = "α",
     .value = 0.2,
     PARAMETER_REAL,
     .help = "slope for x <= 0, fixed"},
    {0},
};
static const Parameter leaky_relu_mxnet_parameters[] = {
    {.name = "alpha",
     .also = "negative_slope",
     .symbol = "α",
     .value = 0.25,
     PARAMETER_REAL,
     .help = "slope for x <= 0, fixed"},
    {0},
};
static const Convention leaky_relu_conventions[] = {
    {.frameworks = TEXTS("jax", "flax"),
     .definition =
         {
             .key = "leaky_relu@jax",
             .label = "Leaky ReLU (JAX)",
             .parameters = leaky_relu_parameters,
             .formula = "x >= 0 ? x : alpha*x",
             .derivative = "x >= 0 ? 1 : alpha",
         },
     .help = "slope 1 at 0"},
    {.frameworks = TEXTS("keras"),
     .definition =
         {
             .key = "leaky_relu@keras",
             .label = "Leaky ReLU (Keras)",
             .parameters = leaky_relu_keras_parameters,
             .formula = "x > 0 ? x : alpha*x",
             .derivative = "x > 0 ? 1 : alpha",
         },
     .help = "slope 0.2 on the left; at 0 the slope is its backend's"},
    {.frameworks = TEXTS("mxnet"),
     .definition =
         {
             .key = "leaky_relu@mxnet",
             .label = "Leaky ReLU (MXNet)",
             .parameters = leaky_relu_mxnet_parameters,
             .formula = "x > 0 ? x : alpha*x",
             .derivative = "x > 0 ? 1 : alpha",
         },
     .help = "slope 0.25 on the left"},
    {0},
};
static const Relative leaky_relu_relatives[] = {
    {.key = "relu", .help = "without a slope on the left"},
    {.key = "prelu",
     .help = "with a slope that is learned",
     .same = "prelu(alpha=0.01)"},
    {.key = "rrelu", .help = "with a slope that is drawn at random"},
    {0},
};
static const Parameter prelu_parameters[] = {
    {.name = "alpha",
     .also = "a",
     .symbol = "α",
     .value = 0.25,
     PARAMETER_REAL,
     .help = "slope for x <= 0, learned"},
    {0},
};
static const Parameter prelu_flax_parameters[] = {
    {.name = "alpha",
     .also = "a",
     .symbol = "α",
     .value = 0.01,
     PARAMETER_REAL,
     .help = "slope for x <= 0, learned"},
    {0},
};
static const Parameter prelu_keras_parameters[] = {
    {.name = "alpha",
     .also = "a",
     .symbol = "α",
     .value = 0,
     PARAMETER_REAL,
     .help = "slope for x <= 0, learned"},
    {0},
};
static const Convention prelu_conventions[] = {
    {.frameworks = TEXTS("flax"),
     .definition =
         {
             .key = "prelu@flax",
             .label = "PReLU (Flax)",
             .parameters = prelu_flax_parameters,
             .formula = "x >= 0 ? x : alpha*x",
             .derivative = "x >= 0 ? 1 : alpha",
         },
     .help = "starts at slope 0.01; slope 1 at 0"},
    {.frameworks = TEXTS("keras"),
     .definition =
         {
             .key = "prelu@keras",
             .label = "PReLU (Keras)",
             .parameters = prelu_keras_parameters,
             .formula = "x > 0 ? x : alpha*x",
             .derivative = "x > 0 ? 1 : alpha",
         },
     .help = "starts at slope 0"},
    {0},
};
static const Relative prelu_relatives[] = {
    {.key = "relu", .help = "without a slope on the left"},
    {.key = "leaky_relu",
     .help = "with a fixed slope",
     .same = "leaky_relu(alpha=0.25)"},
    {.key = "rrelu", .help = "with a slope that is drawn at random"},
    {0},
};
static const Relative relu6_relatives[] = {
    {.key = "clipped_relu",
     .help = "with another ceiling",
     .same = "clipped_relu(cap=6)"},
    {0},
};
static const Parameter clipped_relu_parameters[] = {
    {.name = "cap",
     .symbol = "c",
     .value = 20,
     PARAMETER_POSITIVE,
     .help = "greatest value"},
    {0},
};
static const Relative clipped_relu_relatives[] = {
    {.key = "relu", .help = "without a ceiling"},
    {.key = "relu6", .help = "with the ceiling 6"},
    {.key = "keras_relu",
     .help = "with everything adjustable",
     .same = "keras_relu(max_value=20)"},
    {0},
};
static const Parameter keras_relu_parameters[] = {
    {.name = "negative_slope",
     .symbol = "α",
     .value = 0,
     PARAMETER_NOT_NEGATIVE,
     .help = "slope below the threshold"},
    {.name = "max_value",
     .symbol = "m",
     .value = INFINITY,
     PARAMETER_CEILING,
     .help = "greatest value"},
    {.name = "threshold",
     .symbol = "θ",
     .value = 0,
     PARAMETER_NOT_NEGATIVE,
     .help = "where the right piece begins"},
    {0},
};
static const Relative keras_relu_relatives[] = {
    {.key = "relu", .help = "at the defaults", .same = "relu"},
    {.key = "clipped_relu", .help = "with a ceiling alone"},
    {.key = "thresholded_relu", .help = "with a threshold alone"},
    {0},
};
static const Parameter rrelu_parameters[] = {
    {.name = "lower",
     .symbol = "a",
     .value = 1.0 / 8,
     PARAMETER_REAL,
     .help = "least slope on the left"},
    {.name = "upper",
     .symbol = "b",
     .value = 1.0 / 3,
     PARAMETER_REAL,
     .help = "greatest slope on the left"},
    {0},
};
static const Relative rrelu_relatives[] = {
    {.key = "leaky_relu",
     .help = "with a fixed slope",
     .same = "leaky_relu(alpha=11/48)"},
    {.key = "prelu",
     .help = "with a slope that is learned",
     .same = "prelu(alpha=11/48)"},
    {0},
};
static const Parameter thresholded_relu_parameters[] = {
    {.name = "theta",
     .symbol = "θ",
     .value = 1,
     PARAMETER_NOT_NEGATIVE,
     .help = "what x must exceed"},
    {0},
};
static const Relative thresholded_relu_relatives[] = {
    {.key = "relu", .help = "with the threshold 0"},
    {.key = "keras_relu",
     .help = "with everything adjustable",
     .same = "keras_relu(threshold=1)"},
    {.key = "threshold",
     .help = "with another value on the left",
     .same = "threshold(threshold=1, value=0)"},
    {.key = "hard_shrink", .help = "on both sides"},
    {0},
};
static const Parameter threshold_parameters[] = {
    {.name = "threshold",
     .symbol = "θ",
     .value = 0,
     PARAMETER_REAL,
     .help = "what x must exceed"},
    {.name = "value",
     .symbol = "v",
     .value = 0.5,
     PARAMETER_REAL,
     .help = "the value elsewhere"},
    {0},
};
static const Relative threshold_relatives[] = {
    {.key = "relu", .help = "with threshold and value 0"},
    {.key = "thresholded_relu", .help = "with the value 0"},
    {0},
};
static const Relative relu_squared_relatives[] = {
    {.key = "star_relu", .help = "scaled and shifted", .same = "star_relu(s=1, b=0)"},
    {0},
};
static const Parameter star_relu_parameters[] = {
    {.name = "s",
     .symbol = "s",
     .value = 0.89442719099991587856,
     PARAMETER_REAL,
     .help = "scale"},
    {.name = "b",
     .symbol = "b",
     .value = -0.44721359549995793928,
     PARAMETER_REAL,
     .help = "shift"},
    {0},
};
static const Parameter star_relu_timm_parameters[] = {
    {.name = "s", .symbol = "s", .value = 1, PARAMETER_REAL, .help = "scale"},
    {.name = "b", .symbol = "b", .value = 0, PARAMETER_REAL, .help = "shift"},
    {0},
};
static const Convention star_relu_conventions[] = {
    {.frameworks = TEXTS("timm"),
     .definition =
         {
             .key = "star_relu@timm",
             .label = "StarReLU (timm)",
             .parameters = star_relu_timm_parameters,
             .formula = "s*max(0, x)*max(0, x) + b",
             .derivative = "2*s*max(0, x)",
         },
     .help = "scale 1 and shift 0 at the start, both learned"},
    {0},
};
static const Relative star_relu_relatives[] = {
    {.key = "relu_squared", .help = "without scale and shift"},
    {0},
};

const Activation activation_rectified[] = {
    {
        .definition =
            {
                .key = "identity",
                .label = "Identity",
                .aliases = TEXTS("linear"),
                .formula = "x",
                .derivative = "1",
            },
        .family = "rectified",
        .frameworks =
            TEXTS("pytorch", "jax", "flax", "keras", "onnx", "transformers", "timm"),
        .source = "goodfellow2016",
        .help = "No activation: the reference that the others are held against.",
    },
    {
        .definition =
            {
                .key = "step",
                .label = "Binary step",
                .aliases = TEXTS("heaviside", "unit_step", "binary_step"),
                .parameters = step_parameters,
                .formula = "x >= theta ? 1 : 0",
                .derivative = "0",
            },
        .family = "rectified",
        .frameworks = TEXTS("mlx"),
        .paper = "McCulloch and Pitts",
        .year = 1943,
        .source = "mcculloch1943",
        .help = "The threshold unit; its slope of 0 is why it cannot be trained by "
                "gradients.",
        .conventions = step_conventions,
    },
    {
        .definition =
            {
                .key = "relu",
                .label = "ReLU",
                .aliases = TEXTS("rectifier", "ramp", "rectified_linear_unit"),
                .formula = "max(0, x)",
                .derivative = "x > 0 ? 1 : 0",
            },
        .family = "rectified",
        .frameworks = TEXTS("pytorch", "jax", "flax", "keras", "onnx", "mxnet", "nnlib",
                            "mlx", "transformers", "timm", "tfa"),
        .paper = "Nair and Hinton",
        .year = 2010,
        .source = "nair2010",
        .help =
            "Keeps gradients whole where it is active and gives exact zeros elsewhere.",
        .relatives = relu_relatives,
    },
    {
        .definition =
            {
                .key = "leaky_relu",
                .label = "Leaky ReLU",
                .aliases = TEXTS("lrelu"),
                .parameters = leaky_relu_parameters,
                .formula = "x > 0 ? x : alpha*x",
                .derivative = "x > 0 ? 1 : alpha",
            },
        .family = "rectified",
        .frameworks = TEXTS("pytorch", "jax", "flax", "keras", "onnx", "mxnet", "nnlib",
                            "mlx", "transformers", "timm"),
        .paper = "Maas, Hannun and Ng",
        .year = 2013,
        .source = "maas2013",
        .help = "ReLU with a small fixed slope on the left, so that units cannot die.",
        .relatives = leaky_relu_relatives,
        .conventions = leaky_relu_conventions,
    },
    {
        .definition =
            {
                .key = "prelu",
                .label = "PReLU",
                .aliases = TEXTS("parametric_relu"),
                .parameters = prelu_parameters,
                .formula = "x > 0 ? x : alpha*x",
                .derivative = "x > 0 ? 1 : alpha",
            },
        .family = "rectified",
        .frameworks = TEXTS("pytorch", "flax", "keras", "onnx", "mxnet", "mlx",
                            "transformers", "timm"),
        .paper = "He, Zhang, Ren and Sun",
        .year = 2015,
        .source = "he2015",
        .help = "Leaky ReLU whose left slope is learned with the weights.",
        .relatives = prelu_relatives,
        .conventions = prelu_conventions,
    },
    {
        .definition =
            {
                .key = "relu6",
                .label = "ReLU6",
                .formula = "min(6, max(0, x))",
                .derivative = "0 < x && x < 6 ? 1 : 0",
            },
        .family = "rectified",
        .frameworks = TEXTS("pytorch", "jax", "flax", "keras", "nnlib", "mlx",
                            "transformers", "timm"),
        .paper = "Krizhevsky",
        .year = 2010,
        .source = "krizhevsky2010",
        .help = "ReLU with a ceiling of 6, for arithmetic of low precision.",
        .relatives = relu6_relatives,
    },
    {
        .definition =
            {
                .key = "clipped_relu",
                .label = "Clipped ReLU",
                .aliases = TEXTS("relu_n", "bounded_relu", "brelu"),
                .parameters = clipped_relu_parameters,
                .formula = "min(cap, max(0, x))",
                .derivative = "0 < x && x < cap ? 1 : 0",
            },
        .family = "rectified",
        .frameworks = TEXTS("keras", "onnx"),
        .paper = "Hannun et al.",
        .year = 2014,
        .source = "hannun2014",
        .help = "ReLU with a ceiling that keeps recurrent networks from running away.",
        .relatives = clipped_relu_relatives,
    },
    {
        .definition =
            {
                .key = "keras_relu",
                .label = "Generalised ReLU (Keras)",
                .aliases = TEXTS("generalised_relu"),
                .parameters = keras_relu_parameters,
                .formula = "x >= max_value ? max_value : x > threshold ? x : "
                           "negative_slope*(x - threshold)",
                .derivative = "x >= max_value ? 0 : x > threshold ? 1 : negative_slope",
            },
        .family = "rectified",
        .frameworks = TEXTS("keras"),
        .source = "keras",
        .help = "Every piecewise linear rectifier of Keras in one; a threshold above 0 "
                "makes a jump.",
        .relatives = keras_relu_relatives,
    },
    {
        .definition =
            {
                .key = "rrelu",
                .label = "RReLU (evaluation)",
                .aliases = TEXTS("randomized_leaky_relu", "rrelu_eval"),
                .parameters = rrelu_parameters,
                .formula = "x > 0 ? x : (lower + upper)/2*x",
                .derivative = "x > 0 ? 1 : (lower + upper)/2",
            },
        .family = "rectified",
        .frameworks = TEXTS("pytorch", "mxnet", "nnlib", "tfa"),
        .paper = "Xu, Wang, Chen and Li",
        .year = 2015,
        .source = "xu2015",
        .help = "Leaky ReLU whose left slope is random in training; this is the mean "
                "that evaluation uses.",
        .relatives = rrelu_relatives,
    },
    {
        .definition =
            {
                .key = "thresholded_relu",
                .label = "Thresholded ReLU",
                .aliases = TEXTS("trelu"),
                .parameters = thresholded_relu_parameters,
                .formula = "x > theta ? x : 0",
                .derivative = "x > theta ? 1 : 0",
            },
        .family = "rectified",
        .frameworks = TEXTS("onnx", "nnlib", "keras"),
        .paper = "Konda, Memisevic and Krueger",
        .year = 2014,
        .source = "konda2014",
        .help = "Passes x unchanged beyond a threshold, so that autoencoders need no "
                "biases.",
        .relatives = thresholded_relu_relatives,
    },
    {
        .definition =
            {
                .key = "threshold",
                .label = "Threshold",
                .parameters = threshold_parameters,
                .formula = "x > threshold ? x : value",
                .derivative = "x > threshold ? 1 : 0",
            },
        .family = "rectified",
        .frameworks = TEXTS("pytorch", "keras"),
        .source = "pytorch",
        .help = "Replaces whatever does not exceed a threshold by a fixed value.",
        .relatives = threshold_relatives,
    },
    {
        .definition =
            {
                .key = "relu_squared",
                .label = "Squared ReLU",
                .aliases = TEXTS("relu2", "squared_relu", "square_relu"),
                .formula = "max(0, x)^2",
                .derivative = "2*max(0, x)",
            },
        .family = "rectified",
        .frameworks = TEXTS("transformers"),
        .paper = "So et al.",
        .year = 2021,
        .source = "so2021",
        .help = "ReLU squared, found by architecture search for language models.",
        .relatives = relu_squared_relatives,
    },
    {
        .definition =
            {
                .key = "star_relu",
                .label = "StarReLU",
                .parameters = star_relu_parameters,
                .formula = "s*max(0, x)*max(0, x) + b",
                .derivative = "2*s*max(0, x)",
            },
        .family = "rectified",
        .frameworks = TEXTS("timm"),
        .paper = "Yu et al.",
        .year = 2022,
        .source = "yu2022",
        .help = "Squared ReLU scaled and shifted to mean 0 and variance 1 for a "
                "standard normal input.",
        .relatives = star_relu_relatives,
        .conventions = star_relu_conventions,
    },
    {.definition = {.key = NULL}},
};
