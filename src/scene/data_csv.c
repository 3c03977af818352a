/* data_csv.c - text with a delimiter (RFC 4180 and what is found in the wild).
 *
 * Read in blocks; a row is parsed where it lies, and only the fields that are asked
 * for. A row that a block ends in is parsed again once the next block is behind it.
 */
#include "scene/data_csv.h"

#include "base/decimal.h"
#include "base/error.h"

#include <errno.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

enum {
    BLOCK_BYTES = 256 * 1024,
    ROW_BYTES_MAX = 16 * 1024 * 1024,
    SHOWN_BYTES = 4096, /* of a faulty line */
};

static void csv_close(DataFile *file)
{
    Csv *csv = (Csv *)file;
    close(csv->descriptor);
    g_free(csv->buffer);
    g_free(csv->roles);
    g_string_free(csv->group, TRUE);
    g_free(csv);
}

/* Past the buffer's end stand a line's end and nothing, so that no field runs on. */
static void put_sentinel(Csv *csv)
{
    csv->buffer[csv->end] = '\n';
    memset(csv->buffer + csv->end + 1, 0, DECIMAL_SLACK);
}

/* Moves what is left to the beginning and reads on; a row that fills the buffer makes
 * it grow. */
static bool csv_fill(Csv *csv, GError **error)
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
    return true;
}

