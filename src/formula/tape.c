/* tape.c - formulas compiled into steps over blocks of points. */
#include "formula/operation.h"
#include "formula/tape_inside.h"

#include <math.h>
#include <string.h>

/* What is known of a node, by its index in the pool. */
typedef struct {
    const Node *node;     /* NULL: not reached */
    unsigned last_use;    /* index of the last node that reads it */
    unsigned register_of; /* UINT_MAX: none yet */
    bool lasting;         /* a root, a constant or x */
    Work work;            /* arity 0: there is nothing to do */
    double lo, hi;        /* where in x something reads it; none: lo > hi */
} Entry;

typedef struct {
    Tape *tape;
    Entry *entries;
    unsigned size;
    unsigned *readers;      /* of each node: as formulas have it, not as steps do */
    GArray *free_registers; /* of unsigned */
    GArray *values;         /* of double: the constants */
} Compiler;

/* Counts who reads what below a root, each node once; no recursion: a graph may be
 * deep. */
static void compiler_count_readers(Compiler *compiler, const Node *root)
{
    g_autoptr(GPtrArray) todo = g_ptr_array_new();

    g_ptr_array_add(todo, (gpointer)root);
    while (todo->len > 0) {
        const Node *node = g_ptr_array_steal_index(todo, todo->len - 1);

        if (compiler->readers[node->index]++ > 0 || !node->operation)
            continue;
        for (int i = 0; i < node->operation->arity; i++)
            g_ptr_array_add(todo, (gpointer)node->argument[i]);
    }
}

/* Marks what the roots need. */
static void compiler_reach(Compiler *compiler, const Node *root)
{
    g_autoptr(GPtrArray) todo = g_ptr_array_new();

    g_ptr_array_add(todo, (gpointer)root);
    while (todo->len > 0) {
        const Node *node = g_ptr_array_steal_index(todo, todo->len - 1);
        Entry *entry = &compiler->entries[node->index];

        if (entry->node)
            continue;
        *entry = (Entry){.node = node,
                         .register_of = UINT_MAX,
                         .lasting = !node->operation,
                         .lo = INFINITY,
                         .hi = -INFINITY};
        if (!node->operation)
            continue;
        entry->work = work_of(node, compiler->readers);
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

static void entry_widen(Entry *entry, double lo, double hi)
{
    if (lo > hi)
        return;
    entry->lo = MIN(entry->lo, lo);
    entry->hi = MAX(entry->hi, hi);
}

/* From the roots to what they read: a branch is read on its side of the border. */
static void compiler_find_needs(Compiler *compiler)
{
    for (unsigned index = compiler->size; index-- > 0;) {
        const Entry *reader = &compiler->entries[index];

        for (int i = 0; i < reader->work.arity; i++) {
            double lo = reader->lo, hi = reader->hi;

            border_narrow(&reader->work.border, i, &lo, &hi);
            entry_widen(&compiler->entries[reader->work.argument[i]->index], lo, hi);
        }
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

/* A plane's formula has its y beside x. */
static void compiler_find_y(Compiler *compiler)
{
    Tape *tape = compiler->tape;

    for (unsigned index = 0; index < compiler->size; index++) {
        const Node *node = compiler->entries[index].node;

        if (node && node->symbol && strcmp(node->symbol, "y") == 0)
            tape->y = tape->constant_count + tape->temporary_count++;
    }
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
    Step step = {.kernel = work->kernel,
                 .arity = work->arity,
                 .border = work->border,
                 .lo = entry->lo,
                 .hi = entry->hi,
                 .watch = careful_watch(compiler->tape->careful, entry->node)};

    for (int i = 0; i < step.arity; i++)
        step.argument[i] = compiler->entries[work->argument[i]->index].register_of;
    if (step.watch.roots) /* which compares the result with its parts */
        entry->register_of = compiler_take_register(compiler);
    compiler_release_arguments(compiler, entry);
    if (!step.watch.roots)
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
        } else if (strcmp(entry->node->symbol, "y") == 0) {
            entry->register_of = compiler->tape->y;
        } else {
            g_assert(strcmp(entry->node->symbol, "x") == 0);
            entry->register_of = compiler->tape->constant_count;
        }
    }
}

double *tape_doubles_new(size_t rows, size_t columns)
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
    tape->constants = tape_doubles_new(MAX(tape->constant_count, 1), tape->block);
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
        .readers = g_new0(unsigned, size),
        .size = size,
        .free_registers = g_array_new(FALSE, FALSE, sizeof(unsigned)),
        .values = g_array_new(FALSE, FALSE, sizeof(double)),
    };

    g_assert(count >= 1);
    tape->steps = g_array_new(FALSE, FALSE, sizeof(Step));
    tape->roots = g_new(unsigned, (gsize)count);
    tape->root_count = count;
    for (int k = 0; k < count; k++)
        compiler_count_readers(&compiler, roots[k]);
    tape->careful = careful_new(pool, roots, count);
    careful_keep(tape->careful, compiler.readers);
    for (int k = 0; k < count; k++) {
        compiler_reach(&compiler, roots[k]);
        compiler.entries[roots[k]->index].lasting = true;
        entry_widen(&compiler.entries[roots[k]->index], -INFINITY, INFINITY);
    }
    compiler_find_last_uses(&compiler);
    compiler_find_needs(&compiler);
    compiler_number_constants(&compiler);
    compiler_find_y(&compiler);
    compiler_add_steps(&compiler);
    compiler_fill_constants(&compiler);
    for (int k = 0; k < count; k++)
        tape->roots[k] = compiler.entries[roots[k]->index].register_of;

    g_free(compiler.entries);
    g_free(compiler.readers);
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
    careful_free(tape->careful);
    g_free(tape);
}

int tape_steps(const Tape *tape)
{
    return (int)tape->steps->len;
}

int tape_roots(const Tape *tape)
{
    return tape->root_count;
}
