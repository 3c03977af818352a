/* lower_name.c - what a name stands for: x, a number, a parameter or a function. */
#include "formula/build.h"
#include "formula/lexer.h"
#include "formula/lower_body.h"

#include <string.h>

/* Fails for a name that means nothing here, naming the nearest one that does. */
static bool fail_unknown(const Body *body, const Syntax *syntax)
{
    bool call = syntax->kind == SYNTAX_CALL;
    const char *kind = call ? "function" : "name";
    g_autofree char *reason = name_explain(syntax->name, body->scope);
    if (reason)
        return body_fail(body, syntax->name_span, "%s", reason);
    const char *foreign = name_foreign(syntax->name);
    if (foreign)
        return body_fail(body, syntax->name_span, "unknown %s '%s' (%s)", kind,
                         syntax->name, foreign);
    const char *near =
        name_nearest(syntax->name, body->scope, body->definition, body->bindings);
    if (near)
        return body_fail(body, syntax->name_span,
                         "unknown %s '%s' (did you mean '%s'?)", kind, syntax->name,
                         near);
    const char *hint =
        call || body->definition ? "" : " (a parameter of your own needs a value)";
    return body_fail(body, syntax->name_span, "unknown %s '%s'%s", kind, syntax->name,
                     hint);
}

bool body_is_varied(const Body *body, const Syntax *syntax, const char *name)
{
    bool varied = false;
    for (const Syntax *diff = body->around[syntax->index]; diff;
         diff = body->around[diff->index]) {
        if (strcmp(diff->name, name) != 0)
            continue;
        body->has_name[diff->index] = true;
        varied = true;
    }
    return varied;
}

const Node *body_hold(Body *body, const char *name, const Node *value)
{
    for (guint i = 0; i < body->held->len; i++) {
        const Held *known = &g_array_index(body->held, Held, i);
        size_t length = strlen(name);
        if (known->value == value && !strncmp(known->symbol, name, length) &&
            known->symbol[length] == '#')
            return node_symbol(body->shared->pool, known->symbol);
    }
    Held held = {g_strdup_printf("%s#%u", name, ++body->shared->symbols), value};
    g_array_append_val(body->held, held);
    return node_symbol(body->shared->pool, held.symbol);
}

bool body_is_variable(const Body *body, const char *name)
{
    return !strcmp(name, "x") || (body->plane && !strcmp(name, "y"));
}

const Node *body_open(Body *body, const Definition *definition, const char *name,
                      const Node *value)
{
    GArray *opened = body->shared->opened;
    NodePool *pool = body->shared->pool;
    if (!opened || body->definition || !node_is_constant(value))
        return value;
    for (guint i = 0; i < opened->len; i++) {
        const OpenParameter *known = &g_array_index(opened, OpenParameter, i);
        if (known->definition == definition && known->value == value->value &&
            !strcmp(known->name, name))
            return node_symbol(pool, known->symbol);
    }
    g_autofree char *symbol = g_strdup_printf("%s@%u", name, opened->len + 1);
    const Node *node = node_symbol(pool, symbol);
    OpenParameter one = {node->symbol, g_intern_string(name), definition, value->value};
    g_array_append_val(opened, one);
    return node;
}

const Binding *body_binding(const Body *body, const char *name)
{
    for (const Binding *b = body->bindings; b && b->name; b++) {
        if (strcmp(b->name, name) != 0)
            continue;
        body->bound[b - body->bindings] = true;
        return b;
    }
    return NULL;
}

/* A name that is no function: x, a number, a parameter. NULL: it is none of them, and
 * no error. */
static const Node *lower_variable(Body *body, const Syntax *syntax)
{
    NodePool *pool = body->shared->pool;
    double value;
    if (definition_parameter(body->definition, syntax->name)) {
        g_autofree char *symbol = g_strconcat(syntax->name, "#", NULL);
        body_is_varied(body, syntax, syntax->name);
        return node_symbol(pool, symbol);
    }
    if (body_is_variable(body, syntax->name))
        return node_symbol(pool, syntax->name);
    if (constant_find(syntax->name, &value))
        return NUM(value);
    Function function = function_resolve(body->scope, syntax->name, 0);
    if (function.definition || function.operation || function.clip)
        return NULL;
    const Binding *binding = body_binding(body, syntax->name);
    if (!binding)
        return NULL;
    const Node *node = body_open(body, NULL, syntax->name, NUM(binding->value));
    if (body_is_varied(body, syntax, syntax->name))
        return body_hold(body, syntax->name, node);
    return node;
}

const Node *lower_name(Body *body, const Syntax *syntax)
{
    NodePool *pool = body->shared->pool;
    bool call = syntax->kind == SYNTAX_CALL;
    const Node *variable = lower_variable(body, syntax);
    if (variable && call) {
        body_fail(body, syntax->name_span, "'%s' is not a function (write %s*(...))",
                  syntax->name, syntax->name);
        return NULL;
    }
    for (int i = 0; variable && i < syntax->primes; i++)
        variable = node_derivative(pool, variable, "x");
    if (variable)
        return variable;

    Function function =
        function_resolve(body->scope, syntax->name, count_positional(syntax));
    bool busy = function.definition &&
                g_ptr_array_find(body->shared->active, function.definition, NULL);
    /* tanh in the definition of tanh is the operation. */
    if (busy && (function.operation || function.clip))
        function.definition = NULL;
    if (function.definition)
        return lower_definition(body, syntax, function);
    if (function.operation || function.clip)
        return lower_operation_call(body, syntax, function);
    fail_unknown(body, syntax);
    return NULL;
}
