/* iteration.c - the experiment `iteration`: one activation applied again and again. */
#include "base/error.h"
#include "base/number.h"
#include "formula/switches.h"
#include "formula/tape.h"
#include "network/records.h"

#include <math.h>

enum { SHOW_ORBIT, SHOW_COBWEB };
enum { CURVE_POINTS = 800 };

/* Of all orbits: what makes no picture, and fills the memory. */
#define MOST_VALUES 2e6

static const char *const shows[] = {"orbit", "cobweb", NULL};

static const ExperimentParameter parameters[] = {
    {.key = "functions",
     .kind = PARAMETER_FUNCTIONS,
     .least = 1,
     .most = 20,
     .preset = "[tanh(2*x)]",
     .help = "what is applied"},
    {.key = "starts",
     .kind = PARAMETER_NUMBERS,
     .minimum = -1e300,
     .maximum = 1e300,
     .least = 1,
     .most = 100,
     .preset = "[-2, -0.02, 0.1, 2]",
     .help = "the values that begin"},
    {.key = "steps",
     .kind = PARAMETER_WHOLE,
     .minimum = 1,
     .maximum = 10000,
     .preset = "12",
     .help = "how often"},
    {.key = "show",
     .kind = PARAMETER_WORD,
     .words = shows,
     .preset = "orbit",
     .help = "the values by the number of applications, or as a staircase between the "
             "function and the diagonal"},
    {.key = NULL},
};

typedef struct {
    const GPtrArray *functions;
    const GArray *starts;
    int steps;
    ExperimentResult *result;
} Request;

static double start_at(const Request *request, guint i)
{
    return g_array_index(request->starts, double, i);
}

/* `x₀ = 0.1`; the caller's. */
static char *name_start(double start)
{
    char number[NUMBER_SIZE];

    return g_strdup_printf("x<sub>0</sub> = %s%s", start < 0 ? "−" : "",
                           number_format_digits(fabs(start), 6, number));
}

/* One function: its starts differ in colour; else the functions do. */
static ExperimentSeries *add_orbit(const Request *request, guint function, guint start,
                                   int first_color)
{
    bool alone = request->functions->len == 1;
    const ExperimentFunction *applied = g_ptr_array_index(request->functions, function);
    g_autofree char *name = name_start(start_at(request, start));
    bool is_named = start == 0 && first_color == 0; /* else its curve has the name */
    const char *label = alone ? name : is_named ? applied->label : NULL;

    return experiment_add_series(request->result, RESULT_LINE,
                                 first_color + (int)(alone ? start : function), label);
}

static void add_finite(ExperimentSeries *series, double x, double y)
{
    experiment_add_point(series, x, isfinite(y) ? y : NAN);
}

/* --- Orbits --- */

static void show_orbits(const Request *request)
{
    request->result->x_label = g_strdup("applications");
    request->result->y_label = g_strdup("value");
    request->result->x_is_whole = true;
    for (guint i = 0; i < request->functions->len; i++) {
        const ExperimentFunction *function = g_ptr_array_index(request->functions, i);
        g_autoptr(Tape) tape = tape_new(function->formula, 0);
        for (guint k = 0; k < request->starts->len; k++) {
            ExperimentSeries *series = add_orbit(request, i, k, 0);
            double value = start_at(request, k);
            experiment_add_point(series, 0, value);
            for (int step = 1; step <= request->steps; step++) {
                tape_evaluate_at(tape, value, &value);
                add_finite(series, step, value);
            }
        }
    }
}

/* --- Cobwebs --- */

/* An orbit ends where it goes so many times as far as any of them began. */
#define ESCAPE 4.0

static double reach_of(const Request *request)
{
    double most = 1;

    for (guint k = 0; k < request->starts->len; k++)
        most = fmax(most, fabs(start_at(request, k)));
    return ESCAPE * most;
}

typedef struct {
    double low, high;
} Reach;

static void add_staircase(ExperimentSeries *series, const Tape *tape, double value,
                          int steps, double escape, Reach *reach)
{
    experiment_add_point(series, value, value);
    for (int step = 0; step < steps && fabs(value) <= escape; step++) {
        double next;
        tape_evaluate_at(tape, value, &next);
        if (!isfinite(next))
            return;
        reach->low = fmin(reach->low, fmin(value, next));
        reach->high = fmax(reach->high, fmax(value, next));
        experiment_add_point(series, value, next);
        experiment_add_point(series, next, next);
        value = next;
    }
}

