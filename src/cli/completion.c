/* completion.c - the command `completion`: what shells complete, from the commands' own
 * records. */
#include "base/error.h"
#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/output.h"

#include <string.h>

/* Options whose values the program can list. */
static const struct {
    const char *option, *topic;
} listed[] = {
    {"format", "formats"},   {"experiment", "experiments"}, {"framework", "frameworks"},
    {"palette", "palettes"}, {"theme", "themes"},
};

#define LIST_NAMES "actplot list %s --format csv 2>/dev/null | sed '1d; s/,.*//'"

static const char *topic_of(const GOptionEntry *entry)
{
    for (size_t i = 0; i < G_N_ELEMENTS(listed); i++) {
        if (strcmp(listed[i].option, entry->long_name) == 0)
            return listed[i].topic;
    }
    return NULL;
}

/* What stands after the options; NULL: names of files. */
static const char *argument_topic(const Command *command)
{
    if (command->takes_formulas || strstr(command->arguments, "NAME") != NULL)
        return "activations";
    return strstr(command->arguments, "COMMAND") != NULL ? "commands" : NULL;
}

/* For single quotes: lines joined, and a backslash before each of special. */
static void append_help(GString *out, const char *text, const char *special)
{
    for (; *text != '\0'; text++) {
        if (*text == '\n')
            g_string_append_c(out, ' ');
        else if (*text == '\'')
            g_string_append(out, "’");
        else
            g_string_append_printf(out, "%s%c", strchr(special, *text) ? "\\" : "",
                                   *text);
    }
}

/* --- bash --- */

static void append_bash_options(GString *out, const Command *command)
{
    g_string_append_printf(out, "    %s)\n        options='--help", command->name);
    for (const GOptionEntry *entry = command->options; entry->long_name != NULL;
         entry++)
        g_string_append_printf(out, " --%s%s", entry->long_name,
                               entry->arg == G_OPTION_ARG_NONE ? "" : "=");
    g_string_append(out, "'\n");
    if (argument_topic(command) != NULL)
        g_string_append_printf(out, "        names=%s\n", argument_topic(command));
    g_string_append(out, "        ;;\n");
}

static void append_bash(GString *out)
{
    g_string_append(
        out, "# bash completion for actplot, printed by `actplot completion bash`\n"
             "_actplot() {\n"
             "    local current=${COMP_WORDS[COMP_CWORD]} names= options= commands=\n"
             "    local previous=${COMP_WORDS[COMP_CWORD-1]}\n"
             "    # '=' is a word of its own.\n"
             "    if [[ $current == = ]]; then\n"
             "        current=\n"
             "    elif [[ $previous == = ]]; then\n"
             "        previous=${COMP_WORDS[COMP_CWORD-2]}\n"
             "    fi\n"
             "    case ${COMP_WORDS[1]} in\n");
    for (const Command *const *command = commands; *command != NULL; command++)
        append_bash_options(out, *command);
    g_string_append(out, "    esac\n"
                         "    case $previous in\n");
    for (size_t i = 0; i < G_N_ELEMENTS(listed); i++)
        g_string_append_printf(out, "    --%s) names=%s options= ;;\n",
                               listed[i].option, listed[i].topic);
    g_string_append(out, "    esac\n    commands='");
    for (const Command *const *command = commands; *command != NULL; command++)
        g_string_append_printf(out, "%s%s", command > commands ? " " : "",
                               (*command)->name);
    g_string_append_printf(
        out,
        "'\n"
        "    if [[ $COMP_CWORD == 1 ]]; then\n"
        "        COMPREPLY=($(compgen -W \"$commands\" -- \"$current\"))\n"
        "    elif [[ $current == -* ]]; then\n"
        "        COMPREPLY=($(compgen -W \"$options\" -- \"$current\"))\n"
        "        [[ ${COMPREPLY[0]} != *= ]] || compopt -o nospace\n"
        "    elif [[ -n $names ]]; then\n"
        "        COMPREPLY=($(compgen -W \"$(" LIST_NAMES ")\" -- \"$current\"))\n"
        "    fi\n"
        "}\n"
        "complete -o default -F _actplot actplot\n",
        "$names");
}

/* --- zsh --- */

#define ZSH_SPECIAL ":[]\\"

static void append_zsh_option(GString *out, const GOptionEntry *entry)
{
    const char *topic = topic_of(entry);
    bool has_value = entry->arg != G_OPTION_ARG_NONE;
    bool is_file = has_value && (strcmp(entry->arg_description, "FILE") == 0 ||
                                 strcmp(entry->arg_description, "DIR") == 0);

    g_string_append_printf(out, " \\\n            '*--%s%s[", entry->long_name,
                           has_value ? "=" : "");
    append_help(out, entry->description, ZSH_SPECIAL);
    g_string_append_c(out, ']');
    if (has_value) {
        g_string_append_c(out, ':');
        append_help(out, entry->arg_description, ZSH_SPECIAL);
        g_string_append_c(out, ':');
        if (topic != NULL)
            g_string_append_printf(out, "_actplot_names %s", topic);
        else if (is_file)
            g_string_append(out, "_files");
    }
    g_string_append_c(out, '\'');
}

