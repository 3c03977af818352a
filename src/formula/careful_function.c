/* careful_function.c - the operations in `long double`, and where kernels need it. */
#include "formula/careful_function.h"

#include <glib.h>
#include <math.h>

#define LONG_PI 3.14159265358979323846264338327950288L
#define LONG_SQRT_2 1.41421356237309504880168872420969808L

/* --- What a user may write --- */

#define POINT(name, expression)                                                        \
    static Long long_##name(const Long argument[], const double rounded[])             \
    {                                                                                  \
        const Long u = argument[0], v = argument[1], w = argument[2];                  \
        (void)v;                                                                       \
        (void)w;                                                                       \
        (void)rounded;                                                                 \
        return expression;                                                             \
    }

/* What decides, decides by the doubles that the tape has. */
#define DECISION(name, expression)                                                     \
    static Long long_##name(const Long argument[], const double rounded[])             \
    {                                                                                  \
        const double a = rounded[0], b = rounded[1];                                   \
        (void)argument;                                                                \
        (void)b;                                                                       \
        return expression;                                                             \
    }

#define COMPARISON(name, operator)                                                     \
    DECISION(name, isnan(a) || isnan(b) ? a + b : a operator b)

static Long logistic(Long u)
{
    const Long e = expl(-fabsl(u));
    return (u < 0 ? e : 1) / (1 + e);
}

static Long softplus(Long u)
{
    return (u > 0 ? u : 0) + log1pl(expl(-fabsl(u)));
}

static Long sech2(Long u)
{
    const Long e = expl(-2 * fabsl(u));
    return 4 * e / ((1 + e) * (1 + e));
}

static Long normal_cdf(Long u)
{
    return erfcl(-u / LONG_SQRT_2) / 2;
}

static Long gauss(Long u)
{
    return expl(-u * u);
}

static Long normal_pdf(Long u)
{
    return expl(-u * u / 2) / sqrtl(2 * LONG_PI);
}

POINT(add, u + v)
POINT(subtract, u - v)
POINT(multiply, u *v)
POINT(divide, u / v)
POINT(negate, -u)
POINT(power, isnan(u) || isnan(v) ? u + v : powl(u, v))
POINT(select, isnan(u) ? u : u != 0 ? v : w)
COMPARISON(less, <)
COMPARISON(less_equal, <=)
COMPARISON(greater, >)
COMPARISON(greater_equal, >=)
COMPARISON(equal, ==)
COMPARISON(not_equal, !=)
DECISION(abs, a > 0 ? argument[0] : a < 0 ? -argument[0] : fabs(a))
DECISION(sign, a > 0 ? 1 : a < 0 ? -1 : fabs(a))
DECISION(min, isnan(a) || a <= b ? argument[0] : argument[1])
DECISION(max, isnan(a) || a >= b ? argument[0] : argument[1])
DECISION(floor, floor(a))
POINT(exp, expl(u))
POINT(expm1, expm1l(u))
POINT(log, logl(u))
POINT(log1p, log1pl(u))
POINT(sqrt, sqrtl(u))
POINT(cbrt, cbrtl(u))
POINT(sin, sinl(u))
POINT(cos, cosl(u))
POINT(tan, tanl(u))
POINT(sinh, sinhl(u))
POINT(cosh, coshl(u))
POINT(tanh, tanhl(u))
POINT(asinh, asinhl(u))
POINT(atan, atanl(u))
POINT(erf, erfl(u))
POINT(erfc, erfcl(u))
POINT(logistic, logistic(u))
POINT(softplus, softplus(u))
POINT(log_logistic, -softplus(-u))
POINT(sech2, sech2(u))
POINT(normal_cdf, normal_cdf(u))
POINT(normal_pdf, normal_pdf(u))

/* --- What rewrite.h makes --- */

POINT(gauss, gauss(u))
POINT(x_gauss, u *gauss(u))
POINT(logistic_1, logistic(u) * logistic(-u))
POINT(softsign, u / (1 + fabsl(u)))
POINT(softsign_1, 1 / ((1 + fabsl(u)) * (1 + fabsl(u))))
POINT(x_logistic, u *logistic(u))
POINT(x_logistic_1, logistic(u) * (1 + u * logistic(-u)))
POINT(x_logistic_2, logistic(u) * logistic(-u) * (2 - u * tanhl(u / 2)))
POINT(x_normal_cdf, u *normal_cdf(u))
POINT(x_normal_cdf_1, normal_cdf(u) + u * normal_pdf(u))
POINT(x_normal_cdf_2, normal_pdf(u) * (2 - u * u))
POINT(x_tanh_softplus, u *tanhl(softplus(u)))
POINT(x_tanh_softplus_1, tanhl(softplus(u)) + u * logistic(u) * sech2(softplus(u)))
POINT(tanh_log1p_logistic, tanhl(log1pl(logistic(u))))
POINT(tanh_log1p_logistic_1,
      sech2(log1pl(logistic(u))) * logistic(u) * logistic(-u) / (1 + logistic(u)))
