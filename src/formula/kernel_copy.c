/* kernel_copy.c - the ways of blocks from memory and back. */
#include "formula/kernel_block.h"

#include <stdint.h>
#include <string.h>

/* What a loop over points gathers: value - value is 0 unless it is NaN or infinite. */
KERNEL_CLONES Stretch kernel_scan(size_t n, const double *x)
{
    double lo = INFINITY, hi = -INFINITY, unknown = 0;

    for (size_t i = 0; i < n; i += 8) /* what lies beyond the array is not touched */
        __builtin_prefetch(x + n + i);
#pragma omp simd reduction(+ : unknown) reduction(min : lo) reduction(max : hi)
    for (size_t i = 0; i < n; i++) {
        const double value = x[i];
        unknown += value - value;
        lo = value < lo ? value : lo;
        hi = value > hi ? value : hi;
    }
    return (Stretch){lo, hi, unknown == 0};
}

#ifdef __SSE2__
#include <immintrin.h>

/* The loops for one width of vector: stores past the caches have no plain C. */
#define STREAMS(bits, isa, Vector, op)                                                 \
    __attribute__((target(isa))) static void stream_##bits(                            \
        size_t n, const double *row, double *to)                                       \
    {                                                                                  \
        for (size_t i = 0; i < n; i += bits / 64)                                      \
            op##_stream_pd(to + i, op##_loadu_pd(row + i));                            \
    }                                                                                  \
                                                                                       \
    __attribute__((target(isa))) static Stretch stream_scan_##bits(                    \
        size_t n, const double *row, double *to, const double *next)                   \
    {                                                                                  \
        enum { WIDTH = bits / 64 };                                                    \
        Vector lo = op##_set1_pd(INFINITY), hi = op##_set1_pd(-INFINITY);              \
        Vector unknown = op##_setzero_pd();                                            \
        double lows[WIDTH], highs[WIDTH], unknowns[WIDTH];                             \
        Stretch stretch = {INFINITY, -INFINITY, true};                                 \
                                                                                       \
        for (size_t i = 0; i < n; i += WIDTH) {                                        \
            const Vector value = op##_load_pd(next + i);                               \
                                                                                       \
            _mm_prefetch((const char *)(next + n + i), _MM_HINT_T0);                   \
            unknown = op##_add_pd(unknown, op##_sub_pd(value, value));                 \
            lo = op##_min_pd(value, lo);                                               \
            hi = op##_max_pd(value, hi);                                               \
            op##_stream_pd(to + i, op##_load_pd(row + i));                             \
        }                                                                              \
        op##_storeu_pd(lows, lo);                                                      \
        op##_storeu_pd(highs, hi);                                                     \
        op##_storeu_pd(unknowns, unknown);                                             \
        for (int k = 0; k < WIDTH; k++) {                                              \
            stretch.lo = lows[k] < stretch.lo ? lows[k] : stretch.lo;                  \
            stretch.hi = highs[k] > stretch.hi ? highs[k] : stretch.hi;                \
            stretch.finite = stretch.finite && unknowns[k] == 0;                       \
        }                                                                              \
        return stretch;                                                                \
    }

STREAMS(128, "sse2", __m128d, _mm)
STREAMS(256, "avx2", __m256d, _mm256)
STREAMS(512, "avx512f", __m512d, _mm512)

static void stream_lines(size_t n, const double *row, double *to)
{
    if (__builtin_cpu_supports("avx512f"))
        stream_512(n, row, to);
    else if (__builtin_cpu_supports("avx2"))
        stream_256(n, row, to);
    else
        stream_128(n, row, to);
}

Stretch kernel_stream_scan(size_t n, const double *row, double *to, const double *next)
{
    return __builtin_cpu_supports("avx512f") ? stream_scan_512(n, row, to, next)
           : __builtin_cpu_supports("avx2")  ? stream_scan_256(n, row, to, next)
                                             : stream_scan_128(n, row, to, next);
}
#else
static void stream_lines(size_t n, const double *row, double *to)
{
    memcpy(to, row, n * sizeof(double));
}

Stretch kernel_stream_scan(size_t n, const double *row, double *to, const double *next)
{
    stream_lines(n, row, to);
    return kernel_scan(n, next);
}
#endif

void kernel_stream(size_t n, const double *row, double *to)
{
    const size_t before = (64 - (uintptr_t)to % 64) % 64 / sizeof(double);
    const size_t head = before < n ? before : n, lines = (n - head) & ~(size_t)7;

    memcpy(to, row, head * sizeof(double));
    stream_lines(lines, row + head, to + head);
    memcpy(to + head + lines, row + head + lines, (n - head - lines) * sizeof(double));
}
