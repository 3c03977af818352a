/* eval_stream.c - a formula's values as raw doubles, however many. */
#include "cli/eval_stream.h"

#include "cli/output.h"
#include "formula/tape.h"

#include <glib.h>
#include <math.h>

/* A block's columns stay in the second-level cache with their rows. Threads that take
 * turns write many blocks at once: each turn may wake a thread, which is dear. */
enum { BLOCK = 8192, COLUMNS_MAX = 4, BLOCKS_A_TURN = 16 };

typedef struct {
    double columns[COLUMNS_MAX][BLOCK]; /* x, f, df, d2f */
    double *rows;                       /* of a turn */
} Buffers;

double eval_point(double low, double high, double index, double count)
{
    if (count == 1)
        return low;
    if (index == count - 1)
        return high;
    if (isfinite(high - low))
        return low + (high - low) * index / (count - 1);
    return low * (1 - index / (count - 1)) + high * (index / (count - 1));
}

static void fill_points(double *x, size_t n, double low, double high, double first,
                        double count)
{
    if (isfinite(high - low) && count > 1) { /* eval_point() without its branches */
        for (size_t i = 0; i < n; i++)
            x[i] = low + (high - low) * (first + (double)i) / (count - 1);
        if (first + (double)n == count)
            x[n - 1] = high;
        return;
    }
    for (size_t i = 0; i < n; i++)
        x[i] = eval_point(low, high, first + (double)i, count);
}

static void fill_rows(const Buffers *buffers, double *rows, size_t n, int columns)
{
    for (int k = 0; k < columns; k++) {
        const double *column = buffers->columns[k];

        for (size_t i = 0; i < n; i++)
            rows[i * (size_t)columns + (size_t)k] = column[i];
    }
}

/* What the threads share; turn, failed and error under the lock. Thread t of T computes
 * the stretches t, t + T, ... and writes each when its turn comes. */
typedef struct {
    const Tape *tape;
    int order, threads;
    double low, high, count;
    double stretch; /* samples of a turn */
    GMutex lock;
    GCond turned;
    double turn; /* the stretch to be written next */
    bool failed;
    GError **error;
} Stream;

typedef struct {
    Stream *stream;
    int number;
} Worker;

/* The rows of n samples from number first on. */
static void stream_fill(const Stream *stream, Buffers *buffers, double first, size_t n,
                        double *rows)
{
    double *results[COLUMNS_MAX - 1];

    for (int k = 0; k <= stream->order; k++)
        results[k] = buffers->columns[k + 1];
    fill_points(buffers->columns[0], n, stream->low, stream->high, first,
                stream->count);
    tape_evaluate(stream->tape, buffers->columns[0], n, results);
    fill_rows(buffers, rows, n, stream->order + 2);
}

/* Writes in turn; false once that has failed, for this stretch or one before. */
static bool stream_write(Stream *stream, double turn, const double *rows, size_t bytes)
{
    bool fine;

    g_mutex_lock(&stream->lock);
    while (stream->turn < turn && !stream->failed)
        g_cond_wait(&stream->turned, &stream->lock);
    if (!stream->failed)
        stream->failed = !output_print(rows, bytes, stream->error);
    fine = !stream->failed;
    stream->turn = turn + 1;
    g_cond_broadcast(&stream->turned);
    g_mutex_unlock(&stream->lock);
    return fine;
}

static gpointer worker_run(gpointer data)
{
    const Worker *worker = data;
    Stream *stream = worker->stream;
    const size_t columns = (size_t)stream->order + 2;
    Buffers *buffers = g_aligned_alloc(1, sizeof *buffers, 64);
    double turn = worker->number;
    bool fine = true;

    buffers->rows = g_new(double, (size_t)stream->stretch *columns);
    for (; fine && turn * stream->stretch < stream->count; turn += stream->threads) {
        const double first = turn * stream->stretch;
        const size_t n = (size_t)fmin(stream->stretch, stream->count - first);

        for (size_t i = 0; i < n; i += BLOCK)
            stream_fill(stream, buffers, first + (double)i, MIN(BLOCK, n - i),
                        buffers->rows + i * columns);
        fine = stream_write(stream, turn, buffers->rows, n * columns * sizeof(double));
    }
    g_free(buffers->rows);
    g_aligned_free(buffers);
    return NULL;
}

bool eval_stream(const Formula *formula, int order, double low, double high,
                 double count, int threads, GError **error)
{
    g_autoptr(Tape) tape = tape_new(formula, order);
    g_autofree Worker *workers = g_new(Worker, (size_t)threads);
    g_autofree GThread **others = g_new(GThread *, (size_t)threads);
    Stream stream = {.tape = tape,
                     .order = order,
                     .threads = threads,
                     .low = low,
                     .high = high,
                     .count = count,
                     .stretch = threads > 1 ? BLOCK * BLOCKS_A_TURN : BLOCK,
                     .error = error};

    g_mutex_init(&stream.lock);
    g_cond_init(&stream.turned);
    for (int t = 0; t < threads; t++) {
        workers[t] = (Worker){&stream, t};
        if (t > 0)
            others[t] = g_thread_new("eval", worker_run, &workers[t]);
    }
    worker_run(&workers[0]);
    for (int t = 1; t < threads; t++)
        g_thread_join(others[t]);
    g_cond_clear(&stream.turned);
    g_mutex_clear(&stream.lock);
    return !stream.failed;
}
