/* tape_run.c - tapes evaluated, block by block. */
#include "formula/tape_care.h"
#include "formula/tape_inside.h"

#include <float.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

enum {
    STACK_DOUBLES = 2048,       /* scratch that needs no malloc() */
    STREAM_LEAST = 1024 * 1024, /* points of an array that no cache holds */
    PROBES = BLOCK_LEAST,       /* points that show a limit */
};

static bool is_aligned(const double *at)
{
    return (uintptr_t)at % 64 == 0;
}

/* One evaluation: where each register's points are. The constants' are the tape's own,
 * x may stand in the caller's array, the others are rows of width points. */
typedef struct {
    const Tape *tape;
    const double **rows;
    double *own; /* the rows of x and the temporaries */
    size_t width;
    double y;        /* of all points */
    bool stream;     /* the results are stored past the caches */
    bool apart;      /* no result is written over x */
    Stretch stretch; /* of the block that comes next */
    bool known;      /* so is that */
    Care *care;      /* NULL: no point needs any */
} Run;

static double *run_own_row(const Run *run, unsigned number)
{
    return run->own + (number - run->tape->constant_count) * run->width;
}

/* Rows for blocks of width points; run_end() frees them. */
static void run_begin(Run *run, const Tape *tape, size_t width, double *stack)
{
    const unsigned count = tape->constant_count + tape->temporary_count;
    const size_t size = width * tape->temporary_count;

    run->tape = tape;
    run->width = width;
    run->rows = g_new(const double *, count);
    run->own = stack && size <= STACK_DOUBLES ? stack : tape_doubles_new(size, 1);
    for (unsigned i = 0; i < tape->constant_count; i++)
        run->rows[i] = tape->constants + i * tape->block;
    for (unsigned i = tape->constant_count; i < count; i++)
        run->rows[i] = run_own_row(run, i);
    for (size_t i = 0; tape->y > 0 && i < width; i++)
        run_own_row(run, tape->y)[i] = run->y;
}

static void run_end(Run *run, const double *stack)
{
    if (run->own != stack)
        g_aligned_free(run->own);
    g_free(run->rows);
}

static void run_step(const Run *run, const Step *step, size_t n)
{
    const double *argument[WORK_ARGUMENTS];
    double *result = run_own_row(run, step->result);

    for (int i = 0; i < step->arity; i++)
        argument[i] = run->rows[step->argument[i]];
    step->kernel(n, argument, result);
    run->rows[step->result] = result;
    if (run->care && step->watch.roots)
        care_note(run->care, step, n, argument, result,
                  run->rows[run->tape->constant_count]);
}

/* The step's result is the argument that all points take. Constants and x stay where
 * they are; a temporary's row may be another's soon, unless no step follows. */
static void run_take(const Run *run, const Step *step, unsigned taken, size_t n,
                     bool last)
{
    double *result = run_own_row(run, step->result);

    if (taken <= run->tape->constant_count || last) {
        run->rows[step->result] = run->rows[taken];
        return;
    }
    if (run->rows[taken] != result)
        memcpy(result, run->rows[taken], n * sizeof(double));
    run->rows[step->result] = result;
}

/* Root row that may be written; NULL: it is a constant or x. */
static double *run_own_copy(const Run *run, unsigned number, size_t n)
{
    double *own;

    if (number <= run->tape->constant_count || number == run->tape->y)
        return NULL;
    own = run_own_row(run, number);
    if (run->rows[number] != own)
        memcpy(own, run->rows[number], n * sizeof(double));
    run->rows[number] = own;
    return own;
}

/* The steps for n points of that stretch. A branch that no point takes is left out, and
 * a choice that is the same for all is no choice: what a point gives is the same with
 * any neighbours. */
static void run_steps(const Run *run, size_t n, Stretch stretch)
{
    const GArray *steps = run->tape->steps;

    for (unsigned s = 0; s < steps->len; s++) {
        const Step *step = &g_array_index(steps, Step, s);
        const int taken = border_taken(&step->border, stretch.lo, stretch.hi);

        if (stretch.hi < step->lo || stretch.lo > step->hi)
            continue;
        if (taken < 0)
            run_step(run, step, n);
        else
            run_take(run, step, step->argument[taken], n, s + 1 == steps->len);
    }
}

