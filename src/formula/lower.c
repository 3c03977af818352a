/* lower.c - functions replaced by their formulas, primes carried out.
 *
 * A definition's formula is lowered once, with its parameters and x left as symbols,
 * and then copied for each call with these replaced. Inside diff(.., alpha) a
 * call's alpha stays a symbol of its own (`alpha#3`) until the derivative is taken.
 */
#include "formula/lower.h"

#include "base/number.h"
#include "formula/build.h"
#include "formula/lexer.h"
#include "formula/lower_body.h"
#include "formula/parser.h"

#include <math.h>
#include <string.h>

enum { MAX_ACTIVE = 64 }; /* definitions that use one another */

bool body_fail(const Body *body, Span span, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    return formula_fail(span, body->fault, body->error, "%s", message);
}

static bool fail_full(const Body *body, Span span)
{
    return body_fail(body, span, "the formula is too large (over %d operations)",
                     FORMULA_MAX_NODES);
}

/* A truth value: what is not a comparison is true where it is not 0. */
static const Node *truth(NodePool *pool, const Node *node)
{
    static const Operation *const booleans[] = {
        &operation_less,          &operation_less_equal, &operation_greater,
        &operation_greater_equal, &operation_equal,      &operation_not_equal,
        &operation_and,           &operation_or,         &operation_not,
    };
    for (size_t i = 0; i < G_N_ELEMENTS(booleans); i++)
        if (node->operation == booleans[i])
            return node;
    return node_is_constant(node) ? node : CALL2(not_equal, node, NUM(0));
}

static const Node *lower_operation(Body *body, const Syntax *syntax)
{
    NodePool *pool = body->shared->pool;
    const Operation *operation = syntax->operation;
    const Node *argument[NODE_ARGUMENTS] = {NULL};
    bool logical = operation == &operation_and || operation == &operation_or ||
                   operation == &operation_not;
    for (int i = 0; i < operation->arity; i++) {
        argument[i] = body_argument(body, syntax, (unsigned)i);
        if (logical || (operation == &operation_select && i == 0))
            argument[i] = truth(pool, argument[i]);
    }
    return node_apply(pool, operation, argument[0], argument[1], argument[2]);
}

static const Node *lower_prime(Body *body, const Syntax *syntax)
{
    NodePool *pool = body->shared->pool;
    const Node *node = body_argument(body, syntax, 0);
    for (int i = 0; i < syntax->primes && !node_pool_is_full(pool); i++)
        node = node_derivative(pool, node, "x");
    return node;
}

/* The held symbols of that name replaced by their values. */
static const Node *release(Body *body, const Node *node, const char *seed)
{
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(Substitution));
    for (guint i = 0; i < body->held->len; i++) {
        const Held *held = &g_array_index(body->held, Held, i);
        const Substitution one = {held->symbol, held->value};
        if (g_str_has_prefix(held->symbol, seed))
            g_array_append_val(all, one);
    }
    return node_substitute_all(body->shared->pool, node, (Substitution *)all->data,
                               all->len);
}

static const Node *lower_diff(Body *body, const Syntax *syntax)
{
    NodePool *pool = body->shared->pool;
    const Node *node = body_argument(body, syntax, 0);
    if (body_is_variable(body, syntax->name))
        return node_derivative(pool, node, syntax->name);
    if (!body->has_name[syntax->index]) {
        Span span = syntax_argument(syntax, 0)->value->span;
        body_fail(body, syntax->name_span,
                  "nothing in '%.*s' has a parameter '%s' (differentiate by x or a "
                  "parameter)",
                  (int)span.length, body->text + span.start, syntax->name);
        return NULL;
    }
    g_autofree char *seed = g_strconcat(syntax->name, "#", NULL);
    node = node_derivative(pool, node, seed);
    for (const Syntax *diff = body->around[syntax->index]; diff;
         diff = body->around[diff->index])
        if (!strcmp(diff->name, syntax->name))
            return node; /* which is differentiated again */
    return release(body, node, seed);
}

static const Node *lower_syntax(Body *body, const Syntax *syntax)
{
    switch (syntax->kind) {
    case SYNTAX_NUMBER:
        return node_constant(body->shared->pool, syntax->number);
    case SYNTAX_NAME:
    case SYNTAX_CALL:
        return lower_name(body, syntax);
    case SYNTAX_OPERATION:
        return lower_operation(body, syntax);
    case SYNTAX_PRIME:
        return lower_prime(body, syntax);
    case SYNTAX_DIFF:
        return lower_diff(body, syntax);
    }
    g_assert_not_reached();
}

/* Notes for each part which diff() it stands in; parts stand before their wholes. */
static void find_surroundings(Body *body)
{
    for (guint i = body->tree->nodes->len; i-- > 0;) {
        const Syntax *syntax = g_ptr_array_index(body->tree->nodes, i);
        const SyntaxArgument *argument;
        for (unsigned k = 0; (argument = syntax_argument(syntax, k)); k++)
            body->around[argument->value->index] =
                syntax->kind == SYNTAX_DIFF ? syntax : body->around[i];
    }
}

static void held_clear(gpointer data)
{
    g_free(((Held *)data)->symbol);
}

