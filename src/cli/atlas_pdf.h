/* atlas_pdf.h - the atlas as one PDF: an index, a page a record, an outline. */
#ifndef ACTPLOT_CLI_ATLAS_PDF_H
#define ACTPLOT_CLI_ATLAS_PDF_H

#include "cli/atlas_entry.h"

#include <glib.h>
#include <stdbool.h>

typedef struct AtlasPdf AtlasPdf;

/* Begins with the index. entries (of AtlasEntry *), out and text must outlive it. */
AtlasPdf *atlas_pdf_new(GByteArray *out, const GPtrArray *entries, TextContext *text);
void atlas_pdf_free(AtlasPdf *pdf);

/* The page of the next entry, with its large drawings; in the order of entries. */
void atlas_pdf_add_page(AtlasPdf *pdf, const Drawing *function, const Drawing *slopes);

bool atlas_pdf_finish(AtlasPdf *pdf, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtlasPdf, atlas_pdf_free)

#endif
