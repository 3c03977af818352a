/* function.c - names looked up, domains of parameters, near names. */
#include "formula/function.h"

#include "base/nearest.h"
#include "base/number.h"

#include <math.h>
#include <string.h>

bool constant_find(const char *name, double *value)
{
    if (!strcmp(name, "pi"))
        *value = G_PI;
    else if (!strcmp(name, "e"))
        *value = G_E;
    else
        return false;
    return true;
}

const Parameter *definition_parameter(const Definition *definition, const char *name)
{
    if (!definition)
        return NULL;
    for (const Parameter *p = definition->parameters; p && p->name; p++)
        if (!strcmp(p->name, name))
            return p;
    return NULL;
}

bool parameter_is(const Parameter *parameter, const char *name)
{
    return !strcmp(parameter->name, name) ||
           (parameter->also && !strcmp(parameter->also, name));
}

const Parameter *definition_parameter_called(const Definition *definition,
                                             const char *name)
{
    const Parameter *p = definition ? definition->parameters : NULL;
    while (p && p->name && !parameter_is(p, name))
        p++;
    return p && p->name ? p : NULL;
}

static const Operation *callable(const char *name)
{
    const Operation *operation = operation_find(name);
    bool written = operation && operation->signature && operation->level == LEVEL_CALL;
    return written ? operation : NULL;
}

Function function_resolve(const Scope *scope, const char *name, unsigned positional)
{
    Function function = {.operation = callable(name), .clip = !strcmp(name, "clip")};
    /* min(a, b) is the operation even if a definition has that name too. */
    if (positional > 1 && (function.operation || function.clip))
        return function;
    for (; scope && !function.definition; scope = scope->outer) {
        function.definition = scope->find(scope, name);
        function.scope = scope;
    }
    return function;
}

/* `at least 0 and less than 1`; the caller's. */
static char *domain_text(const Parameter *parameter)
{
    char low[NUMBER_SIZE], high[NUMBER_SIZE];
    number_format(parameter->minimum, low);
    number_format(parameter->maximum, high);
    const char *at_least = parameter->minimum_open ? "greater than" : "at least";
    const char *at_most = parameter->maximum_open ? "less than" : "at most";
    bool below = isfinite(parameter->minimum), above = isfinite(parameter->maximum);
    if (below && above)
        return g_strdup_printf("%s %s and %s %s", at_least, low, at_most, high);
    if (below)
        return g_strdup_printf("%s %s", at_least, low);
    if (above)
        return g_strdup_printf("%s %s", at_most, high);
    return g_strdup("a finite number");
}

static bool in_domain(const Parameter *parameter, double value)
{
    bool counts = isfinite(value) || (isinf(value) && value == parameter->maximum);
    return counts && value >= parameter->minimum && value <= parameter->maximum &&
           !(parameter->minimum_open && value == parameter->minimum) &&
           !(parameter->maximum_open && value == parameter->maximum);
}

char *parameter_refuse(const Definition *definition, const Parameter *parameter,
                       double value)
{
    if (in_domain(parameter, value))
        return NULL;
    char written[NUMBER_SIZE];
    g_autofree char *domain = domain_text(parameter);
    return g_strdup_printf("'%s' of '%s' must be %s, not %s", parameter->name,
                           definition->key, domain, number_format(value, written));
}

const char *name_foreign(const char *name)
{
    static const struct {
        const char *name, *hint;
    } foreign[] = {
        {"ln", "write log(x)"},
        {"log2", "write log(x)/log(2)"},
        {"log10", "write log(x)/log(10)"},
        {"lg", "write log(x)/log(10)"},
        {"pow", "write a^b"},
        {"exp2", "write 2^x"},
        {"square", "write x^2"},
        {"ceil", "write -floor(-x)"},
        {"round", "write floor(x + 0.5)"},
        {"mod", "write a - b*floor(a/b) for a remainder"},
        {"fmod", "write a - b*floor(a/b) for a remainder"},
        {"sech", "write 1/cosh(x)"},
        {"asin", "write atan(x/sqrt(1 - x^2))"},
        {"acos", "write pi/2 - atan(x/sqrt(1 - x^2))"},
        {"atanh", "write 0.5*(log1p(x) - log1p(-x))"},
        {"if", "write c ? a : b"},
        {"where", "write c ? a : b"},
        {"and", "write && for 'and'"},
        {"or", "write || for 'or'"},
        {"not", "write ! for 'not'"},
        {"else", "write c ? a : b"},
        {"nan", "numbers are finite: give one, or leave the parameter out"},
        {"inf", "numbers are finite: give one, or leave the parameter out"},
        {"infinity", "numbers are finite: give one, or leave the parameter out"},
    };
    const char *point = strrchr(name, '.'); /* `np.exp`, `math.log` */
    if (point && point > name && g_ascii_isalpha(point[1]))
        return "write it without the part before the point";
    for (size_t i = 0; i < G_N_ELEMENTS(foreign); i++)
        if (!strcmp(foreign[i].name, name))
            return foreign[i].hint;
    return NULL;
}

char *name_explain(const char *name, const Scope *scope)
{
    char *reason = NULL;
    for (; scope && !reason; scope = scope->outer)
        reason = scope->explain ? scope->explain(scope, name) : NULL;
    return reason;
}

static void offer(const char *name, void *data)
{
    nearest_offer(data, name);
}

const char *name_nearest(const char *name, const Scope *scope,
                         const Definition *definition, const Binding *bindings)
{
    static const char *const others[] = {"x", "pi", "e", "clip", "diff"};
    Nearest nearest;
    nearest_init(&nearest, name);
    const Parameter *parameter = definition ? definition->parameters : NULL;
    for (; parameter && parameter->name; parameter++)
        nearest_offer(&nearest, parameter->name);
    for (; bindings && bindings->name; bindings++)
        nearest_offer(&nearest, bindings->name);
    for (; scope; scope = scope->outer)
        scope->each(scope, offer, &nearest);
    for (const Operation *const *i = operations; *i; i++)
        if ((*i)->signature && (*i)->level == LEVEL_CALL)
            nearest_offer(&nearest, (*i)->name);
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
        nearest_offer(&nearest, others[i]);
    return nearest.best;
}
