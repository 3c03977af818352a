# spec: the layer's sources, then its unit tests.
noinst_LIBRARIES += libspec.a
libspec_a_CPPFLAGS = $(AM_CPPFLAGS) $(YAML_CFLAGS)
libspec_a_SOURCES = \
    src/spec/assets.c src/spec/assets.h \
    src/spec/axis_read.c \
    src/spec/curve_read.c \
    src/spec/data_read.c src/spec/data_spec.h \
    src/spec/define_read.c \
    src/spec/definitions.c src/spec/definitions.h \
    src/spec/document.c src/spec/document.h src/spec/document_parse.c \
    src/spec/document_write.c \
    src/spec/experiment_read.c src/spec/experiment_spec.h \
    src/spec/experiment_vocabulary.c \
    src/spec/field.c src/spec/field.h \
    src/spec/figure.c src/spec/figure.h \
    src/spec/figure_fields.c src/spec/figure_fields.h \
    src/spec/figure_read.c \
    src/spec/file_kind.c src/spec/file_kind.h \
    src/spec/functions_read.c \
    src/spec/output_read.c src/spec/output_spec.h \
    src/spec/page_read.c \
    src/spec/label_read.c \
    src/spec/inset_read.c \
    src/spec/mark_read.c \
    src/spec/heatmap.h src/spec/heatmap_read.c \
    src/spec/note_read.c \
    src/spec/shade_read.c src/spec/annotation.h \
    src/spec/palette.c src/spec/palette.h src/spec/palette_read.c \
    src/spec/palette_table.c src/spec/palette_table.h \
    src/spec/report.c src/spec/report.h \
    src/spec/settings.c src/spec/settings.h \
    src/spec/theme.c src/spec/theme.h \
    src/spec/theme_fields.c \
    src/spec/value.c

themesdir = $(pkgdatadir)/themes
dist_themes_DATA = \
    assets/themes/article.yaml \
    assets/themes/atlas.yaml \
    assets/themes/dark.yaml \
    assets/themes/default.yaml \
    assets/themes/paper.yaml \
    assets/themes/slides-dark.yaml \
    assets/themes/slides.yaml

check_PROGRAMS += tests/unit/test-palette
tests_unit_test_palette_SOURCES = \
    tests/unit/test-palette.c \
    tests/unit/color-science.c tests/unit/color-science.h
tests_unit_test_palette_LDADD = $(spec_libs)

check_PROGRAMS += tests/unit/test-settings tests/unit/test-spec tests/fuzz/fuzz-figure
tests_unit_test_settings_SOURCES = tests/unit/test-settings.c
tests_unit_test_settings_LDADD = $(spec_libs)
tests_unit_test_spec_SOURCES = tests/unit/test-spec.c
tests_unit_test_spec_LDADD = $(spec_libs)
tests_fuzz_fuzz_figure_SOURCES = tests/fuzz/fuzz-figure.c
tests_fuzz_fuzz_figure_LDADD = $(spec_libs)
EXTRA_DIST += tests/spec/catalogue tests/spec/good tests/spec/bad tests/spec/theme tests/spec/palette

# The link that configure makes when the build folder is not the source folder.
distclean-local:
	if test -L assets; then rm -f assets; fi
