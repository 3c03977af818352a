/* moment_table.c - means of squares with their slopes and curvatures over log q. */
#include "network/moment_table.h"

#include "formula/tape.h"

#include <math.h>

enum { BLOCK = 256 }; /* samples at a time */

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

/* The logarithm of a mean with its derivatives by log q. */
typedef struct {
    double value, d1, d2;
    double plain; /* the mean itself */
} Knot;

typedef struct {
    double t; /* log q */
    Knot mean[MOMENT_MEANS];
} Column;

struct MomentTable {
    const Quadrature *quadrature;
    Formula *power;    /* exp(x) */
    Tape *exponential; /* of it: the same bits on every processor */
    GArray *columns;   /* of Column, in order */
    GArray *starts; /* of guint: the first column beyond the lowest t and 0, 1, ... */
    double error;
};

/* --- One mean --- */

typedef struct {
    double sum[MOMENT_MEANS][3]; /* the mean, its derivatives by log q */
    bool known;
} Sums;

/* Some samples at a time: their z, and the normal density there but for its scale. */
static void weigh(const MomentTable *table, const double *x, unsigned count,
                  double deviation, double *square, double *density)
{
    double scale = 1 / deviation;

    for (unsigned i = 0; i < count; i++) {
        double u = x[i] * scale;
        square[i] = u * u;
        density[i] = -u * u / 2;
    }
    tape_evaluate(table->exponential, density, count, &density);
}

static void add_samples(const MomentTable *table, NodeRange range, double deviation,
                        Sums *sums)
{
    const Quadrature *quadrature = table->quadrature;
    double square[BLOCK], density[BLOCK];

    for (unsigned from = range.first; from < range.end; from += BLOCK) {
        unsigned count = MIN(BLOCK, range.end - from);
        weigh(table, quadrature->x + from, count, deviation, square, density);
        for (unsigned i = 0; i < count; i++) {
            double less = square[i] - 1;
            double weight = quadrature->weight[from + i] * density[i] / deviation;
            double value = quadrature->value[from + i];
            double slope = quadrature->slope[from + i];
            double first = less / 2, second = (less * less - 2 * square[i]) / 4;
            double part[] = {weight * value * value, weight * slope * slope};
            for (int k = 0; k < MOMENT_MEANS; k++) {
                sums->sum[k][0] += part[k];
                sums->sum[k][1] += part[k] * first;
                sums->sum[k][2] += part[k] * second;
            }
        }
    }
}

/* What one step farther out than sample i would add. */
static double beyond(const Quadrature *quadrature, unsigned i, double deviation)
{
    double u = quadrature->x[i] / deviation;

    return fabs(u) * quadrature->value[i] * quadrature->value[i] * exp(-u * u / 2);
}

static Sums sums_at(const MomentTable *table, double t)
{
    const Quadrature *quadrature = table->quadrature;
    double deviation = exp(t / 2), scale = sqrt(2 * G_PI), lost = 0;
    double far = fmin(FARTHEST * deviation, quadrature->reach);
    double near = NEAREST * fmin(deviation, 1);
    Sums sums = {0};
    NodeRange left = quadrature_range(quadrature, -far, -near);
    NodeRange right = quadrature_range(quadrature, near, far);

    add_samples(table, left, deviation, &sums);
    add_samples(table, right, deviation, &sums);
    if (left.first < left.end)
        lost = fmax(lost, beyond(quadrature, left.first, deviation));
    if (right.first < right.end)
        lost = fmax(lost, beyond(quadrature, right.end - 1, deviation));
    sums.known = lost == 0 || lost <= LOST * sums.sum[MOMENT_OF_VALUE][0];
    for (int k = 0; k < MOMENT_MEANS; k++)
        for (int order = 0; order < 3; order++)
            sums.sum[k][order] /= scale;
    return sums;
}

static bool column_of_sums(const Sums *sums, double t, Column *column)
{
    bool known = sums->known;

    *column = (Column){.t = t};
    for (int k = 0; k < MOMENT_MEANS; k++) {
        const double *sum = sums->sum[k];
        Knot *knot = &column->mean[k];
        knot->plain = sum[0];
        knot->value = log(sum[0]);
        knot->d1 = sum[1] / sum[0];
        knot->d2 = sum[2] / sum[0] - knot->d1 * knot->d1;
        known = known && isfinite(sum[0]);
    }
    return known;
}

static bool column_make(const MomentTable *table, double t, Column *column)
{
    Sums sums = sums_at(table, t);

    return column_of_sums(&sums, t, column);
}

/* --- The table --- */

/* The logarithm by Hermite's polynomial of fifth degree between two knots, at share
 * 0 .. 1. */
static double interpolate(const Knot *a, const Knot *b, double width, double share)
{
    double s = share, r = 1 - share;
    double s3 = s * s * s, r3 = r * r * r;

    if (!(a->plain > NOTHING) || !(b->plain > NOTHING))
        return log(a->plain * r + b->plain * s);
    double value =
        r3 * (1 + s * (3 + 6 * s)) * a->value + s3 * (1 + r * (3 + 6 * r)) * b->value;
    double first =
        width * s * r * (r * r * (1 + 3 * s) * a->d1 - s * s * (1 + 3 * r) * b->d1);
    double second = width * width * s * s * r * r / 2 * (r * a->d2 + s * b->d2);
    return value + first + second;
}

