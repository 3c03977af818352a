/* pdf.c - the Drawing as a page of PDF: cairo's writer, and our own date. */
#include "config.h"

#include "backend/backend.h"
#include "backend/cairo_painter.h"
#include "base/error.h"
#include "base/number.h"

#include <cairo-pdf.h>
#include <stdlib.h>
#include <string.h>
#ifdef ACTPLOT_SANITIZED
#include <sanitizer/lsan_interface.h>
#endif

/* PDF viewers refuse larger pages. */
#define SIDE_MAX_PT 14400

static cairo_status_t append_bytes(void *data, const unsigned char *bytes,
                                   unsigned length)
{
    g_byte_array_append(data, bytes, length);
    return CAIRO_STATUS_SUCCESS;
}

/* ISO 8601, in UTC: the moment that reproducible builds name, else a constant. */
static char *creation_date(void)
{
    const char *epoch = g_getenv("SOURCE_DATE_EPOCH");
    gint64 seconds = 0;
    if (epoch && !g_ascii_string_to_signed(
                     epoch, 10, 0, G_GINT64_CONSTANT(253402300799), &seconds, NULL))
        seconds = 0;
    g_autoptr(GDateTime) date = g_date_time_new_from_unix_utc(seconds);
    return g_date_time_format(date, "%Y-%m-%dT%H:%M:%SZ");
}

static void set_metadata(cairo_surface_t *surface, cairo_pdf_metadata_t key,
                         const char *text)
{
    if (text[0] != '\0')
        cairo_pdf_surface_set_metadata(surface, key, text);
}

/* Writes fonts and page. cairo 1.16 loses 768 bytes for each CFF font that it embeds;
 * leak checkers need not hear of that. */
static void finish_surface(cairo_surface_t *surface)
{
#ifdef ACTPLOT_SANITIZED
    __lsan_disable();
#endif
    cairo_surface_finish(surface);
#ifdef ACTPLOT_SANITIZED
    __lsan_enable();
#endif
}

static bool write_pdf(const Drawing *drawing, const BackendOptions *options,
                      GByteArray *out, Warnings *warnings, GError **error)
{
    (void)options;
    (void)warnings;
    double width = drawing_width(drawing), height = drawing_height(drawing);
    if (!(width <= SIDE_MAX_PT && height <= SIDE_MAX_PT)) {
        char across[NUMBER_SIZE], down[NUMBER_SIZE];
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                    "a page of %s x %s pt is too large for pdf (at most %d a side)",
                    number_format_digits(width, 6, across),
                    number_format_digits(height, 6, down), SIDE_MAX_PT);
        return false;
    }
    g_autofree char *date = creation_date();
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream(append_bytes, out, width, height);
    set_metadata(surface, CAIRO_PDF_METADATA_TITLE,
                 drawing_title(drawing)[0] ? drawing_title(drawing)
                                           : drawing_name(drawing));
    set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, drawing_description(drawing));
    g_autofree char *keywords =
        g_strconcat("activation functions, ", drawing_name(drawing), NULL);
    set_metadata(surface, CAIRO_PDF_METADATA_KEYWORDS, keywords);
    set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, PACKAGE_NAME " " PACKAGE_VERSION);
    set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
    cairo_t *cr = cairo_create(surface);
    cairo_painter_paint(cr, drawing, 0);
    cairo_status_t status = cairo_status(cr);
    cairo_destroy(cr);
    finish_surface(surface);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    if (status != CAIRO_STATUS_SUCCESS)
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_IO,
                    "cannot write '%s' as pdf: %s", drawing_name(drawing),
                    cairo_status_to_string(status));
    return status == CAIRO_STATUS_SUCCESS;
}

const Backend backend_pdf = {
    .name = "pdf",
    .help = "vector page for print, fonts embedded",
    .shows = "everything",
    .binary = true,
    .write_drawing = write_pdf,
};
