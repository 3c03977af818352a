# activation: the layer's sources, then its unit tests.
noinst_LIBRARIES += libactivation.a
libactivation_a_SOURCES = \
    src/activation/activation.c src/activation/activation.h \
    src/activation/exponential.c \
    src/activation/family.h \
    src/activation/gated.c \
    src/activation/rectified.c \
    src/activation/sigmoidal.c
