/* pdf_document.c - PDF files by cairo's writer, with our own date. */
#include "config.h"

#include "backend/pdf_document.h"

#include "backend/cairo_painter.h"
#include "backend/svg_path.h"
#include "base/error.h"

#include <cairo-pdf.h>

struct PdfDocument {
    cairo_surface_t *surface;
    cairo_t *cr;
    bool linked, has_page;
};

/* The structure that all pages are in. */
static const char structure[] = "Document";

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
    if (text && text[0] != '\0')
        cairo_pdf_surface_set_metadata(surface, key, text);
}

PdfDocument *pdf_document_new(GByteArray *out, double width_pt, double height_pt,
                              const PdfMetadata *metadata, bool linked)
{
    PdfDocument *document = g_new0(PdfDocument, 1);
    g_autofree char *date = creation_date();
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream(append_bytes, out, width_pt, height_pt);
    set_metadata(surface, CAIRO_PDF_METADATA_TITLE, metadata->title);
    set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, metadata->subject);
    set_metadata(surface, CAIRO_PDF_METADATA_KEYWORDS, metadata->keywords);
    set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, PACKAGE_NAME " " PACKAGE_VERSION);
    set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
    document->surface = surface;
    document->cr = cairo_create(surface);
    document->linked = linked;
    return document;
}

void pdf_document_free(PdfDocument *document)
{
    if (!document)
        return;
    if (document->cr)
        cairo_destroy(document->cr);
    cairo_painter_finish(document->surface);
    cairo_surface_destroy(document->surface);
    g_free(document);
}

void pdf_document_begin_page(PdfDocument *document, double width_pt, double height_pt,
                             const char *label)
{
    bool first = !document->has_page;
    document->has_page = true;
    if (!first)
        cairo_show_page(document->cr);
    cairo_pdf_surface_set_size(document->surface, width_pt, height_pt);
    /* Not before the size is set, which begins the page anew. Without this tag, cairo
     * 1.16 refers to a part of the structure that it never writes. */
    if (first && document->linked)
        cairo_tag_begin(document->cr, structure, NULL);
    if (label)
        cairo_pdf_surface_set_page_label(document->surface, label);
}

void pdf_document_paint(PdfDocument *document, const Drawing *drawing, Point corner,
                        double scale)
{
    cairo_t *cr = document->cr;
    bool elsewhere = corner.x != 0 || corner.y != 0 || scale != 1;
    cairo_save(cr);
    if (elsewhere) {
        cairo_translate(cr, corner.x, corner.y);
        cairo_scale(cr, scale, scale);
        cairo_rectangle(cr, 0, 0, drawing_width(drawing), drawing_height(drawing));
        cairo_clip(cr);
    }
    cairo_painter_paint(cr, drawing, 0);
    cairo_restore(cr);
}

static void append_attribute(GString *out, const char *name, double value)
{
    g_string_append(out, name);
    svg_append_number(out, value);
}

/* The attributes of cairo's tags are a language; names keep to letters. */
static void append_name(GString *out, const char *attribute, const char *name)
{
    g_string_append_printf(out, "%s='", attribute);
    for (const char *at = name; *at; at++)
        g_string_append_c(out, g_ascii_isalnum(*at) || *at == '-' ? *at : '_');
    g_string_append_c(out, '\'');
}

void pdf_document_add_place(PdfDocument *document, const char *name, Point at)
{
    g_autoptr(GString) attributes = g_string_new(NULL);
    append_name(attributes, "name", name);
    append_attribute(attributes, " x=", at.x);
    append_attribute(attributes, " y=", at.y);
    cairo_tag_begin(document->cr, CAIRO_TAG_DEST, attributes->str);
    cairo_tag_end(document->cr, CAIRO_TAG_DEST);
}

void pdf_document_begin_link(PdfDocument *document, Rect from, const char *place)
{
    g_autoptr(GString) attributes = g_string_new(NULL);
    append_attribute(attributes, "rect=[", from.x);
    append_attribute(attributes, " ", from.y);
    append_attribute(attributes, " ", from.width);
    append_attribute(attributes, " ", from.height);
    append_name(attributes, "] dest", place);
    g_assert(document->linked);
    cairo_tag_begin(document->cr, CAIRO_TAG_LINK, attributes->str);
}

void pdf_document_end_link(PdfDocument *document)
{
    cairo_tag_end(document->cr, CAIRO_TAG_LINK);
}

int pdf_document_add_outline(PdfDocument *document, int parent, const char *text,
                             const char *place, bool closed)
{
    g_autoptr(GString) attributes = g_string_new(NULL);
    append_name(attributes, "dest", place);
    return cairo_pdf_surface_add_outline(document->surface, parent, text,
                                         attributes->str,
                                         closed ? 0 : CAIRO_PDF_OUTLINE_FLAG_OPEN);
}

bool pdf_document_finish(PdfDocument *document, const char *name, GError **error)
{
    if (document->linked)
        cairo_tag_end(document->cr, structure);
    cairo_status_t status = cairo_status(document->cr);
    g_clear_pointer(&document->cr, cairo_destroy);
    cairo_painter_finish(document->surface);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(document->surface);
    if (status != CAIRO_STATUS_SUCCESS)
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_IO,
                    "cannot write '%s' as pdf: %s", name,
                    cairo_status_to_string(status));
    return status == CAIRO_STATUS_SUCCESS;
}
