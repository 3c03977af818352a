/* facts_mean.c - Gauss-Kronrod quadrature (GSL) between the breaks of a function. */
#include "activation/facts_mean.h"

#include <gsl/gsl_errno.h>
#include <gsl/gsl_integration.h>
#include <math.h>

/* --- Whether there is a mean --- */

/* Whether |g|^power outgrows the normal density's exp(-x^2/2) at the infinity of that
 * side. log|g| at the last powers of two where g is finite shows how fast it grows: as
 * x^exponent. */
static bool outgrows(const Line *line, int power, int side)
{
    double last = 0, before = 0, x = 0;

    for (int k = 0; k <= 512; k++) {
        double value = line_value(line, ldexp(side, k));
        if (!isfinite(value))
            break;
        before = last;
        last = log(fabs(value));
        x = ldexp(1, k);
    }
    if (!(last > 16) || !(before > 1))
        return false;
    double exponent = log2(last / before);
    if (exponent > 2.1)
        return true;
    return exponent > 1.9 && power * last / (x * x) > 0.5 * (1 - 1e-3);
}

/* Whether |g|^power grows like 1/distance or faster towards a break. */
static bool is_pole(const Line *line, int power, double at, int side)
{
    double scale = fmax(fabs(at), 1);
    double far = fabs(line_value(line, at + side * scale * 0x1p-20));
    double near = fabs(line_value(line, at + side * scale * 0x1p-30));

    if (isinf(near))
        return true;
    if (!(near > far) || near < 16)
        return false;
    return power * log2(near / far) / 10 > 0.98;
}

/* The pole nearest to 0; false: there is none. */
static bool find_pole(const Line *line, int power, const GArray *breaks, double *pole)
{
    *pole = INFINITY;
    for (unsigned i = 0; i < breaks->len; i++) {
        double x = g_array_index(breaks, double, i);
        if (fabs(x) < fabs(*pole) &&
            (is_pole(line, power, x, -1) || is_pole(line, power, x, 1)))
            *pole = x;
    }
    return isfinite(*pole);
}

/* --- Quadrature --- */

enum { INTERVALS_MOST = 400, EVALUATIONS_MOST = 2000000 };
#define RELATIVE_ERROR 1e-13
#define ABSOLUTE_ERROR 1e-19

typedef struct {
    const Line *line;
    int power;
    int evaluations; /* so far; a second's worth, then it is given up */
} Integrand;

static double evaluate(double x, void *data)
{
    Integrand *integrand = data;

    if (integrand->evaluations++ > EVALUATIONS_MOST)
        return 0;
    double value = line_value(integrand->line, x);
    double density = exp(-x * x / 2) / sqrt(2 * G_PI);

    if (integrand->power == 2)
        return value * density * value; /* a large value meets the density first */
    return value * density;
}

static gint compare_doubles(gconstpointer a, gconstpointer b)
{
    const double *one = a, *other = b;
    return *one < *other ? -1 : *one > *other;
}

static void add_knot(GArray *knots, double x)
{
    if (fabs(x) < MEAN_REACH)
        g_array_append_val(knots, x);
}

/* The ends of the pieces: breaks; round numbers, since the density needs some too; and
 * ever closer about places of interest, unless there are too many. */
static GArray *place_knots(const GArray *breaks, const GArray *interest)
{
    static const double round_ends[] = {0.5, 1, 2, 3, 4.5, 6, 9, 13, 19, 28};
    enum { INTEREST_MOST = 16 };
    GArray *knots = g_array_new(FALSE, FALSE, sizeof(double));
    const double ends[] = {-MEAN_REACH, 0, MEAN_REACH};

    g_array_append_vals(knots, ends, 3);
    for (size_t i = 0; i < G_N_ELEMENTS(round_ends); i++) {
        add_knot(knots, round_ends[i]);
        add_knot(knots, -round_ends[i]);
    }
    for (unsigned i = 0; i < breaks->len; i++)
        add_knot(knots, g_array_index(breaks, double, i));
    for (unsigned i = 0; i < interest->len && interest->len <= INTEREST_MOST; i++) {
        double x = g_array_index(interest, double, i);
        add_knot(knots, x);
        for (int k = 6; k <= 30; k += 8) {
            add_knot(knots, x + ldexp(1, -k));
            add_knot(knots, x - ldexp(1, -k));
        }
    }
    g_array_sort(knots, compare_doubles);
    return knots;
}