/* How far the table would be off between two columns, at a place of which sums are. */
static double error_at(const Column *a, const Column *b, double share, const Sums *sums)
{
    double worst = 0;

    for (int k = 0; k < MOMENT_MEANS; k++) {
        double found = exp(interpolate(&a->mean[k], &b->mean[k], b->t - a->t, share));
        double truth = sums->sum[k][0];
        if (fmax(found, truth) > NOTHING)
            worst = fmax(worst, fabs(found - truth) / fmax(found, truth));
    }
    return worst;
}

/* Adds the columns behind a up to b. The middle shows the error, as does a quarter. */
static void fill(MomentTable *table, const Column *a, const Column *b)
{
    double width = b->t - a->t;
    Sums half = sums_at(table, a->t + width / 2);
    double error = error_at(a, b, 0.5, &half);
    Column middle;

    if (error <= TABLE_ERROR) {
        Sums quarter = sums_at(table, a->t + width / 4);
        error = fmax(error, error_at(a, b, 0.25, &quarter));
    }
    if (error <= TABLE_ERROR || width <= NARROWEST ||
        !column_of_sums(&half, a->t + width / 2, &middle)) {
        table->error = fmax(table->error, error);
        g_array_append_vals(table->columns, b, 1);
        return;
    }
    fill(table, a, &middle);
    fill(table, &middle, b);
}

/* Adds columns up to the last place below t at which the means are known. */
static void fill_end(MomentTable *table, const Column *a, double t)
{
    enum { HALVINGS = 8 };
    Column last = *a, next;
    double low = a->t, high = t;

    for (int i = 0; i < HALVINGS; i++) {
        if (column_make(table, (low + high) / 2, &next)) {
            last = next;
            low = next.t;
        } else {
            high = (low + high) / 2;
        }
    }
    if (last.t > a->t)
        fill(table, a, &last);
}

/* Wide steps far out, where most functions are powers. */
static double step_from(double t)
{
    return fabs(t) <= 24 ? 1 : 16;
}

static void fill_all(MomentTable *table)
{
    Column a, b;
    double t = LOWEST;

    while (t < HIGHEST && !column_make(table, t, &a))
        t += step_from(t);
    if (t >= HIGHEST)
        return;
    g_array_append_val(table->columns, a);
    for (t += step_from(t); t <= HIGHEST; t += step_from(t)) {
        if (!column_make(table, t, &b)) {
            fill_end(table, &a, t);
            return;
        }
        fill(table, &a, &b);
        a = b;
    }
}

/* Where to begin to look for a column. */
static void index_columns(MomentTable *table)
{
    guint next = 0;

    for (int step = 0; next < table->columns->len; step++) {
        double lowest = g_array_index(table->columns, Column, 0).t;
        g_array_append_val(table->starts, next);
        while (next < table->columns->len &&
               g_array_index(table->columns, Column, next).t <= lowest + step + 1)
            next++;
    }
    g_array_append_val(table->starts, next);
}

MomentTable *moment_table_new(const Quadrature *quadrature)
{
    MomentTable *table = g_new0(MomentTable, 1);

    table->quadrature = quadrature;
    table->power = formula_new("exp(x)", NULL, NULL, NULL, NULL);
    table->exponential = tape_new(table->power, 0);
    table->columns = g_array_new(FALSE, FALSE, sizeof(Column));
    table->starts = g_array_new(FALSE, FALSE, sizeof(guint));
    fill_all(table);
    index_columns(table);
    return table;
}

void moment_table_free(MomentTable *table)
{
    if (!table)
        return;
    tape_free(table->exponential);
    formula_free(table->power);
    g_array_unref(table->columns);
    g_array_unref(table->starts);
    g_free(table);
}

double moment_table_error(const MomentTable *table)
{
    return table->error;
}

double moment_table_exact(const MomentTable *table, double t, MomentMean mean)
{
    return log(sums_at(table, t).sum[mean][0]);
}

/* --- Reading it --- */

static const Column *column_at(const MomentTable *table, guint i)
{
    return &g_array_index(table->columns, Column, i);
}

/* Beyond the last column. */
static double above(const MomentTable *table, double t, MomentMean mean)
{
    const Knot *last = &column_at(table, table->columns->len - 1)->mean[mean];

    if (!table->quadrature->overflows && t < HIGHEST - 16)
        return NAN;
    return last->d1 > 0.01 ? INFINITY : last->value;
}

double moment_table_log(const MomentTable *table, double t, MomentMean mean)
{
    guint count = table->columns->len;

    if (isnan(t) || count == 0)
        return NAN;
    double away = t - column_at(table, 0)->t;
    if (away <= 0)
        return column_at(table, 0)->mean[mean].value;
    if (t > column_at(table, count - 1)->t)
        return above(table, t, mean);
    guint high = g_array_index(table->starts, guint, (guint)away);
    while (column_at(table, high)->t < t)
        high++;
    const Column *a = column_at(table, high - 1), *b = column_at(table, high);
    return interpolate(&a->mean[mean], &b->mean[mean], b->t - a->t,
                       (t - a->t) / (b->t - a->t));
}
