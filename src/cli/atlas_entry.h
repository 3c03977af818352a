/* atlas_entry.h - what the atlas says of one activation, for every format of it. */
#ifndef ACTPLOT_CLI_ATLAS_ENTRY_H
#define ACTPLOT_CLI_ATLAS_ENTRY_H

#include "activation/activation.h"
#include "base/warning.h"
#include "cli/atlas_facts.h"
#include "cli/atlas_figure.h"
#include "cli/atlas_range.h"
#include "formula/formula.h"
#include "layout/drawing.h"

#include <glib.h>
#include <stdbool.h>

typedef struct {
    const Activation *activation;
    AtlasRange range;
    GArray *switches; /* of Switch: where f, f' or f'' jumps */
    GArray *rows;     /* of AtlasRow */
    Drawing *thumbnail;
    Warnings *warnings;
} AtlasEntry;

/* Computes everything but the large drawings. text must outlive the entry. NULL:
 * error. */
AtlasEntry *atlas_entry_new(const Activation *activation, TextContext *text,
                            GError **error);
void atlas_entry_free(AtlasEntry *entry);

/* One of its large drawings; the caller's. */
Drawing *atlas_entry_draw(AtlasEntry *entry, AtlasKind kind, TextContext *text,
                          GError **error);

/* `Rectified` for the family `rectified`; the caller's. */
char *atlas_family_title(const char *family);

/* Whether the entry at index is the first of its family. entries: of AtlasEntry *. */
bool atlas_begins_family(const GPtrArray *entries, unsigned index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(AtlasEntry, atlas_entry_free)

#endif
