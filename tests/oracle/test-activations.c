/* test-activations.c - every record of the catalogue, through parser and tape, against
 * MPFR: value within 4 ulp, slope within 8, curvature within 16; about zeros so much of
 * the height nearby; subnormal results within 8 of 2^-1074.
 */
#include "activation/activation.h"
#include "measure.h"
#include "points.h"

#include <string.h>

enum { POINTS = 2500, SUBNORMAL_MOST = 8 };

static void test_accuracy(gconstpointer data)
{
    const CatalogueCase *row = data;
    g_autoptr(Measurement) measurement = measure(row, points_count(POINTS));

    for (int order = 0; order < JET_ORDERS; order++) {
        const Worst *worst = &measurement->order[order].ulp;
        const Worst *subnormal = &measurement->order[order].subnormal;
        const char *primes = &"''"[JET_ORDERS - 1 - order];

        g_test_message("%s%s: at most %.3f ulp, at %.17g, in %u points", row->key,
                       primes, worst->error, worst->x, measurement->points);
        if (!(worst->error <= measure_bounds[order]))
            g_test_fail_printf("%s%s is %g ulp off at %.17g", row->key, primes,
                               worst->error, worst->x);
        if (!(subnormal->error <= SUBNORMAL_MOST))
            g_test_fail_printf("%s%s is %g parts of 2^-1074 off at %.17g", row->key,
                               primes, subnormal->error, subnormal->x);
    }
}

/* Every record has its reference. */
static void test_complete(void)
{
    const Activation *activation;

    for (unsigned i = 0; (activation = activation_get(i)) != NULL; i++) {
        const CatalogueCase *row = catalogue_cases;

        while (row->key != NULL && strcmp(row->key, activation->definition.key) != 0)
            row++;
        g_test_message("%s", activation->definition.key);
        g_assert_nonnull(row->key);
    }
}

int main(int argc, char *argv[])
{
    int status;

    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/oracle/activation/complete", test_complete);
    for (const CatalogueCase *row = catalogue_cases; row->key != NULL; row++) {
        g_autofree char *path = g_strdup_printf("/oracle/activation/%s", row->key);
        g_test_add_data_func(path, row, test_accuracy);
    }
    status = g_test_run();
    real_release();
    return status;
}
