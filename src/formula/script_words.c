/* script_words.c - the words of JavaScript and gnuplot for operations, and the
 * functions that these languages lack.
 *
 * erf up to 2 is a series with positive terms, erfc beyond a continued fraction
 * (abramowitz1964, 7.1.6 and 7.1.14): both good to about 1e-14 of the value.
 */
#include "formula/script_words.h"

#include <string.h>

#define OWN(text, function)                                                            \
    {                                                                                  \
        text, function, true, false                                                    \
    }
#define CALLED(text)                                                                   \
    {                                                                                  \
        text, NULL, true, false                                                        \
    }
#define INFIX(text)                                                                    \
    {                                                                                  \
        text, NULL, false, false                                                       \
    }
#define INFIX_TWICE(text)                                                              \
    {                                                                                  \
        text, NULL, false, true                                                        \
    }

typedef struct {
    const Operation *operation;
    ScriptWord javascript, gnuplot;
} WordRow;

static const WordRow rows[] = {
    {&operation_add, INFIX("$1 + $2"), INFIX("$1 + $2")},
    {&operation_subtract, INFIX("$1 - $2"), INFIX("$1 - $2")},
    {&operation_multiply, INFIX("$1*$2"), INFIX("$1*$2")},
    {&operation_divide, INFIX("$1/$2"), INFIX("$1/$2")},
    {&operation_power, CALLED("Math.pow($1, $2)"), INFIX("$1**$2")},
    {&operation_negate, INFIX("-$1"), INFIX("-$1")},
    {&operation_select, INFIX("$1 ? $2 : $3"), INFIX("$1 ? $2 : $3")},
    {&operation_less, INFIX("$1 < $2"), INFIX("$1 < $2")},
    {&operation_less_equal, INFIX("$1 <= $2"), INFIX("$1 <= $2")},
    {&operation_greater, INFIX("$1 > $2"), INFIX("$1 > $2")},
    {&operation_greater_equal, INFIX("$1 >= $2"), INFIX("$1 >= $2")},
    {&operation_equal, INFIX("$1 === $2"), INFIX("$1 == $2")},
    {&operation_not_equal, INFIX("$1 !== $2"), INFIX("$1 != $2")},
    {&operation_and, INFIX("$1 && $2"), INFIX("$1 && $2")},
    {&operation_or, INFIX("$1 || $2"), INFIX("$1 || $2")},
    {&operation_not, INFIX("!$1"), INFIX("!$1")},
    {&operation_max, CALLED("Math.max($1, $2)"), INFIX_TWICE("$1 >= $2 ? $1 : $2")},
    {&operation_min, CALLED("Math.min($1, $2)"), INFIX_TWICE("$1 <= $2 ? $1 : $2")},
    {&operation_abs, CALLED("Math.abs($1)"), CALLED("abs($1)")},
    {&operation_sign, CALLED("Math.sign($1)"), CALLED("sgn($1)")},
    {&operation_floor, CALLED("Math.floor($1)"), OWN("ap_floor($1)", "ap_floor")},
    {&operation_exp, CALLED("Math.exp($1)"), CALLED("exp($1)")},
    {&operation_expm1, CALLED("Math.expm1($1)"), OWN("ap_expm1($1)", "ap_expm1")},
    {&operation_log, CALLED("Math.log($1)"), CALLED("log($1)")},
    {&operation_log1p, CALLED("Math.log1p($1)"), OWN("ap_log1p($1)", "ap_log1p")},
    {&operation_sqrt, CALLED("Math.sqrt($1)"), CALLED("sqrt($1)")},
    {&operation_cbrt, CALLED("Math.cbrt($1)"), OWN("ap_cbrt($1)", "ap_cbrt")},
    {&operation_sin, CALLED("Math.sin($1)"), CALLED("sin($1)")},
    {&operation_cos, CALLED("Math.cos($1)"), CALLED("cos($1)")},
    {&operation_tan, CALLED("Math.tan($1)"), CALLED("tan($1)")},
    {&operation_sinh, CALLED("Math.sinh($1)"), CALLED("sinh($1)")},
    {&operation_cosh, CALLED("Math.cosh($1)"), CALLED("cosh($1)")},
    {&operation_tanh, CALLED("Math.tanh($1)"), CALLED("tanh($1)")},
    {&operation_asinh, CALLED("Math.asinh($1)"), OWN("ap_asinh($1)", "ap_asinh")},
    {&operation_atan, CALLED("Math.atan($1)"), CALLED("atan($1)")},
    {&operation_erf, OWN("erf($1)", "erf"), CALLED("erf($1)")},
    {&operation_erfc, OWN("erfc($1)", "erfc"), OWN("ap_erfc($1)", "ap_erfc")},
    {&operation_logistic, OWN("logistic($1)", "logistic"),
     OWN("ap_logistic($1)", "ap_logistic")},
    {&operation_softplus, OWN("softplus($1)", "softplus"),
     OWN("ap_softplus($1)", "ap_softplus")},
    {&operation_log_logistic,
     {"-softplus(-$1)", "softplus", false, false},
     {"-ap_softplus(-$1)", "ap_softplus", false, false}},
    {&operation_normal_cdf, OWN("normal_cdf($1)", "normal_cdf"),
     OWN("ap_normal_cdf($1)", "ap_normal_cdf")},
    {&operation_normal_pdf, OWN("normal_pdf($1)", "normal_pdf"),
     OWN("ap_normal_pdf($1)", "ap_normal_pdf")},
    {&operation_sech2, OWN("sech2($1)", "sech2"), OWN("ap_sech2($1)", "ap_sech2")},
    {&operation_log_cosh, OWN("log_cosh($1)", "log_cosh"),
     OWN("ap_log_cosh($1)", "ap_log_cosh")},
    {&operation_sinc_1, OWN("sinc_1($1)", "sinc_1"), {.text = NULL}},
    {&operation_sinc_2, OWN("sinc_2($1)", "sinc_2"), {.text = NULL}},
};

