/* tape.c - formulas compiled into steps over blocks of points. */
#include "formula/tape.h"

#include "formula/kernel.h"
#include "formula/operation.h"
#include "formula/tape_fuse.h"

#include <float.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

/* Points of a block, fewer where a tape needs many registers: all of them together
 * shall stay in the first cache. Results that no cache holds go around it. */
enum {
    BLOCK_MOST = 256,
    BLOCK_LEAST = 8, /* what kernels count in */
    BLOCK_BYTES = 32 * 1024,
    STREAM_LEAST = 1024 * 1024, /* points of an array that is stored past the caches */
    STACK_DOUBLES = 1024,       /* scratch that needs no malloc() */
    PROBES = BLOCK_LEAST,       /* points that show a limit */
};

/* Registers count from 0: first the constants, then x, then the temporaries. */
typedef struct {
    Kernel kernel;
    int arity;
    unsigned argument[WORK_ARGUMENTS];
    unsigned result;
} Step;

struct Tape {
    size_t block;      /* points a block, a multiple of 8 */
    double *constants; /* of each a whole block; 64-byte aligned */
    unsigned constant_count;
    unsigned temporary_count; /* with x */
    GArray *steps;            /* of Step */
    unsigned *roots;          /* the register of each */
    int root_count;
};

/* --- Compiling --- */

/* What is known of a node, by its index in the pool. */
typedef struct {
    const Node *node;     /* NULL: not reached */
    unsigned last_use;    /* index of the last node that reads it */
    unsigned register_of; /* UINT_MAX: none yet */
    bool lasting;         /* a root, a constant or x */
    Work work;            /* arity 0: there is nothing to do */
} Entry;

typedef struct {
    Tape *tape;
    Entry *entries;
    unsigned size;
    GArray *free_registers; /* of unsigned */
    GArray *values;         /* of double: the constants */
} Compiler;

/* Marks what the roots need, without recursion: a graph may be deep. */
static void compiler_reach(Compiler *compiler, const Node *root)
{
    g_autoptr(GPtrArray) todo = g_ptr_array_new();

    g_ptr_array_add(todo, (gpointer)root);
    while (todo->len > 0) {
        const Node *node = g_ptr_array_steal_index(todo, todo->len - 1);
        Entry *entry = &compiler->entries[node->index];

        if (entry->node)
            continue;
        *entry =
            (Entry){.node = node, .register_of = UINT_MAX, .lasting = !node->operation};
        if (!node->operation)
            continue;
        entry->work = work_of(node);
        for (int i = 0; i < entry->work.arity; i++)
            g_ptr_array_add(todo, (gpointer)entry->work.argument[i]);
    }
}

static void compiler_find_last_uses(Compiler *compiler)
{
    for (unsigned index = 0; index < compiler->size; index++) {
        const Work *work = &compiler->entries[index].work;

        for (int i = 0; i < work->arity; i++)
            compiler->entries[work->argument[i]->index].last_use = index;
    }
}

static void compiler_number_constants(Compiler *compiler)
{
    for (unsigned index = 0; index < compiler->size; index++) {
        Entry *entry = &compiler->entries[index];

        if (!entry->node || !node_is_constant(entry->node))
            continue;
        entry->register_of = compiler->values->len;
        g_array_append_val(compiler->values, entry->node->value);
    }
    compiler->tape->constant_count = compiler->values->len;
    compiler->tape->temporary_count = 1;
}

static unsigned compiler_take_register(Compiler *compiler)
{
    GArray *spare = compiler->free_registers;

    if (spare->len > 0) {
        const unsigned taken = g_array_index(spare, unsigned, spare->len - 1);
        g_array_set_size(spare, spare->len - 1);
        return taken;
    }
    return compiler->tape->constant_count + compiler->tape->temporary_count++;
}

/* Gives back the registers of arguments that this node is the last to read. */
static void compiler_release_arguments(Compiler *compiler, const Entry *reader)
{
    for (int i = 0; i < reader->work.arity; i++) {
        Entry *entry = &compiler->entries[reader->work.argument[i]->index];

        if (entry->lasting || entry->last_use != reader->node->index)
            continue;
        entry->lasting = true; /* an argument that comes twice goes back once */
        g_array_append_val(compiler->free_registers, entry->register_of);
    }
}

static void compiler_add_step(Compiler *compiler, Entry *entry)
{
    const Work *work = &entry->work;
    Step step = {.kernel = work->kernel, .arity = work->arity};

    for (int i = 0; i < step.arity; i++)
        step.argument[i] = compiler->entries[work->argument[i]->index].register_of;
    compiler_release_arguments(compiler, entry);
    entry->register_of = compiler_take_register(compiler);
    step.result = entry->register_of;
    g_array_append_val(compiler->tape->steps, step);
}

