/* mean_field.c - means of squares over log q: a table with slopes and curvatures. */
#include "network/mean_field.h"

#include <math.h>

/* Beyond so many standard deviations the normal density is 0 to double precision; so
 * near 0, whether of the density's size or of the function's, nothing weighs. */
#define FARTHEST 38.5
#define NEAREST 0x1p-60

/* Of log q; within quadrature.c's octaves. */
#define LOWEST (-560.0)
#define HIGHEST 442.0

/* A part of a mean that lies at the end of what is known, above which the mean is not
 * known. */
#define LOST 1e-10

#define TABLE_ERROR 1e-10
#define NARROWEST 0x1p-6
#define NOTHING 1e-280

enum { SQUARE, SLOPE_SQUARE, MEANS };

/* The logarithm of a mean with its derivatives by log q. */
typedef struct {
    double value, d1, d2;
    double plain; /* the mean itself */
} Knot;

typedef struct {
    double t; /* log q */
    Knot mean[MEANS];
} Column;

struct MeanField {
    Quadrature *quadrature;
    GArray *columns; /* of Column, in order */
    double error;
};

/* --- One mean --- */

typedef struct {
    double sum[MEANS][3]; /* the mean, its derivatives by log q */
    bool known;
} Sums;

static void add_nodes(const Quadrature *quadrature, NodeRange range, double deviation,
                      Sums *sums)
{
    for (unsigned i = range.first; i < range.end; i++) {
        double u = quadrature->x[i] / deviation, square = u * u, less = square - 1;
        double weight = quadrature->weight[i] / deviation * exp(-square / 2);
        double first = less / 2, second = (less * less - 2 * square) / 4;
        double part[] = {weight * quadrature->value[i] * quadrature->value[i],
                         weight * quadrature->slope[i] * quadrature->slope[i]};
        for (int k = 0; k < MEANS; k++) {
            sums->sum[k][0] += part[k];
            sums->sum[k][1] += part[k] * first;
            sums->sum[k][2] += part[k] * second;
        }
    }
}

/* What one step farther out than sample i would add. */
static double beyond(const Quadrature *quadrature, unsigned i, double deviation)
{
    double u = quadrature->x[i] / deviation;

    return fabs(u) * quadrature->value[i] * quadrature->value[i] * exp(-u * u / 2);
}

static Sums sums_at(const Quadrature *quadrature, double t)
{
    double deviation = exp(t / 2), scale = sqrt(2 * G_PI), lost = 0;
    double far = fmin(FARTHEST * deviation, quadrature->reach);
    double near = NEAREST * fmin(deviation, 1);
    Sums sums = {0};
    NodeRange left = quadrature_range(quadrature, -far, -near);
    NodeRange right = quadrature_range(quadrature, near, far);

    add_nodes(quadrature, left, deviation, &sums);
    add_nodes(quadrature, right, deviation, &sums);
    if (left.first < left.end)
        lost = fmax(lost, beyond(quadrature, left.first, deviation));
    if (right.first < right.end)
        lost = fmax(lost, beyond(quadrature, right.end - 1, deviation));
    sums.known = lost == 0 || lost <= LOST * sums.sum[SQUARE][0];
    for (int k = 0; k < MEANS; k++)
        for (int order = 0; order < 3; order++)
            sums.sum[k][order] /= scale;
    return sums;
}

static bool column_make(const Quadrature *quadrature, double t, Column *column)
{
    Sums sums = sums_at(quadrature, t);

    *column = (Column){.t = t};
    for (int k = 0; k < MEANS; k++) {
        const double *sum = sums.sum[k];
        Knot *knot = &column->mean[k];
        knot->plain = sum[0];
        knot->value = log(sum[0]);
        knot->d1 = sum[1] / sum[0];
        knot->d2 = sum[2] / sum[0] - knot->d1 * knot->d1;
        sums.known = sums.known && isfinite(sum[0]);
    }
    return sums.known;
}

/* --- The table --- */

