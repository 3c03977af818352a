/* lower_call.c - calls: arguments put in the places of x and the parameters. */
#include "base/nearest.h"
#include "formula/build.h"
#include "formula/lower_body.h"

#include <string.h>

static const SyntaxArgument *keyword_find(const Syntax *syntax, const char *name)
{
    const SyntaxArgument *argument;
    for (unsigned i = 0; (argument = syntax_argument(syntax, i)); i++)
        if (argument->keyword && !strcmp(argument->keyword, name))
            return argument;
    return NULL;
}

/* The same by any name that the parameter has. */
static const SyntaxArgument *keyword_of(const Syntax *syntax,
                                        const Parameter *parameter)
{
    const SyntaxArgument *argument = keyword_find(syntax, parameter->name);
    return argument || !parameter->also ? argument
                                        : keyword_find(syntax, parameter->also);
}

static bool check_domain(const Body *body, const Definition *definition,
                         const Parameter *parameter, const Node *value, Span span)
{
    if (!node_is_constant(value))
        return true;
    g_autofree char *fault = parameter_refuse(definition, parameter, value->value);
    return !fault || body_fail(body, span, "%s", fault);
}

/* The value of a called function's parameter: by keyword, by binding, by default. */
static const Node *lower_parameter(Body *body, const Syntax *syntax,
                                   const Definition *definition,
                                   const Parameter *parameter)
{
    NodePool *pool = body->shared->pool;
    const SyntaxArgument *keyword = keyword_of(syntax, parameter);
    const Binding *binding = keyword ? NULL : body_binding(body, parameter->name);
    if (!keyword && !binding && parameter->also)
        binding = body_binding(body, parameter->also);
    const Node *value = keyword   ? body->values[keyword->value->index]
                        : binding ? NUM(binding->value)
                                  : NUM(parameter->value);
    Span span = keyword ? keyword->value->span : syntax->name_span;
    if (!check_domain(body, definition, parameter, value, span))
        return NULL;
    value = body_open(body, definition, parameter->name, value);
    const char *name = parameter->name;
    if (!body_is_varied(body, syntax, name)) {
        name = parameter->also;
        if (!name || !body_is_varied(body, syntax, name))
            return value;
    }
    g_autofree char *seed = g_strconcat(name, "#", NULL);
    if (node_depends(value, seed))
        return value; /* the chain rule goes through it */
    if (node_depends(value, "x")) {
        body_fail(body, span, "'%s' must not depend on x where it is differentiated by",
                  name);
        return NULL;
    }
    return body_hold(body, name, value);
}

static bool check_keywords(const Body *body, const Syntax *syntax,
                           const Definition *definition, const char *key)
{
    const SyntaxArgument *argument;
    for (unsigned i = 0; (argument = syntax_argument(syntax, i)); i++) {
        const char *keyword = argument->keyword;
        if (!keyword)
            continue;
        const Parameter *known = definition_parameter_called(definition, keyword);
        if (keyword_find(syntax, keyword) != argument ||
            (known && keyword_of(syntax, known) != argument))
            return body_fail(body, argument->keyword_span, "'%s' is given twice",
                             keyword);
        if (known)
            continue;
        Nearest nearest;
        nearest_init(&nearest, keyword);
        const Parameter *p = definition ? definition->parameters : NULL;
        if (!p || !p->name)
            return body_fail(body, argument->keyword_span, "'%s' has no parameters",
                             key);
        const Parameter *only = p[1].name ? NULL : p;
        for (; p->name; p++)
            nearest_offer(&nearest, p->name);
        const char *best = nearest.best ? nearest.best : only ? only->name : NULL;
        if (best)
            return body_fail(body, argument->keyword_span,
                             "'%s' has no parameter '%s' (did you mean '%s'?)", key,
                             keyword, best);
        return body_fail(body, argument->keyword_span, "'%s' has no parameter '%s'",
                         key, keyword);
    }
    return true;
}

unsigned count_positional(const Syntax *syntax)
{
    unsigned count = 0;
    const SyntaxArgument *argument;
    for (unsigned i = 0; (argument = syntax_argument(syntax, i)); i++)
        count += !argument->keyword;
    return count;
}

const Node *body_argument(const Body *body, const Syntax *syntax, unsigned number)
{
    return body->values[syntax_argument(syntax, number)->value->index];
}

