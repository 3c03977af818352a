/* kernel_copy.c - the ways of blocks from memory and back. */
#include "formula/kernel_block.h"

#include <float.h>
#include <stdint.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

KERNEL_CLONES bool kernel_copy(size_t n, const double *from, double *to, double *lo,
                               double *hi)
{
    double least = INFINITY, most = -INFINITY;
    long long unknown = 0;

    for (size_t i = 0; i < n; i += 8) /* what lies beyond the array is not touched */
        __builtin_prefetch(from + n + i);
#pragma omp simd reduction(+ : unknown) reduction(min : least) reduction(max : most)
    for (size_t i = 0; i < n; i++) {
        const double value = from[i];
        unknown += value != value ? 1 : 0;
        least = value < least ? value : least;
        most = value > most ? value : most;
        to[i] = value;
    }
    *lo = least;
    *hi = most;
    return unknown == 0 && least >= -DBL_MAX && most <= DBL_MAX;
}

void kernel_stream(size_t n, const double *from, double *to)
{
    size_t i = 0;

#ifdef __SSE2__
    if ((uintptr_t)to % 16 == 0)
        for (; i + 2 <= n; i += 2)
            _mm_stream_pd(to + i, _mm_load_pd(from + i));
#endif
    memcpy(to + i, from + i, (n - i) * sizeof(double));
}
