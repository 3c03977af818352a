# formula: the layer's sources, then its unit tests.

# The kernels, compiled for several processors; these flags change no result, they
# let the compiler turn choices and square roots into vector code.
noinst_LIBRARIES += libkernel.a
libkernel_a_CFLAGS = $(AM_CFLAGS) -O3 -ftree-vectorize -fopenmp-simd -fno-math-errno \
    -fno-trapping-math
libkernel_a_SOURCES = \
    src/formula/kernel.h src/formula/kernel_block.h \
    src/formula/kernel_arithmetic.c \
    src/formula/kernel_gelu_tanh.c \
    src/formula/kernel_library.c \
    src/formula/kernel_logistic.c \
    src/formula/kernel_mish.c \
    src/formula/kernel_normal.c

noinst_LIBRARIES += libformula.a
libformula_a_SOURCES = \
    src/formula/double_rank.h \
    src/formula/interval.c src/formula/interval.h src/formula/interval_rounding.h \
    src/formula/interval_choice.c \
    src/formula/interval_function.c \
    src/formula/tape.c src/formula/tape.h

check_PROGRAMS += tests/unit/test-interval
tests_unit_test_interval_SOURCES = tests/unit/test-interval.c
tests_unit_test_interval_LDADD = $(formula_libs)
