/* schema.h - figure and theme files as JSON schemas, from the tables of their keys. */
#ifndef ACTPLOT_CLI_SCHEMA_H
#define ACTPLOT_CLI_SCHEMA_H

#include <glib.h>
#include <stdbool.h>

/* Appends the schema that editors complete and check with (draft 7, which all of them
 * know). name is `figure` or `theme`; false: there is no such schema. */
bool schema_append(GString *out, const char *name);

#endif
