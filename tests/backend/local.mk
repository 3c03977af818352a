# tests/backend: formats read by other programs, and what they show compared with ours.
EXTRA_PROGRAMS += tests/backend/compare-png
tests_backend_compare_png_SOURCES = tests/backend/compare-png.c
tests_backend_compare_png_CPPFLAGS = $(AM_CPPFLAGS) $(PNG_CFLAGS)
tests_backend_compare_png_LDADD = $(base_libs) $(PNG_LIBS)
CLEANFILES += tests/backend/compare-png$(EXEEXT)
check_DATA += tests/backend/compare-png$(EXEEXT)
dist_check_SCRIPTS += tests/backend/eps.sh tests/backend/gnuplot.sh tests/backend/html.sh tests/backend/legend.sh tests/backend/pdf.sh tests/backend/svg.sh tests/backend/term.sh tests/backend/tex.sh tests/backend/vega.sh
EXTRA_DIST += tests/golden/steps.term tests/backend/html.js tests/backend/axes.yaml tests/backend/hostile.yaml tests/backend/two-fields.yaml tests/backend/log-fields.yaml tests/backend/lines.yaml tests/backend/order.yaml
EXTRA_DIST += tests/backend/vega/check.mjs tests/backend/vega/package.json \
    tests/backend/vega/package-lock.json

# Fetches Vega-Lite from npm into the build's folder, unless it is there.
fetch-vega:
	$(MKDIR_P) tests/backend/vega
	cd $(srcdir)/tests/backend/vega && for file in package.json package-lock.json; do \
	    cmp -s $$file $(abs_top_builddir)/tests/backend/vega/$$file || \
	    cp $$file $(abs_top_builddir)/tests/backend/vega/$$file || exit 1; done
	cd tests/backend/vega && \
	    { test node_modules/.package-lock.json -nt package-lock.json || npm ci --no-audit --no-fund; }

# Draws with it.
check-vega: all fetch-vega
	$(MAKE) $(AM_MAKEFLAGS) check-TESTS TESTS=tests/backend/vega.sh
.PHONY: check-vega fetch-vega
