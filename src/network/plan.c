/* plan.c - parameters read, work estimated, networks described. */
#include "network/plan.h"

#include "base/error.h"
#include "base/number.h"
#include "network/spread.h"

#include <math.h>

/* What a run may cost: multiplications of about a tenth of a nanosecond to one
 * processor, and bytes of one network, of which there may be one a processor. */
#define MOST_PRODUCTS 6e10

/* What other things cost, in multiplications: one value of an activation and its slope,
 * a pass of a layer however small, a weight's step, its random number. */
#define CELL_PRODUCTS 30
#define LAYER_PRODUCTS 500
#define STEP_PRODUCTS 20
#define NUMBER_PRODUCTS 150
#define MOST_BYTES (256.0 * 1024 * 1024)

const char *const initial_words[] = {"he", "xavier", "lecun", "orthogonal", NULL};
static const char *const initial_names[] = {"He", "Xavier", "LeCun", "orthogonal"};

static void read_common(Plan *plan, const ExperimentSetup *setup)
{
    plan->setup = setup;
    plan->batch = (unsigned)experiment_whole(setup, "batch");
    plan->seeds = (unsigned)experiment_whole(setup, "seeds");
    plan->initial = (Initial){.kind = (InitialKind)experiment_whole(setup, "init"),
                              .sigma_w = experiment_number(setup, "sigma_w"),
                              .sigma_b = experiment_number(setup, "sigma_b")};
}

void plan_read_deep(Plan *plan, const ExperimentSetup *setup)
{
    read_common(plan, setup);
    plan->depth = (size_t)experiment_whole(setup, "depth");
    for (size_t l = 0; l <= plan->depth; l++)
        plan->widths[l] = (size_t)experiment_whole(setup, "width");
}

void plan_read_hidden(Plan *plan, const ExperimentSetup *setup, size_t inputs,
                      size_t outputs)
{
    const GArray *hidden = experiment_value(setup, "hidden")->numbers;

    read_common(plan, setup);
    plan->depth = hidden->len + 1;
    plan->widths[0] = inputs;
    for (guint i = 0; i < hidden->len; i++)
        plan->widths[i + 1] = (size_t)g_array_index(hidden, double, i);
    plan->widths[plan->depth] = outputs;
}

uint64_t plan_seed(const Plan *plan, unsigned seed)
{
    return (uint64_t)experiment_whole(plan->setup, "seed") + seed;
}

bool plan_check(const Plan *plan, double passes, double samples, GError **error)
{
    double links = 0, units = 0, steps = ceil(samples / plan->batch), products;

    for (size_t l = 0; l < plan->depth; l++) {
        links += (double)plan->widths[l] * (double)plan->widths[l + 1];
        units += (double)plan->widths[l + 1];
    }
    products =
        passes *
            (samples * (links + CELL_PRODUCTS * units) +
             steps * (LAYER_PRODUCTS * (double)plan->depth + STEP_PRODUCTS * links)) +
        NUMBER_PRODUCTS * links * plan->seeds;
    if (plan->initial.kind == INITIAL_ORTHOGONAL)
        products += links * (double)plan->widths[1] * plan->seeds;
    if (products > MOST_PRODUCTS) {
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                    "this takes about %.0f times as long as a minute (fewer layers, "
                    "units, samples, steps, seeds or functions take less)",
                    ceil(products / MOST_PRODUCTS));
        return false;
    }
    if (perceptron_bytes(plan->widths, plan->depth, (size_t)samples) > MOST_BYTES) {
        g_set_error(
            error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
            "one such network takes more than %.0f MiB (use fewer layers, units "
            "or samples in a batch)",
            MOST_BYTES / (1024 * 1024));
        return false;
    }
    return true;
}

static void print_sigma(GString *text, const char *index, double sigma, double preset)
{
    char number[NUMBER_SIZE];

    if (sigma != preset)
        g_string_append_printf(text, ", σ<sub>%s</sub>\u00a0=\u00a0%s", index,
                               number_format_digits(sigma, 6, number));
}

char *plan_print(const Plan *plan)
{
    GString *text = g_string_new(NULL);
    size_t layers = plan->depth;
    bool is_even = true;

    for (size_t l = 1; l <= layers; l++)
        is_even = is_even && plan->widths[l] == plan->widths[0];
    if (is_even) {
        g_string_append_printf(text, "%zu layer%s of %zu unit%s", layers,
                               layers == 1 ? "" : "s", plan->widths[1],
                               plan->widths[1] == 1 ? "" : "s");
    } else {
        for (size_t l = 0; l <= layers; l++)
            g_string_append_printf(text, "%s%zu", l == 0 ? "units " : "–",
                                   plan->widths[l]);
    }
    g_string_append_printf(text, ", %s initialisation",
                           initial_names[plan->initial.kind]);
    print_sigma(text, "w", plan->initial.sigma_w, 1);
    print_sigma(text, "b", plan->initial.sigma_b, 0);
    return g_string_free(text, FALSE);
}

char *plan_print_seeds(const Plan *plan, const char *shown)
{
    if (plan->seeds == 1)
        return g_strdup("");
    return g_strdup_printf(", %s of %u seeds", shown, plan->seeds);
}

bool plan_add_spread(const Plan *plan, ExperimentSeries *series, double x,
                     const double *values, size_t step, bool is_log)
{
    Spread spread = spread_of(values, step, plan->seeds);

    if (is_log && !(spread.low > 0))
        spread = (Spread){NAN, NAN, NAN};
    if (plan->seeds == 1)
        experiment_add_point(series, x, spread.middle);
    else
        experiment_add_banded(series, x, spread.low, spread.middle, spread.high);
    return isfinite(spread.middle);
}
