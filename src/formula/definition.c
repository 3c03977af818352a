/* definition.c - the search for a named function through nested scopes. */
#include "formula/definition.h"

#include <stddef.h>

const Definition *scope_find(const Scope *scope, const char *name)
{
    for (; scope; scope = scope->outer) {
        const Definition *definition = scope->find(scope, name);
        if (definition)
            return definition;
    }
    return NULL;
}

const char *definition_shown(const Definition *definition)
{
    return definition->textbook ? definition->textbook : definition->formula;
}

const char *definition_shown_derivative(const Definition *definition)
{
    return definition->textbook_derivative ? definition->textbook_derivative
                                           : definition->derivative;
}
