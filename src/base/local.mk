# base: the layer's sources, then its unit tests.
noinst_LIBRARIES += libbase.a
libbase_a_SOURCES = \
    src/base/color.c src/base/color.h \
    src/base/decimal.c src/base/decimal.h src/base/decimal_powers.h \
    src/base/error.c src/base/error.h \
    src/base/geometry.h \
    src/base/length.c src/base/length.h \
    src/base/marker.h \
    src/base/nearest.c src/base/nearest.h \
    src/base/number.c src/base/number.h \
    src/base/number_pattern.c src/base/number_pattern.h \
    src/base/progress.c src/base/progress.h \
    src/base/warning.c src/base/warning.h

check_PROGRAMS += tests/unit/test-base
tests_unit_test_base_SOURCES = tests/unit/test-base.c
tests_unit_test_base_LDADD = $(base_libs)

check_PROGRAMS += tests/unit/test-decimal
tests_unit_test_decimal_SOURCES = tests/unit/test-decimal.c
tests_unit_test_decimal_LDADD = $(base_libs)
