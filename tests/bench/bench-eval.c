/* bench-eval.c - ns an element of value alone, and of value and slope, for each
 * activation: 10 million doubles from -5 to 5, the best of three runs.
 *
 * Use: bench-eval [--threads N] [--shuffled] [--list] [FORMULA...]. Prints
 * `name,value,value_and_slope` for these formulas, else for the whole catalogue;
 * --list prints the catalogue's keys and measures nothing. --shuffled: x in no order,
 * so that no block is on one side of a switch point. The row `copy` is memcpy() of the
 * same array by one thread, once and twice: what writing the results costs at least.
 */
#include "activation/activation.h"
#include "formula/formula.h"
#include "formula/tape.h"

#include <glib.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { ELEMENTS = 10 * 1000 * 1000, ROUNDS = 3, THREADS_MOST = 64 };

typedef struct {
    double *x, *value, *slope;
} Arrays;

static void run(const Tape *tape, const Arrays *arrays, bool slope, int threads)
{
    if (tape) {
        tape_evaluate_with(
            tape, arrays->x, ELEMENTS,
            (double *const[]){arrays->value, slope ? arrays->slope : NULL}, threads);
        return;
    }
    memcpy(arrays->value, arrays->x, ELEMENTS * sizeof(double));
    if (slope)
        memcpy(arrays->slope, arrays->x, ELEMENTS * sizeof(double));
}

/* Of one thread its own time, which others on the machine do not lengthen; of more the
 * wall's. */
static double now_ns(int threads)
{
    struct timespec time;

    clock_gettime(threads == 1 ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e9 + (double)time.tv_nsec;
}

/* The best time of an element in nanoseconds. */
static double time_ns(const Tape *tape, const Arrays *arrays, bool slope, int threads)
{
    double best = INFINITY;

    for (int round = 0; round < ROUNDS; round++) {
        const double start = now_ns(threads);

        run(tape, arrays, slope, threads);
        best = MIN(best, now_ns(threads) - start);
    }
    return best / ELEMENTS;
}

static bool bench(const char *text, const Arrays *arrays, int threads)
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
    printf("%s,%.3f,", text, time_ns(value, arrays, false, threads));
    printf("%.3f\n", time_ns(both, arrays, true, threads));
    return true;
}

static bool bench_all(char *const *texts, const Arrays *arrays, int threads)
{
    bool fine = true;

    puts("name,value,value_and_slope");
    printf("copy,%.3f,", time_ns(NULL, arrays, false, threads));
    printf("%.3f\n", time_ns(NULL, arrays, true, threads));
    for (int i = 0; texts[i]; i++)
        fine = bench(texts[i], arrays, threads) && fine;
    for (unsigned i = 0; !texts[0] && i < activation_count(); i++)
        fine = bench(activation_get(i)->definition.key, arrays, threads) && fine;
    return fine;
}

/* Aligned as PyTorch's arrays are. */
static double *doubles_new(void)
{
    return g_aligned_alloc(ELEMENTS, sizeof(double), 64);
}

static void list(void)
{
    for (unsigned i = 0; i < activation_count(); i++)
        puts(activation_get(i)->definition.key);
}

/* x from -5 to 5, in order or in none that repeats. */
static void fill(const Arrays *arrays, bool shuffled)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(1);

    for (int i = 0; i < ELEMENTS; i++) {
        arrays->x[i] = -5 + 10.0 * i / (ELEMENTS - 1);
        arrays->value[i] = arrays->slope[i] = i; /* the pages are there */
    }
    for (int i = ELEMENTS - 1; shuffled && i > 0; i--) {
        const int other = g_rand_int_range(random, 0, i + 1);
        const double kept = arrays->x[i];

        arrays->x[i] = arrays->x[other];
        arrays->x[other] = kept;
    }
}

int main(int argc, char *argv[])
{
    const Arrays arrays = {doubles_new(), doubles_new(), doubles_new()};
    int threads = 1;
    bool shuffled = false, fine = true;

    for (argv++; *argv && g_str_has_prefix(*argv, "--"); argv++) {
        if (strcmp(*argv, "--list") == 0) {
            list();
            return 0;
        } else if (strcmp(*argv, "--shuffled") == 0) {
            shuffled = true;
        } else if (strcmp(*argv, "--threads") == 0 && argv[1]) {
            const int wanted = atoi(*++argv); /* CLAMP() takes it more than once */

            threads = CLAMP(wanted, 1, THREADS_MOST);
        } else {
            fprintf(stderr, "bench-eval: what is %s?\n", *argv);
            return 2;
        }
    }
    (void)argc;
    fill(&arrays, shuffled);
    fine = bench_all(argv, &arrays, threads);
    g_aligned_free(arrays.x);
    g_aligned_free(arrays.value);
    g_aligned_free(arrays.slope);
    return fine ? 0 : 1;
}
