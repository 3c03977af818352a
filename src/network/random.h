/* random.h - random numbers by their place: no state, no order, no threads to care for.
 *
 * A number is a function of a seed, a stream (which run, which layer, what for) and an
 * index, by Philox4x32-10 (salmon2011), and the same bits on every processor.
 */
#ifndef ACTPLOT_NETWORK_RANDOM_H
#define ACTPLOT_NETWORK_RANDOM_H

#include <stddef.h>
#include <stdint.h>

/* Within 0 .. 1, never at the ends: an odd multiple of 2^-53. */
double random_uniform(uint64_t seed, uint64_t stream, uint64_t index);

/* Standard normal: the quantile of the uniform number of that place. */
double random_normal(uint64_t seed, uint64_t stream, uint64_t index);

/* Fills numbers with mean 0 and that deviation: those of the places 0 .. count - 1. */
void random_fill_normal(double *numbers, size_t count, double deviation, uint64_t seed,
                        uint64_t stream);

/* The numbers 0 .. count - 1 in random order. */
void random_shuffle(unsigned *order, unsigned count, uint64_t seed, uint64_t stream);

/* The x below which a standard normal number lies with that probability, 0 < p < 1;
 * to about 1e-16 of its size (wichura1988). */
double random_quantile(double probability);

#endif
