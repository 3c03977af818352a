# tests: what needs the whole program, and what looks at the source itself.
dist_check_SCRIPTS += \
    tests/source/format.sh \
    tests/source/layers.sh \
    tests/source/length.sh \
    tests/source/shared.sh \
    tests/cli/atlas.sh \
    tests/cli/check.sh \
    tests/cli/data.sh \
    tests/cli/compare.sh \
    tests/cli/completion.sh \
    tests/cli/edges.sh \
    tests/cli/eval.sh \
    tests/cli/examples.sh \
    tests/cli/experiment.sh \
    tests/cli/export.sh \
    tests/cli/gallery.sh \
    tests/cli/help.sh \
    tests/cli/info.sh \
    tests/cli/install.sh \
    tests/cli/manual.sh \
    tests/cli/own.sh \
    tests/cli/plot.sh \
    tests/cli/readme.sh \
    tests/cli/render.sh \
    tests/cli/labels.sh \
    tests/cli/report.sh \
    tests/cli/schema.sh \
    tests/cli/set.sh \
    tests/cli/switches.sh \
    tests/cli/update.sh \
    tests/cli/valgrind.sh \
    tests/cli/watch.sh \
    tests/cli/write-figure.sh \
    tests/cli/write.sh

nobase_dist_doc_DATA += \
    examples/report/CMakeLists.txt \
    examples/report/Makefile \
    examples/report/data/loss.csv \
    examples/report/figures/gates.yaml \
    examples/report/figures/measured.yaml \
    examples/report/figures/slopes.yaml \
    examples/report/page.md \
    examples/report/report.tex \
    examples/report/themes/report.yaml

EXTRA_DIST += tests/cli/schema.py tests/cli/validate.py tests/tap.sh tests/check-all quickstart .ci/run

# Every test in every build that is promised to work; see tests/check-all.
check-all: all
	$(AM_V_at)MAKE='$(MAKE)' $(SHELL) $(srcdir)/tests/check-all
.PHONY: check-all

# Locales with decimal commas and dotless letters, so that tests can set them anywhere.
check_DATA += tests/locale/stamp
tests/locale/stamp:
	$(AM_V_GEN)$(MKDIR_P) tests/locale && \
	    for locale in de_DE tr_TR; do \
	        localedef -i $$locale -f UTF-8 tests/locale/$$locale.UTF-8 \
	            >/dev/null 2>&1 || echo "no locale $$locale here"; \
	    done; \
	    : >$@
clean-local:
	-rm -rf tests/locale
