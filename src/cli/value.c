/* value.c - numbers, ranges and formulas as the command line gives them. */
#include "cli/value.h"

#include "base/error.h"
#include "base/number.h"
#include "cli/functions.h"

#include <math.h>
#include <string.h>

bool value_number(const char *option, const char *text, double *value, GError **error)
{
    g_autoptr(Formula) formula = NULL;

    if (number_parse(text, value))
        return true;
    if (g_utf8_validate(text, -1, NULL))
        formula = formula_new(text, NULL, NULL, NULL, NULL);
    if (formula == NULL || !node_is_constant(formula->root)) {
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                    "%s must be a number, not '%s'", option, text);
        return false;
    }
    *value = formula->root->value;
    return true;
}

bool value_range(const char *option, const char *text, double *low, double *high,
                 GError **error)
{
    const char *colon = strchr(text, ':');
    g_autofree char *first = NULL;

    if (colon == NULL) {
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                    "%s must be LOW:HIGH, such as -5:5, not '%s'", option, text);
        return false;
    }
    first = g_strndup(text, (size_t)(colon - text));
    if (!value_number(option, first, low, error) ||
        !value_number(option, colon + 1, high, error))
        return false;
    if (!isfinite(*low) || !isfinite(*high) || *low >= *high) {
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                    "%s must be two finite numbers, the smaller first, not '%s'",
                    option, text);
        return false;
    }
    return true;
}

Formula *value_formula(const char *text, const Binding *bindings, GError **error)
{
    g_autoptr(GError) fault = NULL;
    g_autoptr(GString) report = NULL;
    Span place = {0};
    Formula *formula;

    if (!g_utf8_validate(text, -1, NULL)) {
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                    "a formula must be UTF-8 text");
        return NULL;
    }
    formula = formula_new(text, functions_scope(), bindings, &place, &fault);
    if (formula != NULL)
        return formula;
    report = g_string_new(NULL);
    error_report(report, NULL, text, place, fault->message);
    g_set_error_literal(error, fault->domain, fault->code, report->str);
    return NULL;
}
