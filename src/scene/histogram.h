/* histogram.h - how often values lie where. */
#ifndef ACTPLOT_SCENE_HISTOGRAM_H
#define ACTPLOT_SCENE_HISTOGRAM_H

#include "scene/panel.h"
#include "scene/range.h"

#include <stdbool.h>

typedef struct {
    const HistogramSpec *spec;
    GArray *edges;   /* of double, rising */
    GArray *heights; /* of double, one fewer */
    char *of_name;   /* of what is counted; "" for none */
    SceneSeries *series;
} Histogram;

/* Reads and counts the values. */
Histogram *histogram_new(const Figure *figure, const HistogramSpec *spec,
                         SceneSeries *series, GError **error);
void histogram_free(Histogram *histogram);

/* Widens range by the heights over x. */
void histogram_add_range(const Histogram *histogram, const Scale *x, ScaleKind kind,
                         Range *range);

/* Fills in the series' bars, or its outline; warns when there is nothing to see. */
void histogram_draw(const Histogram *histogram, const Frame *frame, Warnings *warnings);

/* How many bins of equal width NumPy's rule `auto` makes of values (sorted, count of
 * them): at least one, at most 10000. */
int histogram_auto_bins(const double *values, size_t count);

#endif
