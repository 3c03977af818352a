/* interval.h - the operations over intervals: outward rounded enclosures.
 *
 * Each has the shape of Operation.enclose. The operations that only rewrite.h makes
 * have none of their own: they are enclosed through their expansion.
 */
#ifndef ACTPLOT_FORMULA_INTERVAL_H
#define ACTPLOT_FORMULA_INTERVAL_H

#include "formula/operation.h"

Interval interval_add(const Interval argument[]);
Interval interval_subtract(const Interval argument[]);
Interval interval_multiply(const Interval argument[]);
Interval interval_square(const Interval argument[]); /* a*a, where both are one */
Interval interval_divide(const Interval argument[]);
Interval interval_power(const Interval argument[]);
Interval interval_negate(const Interval argument[]);
Interval interval_select(const Interval argument[]);
Interval interval_less(const Interval argument[]);
Interval interval_less_equal(const Interval argument[]);
Interval interval_greater(const Interval argument[]);
Interval interval_greater_equal(const Interval argument[]);
Interval interval_equal(const Interval argument[]);
Interval interval_not_equal(const Interval argument[]);
Interval interval_and(const Interval argument[]);
Interval interval_or(const Interval argument[]);
Interval interval_not(const Interval argument[]);
Interval interval_exp(const Interval argument[]);
Interval interval_expm1(const Interval argument[]);
Interval interval_log(const Interval argument[]);
Interval interval_log1p(const Interval argument[]);
Interval interval_sqrt(const Interval argument[]);
Interval interval_cbrt(const Interval argument[]);
Interval interval_abs(const Interval argument[]);
Interval interval_sign(const Interval argument[]);
Interval interval_min(const Interval argument[]);
Interval interval_max(const Interval argument[]);
Interval interval_floor(const Interval argument[]);
Interval interval_sin(const Interval argument[]);
Interval interval_cos(const Interval argument[]);
Interval interval_tan(const Interval argument[]);
Interval interval_sinh(const Interval argument[]);
Interval interval_cosh(const Interval argument[]);
Interval interval_tanh(const Interval argument[]);
Interval interval_asinh(const Interval argument[]);
Interval interval_atan(const Interval argument[]);
Interval interval_erf(const Interval argument[]);
Interval interval_erfc(const Interval argument[]);
Interval interval_logistic(const Interval argument[]);
Interval interval_softplus(const Interval argument[]);
Interval interval_log_logistic(const Interval argument[]);
Interval interval_normal_cdf(const Interval argument[]);
Interval interval_normal_pdf(const Interval argument[]);
Interval interval_sech2(const Interval argument[]);

#endif
