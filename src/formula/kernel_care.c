/* kernel_care.c - the search of blocks for points that need care. */
#include "formula/kernel_block.h"

#include <float.h>

KERNEL_CLONES size_t kernel_extremes(size_t n, const double *row, const double *x)
{
    long long count = 0;

#pragma omp simd reduction(+ : count)
    for (size_t i = 0; i < n; i++) {
        const double size = fabs(row[i]);
        const int tiny = size < KERNEL_TINY && (size > 0 || fabs(x[i]) > KERNEL_FAR);
        count += tiny || !(size <= DBL_MAX) ? 1 : 0;
    }
    return (size_t)count;
}

KERNEL_CLONES size_t kernel_cancelled(size_t n, const double *sum, const double *a,
                                      const double *b, double share)
{
    long long count = 0;

#pragma omp simd reduction(+ : count)
    for (size_t i = 0; i < n; i++) {
        const double size = fabs(sum[i]);
        count += size < share * fabs(a[i]) || size < share * fabs(b[i]) ? 1 : 0;
    }
    return (size_t)count;
}
