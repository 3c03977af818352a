/* eval_stream.h - a formula's values as raw doubles, however many. */
#ifndef ACTPLOT_CLI_EVAL_STREAM_H
#define ACTPLOT_CLI_EVAL_STREAM_H

#include "formula/formula.h"

#include <glib.h>
#include <stdbool.h>

/* Point number index of count evenly from low to high, both of them exactly; count 1
 * is low. Indices are whole numbers. */
double eval_point(double low, double high, double index, double count);

/* Writes count rows of x, f and derivatives up to order, as doubles in the machine's
 * own byte order, to standard output, in constant memory, by that many threads (at
 * least 1): the same bytes. error as output_print(). */
bool eval_stream(const Formula *formula, int order, double low, double high,
                 double count, int threads, GError **error);

#endif
