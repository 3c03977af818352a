/* catalogue.h - every activation of the catalogue as plain mathematics.
 *
 * Written from the papers and frameworks, with the parameters' defaults; parameters
 * are the doubles nearest to what is printed there.
 */
#ifndef ACTPLOT_TESTS_ORACLE_CATALOGUE_H
#define ACTPLOT_TESTS_ORACLE_CATALOGUE_H

#include "jet.h"

/* About the zeros of a wave no result has a small relative error: there errors count in
 * parts of the wave's height, |x|^power, or 1 where |x| < 1, from that order on. */
typedef struct {
    int from_order, power;
} Wave;

typedef struct {
    const char *key;
    Jet (*reference)(Jet x);
    const double *near; /* where to look closely, ended by NaN; NULL: nowhere */
    const Wave *wave;   /* NULL: none */
} CatalogueCase;

/* One row a record; ended by a NULL key. */
extern const CatalogueCase catalogue_cases[];

#endif
