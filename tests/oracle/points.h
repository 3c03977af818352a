/* points.h - where an oracle looks: points of every kind, the same on every run.
 */
#ifndef ACTPLOT_TESTS_ORACLE_POINTS_H
#define ACTPLOT_TESTS_ORACLE_POINTS_H

#include <glib.h>

/* Finite points within lo .. hi, a GArray of double (g_array_unref): random in the
 * exponent, with both signs and subnormal ones; random in value over -5 .. 5,
 * -50 .. 50 and -800 .. 800; dense about each of `near` (ended by NaN; NULL: none),
 * with its neighbours one by one; the zeros, the smallest and the largest numbers.
 * At least count if that many of them lie within. */
GArray *points_new(guint32 seed, unsigned count, double lo, double hi,
                   const double *near);

/* ACTPLOT_ORACLE_POINTS from the environment if that is a number, else usual. */
unsigned points_count(unsigned usual);

#endif
