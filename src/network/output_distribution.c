/* output_distribution.c - the experiment `output_distribution`: f of normal inputs. */
#include "base/error.h"
#include "base/number.h"
#include "formula/tape.h"
#include "network/distribution.h"
#include "network/random.h"
#include "network/records.h"

#include <math.h>

enum {
    PARTS = 6,   /* of a bin, for the theory's line */
    BLOCK = 4096 /* samples at a time */
};

/* The bins cover all but this share of the values at each end. */
#define LEFT_OUT 1e-3

static const ExperimentParameter parameters[] = {
    {.key = "functions",
     .kind = PARAMETER_FUNCTIONS,
     .least = 1,
     .most = 8,
     .preset = "[gelu]",
     .help = "what the inputs go through"},
    {.key = "mean",
     .kind = PARAMETER_NUMBER,
     .minimum = -1e6,
     .maximum = 1e6,
     .preset = "0",
     .help = "mean of the inputs"},
    {.key = "deviation",
     .kind = PARAMETER_NUMBER,
     .minimum = 1e-6,
     .maximum = 1e6,
     .preset = "1",
     .help = "standard deviation of the inputs"},
    {.key = "samples",
     .kind = PARAMETER_WHOLE,
     .minimum = 100,
     .maximum = 10000000,
     .preset = "20000",
     .help = "inputs that are drawn"},
    {.key = "bins",
     .kind = PARAMETER_WHOLE,
     .minimum = 1,
     .maximum = 1000,
     .preset = "60",
     .help = "bins of the histogram"},
    {.key = "seed",
     .kind = PARAMETER_WHOLE,
     .minimum = 0,
     .maximum = 2147483647,
     .preset = "1",
     .help = "where the random numbers begin"},
    {.key = NULL},
};

typedef struct {
    double mean, deviation;
    int samples, bins;
    uint64_t seed;
    double low, high; /* of the bins */
} Request;

/* --- The bins --- */

/* An end of the values that is near what is likely is an end of the bins. */
static void widen(Request *request, const Distribution *distribution)
{
    double least, greatest;
    double low = distribution_quantile(distribution, LEFT_OUT);
    double high = distribution_quantile(distribution, 1 - LEFT_OUT);
    double room = (high - low) / 10;

    distribution_support(distribution, &least, &greatest);
    request->low = fmin(request->low, low - least <= room ? least : low);
    request->high = fmax(request->high, greatest - high <= room ? greatest : high);
}

/* So that there is something to divide. */
static void settle_bins(Request *request)
{
    double room = fmax(1e-3, fabs(request->low)) / 2;

    if (request->high - request->low > 1e-12 * fabs(request->low))
        return;
    request->low -= room;
    request->high += room;
}

static double edge(const Request *request, double bin)
{
    return request->low + (request->high - request->low) * (bin / request->bins);
}

/* The last one holds its upper end. */
static int bin_of(const Request *request, double value)
{
    double place =
        (value - request->low) / (request->high - request->low) * request->bins;

    return MIN((int)place, request->bins - 1);
}

/* --- What was drawn --- */

static void count(const Request *request, const Formula *formula, int *counts)
{
    g_autoptr(Tape) tape = tape_new(formula, 0);
    g_autofree double *x = g_new(double, BLOCK);

    for (int from = 0; from < request->samples; from += BLOCK) {
        int size = MIN(BLOCK, request->samples - from);
        for (int i = 0; i < size; i++)
            x[i] = request->mean +
                   request->deviation *
                       random_normal(request->seed, 0, (uint64_t)(from + i));
        tape_evaluate(tape, x, (size_t)size, &x);
        for (int i = 0; i < size; i++) {
            if (!(x[i] >= request->low && x[i] <= request->high))
                continue;
            counts[bin_of(request, x[i])]++;
        }
    }
}