void csv_find_whole(Csv *csv)
{
    csv->whole = csv->end;
    while (!csv->at_end && csv->whole > 0 && csv->buffer[csv->whole - 1] != '\n')
        csv->whole--;
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
    if (!csv_fill(csv, error))
        return false;
    csv_find_whole(csv);
    return true;
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

bool csv_is_blank(const Csv *csv, char c)
{
    return c == ' ' || (c == '\t' && csv->delimiter != '\t');
}

/* A field's end: its delimiter or its line's end. NULL: a quote is still open where
 * the buffer ends. */
const char *csv_field(Csv *csv, const char *at, CsvField *field)
{
    const char *limit = csv->buffer + csv->end;
    while (csv_is_blank(csv, *at))
        at++;
    field->quoted = *at == '"' && at < limit;
    field->start = at;
    if (field->quoted) {
        field->start = ++at;
        for (;; at++) {
            if (at >= limit)
                return NULL;
            if (*at != '"')
                continue;
            if (at[1] != '"')
                break;
            at++;
        }
        field->end = at++;
        csv->has_quotes = true;
        while (csv_is_blank(csv, *at) || (*at == '\r' && at[1] == '\n'))
            at++;
        return at;
    }
    if (csv->delimiter == ' ')
        while (*at != ' ' && *at != '\t' && *at != '\n')
            at++;
    else
        while (*at != csv->delimiter && *at != '\n')
            at++;
    field->end = at;
    while (field->end > field->start &&
           (csv_is_blank(csv, field->end[-1]) || field->end[-1] == '\r'))
        field->end--;
    if (csv->delimiter == ' ')
        while (*at == ' ' || *at == '\t' || (*at == '\r' && at[1] == '\n'))
            at++;
    return at;
}

char *csv_text(const CsvField *field)
{
    GString *text = g_string_new_len(field->start, field->end - field->start);
    if (field->quoted)
        g_string_replace(text, "\"\"", "\"", 0);
    char *valid = g_utf8_make_valid(text->str, -1);
    g_string_free(text, TRUE);
    return valid;
}

/* A number that is not plainly one: quoted, or a word for none. */
static bool read_odd_number(const Csv *csv, const char *row, const CsvField *field,
                            int column, double *value, GError **error)
{
    g_autofree char *text = g_strstrip(csv_text(field));
    g_autofree char *padded = g_strconcat(text, "\n                ", NULL);
    size_t length = strlen(text);
    const char *end = decimal_read(padded, value);
    if (data_word(text, length, value) || (end && end == padded + length))
        return true;
    const char *name = g_ptr_array_index(csv->file.names, (guint)column);
    g_autofree char *of =
        name[0] ? g_strdup_printf(" in column '%s'", name) : g_strdup("");
    bool comma = strchr(text, ',') && strspn(text, "0123456789,+-eE") == length;
    csv_fault(csv, row, field->start, MAX((size_t)(field->end - field->start), 1),
              error, "'%.60s' is not a number%s%s", text, of,
              comma ? " (numbers have a decimal point here)" : "");
    return false;
}

static bool is_text(const CsvField *field, const char *wanted)
{
    size_t length = (size_t)(field->end - field->start);
    if (!field->quoted)
        return strlen(wanted) == length && memcmp(field->start, wanted, length) == 0;
    g_autofree char *text = csv_text(field);
    return strcmp(text, wanted) == 0;
}

/* What a row came to. */
typedef enum { ROW_TAKEN, ROW_SKIPPED, ROW_CUT, ROW_FAULT } RowResult;

/* Where the row that begins at `at` ends, after its conditions and its group were
 * looked at. NULL: a quote is still open where the buffer ends. */
static const char *judge_row(Csv *csv, const char *at, bool *wanted, bool *breaks)
{
    const DataWish *wish = &csv->file.wish;
    int columns = data_file_columns(&csv->file);
    CsvField field;
    *breaks = false;
    for (int column = 0; column < columns && *at != '\n'; column++) {
        at = csv_field(csv, at, &field);
        if (!at)
            return NULL;
        for (int i = 0; i < wish->where_count; i++)
            if (wish->where_columns[i] == column &&
                !is_text(&field, wish->where_texts[i]))
                *wanted = false;
        if (wish->group == column) {
            size_t length = (size_t)(field.end - field.start);
            *breaks = csv->group->len != length ||
                      memcmp(csv->group->str, field.start, length) != 0;
            csv->next_group = field;
        }
        at += csv->delimiter != ' ' && *at == csv->delimiter;
    }
    return memchr(at, '\n', (size_t)(csv->buffer + csv->end + 1 - at));
}

/* The number at `at`, a plain one; NULL: look closer. */
static const char *read_plain_number(const Csv *csv, const char *at, double *value)
{
    while (csv_is_blank(csv, *at))
        at++;
    at = decimal_read(at, value);
    if (!at || *at == '\n' || (*at == csv->delimiter && *at != ' '))
        return at;
    const char *end = at;
    while (csv_is_blank(csv, *at) || (*at == '\r' && at[1] == '\n'))
        at++;
    if (csv->delimiter == ' ')
        return *at == '\n' || at > end ? at : NULL;
    return *at == csv->delimiter || *at == '\n' ? at : NULL;
}

static RowResult read_field(Csv *csv, const char *row, int column, const char **at,
                            double *numbers, GError **error)
{
    int role = csv->roles[column];
    CsvField field;
    if (role >= 0) {
        const char *end = read_plain_number(csv, *at, &numbers[role]);
        if (end) {
            *at = end;
            return ROW_TAKEN;
        }
    }
    *at = csv_field(csv, *at, &field);
    if (!*at)
        return ROW_CUT;
    if (role >= 0 && !read_odd_number(csv, row, &field, column, &numbers[role], error))
        return ROW_FAULT;
    return ROW_TAKEN;
}

/* Reads all fields from *at on, and moves it to the row's end. */
static RowResult read_fields(Csv *csv, const char *row, const char **at,
                             double *numbers, GError **error)
{
    int columns = data_file_columns(&csv->file);
    for (int column = 0; column < columns; column++) {
        RowResult result = read_field(csv, row, column, at, numbers, error);
        if (result != ROW_TAKEN)
            return result;
        if (column + 1 == columns)
            break;
        if (csv->delimiter != ' ' && **at == csv->delimiter) {
            (*at)++;
        } else if (**at == '\n') {
            csv_fault(csv, row, *at, 0, error, "the row ends after %d of %d columns",
                      column + 1, columns);
            return ROW_FAULT;
        }
    }
    return ROW_TAKEN;
}

/* Reads the row that begins at *at, and moves *at to its end. */
static RowResult read_row(Csv *csv, const char **at, double *numbers, bool *breaks,
                          GError **error)
{
    const char *row = *at, *here = row;
    int columns = data_file_columns(&csv->file);
    bool wanted = true;
    if (csv->delimiter == ' ')
        while (*here == ' ' || *here == '\t')
            here++;
    if (csv->judges) {
        *at = judge_row(csv, here, &wanted, breaks);
        if (!*at)
            return ROW_CUT;
        if (!wanted)
            return ROW_SKIPPED;
    }
    RowResult result = read_fields(csv, row, &here, numbers, error);
    if (result != ROW_TAKEN)
        return result;
    while (*here == csv->delimiter && (here[1] == '\r' || here[1] == '\n'))
        here++; /* a delimiter that ends the row */
    if (*here == '\r')
        here++;
    if (*here != '\n') {
        csv_fault(csv, row, here + (*here == csv->delimiter), 1, error,
                  "the row has more than %d %s", columns,
                  columns == 1 ? "column" : "columns");
        return ROW_FAULT;
    }
    *at = here;
    return ROW_TAKEN;
}

bool csv_is_empty_line(const char *at)
{
    if (*at != '\n' && *at != '\r' && *at != '#' && *at != ' ' && *at != '\t')
        return false;
    while (*at == ' ' || *at == '\t' || *at == '\r')
        at++;
    return *at == '\n' || *at == '#';
}

/* Steps over the line's end at `at`, which may be the sentinel. */
static void end_line(Csv *csv, const char *at, const char *row)
{
    if (csv->has_quotes)
        for (const char *c = row; c < at; c++)
            csv->line += *c == '\n';
    csv->line++;
    csv->begin = MIN((size_t)(at + 1 - csv->buffer), csv->end);
}

/* Whether a whole line begins at csv->begin; reads on for it. */
static bool csv_more(Csv *csv, bool *more, GError **error)
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
        if (!csv_fill(csv, error))
            return false;
        csv_find_whole(csv);
    }
    *more = true;
    return true;
}

/* A row whose quoted field goes on behind the buffer's end. */
static bool fill_for_row(Csv *csv, const char *row, GError **error)
{
    if (csv->at_end) {
        csv_fault(csv, row, row, 0, error, "a quote is not closed in this row");
        return false;
    }
    if (!csv_fill(csv, error))
        return false;
    csv_find_whole(csv);
    return true;
}

