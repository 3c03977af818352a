/* data_csv_block.c - the part of a CSV file that is in memory, and faults in it. */
#include "base/decimal.h"
#include "base/error.h"
#include "scene/data_csv.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

enum {
    ROW_BYTES_MAX = 16 * 1024 * 1024,
    SHOWN_BYTES = 4096, /* of a faulty line */
};

/* Past the buffer's end stand a line's end and nothing, so that no field runs on. */
static void put_sentinel(Csv *csv)
{
    csv->buffer[csv->end] = '\n';
    memset(csv->buffer + csv->end + 1, 0, DECIMAL_SLACK);
}

/* Finds where the last line begins that the buffer may have cut. */
static void find_whole(Csv *csv)
{
    csv->whole = csv->end;
    while (!csv->at_end && csv->whole > 0 && csv->buffer[csv->whole - 1] != '\n')
        csv->whole--;
}

/* Moves what is left to the buffer's beginning and reads on; a row that fills the
 * buffer makes it grow. */
static bool fill(Csv *csv, GError **error)
{
    size_t rest = csv->end - csv->begin;
    memmove(csv->buffer, csv->buffer + csv->begin, rest);
    csv->begin = 0;
    csv->end = rest;
    if (rest == csv->capacity) {
        if (csv->capacity >= ROW_BYTES_MAX) {
            g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                        "%s:%" G_GINT64_FORMAT ": a row of over %d MB (is a quote not "
                        "closed, or is it no text?)",
                        csv->file.path, csv->line, ROW_BYTES_MAX / 1024 / 1024);
            return false;
        }
        csv->capacity *= 2;
        csv->buffer = g_realloc(csv->buffer, csv->capacity + 1 + DECIMAL_SLACK);
    }
    while (csv->end < csv->capacity && !csv->at_end) {
        ssize_t got =
            read(csv->descriptor, csv->buffer + csv->end, csv->capacity - csv->end);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_IO, "cannot read '%s': %s",
                        csv->file.path, g_strerror(errno));
            return false;
        }
        csv->at_end = got == 0;
        csv->end += (size_t)got;
    }
    put_sentinel(csv);
    find_whole(csv);
    return true;
}

bool csv_rewind(Csv *csv, gint64 offset, gint64 line, GError **error)
{
    csv->begin = csv->end = 0;
    csv->at_end = false;
    csv->line = line;
    if (lseek(csv->descriptor, offset, SEEK_SET) < 0) {
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_IO, "cannot read '%s': %s",
                    csv->file.path, g_strerror(errno));
        return false;
    }
    return fill(csv, error);
}

void csv_fault(const Csv *csv, const char *row, const char *at, size_t length,
               GError **error, const char *format, ...)
{
    va_list values;
    const char *limit = csv->buffer + csv->end, *start = at, *end = at;
    gint64 line = csv->line;
    for (const char *c = row; c < at; c++)
        line += *c == '\n';
    while (start > row && start[-1] != '\n')
        start--;
    while (end < limit && *end != '\n' && *end != '\r' && end - start < SHOWN_BYTES)
        end++;
    va_start(values, format);
    g_autofree char *message = g_strdup_vprintf(format, values);
    va_end(values);
    g_autofree char *raw_head = g_strndup(start, (gsize)(at - start));
    g_autofree char *raw_tail = g_strndup(at, (gsize)(MAX(end, at) - at));
    g_autofree char *head = g_utf8_make_valid(raw_head, -1);
    g_autofree char *tail = g_utf8_make_valid(raw_tail, -1);
    g_autofree char *text = g_strconcat(head, tail, NULL);
    for (char *c = text; *c; c++)
        if (g_ascii_iscntrl(*c) && *c != '\t')
            *c = '?';
    g_autoptr(GString) report = g_string_new(NULL);
    g_autofree char *safe = g_utf8_make_valid(message, -1);
    error_report_line(report, csv->file.path, line, text, (Span){strlen(head), length},
                      safe);
    g_set_error_literal(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT, report->str);
}

bool csv_more(Csv *csv, bool *more, GError **error)
{
    while (csv->begin >= csv->whole) {
        if (csv->begin < csv->end && csv->at_end) {
            csv->whole = csv->end;
            break;
        }
        if (csv->at_end) {
            *more = false;
            return true;
        }
        if (!fill(csv, error))
            return false;
    }
    *more = true;
    return true;
}

bool csv_fill_for_row(Csv *csv, const char *row, GError **error)
{
    if (csv->at_end) {
        csv_fault(csv, row, row, 0, error, "a quote is not closed in this row");
        return false;
    }
    return fill(csv, error);
}
