# network: the layer's sources, then its unit tests.
noinst_LIBRARIES += libnetwork.a
libnetwork_a_CPPFLAGS = $(AM_CPPFLAGS) $(GSL_CFLAGS)
libnetwork_a_SOURCES = \
    src/network/experiment.c src/network/experiment.h \
    src/network/iteration.c \
    src/network/mean_field.c src/network/mean_field.h \
    src/network/moment_table.c src/network/moment_table.h \
    src/network/quadrature.c src/network/quadrature.h \
    src/network/correlation.c src/network/correlation.h \
    src/network/distribution.c src/network/distribution.h \
    src/network/length_map.c \
    src/network/variance_map.c \
    src/network/correlation_map.c \
    src/network/records.h

check_PROGRAMS += tests/unit/test-experiment
tests_unit_test_experiment_SOURCES = tests/unit/test-experiment.c
tests_unit_test_experiment_LDADD = $(network_libs)

check_PROGRAMS += tests/unit/test-mean-field
tests_unit_test_mean_field_SOURCES = tests/unit/test-mean-field.c
tests_unit_test_mean_field_LDADD = $(network_libs)

check_PROGRAMS += tests/unit/test-theory
tests_unit_test_theory_SOURCES = tests/unit/test-theory.c
tests_unit_test_theory_LDADD = $(network_libs)

check_PROGRAMS += tests/unit/test-distribution
tests_unit_test_distribution_SOURCES = tests/unit/test-distribution.c
tests_unit_test_distribution_LDADD = $(network_libs)

check_PROGRAMS += tests/unit/test-correlation
tests_unit_test_correlation_SOURCES = tests/unit/test-correlation.c
tests_unit_test_correlation_LDADD = $(network_libs)
