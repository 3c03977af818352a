/* figure_options.c - the options of all commands that read figures. */
#include "cli/figure_options.h"

#include "cli/arguments.h"
#include "cli/functions.h"

FigureOptions figure_options;

bool figure_options_check(const Command *command, int *status)
{
    for (char **setting = figure_options.settings; setting != NULL && *setting != NULL;
         setting++) {
        if (g_utf8_validate(*setting, -1, NULL))
            continue;
        *status = arguments_fault(command, "--set must be UTF-8 text");
        return false;
    }
    return true;
}

FigureReading figure_options_reading(Warnings *warnings, GPtrArray *files)
{
    return (FigureReading){
        .outer = functions_scope(),
        .settings = (const char *const *)figure_options.settings,
        .warnings = warnings,
        .files = files,
    };
}
