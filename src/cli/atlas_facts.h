/* atlas_facts.h - the rows beside an activation's figures. */
#ifndef ACTPLOT_CLI_ATLAS_FACTS_H
#define ACTPLOT_CLI_ATLAS_FACTS_H

#include "cli/subject.h"

#include <glib.h>

/* What is said below the rows. */
#define ATLAS_FACTS_NOTE                                                               \
    "Means, variance and the share of zeros are those for a standard normal x."

/* What stands in a row; plain text. */
typedef struct {
    const Activation *to; /* a record that comes first, by name; NULL: none */
    char *text;
} AtlasLine;

typedef struct {
    char *name;
    GArray *lines; /* of AtlasLine, at least one */
} AtlasRow;

/* What is known of the subject, a record of the catalogue: of AtlasRow; the caller's
 * (g_array_unref). */
GArray *atlas_facts_new(const Subject *subject);

/* A line with its record's name in front; the caller's. */
char *atlas_line_text(const AtlasLine *line);

#endif
