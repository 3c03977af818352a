/* backend.h - one const record an output format.
 *
 * A backend takes the Drawing (positions on a page) or the Scene (data) and appends
 * one file to a buffer; only the interactive page, which shows the one and computes
 * from the other, takes both. Same input, same bytes.
 */
#ifndef ACTPLOT_BACKEND_BACKEND_H
#define ACTPLOT_BACKEND_BACKEND_H

#include "backend/unshown.h"
#include "base/warning.h"
#include "layout/drawing.h"
#include "scene/scene.h"

#include <glib.h>
#include <stdbool.h>

/* A file that is written beside the main one. */
typedef struct {
    char *name; /* without a folder */
    GString *text;
} BackendFile;

/* A new empty one at the end of files, which owns it and has backend_file_free(). */
BackendFile *backend_file_add(GPtrArray *files, const char *name);
char *backend_stem(const char *name, const char *endings); /* without its ending */
void backend_file_free(void *file);

/* What a user may set, each with its default; one struct for all formats, a format
 * ignores what does not concern it. */
typedef struct {
    double dpi;              /* NAN: the figure's */
    double scale;            /* png: device pixels for one pixel at dpi; 1 */
    int compression;         /* png: 0 .. 9; 6 */
    bool outlines;           /* svg: text as glyph outlines; false */
    const Drawing *dark;     /* svg: the figure in a dark theme, of the same size, shown
                                where the reader's system is dark; NULL: none */
    const char *terminal;    /* gp: NULL is pngcairo; term: kitty, sixel, blocks or
                                braille (NULL) */
    bool data_files;         /* gp, tex: data in files of their own; false: within */
    GPtrArray *files;        /* of BackendFile *: takes these; NULL: within after all */
    bool functions;          /* gp: formulas as functions of gnuplot's; false */
    int columns, rows;       /* term: characters; 0: 80 x 24 */
    int colors;              /* term, in characters: 0, 256 or 1 << 24 */
    const char *output_name; /* base name of the file to be written, for gp's own
                                output (`prelu.gp` writes `prelu.png`); NULL: none */
} BackendOptions;

extern const BackendOptions backend_options_default;

typedef struct {
    const char *name;  /* as in --format and as the file's ending: `png` */
    const char *help;  /* one line */
    const char *shows; /* what it can and cannot show, one line */
    unsigned unshown;  /* bits of Unshown that it leaves out; whoever has it write
                          warns of them */
    bool binary;       /* not fit for a terminal */
    /* Exactly one of the three. They append to out; on failure out is undefined. */
    bool (*write_drawing)(const Drawing *drawing, const BackendOptions *options,
                          GByteArray *out, Warnings *warnings, GError **error);
    bool (*write_scene)(const Scene *scene, const BackendOptions *options,
                        GByteArray *out, Warnings *warnings, GError **error);
    /* Instead of these: a page that shows the Drawing and goes on from the Scene. */
    bool (*write_page)(const Drawing *drawing, const Scene *scene,
                       const BackendOptions *options, GByteArray *out,
                       Warnings *warnings, GError **error);
} Backend;

/* Ended by NULL. */
extern const Backend *const backends[];
const Backend *backend_find(const char *name);

#endif
