/* double_rank.h - doubles counted along the number line.
 *
 * Neighbouring doubles have neighbouring ranks, and both zeros have rank 0; so "four
 * units in the last place further" and "halfway by bits" are sums of integers.
 */
#ifndef ACTPLOT_FORMULA_DOUBLE_RANK_H
#define ACTPLOT_FORMULA_DOUBLE_RANK_H

#include <math.h>
#include <stdint.h>
#include <string.h>

/* The rank of +infinity; NaN has none. */
#define DOUBLE_RANK_INFINITY INT64_C(0x7ff0000000000000)

static inline int64_t double_rank(double value)
{
    int64_t bits;
    memcpy(&bits, &value, sizeof bits);
    return bits < 0 ? -(bits & INT64_MAX) : bits;
}

static inline double double_of_rank(int64_t rank)
{
    int64_t bits = rank < 0 ? -rank : rank;
    double size;
    memcpy(&size, &bits, sizeof size);
    return rank < 0 ? -size : size;
}

/* How many places b is behind a; a <= b. */
static inline uint64_t double_distance(double a, double b)
{
    return (uint64_t)double_rank(b) - (uint64_t)double_rank(a);
}

/* The double that is count places further (back, when negative); not past infinity.
 * |count| is at most DOUBLE_RANK_INFINITY. */
static inline double double_step(double value, int64_t count)
{
    if (isnan(value))
        return value;
    int64_t rank = double_rank(value);
    if (rank > 0 && count > DOUBLE_RANK_INFINITY - rank)
        return INFINITY;
    if (rank < 0 && count < -DOUBLE_RANK_INFINITY - rank)
        return -INFINITY;
    return double_of_rank(rank + count);
}

#endif
