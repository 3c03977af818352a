# formula: the layer's sources, then its unit tests.

# The kernels, compiled for several processors; these flags change no result, they
# let the compiler turn choices and square roots into vector code.
noinst_LIBRARIES += libkernel.a
libkernel_a_CFLAGS = $(AM_CFLAGS) -O3 -ftree-vectorize -fopenmp-simd -fno-math-errno \
    -fno-trapping-math $(KERNEL_CFLAGS)
libkernel_a_SOURCES = \
    src/formula/kernel.h src/formula/kernel_block.h src/formula/kernel_exact.h \
    src/formula/kernel_exp.h src/formula/kernel_point.h src/formula/kernel_polynomials.h \
    src/formula/kernel_affine.c \
    src/formula/kernel_arithmetic.c \
    src/formula/kernel_care.c \
    src/formula/kernel_choose.c \
    src/formula/kernel_copy.c \
    src/formula/kernel_exp.c \
    src/formula/kernel_expm1.c \
    src/formula/kernel_exponential.c \
    src/formula/kernel_gelu_tanh.c \
    src/formula/kernel_library.c \
    src/formula/kernel_logistic.c \
    src/formula/kernel_mish.c \
    src/formula/kernel_normal.c \
    src/formula/kernel_pair.c \
    src/formula/kernel_pick.c \
    src/formula/kernel_root.c \
    src/formula/kernel_series.c

include $(srcdir)/tests/oracle/local.mk

noinst_LIBRARIES += libformula.a
libformula_a_SOURCES = \
    src/formula/bracket.c src/formula/bracket.h \
    src/formula/build.h \
    src/formula/careful.c src/formula/careful.h \
    src/formula/careful_function.c src/formula/careful_function.h \
    src/formula/careful_inside.h src/formula/careful_run.c \
    src/formula/critical.c src/formula/critical.h \
    src/formula/definition.c src/formula/definition.h \
    src/formula/double_rank.h \
    src/formula/formula.c src/formula/formula.h \
    src/formula/function.c src/formula/function.h \
    src/formula/graph.c src/formula/graph.h \
    src/formula/interval.c src/formula/interval.h src/formula/interval_rounding.h \
    src/formula/interval_choice.c \
    src/formula/interval_function.c \
    src/formula/label.c \
    src/formula/lexer.c src/formula/lexer.h \
    src/formula/limit.c src/formula/limit.h \
    src/formula/lower.c src/formula/lower.h src/formula/lower_body.h \
    src/formula/lower_call.c src/formula/lower_name.c \
    src/formula/markup.c src/formula/markup.h \
    src/formula/math.c src/formula/math.h \
    src/formula/math_formula.c src/formula/math_formula.h \
    src/formula/math_inside.h src/formula/math_name.c \
    src/formula/math_written.c \
    src/formula/math_latex.c src/formula/math_plain.c \
    src/formula/math_command.c \
    src/formula/math_read.c src/formula/math_reader.h \
    src/formula/math_symbol.c src/formula/math_symbol.h \
    src/formula/mathml.c \
    src/formula/node.c src/formula/node.h \
    src/formula/notation.c src/formula/notation.h \
    src/formula/operation.c src/formula/operation.h \
    src/formula/operation_arithmetic.c \
    src/formula/operation_function.c \
    src/formula/operation_composed.c \
    src/formula/operation_rewritten.c src/formula/operation_rewritten.h \
    src/formula/parser.c src/formula/parser.h \
    src/formula/parser_token.c src/formula/parser_token.h \
    src/formula/pattern.c src/formula/pattern.h \
    src/formula/print.c \
    src/formula/rewrite.c src/formula/rewrite.h \
    src/formula/rewrite_form.c src/formula/rewrite_form.h \
    src/formula/respell.c src/formula/respell.h \
    src/formula/roots.c src/formula/roots.h \
    src/formula/script.c src/formula/script.h \
    src/formula/script_words.c src/formula/script_words.h \
    src/formula/sided.c src/formula/sided.h \
    src/formula/simplify.c src/formula/simplify.h \
    src/formula/switches.c src/formula/switches.h \
    src/formula/syntax.c src/formula/syntax.h \
    src/formula/tape.c src/formula/tape.h \
    src/formula/tape_care.c src/formula/tape_care.h \
    src/formula/tape_fuse.c src/formula/tape_fuse.h \
    src/formula/tape_inside.h src/formula/tape_pick.c src/formula/tape_pick.h \
    src/formula/tape_run.c src/formula/tape_threads.c \
    src/formula/typeset.h

check_PROGRAMS += tests/unit/test-interval
tests_unit_test_interval_SOURCES = tests/unit/test-interval.c
tests_unit_test_interval_LDADD = $(formula_libs)

check_PROGRAMS += tests/unit/test-formula
tests_unit_test_formula_SOURCES = tests/unit/test-formula.c
tests_unit_test_formula_LDADD = $(formula_libs)

check_PROGRAMS += tests/unit/test-tape
tests_unit_test_tape_SOURCES = tests/unit/test-tape.c
tests_unit_test_tape_LDADD = $(formula_libs)

check_PROGRAMS += tests/unit/test-rewrite
tests_unit_test_rewrite_SOURCES = tests/unit/test-rewrite.c
tests_unit_test_rewrite_LDADD = $(formula_libs)

check_PROGRAMS += tests/fuzz/fuzz-formula
tests_fuzz_fuzz_formula_SOURCES = tests/fuzz/fuzz-formula.c
tests_fuzz_fuzz_formula_LDADD = $(formula_libs)

check_PROGRAMS += tests/unit/test-switches
tests_unit_test_switches_SOURCES = tests/unit/test-switches.c
tests_unit_test_switches_LDADD = $(formula_libs)

check_PROGRAMS += tests/unit/test-typeset
tests_unit_test_typeset_SOURCES = tests/unit/test-typeset.c
tests_unit_test_typeset_LDADD = $(formula_libs)

check_PROGRAMS += tests/unit/test-math
tests_unit_test_math_SOURCES = tests/unit/test-math.c
tests_unit_test_math_LDADD = $(formula_libs)
