/* product.c - matrix products by tiles that stay in registers.
 *
 * A tile is summed over all of inner before it is stored, and its lanes never meet, so
 * neither the tiles nor the processor's vectors show in the result. (A library's would:
 * OpenBLAS chooses its kernels by the processor.)
 */
#include "network/product.h"

/* clang 14 names such functions so that no other file finds them. */
#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__) &&                 \
    defined(__gnu_linux__)
#define PRODUCT_CLONES __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define PRODUCT_CLONES
#endif

enum { LANES = 8, TILE_ROWS = 4, TILE_COLUMNS = 2 * LANES };

typedef double Lanes __attribute__((vector_size(8 * LANES), aligned(8), may_alias));

/* TILE_ROWS x TILE_COLUMNS of the result. */
static inline __attribute__((always_inline)) void tile(double *result, Matrix left,
                                                       const double *right,
                                                       const double *start,
                                                       size_t inner, size_t columns)
{
    Lanes sums[TILE_ROWS][2];

    for (int i = 0; i < TILE_ROWS; i++)
        sums[i][0] = sums[i][1] = (Lanes){0} + (start ? start[i] : 0.0);
    for (size_t k = 0; k < inner; k++) {
        const double *row = right + k * columns;
        const Lanes first = *(const Lanes *)row, second = *(const Lanes *)(row + LANES);
        for (int i = 0; i < TILE_ROWS; i++) {
            const double factor =
                left.at[(size_t)i * left.row_step + k * left.column_step];
            sums[i][0] += factor * first;
            sums[i][1] += factor * second;
        }
    }
    for (int i = 0; i < TILE_ROWS; i++) {
        *(Lanes *)(result + (size_t)i * columns) = sums[i][0];
        *(Lanes *)(result + (size_t)i * columns + LANES) = sums[i][1];
    }
}

/* One element. */
static inline __attribute__((always_inline)) double element(const double *left,
                                                            size_t step,
                                                            const double *right,
                                                            double start, size_t inner,
                                                            size_t columns)
{
    double sum = start;

    for (size_t k = 0; k < inner; k++)
        sum += left[k * step] * right[k * columns];
    return sum;
}

PRODUCT_CLONES void product(double *result, Matrix left, const double *right,
                            const double *start, size_t rows, size_t inner,
                            size_t columns)
{
    const size_t whole_rows = rows - rows % TILE_ROWS;
    const size_t whole_columns = columns - columns % TILE_COLUMNS;

    for (size_t i = 0; i < whole_rows; i += TILE_ROWS)
        for (size_t j = 0; j < whole_columns; j += TILE_COLUMNS) {
            const Matrix part = {left.at + i * left.row_step, left.row_step,
                                 left.column_step};
            tile(result + i * columns + j, part, right + j, start ? start + i : NULL,
                 inner, columns);
        }
    for (size_t i = 0; i < rows; i++)
        for (size_t j = i < whole_rows ? whole_columns : 0; j < columns; j++)
            result[i * columns + j] =
                element(left.at + i * left.row_step, left.column_step, right + j,
                        start ? start[i] : 0.0, inner, columns);
}

void product_transpose(double *result, const double *matrix, size_t rows,
                       size_t columns)
{
    for (size_t i = 0; i < rows; i++)
        for (size_t j = 0; j < columns; j++)
            result[j * rows + i] = matrix[i * columns + j];
}
