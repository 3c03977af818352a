/* tape_run.c - tapes evaluated, block by block. */
#include "formula/tape_inside.h"

#include <float.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

enum {
    STACK_DOUBLES = 1024,       /* scratch that needs no malloc() */
    STREAM_LEAST = 1024 * 1024, /* points of an array that no cache holds */
    PROBES = BLOCK_LEAST,       /* points that show a limit */
};

/* The temporaries of one evaluation; rows of width points, x first. */
typedef struct {
    const Tape *tape;
    double *rows;
    size_t width;
    bool stream; /* the results are stored past the caches */
} Run;

static double *run_row(const Run *run, unsigned number)
{
    const Tape *tape = run->tape;

    return number < tape->constant_count
               ? tape->constants + number * tape->block
               : run->rows + (number - tape->constant_count) * run->width;
}

static void run_step(const Run *run, const Step *step, size_t n)
{
    const double *argument[WORK_ARGUMENTS];

    for (int i = 0; i < step->arity; i++)
        argument[i] = run_row(run, step->argument[i]);
    step->kernel(n, argument, run_row(run, step->result));
}

/* The steps for n points from lo to hi. A branch that no point takes is left out, and
 * a choice that is the same for all is no choice: what a point gives is the same with
 * any neighbours. */
static void run_steps(const Run *run, size_t n, double lo, double hi)
{
    const GArray *steps = run->tape->steps;

    for (unsigned s = 0; s < steps->len; s++) {
        const Step *step = &g_array_index(steps, Step, s);
        const int taken = border_taken(&step->border, lo, hi);

        if (hi < step->lo || lo > step->hi)
            continue;
        if (taken < 0)
            run_step(run, step, n);
        else if (step->argument[taken] != step->result)
            memcpy(run_row(run, step->result), run_row(run, step->argument[taken]),
                   n * sizeof(double));
    }
}

/* The first set of probes for a limit, and the one for formulas that overflow. */
static const int probe_exponents[2][PROBES] = {
    {960, 970, 980, 990, 1000, 1010, 1020, 1024},
    {64, 128, 192, 256, 320, 384, 448, 508},
};

static double probe_at(int set, int i)
{
    return i == PROBES - 1 && set == 0 ? DBL_MAX : ldexp(1, probe_exponents[set][i]);
}

/* What eight values on the way to infinity tend to; see tape.h. */
static double limit_of(int set, const double value[PROBES])
{
    const double first = value[0], last = value[PROBES - 1];
    bool same = true, falling = true, growing = fabs(last) >= 1.05 * fabs(first);

    for (int i = 0; i < PROBES; i++) {
        if (isnan(value[i]))
            return NAN;
        same = same && value[i] == first;
        falling = falling && fabs(value[i]) <= pow(probe_at(set, i), -0.25);
        growing = growing && signbit(value[i]) == signbit(first) &&
                  (i == 0 || fabs(value[i]) >= fabs(value[i - 1]));
    }
    if (same)
        return first;
    if (falling)
        return copysign(0, last);
    return growing ? copysign(INFINITY, last) : NAN;
}

/* The limit of root k for x towards infinity of that sign. */
static double tape_limit(const Tape *tape, int k, double sign)
{
    double limit = NAN;

    for (int set = 0; set < 2 && isnan(limit); set++) {
        Run run = {.tape = tape, .width = PROBES};

        run.rows = tape_doubles_new(tape->temporary_count, PROBES);
        for (int i = 0; i < PROBES; i++)
            run.rows[i] = copysign(probe_at(set, i), sign);
        run_steps(&run, PROBES, -INFINITY, INFINITY);
        limit = limit_of(set, run_row(&run, tape->roots[k]));
        g_aligned_free(run.rows);
    }
    return limit;
}

/* Puts right what the formula itself does not say at NaN and at infinity. */
static void run_mend(const Run *run, size_t n, const double *x, int k, double *result)
{
    for (size_t i = 0; i < n; i++) {
        if (isnan(x[i]))
            result[i] = NAN;
        else if (isinf(x[i]) && isnan(result[i]))
            result[i] = tape_limit(run->tape, k, x[i]);
    }
}

static void run_store(const Run *run, size_t n, const double *row, double *result)
{
    if (run->stream)
        kernel_stream(n, row, result);
    else
        memcpy(result, row, n * sizeof(double));
}

/* One block: n <= width points from x into the results at offset. */
static void run_block(const Run *run, const double *x, size_t n,
                      double *const results[], size_t offset)
{
    const Tape *tape = run->tape;
    const size_t padded = (n + BLOCK_LEAST - 1) / BLOCK_LEAST * BLOCK_LEAST;
    double lo, hi;
    const bool finite = kernel_copy(n, x + offset, run->rows, &lo, &hi);

    for (size_t i = n; i < padded; i++)
        run->rows[i] = run->rows[n - 1];
    run_steps(run, padded, lo, hi);
    for (int k = 0; k < tape->root_count; k++) {
        if (!results[k])
            continue;
        run_store(run, n, run_row(run, tape->roots[k]), results[k] + offset);
        if (!finite)
            run_mend(run, n, run->rows, k, results[k] + offset);
    }
}

void tape_evaluate(const Tape *tape, const double *x, size_t n, double *const results[])
{
    double stack[STACK_DOUBLES] __attribute__((aligned(64)));
    const size_t padded = n > tape->block ? tape->block : (n + 7) / 8 * 8;
    const size_t size = padded * tape->temporary_count;
    Run run = {.tape = tape, .width = padded, .stream = n >= STREAM_LEAST};

    if (n == 0)
        return;
    run.rows = size <= STACK_DOUBLES ? stack : tape_doubles_new(size, 1);
    for (size_t offset = 0; offset < n; offset += run.width)
        run_block(&run, x, MIN(run.width, n - offset), results, offset);
    if (run.rows != stack)
        g_aligned_free(run.rows);
}

void tape_evaluate_at(const Tape *tape, double x, double results[])
{
    double *pointers[16] = {NULL};
    double **each = tape->root_count <= (int)G_N_ELEMENTS(pointers)
                        ? pointers
                        : g_new(double *, (gsize)tape->root_count);

    for (int k = 0; k < tape->root_count; k++)
        each[k] = &results[k];
    tape_evaluate(tape, &x, 1, each);
    if (each != pointers)
        g_free(each);
}
