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
