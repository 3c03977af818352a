/* measure.c - records through parser and tape against the references. */
#include "measure.h"

#include "activation/activation.h"
#include "formula/formula.h"
#include "formula/tape.h"
#include "points.h"

#include <float.h>
#include <math.h>

enum {
    GRID_REACH = 60, /* zeros are looked for within it */
    GRID_STEPS = 64, /* a unit */
    ZONE_STEPS = 64, /* about a zero */
    PRECISION_MOST = 6400,
};

const double measure_bounds[JET_ORDERS] = {4, 8, 16};

/* What is beside a zero: the greatest size within 2, and how the function grows from
 * it: 1 as the distance, 2 as its square. */
typedef struct {
    double height, power;
} Beside;

/* A measurement under way. */
typedef struct {
    const CatalogueCase *row;
    Tape *tape;
    Measurement *result;
    GArray *beside[JET_ORDERS]; /* of Beside, for each zero */
} Measuring;

static void evaluate(const Tape *tape, const GArray *x, double *got[JET_ORDERS])
{
    for (int order = 0; order < JET_ORDERS; order++)
        got[order] = g_new(double, x->len);
    tape_evaluate(tape, &g_array_index(x, double, 0), x->len, got);
}

/* --- Zeros --- */

static double height_about(const double *value, int at, int count)
{
    double height = 0;

    for (int i = MAX(at - 2 * ZONE_STEPS, 0); i <= MIN(at + 2 * ZONE_STEPS, count - 1);
         i++)
        height = fmax(height, fabs(value[i]));
    return height;
}

/* Whether the middle one of three touches 0, or nearly. */
static bool is_touch(double a, double b, double c, double height)
{
    return fabs(b) < fabs(a) && fabs(b) < fabs(c) && fabs(b) < 1e-3 * height &&
           a * b >= 0 && b * c >= 0 && height > 0;
}

/* Changes of sign between neighbours of the grid, and touches; but for those at 0. */
static void find_zeros(Measuring *m)
{
    g_autoptr(GArray) x = g_array_new(FALSE, FALSE, sizeof(double));
    double *got[JET_ORDERS];
    const int half = GRID_REACH * GRID_STEPS;

    for (int i = -half; i <= half; i++) {
        const double at = (i + 0.25) / GRID_STEPS;
        g_array_append_val(x, at);
    }
    evaluate(m->tape, x, got);
    for (int order = 0; order < JET_ORDERS; order++) {
        for (int i = 1; i + 1 < (int)x->len; i++) {
            const double *at = &got[order][i];
            const double height = height_about(got[order], i, (int)x->len);
            const bool touch = is_touch(at[-1], at[0], at[1], height);
            const double zero =
                g_array_index(x, double, i) - (touch ? 0 : 0.5 / GRID_STEPS);
            const Beside beside = {height, touch ? 2 : 1};

            if (!(touch || at[-1] * at[0] < 0) || fabs(zero) < 1.0 / GRID_STEPS)
                continue;
            g_array_append_val(m->result->order[order].zeros, zero);
            g_array_append_val(m->beside[order], beside);
        }
        g_free(got[order]);
    }
}

/* The height of what swings about 0 near x, where that is ill-conditioned; 0: it is
 * not. At a distance d from a zero half a unit in the last place of x, as much as its
 * rounding, is worth |x|/d units of the result (twice that where it only touches 0):
 * where that is more than the goal, no formula keeps it. */
static double height_at(const Measuring *m, int order, double x)
{
    const Wave *wave = m->row->wave;
    const bool waves = wave != NULL && order >= wave->from_order;
    const GArray *zeros = m->result->order[order].zeros;
    const double reach = fabs(x) / measure_bounds[order];

    for (unsigned i = 0; i < zeros->len; i++) {
        const Beside *beside = &g_array_index(m->beside[order], Beside, i);

        if (fabs(x - g_array_index(zeros, double, i)) <= reach * beside->power)
            return waves ? pow(fmax(fabs(x), 1), wave->power) : beside->height;
    }
    return waves && fabs(x) > GRID_REACH ? pow(fabs(x), wave->power) : 0;
}

/* --- Comparing --- */

static void note(Worst *worst, double error, double x)
{
    if (!(error <= worst->error))
        *worst = (Worst){error, x};
}

static double error_absolute(double got, Real truth)
{
    return fabs(mpfr_get_d(real_sub(real(got), truth), MPFR_RNDN));
}

