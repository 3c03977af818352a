# activation: the layer's sources, then its unit tests.
noinst_LIBRARIES += libactivation.a
libactivation_a_SOURCES = \
    src/activation/activation.c src/activation/activation.h \
    src/activation/composite.c \
    src/activation/exponential.c \
    src/activation/family.h \
    src/activation/framework.c src/activation/framework.h \
    src/activation/gated.c \
    src/activation/periodic.c \
    src/activation/piecewise.c \
    src/activation/radial.c \
    src/activation/rectified.c \
    src/activation/shrinking.c \
    src/activation/sigmoidal.c \
    src/activation/smooth.c \
    src/activation/spelling.c src/activation/spelling.h \
    src/activation/squashing.c

check_PROGRAMS += tests/unit/test-activation
tests_unit_test_activation_SOURCES = tests/unit/test-activation.c
tests_unit_test_activation_LDADD = $(activation_libs)
