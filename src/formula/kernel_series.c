/* kernel_series.c - kernels of differences that vanish at 0: there, power series.
 */
#include "formula/kernel_block.h"

#define LOG_2 0.69314718055994530942

/* u - tanh(u). Near 0 it is (u cosh(u) - sinh(u)) / cosh(u), whose upper part has a
 * series of positive terms, 2n u^(2n+1) / (2n+1)!. */
#define TANH_SHRINK_NEAR 1.5

/* clang-format off */
#define TANH_SHRINK_SERIES(s) \
    (0x1.5555555555555p-2 + \
    (s) * (0x1.1111111111111p-5 + \
    (s) * (0x1.3813813813814p-10 + \
    (s) * (0x1.71de3a556c734p-16 + \
    (s) * (0x1.0cfeb60f94b0ep-22 + \
    (s) * (0x1.08db48ebe51c7p-29 + \
    (s) * (0x1.78af56a4d411bp-37 + \
    (s) * (0x1.952c77030ad4ap-45 + \
    (s) * (0x1.5532eaf516982p-53 + \
    (s) * (0x1.ce272b49432cep-62 + \
    (s) * (0x1.0132bcd1f4692p-70 + \
    (s) * 0x1.dedb34ba18f7dp-80)))))))))))
#define SINC_1_SERIES(s) \
    (-0x1.5555555555555p-2 + \
    (s) * (0x1.1111111111111p-5 + \
    (s) * (-0x1.3813813813814p-10 + \
    (s) * (0x1.71de3a556c734p-16 + \
    (s) * (-0x1.0cfeb60f94b0ep-22 + \
    (s) * (0x1.08db48ebe51c7p-29 + \
    (s) * (-0x1.78af56a4d411bp-37 + \
    (s) * (0x1.952c77030ad4ap-45 + \
    (s) * (-0x1.5532eaf516982p-53 + \
    (s) * (0x1.ce272b49432cep-62 + \
    (s) * (-0x1.0132bcd1f4692p-70 + \
    (s) * (0x1.dedb34ba18f7dp-80 + \
    (s) * (-0x1.7a5b06e5367e5p-89 + \
    (s) * 0x1.00eba59daed98p-98)))))))))))))
#define SINC_2_SERIES(s) \
    (-0x1.5555555555555p-2 + \
    (s) * (0x1.999999999999ap-4 + \
    (s) * (-0x1.8618618618618p-8 + \
    (s) * (0x1.43a2730abee4dp-13 + \
    (s) * (-0x1.2e9e8cd187470p-19 + \
    (s) * (0x1.6c2d84445b072p-26 + \
    (s) * (-0x1.320e7665ec4e6p-33 + \
    (s) * (0x1.7bd9af92da276p-41 + \
    (s) * (-0x1.6a8619a46801ap-49 + \
    (s) * (0x1.126741b37fe2ap-57 + \
    (s) * (-0x1.519297d390c9fp-66 + \
    (s) * (0x1.582d8de5c1f22p-75 + \
    (s) * (-0x1.27971d631292bp-84 + \
    (s) * 0x1.b18da77a170f0p-94)))))))))))))
#define SINC_3_SERIES(s) \
    (0x1.999999999999ap-3 + \
    (s) * (-0x1.8618618618618p-6 + \
    (s) * (0x1.e573ac901e574p-11 + \
    (s) * (-0x1.2e9e8cd187470p-16 + \
    (s) * (0x1.c738e55571c8ep-23 + \
    (s) * (-0x1.cb15b198e2759p-30 + \
    (s) * (0x1.4c5e79a07ee27p-37 + \
    (s) * (-0x1.6a8619a46801ap-45 + \
    (s) * (0x1.34b429e9efdf0p-53 + \
    (s) * (-0x1.a5f73dc874fc7p-62 + \
    (s) * (0x1.d93ea31beaacfp-71 + \
    (s) * (-0x1.bb62ac149bdc0p-80 + \
    (s) * (0x1.6043181332bc3p-89 + \
    (s) * -0x1.e0b0a1378933dp-99)))))))))))))
/* clang-format on */

KERNEL_POINT tanh_shrink_at(double u)
{
    const double c = fabs(u) < TANH_SHRINK_NEAR ? u : TANH_SHRINK_NEAR;
    const double square = c * c;
    const double series = c * (square * (TANH_SHRINK_SERIES(square))) / cosh(c);
    return fabs(u) < TANH_SHRINK_NEAR ? series : u - tanh(u);
}

KERNEL_1(tanh_shrink)

/* log(cosh(u)), by cosh(u) - 1 = 2 sinh(u/2)^2 near 0. */
KERNEL_POINT log_cosh_at(double u)
{
    const double a = fabs(u), c = a < 1 ? a : 1;
    const double half = sinh(0.5 * c);
    const double near = log1p(2 * (half * half));
    const double far = a + log1p(0.5 * expm1(-2 * a));
    return a < 1 ? near : far;
}

KERNEL_1(log_cosh)

/* log((1 + exp(u)) / 2), which is u + log((1 + exp(-u)) / 2). */
KERNEL_POINT softplus_shifted_at(double u)
{
    const double c = u < 1 ? u : -u;
    const double part = log1p_whole(0.5 * expm1(c));
    return u < 1 ? part : u + part;
}

KERNEL_1(softplus_shifted)

/* sin(u) / u and its derivatives. */
#define SINC_NEAR 2.5

KERNEL_POINT sinc_at(double u)
{
    const double c = u == 0 ? 1 : u;
    return u == 0 ? 1.0 : sin(c) / c;
}

KERNEL_POINT sinc_1_at(double u)
{
    const double c = fabs(u) < SINC_NEAR ? u : SINC_NEAR;
    const double d = fabs(u) < SINC_NEAR ? SINC_NEAR : u;
    const double square = c * c;
    return fabs(u) < SINC_NEAR ? c * (SINC_1_SERIES(square))
                               : (cos(d) - sin(d) / d) / d;
}

KERNEL_POINT sinc_2_at(double u)
{
    const double c = fabs(u) < SINC_NEAR ? u : SINC_NEAR;
    const double d = fabs(u) < SINC_NEAR ? SINC_NEAR : u;
    const double square = c * c;
    const double slope = (cos(d) - sin(d) / d) / d;
    return fabs(u) < SINC_NEAR ? SINC_2_SERIES(square) : -(sin(d) + 2 * slope) / d;
}

/* By u s + n s' = sin with s the derivative of order n, s' the one before. */
KERNEL_POINT sinc_3_at(double u)
{
    const double c = fabs(u) < SINC_NEAR ? u : SINC_NEAR;
    const double d = fabs(u) < SINC_NEAR ? SINC_NEAR : u;
    const double square = c * c;
    const double slope = (cos(d) - sin(d) / d) / d;
    const double curvature = -(sin(d) + 2 * slope) / d;
    return fabs(u) < SINC_NEAR ? c * (SINC_3_SERIES(square))
                               : -(cos(d) + 3 * curvature) / d;
}

KERNEL_1(sinc)
KERNEL_1(sinc_1)
KERNEL_1(sinc_2)
KERNEL_1(sinc_3)
