/* output_spec.h - what a figure says of how its formats are written. */
#ifndef ACTPLOT_SPEC_OUTPUT_SPEC_H
#define ACTPLOT_SPEC_OUTPUT_SPEC_H

#include "spec/theme.h"

#include <stdbool.h>

typedef enum { OUTPUT_TEXT_AUTO, OUTPUT_TEXT, OUTPUT_OUTLINES } OutputText;
typedef enum { OUTPUT_DATA_AUTO, OUTPUT_DATA_INLINE, OUTPUT_DATA_FILES } OutputData;

/* `output:`. What the command line says comes first. */
typedef struct {
    double scale;    /* png: device pixels for a pixel; NAN: not said */
    int compression; /* png: 0 .. 9; -1: not said */
    OutputText text; /* svg */
    char *dark;      /* svg: a theme, named as `theme` names it; NULL: none */
    char *terminal;  /* of gp, or of term; NULL: not said */
    OutputData data; /* gp, tex */
    bool functions;  /* gp */
} OutputSpec;

/* Whether a word of `terminal` is one of gnuplot's; else it is one of term's. */
bool output_terminal_is_gnuplot(const char *terminal);

#endif
