# layout: the layer's sources, then its unit tests.
noinst_LIBRARIES += liblayout.a
liblayout_a_CPPFLAGS = $(AM_CPPFLAGS) $(PANGO_CFLAGS) $(CAIRO_CFLAGS)
liblayout_a_SOURCES = \
    src/layout/drawing.c src/layout/drawing_dump.c src/layout/drawing.h \
    src/layout/drawing_inside.h src/layout/drawing_places.c \
    src/layout/layout.c src/layout/layout.h src/layout/layout_parts.h \
    src/layout/layout_axis.c src/layout/layout_axis.h src/layout/layout_axis_paint.c \
    src/layout/layout_block.c src/layout/layout_clutter.c \
    src/layout/layout_cloud.c src/layout/layout_contour.c src/layout/layout_curve.c \
    src/layout/layout_data.c src/layout/layout_dense.c src/layout/layout_direct.c \
    src/layout/layout_dot.c src/layout/layout_drop.c \
    src/layout/layout_field.c src/layout/layout_inset.c \
    src/layout/layout_legend.c src/layout/layout_legend.h \
    src/layout/layout_legend_paint.c src/layout/layout_legend_place.c \
    src/layout/layout_note.c \
    src/layout/layout_mark.c src/layout/layout_marker.c src/layout/layout_place.c \
    src/layout/layout_room.c src/layout/layout_solve.c src/layout/layout_solve.h \
    src/layout/layout_span.c src/layout/layout_swatch.c \
    src/layout/layout_title.c src/layout/layout_title.h \
    src/layout/sheet.c src/layout/sheet.h \
    src/layout/text.c src/layout/text.h \
    src/layout/text_fonts.c src/layout/text_fonts.h \
    src/layout/text_hole.c src/layout/text_hole.h src/layout/text_inside.h \
    src/layout/text_lines.c src/layout/text_lines.h \
    src/layout/text_math.c src/layout/text_math.h \
    src/layout/text_run.c src/layout/text_run.h \
    src/layout/text_sign.c src/layout/text_sign.h \
    src/layout/text_wrap.c src/layout/text_wrap.h \
    src/layout/text_script.c src/layout/text_script.h

dist_pkgdata_DATA = assets/fonts.conf

check_PROGRAMS += tests/unit/test-text tests/unit/test-drawing tests/unit/test-fonts
tests_unit_test_fonts_SOURCES = tests/unit/test-fonts.c
tests_unit_test_fonts_CPPFLAGS = $(liblayout_a_CPPFLAGS)
tests_unit_test_fonts_LDADD = $(layout_libs)
tests_unit_test_text_SOURCES = tests/unit/test-text.c
tests_unit_test_text_CPPFLAGS = $(liblayout_a_CPPFLAGS)
tests_unit_test_text_LDADD = $(layout_libs)
check_PROGRAMS += tests/unit/test-text-math
tests_unit_test_text_math_SOURCES = tests/unit/test-text-math.c
tests_unit_test_text_math_CPPFLAGS = $(liblayout_a_CPPFLAGS)
tests_unit_test_text_math_LDADD = $(layout_libs)
tests_unit_test_drawing_SOURCES = tests/unit/test-drawing.c
tests_unit_test_drawing_LDADD = $(layout_libs)

check_PROGRAMS += tests/unit/test-layout
tests_unit_test_layout_SOURCES = tests/unit/test-layout.c tests/unit/look.c \
    tests/unit/look.h tests/unit/scene-maker.c tests/unit/scene-maker.h
tests_unit_test_layout_LDADD = $(layout_libs)
EXTRA_DIST += tests/golden/layout.drawing

check_PROGRAMS += tests/unit/test-page
tests_unit_test_page_SOURCES = tests/unit/test-page.c tests/unit/look.c tests/unit/look.h
tests_unit_test_page_LDADD = $(layout_libs)
EXTRA_DIST += tests/page
