/* commands.c - the table of commands. */
#include "cli/command.h"

#include "base/error.h"
#include "base/nearest.h"

#include <stdio.h>
#include <string.h>

const Command *const commands[] = {
    &command_plot,  &command_render,   &command_check,      &command_watch,
    &command_eval,  &command_switches, &command_info,       &command_compare,
    &command_same,  &command_find,     &command_list,       &command_export,
    &command_atlas, &command_verify,   &command_completion, &command_help,
    NULL,
};

const Command *command_named(const char *name)
{
    for (const Command *const *command = commands; *command != NULL; command++) {
        if (strcmp((*command)->name, name) == 0)
            return *command;
    }
    return NULL;
}

int command_unknown(const char *name)
{
    Nearest nearest;

    nearest_init(&nearest, name);
    for (const Command *const *command = commands; *command != NULL; command++)
        nearest_offer(&nearest, (*command)->name);
    fprintf(stderr, "actplot: '%s' is not a command", name);
    if (nearest.best != NULL)
        fprintf(stderr, " (did you mean '%s'?)", nearest.best);
    fputs("\nsee 'actplot help'\n", stderr);
    return ACTPLOT_ERROR_INPUT;
}
