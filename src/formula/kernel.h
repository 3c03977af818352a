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
 * tests/oracle/test-kernels.c holds them to that. Those from `root` on serve single
 * activations; tests/oracle/test-activations.c holds these as wholes: value within 4,
 * slope within 8, curvature within 16.
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
KERNEL(gauss);   /* exp(-u^2) */
KERNEL(x_gauss); /* u * exp(-u^2) */
KERNEL(x_gauss_1);
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
KERNEL(root);        /* sqrt(1 + u^2) */
KERNEL(root_less_1); /* that minus 1 */
KERNEL(root_plus);   /* u + sqrt(1 + u^2) */
KERNEL(root_plus_1);
KERNEL(ratio); /* u / sqrt(1 + u^2) */
KERNEL(ratio_1);
KERNEL(atan_1);           /* 1 / (1 + u^2) */
KERNEL(tanh_shrink);      /* u - tanh(u) */
KERNEL(log_cosh);         /* log(cosh(u)) */
KERNEL(softplus_shifted); /* softplus(u) - log(2) */
KERNEL(sinc);             /* sin(u) / u, 1 at 0 */
KERNEL(sinc_1);
KERNEL(sinc_2);
KERNEL(sinc_3);
KERNEL(gumbel); /* exp(u - exp(u)) */
KERNEL(gumbel_1);
KERNEL(tanh_log1p_logistic);
KERNEL(tanh_log1p_logistic_1);
KERNEL(tanh_log1p_logistic_2);
KERNEL(x_tanh_exp); /* u * tanh(exp(u)): TanhExp */
KERNEL(x_tanh_exp_1);
KERNEL(x_tanh_exp_2);
KERNEL(colu); /* u / (1 - u * exp(-(u + exp(u)))) */
KERNEL(colu_1);
KERNEL(colu_2);
KERNEL(x_tanh_gelu); /* u * tanh(u * normal_cdf(u)): Phish */
KERNEL(x_tanh_gelu_1);
KERNEL(x_tanh_gelu_2);
KERNEL(x_erf_softplus); /* u * erf(softplus(u)): SERF */
KERNEL(x_erf_softplus_1);
KERNEL(x_erf_softplus_2);

/* The same with constants beside u, which are exact: */
KERNEL(x_logistic_affine); /* u * logistic(k u - c) from u, k, c; |c| < 600 */
KERNEL(x_logistic_affine_1);
KERNEL(x_logistic_affine_2);
KERNEL(sech2_scaled); /* sech2(k u) from u, k */
KERNEL(soft_clip);    /* softplus(k u) - softplus(k (u - 1)) from u, k > 0 */
KERNEL(soft_clip_1);  /* logistic(k u) - logistic(k (u - 1)) */
KERNEL(soft_clip_2);
KERNEL(normal_cdf_line); /* normal_cdf((u - m) / s) from u, m, s */
KERNEL(normal_pdf_line); /* normal_pdf((u - m) / s) */
KERNEL(normal_pdf_line_1);
KERNEL(soft_root); /* u / (u/a + exp(-u/b)) from u, a > 0, b > 0 */
KERNEL(soft_root_1);
KERNEL(soft_root_2);

/* a < b ? v : w, and its like, of the arguments a, b, v, w. */
KERNEL(choose_less);
KERNEL(choose_less_equal);
KERNEL(choose_equal);

/* The same of u, a constant c, v, w: v left of c, or up to it with `most`. Then of u,
 * two constants and what is taken left of, between and right of them. NaN gives
 * something. */
KERNEL(pick_less);
KERNEL(pick_most);
KERNEL(pick_less_less);
KERNEL(pick_less_most);
KERNEL(pick_most_less);
KERNEL(pick_most_most);

/* Two operations in one pass: divide_left_multiply is (u*v)/w, divide_right_multiply
 * is u/(v*w). */
#define KERNEL_PAIR(outer, inner)                                                      \
    KERNEL(outer##_left_##inner);                                                      \
    KERNEL(outer##_right_##inner)
KERNEL_PAIR(add, add);
KERNEL_PAIR(add, subtract);
KERNEL_PAIR(add, multiply);
KERNEL_PAIR(add, divide);
KERNEL_PAIR(subtract, add);
KERNEL_PAIR(subtract, subtract);
KERNEL_PAIR(subtract, multiply);
KERNEL_PAIR(subtract, divide);
KERNEL_PAIR(multiply, add);
KERNEL_PAIR(multiply, subtract);
KERNEL_PAIR(multiply, multiply);
KERNEL_PAIR(multiply, divide);
KERNEL_PAIR(divide, add);
KERNEL_PAIR(divide, subtract);
KERNEL_PAIR(divide, multiply);
KERNEL_PAIR(divide, divide);
KERNEL_PAIR(min, max);
KERNEL_PAIR(max, min);
#undef KERNEL_PAIR
KERNEL(parabola); /* u*(v + w)/z */

#undef KERNEL

/* What is known of some numbers: between which two they all are, NaN apart, and whether
 * all are finite. */
typedef struct {
    double lo, hi;
    bool finite;
} Stretch;

/* Of n numbers, any n, any alignment; meanwhile the n after them are brought near. */
Stretch kernel_scan(size_t n, const double *x);

/* Copies n numbers from a row to where no one will look soon, leaving the caches alone:
 * any n, any alignment. */
void kernel_stream(size_t n, const double *row, double *to);

/* Both in one loop, so that memory is read and written at once; n is a multiple of 8,
 * arrays are 64-byte aligned. */
Stretch kernel_stream_scan(size_t n, const double *row, double *to, const double *next);

/* How many of n numbers need care (careful.h): results that are not finite, or so near
 * to 0 that a part may have been subnormal (0 itself only far out, where parts vanish);
 * sums smaller than that share of a part. */
#define KERNEL_TINY 0x1p-990
#define KERNEL_FAR 300
size_t kernel_extremes(size_t n, const double *row, const double *x);
size_t kernel_cancelled(size_t n, const double *sum, const double *a, const double *b,
                        double share);

#endif