const ScriptWord *script_word(const Operation *operation, ScriptLanguage language)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++)
        if (rows[i].operation == operation) {
            const ScriptWord *word =
                language == SCRIPT_JAVASCRIPT ? &rows[i].javascript : &rows[i].gnuplot;
            return word->text ? word : NULL;
        }
    return NULL;
}

/* A function of ours, and the ones that it calls itself (ended by NULL). */
typedef struct {
    const char *name, *text;
    const char *calls[3];
} OwnFunction;

static const OwnFunction javascript_functions[] = {
    {"erfc",
     "function erfc(x) {\n"
     "    if (x < 2) return 1 - erf(x);\n"
     "    if (x > 27.5) return 0;\n"
     "    let tail = 0;\n"
     "    for (let k = 120; k > 0; k--) tail = k/2/(x + tail);\n"
     "    const high = Math.fround(x), low = x - high;\n"
     "    const head = Math.exp(-high*high)*Math.exp(-low*(x + high));\n"
     "    return head/(x + tail)/Math.sqrt(Math.PI);\n"
     "}",
     {"erf", NULL}},
    {"erf",
     "function erf(x) {\n"
     "    if (Number.isNaN(x)) return x;\n"
     "    if (Math.abs(x) > 6) return Math.sign(x);\n"
     "    if (Math.abs(x) > 2) return Math.sign(x)*(1 - erfc(Math.abs(x)));\n"
     "    let term = x, sum = x;\n"
     "    for (let k = 1; Math.abs(term) > 1e-18*Math.abs(sum); k++) {\n"
     "        term *= 2*x*x/(2*k + 1);\n"
     "        sum += term;\n"
     "    }\n"
     "    return 2/Math.sqrt(Math.PI)*Math.exp(-x*x)*sum;\n"
     "}",
     {"erfc", NULL}},
    {"logistic",
     "function logistic(x) {\n"
     "    const e = Math.exp(-Math.abs(x));\n"
     "    return x < 0 ? e/(1 + e) : 1/(1 + e);\n"
     "}",
     {NULL}},
    {"softplus",
     "function softplus(x) {\n"
     "    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));\n"
     "}",
     {NULL}},
    {"normal_cdf",
     "function normal_cdf(x) {\n"
     "    return x < 0 ? 0.5*erfc(-x*Math.SQRT1_2) : 1 - 0.5*erfc(x*Math.SQRT1_2);\n"
     "}",
     {"erfc", "erf", NULL}},
    {"normal_pdf",
     "function normal_pdf(x) {\n"
     "    return Math.exp(-x*x/2)/Math.sqrt(2*Math.PI);\n"
     "}",
     {NULL}},
    {"sech2",
     "function sech2(x) {\n"
     "    const e = Math.exp(-2*Math.abs(x));\n"
     "    return 4*e/((1 + e)*(1 + e));\n"
     "}",
     {NULL}},
    {"log_cosh",
     "function log_cosh(x) {\n"
     "    return Math.abs(x) + Math.log1p(Math.exp(-2*Math.abs(x))) - Math.LN2;\n"
     "}",
     {NULL}},
    {"sinc_1",
     "function sinc_1(x) {\n"
     "    if (Math.abs(x) > 1) return (Math.cos(x) - Math.sin(x)/x)/x;\n"
     "    let sum = 0, term = x;\n"
     "    for (let k = 1; k < 12; k++) {\n"
     "        term *= k > 1 ? -x*x/(2*k*(2*k + 1)) : -1/6;\n"
     "        sum += 2*k*term;\n"
     "    }\n"
     "    return sum;\n"
     "}",
     {NULL}},
    {"sinc_2",
     "function sinc_2(x) {\n"
     "    if (Math.abs(x) > 1) return -(Math.sin(x) + 2*sinc_1(x))/x;\n"
     "    let sum = 0, term = 1;\n"
     "    for (let k = 1; k < 12; k++) {\n"
     "        term *= k > 1 ? -x*x/(2*k*(2*k + 1)) : -1/6;\n"
     "        sum += 2*k*(2*k - 1)*term;\n"
     "    }\n"
     "    return sum;\n"
     "}",
     {"sinc_1", NULL}},
};

