/* variance_map.c - the experiment `variance_map`: depth by theory, over both
 * deviations.
 */
#include "base/error.h"
#include "base/number.h"
#include "network/correlation.h"
#include "network/records.h"

#include <math.h>

enum { SHOW_VARIANCE, SHOW_FIXED_POINT, SHOW_SLOPE, SHOW_CORRELATION };

static const char *const shows[] = {"variance", "fixed_point", "slope", "correlation",
                                    NULL};

static const ExperimentParameter parameters[] = {
    {.key = "functions",
     .kind = PARAMETER_FUNCTIONS,
     .least = 1,
     .most = 1,
     .preset = "[tanh]",
     .help = "the activation of all layers"},
    {.key = "show",
     .kind = PARAMETER_WORD,
     .words = shows,
     .preset = "variance",
     .help = "the variance after so many layers, the one it settles at, by how much "
             "squared gradients grow with a layer there, or the correlation that any "
             "two signals come to there"},
    {.key = "depth",
     .kind = PARAMETER_WHOLE,
     .minimum = 1,
     .maximum = 10000,
     .preset = "20",
     .help = "layers, for the variance"},
    {.key = "variance",
     .kind = PARAMETER_NUMBER,
     .minimum = 1e-100,
     .maximum = 1e100,
     .preset = "1",
     .help = "variance of the first layer's pre-activations"},
    {.key = "sigma_w",
     .kind = PARAMETER_SPAN,
     .minimum = 0,
     .maximum = 1e6,
     .preset = "[0.5, 3]",
     .help = "standard deviations of a unit's weights times the root of their number"},
    {.key = "sigma_b",
     .kind = PARAMETER_SPAN,
     .minimum = 0,
     .maximum = 1e6,
     .preset = "[0, 1]",
     .help = "standard deviations of the biases"},
    {.key = "columns",
     .kind = PARAMETER_WHOLE,
     .minimum = 2,
     .maximum = 1000,
     .preset = "120",
     .help = "cells along sigma_w"},
    {.key = "rows",
     .kind = PARAMETER_WHOLE,
     .minimum = 2,
     .maximum = 1000,
     .preset = "80",
     .help = "cells along sigma_b"},
    {.key = NULL},
};

typedef struct {
    const MeanField *field;
    CorrelationTable *correlations;
    int show, depth;
    double variance;
} Request;

static double cell(const Request *request, MeanFieldLayer layer)
{
    const MeanField *field = request->field;

    if (request->show == SHOW_VARIANCE)
        return mean_field_depth(field, layer, request->variance, request->depth);
    double settled = mean_field_fixed_point(field, layer, request->variance);
    if (request->show == SHOW_SLOPE)
        return mean_field_slope(field, layer, settled);
    if (request->show == SHOW_CORRELATION)
        return correlation_table_limit(request->correlations, layer, settled);
    return settled;
}

/* Cells that grow without end or are not known stay empty; which there are, in words;
 * NULL: none. is_empty: there are no others. */
static const char *fill(ExperimentGrid *grid, const Request *request, bool *is_empty)
{
    double width = (grid->right - grid->left) / grid->columns;
    double height = (grid->top - grid->bottom) / grid->rows;
    bool grows = false, unknown = false;

    *is_empty = true;
    for (int row = 0; row < grid->rows; row++) {
        for (int column = 0; column < grid->columns; column++) {
            MeanFieldLayer layer = {grid->left + (column + 0.5) * width,
                                    grid->bottom + (row + 0.5) * height};
            double value = cell(request, layer);
            grows = grows || isinf(value);
            unknown = unknown || isnan(value);
            *is_empty = *is_empty && !isfinite(value);
            grid->values[row * grid->columns + column] = isinf(value) ? NAN : value;
        }
    }
    return grows && unknown ? "empty: grows without end, or is not known"
           : grows          ? "empty: grows without end"
           : unknown        ? "empty: not known, or never settles"
                            : NULL;
}