/* The error with as many digits as it takes for two precisions to agree; from so many
 * that 1 + tanh(-350) has some. */
static double error_sure(const Measuring *m, int order, double got, double x,
                         double *absolute, bool *normal)
{
    double before = NAN, error = INFINITY;

    for (int bits = 8 * REAL_PRECISION; bits <= PRECISION_MOST; bits *= 2) {
        real_set_precision(bits);
        const Real truth = m->row->reference(jet_variable(x)).order[order];
        error = real_error_ulp(got, truth);
        *absolute = error_absolute(got, truth);
        *normal = mpfr_cmpabs(truth, real(DBL_MIN)) >= 0 || isnan(got);
        if (fabs(error - before) <= 1e-3 * error || error == before)
            break;
        before = error;
    }
    real_set_precision(REAL_PRECISION);
    return error;
}

static void compare(const Measuring *m, int order, double got, double x, Real truth)
{
    Accuracy *accuracy = &m->result->order[order];
    double error = real_error_ulp(got, truth);
    double absolute = error_absolute(got, truth);
    bool normal = mpfr_cmpabs(truth, real(DBL_MIN)) >= 0 || isnan(got);
    Worst *worst = normal ? &accuracy->ulp : &accuracy->subnormal;

    if (error <= worst->error && !mpfr_nan_p(truth))
        return;
    if (!(error <= 1))
        error = error_sure(m, order, got, x, &absolute, &normal);
    worst = normal ? &accuracy->ulp : &accuracy->subnormal;
    if (!normal && got == 0) /* a zero is not worse than any other number */
        error = absolute / DBL_TRUE_MIN;
    if (error <= worst->error)
        return;
    if (error > measure_bounds[order]) {
        const double height = height_at(m, order, x);
        const double share = absolute / (DBL_EPSILON * height);

        if (height > 0 && share <= measure_bounds[order]) {
            note(&accuracy->absolute, share, x);
            accuracy->absolute_error = fmax(accuracy->absolute_error, absolute);
            return;
        }
    }
    note(worst, error, x);
}

/* The numbers are kept from the ring, as comparing may need many more. */
static void compare_point(const Measuring *m, double x, const double got[JET_ORDERS])
{
    const Jet jet = m->row->reference(jet_variable(x));
    mpfr_t truth[JET_ORDERS];

    for (int order = 0; order < JET_ORDERS; order++) {
        mpfr_init2(truth[order], REAL_PRECISION);
        mpfr_set(truth[order], jet.order[order], MPFR_RNDN);
    }
    for (int order = 0; order < JET_ORDERS; order++) {
        compare(m, order, got[order], x, truth[order]);
        mpfr_clear(truth[order]);
    }
}

static void compare_all(Measuring *m, const GArray *points)
{
    double *got[JET_ORDERS];

    evaluate(m->tape, points, got);
    for (unsigned i = 0; i < points->len; i++) {
        const double x = g_array_index(points, double, i);

        compare_point(m, x, (const double[]){got[0][i], got[1][i], got[2][i]});
    }
    for (int order = 0; order < JET_ORDERS; order++)
        g_free(got[order]);
}

Measurement *measure(const CatalogueCase *row, unsigned count)
{
    g_autoptr(Formula) formula =
        formula_new(row->key, &activation_scope, NULL, NULL, NULL);
    g_autoptr(Tape) tape = tape_new(formula, JET_ORDERS - 1);
    g_autoptr(GArray) points = points_new(7, count, -DBL_MAX, DBL_MAX, row->near);
    Measuring m = {row, tape, g_new0(Measurement, 1), {NULL}};

    for (int order = 0; order < JET_ORDERS; order++) {
        m.result->order[order].zeros = g_array_new(FALSE, FALSE, sizeof(double));
        m.beside[order] = g_array_new(FALSE, FALSE, sizeof(Beside));
    }
    m.result->points = points->len;
    find_zeros(&m);
    compare_all(&m, points);
    for (int order = 0; order < JET_ORDERS; order++)
        g_array_unref(m.beside[order]);
    return m.result;
}

void measurement_free(Measurement *measurement)
{
    if (measurement == NULL)
        return;
    for (int order = 0; order < JET_ORDERS; order++)
        g_array_unref(measurement->order[order].zeros);
    g_free(measurement);
}
