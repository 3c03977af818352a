/* test-facts.c - Lipschitz constants, asymptotes, ranges, zeros and extrema of every
 * record against MPFR: the references of catalogue.c and their Taylor arithmetic,
 * looked at in many points; nothing of the program's search or intervals is used.
 */
#include "activation/activation.h"

#define Jet SwitchJet /* the program has a type of that name too */
#include "activation/facts.h"
#undef Jet

#include "catalogue.h"
#include "formula/double_rank.h"

#include <math.h>

enum { PRECISION = 400 }; /* bits: f(1e30) - 1e30 has digits left */

static double reference_at(const CatalogueCase *row, int order, double x)
{
    return mpfr_get_d(row->reference(jet_variable(x)).order[order], MPFR_RNDN);
}

/* --- What lies on the line --- */

/* From -1e6 to 1e6: evenly within 12, by ratio beyond, and both neighbours of each
 * place that the case names. */
static GArray *places_new(const CatalogueCase *row)
{
    enum { EVEN = 32, RATIOS = 40 };
    GArray *places = g_array_new(FALSE, FALSE, sizeof(double));

    for (int i = -12 * EVEN; i <= 12 * EVEN; i++) {
        const double x = (double)i / EVEN;
        g_array_append_val(places, x);
    }
    for (int i = 1; i <= RATIOS; i++)
        for (int side = -1; side <= 1; side += 2) {
            const double x = side * 12 * pow(1e6 / 12, (double)i / RATIOS);
            g_array_append_val(places, x);
        }
    for (const double *near = row->near; near && !isnan(*near); near++)
        for (int step = -1; step <= 1; step++) {
            const double x = double_step(*near, step);
            g_array_append_val(places, x);
        }
    return places;
}

/* The greatest of sign * derivative of that order: the best place, then halving steps
 * to both sides. *least_step: half the spacing, where a place of a grid may be off. */
static double greatest(const CatalogueCase *row, const GArray *places, int order,
                       double sign, double *at)
{
    double best = -INFINITY;

    for (unsigned i = 0; i < places->len; i++) {
        const double x = g_array_index(places, double, i);
        const double value = sign * reference_at(row, order, x);
        if (value > best) {
            best = value;
            *at = x;
        }
    }
    for (double step = fmax(fabs(*at), 1) / 16; step > 1e-9 * fmax(fabs(*at), 1);
         step /= 2)
        for (int side = -1; side <= 1; side += 2) {
            const double x = *at + side * step;
            const double value = sign * reference_at(row, order, x);
            if (value > best) {
                best = value;
                *at = x;
            }
        }
    return best;
}

static void assert_near(const char *key, const char *what, double got, double truth,
                        double error)
{
    g_test_message("%s: %s %.17g, %.17g by MPFR", key, what, got, truth);
    if (!(fabs(got - truth) <= error * fmax(fabs(truth), 1e-3)))
        g_test_fail_printf("%s: %s is %.17g, not %.17g", key, what, got, truth);
}

/* An end of a range is what the line shows, or a limit that it does not pass. */
static void check_end(const CatalogueCase *row, const GArray *places, int order,
                      const RangeEnd *end, double sign)
{
    double at = 0;
    const double seen = sign * greatest(row, places, order, sign, &at);
    const char *what = order == 0 ? (sign < 0 ? "least value" : "greatest value")
                                  : (sign < 0 ? "least slope" : "greatest slope");

    if (isnan(end->value))
        return;
    if (isinf(end->value)) {
        if (fabs(seen) < 100) /* arcsinh grows slowly */
            g_test_fail_printf("%s: %s is not infinite: %g", row->key, what, seen);
        return;
    }
    /* Limits are approached as slowly as 1/x: the places reach to 1e6. */
    assert_near(row->key, what, end->value, seen, end->closed ? 1e-12 : 1e-5);
    if (sign * (seen - end->value) > 1e-14 * fmax(fabs(seen), 1e-3))
        g_test_fail_printf("%s: %s is passed at %.17g: %.17g", row->key, what, at,
                           seen);
}

static void check_lipschitz(const CatalogueCase *row, const GArray *places,
                            const Facts *facts)
{
    double up_at = 0, down_at = 0;
    const double up = greatest(row, places, 1, 1, &up_at);
    const double down = greatest(row, places, 1, -1, &down_at);

    if (isnan(facts->lipschitz.value) || isinf(facts->lipschitz.value))
        return; /* the range of f' says the same and is looked at */
    assert_near(row->key, "Lipschitz constant", facts->lipschitz.value, fmax(up, down),
                1e-5);
    if (fmax(up, down) > facts->lipschitz.value * (1 + 1e-14))
        g_test_fail_printf("%s: the slope passes the Lipschitz constant", row->key);
}