/* Hermite's polynomial of fifth degree between two knots, at share 0 .. 1. */
static double interpolate(const Knot *a, const Knot *b, double width, double share)
{
    double s = share, r = 1 - share;
    double s3 = s * s * s, r3 = r * r * r;

    if (!(a->plain > NOTHING) || !(b->plain > NOTHING))
        return a->plain * r + b->plain * s;
    double value =
        r3 * (1 + s * (3 + 6 * s)) * a->value + s3 * (1 + r * (3 + 6 * r)) * b->value;
    double first =
        width * s * r * (r * r * (1 + 3 * s) * a->d1 - s * s * (1 + 3 * r) * b->d1);
    double second = width * width * s * s * r * r / 2 * (r * a->d2 + s * b->d2);
    return exp(value + first + second);
}

/* How far the table is off at three places between two columns. */
static double error_between(const MeanField *field, const Column *a, const Column *b)
{
    double worst = 0;

    for (int i = 1; i <= 3; i++) {
        double share = i / 4.0, width = b->t - a->t;
        Sums sums = sums_at(field->quadrature, a->t + share * width);
        for (int k = 0; k < MEANS; k++) {
            double found = interpolate(&a->mean[k], &b->mean[k], width, share);
            double away = fabs(found - sums.sum[k][0]);
            if (fmax(found, sums.sum[k][0]) > NOTHING)
                worst = fmax(worst, away / fmax(found, sums.sum[k][0]));
        }
    }
    return worst;
}

/* Adds the columns behind a up to b. */
static void fill(MeanField *field, const Column *a, const Column *b)
{
    double width = b->t - a->t, error = error_between(field, a, b);
    Column middle;

    if (error <= TABLE_ERROR || width <= NARROWEST ||
        !column_make(field->quadrature, a->t + width / 2, &middle)) {
        field->error = fmax(field->error, error);
        g_array_append_vals(field->columns, b, 1);
        return;
    }
    fill(field, a, &middle);
    fill(field, &middle, b);
}

/* Adds columns up to the last place below t at which the means are known. */
static void fill_end(MeanField *field, const Column *a, double t)
{
    enum { HALVINGS = 8 };
    Column last = *a, next;
    double low = a->t, high = t;

    for (int i = 0; i < HALVINGS; i++) {
        if (column_make(field->quadrature, (low + high) / 2, &next)) {
            last = next;
            low = next.t;
        } else {
            high = (low + high) / 2;
        }
    }
    if (last.t > a->t)
        fill(field, a, &last);
}

/* Wide steps far out, where most functions are powers. */
static double step_from(double t)
{
    return fabs(t) <= 24 ? 1 : 16;
}

static void fill_all(MeanField *field)
{
    Column a, b;
    double t = LOWEST;

    while (t < HIGHEST && !column_make(field->quadrature, t, &a))
        t += step_from(t);
    if (t >= HIGHEST)
        return;
    g_array_append_val(field->columns, a);
    for (t += step_from(t); t <= HIGHEST; t += step_from(t)) {
        if (!column_make(field->quadrature, t, &b)) {
            fill_end(field, &a, t);
            return;
        }
        fill(field, &a, &b);
        a = b;
    }
}

MeanField *mean_field_new(const Formula *formula, GError **error)
{
    Quadrature *quadrature = quadrature_new(formula, error);
    MeanField *field;

    if (!quadrature)
        return NULL;
    field = g_new0(MeanField, 1);
    field->quadrature = quadrature;
    field->columns = g_array_new(FALSE, FALSE, sizeof(Column));
    fill_all(field);
    return field;
}

void mean_field_free(MeanField *field)
{
    if (!field)
        return;
    quadrature_free(field->quadrature);
    g_array_unref(field->columns);
    g_free(field);
}

double mean_field_error(const MeanField *field)
{
    return field->error;
}

double mean_field_jump(const MeanField *field)
{
    return field->quadrature->jump;
}

const Quadrature *mean_field_quadrature(const MeanField *field)
{
    return field->quadrature;
}

/* --- Reading it --- */

static const Column *column_at(const MeanField *field, guint i)
{
    return &g_array_index(field->columns, Column, i);
}