static void add_histogram(const Request *request, const Formula *formula,
                          ExperimentSeries *series)
{
    g_autofree int *counts = g_new0(int, (gsize)request->bins);
    double width = (request->high - request->low) / request->bins;

    count(request, formula, counts);
    for (int i = 0; i < request->bins; i++)
        experiment_add_point(series, edge(request, i),
                             counts[i] / (width * request->samples));
    experiment_add_point(series, request->high, 0);
}

/* --- What theory says --- */

/* One function: theory in another colour. Several: each in its own, dashed. */
typedef struct {
    int color;
    bool dashed;
    const char *label; /* NULL: none */
    const char *name;  /* of the function, where there are several; else NULL */
} Look;

/* The mean density over parts of bins: whatever the density does, the area is right. */
static void add_density(const Request *request, const Distribution *distribution,
                        ExperimentSeries *series)
{
    unsigned parts = (unsigned)request->bins * PARTS;
    double width = (request->high - request->low) / parts;
    g_autofree double *edges = g_new(double, parts + 1);
    g_autofree double *spreads = g_new(double, parts);

    for (unsigned i = 0; i <= parts; i++)
        edges[i] = edge(request, (double)i / PARTS);
    distribution_spreads(distribution, edges, parts + 1, spreads);
    for (unsigned i = 0; i < parts; i++)
        experiment_add_point(series, (edges[i] + edges[i + 1]) / 2, spreads[i] / width);
}

/* The height of the bin in which an atom is. */
static Point atom_point(const Request *request, const Distribution *distribution,
                        const Atom *atom)
{
    const GArray *atoms = distribution_atoms(distribution);
    int bin = bin_of(request, atom->value);
    double low = edge(request, bin), high = edge(request, bin + 1);
    double probability = distribution_spread(distribution, low, high);

    for (guint i = 0; i < atoms->len; i++) {
        const Atom *each = &g_array_index(atoms, Atom, i);
        if (each->value >= request->low && each->value <= request->high &&
            bin_of(request, each->value) == bin)
            probability += each->probability;
    }
    return (Point){(low + high) / 2, probability / (high - low)};
}

/* `P(0) = 0.5`; the caller's. */
static char *name_atom(const Atom *atom, Look look)
{
    char value[NUMBER_SIZE], share[NUMBER_SIZE];

    return g_strdup_printf("%s%sP(%s%s) = %s", look.name ? look.name : "",
                           look.name ? ": " : "", atom->value < 0 ? "−" : "",
                           number_format_digits(fabs(atom->value), 4, value),
                           number_format_digits(atom->probability, 4, share));
}

/* Atoms of less are not worth a word; so many of them have one each. */
#define ATOM_LEAST 1e-4
enum { ATOMS_NAMED = 4 };

static void add_atoms(const Request *request, const Distribution *distribution,
                      ExperimentResult *result, Look look)
{
    const GArray *atoms = distribution_atoms(distribution);
    bool are_named = atoms->len <= ATOMS_NAMED;
    ExperimentSeries *series = NULL;

    for (guint i = 0; i < atoms->len; i++) {
        const Atom *atom = &g_array_index(atoms, Atom, i);
        g_autofree char *name = are_named ? name_atom(atom, look) : NULL;
        if (atom->probability < ATOM_LEAST || atom->value < request->low ||
            atom->value > request->high)
            continue;
        if (!series || are_named)
            series = experiment_add_series(result, RESULT_POINTS, look.color,
                                           are_named ? name : "theory, single values");
        Point point = atom_point(request, distribution, atom);
        series->is_theory = look.dashed;
        experiment_add_point(series, point.x, point.y);
    }
}

static void add_theory(const Request *request, const Distribution *distribution,
                       ExperimentResult *result, Look look)
{
    if (distribution_parts(distribution) > 0) {
        ExperimentSeries *series =
            experiment_add_series(result, RESULT_LINE, look.color, look.label);
        series->is_theory = look.dashed;
        add_density(request, distribution, series);
    }
    add_atoms(request, distribution, result, look);
}

