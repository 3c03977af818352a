/* data_spec.h - what a figure takes from files of data, as its file says it. */
#ifndef ACTPLOT_SPEC_DATA_SPEC_H
#define ACTPLOT_SPEC_DATA_SPEC_H

#include "base/color.h"
#include "base/error.h"
#include "base/marker.h"

#include <glib.h>
#include <stdbool.h>

/* How values at given places are shown. STYLE_AUTO: a line; one point alone: a point.
 */
typedef enum {
    STYLE_AUTO,
    STYLE_LINE,
    STYLE_STEPS_AFTER, /* a value holds to the right of its x */
    STYLE_STEPS_BEFORE,
    STYLE_STEPS_MID,
    STYLE_POINTS,
    STYLE_LINE_POINTS,
    STYLE_BARS
} CurveStyle;

/* A text of the figure's file. */
typedef struct {
    char *text; /* NULL: not given */
    Span place; /* in the figure's source */
} PlacedText;

/* Rows in which a column has this text. */
typedef struct {
    PlacedText column;
    char *text;
} DataCondition;

/* A table in a file, and what is read of it. */
typedef struct {
    PlacedText path;        /* from where the program runs; text NULL: no table */
    PlacedText x, y, group; /* columns by name or number */
    GArray *where;          /* of DataCondition; NULL: all rows */
    int columns;            /* of a file of bare doubles; 0: not said */
} DataSpec;

typedef enum {
    BINS_AUTO, /* the narrower of the rules of Freedman and Diaconis and of Sturges */
    BINS_COUNT,
    BINS_EDGES
} BinChoice;

/* A `histogram:`. */
typedef struct {
    DataSpec data; /* y is the column */
    PlacedText of; /* a formula of the values; text NULL: the values themselves */
    BinChoice choice;
    int bin_count;
    GArray *edges;   /* of double, rising; NULL unless BINS_EDGES */
    GArray *heights; /* of double, one fewer: given instead of counted, set by scene/;
                        else NULL */
    bool density;
    char *label; /* NULL: made */
    bool has_color;
    Color color;
    CurveStyle style; /* STYLE_BARS or STYLE_STEPS_AFTER */
} HistogramSpec;

/* A bar of `bars:`. */
typedef struct {
    char *name;
    double value;
} BarSpec;

void data_spec_release(DataSpec *data);
void histogram_spec_free(HistogramSpec *histogram);

#endif
