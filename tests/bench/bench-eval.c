/* bench-eval.c - ns an element of value alone, and of value and slope, for each
 * activation: 10 million doubles from -5 to 5, the best of three runs.
 *
 * Use: bench-eval [--threads N] [--list] [FORMULA...]. Prints
 * `name,value,value_and_slope` for these formulas, else for the whole catalogue;
 * --list prints the catalogue's keys and measures nothing. The row `copy` is memcpy()
 * of the same array, once and twice: what writing the results costs at least. Threads
 * evaluate a slice of the array each, with one tape.
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

/* What one thread does: from these elements of x into these of the results. */
typedef struct {
    const Tape *tape; /* NULL: copy */
    const double *x;
    double *value, *slope; /* slope NULL: the value alone */
    size_t n;
} Slice;

static gpointer slice_run(gpointer data)
{
    const Slice *slice = data;

    if (slice->tape) {
        tape_evaluate(slice->tape, slice->x, slice->n,
                      (double *const[]){slice->value, slice->slope});
        return NULL;
    }
    memcpy(slice->value, slice->x, slice->n * sizeof(double));
    if (slice->slope)
        memcpy(slice->slope, slice->x, slice->n * sizeof(double));
    return NULL;
}

static void run(const Tape *tape, const Arrays *arrays, bool slope, int threads)
{
    Slice slices[THREADS_MOST];
    GThread *workers[THREADS_MOST];

    for (int t = 0; t < threads; t++) {
        const size_t first = (size_t)ELEMENTS / 8 * (size_t)t / (size_t)threads * 8;
        const size_t end = (size_t)ELEMENTS / 8 * (size_t)(t + 1) / (size_t)threads * 8;

        slices[t] = (Slice){tape, arrays->x + first, arrays->value + first,
                            slope ? arrays->slope + first : NULL, end - first};
        if (t > 0)
            workers[t] = g_thread_new("bench", slice_run, &slices[t]);
    }
    slice_run(&slices[0]);
    for (int t = 1; t < threads; t++)
        g_thread_join(workers[t]);
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

int main(int argc, char *argv[])
{
    Arrays arrays;
    int threads = 1;
    bool fine;

    if (argc == 2 && strcmp(argv[1], "--list") == 0) {
        list();
        return 0;
    }
    argv++;
    if (argc > 2 && strcmp(argv[0], "--threads") == 0) {
        threads = CLAMP(atoi(argv[1]), 1, THREADS_MOST);
        argv += 2;
    }
    arrays = (Arrays){doubles_new(), doubles_new(), doubles_new()};
    for (int i = 0; i < ELEMENTS; i++) {
        arrays.x[i] = -5 + 10.0 * i / (ELEMENTS - 1);
        arrays.value[i] = arrays.slope[i] = i; /* the pages are there */
    }
    fine = bench_all(argv, &arrays, threads);
    g_aligned_free(arrays.x);
    g_aligned_free(arrays.value);
    g_aligned_free(arrays.slope);
    return fine ? 0 : 1;
}
