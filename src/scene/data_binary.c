/* data_binary.c - .npy files of NumPy, and bare doubles. */
#include "scene/data_file.h"

#include "base/error.h"
#include "base/number.h"

#include <errno.h>
#include <math.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

enum { BLOCK_BYTES = 256 * 1024, HEADER_MAX = 64 * 1024, COLUMNS_MAX = 100000 };

/* Numbers as they are stored, with the name that .npy files have for them. */
typedef struct {
    const char *name;
    size_t size;
    double (*get)(const unsigned char *bytes);
} Kind;

#define GETTER(name, type)                                                             \
    static double get_##name(const unsigned char *bytes)                               \
    {                                                                                  \
        type value;                                                                    \
        memcpy(&value, bytes, sizeof value);                                           \
        return (double)value;                                                          \
    }
GETTER(f8, double)
GETTER(f4, float)
GETTER(i8, int64_t)
GETTER(i4, int32_t)
GETTER(i2, int16_t)
GETTER(i1, int8_t)
GETTER(u8, uint64_t)
GETTER(u4, uint32_t)
GETTER(u2, uint16_t)
GETTER(u1, uint8_t)

static const Kind kinds[] = {
    {"<f8", 8, get_f8}, {"<f4", 4, get_f4}, {"<i8", 8, get_i8}, {"<i4", 4, get_i4},
    {"<i2", 2, get_i2}, {"|i1", 1, get_i1}, {"<u8", 8, get_u8}, {"<u4", 4, get_u4},
    {"<u2", 2, get_u2}, {"|u1", 1, get_u1}, {"|b1", 1, get_u1},
};

typedef struct {
    DataFile file;
    int descriptor;
    const Kind *kind;
    gint64 offset;   /* of the first number */
    bool by_columns; /* all of the first column come first */
    gint64 row;      /* the next one */
    unsigned char *block;
    size_t block_size;
} Binary;

static void binary_close(DataFile *file)
{
    Binary *binary = (Binary *)file;
    close(binary->descriptor);
    g_free(binary->block);
    g_free(binary);
}

static bool binary_begin(DataFile *file, GError **error)
{
    Binary *binary = (Binary *)file;
    binary->row = 0;
    if (file->wish.where_count == 0 && file->wish.group < 0)
        return true;
    g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                "%s: 'where' and 'group' are for files of text", file->path);
    return false;
}

static bool read_at(const Binary *binary, void *out, size_t size, gint64 offset,
                    GError **error)
{
    size_t done = 0;
    while (done < size) {
        ssize_t got = pread(binary->descriptor, (char *)out + done, size - done,
                            (off_t)(offset + (gint64)done));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0) {
            g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_IO, "cannot read '%s': %s",
                        binary->file.path,
                        got < 0 ? g_strerror(errno) : "it became shorter");
            return false;
        }
        done += (size_t)got;
    }
    return true;
}

static void convert(const Kind *kind, const unsigned char *from, size_t stride,
                    double *out, size_t rows)
{
    for (size_t i = 0; i < rows; i++)
        out[i] = kind->get(from + i * stride);
}

static bool read_by_columns(const Binary *binary, double *const *out, size_t rows,
                            GError **error)
{
    const DataWish *wish = &binary->file.wish;
    gint64 size = (gint64)binary->kind->size;
    for (int i = 0; i < wish->count; i++) {
        gint64 at = wish->columns[i] * binary->file.rows + binary->row;
        if (!read_at(binary, binary->block, rows * binary->kind->size,
                     binary->offset + at * size, error))
            return false;
        convert(binary->kind, binary->block, binary->kind->size, out[i], rows);
    }
    return true;
}

static bool read_by_rows(const Binary *binary, double *const *out, size_t rows,
                         GError **error)
{
    const DataWish *wish = &binary->file.wish;
    size_t stride = binary->kind->size * (size_t)data_file_columns(&binary->file);
    gint64 offset = binary->offset + binary->row * (gint64)stride;
    bool as_it_is = stride == sizeof(double) && binary->kind->get == get_f8;
    if (as_it_is && wish->count == 1)
        return read_at(binary, out[0], rows * stride, offset, error);
    if (!read_at(binary, binary->block, rows * stride, offset, error))
        return false;
    for (int i = 0; i < wish->count; i++)
        convert(binary->kind,
                binary->block + (size_t)wish->columns[i] * binary->kind->size, stride,
                out[i], rows);
    return true;
}

static gssize binary_read(DataFile *file, double *const *out, size_t capacity,
                          GError **error)
{
    Binary *binary = (Binary *)file;
    size_t stride = binary->kind->size;
    if (!binary->by_columns)
        stride *= (size_t)data_file_columns(file);
    gint64 rest = file->rows - binary->row;
    gint64 rows = (gint64)MIN(capacity, MAX(binary->block_size / stride, 1));
    rows = MIN(rows, rest);
    if (rows <= 0)
        return 0;
    bool done = binary->by_columns ? read_by_columns(binary, out, (size_t)rows, error)
                                   : read_by_rows(binary, out, (size_t)rows, error);
    binary->row += rows;
    return done ? (gssize)rows : -1;
}

static const DataFormat binary_format = {
    .begin = binary_begin,
    .read = binary_read,
    .close = binary_close,
};