POINT(softplus_shifted, softplus(u) - 0.693147180559945309417232121458176568L)
POINT(log_cosh, fabsl(u) + log1pl(expm1l(-2 * fabsl(u)) / 2))
POINT(root, sqrtl(1 + u * u))
POINT(root_less_1, u *u / (1 + sqrtl(1 + u * u)))
POINT(root_plus, u < 0 ? 1 / (sqrtl(1 + u * u) - u) : u + sqrtl(1 + u * u))
POINT(ratio, u / sqrtl(1 + u * u))
POINT(normal_cdf_line, normal_cdf((u - v) / w))
POINT(normal_pdf_line, normal_pdf((u - v) / w))
POINT(normal_pdf_line_1, (v - u) / w * normal_pdf((u - v) / w))

/* As its kernel has it. */
static Long long_tanh_log1p_logistic_2(const Long argument[], const double rounded[])
{
    (void)rounded;
    const Long u = argument[0], e = expl(-fabsl(u));
    const Long left = 2 + e * (6 - e * (3 + e * (18 + 10 * e)));
    const Long right = e * (e * (e * (6 + 2 * e) - 3) - 18) - 10;
    const Long d = u < 0 ? 2 + e * (6 + 5 * e) : 5 + e * (6 + 2 * e);
    return 4 * e * (u < 0 ? left : right) / (d * d * d);
}

POINT(sech2_scaled, sech2(u *v))

/* --- Those whose kernels lose digits about their zeros --- */

static Long long_x_tanh_exp_1(const Long argument[], const double rounded[])
{
    (void)rounded;
    const Long u = argument[0], e = expl(u);
    return tanhl(e) + u * e * sech2(e);
}

static Long long_x_erf_softplus_1(const Long argument[], const double rounded[])
{
    (void)rounded;
    const Long u = argument[0], p = softplus(u);
    return erfl(p) + u * logistic(u) * 2 / sqrtl(LONG_PI) * gauss(p);
}

static Long long_x_tanh_exp_2(const Long argument[], const double rounded[])
{
    const Long u = argument[0], e = expl(u);
    (void)rounded;
    return e * sech2(e) * (2 + u * (1 - 2 * e * tanhl(e)));
}

static Long long_x_erf_softplus_2(const Long argument[], const double rounded[])
{
    const Long u = argument[0], p = softplus(u), gate = logistic(u);
    const Long inner = logistic(-u) - 2 * p * gate;
    (void)rounded;
    return 2 / sqrtl(LONG_PI) * gauss(p) * gate * (2 + u * inner);
}

/* With g = exp(-(u + e)) and d = 1 - u g: see operation_composed.c. */
static Long long_colu_2(const Long argument[], const double rounded[])
{
    (void)rounded;
    const Long u = argument[0], e = expl(u), g = expl(-(u + e)), d = 1 - u * g;
    const Long p = u * (1 + e) - 1;
    const Long q = 2 * (1 + e) - u * (1 + e) * (1 + e) + u * e;
    return -(u * q * d + 2 * p * (d - u * g * p)) * g / (d * d * d);
}

static Long long_colu_1(const Long argument[], const double rounded[])
{
    (void)rounded;
    const Long u = argument[0], e = expl(u), g = expl(-(u + e)), d = 1 - u * g;
    return (1 - u * u * g * (1 + e)) / (d * d);
}

/* 4 e (2 (1 + e) d + u (2 + 2 e - 3 e^2 - 2 e^3)) / d^3 with d = 2 + e (2 + e). */
static Long long_x_tanh_softplus_2(const Long argument[], const double rounded[])
{
    (void)rounded;
    const Long u = argument[0], e = expl(u), d = 2 + e * (2 + e);
    const Long top = 2 * (1 + e) * d + u * (2 + e * (2 - e * (3 + 2 * e)));
    return 4 * e * top / (d * d * d);
}

static Long long_x_tanh_gelu_1(const Long argument[], const double rounded[])
{
    (void)rounded;
    const Long u = argument[0], g = u * normal_cdf(u);
    return tanhl(g) + u * sech2(g) * (normal_cdf(u) + u * normal_pdf(u));
}

