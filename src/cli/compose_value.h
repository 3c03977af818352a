/* compose_value.h - option values as YAML. */
#ifndef ACTPLOT_CLI_COMPOSE_VALUE_H
#define ACTPLOT_CLI_COMPOSE_VALUE_H

#include "cli/compose.h"

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

/* `"a"`: any UTF-8 text, whatever it holds. */
void compose_quoted(GString *out, const char *text, size_t length);

/* `["a", "b"]` from `a, b`. */
void compose_list(GString *out, const char *text);

/* A setting's value in its form. */
bool compose_value(GString *out, const Setting *setting, GError **error);

#endif