static Binary *binary_open(const char *path, gint64 *size, GError **error)
{
    int descriptor = data_file_descriptor(path, size, error);
    if (descriptor < 0)
        return NULL;
    Binary *binary = g_new0(Binary, 1);
    data_file_init(&binary->file, &binary_format, path);
    binary->descriptor = descriptor;
    return binary;
}

/* Settles the table's form; the file must hold all of it. */
static DataFile *settle(Binary *binary, gint64 size, gint64 rows, gint64 columns,
                        GError **error)
{
    DataFile *file = &binary->file;
    gint64 row_size = columns * (gint64)binary->kind->size;
    if (columns < 1 || columns > COLUMNS_MAX || rows < 1 ||
        rows > (size - binary->offset) / row_size) {
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                    rows < 1 ? "%s: there are no data"
                             : "%s: it is shorter than its header says",
                    file->path);
        data_file_close(file);
        return NULL;
    }
    file->rows = rows;
    for (gint64 i = 0; i < columns; i++)
        g_ptr_array_add(file->names, g_strdup(""));
    binary->block_size = (size_t)MAX(BLOCK_BYTES, row_size);
    binary->block = g_malloc(binary->block_size);
    return file;
}

DataFile *data_raw_open(const char *path, int columns, GError **error)
{
    gint64 size;
    Binary *binary = binary_open(path, &size, error);
    if (!binary)
        return NULL;
    binary->kind = &kinds[0];
    gint64 row_size = columns * (gint64)sizeof(double);
    if (size % row_size == 0)
        return settle(binary, size, size / row_size, columns, error);
    g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                "%s: its %" G_GINT64_FORMAT " bytes are no whole rows of %d %s", path,
                size, columns, columns == 1 ? "double" : "doubles");
    data_file_close(&binary->file);
    return NULL;
}

/* The value behind `'key':` in a header, which is a dictionary of Python's. */
static const char *header_value(const char *header, const char *key)
{
    g_autofree char *quoted = g_strdup_printf("'%s':", key);
    const char *at = strstr(header, quoted);
    if (!at)
        return "";
    at += strlen(quoted);
    return at + strspn(at, " ");
}

static const Kind *header_kind(const char *header)
{
    const char *at = header_value(header, "descr");
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (*at == '\'' && strncmp(at + 1, kinds[i].name, strlen(kinds[i].name)) == 0 &&
            at[1 + strlen(kinds[i].name)] == '\'')
            return &kinds[i];
    return NULL;
}

/* `(10,)` or `(10, 3)`: rows and columns. */
static bool header_shape(const char *header, gint64 *rows, gint64 *columns)
{
    const char *at = header_value(header, "shape");
    char *end;
    if (*at != '(' || !g_ascii_isdigit(at[1]))
        return false;
    *rows = g_ascii_strtoll(at + 1, &end, 10);
    *columns = 1;
    if (*end == ',' && g_ascii_isdigit(*(end + 1 + strspn(end + 1, " "))))
        *columns = g_ascii_strtoll(end + 1, &end, 10);
    end += *end == ',';
    return *end == ')' && *rows <= G_MAXINT64 / 16;
}

/* The header's text, with the place of the data behind it; the caller's. */
static char *read_header(Binary *binary, gint64 size, GError **error)
{
    unsigned char start[12] = {0};
    size_t length = 0, prefix = 0;
    if (size >= 12 && !read_at(binary, start, sizeof start, 0, error))
        return NULL;
    if (memcmp(start, "\x93NUMPY", 6) == 0) {
        prefix = start[6] == 1 ? 10 : 12;
        length = (size_t)start[8] | (size_t)start[9] << 8;
        if (start[6] > 1)
            length |= (size_t)start[10] << 16 | (size_t)start[11] << 24;
    }
    if (prefix == 0 || length > HEADER_MAX || (gint64)(prefix + length) > size) {
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                    "%s: it is no .npy file of NumPy", binary->file.path);
        return NULL;
    }
    char *header = g_malloc0(length + 1);
    binary->offset = (gint64)(prefix + length);
    if (read_at(binary, header, length, (gint64)prefix, error))
        return header;
    g_free(header);
    return NULL;
}

DataFile *data_npy_open(const char *path, GError **error)
{
    gint64 size, rows = 0, columns = 0;
    Binary *binary = binary_open(path, &size, error);
    if (!binary)
        return NULL;
    g_autofree char *header = read_header(binary, size, error);
    if (!header) {
        data_file_close(&binary->file);
        return NULL;
    }
    binary->kind = header_kind(header);
    binary->by_columns =
        g_str_has_prefix(header_value(header, "fortran_order"), "True");
    bool has_shape = header_shape(header, &rows, &columns);
    if (binary->kind && has_shape)
        return settle(binary, size, rows, columns, error);
    const char *value = header_value(header, binary->kind ? "shape" : "descr");
    g_autofree char *shown = g_strndup(value, MIN(strcspn(value, "\n"), (size_t)40));
    g_autofree char *safe = g_utf8_make_valid(shown, -1);
    g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                binary->kind ? "%s: an array of one or two dimensions is needed, not %s"
                             : "%s: numbers of type %s are not read (save them as "
                               "little-endian float64, float32 or integers)",
                path, safe);
    data_file_close(&binary->file);
    return NULL;
}
