/* depth_theory.c - variances and squared gradients, layer after layer. */
#include "network/depth_theory.h"

#include "network/mean_field.h"
#include "network/perceptron.h"

#include <math.h>

const char *const depth_theory_words[] = {"none", "mean_field", NULL};

/* The layers as theory knows them; all are as wide as the inputs. */
static MeanFieldLayer layer_of(const ExperimentSetup *setup)
{
    bool is_he = experiment_whole(setup, "init") == INITIAL_HE;

    return (MeanFieldLayer){experiment_number(setup, "sigma_w") * (is_he ? G_SQRT2 : 1),
                            experiment_number(setup, "sigma_b")};
}

/* The variances of depth layers' pre-activations, from inputs of variance 1. */
static double *find_variances(const MeanField *field, MeanFieldLayer layer, int depth)
{
    double *q = g_new(double, (gsize)depth);

    q[0] = layer.sigma_w * layer.sigma_w + layer.sigma_b * layer.sigma_b;
    for (int l = 1; l < depth; l++)
        q[l] = mean_field_variance(field, layer, q[l - 1]);
    return q;
}

static void add_value(ExperimentSeries *series, int layer, double square)
{
    double root = sqrt(square);

    experiment_add_point(series, layer, root > 0 && isfinite(root) ? root : NAN);
}

static void add_signals(ExperimentSeries *series, const MeanField *field,
                        const double *q, int depth)
{
    for (int l = 0; l < depth; l++)
        add_value(series, l + 1, mean_field_square(field, q[l]));
}

static void add_gradients(ExperimentSeries *series, const MeanField *field,
                          MeanFieldLayer layer, const double *q, int depth)
{
    g_autofree double *square = g_new(double, (gsize)depth);

    square[depth - 1] = 1;
    for (int l = depth - 1; l-- > 0;)
        square[l] = square[l + 1] * mean_field_slope(field, layer, q[l]);
    for (int l = 0; l < depth; l++)
        add_value(series, l + 1, square[l]);
}

bool depth_add_theory(DepthTheory theory, const ExperimentSetup *setup,
                      ExperimentResult *result, const ExperimentFunction **fault,
                      GError **error)
{
    const GPtrArray *functions = experiment_value(setup, "functions")->functions;
    MeanFieldLayer layer = layer_of(setup);
    int depth = experiment_whole(setup, "depth");

    for (guint i = 0; i < functions->len && experiment_whole(setup, "theory"); i++) {
        const ExperimentFunction *function = g_ptr_array_index(functions, i);
        g_autoptr(MeanField) field = mean_field_new(function->formula, error);
        if (!field) {
            *fault = function;
            return false;
        }
        if (theory == THEORY_OF_GRADIENTS && !isnan(mean_field_jump(field)))
            continue;
        g_autofree double *q = find_variances(field, layer, depth);
        ExperimentSeries *series = experiment_add_series(result, RESULT_LINE, (int)i,
                                                         i == 0 ? "theory" : NULL);
        series->is_theory = true;
        if (theory == THEORY_OF_SIGNALS)
            add_signals(series, field, q, depth);
        else
            add_gradients(series, field, layer, q, depth);
    }
    return true;
}