static Long long_x_tanh_gelu_2(const Long argument[], const double rounded[])
{
    (void)rounded;
    const Long u = argument[0], g = u * normal_cdf(u);
    const Long slope = normal_cdf(u) + u * normal_pdf(u);
    const Long bend = normal_pdf(u) * (2 - u * u) - 2 * tanhl(g) * slope * slope;
    return sech2(g) * (2 * slope + u * bend);
}

/* With g = c (u + k u^3): l(g) l(-g) (2 g' + u g'' - u g'^2 tanh(g/2)). */
static Long long_gelu_tanh_2(const Long argument[], const double rounded[])
{
    (void)rounded;
    const Long u = argument[0], c = 2 * sqrtl(2 / LONG_PI), k = 0.044715L;
    const Long g = c * u * (1 + k * u * u), g_1 = c * (1 + 3 * k * u * u);
    const Long g_2 = 6 * c * k * u;
    return logistic(g) * logistic(-g) *
           (2 * g_1 + u * g_2 - u * g_1 * g_1 * tanhl(g / 2));
}

static Long long_x_logistic_affine_2(const Long argument[], const double rounded[])
{
    (void)rounded;
    const Long u = argument[0], ku = argument[1] * u, line = ku - argument[2];
    return logistic(line) * logistic(-line) * (2 - ku * tanhl(line / 2));
}

static Long long_x_logistic_affine_1(const Long argument[], const double rounded[])
{
    (void)rounded;
    const Long u = argument[0], ku = argument[1] * u, line = ku - argument[2];
    return logistic(line) * (1 + ku * logistic(-line));
}

/* With y = u/b, e = exp(-y), d = u/a + e: see operation_composed.c. */
static Long long_soft_root_1(const Long argument[], const double rounded[])
{
    (void)rounded;
    const Long u = argument[0], y = u / argument[2], e = expl(-y);
    const Long d = u / argument[1] + e;
    return (1 + y) * e / (d * d);
}

static Long long_soft_root_2(const Long argument[], const double rounded[])
{
    (void)rounded;
    const Long u = argument[0], a = argument[1], b = argument[2];
    const Long y = u / b, e = expl(-y), d = u / a + e;
    const Long square = b / a * (y * (y + 2) + 2);
    return ((y + 2) * e - square) * e / (d * d * d) / b;
}

static Long long_sinc_1(const Long argument[], const double rounded[])
{
    (void)rounded;
    const Long u = argument[0];
    return (cosl(u) - sinl(u) / u) / u;
}

static Long long_sinc_2(const Long argument[], const double rounded[])
{
    (void)rounded;
    const Long u = argument[0];
    return -(sinl(u) + 2 * long_sinc_1(argument, rounded)) / u;
}

static Long long_sinc_3(const Long argument[], const double rounded[])
{
    (void)rounded;
    const Long u = argument[0];
    return -(cosl(u) + 3 * long_sinc_2(argument, rounded)) / u;
}

#define ZONES(...)                                                                     \
    (const double[])                                                                   \
    {                                                                                  \
        __VA_ARGS__, NAN                                                               \
    }

#define EXACT(name)                                                                    \
    {                                                                                  \
        .operation = &operation_##name, .evaluate = long_##name, .exact = true         \
    }
#define DECIDES(name)                                                                  \
    {                                                                                  \
        .operation = &operation_##name, .evaluate = long_##name, .exact = true,        \
        .decides = true                                                                \
    }
#define PLAIN(name)                                                                    \
    {                                                                                  \
        .operation = &operation_##name, .evaluate = long_##name                        \
    }
#define SCALED_ZONES(name, scale, ...)                                                 \
    {                                                                                  \
        .operation = &operation_##name, .evaluate = long_##name, .in_zones = true,     \
        .scaled_by = scale, .zones = ZONES(__VA_ARGS__)                                \
    }
#define LIBRARY(name)                                                                  \
    {                                                                                  \
        .operation = &operation_##name, .evaluate = long_##name, .error = 0.8          \
    }
#define FADES(name)                                                                    \
    {                                                                                  \
        .operation = &operation_##name, .evaluate = long_##name, .fades = true         \
    }
#define IN_ZONES(name, ...)                                                            \
    {                                                                                  \
        .operation = &operation_##name, .evaluate = long_##name, .in_zones = true,     \
        .zones = ZONES(__VA_ARGS__)                                                    \
    }

