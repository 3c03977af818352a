/* spread.h - what several runs agree on: their median and quartiles. */
#ifndef ACTPLOT_NETWORK_SPREAD_H
#define ACTPLOT_NETWORK_SPREAD_H

#include <stddef.h>

typedef struct {
    double low, middle, high; /* quartiles, between two runs' by their distance; all NAN
                                 where a run's value is not finite */
} Spread;

/* Of values[i*step], i < count, count >= 1. */
Spread spread_of(const double *values, size_t step, unsigned count);

#endif