/* f(x) - (slope x + intercept) tends to 0. */
static void check_asymptote(const CatalogueCase *row, const Asymptote *asymptote,
                            int side)
{
    const double slope = asymptote->slope.value;
    const double intercept = asymptote->intercept.value;
    const double x = side * 0x1p66;
    Real rest;

    if (isnan(slope) || isnan(intercept))
        return;
    rest = real_sub(row->reference(jet_variable(x)).order[0],
                    real_add(real_mul(real(slope), real(x)), real(intercept)));
    /* The slope is a double: its own rounding times x is left out. */
    const double allowed = fabs(slope) * 0x1p-52 * fabs(x) * (slope != rint(slope));
    const double off = fabs(mpfr_get_d(rest, MPFR_RNDN));

    g_test_message("%s: %g x + %.17g is off by %g at %g", row->key, slope, intercept,
                   off, x);
    if (!(off <= allowed + 1e-13 * fmax(fabs(intercept), 1e-3)))
        g_test_fail_printf("%s: %.17g x + %.17g is no asymptote, off by %g at %g",
                           row->key, slope, intercept, off, x);
}

/* The intercept by itself: f(x) - x f'(x), where the slope is no whole number. */
static void check_intercept(const CatalogueCase *row, const Asymptote *asymptote,
                            int side)
{
    const double x = side * 0x1p66;
    const Jet jet = row->reference(jet_variable(x));
    const Real rest = real_sub(jet.order[0], real_mul(real(x), jet.order[1]));

    if (isnan(asymptote->slope.value) || isnan(asymptote->intercept.value) ||
        asymptote->slope.value == 0) /* sinc swings about its own */
        return;
    assert_near(row->key, "slope far out", asymptote->slope.value,
                mpfr_get_d(jet.order[1], MPFR_RNDN), 1e-13);
    assert_near(row->key, "intercept", asymptote->intercept.value,
                mpfr_get_d(rest, MPFR_RNDN), 1e-13);
}

/* --- Zeros: the reference changes its sign within two places of a double --- */

static double shifted_at(const CatalogueCase *row, int order, double x, double slope)
{
    const Real value = row->reference(jet_variable(x)).order[order];
    return mpfr_get_d(real_sub(value, real_mul(real(slope), real(x))), MPFR_RNDN);
}

static void check_zeros(const CatalogueCase *row, const char *what, const GArray *list,
                        int order, double slope)
{
    for (unsigned i = 0; i < list->len; i++) {
        const Stretch *zero = &g_array_index(list, Stretch, i);
        const double x = zero->lo;
        if (zero->lo != zero->hi || x == 0)
            continue;
        const double left = shifted_at(row, order, double_step(x, -2), slope);
        const double right = shifted_at(row, order, double_step(x, 2), slope);

        g_test_message("%s: %s at %.17g: %g, %g", row->key, what, x, left, right);
        if (left * right > 0 && fmin(fabs(left), fabs(right)) > 1e-28) /* a touch */
            g_test_fail_printf("%s: %s is not at %.17g", row->key, what, x);
    }
}

static void check_extrema(const CatalogueCase *row, const Facts *facts)
{
    for (unsigned i = 0; i < facts->extrema->len; i++) {
        const Extremum *extremum = &g_array_index(facts->extrema, Extremum, i);
        const double x = extremum->at.lo;
        if (extremum->at.lo != extremum->at.hi || !isfinite(x))
            continue;
        assert_near(row->key, "extremum", extremum->value, reference_at(row, 0, x),
                    1e-15);
    }
}

static void test_facts(gconstpointer data)
{
    const CatalogueCase *row = data;
    g_autoptr(Formula) formula =
        formula_new(row->key, &activation_scope, NULL, NULL, NULL);
    g_autoptr(Facts) facts = facts_new(formula, NULL);
    g_autoptr(GArray) places = places_new(row);

    real_set_precision(PRECISION);
    for (int end = 0; end < 2; end++) {
        check_end(row, places, 0, &facts->range[end], end == 0 ? -1 : 1);
        check_end(row, places, 1, &facts->derivative_range[end], end == 0 ? -1 : 1);
    }
    check_lipschitz(row, places, facts);
    check_asymptote(row, &facts->left, -1);
    check_asymptote(row, &facts->right, 1);
    check_intercept(row, &facts->left, -1);
    check_intercept(row, &facts->right, 1);
    check_zeros(row, "a zero", facts->zeros.stretches, 0, 0);
    check_zeros(row, "a fixed point", facts->fixed_points.stretches, 0, 1);
    check_extrema(row, facts);
    real_set_precision(REAL_PRECISION);
}

int main(int argc, char *argv[])
{
    int status;

    g_test_init(&argc, &argv, NULL);
    for (const CatalogueCase *row = catalogue_cases; row->key != NULL; row++) {
        g_autofree char *path = g_strdup_printf("/oracle/facts/%s", row->key);
        g_test_add_data_func(path, row, test_facts);
    }
    status = g_test_run();
    real_release();
    return status;
}
