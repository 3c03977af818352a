/* functions.c - the functions that formulas of this run may use. */
#include "cli/functions.h"

#include "activation/activation.h"
#include "activation/framework.h"
#include "base/error.h"
#include "base/nearest.h"
#include "formula/respell.h"
#include "spec/definitions.h"

#include <string.h>

FunctionOptions function_options;
static Definitions *own; /* as long as the program runs */
static const Scope *scope = &activation_scope;

static bool set_framework(const char *name, GError **error)
{
    const Framework *framework = framework_find(name);
    Nearest nearest;

    if (framework != NULL) {
        scope = &framework->scope;
        return true;
    }
    nearest_init(&nearest, name);
    for (unsigned i = 0; (framework = framework_get(i)) != NULL; i++)
        nearest_offer(&nearest, framework->key);
    if (nearest.best != NULL)
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                    "unknown framework '%s' (did you mean '%s'?)", name, nearest.best);
    else
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                    "unknown framework '%s' (see 'actplot list frameworks')", name);
    return false;
}

bool functions_load(GError **error)
{
    if (function_options.framework != NULL &&
        !set_framework(function_options.framework, error))
        return false;
    if (function_options.catalogue == NULL)
        return true;
    if (strcmp(function_options.catalogue, "-") == 0) {
        g_free(function_options.catalogue);
        function_options.catalogue = g_strdup("/dev/stdin");
    }
    own = definitions_load(function_options.catalogue, scope, error);
    if (own == NULL)
        return false;
    scope = &own->scope;
    return true;
}

const Scope *functions_scope(void)
{
    return scope;
}

const GPtrArray *functions_own(void)
{
    return own != NULL ? own->list : NULL;
}

const char *functions_key(const char *text)
{
    g_autofree char *respelled = formula_respell(text, scope);

    return respelled != NULL ? g_intern_string(respelled) : text;
}
