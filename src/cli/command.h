/* command.h - one const record a command of the program.
 *
 * Only cli/ prints, exits or knows argv. A new command is a file with its record and
 * a line in commands.c.
 */
#ifndef ACTPLOT_CLI_COMMAND_H
#define ACTPLOT_CLI_COMMAND_H

#include <glib.h>
#include <stdbool.h>

typedef struct {
    const char *name;        /* `render` */
    const char *arguments;   /* `FILE...` */
    bool takes_formulas;     /* they are formulas: names may be spelled freely */
    const char *summary;     /* one line */
    const char *description; /* paragraphs, for help and the manual */
    const char *examples; /* lines that a shell can run; every one runs in the tests */
    /* argv[0] is the command's name. Returns the exit status. */
    int (*run)(int argc, char **argv);
    const GOptionEntry *options; /* the same table that run parses with */
} Command;

/* Ended by NULL. */
extern const Command *const commands[];
const Command *command_named(const char *name);

extern const Command command_plot, command_render, command_check, command_watch,
    command_eval, command_switches, command_info, command_compare, command_same,
    command_find, command_list, command_export, command_atlas, command_verify,
    command_completion, command_help;

/* Prints to standard error that there is no such command, with a near name. Returns
 * the exit status. */
int command_unknown(const char *name);

#endif
