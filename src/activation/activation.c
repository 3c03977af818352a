/* activation.c - the catalogue as one list, and lookup in any spelling. */
#include "activation/activation.h"

#include "activation/family.h"
#include "activation/framework.h"
#include "activation/spelling.h"
#include "base/nearest.h"

#include <string.h>

static const Activation *const families[] = {
    activation_rectified,   activation_piecewise, activation_smooth,
    activation_exponential, activation_sigmoidal, activation_squashing,
    activation_gated,       activation_composite, activation_shrinking,
    activation_periodic,    activation_radial,
};

unsigned activation_count(void)
{
    unsigned count = 0;

    while (activation_get(count) != NULL)
        count++;
    return count;
}

const Activation *activation_get(unsigned index)
{
    for (size_t i = 0; i < G_N_ELEMENTS(families); i++) {
        for (const Activation *a = families[i]; a->definition.key != NULL; a++) {
            if (index-- == 0)
                return a;
        }
    }
    return NULL;
}

bool activation_is_in(const Activation *activation, const char *framework)
{
    return activation->frameworks != NULL &&
           g_strv_contains(activation->frameworks, framework);
}

const Convention *activation_convention(const Activation *activation,
                                        const char *framework)
{
    const Convention *convention = activation->conventions;

    for (; convention != NULL && convention->frameworks != NULL; convention++) {
        if (g_strv_contains(convention->frameworks, framework))
            return convention;
    }
    return NULL;
}

/* --- Lookup --- */

/* A name taken apart: `gelu@jax`, `jax.nn.gelu`, `nn.GELU`. */
typedef struct {
    char *function;        /* owned */
    const char *framework; /* as written, or a key; NULL: none */
} Name;

static void name_clear(Name *name)
{
    g_free(name->function);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Name, name_clear)

/* The framework whose prefix begins the name; NULL: none. *length is the prefix's. */
static const Framework *framework_before(const char *name, size_t *length)
{
    const Framework *framework;

    for (unsigned i = 0; (framework = framework_get(i)) != NULL; i++) {
        const char *const *prefix = framework->prefixes;
        for (; prefix != NULL && *prefix != NULL; prefix++) {
            *length = strlen(*prefix);
            if (g_str_has_prefix(name, *prefix))
                return framework;
        }
    }
    return NULL;
}

/* name without the module of PyTorch that may stand before it. */
static const char *without_module(const char *name)
{
    static const char *const modules[] = {"torch.nn.functional.", "torch.nn.", "torch.",
                                          "nn.", "F."};

    for (size_t i = 0; i < G_N_ELEMENTS(modules); i++) {
        if (g_str_has_prefix(name, modules[i]))
            return name + strlen(modules[i]);
    }
    return name;
}

static Name name_split(const char *name)
{
    const char *at = strchr(name, '@');
    size_t length = 0;
    const Framework *framework = at == NULL ? framework_before(name, &length) : NULL;

    if (framework != NULL)
        return (Name){g_strdup(name + length), framework->key};
    name = without_module(name);
    if (at != NULL)
        return (Name){g_strndup(name, (gsize)(at - name)), at + 1};
    return (Name){g_strdup(name), NULL};
}

/* By a name without a framework. */
static const Activation *find_function(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(families); i++) {
        for (const Activation *a = families[i]; a->definition.key != NULL; a++) {
            const Definition *definition = &a->definition;
            if (spelling_is_same(definition->key, name) ||
                spelling_is_same(definition->label, name) ||
                spelling_is_among(definition->aliases, name))
                return a;
        }
    }
    return NULL;
}

/* The record that a name means, and the convention in which it means it (NULL: the
 * record's own). */
static const Activation *find(const char *name, const Convention **convention)
{
    g_auto(Name) parts = name_split(name);
    const Activation *activation = find_function(parts.function);
    const Framework *framework;

    *convention = NULL;
    if (activation == NULL || parts.framework == NULL)
        return activation;
    framework = framework_find(parts.framework);
    if (framework == NULL || !activation_is_in(activation, framework->key))
        return NULL;
    *convention = activation_convention(activation, framework->key);
    if (*convention == NULL || (*convention)->record == NULL)
        return activation;
    activation = find_function((*convention)->record);
    *convention = NULL;
    return activation;
}

const Activation *activation_find(const char *name)
{
    const Convention *convention;

    return find(name, &convention);
}

/* --- The scope --- */

/* That of the framework's convention where it has one of its own. */
static const Definition *find_in_catalogue(const Scope *scope, const char *name)
{
    const Convention *convention;
    const Activation *activation = find(name, &convention);

    (void)scope;
    if (convention != NULL)
        return &convention->definition;
    return activation == NULL ? NULL : &activation->definition;
}

static void each_in_catalogue(const Scope *scope,
                              void (*visit)(const char *name, void *data), void *data)
{
    const Activation *activation;

    (void)scope;
    for (unsigned i = 0; (activation = activation_get(i)) != NULL; i++)
        visit(activation->definition.key, data);
}

static char *explain_framework(const char *name)
{
    const Framework *framework;
    Nearest nearest;

    nearest_init(&nearest, name);
    for (unsigned i = 0; (framework = framework_get(i)) != NULL; i++)
        nearest_offer(&nearest, framework->key);
    if (nearest.best != NULL)
        return g_strdup_printf("unknown framework '%s' (did you mean '%s'?)", name,
                               nearest.best);
    return g_strdup_printf(
        "unknown framework '%s' (`actplot list frameworks` has them)", name);
}

static char *explain_in_catalogue(const Scope *scope, const char *name)
{
    g_auto(Name) parts = name_split(name);
    const Activation *activation = find_function(parts.function);
    const Framework *framework;

    (void)scope;
    if (activation == NULL || parts.framework == NULL)
        return NULL;
    framework = framework_find(parts.framework);
    if (framework == NULL)
        return explain_framework(parts.framework);
    if (activation->frameworks == NULL)
        return g_strdup_printf("%s has no '%s' (nor has any other framework)",
                               framework->label, activation->definition.key);
    g_autofree char *having = g_strjoinv(", ", (char **)activation->frameworks);
    return g_strdup_printf("%s has no '%s' (it is in %s)", framework->label,
                           activation->definition.key, having);
}

const Scope activation_scope = {
    .find = find_in_catalogue,
    .each = each_in_catalogue,
    .explain = explain_in_catalogue,
};
