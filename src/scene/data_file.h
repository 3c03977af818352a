/* data_file.h - tables of numbers in files, read row by row and never held as a whole.
 *
 * The ending says the format: .json; .npy; .f64 and .bin, which are doubles without
 * more; all else is text with a delimiter, which is found. A value that is missing, in
 * the words of many programs, is NAN.
 */
#ifndef ACTPLOT_SCENE_DATA_FILE_H
#define ACTPLOT_SCENE_DATA_FILE_H

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

enum {
    DATA_READ_MAX = 32,   /* columns of numbers at a time */
    DATA_WHERE_MAX = 8,   /* conditions */
    DATA_TEXTS_MAX = 1000 /* rows whose texts are read */
};

/* Which rows are read, and what of them. Columns count from 0. */
typedef struct {
    int columns[DATA_READ_MAX];
    int count;
    int group; /* where this column's text changes, a row of NAN comes in between; -1:
                  nowhere */
    int where_columns[DATA_WHERE_MAX];
    const char *where_texts[DATA_WHERE_MAX]; /* borrowed, as long as rows are read */
    int where_count;
} DataWish;

typedef struct DataFile DataFile;

/* What a format does. Errors are whole reports with the file's name. */
typedef struct {
    bool (*begin)(DataFile *file, GError **error);
    gssize (*read)(DataFile *file, double *const *out, size_t capacity, GError **error);
    /* A column's texts under the wish's conditions, of the first DATA_TEXTS_MAX + 1
     * rows; of char *, the caller's. NULL: the format has none. */
    GPtrArray *(*texts)(DataFile *file, int column, GError **error);
    void (*close)(DataFile *file);
} DataFormat;

/* Each format's own begins with this. */
struct DataFile {
    const DataFormat *format;
    char *path;
    GPtrArray *names; /* of char *, one a column; "" for none */
    gint64 rows;      /* -1: not known before they are read */
    DataWish wish;
};

/* raw_columns: of a file without any header, 0: not said. */
DataFile *data_file_open(const char *path, int raw_columns, GError **error);
void data_file_close(DataFile *file);

int data_file_columns(const DataFile *file);

/* A column by its name or else its number from 1; -1: there is none. */
int data_file_find(const DataFile *file, const char *name);

/* `'los' is not a column of loss.csv (did you mean 'loss'?)`; the caller's. */
char *data_file_missing(const DataFile *file, const char *name);

/* Begins anew, with this wish. */
bool data_file_begin(DataFile *file, const DataWish *wish, GError **error);

/* The next rows: out has wish.count arrays with room for capacity (at least 2) numbers
 * each. Returns how many rows were read, 0 at the end, -1 on failure. */
gssize data_file_read(DataFile *file, double *const *out, size_t capacity,
                      GError **error);

/* Openers of the formats. */
DataFile *data_csv_open(const char *path, GError **error);
DataFile *data_npy_open(const char *path, GError **error);
DataFile *data_raw_open(const char *path, int columns, GError **error);
DataFile *data_json_open(const char *path, GError **error);

/* A descriptor of a regular file, its size in *size; -1 on failure. */
int data_file_descriptor(const char *path, gint64 *size, GError **error);

/* What all formats set up. */
void data_file_init(DataFile *file, const DataFormat *format, const char *path);

/* Whether text stands for a value that is missing, infinite or not a number, and which
 * (a NAN or an infinity). */
bool data_word(const char *text, size_t length, double *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DataFile, data_file_close)

#endif
