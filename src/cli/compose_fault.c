/* compose_fault.c - faults of a composed figure file, said of the command line. */
#include "cli/compose_value.h"

#include <string.h>

/* The line of the composed file that a report begins with, from 1; 0: it is not the
 * first line of a report. *text is what follows the place. */
static unsigned report_line(const char *line, const char **text)
{
    unsigned number;
    char *end;

    if (!g_str_has_prefix(line, COMPOSE_NAME ":"))
        return 0;
    number = (unsigned)g_ascii_strtoull(line + strlen(COMPOSE_NAME ":"), &end, 10);
    *text = strstr(end, ": ");
    *text = *text != NULL ? *text + 2 : end;
    return number;
}

GError *compose_fault(const GPtrArray *options, const GError *fault)
{
    g_auto(GStrv) lines = g_strsplit(fault->message, "\n", -1);
    g_autoptr(GString) message = g_string_new(NULL);

    bool own = false; /* whether the report is about an argument of --set */

    for (char **line = lines; *line != NULL; line++) {
        const char *text = *line;
        unsigned number = report_line(*line, &text);
        const char *option = NULL;

        own = number == 0 && (own || g_str_has_prefix(*line, "--set:"));
        if (own)
            g_string_append_printf(message, "%s%s", message->len > 0 ? "\n" : "",
                                   *line);
        if (number == 0)
            continue;
        if (number <= options->len)
            option = g_ptr_array_index(options, number - 1);
        if (message->len > 0)
            g_string_append(message, "\nactplot plot: ");
        /* `'size' must be ...` and `'size': ...`; a map has names of its own */
        if (option != NULL && strcmp(option, "--experiment") != 0 && *text == '\'' &&
            strchr(text + 1, '\'') != NULL) {
            text = strchr(text + 1, '\'') + 1;
            g_string_append(message, option);
        } else if (option != NULL) {
            g_string_append_printf(message, "%s: ", option);
        }
        g_string_append(message, text);
    }
    if (message->len == 0)
        g_string_append(message, fault->message);
    return g_error_new_literal(fault->domain, fault->code, message->str);
}
