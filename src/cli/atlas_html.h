/* atlas_html.h - the atlas as web pages: no scripts, nothing from elsewhere. */
#ifndef ACTPLOT_CLI_ATLAS_HTML_H
#define ACTPLOT_CLI_ATLAS_HTML_H

#include "cli/atlas_entry.h"

#include <glib.h>

#define ATLAS_INDEX_NAME "index.html"
#define ATLAS_STYLE_NAME "atlas.css"
#define ATLAS_PDF_NAME "atlas.pdf"

/* entries: of AtlasEntry *, in the order of the catalogue. */
GString *atlas_html_index(const GPtrArray *entries);

/* The page of the entry at index, with its large drawings. */
GString *atlas_html_page(const GPtrArray *entries, unsigned index,
                         const Drawing *function, const Drawing *slopes);

/* The name of an activation's page: `relu.html`; the caller's. */
char *atlas_html_name(const Activation *activation);

#endif
