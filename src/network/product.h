/* product.h - matrix products, with the same bits on every processor. */
#ifndef ACTPLOT_NETWORK_PRODUCT_H
#define ACTPLOT_NETWORK_PRODUCT_H

#include <stddef.h>

/* A matrix that is read: element (i, k) is at[i*row_step + k*column_step]. */
typedef struct {
    const double *at;
    size_t row_step, column_step;
} Matrix;

/* result = left * right, or with start result[i][j] = start[i] + ... (start NULL: 0).
 * right has inner rows of that many columns, result has rows of them, both row by row;
 * result overlaps neither. Each element is summed in the order of inner, one rounding
 * for the product and one for the sum. */
void product(double *result, Matrix left, const double *right, const double *start,
             size_t rows, size_t inner, size_t columns);

/* The matrix row by row, turned: result has columns rows. */
void product_transpose(double *result, const double *matrix, size_t rows,
                       size_t columns);

#endif
