/* definitions.h - functions of a user's own: a figure's `define:`, or a catalogue file.
 *
 * A catalogue file is YAML, a map of names to definitions as they stand in `define:`.
 */
#ifndef ACTPLOT_SPEC_DEFINITIONS_H
#define ACTPLOT_SPEC_DEFINITIONS_H

#include "formula/definition.h"

#include <glib.h>

/* Does not move while its scope is in use. */
typedef struct {
    GPtrArray *list; /* of Definition *, with all their texts its own */
    Scope scope;     /* these, then outer */
} Definitions;

/* outer is searched for what is not defined; NULL: nothing. */
void definitions_init(Definitions *definitions, const Scope *outer);
void definitions_release(Definitions *definitions);

/* Reads a catalogue file, with the same checks and reports as a figure file's. */
Definitions *definitions_load(const char *path, const Scope *outer, GError **error);
void definitions_free(Definitions *definitions);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Definitions, definitions_free)

#endif