/* --- Names --- */

/* `20 000 samples`; the caller's. */
static char *name_samples(int samples)
{
    GString *text = g_string_new(NULL);

    g_string_append_printf(text, "%d", samples);
    for (gssize at = (gssize)text->len - 3; at > 0; at -= 3)
        g_string_insert(text, at, "\u00a0");
    g_string_append(text, " samples");
    return g_string_free(text, FALSE);
}

static void name_result(ExperimentResult *result, const GPtrArray *functions)
{
    const ExperimentFunction *first = g_ptr_array_index(functions, 0);

    result->x_label = g_strdup("f(z)");
    result->y_label = g_strdup("density");
    if (functions->len == 1)
        result->title = g_strdup(first->label);
}

/* Inversions, about a microsecond each. */
#define WORK_MOST 3e6
#define WORK_OF_ENDS 300 /* inversions of a part for the ends of the bins */

static bool is_feasible(const Request *request, const Distribution *distribution,
                        const ExperimentFunction *function, GError **error)
{
    double parts = distribution_parts(distribution);

    if (parts * ((double)request->bins * PARTS + WORK_OF_ENDS) <= WORK_MOST)
        return true;
    g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                "'%s' rises and falls %.0f times where inputs are likely: with fewer "
                "'bins' or a smaller 'deviation' it takes no more than seconds",
                function->text, parts);
    return false;
}

static bool find_distributions(const GPtrArray *functions, const Request *request,
                               GPtrArray *distributions,
                               const ExperimentFunction **fault, GError **error)
{
    for (guint i = 0; i < functions->len; i++) {
        const ExperimentFunction *function = g_ptr_array_index(functions, i);
        Distribution *distribution = distribution_new(function->formula, request->mean,
                                                      request->deviation, error);
        if (distribution)
            g_ptr_array_add(distributions, distribution);
        if (!distribution || !is_feasible(request, distribution, function, error)) {
            *fault = function;
            return false;
        }
    }
    return true;
}

static bool run(const ExperimentSetup *setup, ExperimentResult *result,
                const ExperimentFunction **fault, GError **error)
{
    const GPtrArray *functions = experiment_value(setup, "functions")->functions;
    g_autoptr(GPtrArray) distributions =
        g_ptr_array_new_with_free_func((GDestroyNotify)distribution_free);
    Request request = {
        .mean = experiment_number(setup, "mean"),
        .deviation = experiment_number(setup, "deviation"),
        .samples = experiment_whole(setup, "samples"),
        .bins = experiment_whole(setup, "bins"),
        .seed = (uint64_t)experiment_whole(setup, "seed"),
        .low = INFINITY,
        .high = -INFINITY,
    };

    if (!find_distributions(functions, &request, distributions, fault, error))
        return false;
    for (guint i = 0; i < functions->len; i++)
        widen(&request, g_ptr_array_index(distributions, i));
    settle_bins(&request);
    for (guint i = 0; i < functions->len; i++) {
        const ExperimentFunction *function = g_ptr_array_index(functions, i);
        g_autofree char *samples = name_samples(request.samples);
        bool alone = functions->len == 1;
        Look look = {alone ? 1 : (int)i, !alone, i == 0 ? "theory" : NULL,
                     alone ? NULL : function->label};
        ExperimentSeries *series = experiment_add_series(
            result, RESULT_BINS, (int)i, alone ? samples : function->label);
        add_histogram(&request, function->formula, series);
        add_theory(&request, g_ptr_array_index(distributions, i), result, look);
    }
    name_result(result, functions);
    return true;
}

const Experiment experiment_output_distribution = {
    .key = "output_distribution",
    .label = "Distribution of outputs",
    .help = "how outputs are distributed for normal inputs, by sampling and by theory",
    .parameters = parameters,
    .run = run,
};
