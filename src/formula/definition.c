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
