/* help.c - the command `help`, and the texts that --help shows. */
#include "cli/help.h"

#include "base/error.h"
#include "cli/arguments.h"
#include "cli/output.h"

#include <string.h>

/* Width of the column that holds options and commands, in characters. */
enum { NAME_WIDTH = 26 };

static void append_padded(GString *out, const char *name, const char *help)
{
    size_t start = out->len;

    g_string_append_printf(out, "  %s", name);
    if (out->len - start > NAME_WIDTH) {
        g_string_append_c(out, '\n');
        start = out->len;
    }
    while (out->len - start < NAME_WIDTH + 2)
        g_string_append_c(out, ' ');
    /* A help text of several lines stays in its column. */
    for (; *help != '\0'; help++) {
        g_string_append_c(out, *help);
        if (*help == '\n')
            g_string_append_printf(out, "%*s", NAME_WIDTH + 2, "");
    }
    g_string_append_c(out, '\n');
}

static void append_option(GString *out, const GOptionEntry *entry)
{
    g_autoptr(GString) name = g_string_new(NULL);

    if (entry->short_name != 0)
        g_string_append_printf(name, "-%c, ", entry->short_name);
    else
        g_string_append(name, "    ");
    g_string_append_printf(name, "--%s", entry->long_name);
    if (entry->arg_description != NULL)
        g_string_append_printf(name, "=%s", entry->arg_description);
    append_padded(out, name->str, entry->description);
}

/* Each line of text, indented. */
static void append_lines(GString *out, const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

    for (char **line = lines; *line != NULL; line++) {
        if (**line != '\0')
            g_string_append_printf(out, "  %s\n", *line);
    }
}

void help_append(GString *out, const Command *command)
{
    g_string_append_printf(out, "usage: actplot %s [OPTION...] %s\n\n%s\n",
                           command->name, command->arguments, command->summary);
    if (command->description != NULL)
        g_string_append_printf(out, "\n%s\n", command->description);
    g_string_append(out, "\nOptions:\n");
    for (const GOptionEntry *entry = command->options; entry->long_name != NULL;
         entry++) {
        if ((entry->flags & G_OPTION_FLAG_HIDDEN) == 0)
            append_option(out, entry);
    }
    append_padded(out, "-h, --help", "show this help");
    if (command->examples != NULL) {
        g_string_append(out, "\nExamples:\n");
        append_lines(out, command->examples);
    }
}

void help_append_overview(GString *out)
{
    g_string_append(out, "usage: actplot COMMAND [OPTION...] [ARGUMENT...]\n"
                         "       actplot --version\n\n"
                         "Draws activation functions, their derivatives and what these "
                         "do to gradients.\n\nCommands:\n");
    for (const Command *const *command = commands; *command != NULL; command++)
        append_padded(out, (*command)->name, (*command)->summary);
    g_string_append(out, "\n'actplot help COMMAND' says more of one.\n\nExamples:\n"
                         "  actplot plot relu gelu silu -o gates.png\n"
                         "  actplot render plots/relu-family.yaml --to figures\n");
}

static int run(int argc, char **argv)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    int status;

    if (!arguments_parse(&command_help, &argc, argv, &status))
        return status;
    if (argc > 2)
        return arguments_fault(&command_help, "help on one command at a time");
    if (argc == 2) {
        const Command *command = command_named(argv[1]);

        if (command == NULL)
            return command_unknown(argv[1]);
        help_append(text, command);
    } else {
        help_append_overview(text);
    }
    if (!output_print(text->str, text->len, &error))
        return arguments_fail(&command_help, error);
    return ACTPLOT_DONE;
}

static const GOptionEntry options[] = {G_OPTION_ENTRY_NULL};

const Command command_help = {
    .name = "help",
    .arguments = "[COMMAND]",
    .summary = "show what a command does and what it takes",
    .description = "Without a command, lists all of them.",
    .examples = "actplot help render",
    .run = run,
    .options = options,
};
