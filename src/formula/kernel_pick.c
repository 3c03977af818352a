/* kernel_pick.c - kernels of choices by a variable between constants. */
#include "formula/kernel_block.h"

#define PICK(name, operator)                                                           \
    KERNEL_CLONES void kernel_pick_##name(size_t n, const double *const argument[],    \
                                          double *result)                              \
    {                                                                                  \
        const double *u = KERNEL_ARGUMENT(0), c = argument[1][0],                      \
                     *v = KERNEL_ARGUMENT(2), *w = KERNEL_ARGUMENT(3);                 \
        double *r = KERNEL_RESULT(result);                                             \
        n &= ~(size_t)7;                                                               \
        _Pragma("omp simd") for (size_t i = 0; i < n; i++) r[i] =                      \
            u[i] operator c ? v[i] : w[i];                                             \
    }

PICK(less, <)
PICK(most, <=)

#define PICK_TWO(name, first, second)                                                  \
    KERNEL_CLONES void kernel_pick_##name(size_t n, const double *const argument[],    \
                                          double *result)                              \
    {                                                                                  \
        const double *u = KERNEL_ARGUMENT(0), c = argument[1][0], d = argument[2][0],  \
                     *left = KERNEL_ARGUMENT(3), *between = KERNEL_ARGUMENT(4),        \
                     *right = KERNEL_ARGUMENT(5);                                      \
        double *r = KERNEL_RESULT(result);                                             \
        n &= ~(size_t)7;                                                               \
        _Pragma("omp simd") for (size_t i = 0; i < n; i++)                             \
        {                                                                              \
            const double other = u[i] second d ? between[i] : right[i];                \
            r[i] = u[i] first c ? left[i] : other;                                     \
        }                                                                              \
    }

PICK_TWO(less_less, <, <)
PICK_TWO(less_most, <, <=)
PICK_TWO(most_less, <=, <)
PICK_TWO(most_most, <=, <=)
