/* kernel_block.h - what the kernels share: their loops, and the mathematics library.
 *
 * A kernel is a plain loop over an inline function of one point. With gcc on x86-64
 * each loop is compiled for AVX-512, AVX2 and the baseline, and calls of exp() and
 * its kin become calls of SLEEF's vector functions (1 ulp variants; GNU vector ABI).
 * Elsewhere the same loops call the C library. The bits of a result depend neither on
 * its place in the block nor on n: there is no remainder loop, as n is a multiple
 * of 8.
 */
#ifndef ACTPLOT_FORMULA_KERNEL_BLOCK_H
#define ACTPLOT_FORMULA_KERNEL_BLOCK_H

#include "config.h"
#include "formula/kernel.h"

#include <math.h>
#include <stddef.h>

#if defined(__GNUC__) && !defined(__clang__) && defined(__x86_64__) &&                 \
    defined(__gnu_linux__)
#define KERNEL_CLONES __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define KERNEL_CLONES
#endif

#ifdef __clang__ /* says so where a call of the C library keeps a loop as it is */
#pragma clang diagnostic ignored "-Wpass-failed"
#endif

#if defined(HAVE_SLEEF) && defined(__GNUC__) && !defined(__clang__) &&                 \
    defined(__x86_64__)
#define KERNEL_VECTOR __attribute__((simd("notinbranch"), const))
extern double exp(double) KERNEL_VECTOR;
extern double expm1(double) KERNEL_VECTOR;
extern double log(double) KERNEL_VECTOR;
extern double log1p(double) KERNEL_VECTOR;
extern double cbrt(double) KERNEL_VECTOR;
extern double sin(double) KERNEL_VECTOR;
extern double cos(double) KERNEL_VECTOR;
extern double tan(double) KERNEL_VECTOR;
extern double sinh(double) KERNEL_VECTOR;
extern double cosh(double) KERNEL_VECTOR;
extern double tanh(double) KERNEL_VECTOR;
extern double asinh(double) KERNEL_VECTOR;
extern double atan(double) KERNEL_VECTOR;
extern double erf(double) KERNEL_VECTOR;
extern double erfc(double) KERNEL_VECTOR;
extern double pow(double, double) KERNEL_VECTOR;
#endif

#define KERNEL_POINT static inline __attribute__((always_inline)) double

/* The argument arrays are aligned and do not overlap result unless they are it. */
#define KERNEL_ARGUMENT(i) ((const double *)__builtin_assume_aligned(argument[i], 64))
#define KERNEL_RESULT(result) ((double *)__builtin_assume_aligned(result, 64))

/* Defines kernel_NAME() as the loop over NAME_at(u), or (u, v), or (u, v, w). */
#define KERNEL_1(name)                                                                 \
    KERNEL_CLONES void kernel_##name(size_t n, const double *const argument[],         \
                                     double *result)                                   \
    {                                                                                  \
        const double *u = KERNEL_ARGUMENT(0);                                          \
        double *r = KERNEL_RESULT(result);                                             \
        n &= ~(size_t)7;                                                               \
        _Pragma("omp simd") for (size_t i = 0; i < n; i++) r[i] = name##_at(u[i]);     \
    }

#define KERNEL_2(name)                                                                 \
    KERNEL_CLONES void kernel_##name(size_t n, const double *const argument[],         \
                                     double *result)                                   \
    {                                                                                  \
        const double *u = KERNEL_ARGUMENT(0), *v = KERNEL_ARGUMENT(1);                 \
        double *r = KERNEL_RESULT(result);                                             \
        n &= ~(size_t)7;                                                               \
        _Pragma("omp simd") for (size_t i = 0; i < n; i++) r[i] =                      \
            name##_at(u[i], v[i]);                                                     \
    }

