/* error.c - the error domain, and reports with line, column and caret. */
#include "base/error.h"

#include <string.h>

G_DEFINE_QUARK(actplot - error - quark, actplot_error)

enum { SHOWN_CHARACTERS = 160 };

/* One line of a text, and where in it the fault lies, in characters. */
typedef struct {
    const char *start, *end;
    size_t number; /* from 1 */
    size_t column; /* from 0 */
    size_t length; /* of the fault within this line */
} FaultLine;

static size_t characters(const char *start, const char *end)
{
    size_t count = 0;

    for (const char *c = start; c < end; c++)
        count += ((unsigned char)*c & 0xC0) != 0x80;
    return count;
}

static FaultLine fault_line(const char *text, Span span)
{
    const char *text_end = text + strlen(text);
    const char *place = text + MIN(span.start, (size_t)(text_end - text));
    const char *fault_end = place + MIN(span.length, (size_t)(text_end - place));
    FaultLine line = {.start = text, .number = 1};

    for (const char *c = text; c < place; c++) {
        if (*c == '\n') {
            line.number++;
            line.start = c + 1;
        }
    }
    line.end = place + strcspn(place, "\r\n");
    line.column = characters(line.start, place);
    line.length = characters(place, MIN(fault_end, line.end));
    return line;
}

/* Appends what of the line fits, with the caret line under it. */
static void append_caret(GString *out, FaultLine line)
{
    const size_t all = characters(line.start, line.end);
    size_t skip = 0;
    size_t shown = all;

    if (all > SHOWN_CHARACTERS) {
        skip =
            line.column > SHOWN_CHARACTERS / 2 ? line.column - SHOWN_CHARACTERS / 2 : 0;
        shown = MIN(all - skip, (size_t)SHOWN_CHARACTERS);
    }
    const char *from = line.start;
    for (size_t i = 0; i < skip; i++)
        from = g_utf8_next_char(from);
    const char *to = from;
    for (size_t i = 0; i < shown; i++)
        to = g_utf8_next_char(to);

    g_string_append(out, "\n  ");
    g_string_append_len(out, from, MIN(to, line.end) - from);
    g_string_append(out, "\n  ");
    const char *c = from;
    for (size_t i = skip; i < line.column; i++, c = g_utf8_next_char(c)) {
        if (g_unichar_iswide(g_utf8_get_char(c)))
            g_string_append(out, "  ");
        else
            g_string_append_c(out, *c == '\t' ? '\t' : ' ');
    }
    g_string_append_c(out, '^');
    for (size_t i = 1; i < line.length && line.column + i < skip + shown; i++)
        g_string_append_c(out, '~');
}

void error_report(GString *out, const char *name, const char *text, Span span,
                  const char *message)
{
    const FaultLine line = fault_line(text, span);

    if (name != NULL) {
        g_string_append_printf(out, "%s:%" G_GSIZE_FORMAT ":%" G_GSIZE_FORMAT ": ",
                               name, line.number, line.column + 1);
    }
    g_string_append(out, message);
    append_caret(out, line);
}

void error_report_line(GString *out, const char *name, gint64 number, const char *line,
                       Span span, const char *message)
{
    FaultLine fault = fault_line(line, span);

    g_string_append_printf(out, "%s:%" G_GINT64_FORMAT ":%" G_GSIZE_FORMAT ": %s", name,
                           number, fault.column + 1, message);
    append_caret(out, fault);
}