/* Whether the buffer's end, rather than its own, was this row's: a quoted field may
 * have led it there. */
static bool is_cut(const Csv *csv, RowResult result, const char *at)
{
    if (csv->at_end || !csv->has_quotes)
        return false;
    if (result == ROW_FAULT)
        return csv->begin > 0; /* it is looked at again with more behind it */
    return result != ROW_CUT && at >= csv->buffer + csv->end;
}

/* Keeps the new group's text; only between groups there is a break. */
static void begin_group(Csv *csv, bool *breaks)
{
    const CsvField *field = &csv->next_group;
    *breaks = csv->group_begun;
    csv->group_begun = true;
    g_string_truncate(csv->group, 0);
    g_string_append_len(csv->group, field->start, field->end - field->start);
}

CsvStep csv_next(Csv *csv, double *numbers, bool *breaks, GError **error)
{
    for (;;) {
        if (csv->begin >= csv->whole) {
            bool more;
            if (!csv_more(csv, &more, error))
                return CSV_FAULT;
            if (!more)
                return CSV_END;
        }
        const char *row = csv->buffer + csv->begin, *at = row;
        if (csv_is_empty_line(at)) {
            at = memchr(at, '\n', csv->end + 1 - csv->begin);
            end_line(csv, at, row);
            continue;
        }
        RowResult result = read_row(csv, &at, numbers, breaks, error);
        if (is_cut(csv, result, at)) {
            g_clear_error(error);
            result = ROW_CUT;
        }
        switch (result) {
        case ROW_TAKEN:
            if (*breaks)
                begin_group(csv, breaks);
            end_line(csv, at, row);
            return CSV_ROW;
        case ROW_SKIPPED:
            end_line(csv, at, row);
            break;
        case ROW_CUT:
            if (!fill_for_row(csv, row, error))
                return CSV_FAULT;
            break;
        case ROW_FAULT:
            return CSV_FAULT;
        }
    }
}

static void set_roles(Csv *csv)
{
    const DataWish *wish = &csv->file.wish;
    int columns = data_file_columns(&csv->file);
    for (int i = 0; i < columns; i++)
        csv->roles[i] = -1;
    for (int i = wish->count - 1; i >= 0; i--)
        csv->roles[wish->columns[i]] = i;
    for (int i = 0; i < wish->count; i++)
        csv->sources[i] = csv->roles[wish->columns[i]];
    csv->judges = wish->where_count > 0 || wish->group >= 0;
}

static bool csv_begin(DataFile *file, GError **error)
{
    Csv *csv = (Csv *)file;
    set_roles(csv);
    csv->group_begun = false;
    g_string_truncate(csv->group, 0);
    return csv_rewind(csv, csv->data_offset, csv->data_line, error);
}

static gssize csv_read(DataFile *file, double *const *out, size_t capacity,
                       GError **error)
{
    Csv *csv = (Csv *)file;
    int count = file->wish.count;
    double numbers[DATA_READ_MAX];
    size_t rows = 0;
    while (rows + 1 < capacity) {
        bool breaks = false;
        CsvStep step = csv_next(csv, numbers, &breaks, error);
        if (step == CSV_FAULT)
            return -1;
        if (step == CSV_END)
            break;
        if (breaks) {
            for (int i = 0; i < count; i++)
                out[i][rows] = NAN;
            rows++;
        }
        for (int i = 0; i < count; i++)
            out[i][rows] = numbers[csv->sources[i]];
        rows++;
    }
    return (gssize)rows;
}

static GPtrArray *csv_texts(DataFile *file, int column, GError **error)
{
    Csv *csv = (Csv *)file;
    DataWish wish = file->wish;
    g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
    wish.count = 0;
    wish.group = column; /* each row's field of it is told */
    if (!data_file_begin(file, &wish, error))
        return NULL;
    for (bool breaks = false; texts->len <= DATA_TEXTS_MAX;) {
        CsvStep step = csv_next(csv, NULL, &breaks, error);
        if (step == CSV_FAULT)
            return NULL;
        if (step == CSV_END)
            break;
        g_ptr_array_add(texts, csv_text(&csv->next_group));
    }
    return g_steal_pointer(&texts);
}

static const DataFormat csv_format = {
    .begin = csv_begin,
    .read = csv_read,
    .texts = csv_texts,
    .close = csv_close,
};

DataFile *data_csv_open(const char *path, GError **error)
{
    gint64 size;
    int descriptor = data_file_descriptor(path, &size, error);
    if (descriptor < 0)
        return NULL;
    Csv *csv = g_new0(Csv, 1);
    data_file_init(&csv->file, &csv_format, path);
    csv->descriptor = descriptor;
    csv->capacity = BLOCK_BYTES;
    csv->buffer = g_malloc(csv->capacity + 1 + DECIMAL_SLACK);
    csv->group = g_string_new(NULL);
    if (csv_rewind(csv, 0, 1, error) && csv_read_head(csv, error))
        return &csv->file;
    data_file_close(&csv->file);
    return NULL;
}