static void compiler_add_steps(Compiler *compiler)
{
    for (unsigned index = 0; index < compiler->size; index++) {
        Entry *entry = &compiler->entries[index];

        if (!entry->node || node_is_constant(entry->node))
            continue;
        if (entry->node->operation) {
            compiler_add_step(compiler, entry);
        } else {
            g_assert(strcmp(entry->node->symbol, "x") == 0);
            entry->register_of = compiler->tape->constant_count;
        }
    }
}

static double *doubles_new(size_t rows, size_t columns)
{
    return g_aligned_alloc(rows * columns, sizeof(double), 64);
}

/* The constants as whole blocks, so that kernels know arrays only. */
static void compiler_fill_constants(const Compiler *compiler)
{
    Tape *tape = compiler->tape;
    const size_t rows = tape->temporary_count + tape->constant_count;
    const size_t fitting = BLOCK_BYTES / sizeof(double) / rows / BLOCK_LEAST;

    tape->block = CLAMP(fitting * BLOCK_LEAST, BLOCK_LEAST, BLOCK_MOST);
    tape->constants = doubles_new(MAX(tape->constant_count, 1), tape->block);
    for (size_t i = 0; i < tape->constant_count; i++)
        for (size_t k = 0; k < tape->block; k++)
            tape->constants[i * tape->block + k] =
                g_array_index(compiler->values, double, i);
}

Tape *tape_new_nodes(NodePool *pool, const Node *const *roots, int count)
{
    Tape *tape = g_new0(Tape, 1);
    const unsigned size = node_pool_size(pool);
    Compiler compiler = {
        .tape = tape,
        .entries = g_new0(Entry, size),
        .size = size,
        .free_registers = g_array_new(FALSE, FALSE, sizeof(unsigned)),
        .values = g_array_new(FALSE, FALSE, sizeof(double)),
    };

    g_assert(count >= 1);
    tape->steps = g_array_new(FALSE, FALSE, sizeof(Step));
    tape->roots = g_new(unsigned, (gsize)count);
    tape->root_count = count;
    for (int k = 0; k < count; k++) {
        compiler_reach(&compiler, roots[k]);
        compiler.entries[roots[k]->index].lasting = true;
    }
    compiler_find_last_uses(&compiler);
    compiler_number_constants(&compiler);
    compiler_add_steps(&compiler);
    compiler_fill_constants(&compiler);
    for (int k = 0; k < count; k++)
        tape->roots[k] = compiler.entries[roots[k]->index].register_of;

    g_free(compiler.entries);
    g_array_unref(compiler.free_registers);
    g_array_unref(compiler.values);
    return tape;
}

Tape *tape_new(const Formula *formula, int order)
{
    const Node *roots[3] = {formula->root};

    g_assert(order >= 0 && order < (int)G_N_ELEMENTS(roots));
    for (int k = 1; k <= order; k++)
        roots[k] = node_derivative(formula->pool, roots[k - 1], "x");
    return tape_new_nodes(formula->pool, roots, order + 1);
}

void tape_free(Tape *tape)
{
    if (!tape)
        return;
    g_aligned_free(tape->constants);
    g_array_unref(tape->steps);
    g_free(tape->roots);
    g_free(tape);
}

int tape_steps(const Tape *tape)
{
    return (int)tape->steps->len;
}

/* --- Evaluating --- */

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

static void run_steps(const Run *run, size_t n)
{
    const GArray *steps = run->tape->steps;

    for (unsigned s = 0; s < steps->len; s++) {
        const Step *step = &g_array_index(steps, Step, s);
        const double *argument[WORK_ARGUMENTS];

        for (int i = 0; i < step->arity; i++)
            argument[i] = run_row(run, step->argument[i]);
        step->kernel(n, argument, run_row(run, step->result));
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

        run.rows = doubles_new(tape->temporary_count, PROBES);
        for (int i = 0; i < PROBES; i++)
            run.rows[i] = copysign(probe_at(set, i), sign);
        run_steps(&run, PROBES);
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
    const bool finite = kernel_copy(n, x + offset, run->rows);

    for (size_t i = n; i < padded; i++)
        run->rows[i] = run->rows[n - 1];
    run_steps(run, padded);
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
    run.rows = size <= STACK_DOUBLES ? stack : doubles_new(size, 1);
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
