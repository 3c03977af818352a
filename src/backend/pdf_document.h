/* pdf_document.h - a PDF of many pages: drawings placed on them, an outline, links.
 *
 * Faults of writing are kept and told by pdf_document_finish(). Same calls, same bytes.
 */
#ifndef ACTPLOT_BACKEND_PDF_DOCUMENT_H
#define ACTPLOT_BACKEND_PDF_DOCUMENT_H

#include "layout/drawing.h"

#include <glib.h>
#include <stdbool.h>

enum { PDF_SIDE_MAX_PT = 14400 }; /* viewers refuse larger pages */

typedef struct PdfDocument PdfDocument;

/* What the file says of itself; empty texts are left out. */
typedef struct {
    const char *title, *subject, *keywords;
} PdfMetadata;

/* Appends to out, which must outlive it. The sides are those of the first page. A
 * linked one may have links, and with them the structure that readers need to tell
 * them. */
PdfDocument *pdf_document_new(GByteArray *out, double width_pt, double height_pt,
                              const PdfMetadata *metadata, bool linked);
/* NULL is allowed; what was not finished is lost. */
void pdf_document_free(PdfDocument *document);

/* Begins a page; the one before is done with. label is how viewers number it (`iv`);
 * NULL: by its place. */
void pdf_document_begin_page(PdfDocument *document, double width_pt, double height_pt,
                             const char *label);

/* Paints a drawing, its background too, with its top left corner there and so many
 * times its size. */
void pdf_document_paint(PdfDocument *document, const Drawing *drawing, Point corner,
                        double scale);

/* Names a place on the page, in letters, digits, `-` and `_`. */
void pdf_document_add_place(PdfDocument *document, const char *name, Point at);

/* Makes a part of the page lead to a named place, of any page. What shows that is
 * painted between begin and end. */
void pdf_document_begin_link(PdfDocument *document, Rect from, const char *place);
void pdf_document_end_link(PdfDocument *document);

/* An entry of the outline below parent (0: at the top) that leads to a named place;
 * closed ones hide their own. Returns its number, for parent. */
int pdf_document_add_outline(PdfDocument *document, int parent, const char *text,
                             const char *place, bool closed);

/* Writes fonts and what is left. name is for the error's message. */
bool pdf_document_finish(PdfDocument *document, const char *name, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(PdfDocument, pdf_document_free)

#endif
