# activation: the layer's sources, then its unit tests.
noinst_LIBRARIES += libactivation.a
libactivation_a_CPPFLAGS = $(AM_CPPFLAGS) $(GSL_CFLAGS)
libactivation_a_SOURCES = \
    src/activation/activation.c src/activation/activation.h \
    src/activation/composite.c \
    src/activation/cost.c src/activation/cost.h \
    src/activation/exponential.c \
    src/activation/facts.c src/activation/facts.h \
    src/activation/facts_line.c src/activation/facts_line.h \
    src/activation/facts_mean.c src/activation/facts_mean.h \
    src/activation/facts_moment.c \
    src/activation/facts_profile.c src/activation/facts_profile.h \
    src/activation/facts_range.c src/activation/facts_range.h \
    src/activation/facts_roots.c \
    src/activation/facts_trait.c src/activation/facts_trait.h \
    src/activation/facts_work.h \
    src/activation/family.h \
    src/activation/framework.c src/activation/framework.h \
    src/activation/gated.c \
    src/activation/periodic.c \
    src/activation/piecewise.c \
    src/activation/pytorch_gain.c src/activation/pytorch_gain.h \
    src/activation/radial.c \
    src/activation/rectified.c \
    src/activation/sameness.c src/activation/sameness.h \
    src/activation/shrinking.c \
    src/activation/sigmoidal.c \
    src/activation/smooth.c \
    src/activation/spelling.c src/activation/spelling.h \
    src/activation/squashing.c \
    src/activation/verify.c src/activation/verify.h

check_PROGRAMS += tests/unit/test-framework
tests_unit_test_framework_SOURCES = tests/unit/test-framework.c
tests_unit_test_framework_LDADD = $(activation_libs)

check_PROGRAMS += tests/unit/test-activation
tests_unit_test_activation_SOURCES = tests/unit/test-activation.c
tests_unit_test_activation_LDADD = $(activation_libs)

check_PROGRAMS += tests/unit/test-facts
tests_unit_test_facts_SOURCES = tests/unit/test-facts.c
tests_unit_test_facts_LDADD = $(activation_libs)
