/* data_csv_head.c - how a file of text is divided, and what its columns are called. */
#include "scene/data_csv.h"

#include "base/decimal.h"
#include "base/error.h"

#include <string.h>

enum { SAMPLED_LINES = 20, COLUMNS_MAX = 10000 };

/* The line behind the one at `at`; may be the buffer's end. */
static const char *next_line(const Csv *csv, const char *at)
{
    const char *limit = csv->buffer + csv->end;
    return MIN((const char *)memchr(at, '\n', (size_t)(limit + 1 - at)) + 1, limit);
}

/* How many fields the line at `at` has. */
static int count_fields(Csv *csv, const char *at)
{
    CsvField field;
    int count = 0;
    if (csv->delimiter == ' ')
        while (*at == ' ' || *at == '\t')
            at++;
    for (;;) {
        at = csv_field(csv, at, &field);
        if (!at)
            return -1;
        count++;
        bool more = csv->delimiter == ' ' ? *at != '\n' : *at == csv->delimiter;
        if (!more || count > COLUMNS_MAX)
            return count;
        at += csv->delimiter != ' ';
        if (*at == '\n' || (*at == '\r' && at[1] == '\n'))
            return count; /* the delimiter ended the line */
    }
}

/* Whether this delimiter divides all lines at the beginning into as many fields, more
 * than one. */
static bool divides(Csv *csv, const char *first, char delimiter)
{
    const char *limit = csv->buffer + csv->whole;
    int fields = 0, lines = 0;
    csv->delimiter = delimiter;
    for (const char *at = first; at < limit && lines < SAMPLED_LINES;
         at = next_line(csv, at)) {
        if (csv_is_empty_line(at))
            continue;
        int count = count_fields(csv, at);
        if (count < 2 || (fields > 0 && count != fields))
            return false;
        fields = count;
        lines++;
    }
    return lines > 0;
}

static void find_delimiter(Csv *csv, const char *first)
{
    static const char delimiters[] = {'\t', ';', ',', ' '};
    for (size_t i = 0; i < G_N_ELEMENTS(delimiters); i++)
        if (divides(csv, first, delimiters[i]))
            return;
    /* Rows of different lengths, which are reported when they are read; or one column,
     * whose name may have blanks in it. */
    for (size_t i = 0; i + 1 < G_N_ELEMENTS(delimiters); i++) {
        csv->delimiter = delimiters[i];
        if (count_fields(csv, first) > 1)
            return;
    }
    csv->delimiter = ',';
}

static bool is_number(const char *text)
{
    g_autofree char *padded = g_strconcat(text, "\n                ", NULL);
    double value;
    const char *end = decimal_read(padded, &value);
    return end == padded + strlen(text) || data_word(text, strlen(text), &value);
}

/* Adds the texts of the row at `at` as names. */
static void add_names(Csv *csv, const char *at, int columns, bool *any_text)
{
    CsvField field;
    *any_text = false;
    if (csv->delimiter == ' ')
        while (*at == ' ' || *at == '\t')
            at++;
    for (int i = 0; i < columns && at; i++) {
        at = csv_field(csv, at, &field);
        if (!at)
            break;
        char *text = csv_text(&field);
        g_ptr_array_add(csv->file.names, text);
        *any_text = *any_text || !is_number(text);
        at += *at != '\n' && csv->delimiter != ' ';
    }
}

/* Names from the comment `# x y` above the first row, where it has as many. */
static void take_comment_names(Csv *csv, const char *comment, int columns)
{
    bool any_text;
    while (*comment == '#' || *comment == ' ')
        comment++;
    g_ptr_array_set_size(csv->file.names, 0);
    if (count_fields(csv, comment) == columns)
        add_names(csv, comment, columns, &any_text);
    while ((int)csv->file.names->len < columns)
        g_ptr_array_add(csv->file.names, g_strdup(""));
}

static bool check_text(const Csv *csv, GError **error)
{
    const char *fault = NULL;
    if (csv->end >= 2 && (memcmp(csv->buffer, "\xff\xfe", 2) == 0 ||
                          memcmp(csv->buffer, "\xfe\xff", 2) == 0))
        fault = "is UTF-16: save it as UTF-8";
    else if (memchr(csv->buffer, 0, csv->end))
        fault = "is not text (binary data is read from .npy, .f64 and .bin)";
    if (fault)
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT, "%s: it %s",
                    csv->file.path, fault);
    return !fault;
}

bool csv_read_head(Csv *csv, GError **error)
{
    if (!check_text(csv, error))
        return false;
    const char *at = csv->buffer, *limit = csv->buffer + csv->end, *comment = NULL;
    if (csv->end >= 3 && memcmp(at, "\xef\xbb\xbf", 3) == 0)
        at += 3;
    for (; at < limit && csv_is_empty_line(at); at = next_line(csv, at)) {
        comment = *at == '#' ? at : comment;
        csv->line++;
    }
    if (at >= limit) {
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT, "%s: there are no data",
                    csv->file.path);
        return false;
    }
    find_delimiter(csv, at);
    int columns = count_fields(csv, at);
    if (columns < 1 || columns > COLUMNS_MAX) {
        csv_fault(csv, at, at, 0, error,
                  columns < 1 ? "a quote is not closed" : "there are too many columns");
        return false;
    }
    bool is_header;
    add_names(csv, at, columns, &is_header);
    csv->roles = g_new(int, (gsize)columns);
    csv->data_line = csv->line;
    if (is_header) {
        at = next_line(csv, at);
        csv->data_line++;
    } else if (comment) {
        take_comment_names(csv, comment, columns);
    } else {
        for (int i = 0; i < columns; i++)
            *(char *)g_ptr_array_index(csv->file.names, (guint)i) = '\0';
    }
    csv->data_offset = at - csv->buffer;
    return true;
}
