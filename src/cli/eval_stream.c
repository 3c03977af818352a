/* eval_stream.c - a formula's values as raw doubles, however many. */
#include "cli/eval_stream.h"

#include "cli/output.h"
#include "formula/tape.h"

#include <math.h>

/* A block's columns stay in the second-level cache with their rows. */
enum { BLOCK = 8192, COLUMNS_MAX = 4 };

typedef struct {
    double columns[COLUMNS_MAX][BLOCK]; /* x, f, df, d2f */
    double rows[BLOCK * COLUMNS_MAX];
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

static void fill_rows(Buffers *buffers, size_t n, int columns)
{
    for (int k = 0; k < columns; k++) {
        const double *column = buffers->columns[k];

        for (size_t i = 0; i < n; i++)
            buffers->rows[i * (size_t)columns + (size_t)k] = column[i];
    }
}

bool eval_stream(const Formula *formula, int order, double low, double high,
                 double count, GError **error)
{
    g_autoptr(Tape) tape = tape_new(formula, order);
    g_autofree Buffers *buffers = g_new(Buffers, 1);
    const int columns = order + 2;
    double *results[COLUMNS_MAX - 1];

    for (int k = 0; k <= order; k++)
        results[k] = buffers->columns[k + 1];
    for (double first = 0; first < count; first += BLOCK) {
        const size_t n = (size_t)fmin(BLOCK, count - first);

        fill_points(buffers->columns[0], n, low, high, first, count);
        tape_evaluate(tape, buffers->columns[0], n, results);
        fill_rows(buffers, n, columns);
        if (!output_print(buffers->rows, n * (size_t)columns * sizeof(double), error))
            return false;
    }
    return true;
}
