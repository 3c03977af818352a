/* data_csv.h - what the files of the CSV reader share. */
#ifndef ACTPLOT_SCENE_DATA_CSV_H
#define ACTPLOT_SCENE_DATA_CSV_H

#include "scene/data_file.h"

/* A field where it lies in the buffer, without blanks and quotes around it. */
typedef struct {
    const char *start, *end;
    bool quoted; /* doubled quotes in it stand for one */
} CsvField;

typedef struct {
    DataFile file;
    int descriptor;
    char *buffer;       /* behind end: a line's end and DECIMAL_SLACK zeros */
    size_t capacity;    /* of the buffer, without these */
    size_t begin, end;  /* what of it is still to be read */
    size_t whole;       /* where its last line begins that may be cut */
    bool at_end;        /* the file is read to its end */
    gint64 line;        /* of what begins at begin, from 1 */
    char delimiter;     /* ' ': any number of blanks and tabs */
    gint64 data_offset; /* of the first row in the file, */
    gint64 data_line;   /* and its line */
    int *roles;         /* of the columns: the number that each is; -1: none */
    int sources[DATA_READ_MAX];
    bool judges;     /* conditions or a group are asked for */
    bool has_quotes; /* rows may have several lines */
    GString *group;  /* the last row's text as it lies */
    bool group_begun;
    CsvField next_group;
} Csv;

/* Begins to read there (data_csv_block.c). */
bool csv_rewind(Csv *csv, gint64 offset, gint64 line, GError **error);
/* Reads on for a row whose quoted field goes on behind the buffer's end. */
bool csv_fill_for_row(Csv *csv, const char *row, GError **error);
/* Whether a whole line begins at csv->begin; reads on for it. */
bool csv_more(Csv *csv, bool *more, GError **error);
/* A report of a fault at `at`, in the row that csv->line tells the line of. */
void csv_fault(const Csv *csv, const char *row, const char *at, size_t length,
               GError **error, const char *format, ...) G_GNUC_PRINTF(6, 7);

/* What a row came to; cut: a quote is still open where the buffer ends. */
typedef enum { CSV_ROW_TAKEN, CSV_ROW_SKIPPED, CSV_ROW_CUT, CSV_ROW_FAULT } CsvRow;

/* Reads the row that begins at *at, and moves *at to its end (data_csv_row.c); breaks:
 * its group is another one. */
CsvRow csv_read_row(Csv *csv, const char **at, double *numbers, bool *breaks,
                    GError **error);
/* The field that begins at `at`; returns its end, where its delimiter or its line's end
 * stands. NULL: a quote is still open where the buffer ends. */
const char *csv_field(Csv *csv, const char *at, CsvField *field);
char *csv_text(const CsvField *field);  /* valid UTF-8; the caller's */
bool csv_is_empty_line(const char *at); /* or a comment */

/* Finds the delimiter and the names of the columns (data_csv_head.c). */
bool csv_read_head(Csv *csv, GError **error);

#endif
