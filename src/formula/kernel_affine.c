/* kernel_affine.c - kernels with constants beside u, whose products with u must not be
 * rounded before an exponential takes them.
 *
 * exp(k u) by a rounded product is wrong by |k u| / 2 units in the last place; here the
 * product's rounding error goes along. Far out, where results may be smaller than any
 * normal exp(), exponents are shifted by TAIL_SHIFT; there what is added to the
 * exponential is so much larger that the shift does not show in it.
 */
#include "formula/kernel_block.h"
#include "formula/kernel_exact.h"

#define TAIL_BEGIN 600.0
#define FAR 2000.0 /* beyond it every exponential is 0 */

/* exp(-|p + rest|), shifted where it is small. */
KERNEL_POINT fading_at(double p, double rest)
{
    const double shift = fabs(p) > TAIL_BEGIN ? TAIL_SHIFT : 0.0;
    const double e = exp(shift - fabs(p));
    return e - e * (p < 0 ? -rest : rest);
}

KERNEL_POINT scale_at(double p)
{
    return fabs(p) > TAIL_BEGIN ? TAIL_SCALE : 1.0;
}

KERNEL_POINT within_at(double p)
{
    return p < -FAR ? -FAR : p > FAR ? FAR : p;
}

/* What the product k * u lacks; 0 where that does not matter. */
KERNEL_POINT product_rest_at(double k, double u)
{
    double low;
    const double p = product_exact(k, u, &low);
    return fabs(p) < FAR && fabs(p) > 0x1p-500 ? low : 0.0;
}

/* What the quotient u / b lacks, in the same way. */
KERNEL_POINT quotient_rest_at(double u, double b)
{
    double low;
    const double q = u / b;
    const double p = product_exact(q, b, &low);
    return fabs(q) < FAR && fabs(q) > 0x1p-500 ? ((u - p) - low) / b : 0.0;
}

/* --- u * logistic(k u - c) --- */

KERNEL_POINT x_logistic_affine_at(double u, double k, double c)
{
    const double p = k * u, e = fading_at(p, product_rest_at(k, u)), d = exp(c);
    const double gate = p < 0 ? e / (e + d) : 1 / (1 + d * e);
    return u * gate * (p < 0 ? scale_at(p) : 1.0);
}

KERNEL_POINT x_logistic_affine_1_at(double u, double k, double c)
{
    const double p = k * u, e = fading_at(p, product_rest_at(k, u)), d = exp(c);
    const double a = within_at(p);
    const double below = p < 0 ? e + d : 1 + d * e;
    const double top = p < 0 ? e * (e + d * (1 + a)) : 1 + d * e * (1 + a);
    return top / (below * below) * (p < 0 ? scale_at(p) : 1.0);
}

KERNEL_POINT x_logistic_affine_2_at(double u, double k, double c)
{
    const double p = k * u, e = fading_at(p, product_rest_at(k, u)), d = exp(c);
    const double below = p < 0 ? e + d : 1 + d * e;
    const double bend = (p < 0 ? e - d : 1 - d * e) / below;
    const double bell = d * e / (below * below);
    return bell * (2 - within_at(p) * bend) * scale_at(p);
}

KERNEL_3(x_logistic_affine)
KERNEL_3(x_logistic_affine_1)
KERNEL_3(x_logistic_affine_2)

/* --- sech(k u)^2 --- */

KERNEL_POINT sech2_scaled_at(double u, double k)
{
    const double p = 2 * (k * u);
    const double e = fading_at(p, 2 * product_rest_at(k, u));
    return 4 * (e / ((1 + e) * (1 + e))) * scale_at(p);
}

KERNEL_2(sech2_scaled)

/* --- softplus(k u) - softplus(k (u - 1)), as log1p(part) --- */

/* logistic(k u) and logistic(k u - k), and their difference over 1 - the first. */
#define SOFT_CLIP_PARTS                                                                \
    const double p = k * u, e = fading_at(p, product_rest_at(k, u)), d = exp(-k);      \
    const double part = p < 0 ? -expm1(-k) * e / (1 + d * e) : -expm1(-k) / (e + d)

KERNEL_POINT soft_clip_at(double u, double k)
{
    SOFT_CLIP_PARTS;
    const double hard = p < 0 ? 0 : p < k ? p : k; /* where d would underflow */
    return k > 700 ? hard : log1p_whole(part) * (p < 0 ? scale_at(p) : 1.0);
}

KERNEL_POINT soft_clip_1_at(double u, double k)
{
    SOFT_CLIP_PARTS;
    const double rest = (p < 0 ? 1 : e) / (1 + e);
    const double hard = p > 0 && p < k ? 1.0 : 0.0;
    return k > 700 ? hard : part * rest * scale_at(p);
}

/* 1 - first - second is tanh-like about p = k/2. */
KERNEL_POINT soft_clip_2_at(double u, double k)
{
    SOFT_CLIP_PARTS;
    const double first = (p < 0 ? e : 1) / (1 + e), rest = (p < 0 ? 1 : e) / (1 + e);
    const double second = p < 0 ? d * e / (1 + d * e) : d / (e + d);
    const double second_rest = p < 0 ? 1 / (1 + d * e) : e / (e + d);
    const double sum = 2 * within_at(p) - k;
    const double bend =
        sum < 0 ? -expm1(sum) * rest * second_rest : expm1(-sum) * first * second;
    return k > 700 ? 0 * p : k * (part * rest * bend) * scale_at(p);
}

KERNEL_2(soft_clip)
KERNEL_2(soft_clip_1)
KERNEL_2(soft_clip_2)

/* --- u / (u/a + exp(-u/b)), multiplied by exp(u/b) on the left --- */

#define SOFT_ROOT_PARTS                                                                \
    double low;                                                                        \
    const double q = u / b, rest = quotient_rest_at(u, b), v = u / a;                  \
    const double y = within_at(q);                                                     \
    const double near = exp_exact(fabs(q) < 50 ? -fabs(q) : 0, &low);                  \
    const double e = fabs(q) < 50 ? near : fading_at(q, rest);                         \
    const double e_low = fabs(q) < 50 ? low + near * (q < 0 ? rest : -rest) : 0.0;     \
    const double below =                                                               \
        q < 0 ? 1 + (q < -FAR ? 0.0 : v * e + v * e_low) : (v + e) + e_low

KERNEL_POINT soft_root_at(double u, double a, double b)
{
    SOFT_ROOT_PARTS;
    const double left = q < -FAR ? 0 * q : (u * (e + e_low)) / below;
    (void)y;
    return q < 0 ? left * scale_at(q) : u / below;
}

KERNEL_POINT soft_root_1_at(double u, double a, double b)
{
    SOFT_ROOT_PARTS;
    return (1 + y) * (e + e_low) / below / below * scale_at(q);
}

KERNEL_POINT soft_root_2_at(double u, double a, double b)
{
    SOFT_ROOT_PARTS;
    const double square = b / a * (y * (y + 2) + 2);
    const double top = q < 0 ? (2 + y) - e * square : (2 + y) * e - square;
    return top * (e + e_low) / below / below / below / b * scale_at(q);
}

KERNEL_3(soft_root)
KERNEL_3(soft_root_1)
KERNEL_3(soft_root_2)