/* The steps, and once more with care what they may have got wrong. */
static void run_points(Run *run, size_t n, Stretch stretch)
{
    const Tape *tape = run->tape;
    double *rows[CAREFUL_ROOTS];
    Care care;

    if (!tape->careful || tape->root_count > CAREFUL_ROOTS) {
        run_steps(run, n, stretch);
        return;
    }
    care.any = false;
    memset(care.roots, 0, n);
    memset(care.extremes, 0, n);
    run->care = &care;
    run_steps(run, n, stretch);
    run->care = NULL;
    for (int k = 0; k < tape->root_count; k++)
        if (careful_roots(tape->careful) & careful_root_bit(k))
            care_note_result(&care, k, n, run->rows[tape->roots[k]],
                             run->rows[tape->constant_count]);
    if (!care.any)
        return;
    for (int k = 0; k < tape->root_count; k++)
        rows[k] = run_own_copy(run, tape->roots[k], n);
    care_mend(&care, tape, n, run->rows[tape->constant_count], run->y, rows);
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
static double tape_limit(const Tape *tape, int k, double sign, double y)
{
    double limit = NAN;

    for (int set = 0; set < 2 && isnan(limit); set++) {
        Run run = {.y = y};

        run_begin(&run, tape, PROBES, NULL);
        for (int i = 0; i < PROBES; i++)
            run.own[i] = copysign(probe_at(set, i), sign);
        run_points(&run, PROBES, (Stretch){-INFINITY, INFINITY, true});
        limit = limit_of(set, run.rows[tape->roots[k]]);
        run_end(&run, NULL);
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
            result[i] = tape_limit(run->tape, k, x[i], run->y);
    }
}

/* The block at x, of n points, becomes x's row: in its place where kernels can read it
 * there. */
static void run_load(Run *run, const double *x, size_t n)
{
    const unsigned number = run->tape->constant_count;
    const bool in_place = run->apart && n % BLOCK_LEAST == 0 && is_aligned(x);
    double *row = run->own;

    if (!run->known)
        run->stretch = kernel_scan(n, x);
    run->known = false;
    run->rows[number] = in_place ? x : row;
    if (in_place)
        return;
    memcpy(row, x, n * sizeof(double));
    for (size_t i = n; i % BLOCK_LEAST != 0; i++)
        row[i] = row[n - 1];
}

/* Stores root k of n points; next: what block comes then, or NULL. */
static void run_store(Run *run, const double *row, size_t n, double *result,
                      const double *next)
{
    if (!run->stream) {
        memcpy(result, row, n * sizeof(double));
    } else if (next && !run->known && is_aligned(result) && is_aligned(next)) {
        run->stretch = kernel_stream_scan(n, row, result, next);
        run->known = true;
    } else {
        kernel_stream(n, row, result);
    }
}

/* One block: n <= width points from x into the results at offset; more: another block
 * of as many follows. */
static void run_block(Run *run, const double *x, size_t n, double *const results[],
                      size_t offset, bool more)
{
    const Tape *tape = run->tape;
    const size_t padded = (n + BLOCK_LEAST - 1) / BLOCK_LEAST * BLOCK_LEAST;
    bool finite;

    run_load(run, x + offset, n);
    finite = run->stretch.finite;
    run_points(run, padded, run->stretch);
    for (int k = 0; k < tape->root_count; k++) {
        if (!results[k])
            continue;
        run_store(run, run->rows[tape->roots[k]], n, results[k] + offset,
                  more ? x + offset + n : NULL);
        if (!finite)
            run_mend(run, n, run->rows[tape->constant_count], k, results[k] + offset);
    }
}

/* Whether no result shares memory with x. */
static bool results_are_apart(const Tape *tape, const double *x, size_t n,
                              double *const results[])
{
    const uintptr_t size = n * sizeof(double), from = (uintptr_t)x;

    for (int k = 0; k < tape->root_count; k++) {
        const uintptr_t to = (uintptr_t)results[k];

        if (results[k] && from < to + size && to < from + size)
            return false;
    }
    return true;
}

void tape_evaluate_row(const Tape *tape, const double *x, size_t n, double y,
                       double *const results[])
{
    double stack[STACK_DOUBLES] __attribute__((aligned(64)));
    const size_t padded = n > tape->block ? tape->block : (n + 7) / 8 * 8;
    Run run = {.y = y,
               .stream = n >= STREAM_LEAST,
               .apart = results_are_apart(tape, x, n, results)};

    if (n == 0)
        return;
    run_begin(&run, tape, padded, stack);
    for (size_t offset = 0; offset < n; offset += run.width) {
        const size_t left = n - offset;

        run_block(&run, x, MIN(run.width, left), results, offset,
                  left >= 2 * run.width);
    }
    run_end(&run, stack);
}

void tape_evaluate(const Tape *tape, const double *x, size_t n, double *const results[])
{
    tape_evaluate_row(tape, x, n, NAN, results);
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
