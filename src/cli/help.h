/* help.h - help texts, made from the records. */
#ifndef ACTPLOT_CLI_HELP_H
#define ACTPLOT_CLI_HELP_H

#include "cli/command.h"

#include <glib.h>

/* What `actplot help COMMAND` shows. */
void help_append(GString *out, const Command *command);

/* What `actplot help` and `actplot --help` show. */
void help_append_overview(GString *out);

#endif
