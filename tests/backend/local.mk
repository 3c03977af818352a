# tests/backend: formats read by other programs, and what they show compared with ours.
EXTRA_PROGRAMS += tests/backend/compare-png
tests_backend_compare_png_SOURCES = tests/backend/compare-png.c
tests_backend_compare_png_CPPFLAGS = $(AM_CPPFLAGS) $(PNG_CFLAGS)
tests_backend_compare_png_LDADD = $(base_libs) $(PNG_LIBS)
CLEANFILES += tests/backend/compare-png$(EXEEXT)
check_DATA += tests/backend/compare-png$(EXEEXT)
dist_check_SCRIPTS += tests/backend/eps.sh tests/backend/gnuplot.sh tests/backend/pdf.sh tests/backend/svg.sh tests/backend/tex.sh
EXTRA_DIST += tests/backend/axes.yaml tests/backend/hostile.yaml
