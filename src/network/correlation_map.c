/* correlation_map.c - the experiment `correlation_map`: two signals and one layer. */
#include "network/correlation.h"
#include "network/records.h"

#include <math.h>

enum { POINTS = 200 };

static const ExperimentParameter parameters[] = {
    {.key = "functions",
     .kind = PARAMETER_FUNCTIONS,
     .least = 1,
     .most = 20,
     .preset = "[relu, tanh]",
     .help = "the activations, each a curve"},
    {.key = "sigma_w",
     .kind = PARAMETER_NUMBER,
     .minimum = 0,
     .maximum = 1e6,
     .preset = "1.8",
     .help = "standard deviation of a unit's weights times the root of their number"},
    {.key = "sigma_b",
     .kind = PARAMETER_NUMBER,
     .minimum = 0,
     .maximum = 1e6,
     .preset = "0.1",
     .help = "standard deviation of the biases"},
    {.key = "variance",
     .kind = PARAMETER_NUMBER,
     .minimum = 1e-100,
     .maximum = 1e100,
     .preset = "1",
     .help = "variance of the first layer's pre-activations, from which layers lead to "
             "the one that the map is of"},
    {.key = NULL},
};

/* The variance that a map is of. */
static double settled_variance(const MeanField *field, MeanFieldLayer layer,
                               double variance)
{
    double settled = mean_field_fixed_point(field, layer, variance);

    if (isnan(settled))
        return mean_field_depth(field, layer, variance, 1000);
    return CLAMP(settled, 1e-30, 1e30);
}

static void add_curve(ExperimentResult *result, const ExperimentFunction *function,
                      const MeanField *field, MeanFieldLayer layer, double variance,
                      int color)
{
    double q = settled_variance(field, layer, variance);
    Correlation correlation = correlation_at(field, q);
    ExperimentSeries *series =
        experiment_add_series(result, RESULT_LINE, color, function->label);

    for (int i = 0; i <= POINTS; i++) {
        double c = (double)i / POINTS;
        experiment_add_point(series, c,
                             correlation_after(&correlation, field, layer, q, c));
    }
    g_autoptr(CorrelationTable) table = correlation_table_new(field);
    double limit = correlation_table_limit(table, layer, q);
    if (isnan(limit))
        return;
    ExperimentSeries *dot = experiment_add_series(result, RESULT_POINTS, color, NULL);
    experiment_add_point(dot, limit, limit);
}

static bool run(const ExperimentSetup *setup, ExperimentResult *result,
                const ExperimentFunction **fault, GError **error)
{
    const GPtrArray *functions = experiment_value(setup, "functions")->functions;
    MeanFieldLayer layer = {experiment_number(setup, "sigma_w"),
                            experiment_number(setup, "sigma_b")};

    for (guint i = 0; i < functions->len; i++) {
        const ExperimentFunction *function = g_ptr_array_index(functions, i);
        g_autoptr(MeanField) field = mean_field_new(function->formula, error);
        if (!field) {
            *fault = function;
            return false;
        }
        add_curve(result, function, field, layer, experiment_number(setup, "variance"),
                  (int)i);
    }
    ExperimentSeries *diagonal =
        experiment_add_series(result, RESULT_LINE, 0, "unchanged");
    diagonal->is_guide = true;
    experiment_add_point(diagonal, 0, 0);
    experiment_add_point(diagonal, 1, 1);
    result->subtitle = mean_field_layer_print(layer);
    result->x_label = g_strdup("correlation before the layer");
    result->y_label = g_strdup("correlation after it");
    return true;
}

const Experiment experiment_correlation_map = {
    .key = "correlation_map",
    .label = "Correlation before and after a layer",
    .help =
        "how alike two signals are before and after one wide layer, at the variance "
        "that layers settle at, by mean-field theory; dots mark where deep networks "
        "take them",
    .source = "poole2016",
    .parameters = parameters,
    .run = run,
};
