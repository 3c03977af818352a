/* compose_value.h - option values as YAML. */
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

/* A setting's value in its form. */
bool compose_value(GString *out, const Setting *setting, GError **error);

#endif