static const CarefulFunction functions[] = {
    EXACT(add),
    EXACT(subtract),
    EXACT(multiply),
    EXACT(divide),
    EXACT(negate),
    EXACT(select),
    DECIDES(less),
    DECIDES(less_equal),
    DECIDES(greater),
    DECIDES(greater_equal),
    DECIDES(equal),
    DECIDES(not_equal),
    DECIDES(abs),
    DECIDES(sign),
    DECIDES(min),
    DECIDES(max),
    DECIDES(floor),
    {.operation = &operation_and, .exact = true, .decides = true},
    {.operation = &operation_or, .exact = true, .decides = true},
    {.operation = &operation_not, .exact = true, .decides = true},
    LIBRARY(power),
    {.operation = &operation_exp, .evaluate = long_exp, .error = 0.8, .fades = true},
    {.operation = &operation_expm1, .evaluate = long_expm1, .error = 1.5},
    LIBRARY(log),
    LIBRARY(log1p),
    LIBRARY(sqrt),
    PLAIN(cbrt),
    LIBRARY(sin),
    LIBRARY(cos),
    LIBRARY(tan),
    {.operation = &operation_sinh, .evaluate = long_sinh, .error = 1.5},
    {.operation = &operation_cosh, .evaluate = long_cosh, .error = 1.5},
    PLAIN(tanh),
    {.operation = &operation_asinh, .evaluate = long_asinh, .error = 1.5},
    LIBRARY(atan),
    LIBRARY(erf),
    FADES(erfc),
    FADES(logistic),
    FADES(softplus),
    FADES(log_logistic),
    FADES(sech2),
    FADES(normal_cdf),
    FADES(normal_pdf),
    FADES(gauss),
    FADES(x_gauss),
    FADES(logistic_1),
    PLAIN(softsign),
    PLAIN(softsign_1),
    PLAIN(x_logistic),
    PLAIN(x_logistic_1),
    {.operation = &operation_x_logistic_2,
     .evaluate = long_x_logistic_2,
     .zones = ZONES(-3.2, -1.9, 1.9, 3.2),
     .fades = true},
    PLAIN(x_normal_cdf),
    PLAIN(x_normal_cdf_1),
    FADES(x_normal_cdf_2),
    PLAIN(x_tanh_softplus),
    PLAIN(x_tanh_softplus_1),
    FADES(tanh_log1p_logistic),
    FADES(tanh_log1p_logistic_1),
    FADES(tanh_log1p_logistic_2),
    PLAIN(softplus_shifted),
    PLAIN(log_cosh),
    PLAIN(root),
    PLAIN(root_less_1),
    PLAIN(root_plus),
    PLAIN(ratio),
    FADES(normal_cdf_line),
    FADES(normal_pdf_line),
    FADES(normal_pdf_line_1),
    FADES(sech2_scaled),
    IN_ZONES(x_tanh_exp_1, -2, -0.7),
    IN_ZONES(x_tanh_exp_2, -2.6, -1.6, 0.5, 0.9),
    IN_ZONES(x_erf_softplus_1, -2.2, -0.7),
    IN_ZONES(x_erf_softplus_2, -2.8, -1.8, 0.8, 1.4),
    IN_ZONES(colu_1, -1, -0.4),
    IN_ZONES(colu_2, -5, -1, 0.15, 0.35, 0.9, 1.3),
    IN_ZONES(x_tanh_softplus_2, -2.8, -1.7, 1.2, 1.8),
    IN_ZONES(x_tanh_gelu_1, -2, -0.8),
    IN_ZONES(x_tanh_gelu_2, -2.4, -1.5, -0.7, -0.3, 0.9, 1.5),
    IN_ZONES(gelu_tanh_2, -2, -1, 1, 2),
    SCALED_ZONES(soft_root_1, -2, -1.2, -0.8),
    SCALED_ZONES(soft_root_2, -2, -1.9, -1.3, -0.5, -0.15),
    SCALED_ZONES(x_logistic_affine_1, 1, -1.7, -0.9),
    SCALED_ZONES(x_logistic_affine_2, 1, -3.2, -1.8, 1.8, 3.2),
    IN_ZONES(sinc_1, -20, -3.5, 3.5, 20),
    IN_ZONES(sinc_2, -20, -1.5, 1.5, 20),
    IN_ZONES(sinc_3, -20, -2.5, 2.5, 20),
};

const CarefulFunction *careful_function(const Operation *operation)
{
    static const CarefulFunction unknown;

    for (size_t i = 0; i < G_N_ELEMENTS(functions); i++)
        if (functions[i].operation == operation)
            return &functions[i];
    return &unknown;
}
