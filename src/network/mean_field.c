/* mean_field.c - layers: what they make of a variance, and where that leads. */
#include "network/mean_field.h"

#include "base/number.h"
#include "network/moment_table.h"

#include <math.h>

struct MeanField {
    Quadrature *quadrature;
    MomentTable *table;
};

MeanField *mean_field_new(const Formula *formula, GError **error)
{
    Quadrature *quadrature = quadrature_new(formula, error);
    MeanField *field;

    if (!quadrature)
        return NULL;
    field = g_new0(MeanField, 1);
    field->quadrature = quadrature;
    field->table = moment_table_new(quadrature);
    return field;
}

void mean_field_free(MeanField *field)
{
    if (!field)
        return;
    moment_table_free(field->table);
    quadrature_free(field->quadrature);
    g_free(field);
}

double mean_field_error(const MeanField *field)
{
    return moment_table_error(field->table);
}

double mean_field_jump(const MeanField *field)
{
    return field->quadrature->jump;
}

const Quadrature *mean_field_quadrature(const MeanField *field)
{
    return field->quadrature;
}

double mean_field_square(const MeanField *field, double q)
{
    return exp(moment_table_log(field->table, log(q), MOMENT_OF_VALUE));
}

double mean_field_slope_square(const MeanField *field, double q)
{
    if (!isnan(field->quadrature->jump))
        return NAN;
    return exp(moment_table_log(field->table, log(q), MOMENT_OF_SLOPE));
}

double mean_field_square_exact(const MeanField *field, double q)
{
    return exp(moment_table_exact(field->table, log(q), MOMENT_OF_VALUE));
}

/* --- Layers --- */

char *mean_field_layer_print(MeanFieldLayer layer)
{
    char weights[NUMBER_SIZE], biases[NUMBER_SIZE];

    return g_strdup_printf("σ<sub>w</sub>\u00a0=\u00a0%s, σ<sub>b</sub>\u00a0=\u00a0%s",
                           number_format_digits(layer.sigma_w, 6, weights),
                           number_format_digits(layer.sigma_b, 6, biases));
}

double mean_field_variance(const MeanField *field, MeanFieldLayer layer, double q)
{
    double square = layer.sigma_w > 0 ? mean_field_square(field, q) : 0;

    return layer.sigma_w * layer.sigma_w * square + layer.sigma_b * layer.sigma_b;
}

/* Ends early where layers change no more than the last bit, some of them to and fro. */
double mean_field_depth(const MeanField *field, MeanFieldLayer layer, double q,
                        int depth)
{
    double last = NAN, before = NAN;

    for (int i = 0; i < depth && q != last && q != before; i++) {
        double after = mean_field_variance(field, layer, q);
        before = last;
        last = q;
        q = after;
    }
    return q;
}

double mean_field_slope(const MeanField *field, MeanFieldLayer layer, double q)
{
    return layer.sigma_w * layer.sigma_w * mean_field_slope_square(field, q);
}

/* --- Fixed points --- */

/* Of log q: beyond, a variance is taken for 0 or infinite. */
#define LOWEST (-550.0)
#define HIGHEST 440.0

/* By how much a layer moves t = log q. */
static double drift(const MeanField *field, MeanFieldLayer layer, double t)
{
    double square = exp(moment_table_log(field->table, t, MOMENT_OF_VALUE));

    return log(layer.sigma_w * layer.sigma_w * square + layer.sigma_b * layer.sigma_b) -
           t;
}

typedef struct {
    double t, drift;
} Place;

/* Between two places with opposite drifts: where the line through them is 0, one side
 * held back where the other does not move (Illinois). */
static double settle(const MeanField *field, MeanFieldLayer layer, Place a, Place b)
{
    enum { STEPS = 60 };

    for (int i = 0; i < STEPS; i++) {
        double t = (a.t * b.drift - b.t * a.drift) / (b.drift - a.drift);
        Place next = {t, drift(field, layer, t)};
        if (next.drift == 0 || fabs(a.t - b.t) < 1e-13 * (1 + fabs(t)))
            return t;
        if ((next.drift > 0) != (b.drift > 0))
            a = b;
        else
            a.drift /= 2;
        b = next;
    }
    return b.t;
}

/* Whether layers draw log q to that fixed point, not only past it and back. */
static bool attracts(const MeanField *field, MeanFieldLayer layer, double t)
{
    const double near = 1e-4;

    return drift(field, layer, t + near) - drift(field, layer, t - near) > -4 * near;
}

/* As layer by layer, but in steps that reach slow ends too: where layers move log q by
 * less than 0.03 it goes on by that, by 8 where q is far from 1. */
double mean_field_fixed_point(const MeanField *field, MeanFieldLayer layer, double q)
{
    const double slack = 1e-12 + 4 * mean_field_error(field);
    Place here = {log(q), drift(field, layer, log(q))};

    while (here.t > LOWEST && here.t < HIGHEST && isfinite(here.drift)) {
        if (fabs(here.drift) <= slack)
            return exp(here.t);
        double least = fabs(here.t) < 24 ? 0.03 : 8;
        double t = here.t + copysign(fmax(fabs(here.drift), least), here.drift);
        Place there = {t, drift(field, layer, t)};
        if ((there.drift > 0) != (here.drift > 0) && isfinite(there.drift)) {
            t = settle(field, layer, here, there);
            return attracts(field, layer, t) ? exp(t) : NAN;
        }
        here = there;
    }
    if (isnan(here.drift))
        return NAN;
    return here.drift > 0 ? INFINITY : 0;
}
