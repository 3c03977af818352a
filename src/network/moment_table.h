/* moment_table.h - E f(sqrt(q) z)^2 and E f'(sqrt(q) z)^2, z ~ N(0, 1), for every q.
 *
 * Both are computed, with their first two derivatives by log q, at as many places as it
 * takes for a polynomial of fifth degree between them to be right.
 */
#ifndef ACTPLOT_NETWORK_MOMENT_TABLE_H
#define ACTPLOT_NETWORK_MOMENT_TABLE_H

#include "network/quadrature.h"

typedef struct MomentTable MomentTable;

typedef enum { MOMENT_OF_VALUE, MOMENT_OF_SLOPE, MOMENT_MEANS } MomentMean;

/* The quadrature is borrowed. Some milliseconds; afterwards safe from many threads. */
MomentTable *moment_table_new(const Quadrature *quadrature);
void moment_table_free(MomentTable *table);

/* The logarithm of a mean at t = log q. -infinity: it is 0. Infinite: too large to
 * tell. NaN: not known, for f swings too fast. */
double moment_table_log(const MomentTable *table, double t, MomentMean mean);

/* The same without the table. */
double moment_table_exact(const MomentTable *table, double t, MomentMean mean);

/* The largest relative error that was found, of means above 1e-280. */
double moment_table_error(const MomentTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(MomentTable, moment_table_free)

#endif
