# activation: the layer's sources, then its unit tests.
noinst_LIBRARIES += libactivation.a
libactivation_a_SOURCES = \
    src/activation/activation.c src/activation/activation.h \
    src/activation/exponential.c \
    src/activation/family.h \
    src/activation/gated.c \
    src/activation/rectified.c \
    src/activation/sigmoidal.c

check_PROGRAMS += tests/unit/test-activation
tests_unit_test_activation_SOURCES = tests/unit/test-activation.c
tests_unit_test_activation_LDADD = $(activation_libs)
