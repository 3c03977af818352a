/* data_csv_row.c - one row of a CSV file: its fields, numbers and conditions. */
#include "base/decimal.h"
#include "scene/data_csv.h"

#include <string.h>

static bool is_blank(const Csv *csv, char c)
{
    return c == ' ' || (c == '\t' && csv->delimiter != '\t');
}

const char *csv_field(Csv *csv, const char *at, CsvField *field)
{
    const char *limit = csv->buffer + csv->end;
    while (is_blank(csv, *at))
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
        while (is_blank(csv, *at) || (*at == '\r' && at[1] == '\n'))
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
           (is_blank(csv, field->end[-1]) || field->end[-1] == '\r'))
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
    while (is_blank(csv, *at))
        at++;
    at = decimal_read(at, value);
    if (!at || *at == '\n' || (*at == csv->delimiter && *at != ' '))
        return at;
    const char *end = at;
    while (is_blank(csv, *at) || (*at == '\r' && at[1] == '\n'))
        at++;
    if (csv->delimiter == ' ')
        return *at == '\n' || at > end ? at : NULL;
    return *at == csv->delimiter || *at == '\n' ? at : NULL;
}

static CsvRow read_field(Csv *csv, const char *row, int column, const char **at,
                         double *numbers, GError **error)
{
    int role = csv->roles[column];
    CsvField field;
    if (role >= 0) {
        const char *end = read_plain_number(csv, *at, &numbers[role]);
        if (end) {
            *at = end;
            return CSV_ROW_TAKEN;
        }
    }
    *at = csv_field(csv, *at, &field);
    if (!*at)
        return CSV_ROW_CUT;
    if (role >= 0 && !read_odd_number(csv, row, &field, column, &numbers[role], error))
        return CSV_ROW_FAULT;
    return CSV_ROW_TAKEN;
}

/* Reads all fields from *at on, and moves it to the row's end. */
static CsvRow read_fields(Csv *csv, const char *row, const char **at, double *numbers,
                          GError **error)
{
    int columns = data_file_columns(&csv->file);
    for (int column = 0; column < columns; column++) {
        CsvRow result = read_field(csv, row, column, at, numbers, error);
        if (result != CSV_ROW_TAKEN)
            return result;
        if (column + 1 == columns)
            break;
        if (csv->delimiter != ' ' && **at == csv->delimiter) {
            (*at)++;
        } else if (**at == '\n') {
            csv_fault(csv, row, *at, 0, error, "the row ends after %d of %d columns",
                      column + 1, columns);
            return CSV_ROW_FAULT;
        }
    }
    return CSV_ROW_TAKEN;
}

CsvRow csv_read_row(Csv *csv, const char **at, double *numbers, bool *breaks,
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
            return CSV_ROW_CUT;
        if (!wanted)
            return CSV_ROW_SKIPPED;
    }
    CsvRow result = read_fields(csv, row, &here, numbers, error);
    if (result != CSV_ROW_TAKEN)
        return result;
    while (*here == csv->delimiter && (here[1] == '\r' || here[1] == '\n'))
        here++; /* a delimiter that ends the row */
    if (*here == '\r')
        here++;
    if (*here != '\n') {
        csv_fault(csv, row, here + (*here == csv->delimiter), 1, error,
                  "the row has more than %d %s", columns,
                  columns == 1 ? "column" : "columns");
        return CSV_ROW_FAULT;
    }
    *at = here;
    return CSV_ROW_TAKEN;
}
