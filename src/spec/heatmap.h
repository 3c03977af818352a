/* heatmap.h - what a figure says of its heat map: values over the frame as colours. */
#ifndef ACTPLOT_SPEC_HEATMAP_H
#define ACTPLOT_SPEC_HEATMAP_H

#include "base/error.h"
#include "network/experiment.h"
#include "spec/data_spec.h"
#include "spec/palette.h"

#include <glib.h>
#include <stdbool.h>

/* HEAT_AUTO: linear, or as an experiment proposes. HEAT_DIVERGING: linear, its
 * palette's middle at a centre. */
typedef enum {
    HEAT_AUTO,
    HEAT_LINEAR,
    HEAT_LOG,
    HEAT_DIVERGING,
    HEAT_SYMLOG
} HeatScale;
typedef enum {
    CONTOURS_NONE,
    CONTOURS_AUTO,
    CONTOURS_COUNT,
    CONTOURS_LIST
} ContourChoice;

/* One of z, rows and data is set; none where the panel's experiment gives a grid. */
typedef struct {
    char *z;         /* a formula of x and y */
    Span place;      /* of it in the figure's source */
    GPtrArray *rows; /* of GArray * of double: given values, from the bottom, all of one
                        length; NULL: none */
    DataSpec data;   /* a row of the file is a row of cells, the first one the lowest */
    const ExperimentGrid *grid; /* that grid, borrowed, set by scene/; else NULL */
    Palette *palette;           /* NULL: the theme's */
    HeatScale scale;
    double low, high;       /* of the colours; NAN: chosen */
    double center;          /* of HEAT_DIVERGING */
    double linear;          /* part of HEAT_SYMLOG; NAN: chosen */
    int columns, row_count; /* so many samples; 0: as many as the page shows */
    char *label;            /* of the colour bar; NULL: chosen */
    bool bar;               /* shown */
    ContourChoice contour_choice;
    int contour_count;
    GArray *levels; /* of double, for CONTOURS_LIST; else NULL */
    bool contour_labels;
} HeatmapSpec;

HeatmapSpec *heatmap_spec_new(void);
void heatmap_spec_free(HeatmapSpec *heatmap);

#endif
