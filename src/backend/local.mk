# backend: the layer's sources, then its unit tests.
noinst_LIBRARIES += libbackend.a
libbackend_a_CPPFLAGS = $(AM_CPPFLAGS) $(PANGO_CFLAGS) $(CAIRO_CFLAGS) $(PNG_CFLAGS) $(CHAFA_CFLAGS)
libbackend_a_SOURCES = \
    src/backend/backend.c src/backend/backend.h \
    src/backend/image_blit.c src/backend/image_blit.h \
    src/backend/cairo_painter.c src/backend/cairo_painter.h \
    src/backend/csv.c src/backend/data.c \
    src/backend/dump.c \
    src/backend/eps.c \
    src/backend/estimate.c src/backend/estimate.h \
    src/backend/gnuplot.c src/backend/gnuplot_parts.h \
    src/backend/gnuplot_area.c \
    src/backend/gnuplot_axis.c \
    src/backend/gnuplot_function.c \
    src/backend/gnuplot_key.c \
    src/backend/gnuplot_mark.c \
    src/backend/gnuplot_note.c \
    src/backend/gnuplot_panel.c \
    src/backend/gnuplot_text.c \
    src/backend/html.c \
    src/backend/html_model.c src/backend/html_model.h \
    src/backend/json.c src/backend/json_parts.h \
    src/backend/json_area.c \
    src/backend/json_axis.c \
    src/backend/json_field.c \
    src/backend/json_inset.c \
    src/backend/json_legend.c \
    src/backend/json_note.c \
    src/backend/json_panel.c \
    src/backend/json_text.c \
    src/backend/json_writer.c src/backend/json_writer.h \
    src/backend/pdf.c \
    src/backend/pdf_document.c src/backend/pdf_document.h \
    src/backend/png.c src/backend/png_file.c src/backend/png_file.h \
    src/backend/svg.c \
    src/backend/svg_attribute.c src/backend/svg_attribute.h \
    src/backend/svg_digest.c src/backend/svg_digest.h \
    src/backend/svg_path.c src/backend/svg_path.h \
    src/backend/svg_text.c src/backend/svg_text.h \
    src/backend/tex.c src/backend/tex_parts.h \
    src/backend/tex_area.c \
    src/backend/tex_field.c \
    src/backend/tex_axis.c \
    src/backend/tex_note.c \
    src/backend/tex_panel.c \
    src/backend/tex_text.c \
    src/backend/unshown.c src/backend/unshown.h \
    src/backend/term.c \
    src/backend/term_canvas.c src/backend/term_canvas.h \
    src/backend/term_chafa.c src/backend/term_chafa.h \
    src/backend/term_content.c src/backend/term_content.h \
    src/backend/term_panel.c src/backend/term_panel.h \
    src/backend/xml.c src/backend/xml.h

check_PROGRAMS += tests/unit/test-backend
tests_unit_test_backend_SOURCES = tests/unit/test-backend.c
tests_unit_test_backend_CPPFLAGS = $(libbackend_a_CPPFLAGS)
tests_unit_test_backend_LDADD = $(backend_libs)

check_PROGRAMS += tests/unit/test-script
tests_unit_test_script_SOURCES = tests/unit/test-script.c tests/unit/scene-maker.c \
    tests/unit/scene-maker.h
tests_unit_test_script_LDADD = $(backend_libs)
EXTRA_DIST += tests/golden/two-panels.csv tests/golden/two-panels.gp

pagedir = $(pkgdatadir)/html
dist_page_DATA = assets/html/figure.css assets/html/figure.js

check_PROGRAMS += tests/unit/test-readback
tests_unit_test_readback_SOURCES = tests/unit/test-readback.c tests/unit/made.c \
    tests/unit/made.h
tests_unit_test_readback_LDADD = $(backend_libs)
