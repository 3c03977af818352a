/* arguments.c - a command's options. */
#include "cli/arguments.h"

#include "base/error.h"
#include "base/nearest.h"
#include "cli/fault_lines.h"
#include "cli/figure_options.h"
#include "cli/functions.h"
#include "cli/help.h"
#include "cli/output.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static int exit_status(const GError *error)
{
    return error->domain == ACTPLOT_ERROR ? error->code : ACTPLOT_ERROR_IO;
}

static void say_json(const char *severity, const char *file, const char *message)
{
    g_autoptr(GString) lines = g_string_new(NULL);

    fault_lines_append(lines, severity, file, message);
    fwrite(lines->str, 1, lines->len, stderr);
}

int arguments_fault(const Command *command, const char *format, ...)
{
    g_autofree char *message = NULL;
    va_list arguments;

    va_start(arguments, format);
    message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    if (figure_options.json_errors)
        say_json("error", NULL, message);
    else
        fprintf(stderr, "actplot %s: %s\nsee 'actplot help %s'\n", command->name,
                message, command->name);
    return ACTPLOT_ERROR_INPUT;
}

/* One line at least, ended once; nothing where nobody reads standard output any more
 * (see output_print()). */
static int say(const char *prefix, const char *name, const GError *error)
{
    size_t length = strlen(error->message);
    bool ends = length > 0 && error->message[length - 1] == '\n';

    if (length > 0)
        fprintf(stderr, "%s%s%s%s%s", prefix, name, *name != '\0' ? ": " : "",
                error->message, ends ? "" : "\n");
    return exit_status(error);
}

int arguments_fail(const Command *command, const GError *error)
{
    if (!figure_options.json_errors)
        return say("actplot ", command->name, error);
    say_json("error", NULL, error->message);
    return exit_status(error);
}

int arguments_fail_at(const char *path, const GError *error)
{
    bool placed = g_str_has_prefix(error->message, path) ||
                  strstr(error->message, "cannot ") == error->message;

    if (!figure_options.json_errors)
        return say("", placed ? "" : path, error);
    say_json("error", path, error->message);
    return exit_status(error);
}

void arguments_warn(const Command *command, const char *about, const Warnings *warnings)
{
    for (unsigned i = 0; i < warnings_count(warnings); i++) {
        const char *text = warnings_get(warnings, i);

        if (figure_options.json_errors)
            say_json("warning", about, text);
        else if (about != NULL)
            fprintf(stderr, "%s: warning: %s\n", about, text);
        else
            fprintf(stderr, "actplot %s: warning: %s\n", command->name, text);
    }
}

void arguments_warn_of_format(const char *path, unsigned more, const char *text)
{
    if (figure_options.json_errors)
        say_json("warning", path, text);
    else if (more > 0)
        fprintf(stderr, "%s: warning: %s (the same of %u more)\n", path, text, more);
    else
        fprintf(stderr, "%s: warning: %s\n", path, text);
}

/* The option's name in an argument such as `--sizes=3`; the caller's. */
static char *long_name(const char *argument)
{
    if (!g_str_has_prefix(argument, "--"))
        return NULL;
    return g_strndup(argument + 2, strcspn(argument + 2, "="));
}

static bool knows(const Command *command, const char *name)
{
    if (strcmp(name, "help") == 0)
        return true;
    for (const GOptionEntry *entry = command->options; entry->long_name != NULL;
         entry++) {
        if (strcmp(entry->long_name, name) == 0)
            return true;
    }
    return false;
}

static bool knows_letter(const Command *command, char letter)
{
    if (letter == 'h')
        return true;
    for (const GOptionEntry *entry = command->options; entry->long_name != NULL;
         entry++) {
        if (entry->short_name == letter)
            return true;
    }
    return false;
}

/* GOption stops at the first unknown option but says only its text: say it in our
 * words, with the nearest name, or how a formula with a minus is given. */
