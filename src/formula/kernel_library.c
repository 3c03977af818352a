/* kernel_library.c - kernels of the functions that the mathematics library has.
 */
#include "formula/kernel_block.h"

#define LIBRARY(name)                                                                  \
    KERNEL_POINT name##_at(double u)                                                   \
    {                                                                                  \
        return name(u);                                                                \
    }                                                                                  \
    KERNEL_1(name)

LIBRARY(exp)
LIBRARY(expm1)
LIBRARY(log)
LIBRARY(log1p)
LIBRARY(cbrt)
LIBRARY(sin)
LIBRARY(cos)
LIBRARY(tan)
LIBRARY(sinh)
LIBRARY(cosh)
LIBRARY(tanh)
LIBRARY(asinh)
LIBRARY(atan)
LIBRARY(erf)
LIBRARY(erfc)
