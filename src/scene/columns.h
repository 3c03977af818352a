/* columns.h - any number of points as few that look the same: those that matter of each
 * column of the page.
 *
 * Of the points whose x falls into one column the first, the lowest, the highest and
 * the last are kept, in their order: the polyline through these covers what that of all
 * covers (jugel2014). x must not fall.
 */
#ifndef ACTPLOT_SCENE_COLUMNS_H
#define ACTPLOT_SCENE_COLUMNS_H

#include "base/geometry.h"
#include "scene/scale.h"

#include <glib.h>
#include <stdbool.h>

typedef struct {
    Scale x;      /* rising */
    int columns;  /* of the page */
    int column;   /* of the points below; -1: left of the page, columns: right of it */
    double limit; /* x where the column ends */
    bool any;     /* the column has points */
    Point first, last, low, high;
    bool gap;      /* something is missing behind what was kept */
    double last_x; /* of all points so far */
    bool falls;    /* x fell: what comes out is not to be used */
    gint64 row;
    GArray *points; /* of Point; NAN: a gap */
} Columns;

void columns_init(Columns *columns, const Scale *x, int count);

/* The next points; x NULL: the numbers of the rows, from 1. */
void columns_add(Columns *columns, const double *x, const double *y, size_t count);

/* What was kept; the caller's. */
GArray *columns_finish(Columns *columns);

#endif