static void name_grid(ExperimentResult *result, const Request *request)
{
    ExperimentGrid *grid = result->grid;

    if (request->show == SHOW_VARIANCE)
        grid->label = g_strdup_printf("variance after %d layer%s", request->depth,
                                      request->depth == 1 ? "" : "s");
    else if (request->show == SHOW_FIXED_POINT)
        grid->label = g_strdup("variance that it settles at");
    else if (request->show == SHOW_SLOPE)
        grid->label = g_strdup("growth of squared gradients, χ");
    else
        grid->label = g_strdup("correlation that signals come to");
    grid->is_smooth = true;
    grid->is_log = request->show < SHOW_SLOPE;
    grid->center = request->show == SHOW_SLOPE ? 1 : NAN;
    result->x_label = g_strdup("σ<sub>w</sub>");
    result->y_label = g_strdup("σ<sub>b</sub>");
}

static bool set_jump_error(const ExperimentFunction *function, double x, GError **error)
{
    char place[NUMBER_SIZE];

    g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                "'%s' jumps at x = %s: its slope has no mean square", function->text,
                number_format_digits(x, 6, place));
    return false;
}

static bool set_empty_error(const ExperimentFunction *function, GError **error)
{
    g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                "with '%s' there is no number to show: everywhere the variance grows "
                "without end, never settles or is not known",
                function->text);
    return false;
}

/* Layers of all cells, of about 20 nanoseconds. */
#define MOST_LAYERS 3e9

static bool check_work(const Request *request, const ExperimentGrid *grid,
                       GError **error)
{
    double layers = (double)grid->columns * grid->rows * request->depth;

    if (request->show != SHOW_VARIANCE || layers <= MOST_LAYERS)
        return true;
    g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                "this may take %.0f times as long as a minute (fewer columns, rows or "
                "layers take less)",
                ceil(layers / MOST_LAYERS));
    return false;
}

static bool run(const ExperimentSetup *setup, ExperimentResult *result,
                const ExperimentFunction **fault, GError **error)
{
    const ExperimentFunction *function =
        g_ptr_array_index(experiment_value(setup, "functions")->functions, 0);
    const GArray *across = experiment_value(setup, "sigma_w")->numbers;
    const GArray *along = experiment_value(setup, "sigma_b")->numbers;
    g_autoptr(MeanField) field = mean_field_new(function->formula, error);
    Request request = {
        .field = field,
        .show = experiment_whole(setup, "show"),
        .depth = experiment_whole(setup, "depth"),
        .variance = experiment_number(setup, "variance"),
    };
    bool is_empty;

    *fault = function;
    if (!field)
        return false;
    g_autoptr(CorrelationTable) correlations = correlation_table_new(field);
    request.correlations = correlations;
    if (request.show == SHOW_SLOPE && !isnan(mean_field_jump(field)))
        return set_jump_error(function, mean_field_jump(field), error);
    ExperimentGrid *grid = experiment_add_grid(
        result, experiment_whole(setup, "columns"), experiment_whole(setup, "rows"));
    grid->left = g_array_index(across, double, 0);
    grid->right = g_array_index(across, double, 1);
    grid->bottom = g_array_index(along, double, 0);
    grid->top = g_array_index(along, double, 1);
    name_grid(result, &request);
    result->title = g_strdup(function->label);
    *fault = NULL;
    if (!check_work(&request, grid, error))
        return false;
    result->subtitle = g_strdup(fill(grid, &request, &is_empty));
    if (!is_empty)
        return true;
    *fault = function;
    return set_empty_error(function, error);
}

const Experiment experiment_variance_map = {
    .key = "variance_map",
    .label = "Variance by depth, over deviations of weights and biases",
    .help = "what many wide layers make of a signal's variance, and of gradients, by "
            "mean-field theory, over the standard deviations of weights and biases",
    .source = "schoenholz2017",
    .parameters = parameters,
    .run = run,
};
