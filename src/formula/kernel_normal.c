/* kernel_normal.c - kernels of the normal distribution and of u * normal_cdf(u), GELU.
 */
#include "formula/kernel_block.h"
#include "formula/kernel_polynomials.h"

#define INVERSE_ROOT_2_PI 0.39894228040143267794
#define PDF_TAIL_SCALE 0x1.446e6b63715e6p-94 /* TAIL_SCALE times that */

/* Beyond it exp(-u^2/2) and all that it is a part of is 0. */
#define LIMIT 39.0

/* |u|, but at most LIMIT. */
KERNEL_POINT size_at(double u)
{
    return fabs(u) > LIMIT ? LIMIT : fabs(u);
}

/* exp(shift - scale u^2) for the square's exact value; scale is 1 or 1/2, and shift
 * is 0 or, for squares beyond twice that, TAIL_SHIFT: the difference is exact. */
KERNEL_POINT exp_square_at(double u, double scale, double shift)
{
    double low;
    const double high = square_exact(size_at(u), &low);
    const double e = exp(shift - scale * high);
    return e - e * (scale * low);
}

KERNEL_POINT gauss_at(double u)
{
    return exp_square_at(u, 1, 0);
}

static inline int gauss_is_rare(double u)
{
    return fabs(u) > 26;
}

static double gauss_rare(double u)
{
    return exp_square_at(u, 1, TAIL_SHIFT) * TAIL_SCALE;
}

KERNEL_1_RARE(gauss)

/* u exp(-u^2), and its slope (1 - 2 u^2) exp(-u^2). */
KERNEL_POINT x_gauss_at(double u)
{
    return (u < 0 ? -size_at(u) : u > 0 ? size_at(u) : u) * exp_square_at(u, 1, 0);
}

static inline int x_gauss_is_rare(double u)
{
    return fabs(u) > 26;
}

static double x_gauss_rare(double u)
{
    return copysign(size_at(u), u) * exp_square_at(u, 1, TAIL_SHIFT) * TAIL_SCALE;
}

KERNEL_1_RARE(x_gauss)

KERNEL_POINT one_minus_squares_at(double u)
{
    double low;
    const double high = square_exact(size_at(u), &low);
    return (1 - 2 * high) - 2 * low;
}

KERNEL_POINT x_gauss_1_at(double u)
{
    return one_minus_squares_at(u) * exp_square_at(u, 1, 0);
}

static inline int x_gauss_1_is_rare(double u)
{
    return fabs(u) > 26;
}

static double x_gauss_1_rare(double u)
{
    return one_minus_squares_at(u) * exp_square_at(u, 1, TAIL_SHIFT) * TAIL_SCALE;
}

KERNEL_1_RARE(x_gauss_1)

KERNEL_POINT normal_pdf_at(double u)
{
    return INVERSE_ROOT_2_PI * exp_square_at(u, 0.5, 0);
}

static inline int normal_pdf_is_rare(double u)
{
    return fabs(u) > 37;
}

static double normal_pdf_rare(double u)
{
    return exp_square_at(u, 0.5, TAIL_SHIFT) * PDF_TAIL_SCALE;
}

KERNEL_1_RARE(normal_pdf)

/* normal_cdf(-x) exp(x^2/2) for 0 <= x <= LIMIT: Mills' ratio over sqrt(2 pi). */
KERNEL_POINT mills_at(double x)
{
    const double t = MILLS_SHIFT - 9 / (x + 4.5);
    return MILLS_POLYNOMIAL(t) / (x + 0.75);
}

/* exp(shift) normal_cdf(-x); what x + 0.75 loses in mills_at() is put back with what
 * the square loses, so that all goes in one rounding. */
KERNEL_POINT tail_at(double x, double shift)
{
    double low;
    const double high = square_exact(x, &low);
    const double e = exp(shift - 0.5 * high);
    const double lost = x - ((x + 0.75) - 0.75);
    return (e - e * (0.5 * low + lost / (x + 0.75))) * mills_at(x);
}

KERNEL_POINT normal_cdf_at(double u)
{
    const double tail = tail_at(size_at(u), 0);
    const double centre = 0.5 + u * CENTRAL_POLYNOMIAL(u * u - CENTRAL_HALF);
    return fabs(u) < 0.75 ? centre : u > 0 ? 1 - tail : tail;
}

static inline int normal_cdf_is_rare(double u)
{
    return u < -37;
}

static double normal_cdf_rare(double u)
{
    return tail_at(size_at(u), TAIL_SHIFT) * TAIL_SCALE;
}

KERNEL_1_RARE(normal_cdf)

KERNEL_POINT x_normal_cdf_at(double u)
{
    return u * normal_cdf_at(u);
}

static inline int x_normal_cdf_is_rare(double u)
{
    return u < -37;
}

static double x_normal_cdf_rare(double u)
{
    const double x = size_at(u);
    return -x * tail_at(x, TAIL_SHIFT) * TAIL_SCALE;
}

KERNEL_1_RARE(x_normal_cdf)

/* exp(-x^2/2) (mills(x) - x / sqrt(2 pi)) at u = -x, and 1 minus that at u = x. */
KERNEL_POINT x_normal_cdf_1_at(double u)
{
    const double x = size_at(u);
    const double part =
        exp_square_at(u, 0.5, 0) * (mills_at(x) - INVERSE_ROOT_2_PI * x);
    const double slope = u > 0 ? 1 - part : part;

    return NEAR_ZERO(X_NORMAL_CDF_1, u, slope);
}

