/* data_json.c - tables in JSON: arrays of objects, of rows or of numbers, objects of
 * arrays, and what `--format data.json` writes.
 */
#include "scene/data_file.h"

#include "base/error.h"
#include "base/number.h"

#include <jansson.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

enum { SIZE_MAX_MB = 256, COLUMNS_MAX = 10000 };

/* A column: numbers where all that is in it are numbers or null, else texts. */
typedef struct {
    GArray *numbers;  /* of double */
    GPtrArray *texts; /* of char *; "" where there is none */
    bool has_text;
} Column;

typedef struct {
    DataFile file;
    GPtrArray *columns; /* of Column * */
    GHashTable *index;  /* name to place + 1 */
    guint row;
    bool begun; /* a row was read */
} Json;

static void free_column(void *data)
{
    Column *column = data;
    g_array_unref(column->numbers);
    g_ptr_array_unref(column->texts);
    g_free(column);
}

static void json_close(DataFile *file)
{
    Json *json = (Json *)file;
    g_ptr_array_unref(json->columns);
    g_hash_table_unref(json->index);
    g_free(json);
}

static const char *text_at(const Json *json, int column, guint row)
{
    const Column *of = g_ptr_array_index(json->columns, (guint)column);
    return g_ptr_array_index(of->texts, row);
}

static bool is_wanted(const Json *json, guint row)
{
    const DataWish *wish = &json->file.wish;
    for (int i = 0; i < wish->where_count; i++)
        if (strcmp(text_at(json, wish->where_columns[i], row), wish->where_texts[i]) !=
            0)
            return false;
    return true;
}

static bool json_begin(DataFile *file, GError **error)
{
    Json *json = (Json *)file;
    const DataWish *wish = &file->wish;
    json->row = 0;
    json->begun = false;
    for (int i = 0; i < wish->count; i++) {
        const Column *column =
            g_ptr_array_index(json->columns, (guint)wish->columns[i]);
        for (guint row = 0; column->has_text && row < column->numbers->len; row++) {
            double value = g_array_index(column->numbers, double, row);
            const char *text = g_ptr_array_index(column->texts, row);
            if (!isnan(value) || !is_wanted(json, row) ||
                data_word(text, strlen(text), &value))
                continue;
            g_set_error(
                error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                "%s: '%.60s' in row %u of '%s' is not a number", file->path, text,
                row + 1,
                (char *)g_ptr_array_index(file->names, (guint)wish->columns[i]));
            return false;
        }
    }
    return true;
}

/* The last row that was read and this one are of different groups. */
static bool is_break(const Json *json, guint last, guint row)
{
    int group = json->file.wish.group;
    return group >= 0 && json->begun &&
           strcmp(text_at(json, group, last), text_at(json, group, row)) != 0;
}

static gssize json_read(DataFile *file, double *const *out, size_t capacity,
                        GError **error)
{
    Json *json = (Json *)file;
    size_t rows = 0;
    guint last = json->row > 0 ? json->row - 1 : 0;
    (void)error;
    for (; rows + 1 < capacity && json->row < file->rows; json->row++) {
        if (!is_wanted(json, json->row))
            continue;
        bool breaks = is_break(json, last, json->row);
        for (int i = 0; i < file->wish.count; i++) {
            const Column *column =
                g_ptr_array_index(json->columns, (guint)file->wish.columns[i]);
            if (breaks)
                out[i][rows] = NAN;
            out[i][rows + breaks] = g_array_index(column->numbers, double, json->row);
        }
        rows += 1 + breaks;
        json->begun = true;
        last = json->row;
    }
    return (gssize)rows;
}

static GPtrArray *json_texts(DataFile *file, int column, GError **error)
{
    Json *json = (Json *)file;
    GPtrArray *texts = g_ptr_array_new_with_free_func(g_free);
    (void)error;
    for (guint row = 0; row < file->rows && texts->len <= DATA_TEXTS_MAX; row++)
        if (is_wanted(json, row))
            g_ptr_array_add(texts, g_strdup(text_at(json, column, row)));
    return texts;
}

static const DataFormat json_format = {
    .begin = json_begin,
    .read = json_read,
    .texts = json_texts,
    .close = json_close,
};

/* The column of that name; made where it is new and there are not too many. */
static Column *named_column(Json *json, const char *name)
{
    guint place = GPOINTER_TO_UINT(g_hash_table_lookup(json->index, name));
    if (place > 0)
        return g_ptr_array_index(json->columns, place - 1);
    if (json->columns->len >= COLUMNS_MAX)
        return NULL;
    Column *column = g_new0(Column, 1);
    column->numbers = g_array_new(FALSE, FALSE, sizeof(double));
    column->texts = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(json->columns, column);
    g_ptr_array_add(json->file.names, g_strdup(name));
    g_hash_table_insert(json->index, g_strdup(name),
                        GUINT_TO_POINTER(json->columns->len));
    return column;
}

/* Fills a column up to rows with nothing. */
static void pad(Column *column, guint rows)
{
    const double nothing = NAN;
    while (column->numbers->len < rows) {
        g_array_append_val(column->numbers, nothing);
        g_ptr_array_add(column->texts, g_strdup(""));
    }
}

