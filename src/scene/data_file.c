/* data_file.c - what all formats of data files have in common. */
#include "scene/data_file.h"

#include "base/error.h"
#include "base/nearest.h"
#include "base/number.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LISTED_MAX = 8, COLUMN_MAX = 1000000 };

DataFile *data_file_open(const char *path, int raw_columns, GError **error)
{
    const char *point = strrchr(path, '.');
    g_autofree char *ending = g_ascii_strdown(point ? point : "", -1);
    bool is_raw = strcmp(ending, ".f64") == 0 || strcmp(ending, ".bin") == 0;

    if (is_raw)
        return data_raw_open(path, MAX(raw_columns, 1), error);
    if (raw_columns > 0) {
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                    "'columns' is for .f64 and .bin files, others tell it themselves");
        return NULL;
    }
    if (strcmp(ending, ".npy") == 0)
        return data_npy_open(path, error);
    if (strcmp(ending, ".json") == 0)
        return data_json_open(path, error);
    return data_csv_open(path, error);
}

void data_file_init(DataFile *file, const DataFormat *format, const char *path)
{
    file->format = format;
    file->path = g_strdup(path);
    file->names = g_ptr_array_new_with_free_func(g_free);
    file->rows = -1;
    file->wish.group = -1;
}

void data_file_close(DataFile *file)
{
    if (!file)
        return;
    g_free(file->path);
    g_ptr_array_unref(file->names);
    file->format->close(file);
}

int data_file_columns(const DataFile *file)
{
    return (int)file->names->len;
}

int data_file_find(const DataFile *file, const char *name)
{
    int number;
    for (guint i = 0; i < file->names->len; i++)
        if (strcmp(g_ptr_array_index(file->names, i), name) == 0)
            return (int)i;
    if (number_parse_int(name, 1, COLUMN_MAX, &number) &&
        (guint)number <= file->names->len)
        return number - 1;
    return -1;
}

static void append_names(GString *out, const DataFile *file)
{
    guint shown = MIN(file->names->len, LISTED_MAX);
    g_string_append(out, " (it has ");
    for (guint i = 0; i < shown; i++)
        g_string_append_printf(out, "%s'%s'", i == 0 ? "" : ", ",
                               (char *)g_ptr_array_index(file->names, i));
    if (shown < file->names->len)
        g_string_append_printf(out, " and %u more", file->names->len - shown);
    g_string_append_c(out, ')');
}

char *data_file_missing(const DataFile *file, const char *name)
{
    g_autofree char *base = g_path_get_basename(file->path);
    GString *out = g_string_new(NULL);
    Nearest nearest;
    bool named = false;
    nearest_init(&nearest, name);
    for (guint i = 0; i < file->names->len; i++) {
        const char *column = g_ptr_array_index(file->names, i);
        named = named || column[0] != '\0';
        if (column[0] != '\0')
            nearest_offer(&nearest, column);
    }
    g_string_printf(out, "'%s' is not a column of %s", name, base);
    if (nearest.best)
        g_string_append_printf(out, " (did you mean '%s'?)", nearest.best);
    else if (named)
        append_names(out, file);
    else
        g_string_append_printf(
            out, " (it has %u %s without names: say a number from 1)", file->names->len,
            file->names->len == 1 ? "column" : "columns");
    return g_string_free(out, FALSE);
}

bool data_file_begin(DataFile *file, const DataWish *wish, GError **error)
{
    g_assert(wish->count <= DATA_READ_MAX && wish->where_count <= DATA_WHERE_MAX);
    file->wish = *wish;
    return file->format->begin(file, error);
}

gssize data_file_read(DataFile *file, double *const *out, size_t capacity,
                      GError **error)
{
    return file->format->read(file, out, capacity, error);
}

int data_file_descriptor(const char *path, gint64 *size, GError **error)
{
    struct stat status;
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0 || fstat(descriptor, &status) != 0) {
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_IO, "cannot open '%s': %s",
                    path, g_strerror(errno));
        if (descriptor >= 0)
            close(descriptor);
        return -1;
    }
    if (!S_ISREG(status.st_mode)) {
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_IO,
                    "cannot read '%s': it is not a regular file", path);
        close(descriptor);
        return -1;
    }
    *size = status.st_size;
    return descriptor;
}

bool data_word(const char *text, size_t length, double *value)
{
    static const struct {
        const char *name;
        double value;
    } words[] = {
        {"", NAN},
        {"na", NAN},
        {"nan", NAN},
        {"n/a", NAN},
        {"null", NAN},
        {"none", NAN},
        {"-", NAN},
        {"?", NAN},
        {"-nan", NAN},
        {"inf", INFINITY},
        {"+inf", INFINITY},
        {"-inf", -INFINITY},
        {"infinity", INFINITY},
        {"-infinity", -INFINITY},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (strlen(words[i].name) == length &&
            g_ascii_strncasecmp(words[i].name, text, length) == 0) {
            *value = words[i].value;
            return true;
        }
    return false;
}
