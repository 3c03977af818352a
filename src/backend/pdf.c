/* pdf.c - the Drawing as a page of PDF. */
#include "backend/backend.h"
#include "backend/pdf_document.h"
#include "base/error.h"
#include "base/number.h"

static bool write_pdf(const Drawing *drawing, const BackendOptions *options,
                      GByteArray *out, Warnings *warnings, GError **error)
{
    (void)options;
    (void)warnings;
    double width = drawing_width(drawing), height = drawing_height(drawing);
    if (!(width <= PDF_SIDE_MAX_PT && height <= PDF_SIDE_MAX_PT)) {
        char across[NUMBER_SIZE], down[NUMBER_SIZE];
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                    "a page of %s x %s pt is too large for pdf (at most %d a side)",
                    number_format_digits(width, 6, across),
                    number_format_digits(height, 6, down), PDF_SIDE_MAX_PT);
        return false;
    }
    const char *name = drawing_name(drawing);
    g_autofree char *keywords = g_strconcat("activation functions, ", name, NULL);
    const PdfMetadata metadata = {
        .title = drawing_title(drawing)[0] ? drawing_title(drawing) : name,
        .subject = drawing_description(drawing),
        .keywords = keywords,
    };
    g_autoptr(PdfDocument) document =
        pdf_document_new(out, width, height, &metadata, false);
    pdf_document_begin_page(document, width, height, NULL);
    pdf_document_paint(document, drawing, (Point){0, 0}, 1);
    return pdf_document_finish(document, name, error);
}

const Backend backend_pdf = {
    .name = "pdf",
    .help = "vector page for print, fonts embedded",
    .shows = "everything",
    .binary = true,
    .write_drawing = write_pdf,
};
