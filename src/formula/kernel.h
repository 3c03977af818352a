/* kernel.h - the operations over blocks of points, each accurate in its tails.
 *
 * Every kernel has the shape of Operation.evaluate: n is a multiple of 8, arrays are
 * 64-byte aligned, result may be one of the arguments, NaN gives NaN. The bits of a
 * result depend on its arguments only, neither on its place in the block nor on n.
 *
 * Over the whole range, with SLEEF and without, a result is within so many units in
 * the last place of the true one (a subnormal result within so many times 2^-1074):
 *
 *   0.5  add subtract multiply divide sqrt, and all that only choose
 *   1    exp log log1p sin cos tan atan erf, power
 *   2    expm1 sinh cosh asinh softplus log_logistic softsign
 *   3    cbrt erfc gauss logistic tanh
 *   4    softsign_1 normal_pdf normal_cdf x_logistic x_normal_cdf x_tanh_softplus
 *        gelu_tanh
 *   6    logistic_1 sech2 x_logistic_1 x_normal_cdf_1 x_tanh_softplus_1 gelu_tanh_1
 *   6    second derivatives, but about their zeros some 1e-15 absolute
 *
 * tests/oracle/test-kernels.c holds them to that.
 */
#ifndef ACTPLOT_FORMULA_KERNEL_H
#define ACTPLOT_FORMULA_KERNEL_H

#include <stdbool.h>
#include <stddef.h>

typedef void (*Kernel)(size_t n, const double *const argument[], double *result);

#define KERNEL(name)                                                                   \
    void kernel_##name(size_t n, const double *const argument[], double *result)

/* The operations that a user may write. */
KERNEL(add);
KERNEL(subtract);
KERNEL(multiply);
KERNEL(divide);
KERNEL(power);
KERNEL(negate);
KERNEL(select);
KERNEL(less);
KERNEL(less_equal);
KERNEL(greater);
KERNEL(greater_equal);
KERNEL(equal);
KERNEL(not_equal);
KERNEL(and);
KERNEL(or);
KERNEL(not );
KERNEL(exp);
KERNEL(expm1);
KERNEL(log);
KERNEL(log1p);
KERNEL(sqrt);
KERNEL(cbrt);
KERNEL(abs);
KERNEL(sign);
KERNEL(min);
KERNEL(max);
KERNEL(floor);
KERNEL(sin);
KERNEL(cos);
KERNEL(tan);
KERNEL(sinh);
KERNEL(cosh);
KERNEL(tanh);
KERNEL(asinh);
KERNEL(atan);
KERNEL(erf);
KERNEL(erfc);
KERNEL(logistic);
KERNEL(softplus);
KERNEL(log_logistic);
KERNEL(normal_cdf);
KERNEL(normal_pdf);
KERNEL(sech2);

/* Operations that rewrite.h finds in formulas, because their parts cannot be put
 * together without losing digits or the tail. A name ending in _1 or _2 is the first
 * or second derivative of the one before. */
KERNEL(gauss);      /* exp(-u^2) */
KERNEL(softsign);   /* u / (1 + |u|) */
KERNEL(softsign_1); /* 1 / (1 + |u|)^2 */
KERNEL(logistic_1); /* logistic(u) * logistic(-u) */
KERNEL(x_logistic); /* u * logistic(u): SiLU */
KERNEL(x_logistic_1);
KERNEL(x_logistic_2);
KERNEL(x_normal_cdf); /* u * normal_cdf(u): GELU */
KERNEL(x_normal_cdf_1);
KERNEL(x_normal_cdf_2);
KERNEL(x_tanh_softplus); /* u * tanh(softplus(u)): Mish */
KERNEL(x_tanh_softplus_1);
KERNEL(x_tanh_softplus_2);
KERNEL(gelu_tanh); /* u * logistic(2 sqrt(2/pi) (u + 0.044715 u^3)) */
KERNEL(gelu_tanh_1);
KERNEL(gelu_tanh_2);

/* a < b ? v : w, and its like, of the arguments a, b, v, w. */
KERNEL(choose_less);
KERNEL(choose_less_equal);
KERNEL(choose_equal);

#undef KERNEL

/* Copies n numbers (any n, any alignment) and says whether all are finite; meanwhile
 * the n after them are brought near. */
bool kernel_copy(size_t n, const double *from, double *to);

/* Copies n numbers from an aligned row to where no one will look soon, leaving the
 * caches alone. */
void kernel_stream(size_t n, const double *from, double *to);

#endif