static const OwnFunction gnuplot_functions[] = {
    {"ap_floor", "ap_floor(x) = abs(x) < 2.0**31 ? real(floor(x)) : x", {NULL}},
    {"ap_expm1",
     "ap_expm1(x) = abs(x) < 1.0 ? 2.0*sinh(x/2.0)*exp(x/2.0) : exp(x) - 1.0",
     {NULL}},
    {"ap_log1p",
     "ap_log1p(x) = abs(x) < 0.5 ? 2.0*atanh(x/(2.0 + x)) : log(1.0 + x)",
     {NULL}},
    {"ap_asinh",
     "ap_asinh(x) = sgn(x)*ap_log1p(abs(x) + x*x/(1.0 + sqrt(1.0 + x*x)))",
     {"ap_log1p", NULL}},
    {"ap_cbrt", "ap_cbrt(x) = sgn(x)*abs(x)**(1.0/3.0)", {NULL}},
    {"ap_logistic",
     "ap_logistic(x) = x < 0 ? exp(x)/(1.0 + exp(x)) : 1.0/(1.0 + exp(-x))",
     {NULL}},
    {"ap_softplus",
     "ap_softplus(x) = (x > 0 ? x : 0.0) + ap_log1p(exp(-abs(x)))",
     {"ap_log1p", NULL}},
    {"ap_erfc", "ap_erfc(x) = x > 26.5 ? 0.0 : erfc(x)", {NULL}},
    {"ap_normal_cdf",
     "ap_normal_cdf(x) = 0.5*ap_erfc(-x/sqrt(2.0))",
     {"ap_erfc", NULL}},
    {"ap_log_cosh",
     "ap_log_cosh(x) = abs(x) + ap_log1p(exp(-2.0*abs(x))) - log(2.0)",
     {"ap_log1p", NULL}},
    {"ap_normal_pdf", "ap_normal_pdf(x) = exp(-x*x/2.0)/sqrt(2.0*pi)", {NULL}},
    {"ap_sech2", "ap_sech2(x) = 4.0/(exp(abs(x)) + exp(-abs(x)))**2", {NULL}},
};

static void call(GHashTable *called, const OwnFunction *own, size_t count,
                 const char *name)
{
    if (!g_hash_table_add(called, (gpointer)name))
        return;
    for (size_t i = 0; i < count; i++)
        for (int k = 0; strcmp(own[i].name, name) == 0 && own[i].calls[k]; k++)
            call(called, own, count, own[i].calls[k]);
}

char *script_functions(ScriptLanguage language, GHashTable *called)
{
    bool script = language == SCRIPT_JAVASCRIPT;
    const OwnFunction *own = script ? javascript_functions : gnuplot_functions;
    size_t count =
        script ? G_N_ELEMENTS(javascript_functions) : G_N_ELEMENTS(gnuplot_functions);
    g_autoptr(GHashTable) all = g_hash_table_new(g_str_hash, g_str_equal);
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < count; i++)
        if (!called || g_hash_table_contains(called, own[i].name))
            call(all, own, count, own[i].name);
    for (size_t i = 0; i < count; i++)
        if (g_hash_table_contains(all, own[i].name))
            g_string_append_printf(text, "%s\n", own[i].text);
    return g_string_free(text, FALSE);
}
