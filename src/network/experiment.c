/* experiment.c - the table of experiments, their setups, and the last results. */
#include "network/experiment.h"

#include "base/number.h"
#include "network/records.h"

#include <math.h>
#include <string.h>

enum { KEPT_RESULTS = 32 };

/* clang-format off */
const Experiment *const experiments[] = {
    &experiment_gradient_norm,
    &experiment_signal_norm,
    &experiment_sparsity,
    &experiment_training,
    &experiment_dead_units,
    &experiment_learned_slope,
    &experiment_iteration,
    &experiment_length_map,
    &experiment_variance_map,
    &experiment_correlation_map,
    &experiment_output_distribution,
    &experiment_cost,
    NULL,
};
/* clang-format on */

const Experiment *experiment_find(const char *key)
{
    g_autofree char *spelled = g_strdelimit(g_strdup(key), "-", '_');

    for (const Experiment *const *each = experiments; *each; each++)
        if (g_str_equal((*each)->key, spelled))
            return *each;
    return NULL;
}

static unsigned count_parameters(const Experiment *experiment)
{
    unsigned count = 0;

    while (experiment->parameters[count].key)
        count++;
    return count;
}

const ExperimentValue *experiment_value(const ExperimentSetup *setup, const char *key)
{
    const ExperimentParameter *parameters = setup->experiment->parameters;

    for (unsigned i = 0; parameters[i].key; i++)
        if (g_str_equal(parameters[i].key, key))
            return &setup->values[i];
    g_assert_not_reached();
}

double experiment_number(const ExperimentSetup *setup, const char *key)
{
    return experiment_value(setup, key)->number;
}

int experiment_whole(const ExperimentSetup *setup, const char *key)
{
    return (int)experiment_number(setup, key);
}

ExperimentSetup *experiment_setup_new(const Experiment *experiment)
{
    ExperimentSetup *setup = g_new0(ExperimentSetup, 1);

    setup->experiment = experiment;
    setup->values = g_new0(ExperimentValue, count_parameters(experiment));
    return setup;
}

void experiment_setup_free(ExperimentSetup *setup)
{
    if (!setup)
        return;
    for (unsigned i = count_parameters(setup->experiment); i-- > 0;) {
        g_clear_pointer(&setup->values[i].numbers, g_array_unref);
        g_clear_pointer(&setup->values[i].functions, g_ptr_array_unref);
    }
    g_free(setup->values);
    g_free(setup);
}

void experiment_function_free(ExperimentFunction *function)
{
    if (!function)
        return;
    formula_free(function->formula);
    g_free(function->text);
    g_free(function->label);
    g_free(function);
}

/* A function as it is, and with its parameters left open, for one may be learned.
 * False: too large to be told from others. */
static bool print_function(const ExperimentFunction *function, GString *text)
{
    g_autoptr(GArray) parameters = g_array_new(FALSE, FALSE, sizeof(OpenParameter));
    g_autoptr(Formula) open =
        formula_new_open(function->text, function->scope, NULL, parameters, NULL);
    g_autofree char *closed = formula_print(function->formula);
    g_autofree char *opened = open ? formula_print(open) : g_strdup("");

    if (!closed || !opened)
        return false;
    g_string_append_printf(text, "\n%s\t%s\t%s\t%s", function->label, function->text,
                           closed, opened);
    return true;
}

/* One text for all that a result depends on; NULL where a function is too large to be
 * told from others. */
static char *setup_print(const ExperimentSetup *setup)
{
    g_autoptr(GString) text = g_string_new(setup->experiment->key);
    char number[NUMBER_SIZE];

    for (unsigned i = 0; setup->experiment->parameters[i].key; i++) {
        const ExperimentValue *value = &setup->values[i];
        g_string_append_printf(text, "\n%s", number_format(value->number, number));
        for (guint k = 0; value->numbers && k < value->numbers->len; k++)
            g_string_append_printf(
                text, ",%s",
                number_format(g_array_index(value->numbers, double, k), number));
        for (guint k = 0; value->functions && k < value->functions->len; k++)
            if (!print_function(g_ptr_array_index(value->functions, k), text))
                return NULL;
    }
    return g_string_free(g_steal_pointer(&text), FALSE);
}

/* The last results with their setups, the latest at the end. */
typedef struct {
    char *setup;
    ExperimentResult *result;
} Kept;

static GMutex kept_lock;
static GArray *kept; /* of Kept; NULL: none */