/* Puts a value into row (from 0) of the column. */
static void put(Json *json, const char *name, guint row, const json_t *value)
{
    char buffer[NUMBER_SIZE];
    Column *column = named_column(json, name);
    double number = NAN;
    const char *text = "";
    if (!column)
        return;
    pad(column, row);
    if (column->numbers->len > row)
        return;
    if (json_is_number(value)) {
        number = json_number_value(value);
        text = number_format(number, buffer);
    } else if (json_is_string(value)) {
        text = json_string_value(value);
        column->has_text = true;
    } else if (json_is_boolean(value)) {
        number = json_is_true(value) ? 1 : 0;
        text = json_is_true(value) ? "true" : "false";
    }
    g_array_append_val(column->numbers, number);
    g_ptr_array_add(column->texts, g_strdup(text));
}

static void put_row(Json *json, guint row, json_t *value)
{
    const char *key;
    json_t *item;
    size_t i;
    if (json_is_object(value))
        json_object_foreach(value, key, item) put(json, key, row, item);
    else if (json_is_array(value))
        json_array_foreach(value, i, item)
        {
            g_autofree char *name = g_strdup_printf("%" G_GSIZE_FORMAT, i + 1);
            put(json, name, row, item);
        }
    else
        put(json, "1", row, value);
}

static void put_from(Json *json, const char *name, guint row, json_t *array, size_t i)
{
    put(json, name, row, json_array_get(array, i));
}

/* The points of one curve, as `--format data.json` writes them, below the rows so far;
 * null between pieces makes a row of nothing. */
static guint put_series(Json *json, guint row, int panel, const json_t *series)
{
    json_t *xs = json_object_get(series, "x"), *ys = json_object_get(series, "y");
    size_t count = MIN(json_array_size(xs), json_array_size(ys));
    json_t *number = json_integer(panel);
    for (size_t i = 0; i < count; i++, row++) {
        put(json, "panel", row, number);
        put(json, "curve", row, json_object_get(series, "label"));
        put_from(json, "x", row, xs, i);
        put_from(json, "y", row, ys, i);
    }
    json_t *band = json_object_get(series, "band");
    json_t *x = json_object_get(band, "x");
    for (size_t i = 0; i < json_array_size(x); i++, row++) {
        put(json, "panel", row, number);
        put(json, "curve", row, json_object_get(series, "label"));
        put_from(json, "x", row, x, i);
        put_from(json, "low", row, json_object_get(band, "low"), i);
        put_from(json, "high", row, json_object_get(band, "high"), i);
    }
    json_decref(number);
    return row;
}

static guint put_panels(Json *json, const json_t *panels)
{
    size_t p, s;
    json_t *panel, *series;
    guint rows = 0;
    json_array_foreach(panels, p, panel)
        json_array_foreach(json_object_get(panel, "series"), s, series) rows =
            put_series(json, rows, (int)p + 1, series);
    return rows;
}

static guint put_arrays(Json *json, json_t *root)
{
    const char *key;
    json_t *array, *item;
    size_t i;
    guint rows = 0;
    json_object_foreach(root, key, array) json_array_foreach(array, i, item)
    {
        put(json, key, (guint)i, item);
        rows = MAX(rows, (guint)i + 1);
    }
    return rows;
}

static guint put_root(Json *json, json_t *root)
{
    json_t *panels = json_object_get(root, "panels"), *item;
    size_t i;
    if (json_is_array(panels))
        return put_panels(json, panels);
    if (json_is_object(root))
        return put_arrays(json, root);
    json_array_foreach(root, i, item) put_row(json, (guint)i, item);
    return (guint)json_array_size(root);
}

/* jansson's fault with the line and a caret. */
static void set_fault(const char *path, const char *text, const json_error_t *fault,
                      GError **error)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    g_autofree char *message = g_utf8_make_valid(fault->text, -1);
    g_autoptr(GString) report = g_string_new(NULL);
    error_report(report, path, valid, (Span){(size_t)MAX(fault->position - 1, 0), 1},
                 message);
    g_set_error_literal(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT, report->str);
}

/* The whole file as a tree; NULL on failure. */
static json_t *load(const char *path, GError **error)
{
    gint64 size;
    int descriptor = data_file_descriptor(path, &size, error);
    json_error_t fault;
    g_autofree char *text = NULL;
    gsize length;
    g_autoptr(GError) cause = NULL;
    if (descriptor < 0)
        return NULL;
    close(descriptor);
    if (size > (gint64)SIZE_MAX_MB * 1024 * 1024) {
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                    "%s: JSON of over %d MB is not read (use CSV or .npy)", path,
                    SIZE_MAX_MB);
        return NULL;
    }
    if (!g_file_get_contents(path, &text, &length, &cause)) {
        g_set_error_literal(error, ACTPLOT_ERROR, ACTPLOT_ERROR_IO, cause->message);
        return NULL;
    }
    json_t *root = json_loadb(text, length, 0, &fault);
    if (!root)
        set_fault(path, text, &fault, error);
    return root;
}

DataFile *data_json_open(const char *path, GError **error)
{
    json_t *root = load(path, error);
    if (!root)
        return NULL;
    Json *json = g_new0(Json, 1);
    data_file_init(&json->file, &json_format, path);
    json->columns = g_ptr_array_new_with_free_func(free_column);
    json->index = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    guint rows = put_root(json, root);
    json_decref(root);
    for (guint i = 0; i < json->columns->len; i++)
        pad(g_ptr_array_index(json->columns, i), rows);
    json->file.rows = rows;
    if (rows > 0 && json->columns->len > 0)
        return &json->file;
    g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                "%s: there are no data (an array of objects, or an object of arrays)",
                path);
    data_file_close(&json->file);
    return NULL;
}
