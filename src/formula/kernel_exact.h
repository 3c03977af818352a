/* kernel_exact.h - exp() with some bits more than a double has.
 */
#ifndef ACTPLOT_FORMULA_KERNEL_EXACT_H
#define ACTPLOT_FORMULA_KERNEL_EXACT_H

#include "formula/kernel_block.h"

/* a + b without error, |a| >= |b| or a = 0. */
static inline __attribute__((always_inline)) double sum_exact(double a, double b,
                                                              double *low)
{
    const double sum = a + b;
    *low = b - (sum - a);
    return sum;
}

#define QUARTER_LOG_2 0x1.62e42fefap-3 /* 36 bits of log(2)/4, then the rest */
#define QUARTER_LOG_2_LOW 0x1.cf79abc9e3b3ap-42
#define FOUR_OVER_LOG_2 0x1.71547652b82fep+2

/* exp(u) = result + *low, to about 2^-64 of it; -60 <= u <= 60. u is n log(2)/4 + r
 * with a small r; exp(r) has three terms with their rounding errors. */
static inline __attribute__((always_inline)) double exp_exact(double u, double *low)
{
    const double n = rint(u * FOUR_OVER_LOG_2);
    const double quarter = n - 4 * floor(0.25 * n);
    double r_low, square_low, one_low, two_low, product_low;

    const double r = sum_exact(u - n * QUARTER_LOG_2, -n * QUARTER_LOG_2_LOW, &r_low);
    const double square = square_exact(r, &square_low);
    const double cubic =
        r * square *
        (1.0 / 6 +
         r * (1.0 / 24 +
              r * (1.0 / 120 +
                   r * (1.0 / 720 +
                        r * (1.0 / 5040 +
                             r * (1.0 / 40320 +
                                  r * (1.0 / 362880 + r * (1.0 / 3628800 +
                                                           r * (1.0 / 39916800)))))))));
    const double one = sum_exact(1, r, &one_low);
    const double two = sum_exact(one, 0.5 * square, &two_low);
    const double rest = cubic + (one_low + two_low + 0.5 * square_low + r_low * two);

    /* times 2^(quarter/4) */
    const double factor = quarter == 0   ? 1.0
                          : quarter == 1 ? 0x1.306fe0a31b715p+0
                          : quarter == 2 ? 0x1.6a09e667f3bcdp+0
                                         : 0x1.ae89f995ad3adp+0;
    const double factor_low = quarter == 0   ? 0.0
                              : quarter == 1 ? 0x1.6f46ad23182e4p-55
                              : quarter == 2 ? -0x1.bdd3413b26456p-54
                                             : 0x1.7a1cd345dcc81p-54;
    const double product = product_exact(factor, two, &product_low);
    const double all = product_low + (factor * rest + factor_low * two);
    const double power = exp2(floor(0.25 * n));
    double sum_low;
    const double sum = sum_exact(product, all, &sum_low);

    *low = power * sum_low;
    return power * sum;
}

#undef QUARTER_LOG_2
#undef QUARTER_LOG_2_LOW
#undef FOUR_OVER_LOG_2

#endif
