# backend: the layer's sources, then its unit tests.
noinst_LIBRARIES += libbackend.a
libbackend_a_CPPFLAGS = $(AM_CPPFLAGS) $(PANGO_CFLAGS) $(CAIRO_CFLAGS) $(PNG_CFLAGS)
libbackend_a_SOURCES = \
    src/backend/backend.c src/backend/backend.h \
    src/backend/cairo_painter.c src/backend/cairo_painter.h \
    src/backend/dump.c \
    src/backend/formats.h \
    src/backend/pdf.c \
    src/backend/png.c \
    src/backend/svg.c \
    src/backend/svg_attribute.c src/backend/svg_attribute.h \
    src/backend/svg_path.c src/backend/svg_path.h \
    src/backend/svg_text.c src/backend/svg_text.h \
    src/backend/xml.c src/backend/xml.h

# What writes the Drawing needs layout alone, not the layers above it.
backend_test_libs = libbackend.a liblayout.a $(PANGO_LIBS) $(CAIRO_LIBS) $(PNG_LIBS) \
    $(base_libs)

check_PROGRAMS += tests/unit/test-backend
tests_unit_test_backend_SOURCES = tests/unit/test-backend.c
tests_unit_test_backend_CPPFLAGS = $(libbackend_a_CPPFLAGS)
tests_unit_test_backend_LDADD = $(backend_test_libs)
tests_unit_test_polyline_SOURCES =.c
tests_unit_test_polyline_LDADD = libbackend.a $(base_libs)