/* Curves go somewhat farther than orbits. */
static Reach with_margin(Reach reach, double start)
{
    double margin = (reach.high - reach.low) / 12;

    if (!(margin > 0) || !isfinite(margin))
        return (Reach){start - 1, start + 1};
    return (Reach){reach.low - margin, reach.high + margin};
}

/* A function over low .. high, from one jump to the next. */
static void add_curve(ExperimentSeries *series, const Formula *formula,
                      const Tape *tape, Reach reach)
{
    g_autoptr(Warnings) warnings = warnings_new();
    g_autoptr(GArray) switches =
        switches_find(formula, reach.low, reach.high, warnings);
    guint next = 0;

    for (int i = 0; i <= CURVE_POINTS; i++) {
        double x = reach.low + (reach.high - reach.low) * i / CURVE_POINTS, value;
        for (; next < switches->len; next++) {
            const Switch *at = &g_array_index(switches, Switch, next);
            if (at->x > x)
                break;
            if (at->kind < SWITCH_KINK)
                continue;
            add_finite(series, at->x, at->left.f);
            if (at->kind > SWITCH_KINK)
                experiment_add_point(series, at->x, NAN);
            add_finite(series, at->x, at->right.f);
        }
        tape_evaluate_at(tape, x, &value);
        add_finite(series, x, value);
    }
}

/* The curves stand first, in the legend too; the staircases say how far they go. */
static void show_cobwebs(const Request *request)
{
    ExperimentResult *result = request->result;
    double escape = reach_of(request);
    Reach reach = {INFINITY, -INFINITY};
    int functions = (int)request->functions->len;

    result->x_label = g_strdup("x<sub>n</sub>");
    result->y_label = g_strdup("x<sub>n+1</sub>");
    for (guint i = 0; i < request->functions->len; i++) {
        const ExperimentFunction *function = g_ptr_array_index(request->functions, i);
        experiment_add_series(result, RESULT_LINE, (int)i, function->label);
    }
    for (guint i = 0; i < request->functions->len; i++) {
        const ExperimentFunction *function = g_ptr_array_index(request->functions, i);
        g_autoptr(Tape) tape = tape_new(function->formula, 0);
        for (guint k = 0; k < request->starts->len; k++) {
            ExperimentSeries *series = add_orbit(request, i, k, functions);
            series->is_fine = true;
            add_staircase(series, tape, start_at(request, k), request->steps, escape,
                          &reach);
        }
    }
    reach = with_margin(reach, start_at(request, 0));
    for (guint i = 0; i < request->functions->len; i++) {
        const ExperimentFunction *function = g_ptr_array_index(request->functions, i);
        g_autoptr(Tape) tape = tape_new(function->formula, 0);
        add_curve(g_ptr_array_index(result->series, i), function->formula, tape, reach);
    }
    ExperimentSeries *diagonal = experiment_add_series(result, RESULT_LINE, 0, NULL);
    diagonal->is_guide = true;
    experiment_add_point(diagonal, reach.low, reach.low);
    experiment_add_point(diagonal, reach.high, reach.high);
}

static bool check_work(const Request *request, GError **error)
{
    double values =
        (double)request->functions->len * request->starts->len * request->steps;

    if (values <= MOST_VALUES)
        return true;
    g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                "this makes %.0f values, more than %.0f (fewer functions, starts or "
                "steps make less)",
                values, MOST_VALUES);
    return false;
}

static bool run(const ExperimentSetup *setup, ExperimentResult *result,
                const ExperimentFunction **fault, GError **error)
{
    Request request = {
        .functions = experiment_value(setup, "functions")->functions,
        .starts = experiment_value(setup, "starts")->numbers,
        .steps = experiment_whole(setup, "steps"),
        .result = result,
    };
    const ExperimentFunction *first = g_ptr_array_index(request.functions, 0);

    (void)fault;
    if (!check_work(&request, error))
        return false;
    if (request.functions->len == 1)
        result->title = g_strdup(first->label);
    if (experiment_whole(setup, "show") == SHOW_COBWEB)
        show_cobwebs(&request);
    else
        show_orbits(&request);
    return true;
}

const Experiment experiment_iteration = {
    .key = "iteration",
    .label = "Repeated application",
    .help = "where values go when one function is applied to them again and again",
    .parameters = parameters,
    .run = run,
};
