/* operation.h - one const record an operation of the formula language.
 *
 * Everything that the engine knows of exp, of + or of ?: stands in its record:
 * how it is written, evaluated, differentiated, enclosed, and where it may switch.
 * Adding one is adding a record (and its kernel).
 */
#ifndef ACTPLOT_FORMULA_OPERATION_H
#define ACTPLOT_FORMULA_OPERATION_H

#include "formula/node.h"

#include <stdbool.h>
#include <stddef.h>

/* A closed interval that holds a value; lo <= hi. Undefined or unknown is the whole
 * line with maybe_undefined set. */
typedef struct {
    double lo, hi;
    bool maybe_undefined; /* some argument value gives NaN or a pole */
} Interval;

/* What may happen to a function where an operation's critical node crosses zero. */
typedef enum {
    CRITICAL_NONE,
    CRITICAL_SWITCH, /* another branch is taken: <, abs, min ... */
    CRITICAL_STEP,   /* the critical node passes an integer: floor */
    CRITICAL_POLE,   /* a denominator, the argument of log */
    CRITICAL_EDGE,   /* the domain ends or the slope is infinite: sqrt, cbrt, ^ */
} Critical;

/* Binding power for printing and parsing, weakest first. */
typedef enum {
    LEVEL_CHOICE, /* ? : */
    LEVEL_OR,
    LEVEL_AND,
    LEVEL_COMPARE,
    LEVEL_SUM,
    LEVEL_PRODUCT,
    LEVEL_MINUS, /* unary - and ! */
    LEVEL_POWER,
    LEVEL_CALL,
} Level;

struct Operation {
    const char *name; /* `exp`, `+`, `?:` */
    const char
        *signature; /* for help: `exp(x)`, `a + b`; NULL: not to be written by a user */
    const char *help; /* one line */
    int arity;        /* 1 .. NODE_ARGUMENTS */
    Level level;      /* LEVEL_CALL: written as a call */

    /* result[i] = op(a[0][i], a[1][i], ...) for i < n. Booleans are 0 and 1. n is a
     * multiple of 8, all arrays are 64-byte aligned; result may be one of the
     * arguments. NaN in any argument that matters gives NaN. */
    void (*evaluate)(size_t n, const double *const argument[], double *result);

    /* The derivative of node, d[i] being that of its i-th argument. */
    const Node *(*differentiate)(NodePool *pool, const Node *node,
                                 const Node *const d[]);

    /* An interval that holds every result; outward rounded. NULL: through expand. */
    Interval (*enclose)(const Interval argument[]);

    /* What happens at zeros of the node that critical_node() returns; where that is
     * NULL, nothing does. */
    Critical critical;
    const Node *(*critical_node)(NodePool *pool, const Node *node);

    /* The same in operations that a user may write, for printing; NULL: it is one. */
    const Node *(*expand)(NodePool *pool, const Node *node);

    bool commutative; /* a op b and b op a are one node */
};

/* All records, ended by NULL; and one by its name, NULL if there is none. Records
 * without a signature come last. */
extern const Operation *const operations[];
const Operation *operation_find(const char *name);

/* What the language has beside them, for help; ended by a NULL signature. */
typedef struct {
    const char *signature, *help;
} LanguageForm;
extern const LanguageForm language_forms[];

/* The ones that code must name. */
extern const Operation operation_add, operation_subtract, operation_multiply,
    operation_divide, operation_power, operation_negate, operation_select,
    operation_less, operation_less_equal, operation_greater, operation_greater_equal,
    operation_equal, operation_not_equal, operation_and, operation_or, operation_not;
extern const Operation operation_exp, operation_expm1, operation_log, operation_log1p,
    operation_sqrt, operation_cbrt, operation_abs, operation_sign, operation_min,
    operation_max, operation_floor, operation_sin, operation_cos, operation_tan,
    operation_sinh, operation_cosh, operation_tanh, operation_asinh, operation_atan,
    operation_erf, operation_erfc, operation_logistic, operation_softplus,
    operation_log_logistic, operation_normal_cdf, operation_normal_pdf, operation_sech2;

/* The ones that only rewrite.h makes (see kernel.h). */
extern const Operation operation_gauss, operation_x_gauss, operation_x_gauss_1,
    operation_softsign, operation_softsign_1, operation_logistic_1,
    operation_x_logistic, operation_x_logistic_1, operation_x_logistic_2,
    operation_x_normal_cdf, operation_x_normal_cdf_1, operation_x_normal_cdf_2,
    operation_x_tanh_softplus, operation_x_tanh_softplus_1, operation_x_tanh_softplus_2,
    operation_gelu_tanh, operation_gelu_tanh_1, operation_gelu_tanh_2;
extern const Operation operation_root, operation_root_less_1, operation_root_plus,
    operation_root_plus_1, operation_ratio, operation_ratio_1, operation_atan_1,
    operation_tanh_shrink, operation_log_cosh, operation_softplus_shifted,
    operation_sinc, operation_sinc_1, operation_sinc_2, operation_sinc_3,
    operation_tanh_log1p_logistic, operation_tanh_log1p_logistic_1,
    operation_tanh_log1p_logistic_2, operation_gumbel, operation_gumbel_1,
    operation_x_tanh_exp, operation_x_tanh_exp_1, operation_x_tanh_exp_2,
    operation_colu, operation_colu_1, operation_colu_2, operation_x_tanh_gelu,
    operation_x_tanh_gelu_1, operation_x_tanh_gelu_2, operation_x_erf_softplus,
    operation_x_erf_softplus_1, operation_x_erf_softplus_2, operation_x_logistic_affine,
    operation_x_logistic_affine_1, operation_x_logistic_affine_2,
    operation_sech2_scaled, operation_soft_clip, operation_soft_clip_1,
    operation_soft_clip_2, operation_normal_cdf_line, operation_normal_pdf_line,
    operation_normal_pdf_line_1, operation_soft_root, operation_soft_root_1,
    operation_soft_root_2;

#endif