static int unknown_option(const Command *command, const char *argument)
{
    g_autofree char *name = long_name(argument);
    Nearest nearest;

    if (name == NULL)
        return arguments_fault(command,
                               "unknown option '%s' (write '-- %s' for an argument "
                               "that begins with a minus)",
                               argument, argument);
    nearest_init(&nearest, name);
    for (const GOptionEntry *entry = command->options; entry->long_name != NULL;
         entry++)
        nearest_offer(&nearest, entry->long_name);
    if (nearest.best == NULL)
        return arguments_fault(command, "unknown option '--%s'", name);
    return arguments_fault(command, "unknown option '--%s' (did you mean '--%s'?)",
                           name, nearest.best);
}

static bool takes_value(const Command *command, const char *argument)
{
    g_autofree char *name = long_name(argument);

    for (const GOptionEntry *entry = command->options; entry->long_name != NULL;
         entry++) {
        bool named =
            name != NULL
                ? strchr(argument, '=') == NULL && strcmp(entry->long_name, name) == 0
                : argument[1] == entry->short_name && argument[2] == '\0';

        if (named)
            return entry->arg != G_OPTION_ARG_NONE;
    }
    return false;
}

/* The first argument that looks like an option but is none; NULL: there is none. */
static const char *find_unknown(const Command *command, int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        const char *argument = argv[i];
        g_autofree char *name = long_name(argument);

        if (argument[0] != '-' || argument[1] == '\0')
            continue;
        if (strcmp(argument, "--") == 0)
            return NULL;
        if (name != NULL ? !knows(command, name) : !knows_letter(command, argument[1]))
            return argument;
        if (takes_value(command, argument))
            i++;
    }
    return NULL;
}

/* Lowers the first letter of GLib's message. */
static int parse_fault(const Command *command, const GError *error)
{
    g_autofree char *message = g_strdup(error->message);

    message[0] = g_ascii_tolower(message[0]);
    return arguments_fault(command, "%s", message);
}

static int print_help(const Command *command)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GError) error = NULL;

    help_append(text, command);
    if (!output_print(text->str, text->len, &error))
        return arguments_fail(command, error);
    return ACTPLOT_DONE;
}

/* Even what is wrong with other options is then said so. */
static bool wants_json(const Command *command, int argc, char **argv)
{
    if (!knows(command, "json-errors"))
        return false;
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
        if (strcmp(argv[i], "--json-errors") == 0)
            return true;
    }
    return false;
}

bool arguments_parse(const Command *command, int *argc, char **argv, int *status)
{
    const char *unknown = find_unknown(command, *argc, argv);
    gboolean help = FALSE;
    const GOptionEntry help_entry[] = {
        {"help", 'h', 0, G_OPTION_ARG_NONE, &help, NULL, NULL},
        G_OPTION_ENTRY_NULL,
    };
    g_autoptr(GError) error = NULL;
    GOptionContext *context;
    bool parsed;

    figure_options.json_errors = wants_json(command, *argc, argv);
    if (unknown != NULL) {
        *status = unknown_option(command, unknown);
        return false;
    }
    context = g_option_context_new(NULL);
    g_option_context_set_help_enabled(context, FALSE);
    g_option_context_add_main_entries(context, command->options, NULL);
    g_option_context_add_main_entries(context, help_entry, NULL);
    parsed = g_option_context_parse(context, argc, &argv, &error);
    g_option_context_free(context);
    if (!parsed) {
        *status = parse_fault(command, error);
        return false;
    }
    if (help) {
        *status = print_help(command);
        return false;
    }
    if (*argc > 1 && strcmp(argv[1], "--") == 0) {
        memmove(argv + 1, argv + 2, (size_t)(*argc - 1) * sizeof *argv);
        (*argc)--;
    }
    if (!functions_load(&error)) {
        *status = arguments_fail(command, error);
        return false;
    }
    for (int i = 1; command->takes_formulas && i < *argc; i++)
        argv[i] = (char *)functions_key(argv[i]);
    return true;
}
