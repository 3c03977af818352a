/* length_map.c - the experiment `length_map`: variance before and after one layer. */
#include "network/mean_field.h"
#include "network/records.h"

#include <math.h>

enum { POINTS = 400 };

static const ExperimentParameter parameters[] = {
    {.key = "functions",
     .kind = PARAMETER_FUNCTIONS,
     .least = 1,
     .most = 20,
     .preset = "[relu, tanh, gelu]",
     .help = "the activations, each a curve"},
    {.key = "sigma_w",
     .kind = PARAMETER_NUMBER,
     .minimum = 0,
     .maximum = 1e6,
     .preset = "1.3",
     .help = "standard deviation of a unit's weights times the root of their number"},
    {.key = "sigma_b",
     .kind = PARAMETER_NUMBER,
     .minimum = 0,
     .maximum = 1e6,
     .preset = "0.3",
     .help = "standard deviation of the biases"},
    {.key = "variance",
     .kind = PARAMETER_SPAN,
     .minimum = 0,
     .maximum = 1e100,
     .preset = "[0, 2]",
     .help = "variances before the layer"},
    {.key = NULL},
};

/* Where a curve crosses the diagonal, and layers settle. */
static void add_fixed_points(ExperimentResult *result, const MeanField *field,
                             MeanFieldLayer layer, double low, double high, int color)
{
    ExperimentSeries *series = NULL;
    double last = NAN;

    for (int i = 1; i <= 8; i++) {
        double from = low + (high - low) * i / 8;
        double settled = mean_field_fixed_point(field, layer, from);
        if (!(settled >= low && settled <= high) ||
            fabs(settled - last) < 1e-6 * (high - low))
            continue;
        if (fabs(mean_field_variance(field, layer, settled * 1.01) - settled * 1.01) <
            1e-9 * settled)
            continue; /* every variance stays as it is */
        if (!series)
            series = experiment_add_series(result, RESULT_POINTS, color, NULL);
        experiment_add_point(series, settled, settled);
        last = settled;
    }
}

static void add_curve(ExperimentResult *result, const ExperimentFunction *function,
                      const MeanField *field, MeanFieldLayer layer, double low,
                      double high, int color)
{
    ExperimentSeries *series =
        experiment_add_series(result, RESULT_LINE, color, function->label);

    for (int i = 0; i <= POINTS; i++) {
        double q = low + (high - low) * i / POINTS;
        double after = mean_field_variance(field, layer, q);
        experiment_add_point(series, q, isinf(after) ? NAN : after);
    }
}

static bool run(const ExperimentSetup *setup, ExperimentResult *result,
                const ExperimentFunction **fault, GError **error)
{
    const GPtrArray *functions = experiment_value(setup, "functions")->functions;
    const GArray *span = experiment_value(setup, "variance")->numbers;
    double low = g_array_index(span, double, 0), high = g_array_index(span, double, 1);
    MeanFieldLayer layer = {experiment_number(setup, "sigma_w"),
                            experiment_number(setup, "sigma_b")};

    for (guint i = 0; i < functions->len; i++) {
        const ExperimentFunction *function = g_ptr_array_index(functions, i);
        g_autoptr(MeanField) field = mean_field_new(function->formula, error);
        if (!field) {
            *fault = function;
            return false;
        }
        add_curve(result, function, field, layer, low, high, (int)i);
        add_fixed_points(result, field, layer, low, high, (int)i);
    }
    ExperimentSeries *diagonal =
        experiment_add_series(result, RESULT_LINE, 0, "unchanged");
    diagonal->is_guide = true;
    experiment_add_point(diagonal, low, low);
    experiment_add_point(diagonal, high, high);
    result->subtitle = mean_field_layer_print(layer);
    result->x_label = g_strdup("variance before the layer");
    result->y_label = g_strdup("variance after it");
    return true;
}

const Experiment experiment_length_map = {
    .key = "length_map",
    .label = "Variance before and after a layer",
    .help = "what one wide layer makes of a signal's variance, by mean-field theory; "
            "dots mark where it settles",
    .source = "poole2016",
    .parameters = parameters,
    .run = run,
};