static inline int x_normal_cdf_1_is_rare(double u)
{
    return u < -37;
}

static double x_normal_cdf_1_rare(double u)
{
    const double x = size_at(u);
    const double ratio = mills_at(x) - INVERSE_ROOT_2_PI * x;
    return exp_square_at(u, 0.5, TAIL_SHIFT) * ratio * TAIL_SCALE;
}

KERNEL_1_RARE(x_normal_cdf_1)

/* normal_pdf(u) (2 - u^2). */
KERNEL_POINT two_minus_square_at(double u)
{
    double low;
    const double high = square_exact(size_at(u), &low);
    return (2 - high) - low;
}

KERNEL_POINT x_normal_cdf_2_at(double u)
{
    return INVERSE_ROOT_2_PI * exp_square_at(u, 0.5, 0) * two_minus_square_at(u);
}

static inline int x_normal_cdf_2_is_rare(double u)
{
    return fabs(u) > 37;
}

static double x_normal_cdf_2_rare(double u)
{
    return exp_square_at(u, 0.5, TAIL_SHIFT) * two_minus_square_at(u) * PDF_TAIL_SCALE;
}

KERNEL_1_RARE(x_normal_cdf_2)

/* --- u * tanh(u * normal_cdf(u)), Phish --- */

#define TAIL_END (-30.0) /* left of it tanh(v) is v, and results may be subnormal */

/* sech(u normal_cdf(u))^2, right of 300 times exp(TAIL_SHIFT); on the right the product
 * is u less a small part. */
KERNEL_POINT sech2_gelu_at(double u)
{
    const double c = u > 400 ? 400 : u;
    const double right =
        exp((c > 300 ? TAIL_SHIFT : 0.0) - 2 * c) * exp(2 * c * normal_cdf_at(-c));
    const double left = exp(-2 * fabs(x_normal_cdf_at(c)));
    const double e = c > 1 ? right : left;
    return 4 * e / ((1 + e) * (1 + e));
}

KERNEL_POINT x_tanh_gelu_at(double u)
{
    const double x = size_at(u);
    return u < TAIL_END ? x * x * tail_at(x, TAIL_SHIFT) * TAIL_SCALE
                        : u * tanh(x_normal_cdf_at(u));
}

KERNEL_POINT x_tanh_gelu_1_at(double u)
{
    const double x = size_at(u), c = u > 400 ? 400 : u < TAIL_END ? TAIL_END : u;
    const double tail = -x * exp_square_at(u, 0.5, x > 30 ? TAIL_SHIFT : 0) *
                        (2 * mills_at(x) - INVERSE_ROOT_2_PI * x);
    return u < TAIL_END
               ? tail * TAIL_SCALE
               : tanh(x_normal_cdf_at(u)) +
                     (c > 300 ? 0.0 : c * sech2_gelu_at(u) * x_normal_cdf_1_at(c));
}

KERNEL_POINT x_tanh_gelu_2_at(double u)
{
    const double x = size_at(u), c = u > 400 ? 400 : u < TAIL_END ? TAIL_END : u;
    const double tail = exp_square_at(u, 0.5, x > 30 ? TAIL_SHIFT : 0) *
                        (2 * mills_at(x) + INVERSE_ROOT_2_PI * x * (x * x - 4));
    const double slope = x_normal_cdf_1_at(c);
    const double bend =
        x_normal_cdf_2_at(c) - 2 * tanh(x_normal_cdf_at(c)) * (slope * slope);
    return u < TAIL_END ? tail * TAIL_SCALE
                        : sech2_gelu_at(u) * (2 * slope + c * bend) *
                              (c > 300 ? TAIL_SCALE : 1.0);
}

KERNEL_1(x_tanh_gelu)
KERNEL_1(x_tanh_gelu_1)
KERNEL_1(x_tanh_gelu_2)

/* --- Of (u - m) / s, with what the difference and the quotient lack --- */

KERNEL_POINT line_rest_at(double u, double m, double s)
{
    double low;
    const double d = u - m, q = d / s;
    const double lost = fabs(u) > fabs(m) ? (u - d) - m : u - (d + m);
    const double p = product_exact(q, s, &low);
    return fabs(q) < LIMIT && fabs(q) > 0x1p-500 ? (((d - p) - low) + lost) / s : 0.0;
}

KERNEL_POINT normal_cdf_line_at(double u, double m, double s)
{
    const double q = (u - m) / s;
    return normal_cdf_at(q) + line_rest_at(u, m, s) * normal_pdf_at(q);
}

KERNEL_POINT normal_pdf_line_at(double u, double m, double s)
{
    const double q = (u - m) / s, pdf = normal_pdf_at(q);
    return pdf - pdf * (size_at(q) * (q < 0 ? -1 : 1) * line_rest_at(u, m, s));
}

/* Its slope times s, which is -q normal_pdf(q). */
KERNEL_POINT normal_pdf_line_1_at(double u, double m, double s)
{
    const double q = (u - m) / s, a = q < 0 ? -size_at(q) : size_at(q);
    const double shift = fabs(q) > 30 ? TAIL_SHIFT : 0;
    const double pdf = exp_square_at(q, 0.5, shift) * INVERSE_ROOT_2_PI;
    const double slope = pdf * (a + (1 - a * a) * line_rest_at(u, m, s));
    return -slope * (shift > 0 ? TAIL_SCALE : 1.0);
}

KERNEL_3(normal_cdf_line)
KERNEL_3(normal_pdf_line)
KERNEL_3(normal_pdf_line_1)
