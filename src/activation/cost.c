/* cost.c - a tape against the clock. */
#include "activation/cost.h"

#include "formula/tape.h"

double cost_measure(const Formula *formula, int order)
{
    enum { ELEMENTS = 1000000, RUNS = 7 };
    g_autoptr(Tape) tape = tape_new(formula, order);
    g_autofree double *x = g_new(double, ELEMENTS);
    g_autofree double *values = g_new(double, 3 * ELEMENTS);
    double *const results[] = {values, values + ELEMENTS, values + 2 * ELEMENTS};
    gint64 best = G_MAXINT64;

    for (int i = 0; i < ELEMENTS; i++)
        x[i] = -5 + 10.0 * (double)((gint64)i * 7919 % ELEMENTS) / ELEMENTS;
    for (int run = 0; run < RUNS; run++) {
        gint64 start = g_get_monotonic_time();
        tape_evaluate(tape, x, ELEMENTS, results);
        best = MIN(best, g_get_monotonic_time() - start);
    }
    return 1e3 * (double)MAX(best, 1) / ELEMENTS;
}
