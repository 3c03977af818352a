/* compose_value.h - option values as YAML, and what becomes of the file made of them.
 */
#ifndef ACTPLOT_CLI_COMPOSE_VALUE_H
#define ACTPLOT_CLI_COMPOSE_VALUE_H

#include "cli/compose.h"

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

/* `["a", "b"]` from `a, b`. */
void compose_list(GString *out, const char *text);

/* The text of a figure file with overrides (see settings.h) worked in, and with other
 * files named from folder, where it will be (NULL: the current one). The caller's. */
char *compose_settled(const char *text, const char *const *overrides,
                      const char *folder, GError **error);

/* What the composed file is called in reports. */
#define COMPOSE_NAME "command line"

/* The reader's reports, about options in place of keys and without the lines of a file
 * that the user has never seen. options has the option that each line came from, or
 * NULL. */
GError *compose_fault(const GPtrArray *options, const GError *fault);

/* A setting's value in its form. */
bool compose_value(GString *out, const Setting *setting, GError **error);

#endif
