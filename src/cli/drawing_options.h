/* drawing_options.h - the options that plot and render have in common. */
#ifndef ACTPLOT_CLI_DRAWING_OPTIONS_H
#define ACTPLOT_CLI_DRAWING_OPTIONS_H

#include "backend/backend.h"
#include "spec/figure.h"

#include <glib.h>
#include <stdbool.h>

/* Where GOption puts them; file scope in the program since its tables are constant. */
typedef struct {
    char *format;
    char *dpi, *scale;
    char *compression;
    char *text;
    char *dark;
    char *terminal;
    char *data;
    gboolean functions;
    gboolean quiet;
} DrawingOptions;

extern DrawingOptions drawing_options;

/* Rows for a command's table of options. */
/* clang-format off */
#define DRAWING_OPTION_ENTRIES                                                         \
    {"dpi", 0, 0, G_OPTION_ARG_FILENAME, &drawing_options.dpi,                         \
     "dots an inch, of the page's pixels (the figure's)", "N"},                        \
    {"scale", 0, 0, G_OPTION_ARG_FILENAME, &drawing_options.scale,                     \
     "png: device pixels for a pixel, 2 for sharp screens (1)", "N"},                  \
    {"compression", 0, 0, G_OPTION_ARG_FILENAME, &drawing_options.compression,              \
     "png: 0 (large, quick) to 9 (small, slow) (6)", "N"},                             \
    {"text", 0, 0, G_OPTION_ARG_FILENAME, &drawing_options.text,                       \
     "svg: text as `text` or as glyph `outlines` (text)", "KIND"},                     \
    {"dark", 0, 0, G_OPTION_ARG_FILENAME, &drawing_options.dark,                       \
     "svg: in this theme too, for readers whose system is dark", "THEME"},             \
    {"terminal", 0, 0, G_OPTION_ARG_FILENAME, &drawing_options.terminal,               \
     "gp: pngcairo, svg, pdfcairo, cairolatex or qt\n"                              \
     "(pngcairo); term:\n"                      \
     "kitty, sixel, blocks or braille (what it can show)", "NAME"},                          \
    {"data", 0, 0, G_OPTION_ARG_FILENAME, &drawing_options.data,                       \
     "gp, tex: points `inline`, or in `files` beside it (inline)", "WHERE"},           \
    {"functions", 0, 0, G_OPTION_ARG_NONE, &drawing_options.functions,                 \
     "gp: formulas as functions that gnuplot computes", NULL},                         \
    {"quiet", 'q', 0, G_OPTION_ARG_NONE, &drawing_options.quiet,                       \
     "no progress and no warnings", NULL}
/* clang-format on */

/* Their meaning for a backend. */
bool drawing_options_read(BackendOptions *options, GError **error);

/* Fills in what the figure says (`output:`) and the options, which options were read
 * from, do not. options borrow from both. */
void drawing_options_complete(BackendOptions *options, const Figure *figure,
                              const Backend *backend);

/* The theme of the second, dark picture of an SVG; NULL: none. */
const char *drawing_options_dark(const Figure *figure);

#endif
