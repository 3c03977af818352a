/* arguments.h - a command's options, read the same way by every command.
 *
 * Option values are kept as the bytes that were given (G_OPTION_ARG_FILENAME), since
 * the program runs in the C locale whatever the user's is.
 */
#ifndef ACTPLOT_CLI_ARGUMENTS_H
#define ACTPLOT_CLI_ARGUMENTS_H

#include "base/warning.h"
#include "cli/command.h"

#include <glib.h>
#include <stdbool.h>

/* Takes the command's options out of argv; what remains are its arguments, from
 * argv[1]. False: the command is over with *status (help was asked for and printed,
 * or the options are wrong and that was said). */
bool arguments_parse(const Command *command, int *argc, char **argv, int *status);

/* Says on standard error what is wrong and where help is. Returns the exit status. */
int arguments_fault(const Command *command, const char *format, ...)
    G_GNUC_PRINTF(2, 3);

/* Says an error on standard error. Returns its exit status. */
int arguments_fail(const Command *command, const GError *error);

/* The same of a file; path is left out where the message begins with it already. */
int arguments_fail_at(const char *path, const GError *error);

/* Says what a format cannot show of a figure, and of so many more. */
void arguments_warn_of_format(const char *path, unsigned more, const char *text);

/* Says each warning on standard error, after the name of what it is about (NULL: of
 * the command). */
void arguments_warn(const Command *command, const char *about,
                    const Warnings *warnings);

#endif
