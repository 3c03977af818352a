/* field.h - tables of keys: what a map of a figure or theme file may hold.
 *
 * One row a key. The same rows read files, suggest a name for a mistyped key and
 * print the vocabulary.
 */
#ifndef ACTPLOT_SPEC_FIELD_H
#define ACTPLOT_SPEC_FIELD_H

#include "spec/document.h"
#include "spec/figure.h"
#include "spec/report.h"

#include <stdbool.h>
#include <stddef.h>

/* The maps that keys stand in; a row may name several. */
enum {
    IN_FIGURE = 1 << 0,
    IN_PANEL = 1 << 1,
    IN_AXIS = 1 << 2,
    IN_CURVE = 1 << 3,
    IN_FAMILY = 1 << 4,
    IN_LINE = 1 << 5,
    IN_NOTE = 1 << 6,
    IN_DEFINITION = 1 << 7,
    IN_THEME = 1 << 8,
    IN_SHADE = 1 << 9,
    IN_PALETTE = 1 << 10,
    IN_HEATMAP = 1 << 11,
    IN_MARK = 1 << 12,
    IN_HISTOGRAM = 1 << 13,
    IN_INSET = 1 << 14,
    IN_FUNCTION = 1 << 15, /* of an experiment */
    IN_OUTPUT = 1 << 16,
};

/* Limits of a page. */
#define PAGE_MIN_PT (0.5 / 2.54 * 72)
#define PAGE_MAX_PT (200.0 * 72)

/* A table of these ends with a NULL name. */
typedef struct {
    const char *name;
    int value;
} Word;

/* What reading one file needs at hand. */
typedef struct {
    Reports *reports;
    const char *source; /* the file's text */
    Figure *figure;     /* NULL in other files */
    Definitions
        *definitions; /* that are read, and formulas may use; NULL in a theme file */
    PanelSpec *panel; /* that rows of both IN_FIGURE and IN_PANEL fill in */
    char *folder;     /* of the file: other files are named from there */
    GPtrArray *files; /* gets the paths of files that are read; NULL: nobody asks */
    double dpi;       /* of lengths in px */
    Warnings *warnings;
} Reader;

typedef struct Field Field;

/* Reads node, the value of field's key, into target, or reports why it cannot. */
typedef void FieldReader(Reader *reader, const Field *field, const DocumentNode *node,
                         void *target);

struct Field {
    unsigned where; /* IN_... */
    const char *key;
    const char *values; /* what may be written; NULL: the words */
    const char *help;   /* one line, with unit and default */
    FieldReader *read;
    size_t offset;           /* of the member in the struct that target is */
    size_t given;            /* of the bool that says it was given; 0: none */
    double minimum, maximum; /* of a number, or of a length in points */
    const Word *words;
};

typedef struct {
    const Field *fields;
    size_t count;
} FieldTable;

/* The tables of all keys of figure files, of theme files and of palettes. */
extern const FieldTable figure_fields, theme_fields, palette_fields;

/* Reads a map that stands in where (one IN_... bit) into target, row by row in the
 * table's order, so that a row may build on what earlier ones have read. */
void fields_read(Reader *reader, FieldTable table, unsigned where,
                 const DocumentNode *map, void *target);

/* The rows as the vocabulary, made once. */
const FigureKey *fields_vocabulary(const FieldTable *table, GOnce *once,
                                   unsigned *count);

/* `linear | log`, for messages and the vocabulary; the caller's. */
char *words_describe(const Word *words);

/* Readers for a member of a plain type. */
FieldReader read_text;   /* char *; may be empty */
FieldReader read_label;  /* char *; the same, with formulas (formula/markup.h) */
FieldReader read_flag;   /* bool */
FieldReader read_number; /* double; also a constant formula such as `2*pi` */
FieldReader read_whole;  /* int */
FieldReader read_length; /* double, in points */
FieldReader read_word;   /* an enum or int */
FieldReader read_color;  /* Color */
FieldReader read_dash;   /* Dash */

/* True: node is of that kind. Else false, after a report. */
bool node_is(Reader *reader, const Field *field, const DocumentNode *node,
             DocumentKind kind);

/* True: node is a list of minimum .. maximum items. Else false, after a report. */
bool node_is_list(Reader *reader, const Field *field, const DocumentNode *node,
                  unsigned minimum, unsigned maximum);

/* The values themselves, for lists of them; false after a report. */
bool node_number(Reader *reader, const Field *field, const DocumentNode *node,
                 double *value);
bool node_length(Reader *reader, const Field *field, const DocumentNode *node,
                 double *points);
bool node_side(Reader *reader, const Field *field, const DocumentNode *node,
               double *points); /* of a page */
bool node_color(Reader *reader, const Field *field, const DocumentNode *node,
                Color *color);
bool node_dash(Reader *reader, const Field *field, const DocumentNode *node,
               Dash *dash);

/* A palette by its name (theme's, which may be NULL, or the program's), from a file or
 * as a list of colours; the caller's, NULL after a report. */
Palette *node_palette(Reader *reader, const Field *field, const DocumentNode *node,
                      const Theme *theme, PaletteKind kind_of_list);

/* The palette that a map or a list describes. */
Palette *node_palette_whole(Reader *reader, const Field *field,
                            const DocumentNode *node, const char *name,
                            PaletteKind kind_of_list);

/* Reports the first fault of the formulas in a text that is shown. */
void check_label(Reader *reader, const DocumentNode *node);

/* The member of target that field names. */
void *field_member(const Field *field, void *target);

/* Sets the bool at field->given, if there is one. */
void field_given(const Field *field, void *target);

#endif