static void kept_release(void *data)
{
    Kept *one = data;

    g_free(one->setup);
    experiment_result_unref(one->result);
}

static ExperimentResult *result_ref(ExperimentResult *result)
{
    g_atomic_int_inc(&result->references);
    return result;
}

static ExperimentResult *find_kept(const char *setup)
{
    ExperimentResult *found = NULL;

    g_mutex_lock(&kept_lock);
    for (guint i = 0; setup && kept && !found && i < kept->len; i++) {
        const Kept *one = &g_array_index(kept, Kept, i);
        if (g_str_equal(one->setup, setup))
            found = result_ref(one->result);
    }
    g_mutex_unlock(&kept_lock);
    return found;
}

static void keep(char *setup, ExperimentResult *result)
{
    Kept one = {setup, result_ref(result)};

    g_mutex_lock(&kept_lock);
    if (!kept) {
        kept = g_array_new(FALSE, FALSE, sizeof(Kept));
        g_array_set_clear_func(kept, kept_release);
    }
    if (kept->len == KEPT_RESULTS)
        g_array_remove_index(kept, 0);
    g_array_append_val(kept, one);
    g_mutex_unlock(&kept_lock);
}

void experiment_forget(void)
{
    g_mutex_lock(&kept_lock);
    g_clear_pointer(&kept, g_array_unref);
    g_mutex_unlock(&kept_lock);
}

static void series_free(void *data)
{
    ExperimentSeries *series = data;

    g_free(series->label);
    g_array_unref(series->points);
    g_clear_pointer(&series->low, g_array_unref);
    g_clear_pointer(&series->high, g_array_unref);
    g_free(series);
}

static ExperimentResult *result_new(void)
{
    ExperimentResult *result = g_new0(ExperimentResult, 1);

    result->series = g_ptr_array_new_with_free_func(series_free);
    result->references = 1;
    return result;
}

void experiment_result_unref(ExperimentResult *result)
{
    if (!result || !g_atomic_int_dec_and_test(&result->references))
        return;
    g_ptr_array_unref(result->series);
    if (result->grid) {
        g_free(result->grid->values);
        g_free(result->grid->label);
        g_free(result->grid);
    }
    g_clear_pointer(&result->names, g_ptr_array_unref);
    g_free(result->title);
    g_free(result->subtitle);
    g_free(result->x_label);
    g_free(result->y_label);
    g_free(result);
}

ExperimentResult *experiment_run(const ExperimentSetup *setup,
                                 const ExperimentFunction **fault, GError **error)
{
    g_autofree char *text = setup_print(setup);
    ExperimentResult *found = find_kept(text);
    g_autoptr(ExperimentResult) result = NULL;

    *fault = NULL;
    if (found)
        return found;
    result = result_new();
    if (!setup->experiment->run(setup, result, fault, error))
        return NULL;
    if (text)
        keep(g_steal_pointer(&text), result);
    return g_steal_pointer(&result);
}

ExperimentSeries *experiment_add_series(ExperimentResult *result, ExperimentShape shape,
                                        int color, const char *label)
{
    ExperimentSeries *series = g_new0(ExperimentSeries, 1);

    series->shape = shape;
    series->color = color;
    series->label = g_strdup(label);
    series->points = g_array_new(FALSE, FALSE, sizeof(Point));
    g_ptr_array_add(result->series, series);
    return series;
}

void experiment_add_point(ExperimentSeries *series, double x, double y)
{
    Point point = {x, y};

    g_array_append_val(series->points, point);
}

void experiment_add_banded(ExperimentSeries *series, double x, double low, double y,
                           double high)
{
    Point under = {x, low}, over = {x, high};

    if (!series->low) {
        series->low = g_array_new(FALSE, FALSE, sizeof(Point));
        series->high = g_array_new(FALSE, FALSE, sizeof(Point));
    }
    experiment_add_point(series, x, y);
    g_array_append_val(series->low, under);
    g_array_append_val(series->high, over);
}

ExperimentGrid *experiment_add_grid(ExperimentResult *result, int columns, int rows)
{
    ExperimentGrid *grid = g_new0(ExperimentGrid, 1);
    size_t count = (size_t)columns * (size_t)rows;

    grid->columns = columns;
    grid->rows = rows;
    grid->center = NAN;
    grid->values = g_new(double, count);
    for (size_t i = 0; i < count; i++)
        grid->values[i] = NAN;
    result->grid = grid;
    return grid;
}