/* Whether a parameter's value is to be left alone when x is replaced by the call's
 * argument: `swish(2, beta=x)`. */
static bool depends_on_x(const GArray *parameters)
{
    for (guint i = 0; i < parameters->len; i++)
        if (node_depends(g_array_index(parameters, Substitution, i).by, "x"))
            return true;
    return false;
}

/* node, a function of x, with its primes carried out and x replaced by the call's
 * argument. */
static const Node *at_argument(const Body *body, const Syntax *syntax, const Node *node)
{
    NodePool *pool = body->shared->pool;
    for (int i = 0; i < syntax->primes && !node_pool_is_full(pool); i++)
        node = node_derivative(pool, node, "x");
    if (count_positional(syntax) == 0)
        return node;
    return node_substitute(pool, node, "x", body_argument(body, syntax, 0));
}

const Node *lower_definition(Body *body, const Syntax *syntax, Function function)
{
    const Definition *definition = function.definition;
    const SyntaxArgument *second = syntax_argument(syntax, 1);
    if (second && !second->keyword) {
        const Parameter *first = definition->parameters;
        if (first && first->name)
            body_fail(body, second->value->span,
                      "'%s' takes one argument (give parameters by name: %s=...)",
                      syntax->name, first->name);
        else
            body_fail(body, second->value->span, "'%s' takes one argument",
                      syntax->name);
        return NULL;
    }
    if (!check_keywords(body, syntax, definition, syntax->name))
        return NULL;
    const Node *node = body_template(body, function, syntax->name_span);
    if (!node)
        return NULL;

    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(Substitution));
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    for (const Parameter *p = definition->parameters; p && p->name; p++) {
        Substitution one = {g_strconcat(p->name, "#", NULL), NULL};
        g_ptr_array_add(names, (gpointer)one.symbol);
        one.by = lower_parameter(body, syntax, definition, p);
        if (!one.by)
            return NULL;
        g_array_append_val(all, one);
    }
    NodePool *pool = body->shared->pool;
    bool beside = count_positional(syntax) > 0 && depends_on_x(all);
    if (beside) {
        Substitution one = {"x", body_argument(body, syntax, 0)};
        for (int i = 0; i < syntax->primes && !node_pool_is_full(pool); i++)
            node = node_derivative(pool, node, "x");
        g_array_append_val(all, one);
    }
    node = node_substitute_all(pool, node, (Substitution *)all->data, all->len);
    return beside ? node : at_argument(body, syntax, node);
}

static const Node *lower_clip(Body *body, const Syntax *syntax)
{
    NodePool *pool = body->shared->pool;
    if (count_positional(syntax) != 3) {
        body_fail(body, syntax->span, "'clip' takes three arguments: clip(x, lo, hi)");
        return NULL;
    }
    return CALL2(
        max, body_argument(body, syntax, 1),
        CALL2(min, body_argument(body, syntax, 2), body_argument(body, syntax, 0)));
}

/* min and max of two or more. */
static const Node *lower_fold(Body *body, const Syntax *syntax,
                              const Operation *operation)
{
    unsigned count = count_positional(syntax);
    if (count < 2) {
        body_fail(body, syntax->span, "'%s' takes two arguments or more: %s",
                  operation->name, operation->signature);
        return NULL;
    }
    const Node *node = body_argument(body, syntax, 0);
    for (unsigned i = 1; i < count; i++)
        node = node_apply(body->shared->pool, operation, node,
                          body_argument(body, syntax, i), NULL);
    return node;
}

const Node *lower_operation_call(Body *body, const Syntax *syntax, Function function)
{
    NodePool *pool = body->shared->pool;
    const Operation *operation = function.operation;
    if (!check_keywords(body, syntax, NULL, syntax->name))
        return NULL;
    if (operation && operation->arity == 1) {
        const SyntaxArgument *second = syntax_argument(syntax, 1);
        if (second) {
            body_fail(body, second->value->span, "'%s' takes one argument",
                      syntax->name);
            return NULL;
        }
        const Node *x = node_symbol(pool, "x");
        return at_argument(body, syntax, node_apply(pool, operation, x, NULL, NULL));
    }
    if (syntax->primes) {
        body_fail(body, syntax->span, "'%s' has several arguments (write %s(...)')",
                  syntax->name, syntax->name);
        return NULL;
    }
    return function.clip ? lower_clip(body, syntax)
                         : lower_fold(body, syntax, operation);
}
