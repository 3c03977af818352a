/* operation.c - the list of all operations. */
#include "formula/operation.h"

#include <string.h>

const Operation *const operations[] = {
    &operation_add,
    &operation_subtract,
    &operation_multiply,
    &operation_divide,
    &operation_power,
    &operation_negate,
    &operation_less,
    &operation_less_equal,
    &operation_greater,
    &operation_greater_equal,
    &operation_equal,
    &operation_not_equal,
    &operation_and,
    &operation_or,
    &operation_not,
    &operation_select,
    &operation_exp,
    &operation_expm1,
    &operation_log,
    &operation_log1p,
    &operation_sqrt,
    &operation_cbrt,
    &operation_abs,
    &operation_sign,
    &operation_min,
    &operation_max,
    &operation_floor,
    &operation_sin,
    &operation_cos,
    &operation_tan,
    &operation_sinh,
    &operation_cosh,
    &operation_tanh,
    &operation_asinh,
    &operation_atan,
    &operation_erf,
    &operation_erfc,
    &operation_logistic,
    &operation_softplus,
    &operation_log_logistic,
    &operation_normal_cdf,
    &operation_normal_pdf,
    &operation_sech2,
    &operation_gauss,
    &operation_softsign,
    &operation_softsign_1,
    &operation_logistic_1,
    &operation_x_logistic,
    &operation_x_logistic_1,
    &operation_x_logistic_2,
    &operation_x_normal_cdf,
    &operation_x_normal_cdf_1,
    &operation_x_normal_cdf_2,
    &operation_x_tanh_softplus,
    &operation_x_tanh_softplus_1,
    &operation_x_tanh_softplus_2,
    &operation_gelu_tanh,
    &operation_gelu_tanh_1,
    &operation_gelu_tanh_2,
    NULL,
};

const LanguageForm language_forms[] = {
    {"clip(x, lo, hi)", "max(lo, min(hi, x))"},
    {"f'", "the derivative in x; f'' the second; also (x^2)'"},
    {"f'(2*x)", "the derivative of f, taken at 2*x; f(2*x)' is of the whole"},
    {"diff(f, name)", "the derivative in x or in a parameter"},
    {"f(x, alpha=0.1)", "a function of the catalogue; parameters are given by name"},
    {"pi", "3.14159..."},
    {"e", "2.71828..."},
    {NULL, NULL},
};

const Operation *operation_find(const char *name)
{
    for (const Operation *const *i = operations; *i; i++)
        if (!strcmp((*i)->name, name))
            return *i;
    return NULL;
}
