/* activation.c - the catalogue as one list, and lookup in any spelling. */
#include "activation/activation.h"

#include "activation/family.h"

#include <string.h>

static const Activation *const families[] = {
    activation_rectified,
    activation_exponential,
    activation_sigmoidal,
    activation_gated,
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

/* The next letter or digit of a spelling, lower case; 0 at its end. */
static char next_letter(const char **spelling)
{
    while (**spelling != '\0' && strchr("_- ", **spelling) != NULL)
        (*spelling)++;
    return **spelling == '\0' ? '\0' : g_ascii_tolower(*(*spelling)++);
}

static bool same_spelling(const char *a, const char *b)
{
    for (;;) {
        const char letter = next_letter(&a);
        if (letter != next_letter(&b))
            return false;
        if (letter == '\0')
            return true;
    }
}

/* name without the module that frameworks write before it. */
static const char *without_module(const char *name)
{
    static const char *const modules[] = {"torch.nn.functional.", "torch.nn.",
                                          "jax.nn.", "nn.", "F."};

    for (size_t i = 0; i < G_N_ELEMENTS(modules); i++) {
        if (g_str_has_prefix(name, modules[i]))
            return name + strlen(modules[i]);
    }
    return name;
}

static bool is_called(const Definition *definition, const char *name)
{
    if (same_spelling(definition->key, name) || same_spelling(definition->label, name))
        return true;
    for (const char *const *alias = definition->aliases; alias && *alias; alias++) {
        if (same_spelling(*alias, name))
            return true;
    }
    return false;
}

const Activation *activation_find(const char *name)
{
    const char *bare = without_module(name);
    const Activation *activation;

    for (unsigned i = 0; (activation = activation_get(i)) != NULL; i++) {
        if (is_called(&activation->definition, bare))
            return activation;
    }
    return NULL;
}

static const Definition *find_in_catalogue(const Scope *scope, const char *name)
{
    const Activation *activation = activation_find(name);

    (void)scope;
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

const Scope activation_scope = {
    .find = find_in_catalogue,
    .each = each_in_catalogue,
};
