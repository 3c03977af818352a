/* data_curve.h - a curve from a file: read as a whole where it is small, else reduced
 * to what the page can show while it is read.
 */
#ifndef ACTPLOT_SCENE_DATA_CURVE_H
#define ACTPLOT_SCENE_DATA_CURVE_H

#include "base/geometry.h"
#include "scene/data_file.h"
#include "scene/range.h"
#include "spec/figure.h"

#include <glib.h>
#include <stdbool.h>

/* So many rows are kept; of more, what the page shows. */
enum { DATA_KEPT_MAX = 50000 };

typedef struct {
    const Figure *figure;
    const CurveSpec *spec;
    DataFile *file;
    DataWish wish;
    int x, y, low, high;   /* places in the wish; -1: none */
    char *x_name, *y_name; /* of the columns; "" for none */
    GPtrArray *names;      /* of char *: what stands in the column x where that is no
                              number; else NULL */
    bool is_small;         /* all is in the arrays below */
    bool falls;            /* x falls somewhere */
    double x_low, x_high;  /* of all rows; low > high: there are none */
    double x_positive;     /* the least above 0, for log scales */
    double y_low, y_high;  /* the same, within the x range asked for */
    GArray *points;        /* of Point; NAN: a gap */
    GArray *lows, *highs;  /* of Point, the band over the same x; NULL: none */
} DataCurve;

/* Opens the file, finds the columns and reads as much as is to be known before the
 * scale of x is chosen. Errors have their place in the figure or in the file. */
DataCurve *data_curve_new(const Figure *figure, const CurveSpec *spec, GError **error);
void data_curve_free(DataCurve *data);

/* Of a large file: reads it into the arrays as a page of that many columns shows it. */
bool data_curve_reduce(DataCurve *data, const Scale *x, int columns, GError **error);

/* Calls visit for all rows of a large file. */
typedef void DataVisitor(void *target, Point point);
bool data_curve_visit(DataCurve *data, DataVisitor *visit, void *target,
                      GError **error);

/* Opens a table that the figure names, and looks up its conditions. */
DataFile *data_spec_open(const Figure *figure, const DataSpec *spec, DataWish *wish,
                         GError **error);

/* Looks up a column; -1: it is not there, error says so at its place. */
int data_spec_column(const Figure *figure, const DataFile *file, const PlacedText *name,
                     GError **error);

/* Passes cause on; if it tells no place in the file, at the file's name in the figure.
 */
void data_place_error(const Figure *figure, const PlacedText *path, GError *cause,
                      GError **error);

/* The columns of an open file that a new curve takes (data_curve_find.c). */
bool data_curve_find_columns(DataCurve *data, GError **error);

#endif