static bool is_break(const GArray *breaks, double x)
{
    for (unsigned i = 0; i < breaks->len; i++) {
        if (g_array_index(breaks, double, i) == x)
            return true;
    }
    return false;
}

/* The integral of one piece; at its ends the function may be singular. */
static void add_piece(gsl_function *function, double a, double b, bool singular,
                      gsl_integration_workspace *workspace, Mean *sum)
{
    double value, error;
    int status =
        singular ? gsl_integration_qags(function, a, b, ABSOLUTE_ERROR, RELATIVE_ERROR,
                                        INTERVALS_MOST, workspace, &value, &error)
                 : gsl_integration_qag(function, a, b, ABSOLUTE_ERROR, RELATIVE_ERROR,
                                       INTERVALS_MOST, GSL_INTEG_GAUSS61, workspace,
                                       &value, &error);

    if (!isfinite(value) || status == GSL_EDIVERGE || status == GSL_ESING)
        sum->state = MEAN_UNSURE;
    sum->value += value;
    sum->error += error;
}

/* Whether the values at a break call for another rule. */
static bool is_singular(const Line *line, const GArray *breaks, double a, double b)
{
    double inside = a / 2 + b / 2;
    bool singular = false;

    for (int k = 0; k < 2; k++) {
        double end = k == 0 ? a : b;
        if (!is_break(breaks, end))
            continue;
        double near = line_value(line, end + (inside - end) * 0x1p-40);
        singular = singular || fabs(near) > 8 * (1 + fabs(line_value(line, inside)));
    }
    return singular;
}

static Mean integrate(Line *line, int power, const GArray *breaks, const GArray *knots)
{
    Integrand integrand = {.line = line, .power = power};
    gsl_function function = {.function = evaluate, .params = &integrand};
    gsl_integration_workspace *workspace =
        gsl_integration_workspace_alloc(INTERVALS_MOST);
    Mean sum = {.state = MEAN_FOUND};

    for (unsigned i = 1; i < knots->len; i++) {
        double a = g_array_index(knots, double, i - 1);
        double b = g_array_index(knots, double, i);
        if (a < b)
            add_piece(&function, a, b, is_singular(line, breaks, a, b), workspace,
                      &sum);
    }
    gsl_integration_workspace_free(workspace);
    if (integrand.evaluations > EVALUATIONS_MOST)
        sum.state = MEAN_UNSURE;
    return sum;
}

/* GSL would end the program when a quadrature does not converge. */
static void silence_gsl(void)
{
    static gsize done;

    if (g_once_init_enter(&done)) {
        gsl_set_error_handler_off();
        g_once_init_leave(&done, 1);
    }
}

/* Whether what lies beyond the reach is lost beside the mean. */
static bool is_cut_well(const Line *line, int power, double mean)
{
    Integrand integrand = {.line = line, .power = power};
    double least = fmax(fabs(mean), 1) * 1e-20;

    return fabs(evaluate(MEAN_REACH, &integrand)) < least &&
           fabs(evaluate(-MEAN_REACH, &integrand)) < least;
}

Mean mean_normal(Line *line, int power, const GArray *breaks, const GArray *interest)
{
    g_autoptr(GArray) knots = NULL;
    double pole;
    Mean mean;

    silence_gsl();
    if (outgrows(line, power, -1) || outgrows(line, power, 1))
        return (Mean){.state = MEAN_DIVERGES};
    if (find_pole(line, power, breaks, &pole))
        return (Mean){.state = MEAN_POLE, .x = pole};
    knots = place_knots(breaks, interest);
    mean = integrate(line, power, breaks, knots);
    if (!is_cut_well(line, power, mean.value))
        mean.state = MEAN_UNSURE;
    return mean;
}

double normal_share(double lo, double hi)
{
    /* Of a stretch on the right the upper tails, lest they be lost beside 1. */
    if (lo > 0)
        return normal_share(-hi, -lo);
    return (erfc(-hi / G_SQRT2) - erfc(-lo / G_SQRT2)) / 2;
}
