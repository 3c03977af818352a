/* kernel_normal.c - kernels of the normal distribution and of u * normal_cdf(u), GELU.
 */
#include "formula/kernel_block.h"
#include "formula/kernel_polynomials.h"

#define ROOT_HALF_HIGH 0x1.6a09e667f3bcdp-1 /* sqrt(1/2) as the sum of two */
#define ROOT_HALF_LOW (-0x1.bdd3413b26456p-55)
#define INVERSE_ROOT_2_PI 0.39894228040143267794
#define PDF_TAIL_SCALE 0x1.446e6b63715e6p-94 /* TAIL_SCALE times that */

/* exp(shift - scale u^2) for the square's exact value; scale is 1 or 1/2, and shift
 * is 0 or, for squares beyond twice that, TAIL_SHIFT: the difference is exact. */
KERNEL_POINT exp_square_at(double u, double scale, double shift)
{
    const double a = fabs(u) > 64 ? 64.0 : u;
    double low;
    const double high = square_exact(a, &low);
    return exp(shift - scale * high) * (1 - scale * low);
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

/* erfc(-u / sqrt(2)) / 2, with what -u / sqrt(2) loses in rounding carried along:
 * erfc(z + d) = erfc(z) (1 - d r), r = 2/sqrt(pi) exp(-z^2) / erfc(z), for which
 * z + sqrt(z^2 + 1.6) is near enough. */
KERNEL_POINT normal_cdf_at(double u)
{
    const double a = u < -64 ? -64 : u > 64 ? 64 : u;
    double low;
    const double z = -product_exact(a, ROOT_HALF_HIGH, &low);
    const double d = -low - a * ROOT_HALF_LOW;
    return 0.5 * erfc(z) * (1 - d * (z + sqrt(z * z + 1.6)));
}

/* normal_cdf(u) / normal_pdf(u) for u < -36 (Mills' ratio, asymptotic). */
static double mills_far(double u)
{
    const double s = 1 / (u * u);
    const double sum =
        1 -
        s * (1 - s * (3 - s * (15 - s * (105 - s * (945 - s * (10395 - s * 135135))))));
    return -sum / u;
}

static inline int normal_cdf_is_rare(double u)
{
    return u < -37;
}

static double normal_cdf_rare(double u)
{
    const double a = u < -64 ? -64 : u;
    return exp_square_at(a, 0.5, TAIL_SHIFT) * mills_far(a) * PDF_TAIL_SCALE;
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
    const double a = u < -64 ? -64 : u;
    return exp_square_at(a, 0.5, TAIL_SHIFT) * (a * mills_far(a)) * PDF_TAIL_SCALE;
}

KERNEL_1_RARE(x_normal_cdf)

KERNEL_POINT x_normal_cdf_1_at(double u)
{
    const double a = u > 64 ? 64 : u;
    const double slope = normal_cdf_at(u) + a * normal_pdf_at(u);

    return NEAR_ZERO(X_NORMAL_CDF_1, u, slope);
}

static inline int x_normal_cdf_1_is_rare(double u)
{
    return u < -37;
}

static double x_normal_cdf_1_rare(double u)
{
    const double a = u < -64 ? -64 : u;
    return exp_square_at(a, 0.5, TAIL_SHIFT) * (mills_far(a) + a) * PDF_TAIL_SCALE;
}

KERNEL_1_RARE(x_normal_cdf_1)

/* normal_pdf(u) (2 - u^2). */
KERNEL_POINT x_normal_cdf_2_at(double u)
{
    const double a = fabs(u) > 64 ? 64.0 : u;
    double low;
    const double high = square_exact(a, &low);
    return INVERSE_ROOT_2_PI * exp(-0.5 * high) * (1 - 0.5 * low) * ((2 - high) - low);
}

static inline int x_normal_cdf_2_is_rare(double u)
{
    return fabs(u) > 37;
}

static double x_normal_cdf_2_rare(double u)
{
    const double a = fabs(u) > 64 ? 64.0 : u;
    return exp_square_at(a, 0.5, TAIL_SHIFT) * (2 - a * a) * PDF_TAIL_SCALE;
}

KERNEL_1_RARE(x_normal_cdf_2)
