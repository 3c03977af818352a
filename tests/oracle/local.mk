# tests/oracle: what needs MPFR.
if HAVE_MPFR
oracle_sources = tests/oracle/real.c tests/oracle/real.h \
    tests/oracle/reference.c tests/oracle/reference.h \
    tests/oracle/points.c tests/oracle/points.h
check_PROGRAMS += tests/oracle/test-activations tests/oracle/test-kernels \
    tests/oracle/test-polynomials
tests_oracle_test_activations_SOURCES = tests/oracle/test-activations.c \
    $(oracle_sources)
tests_oracle_test_activations_CPPFLAGS = $(AM_CPPFLAGS) $(MPFR_CFLAGS)
tests_oracle_test_activations_LDADD = $(activation_libs) $(MPFR_LIBS)
tests_oracle_test_kernels_SOURCES = tests/oracle/test-kernels.c $(oracle_sources)
tests_oracle_test_kernels_CPPFLAGS = $(AM_CPPFLAGS) $(MPFR_CFLAGS)
tests_oracle_test_kernels_LDADD = $(formula_libs) $(MPFR_LIBS)
tests_oracle_test_polynomials_SOURCES = tests/oracle/test-polynomials.c \
    $(oracle_sources)
tests_oracle_test_polynomials_CPPFLAGS = $(AM_CPPFLAGS) $(MPFR_CFLAGS)
tests_oracle_test_polynomials_LDADD = $(base_libs) $(MPFR_LIBS)
endif
