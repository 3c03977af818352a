# network: the layer's sources, then its unit tests.
noinst_LIBRARIES += libnetwork.a
libnetwork_a_CPPFLAGS = $(AM_CPPFLAGS) $(GSL_CFLAGS)
libnetwork_a_SOURCES = \
    src/network/correlation.c src/network/correlation.h \
    src/network/correlation_map.c \
    src/network/cost.c \
    src/network/course.c src/network/course.h \
    src/network/dead_units.c \
    src/network/depth.c src/network/depth.h \
    src/network/depth_theory.c src/network/depth_theory.h \
    src/network/distribution.c src/network/distribution.h \
    src/network/experiment.c src/network/experiment.h \
    src/network/gradient_norm.c \
    src/network/iteration.c \
    src/network/learned_slope.c \
    src/network/length_map.c \
    src/network/mean_field.c src/network/mean_field.h \
    src/network/moment_table.c src/network/moment_table.h \
    src/network/perceptron.c src/network/perceptron.h \
    src/network/plan.c src/network/plan.h \
    src/network/product.c src/network/product.h \
    src/network/quadrature.c src/network/quadrature.h \
    src/network/random.c src/network/random.h \
    src/network/output_distribution.c \
    src/network/records.h \
    src/network/runs.c src/network/runs.h \
    src/network/signal_norm.c \
    src/network/sparsity.c \
    src/network/spread.c src/network/spread.h \
    src/network/task.c src/network/task.h \
    src/network/trainer.c src/network/trainer.h \
    src/network/training.c \
    src/network/variance_map.c

check_PROGRAMS += tests/unit/test-experiment
tests_unit_test_experiment_SOURCES = tests/unit/test-experiment.c
tests_unit_test_experiment_LDADD = $(network_libs)

check_PROGRAMS += tests/unit/test-mean-field
tests_unit_test_mean_field_SOURCES = tests/unit/test-mean-field.c
tests_unit_test_mean_field_LDADD = $(network_libs)

check_PROGRAMS += tests/unit/test-theory
tests_unit_test_theory_SOURCES = tests/unit/test-theory.c tests/unit/experiment-maker.h
tests_unit_test_theory_LDADD = $(network_libs)

check_PROGRAMS += tests/unit/test-distribution
tests_unit_test_distribution_SOURCES = tests/unit/test-distribution.c
tests_unit_test_distribution_LDADD = $(network_libs)

check_PROGRAMS += tests/unit/test-correlation
tests_unit_test_correlation_SOURCES = tests/unit/test-correlation.c
tests_unit_test_correlation_LDADD = $(network_libs)

check_PROGRAMS += tests/unit/test-random
tests_unit_test_random_SOURCES = tests/unit/test-random.c
tests_unit_test_random_CPPFLAGS = $(AM_CPPFLAGS) $(GSL_CFLAGS)
tests_unit_test_random_LDADD = $(network_libs)

check_PROGRAMS += tests/unit/test-perceptron
tests_unit_test_perceptron_SOURCES = tests/unit/test-perceptron.c
tests_unit_test_perceptron_CPPFLAGS = $(AM_CPPFLAGS) $(GSL_CFLAGS)
tests_unit_test_perceptron_LDADD = $(network_libs)

check_PROGRAMS += tests/unit/test-depth
tests_unit_test_depth_SOURCES = tests/unit/test-depth.c tests/unit/experiment-maker.h
tests_unit_test_depth_LDADD = $(network_libs)

check_PROGRAMS += tests/unit/test-training
tests_unit_test_training_SOURCES = tests/unit/test-training.c tests/unit/experiment-maker.h
tests_unit_test_training_LDADD = $(network_libs)
