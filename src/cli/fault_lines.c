/* fault_lines.c - errors and warnings as lines of JSON. */
#include "cli/fault_lines.h"

#include "cli/tree.h"

#include <stdbool.h>
#include <string.h>

typedef struct {
    char *file; /* NULL: none */
    guint64 line, column, length;
    const char *message;
} FaultLine;

/* `name:line:column: message`. */
static bool read_place(const char *text, FaultLine *fault)
{
    for (const char *c = strchr(text, ':'); c != NULL; c = strchr(c + 1, ':')) {
        char *end;

        if (!g_ascii_isdigit(c[1]))
            continue;
        fault->line = g_ascii_strtoull(c + 1, &end, 10);
        if (*end != ':' || !g_ascii_isdigit(end[1]))
            continue;
        fault->column = g_ascii_strtoull(end + 1, &end, 10);
        if (!g_str_has_prefix(end, ": "))
            continue;
        fault->file = g_strndup(text, (size_t)(c - text));
        fault->message = end + 2;
        return true;
    }
    return false;
}

/* `  ^~~`: how many characters; 0: this is no such line. */
static unsigned caret_length(const char *line)
{
    size_t length;

    if (line == NULL || !g_str_has_prefix(line, "  "))
        return 0;
    line += strspn(line, " \t");
    length = *line == '^' ? 1 + strspn(line + 1, "~") : 0;
    return line[length] == '\0' ? (unsigned)length : 0;
}

/* The character of a shown line that the caret stands under, from 1. */
static guint64 caret_column(const char *shown, const char *caret)
{
    size_t width = strcspn(caret, "^");
    guint64 column = 1;

    for (size_t at = 2; at < width && *shown != '\0'; column++) {
        at += g_unichar_iswide(g_utf8_get_char(shown)) ? 2 : 1;
        shown = g_utf8_next_char(shown);
    }
    return column;
}

/* Where a hint in parentheses at the message's end begins; NULL: there is none. */
static const char *find_hint(const char *message)
{
    const char *end = message + strlen(message);
    int depth = 0;

    if (end == message || end[-1] != ')')
        return NULL;
    for (const char *c = end - 1; c > message; c--) {
        depth += (*c == ')') - (*c == '(');
        if (depth == 0)
            return c[-1] == ' ' ? c : NULL;
    }
    return NULL;
}

static void append_count(GString *out, const char *key, guint64 count)
{
    if (count > 0)
        g_string_append_printf(out, "\"%s\": %" G_GUINT64_FORMAT ", ", key, count);
    else
        g_string_append_printf(out, "\"%s\": null, ", key);
}

static void append_text(GString *out, const char *key, const char *text)
{
    g_string_append_printf(out, "\"%s\": ", key);
    if (text != NULL)
        append_json_text(out, text);
    else
        g_string_append(out, "null");
}

static void append(GString *out, const char *severity, const FaultLine *fault)
{
    const char *begin = find_hint(fault->message);
    g_autofree char *hint =
        begin != NULL ? g_strndup(begin + 1, strlen(begin) - 2) : NULL;
    g_autofree char *message =
        begin != NULL ? g_strndup(fault->message, (size_t)(begin - 1 - fault->message))
                      : g_strdup(fault->message);

    g_string_append_c(out, '{');
    append_text(out, "file", fault->file);
    g_string_append(out, ", ");
    append_count(out, "line", fault->line);
    append_count(out, "column", fault->column);
    append_count(out, "length", fault->length);
    append_text(out, "severity", severity);
    g_string_append(out, ", ");
    append_text(out, "message", message);
    g_string_append(out, ", ");
    append_text(out, "hint", hint);
    g_string_append(out, "}\n");
}

/* A report without a place begins with the name of what it is about. */
static const char *skip_name(const char *line, const char *file)
{
    if (g_str_has_prefix(line, "actplot ") && strstr(line, ": ") != NULL)
        return strstr(line, ": ") + 2;
    if (file != NULL && g_str_has_prefix(line, file) &&
        g_str_has_prefix(line + strlen(file), ": "))
        return line + strlen(file) + 2;
    return line;
}

void fault_lines_append(GString *out, const char *severity, const char *file,
                        const char *message)
{
    g_auto(GStrv) lines = g_strsplit(message, "\n", -1);

    for (char **line = lines; *line != NULL; line++) {
        FaultLine fault = {.message = skip_name(*line, file)};
        bool placed = read_place(*line, &fault);

        if (**line == '\0')
            continue;
        if (!placed)
            fault.file = g_strdup(file);
        if (line[1] != NULL && g_str_has_prefix(line[1], "  ") &&
            caret_length(line[2]) > 0) {
            fault.length = caret_length(line[2]);
            if (!placed) {
                fault.line = 1;
                fault.column = caret_column(line[1] + 2, line[2]);
            }
            line += 2;
        }
        append(out, severity, &fault);
        g_free(fault.file);
    }
}