#define KERNEL_3(name)                                                                 \
    KERNEL_CLONES void kernel_##name(size_t n, const double *const argument[],         \
                                     double *result)                                   \
    {                                                                                  \
        const double *u = KERNEL_ARGUMENT(0), *v = KERNEL_ARGUMENT(1),                 \
                     *w = KERNEL_ARGUMENT(2);                                          \
        double *r = KERNEL_RESULT(result);                                             \
        n &= ~(size_t)7;                                                               \
        _Pragma("omp simd") for (size_t i = 0; i < n; i++) r[i] =                      \
            name##_at(u[i], v[i], w[i]);                                               \
    }

#define KERNEL_4(name)                                                                 \
    KERNEL_CLONES void kernel_##name(size_t n, const double *const argument[],         \
                                     double *result)                                   \
    {                                                                                  \
        const double *u = KERNEL_ARGUMENT(0), *v = KERNEL_ARGUMENT(1),                 \
                     *w = KERNEL_ARGUMENT(2), *z = KERNEL_ARGUMENT(3);                 \
        double *r = KERNEL_RESULT(result);                                             \
        n &= ~(size_t)7;                                                               \
        _Pragma("omp simd") for (size_t i = 0; i < n; i++) r[i] =                      \
            name##_at(u[i], v[i], w[i], z[i]);                                         \
    }

/* Defines kernel_NAME() as that loop, followed by NAME_rare() for those points where
 * NAME_is_rare(): tails and neighbourhoods of zeros that need more than the loop. */
#define KERNEL_1_RARE(name)                                                            \
    KERNEL_CLONES void kernel_##name(size_t n, const double *const argument[],         \
                                     double *result)                                   \
    {                                                                                  \
        enum { STRIP = 64 };                                                           \
        double kept[STRIP] __attribute__((aligned(64)));                               \
        double *r = KERNEL_RESULT(result);                                             \
        n &= ~(size_t)7;                                                               \
        for (size_t start = 0; start < n; start += STRIP) {                            \
            const size_t end = n - start < STRIP ? n - start : STRIP;                  \
            const double *u = KERNEL_ARGUMENT(0) + start;                              \
            long long rare = 0;                                                        \
            _Pragma("omp simd reduction(+ : rare)") for (size_t i = 0; i < end; i++)   \
            {                                                                          \
                kept[i] = u[i];                                                        \
                rare += name##_is_rare(u[i]) ? 1 : 0;                                  \
            }                                                                          \
            _Pragma("omp simd") for (size_t i = 0; i < end; i++) r[start + i] =        \
                name##_at(kept[i]);                                                    \
            for (size_t i = 0; rare > 0 && i < end; i++)                               \
                if (name##_is_rare(kept[i])) {                                         \
                    r[start + i] = name##_rare(kept[i]);                               \
                    rare--;                                                            \
                }                                                                      \
        }                                                                              \
    }

/* Results that may be subnormal are computed as exp(v + TAIL_SHIFT) and scaled by
 * TAIL_SCALE = exp(-TAIL_SHIFT) at the very end, so that the tail is rounded once. */
#define TAIL_SHIFT 64.0
#define TAIL_SCALE 0x1.969d47321e4ccp-93

/* log1p() of all numbers: SLEEF's gives 0 for subnormal ones. */
KERNEL_POINT log1p_whole(double u)
{
    return fabs(u) < 0x1p-54 ? u : log1p(u);
}

/* u * u without error: *low is what the rounded square lacks. |u| < 2^500. */
static inline __attribute__((always_inline)) double square_exact(double u, double *low)
{
    const double c = u * 134217729.0; /* 2^27 + 1: Veltkamp's splitting */
    const double high = c - (c - u), rest = u - high;
    const double product = u * u;

    *low = ((high * high - product) + 2 * high * rest) + rest * rest;
    return product;
}

/* u * v without error. Both below 2^500 and the product above 2^-900. */
static inline __attribute__((always_inline)) double product_exact(double u, double v,
                                                                  double *low)
{
    const double c = u * 134217729.0, d = v * 134217729.0;
    const double uh = c - (c - u), ul = u - uh;
    const double vh = d - (d - v), vl = v - vh;
    const double product = u * v;

    *low = ((uh * vh - product) + uh * vl + ul * vh) + ul * vl;
    return product;
}

#endif
