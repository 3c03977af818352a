/* tape_threads.c - a large array evaluated by several threads. */
#include "formula/tape.h"

/* Slices begin where a page does in an array that begins there, and at whole blocks. */
enum { GRAIN = 512, RESULTS_MOST = 16 };

typedef struct {
    const Tape *tape;
    const double *x;
    size_t n;
    double *results[RESULTS_MOST];
} Slice;

static gpointer slice_evaluate(gpointer data)
{
    const Slice *slice = data;

    tape_evaluate(slice->tape, slice->x, slice->n, slice->results);
    return NULL;
}

void tape_evaluate_with(const Tape *tape, const double *x, size_t n,
                        double *const results[], int threads)
{
    const int roots = tape_roots(tape);
    const size_t grains = n / GRAIN, wanted = (size_t)MAX(threads, 1);
    const size_t count = MIN(wanted, MAX(grains, 1));
    g_autofree Slice *slices = g_new0(Slice, count);
    g_autofree GThread **others = g_new(GThread *, count);

    if (count == 1 || roots > RESULTS_MOST) {
        tape_evaluate(tape, x, n, results);
        return;
    }
    for (size_t t = 0; t < count; t++) {
        const size_t from = grains * t / count * GRAIN;
        const size_t end = t + 1 < count ? grains * (t + 1) / count * GRAIN : n;

        slices[t] = (Slice){.tape = tape, .x = x + from, .n = end - from};
        for (int k = 0; k < roots; k++)
            slices[t].results[k] = results[k] ? results[k] + from : NULL;
        if (t > 0)
            others[t] = g_thread_new("tape", slice_evaluate, &slices[t]);
    }
    slice_evaluate(&slices[0]);
    for (size_t t = 1; t < count; t++)
        g_thread_join(others[t]);
}
