/* function.h - what the names in formulas mean, and what values parameters may have. */
#ifndef ACTPLOT_FORMULA_FUNCTION_H
#define ACTPLOT_FORMULA_FUNCTION_H

#include "formula/formula.h"
#include "formula/operation.h"

/* The function that a name means in a call of that many positional arguments (a bare
 * name is a call of none). None of the three is set: unknown. */
typedef struct {
    const Definition *definition;
    const Scope *scope; /* in which the definition was found */
    const Operation *operation;
    bool clip; /* clip(x, lo, hi), which is no operation of its own */
} Function;
Function function_resolve(const Scope *scope, const char *name, unsigned positional);

/* The value of a name that is a number everywhere: pi, e. */
bool constant_find(const char *name, double *value);

const Parameter *definition_parameter(const Definition *definition, const char *name);

/* The same by any name that calls may use, and whether that is the parameter's. */
const Parameter *definition_parameter_called(const Definition *definition,
                                             const char *name);
bool parameter_is(const Parameter *parameter, const char *name);

/* Why the parameter may not have that value (`'alpha' of 'elu' must be at least 0,
 * not -1`), the caller's; NULL: it may. */
char *parameter_refuse(const Definition *definition, const Parameter *parameter,
                       double value);

/* How formulas say what other languages call by that name: `write a^b` for pow. NULL:
 * it is none of these. */
const char *name_foreign(const char *name);

/* The name most like a mistyped one: of operations, of the scope's definitions, of
 * definition's parameters (NULL: none), of bindings (NULL: none). NULL: none is near.
 * Borrowed from where it stands. */
/* Why the name is not found, if a scope knows; the caller's. NULL: none does. */
char *name_explain(const char *name, const Scope *scope);

const char *name_nearest(const char *name, const Scope *scope,
                         const Definition *definition, const Binding *bindings);

#endif