static void append_zsh(GString *out)
{
    g_string_append_printf(
        out,
        "#compdef actplot\n"
        "# zsh completion for actplot, printed by `actplot completion zsh`\n"
        "_actplot_names() {\n"
        "    local -a names\n"
        "    names=(${(f)\"$(" LIST_NAMES ")\"})\n"
        "    compadd -a names\n"
        "}\n"
        "_actplot() {\n"
        "    local -a commands\n"
        "    if (( CURRENT == 2 )); then\n"
        "        commands=(\n",
        "$1");
    for (const Command *const *command = commands; *command != NULL; command++) {
        g_string_append_printf(out, "            '%s:", (*command)->name);
        append_help(out, (*command)->summary, ZSH_SPECIAL);
        g_string_append(out, "'\n");
    }
    g_string_append(out, "        )\n"
                         "        _describe command commands\n"
                         "        return\n"
                         "    fi\n"
                         "    shift words\n"
                         "    (( CURRENT-- ))\n"
                         "    case $words[1] in\n");
    for (const Command *const *command = commands; *command != NULL; command++) {
        const char *topic = argument_topic(*command);

        g_string_append_printf(out, "    %s)\n        _arguments", (*command)->name);
        for (const GOptionEntry *entry = (*command)->options; entry->long_name != NULL;
             entry++)
            append_zsh_option(out, entry);
        g_string_append_printf(out, " \\\n            '*:argument:%s%s'\n        ;;\n",
                               topic != NULL ? "_actplot_names " : "_files",
                               topic != NULL ? topic : "");
    }
    g_string_append(out, "    esac\n}\n_actplot \"$@\"\n");
}

/* --- fish --- */

#define FISH_SPECIAL "\\"

static void append_fish_option(GString *out, const Command *command,
                               const GOptionEntry *entry)
{
    const char *topic = topic_of(entry);

    g_string_append_printf(out,
                           "complete -c actplot -n '__fish_seen_subcommand_from %s' "
                           "-l %s",
                           command->name, entry->long_name);
    if (entry->short_name != 0)
        g_string_append_printf(out, " -s %c", entry->short_name);
    if (entry->arg != G_OPTION_ARG_NONE)
        g_string_append(out, topic != NULL ? " -x" : " -r");
    if (topic != NULL)
        g_string_append_printf(out, " -a '(__actplot_names %s)'", topic);
    g_string_append(out, " -d '");
    append_help(out, entry->description, FISH_SPECIAL);
    g_string_append(out, "'\n");
}

static void append_fish(GString *out)
{
    g_string_append_printf(
        out,
        "# fish completion for actplot, printed by `actplot completion fish`\n"
        "function __actplot_names\n"
        "    " LIST_NAMES "\n"
        "end\n",
        "$argv");
    for (const Command *const *command = commands; *command != NULL; command++) {
        const char *topic = argument_topic(*command);

        g_string_append_printf(out,
                               "complete -c actplot -f -n __fish_use_subcommand -a %s "
                               "-d '",
                               (*command)->name);
        append_help(out, (*command)->summary, FISH_SPECIAL);
        g_string_append(out, "'\n");
        if (topic != NULL)
            g_string_append_printf(
                out,
                "complete -c actplot -f -n '__fish_seen_subcommand_from %s' -a "
                "'(__actplot_names %s)'\n",
                (*command)->name, topic);
        for (const GOptionEntry *entry = (*command)->options; entry->long_name != NULL;
             entry++)
            append_fish_option(out, *command, entry);
    }
}

static const struct {
    const char *name;
    void (*append)(GString *out);
} shells[] = {{"bash", append_bash}, {"zsh", append_zsh}, {"fish", append_fish}};

static int run(int argc, char **argv)
{
    g_autoptr(GString) out = g_string_new(NULL);
    g_autoptr(GError) error = NULL;
    int status;

    if (!arguments_parse(&command_completion, &argc, argv, &status))
        return status;
    for (size_t i = 0; argc == 2 && i < G_N_ELEMENTS(shells); i++) {
        if (strcmp(shells[i].name, argv[1]) == 0)
            shells[i].append(out);
    }
    if (out->len == 0)
        return arguments_fault(&command_completion, "say for which: bash, zsh or fish");
    if (!output_print(out->str, out->len, &error))
        return arguments_fail(&command_completion, error);
    return ACTPLOT_DONE;
}

static const GOptionEntry options[] = {G_OPTION_ENTRY_NULL};

const Command command_completion = {
    .name = "completion",
    .arguments = "bash|zsh|fish",
    .summary = "print a shell's completions",
    .description =
        "Completes commands, options, formats, themes and names of functions. 'make\n"
        "install' puts these where shells look for them; without it, bash takes\n"
        "  eval \"$(actplot completion bash)\"",
    .examples = "actplot completion fish",
    .run = run,
    .options = options,
};
