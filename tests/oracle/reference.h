/* reference.h - what the kernels should give, as plain mathematics.
 *
 * Written from the definitions alone, with nothing of the engine.
 */
#ifndef ACTPLOT_TESTS_ORACLE_REFERENCE_H
#define ACTPLOT_TESTS_ORACLE_REFERENCE_H

#include "real.h"

typedef Real (*Reference)(Real u);

Real reference_logistic(Real u);
Real reference_logistic_1(Real u);
Real reference_softplus(Real u);
Real reference_log_logistic(Real u);
Real reference_sech2(Real u);
Real reference_softsign(Real u);
Real reference_softsign_1(Real u);
Real reference_gauss(Real u);
Real reference_normal_pdf(Real u);
Real reference_normal_cdf(Real u);
Real reference_x_normal_cdf(Real u);
Real reference_x_normal_cdf_1(Real u);
Real reference_x_normal_cdf_2(Real u);
Real reference_x_logistic(Real u);
Real reference_x_logistic_1(Real u);
Real reference_x_logistic_2(Real u);
Real reference_gelu_tanh(Real u);
Real reference_gelu_tanh_1(Real u);
Real reference_gelu_tanh_2(Real u);
Real reference_x_tanh_softplus(Real u);
Real reference_x_tanh_softplus_1(Real u);
Real reference_x_tanh_softplus_2(Real u);

#endif
