/* real.h - expressions of high-precision numbers, for references.
 *
 * real_mul(x, real_exp(x)) reads as it is meant. Each call returns one of a ring of
 * numbers that is used again after REAL_RING more calls; so expressions are fine,
 * storing results for long is not. Not thread-safe.
 */
#ifndef ACTPLOT_TESTS_ORACLE_REAL_H
#define ACTPLOT_TESTS_ORACLE_REAL_H

#include <mpfr.h>

enum { REAL_PRECISION = 200, REAL_RING = 1024 }; /* bits at first */

typedef mpfr_srcptr Real;

Real real(double value);
Real real_text(const char *decimal);
Real real_pi(void);
Real real_add(Real a, Real b);
Real real_sub(Real a, Real b);
Real real_mul(Real a, Real b);
Real real_div(Real a, Real b);
Real real_pow(Real a, Real b);
Real real_neg(Real a);
Real real_abs(Real a);
Real real_sqr(Real a);
Real real_sqrt(Real a);
Real real_cbrt(Real a);
Real real_exp(Real a);
Real real_expm1(Real a);
Real real_log(Real a);
Real real_log1p(Real a);
Real real_sin(Real a);
Real real_cos(Real a);
Real real_tan(Real a);
Real real_sinh(Real a);
Real real_cosh(Real a);
Real real_tanh(Real a);
Real real_sech(Real a);
Real real_asinh(Real a);
Real real_atan(Real a);
Real real_erf(Real a);
Real real_erfc(Real a);

void real_set_precision(int bits); /* of all numbers from now on */
void real_release(void);           /* all memory, at exit */

/* How far got is from the true value, in units of the last place that a double has
 * there (2^-1074 for subnormal numbers). Infinite where got is NaN, or is zero or
 * infinite although the true value, if it were rounded, is not; 0 where both round
 * to the same infinity. */
double real_error_ulp(double got, Real truth);

#endif
