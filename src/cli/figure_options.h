/* figure_options.h - the options of all commands that read figures. */
#ifndef ACTPLOT_CLI_FIGURE_OPTIONS_H
#define ACTPLOT_CLI_FIGURE_OPTIONS_H

#include "cli/command.h"
#include "spec/figure.h"

#include <glib.h>
#include <stdbool.h>

typedef struct {
    char **settings;      /* of --set; ended by NULL, or NULL */
    gboolean json_errors; /* messages are lines of JSON */
} FigureOptions;

extern FigureOptions figure_options;

/* Rows for a command's table of options. */
/* clang-format off */
#define FIGURE_OPTION_ENTRIES                                                          \
    {"set", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &figure_options.settings,               \
     "set a key over what the figure says:\n"                                          \
     "title=Gates, x.range=-3:3, curves.1.color=red", "KEY=VALUE"},                    \
    {"json-errors", 0, 0, G_OPTION_ARG_NONE, &figure_options.json_errors,              \
     "messages as lines of JSON, for editors", NULL}
/* clang-format on */

/* False: they cannot be used, which was said, with *status. */
bool figure_options_check(const Command *command, int *status);

/* How figures are read with these options. warnings and files as in FigureReading. */
FigureReading figure_options_reading(Warnings *warnings, GPtrArray *files);

#endif