static double look_up(const MeanField *field, double q, int mean)
{
    double t = log(q);
    guint low = 0, high = field->columns->len;

    if (isnan(q) || high == 0)
        return NAN;
    if (t <= column_at(field, 0)->t)
        return column_at(field, 0)->mean[mean].plain;
    if (t > column_at(field, high - 1)->t) {
        if (field->quadrature->overflows || q >= exp(HIGHEST - 16))
            return mean == SQUARE && column_at(field, high - 1)->mean[mean].d1 > 0.01
                       ? INFINITY
                       : column_at(field, high - 1)->mean[mean].plain;
        return NAN;
    }
    while (high - low > 1) { /* column low is below t, high is not */
        guint middle = low + (high - low) / 2;
        if (column_at(field, middle)->t < t)
            low = middle;
        else
            high = middle;
    }
    const Column *a = column_at(field, low), *b = column_at(field, high);
    return interpolate(&a->mean[mean], &b->mean[mean], b->t - a->t,
                       (t - a->t) / (b->t - a->t));
}

double mean_field_square(const MeanField *field, double q)
{
    return look_up(field, q, SQUARE);
}

double mean_field_slope_square(const MeanField *field, double q)
{
    return isnan(field->quadrature->jump) ? look_up(field, q, SLOPE_SQUARE) : NAN;
}

double mean_field_square_exact(const MeanField *field, double q)
{
    return sums_at(field->quadrature, log(q)).sum[SQUARE][0];
}

/* --- Layers --- */

double mean_field_variance(const MeanField *field, MeanFieldLayer layer, double q)
{
    double square = layer.sigma_w > 0 ? mean_field_square(field, q) : 0;

    return layer.sigma_w * layer.sigma_w * square + layer.sigma_b * layer.sigma_b;
}

double mean_field_depth(const MeanField *field, MeanFieldLayer layer, double q,
                        int depth)
{
    double last = NAN;

    for (int i = 0; i < depth && q != last; i++) {
        last = q;
        q = mean_field_variance(field, layer, q);
    }
    return q;
}

double mean_field_slope(const MeanField *field, MeanFieldLayer layer, double q)
{
    return layer.sigma_w * layer.sigma_w * mean_field_slope_square(field, q);
}

/* --- Fixed points --- */

/* By how much a layer moves log q. */
static double drift(const MeanField *field, MeanFieldLayer layer, double t)
{
    return log(mean_field_variance(field, layer, exp(t))) - t;
}

/* Between a and b, where the drifts have opposite signs. */
static double settle(const MeanField *field, MeanFieldLayer layer, double a, double b)
{
    enum { HALVINGS = 48 };
    bool rises = drift(field, layer, a) > 0;

    for (int i = 0; i < HALVINGS; i++) {
        double middle = a / 2 + b / 2;
        if ((drift(field, layer, middle) > 0) == rises)
            a = middle;
        else
            b = middle;
    }
    return a / 2 + b / 2;
}

/* Whether layers draw log q to that fixed point, not only past it and back. */
static bool attracts(const MeanField *field, MeanFieldLayer layer, double t)
{
    const double near = 1e-4;

    return drift(field, layer, t + near) - drift(field, layer, t - near) > -4 * near;
}

/* As layer by layer, but in steps that reach slow ends too: where layers move log q by
 * less than a hundredth it goes on by a hundredth, by one where q is far from 1. */
double mean_field_fixed_point(const MeanField *field, MeanFieldLayer layer, double q)
{
    const double slack = 1e-12 + 4 * field->error;
    double t = log(q), at = drift(field, layer, t);

    while (t > LOWEST && t < HIGHEST && isfinite(at)) {
        if (fabs(at) <= slack)
            return exp(t);
        double least = fabs(t) < 24 ? 0.01 : 1;
        double next = t + copysign(fmax(fabs(at), least), at);
        double there = drift(field, layer, next);
        if ((there > 0) != (at > 0) && isfinite(there)) {
            t = settle(field, layer, t, next);
            return attracts(field, layer, t) ? exp(t) : NAN;
        }
        t = next;
        at = there;
    }
    if (isnan(at))
        return NAN;
    return at > 0 ? INFINITY : 0;
}
