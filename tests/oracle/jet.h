/* jet.h - value, slope and curvature together, in high precision.
 *
 * Truncated Taylor arithmetic over real.h: references are written as the mathematics
 * stands in the papers, and their derivatives follow. Nothing of the engine is used.
 */
#ifndef ACTPLOT_TESTS_ORACLE_JET_H
#define ACTPLOT_TESTS_ORACLE_JET_H

#include "real.h"

enum { JET_ORDERS = 3 };

typedef struct {
    Real order[JET_ORDERS];
} Jet;

Jet jet_variable(double x);
Jet jet_number(double value);
Jet jet_constant(Real value);
int jet_compare(Jet a, double b); /* of the values: < 0, 0, > 0 */

Jet jet_add(Jet a, Jet b);
Jet jet_sub(Jet a, Jet b);
Jet jet_mul(Jet a, Jet b);
Jet jet_div(Jet a, Jet b);
Jet jet_neg(Jet a);
Jet jet_times(double factor, Jet a);
Jet jet_plus(Jet a, double term);
Jet jet_sqr(Jet a);
Jet jet_abs(Jet a); /* slope 0 at 0 */
Jet jet_sqrt(Jet a);
Jet jet_exp(Jet a); /* exact up to exp(1e9), and tiny below exp(-1e15) */
Jet jet_expm1(Jet a);
Jet jet_log(Jet a);
Jet jet_log1p(Jet a);
Jet jet_sin(Jet a);
Jet jet_cos(Jet a);
Jet jet_tanh(Jet a);
Jet jet_asinh(Jet a);
Jet jet_atan(Jet a);
Jet jet_erf(Jet a);
Jet jet_logistic(Jet a);
Jet jet_softplus(Jet a);
Jet jet_normal_cdf(Jet a);

#endif
