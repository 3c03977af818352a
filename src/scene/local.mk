# scene: the layer's sources, then its unit tests.
noinst_LIBRARIES += libscene.a
libscene_a_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS)
libscene_a_SOURCES = \
    src/scene/band.c src/scene/band.h \
    src/scene/bars.c src/scene/bars.h \
    src/scene/caption.c src/scene/caption.h \
    src/scene/curve.c src/scene/curve.h \
    src/scene/cutter.c src/scene/cutter.h \
    src/scene/columns.c src/scene/columns.h \
    src/scene/data_curve.c src/scene/data_curve.h \
    src/scene/data_curve_find.c \
    src/scene/data_csv.c src/scene/data_csv.h src/scene/data_csv_block.c \
    src/scene/data_csv_head.c src/scene/data_csv_row.c \
    src/scene/data_binary.c src/scene/data_file.c src/scene/data_file.h \
    src/scene/data_json.c \
    src/scene/axis.c src/scene/axis.h \
    src/scene/direct.c src/scene/direct.h \
    src/scene/direct_beside.c src/scene/direct_beside.h \
    src/scene/dump.c \
    src/scene/contour.c src/scene/contour.h \
    src/scene/contour_wild.c src/scene/contour_wild.h \
    src/scene/field.c src/scene/field.h \
    src/scene/field_color.c src/scene/field_data.c \
    src/scene/envelope.c src/scene/envelope.h \
    src/scene/family.c src/scene/family.h \
    src/scene/given.c src/scene/given.h \
    src/scene/histogram.c src/scene/histogram.h \
    src/scene/inset.c src/scene/inset.h \
    src/scene/jump.c src/scene/jump.h \
    src/scene/known.c src/scene/known.h \
    src/scene/label.c src/scene/label.h \
    src/scene/legend.c src/scene/legend.h \
    src/scene/landmark.c src/scene/landmark.h \
    src/scene/mark.c src/scene/mark.h \
    src/scene/overlap.c src/scene/overlap.h \
    src/scene/page_size.c src/scene/page_size.h \
    src/scene/panel.c src/scene/panel.h \
    src/scene/field_grid.c \
    src/scene/outcome.c src/scene/outcome.h \
    src/scene/parts.c src/scene/parts.h \
    src/scene/polyline.c src/scene/polyline.h \
    src/scene/range.c src/scene/range.h \
    src/scene/sampling.c src/scene/sampling.h src/scene/sampling_inside.h \
    src/scene/sampling_refine.c \
    src/scene/scale.c src/scene/scale.h \
    src/scene/scene.c src/scene/scene.h \
    src/scene/shade.c src/scene/shade.h \
    src/scene/strokes.c \
    src/scene/strip.c src/scene/strip.h \
    src/scene/style.c src/scene/style.h \
    src/scene/template.c src/scene/template.h \
    src/scene/tick_format.c src/scene/tick_format.h \
    src/scene/tick_label.c src/scene/tick_label.h \
    src/scene/ticks_log.c src/scene/ticks_log.h \
    src/scene/ticks_symlog.c \
    src/scene/ticks.c src/scene/ticks.h

check_PROGRAMS += tests/unit/test-sampling
tests_unit_test_sampling_SOURCES = tests/unit/test-sampling.c
tests_unit_test_sampling_LDADD = $(scene_libs)

check_PROGRAMS += tests/unit/test-field
tests_unit_test_field_SOURCES = tests/unit/test-field.c
tests_unit_test_field_LDADD = $(scene_libs)

check_PROGRAMS += tests/unit/test-outcome
tests_unit_test_outcome_SOURCES = tests/unit/test-outcome.c
tests_unit_test_outcome_LDADD = $(scene_libs)

check_PROGRAMS += tests/unit/test-ticks
tests_unit_test_ticks_SOURCES = tests/unit/test-ticks.c
tests_unit_test_ticks_LDADD = $(scene_libs)

check_PROGRAMS += tests/unit/test-annotation
tests_unit_test_annotation_SOURCES = tests/unit/test-annotation.c
tests_unit_test_annotation_LDADD = $(scene_libs)

check_PROGRAMS += tests/unit/test-overlap
tests_unit_test_overlap_SOURCES = tests/unit/test-overlap.c
tests_unit_test_overlap_LDADD = $(scene_libs)

check_PROGRAMS += tests/unit/test-scene
tests_unit_test_scene_SOURCES = tests/unit/test-scene.c
tests_unit_test_scene_LDADD = $(scene_libs)
EXTRA_DIST += \
    tests/golden/coincide.yaml tests/golden/coincide.scene \
    tests/golden/family.yaml tests/golden/family.scene \
    tests/golden/grid.yaml tests/golden/grid.scene \
    tests/golden/jumps.yaml tests/golden/jumps.scene \
    tests/golden/log-scales.yaml tests/golden/log-scales.scene \
    tests/golden/points.yaml tests/golden/points.scene \
    tests/golden/poles.yaml tests/golden/poles.scene \
    tests/golden/article-zh.scene \
    tests/golden/dead-units.scene \
    tests/golden/gradient-norm.scene \
    tests/golden/learned-slope.scene \
    tests/golden/kinks.scene \
    tests/golden/landmarks.scene \
    tests/golden/colour-blind.scene \
    tests/golden/dark-slides.scene \
    tests/golden/palettes.scene \
    tests/golden/gradient-product.scene \
    tests/golden/languages.scene \
    tests/golden/prelu-alpha-gradient.scene \
    tests/golden/prelu-slopes.scene \
    tests/golden/relu-family-derivatives.scene \
    tests/golden/relu-family.scene \
    tests/golden/sweep.scene \
    tests/golden/cost-bars.scene tests/golden/output-distribution.scene \
    tests/golden/training.scene \
    tests/golden/tails.scene \
    tests/golden/saturation.scene \
    tests/golden/saturation-regions.scene \
    tests/golden/typeset.scene \
    tests/golden/swish-field.scene \
    tests/golden/swish-slope.scene \
    tests/golden/variance-map.scene \
    tests/golden/value-and-slope.scene \
    tests/golden/conventions.scene \
    tests/golden/depth-theory.scene \
    tests/golden/derivative-zoo.scene \
    tests/golden/gelu-tanh.scene \
    tests/golden/glu.scene \
    tests/golden/hard-soft.scene \
    tests/golden/iteration.scene \
    tests/golden/poster.scene \
    tests/golden/second-derivatives.scene \
    tests/golden/swish-beta.scene \
    tests/golden/variants.scene

check_PROGRAMS += tests/unit/test-data
tests_unit_test_data_SOURCES = tests/unit/test-data.c tests/unit/made.c \
    tests/unit/made.h
tests_unit_test_data_LDADD = $(scene_libs)