static const Node *lower_body(Body *body)
{
    guint count = body->tree->nodes->len;
    g_autofree const Node **values = g_new0(const Node *, count);
    g_autofree const Syntax **around = g_new0(const Syntax *, count);
    g_autofree bool *has_name = g_new0(bool, count);
    g_autoptr(GArray) held = g_array_new(FALSE, FALSE, sizeof(Held));
    g_array_set_clear_func(held, held_clear);
    body->values = values;
    body->around = around;
    body->has_name = has_name;
    body->held = held;
    find_surroundings(body);
    for (guint i = 0; i < count; i++) {
        const Syntax *syntax = g_ptr_array_index(body->tree->nodes, i);
        values[i] = lower_syntax(body, syntax);
        if (!values[i])
            return NULL;
        if (node_pool_is_full(body->shared->pool)) {
            fail_full(body, syntax->span);
            return NULL;
        }
    }
    return values[count - 1];
}

/* `'a' is defined by itself (a, b, a)`. */
static bool fail_cycle(const Body *body, const Definition *definition, Span span)
{
    const GPtrArray *active = body->shared->active;
    g_autoptr(GString) cycle = g_string_new(NULL);
    guint first = 0;
    g_ptr_array_find((GPtrArray *)active, definition, &first);
    for (guint i = first; i < active->len; i++) {
        const Definition *step = g_ptr_array_index(active, i);
        g_string_append_printf(cycle, "%s uses ", step->key);
    }
    g_string_append(cycle, definition->key);
    return body_fail(body, span, "'%s' is defined by itself (%s)", definition->key,
                     cycle->str);
}

/* Lowers a definition's text. An error in it is reported at span, the place that
 * uses the definition. */
static const Node *lower_template(Body *body, Function function, Span span)
{
    const Definition *definition = function.definition;
    g_autoptr(GError) inner = NULL;
    g_autoptr(SyntaxTree) tree = parser_parse(definition->formula, NULL, &inner);
    const Node *node = NULL;
    if (tree) {
        Body within = {.shared = body->shared,
                       .tree = tree,
                       .text = definition->formula,
                       .scope = function.scope,
                       .definition = definition,
                       .error = &inner};
        g_ptr_array_add(body->shared->active, (gpointer)definition);
        node = lower_body(&within);
        g_ptr_array_set_size(body->shared->active, (int)body->shared->active->len - 1);
    }
    if (!node)
        body_fail(body, span, "in '%s': %s", definition->key, inner->message);
    return node;
}

const Node *body_template(Body *body, Function function, Span span)
{
    Lowering *shared = body->shared;
    const Definition *definition = function.definition;
    const Node *known = g_hash_table_lookup(shared->templates, definition);
    if (known)
        return known;
    if (g_ptr_array_find(shared->active, definition, NULL)) {
        fail_cycle(body, definition, span);
        return NULL;
    }
    if (shared->active->len >= MAX_ACTIVE) {
        body_fail(body, span, "definitions use one another too deeply (over %d)",
                  MAX_ACTIVE);
        return NULL;
    }
    const Node *node = lower_template(body, function, span);
    if (node)
        g_hash_table_insert(shared->templates, (gpointer)definition, (gpointer)node);
    return node;
}

static bool check_values(const Body *body)
{
    char written[NUMBER_SIZE];
    for (const Binding *b = body->bindings; b && b->name; b++)
        if (!isfinite(b->value))
            return body_fail(body, (Span){0, strlen(body->text)},
                             "'%s' must be a finite number, not %s", b->name,
                             number_format(b->value, written));
    return true;
}

/* Where a call gives the parameter of that name itself; NULL: nowhere. */
static const SyntaxArgument *given_in_call(const Body *body, const char *name)
{
    for (guint i = 0; i < body->tree->nodes->len; i++) {
        const Syntax *syntax = g_ptr_array_index(body->tree->nodes, i);
        const SyntaxArgument *argument;
        for (unsigned k = 0; (argument = syntax_argument(syntax, k)); k++)
            if (argument->keyword && !strcmp(argument->keyword, name))
                return argument;
    }
    return NULL;
}

static bool check_bindings(const Body *body)
{
    for (const Binding *b = body->bindings; b && b->name; b++) {
        if (body->bound[b - body->bindings])
            continue;
        Span whole = {0, strlen(body->text)};
        const SyntaxArgument *given = given_in_call(body, b->name);
        if (given)
            return body_fail(body, given->keyword_span,
                             "'%s' has its value here (leave it out where it varies)",
                             b->name);
        return body_fail(body, whole, "nothing in '%s' has a parameter '%s'",
                         body->text, b->name);
    }
    return true;
}

const Node *lower(NodePool *pool, const SyntaxTree *tree, const char *text,
                  const Scope *scope, const Binding *bindings, LowerSymbols symbols,
                  Span *fault, GError **error)
{
    size_t count = 0;
    while (bindings && bindings[count].name)
        count++;
    g_autofree bool *bound = g_new0(bool, count + 1);
    g_autoptr(GHashTable) templates = g_hash_table_new(NULL, NULL);
    g_autoptr(GPtrArray) active = g_ptr_array_new();
    Lowering shared = {.pool = pool,
                       .templates = templates,
                       .active = active,
                       .opened = symbols.opened};
    Body body = {.shared = &shared,
                 .tree = tree,
                 .text = text,
                 .scope = scope,
                 .bindings = bindings,
                 .bound = bound,
                 .plane = symbols.plane,
                 .fault = fault,
                 .error = error};
    const Node *node = check_values(&body) ? lower_body(&body) : NULL;
    return node && check_bindings(&body) ? node : NULL;
}
