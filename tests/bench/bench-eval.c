/* bench-eval.c - ns an element of value alone, and of value and slope, for each
 * activation: 10 million doubles from -5 to 5, one thread, the best of three runs.
 *
 * Prints `name,value,value_and_slope`. The row `copy` is memcpy() of the same array,
 * once and twice: what writing the results costs at least. `bench-eval NAME...` runs
 * these formulas only.
 */
#include "activation/activation.h"
#include "formula/formula.h"
#include "formula/tape.h"

#include <glib.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { ELEMENTS = 10 * 1000 * 1000, ROUNDS = 3 };

typedef struct {
    double *x, *value, *slope;
} Arrays;

static void copy_arrays(const Tape *tape, const Arrays *arrays, double *slope)
{
    (void)tape;
    memcpy(arrays->value, arrays->x, ELEMENTS * sizeof(double));
    if (slope)
        memcpy(slope, arrays->x, ELEMENTS * sizeof(double));
}

static void evaluate_arrays(const Tape *tape, const Arrays *arrays, double *slope)
{
    tape_evaluate(tape, arrays->x, ELEMENTS, (double *const[]){arrays->value, slope});
}

/* The best time of an element in nanoseconds; slope NULL: the value alone. */
static double time_ns(void (*run)(const Tape *, const Arrays *, double *),
                      const Tape *tape, const Arrays *arrays, double *slope)
{
    double best = INFINITY;

    for (int round = 0; round < ROUNDS; round++) {
        const gint64 start = g_get_monotonic_time();

        run(tape, arrays, slope);
        best = MIN(best, (double)(g_get_monotonic_time() - start));
    }
    return best * 1000 / ELEMENTS;
}

static bool bench(const char *text, const Arrays *arrays)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Formula) formula =
        formula_new(text, &activation_scope, NULL, NULL, &error);
    g_autoptr(Tape) value = NULL;
    g_autoptr(Tape) both = NULL;

    if (!formula) {
        fprintf(stderr, "bench-eval: %s\n", error->message);
        return false;
    }
    value = tape_new(formula, 0);
    both = tape_new(formula, 1);
    printf("%s,%.2f,", text, time_ns(evaluate_arrays, value, arrays, NULL));
    printf("%.2f\n", time_ns(evaluate_arrays, both, arrays, arrays->slope));
    return true;
}

int main(int argc, char *argv[])
{
    const Arrays arrays = {g_new(double, ELEMENTS), g_new0(double, ELEMENTS),
                           g_new0(double, ELEMENTS)};
    bool fine = true;

    for (int i = 0; i < ELEMENTS; i++)
        arrays.x[i] = -5 + 10.0 * i / (ELEMENTS - 1);
    puts("name,value,value_and_slope");
    printf("copy,%.2f,", time_ns(copy_arrays, NULL, &arrays, NULL));
    printf("%.2f\n", time_ns(copy_arrays, NULL, &arrays, arrays.slope));
    for (int i = 1; i < argc; i++)
        fine = bench(argv[i], &arrays) && fine;
    for (unsigned i = 0; argc == 1 && i < activation_count(); i++)
        fine = bench(activation_get(i)->definition.key, &arrays) && fine;

    g_free(arrays.x);
    g_free(arrays.value);
    g_free(arrays.slope);
    return fine ? 0 : 1;
}
