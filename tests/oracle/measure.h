/* measure.h - how far a record's value, slope and curvature are from the truth. */
#ifndef ACTPLOT_TESTS_ORACLE_MEASURE_H
#define ACTPLOT_TESTS_ORACLE_MEASURE_H

#include "catalogue.h"

#include <glib.h>

typedef struct {
    double error, x;
} Worst;

/* Of one order. A zero at x = 0 counts as any other place; about other zeros, where no
 * formula keeps its digits, errors count in parts of the height nearby. */
typedef struct {
    Worst ulp;             /* in units in the last place, of normal results */
    Worst subnormal;       /* in units of 2^-1074, of the others */
    Worst absolute;        /* about zeros, where more than the bound in ulp: in units of
                              2^-52 times the height */
    double absolute_error; /* the greatest there */
    GArray *zeros;         /* of double: where they are */
} Accuracy;

typedef struct {
    Accuracy order[JET_ORDERS];
    unsigned points;
} Measurement;

/* What is aimed at: 4, 8 and 16 ulp, and as much of the height about zeros. */
extern const double measure_bounds[JET_ORDERS];

Measurement *measure(const CatalogueCase *row, unsigned points);
void measurement_free(Measurement *measurement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Measurement, measurement_free)

#endif
