# tests/oracle: what needs MPFR.
if HAVE_MPFR
oracle_sources = tests/oracle/real.c tests/oracle/real.h \
    tests/oracle/reference.c tests/oracle/reference.h \
    tests/oracle/points.c tests/oracle/points.h
check_PROGRAMS += tests/oracle/test-activations tests/oracle/test-kernels \
    tests/oracle/test-facts tests/oracle/test-polynomials tests/oracle/test-twenty
catalogue_sources = $(oracle_sources) \
    tests/oracle/catalogue.c tests/oracle/catalogue.h \
    tests/oracle/jet.c tests/oracle/jet.h \
    tests/oracle/measure.c tests/oracle/measure.h
tests_oracle_test_activations_SOURCES = tests/oracle/test-activations.c \
    $(catalogue_sources)
tests_oracle_test_activations_CPPFLAGS = $(AM_CPPFLAGS) $(MPFR_CFLAGS)
tests_oracle_test_activations_LDADD = $(activation_libs) $(MPFR_LIBS)
tests_oracle_test_facts_SOURCES = tests/oracle/test-facts.c \
    $(oracle_sources) tests/oracle/catalogue.c tests/oracle/catalogue.h \
    tests/oracle/jet.c tests/oracle/jet.h
tests_oracle_test_facts_CPPFLAGS = $(AM_CPPFLAGS) $(MPFR_CFLAGS)
tests_oracle_test_facts_LDADD = $(activation_libs) $(MPFR_LIBS)
tests_oracle_test_kernels_SOURCES = tests/oracle/test-kernels.c $(oracle_sources)
tests_oracle_test_kernels_CPPFLAGS = $(AM_CPPFLAGS) $(MPFR_CFLAGS)
tests_oracle_test_kernels_LDADD = $(formula_libs) $(MPFR_LIBS)
tests_oracle_test_polynomials_SOURCES = tests/oracle/test-polynomials.c \
    $(oracle_sources)
tests_oracle_test_polynomials_CPPFLAGS = $(AM_CPPFLAGS) $(MPFR_CFLAGS)
tests_oracle_test_polynomials_LDADD = $(base_libs) $(MPFR_LIBS)
tests_oracle_test_twenty_SOURCES = tests/oracle/test-twenty.c $(oracle_sources)
tests_oracle_test_twenty_CPPFLAGS = $(AM_CPPFLAGS) $(MPFR_CFLAGS)
tests_oracle_test_twenty_LDADD = $(activation_libs) $(MPFR_LIBS)

# Some minutes: 200,000 points a function.
EXTRA_PROGRAMS += tests/oracle/accuracy
tests_oracle_accuracy_SOURCES = tests/oracle/accuracy.c $(catalogue_sources)
tests_oracle_accuracy_CPPFLAGS = $(AM_CPPFLAGS) $(MPFR_CFLAGS)
tests_oracle_accuracy_LDADD = $(activation_libs) $(MPFR_LIBS)
CLEANFILES += tests/oracle/accuracy$(EXEEXT)
accuracy: tests/oracle/accuracy$(EXEEXT)
	$(AM_V_GEN)tests/oracle/accuracy$(EXEEXT) > accuracy.tmp && \
	    mv accuracy.tmp $(srcdir)/doc/ACCURACY.md

endif
