/* data_csv.c - text with a delimiter (RFC 4180 and what is found in the wild).
 *
 * Read in blocks (data_csv_block.c); a row is parsed where it lies (data_csv_row.c),
 * and only the fields that are asked for. A row that a block ends in is parsed again
 * once the next block is behind it.
 */
#include "scene/data_csv.h"

#include "base/decimal.h"

#include <math.h>
#include <string.h>
#include <unistd.h>

enum { BLOCK_BYTES = 256 * 1024 };

static void csv_close(DataFile *file)
{
    Csv *csv = (Csv *)file;
    close(csv->descriptor);
    g_free(csv->buffer);
    g_free(csv->roles);
    g_string_free(csv->group, TRUE);
    g_free(csv);
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

/* Whether the buffer's end, rather than its own, was this row's: a quoted field may
 * have led it there. */
static bool is_cut(const Csv *csv, CsvRow result, const char *at)
{
    if (csv->at_end || !csv->has_quotes)
        return false;
    if (result == CSV_ROW_FAULT)
        return csv->begin > 0; /* it is looked at again with more behind it */
    return result != CSV_ROW_CUT && at >= csv->buffer + csv->end;
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

typedef enum { CSV_ROW, CSV_END, CSV_FAULT } CsvStep;

/* The next row; breaks: another group begins with it. */
static CsvStep next_row(Csv *csv, double *numbers, bool *breaks, GError **error)
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
        CsvRow result = csv_read_row(csv, &at, numbers, breaks, error);
        if (is_cut(csv, result, at)) {
            g_clear_error(error);
            result = CSV_ROW_CUT;
        }
        switch (result) {
        case CSV_ROW_TAKEN:
            if (*breaks)
                begin_group(csv, breaks);
            end_line(csv, at, row);
            return CSV_ROW;
        case CSV_ROW_SKIPPED:
            end_line(csv, at, row);
            break;
        case CSV_ROW_CUT:
            if (!csv_fill_for_row(csv, row, error))
                return CSV_FAULT;
            break;
        case CSV_ROW_FAULT:
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
        CsvStep step = next_row(csv, numbers, &breaks, error);
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
        CsvStep step = next_row(csv, NULL, &breaks, error);
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
