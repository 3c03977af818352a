/* lower.c - names resolved, functions replaced by their formulas, primes carried out.
 *
 * A definition's formula is lowered once, with its parameters and x left as symbols,
 * and then copied for each call with these replaced. Inside diff(.., alpha) a
 * call's alpha stays a symbol of its own (`alpha#3`) until the derivative is taken.
 */
#include "formula/lower.h"

#include "base/nearest.h"
#include "base/number.h"
#include "formula/build.h"
#include "formula/lexer.h"

#include <math.h>
#include <string.h>

enum { MAX_ACTIVE = 64 }; /* definitions that use one another */

/* What all formulas lowered for one text share. */
typedef struct {
    NodePool *pool;
    GHashTable *templates; /* Definition to Node */
    GPtrArray *active;     /* Definition being lowered, outermost first */
    unsigned symbols;      /* made so far for parameters */
} Lowering;

/* A parameter that stays a symbol for the diff() around it. */
typedef struct {
    char *symbol;
    const Node *value;
} Held;

/* One text: the formula itself or a definition's. */
typedef struct {
    Lowering *shared;
    const SyntaxTree *tree;
    const char *text;
    const Scope *scope;
    const Definition *definition; /* whose text it is; NULL: the formula itself */
    const Binding *bindings;      /* ended by a NULL name; or NULL */
    bool *bound;                  /* by binding: it was used */
    const Node **values;          /* by index of syntax */
    const Syntax **around;        /* by index of syntax: the diff() it stands in */
    bool *has_name;               /* by index of a diff(): its name occurs in it */
    GArray *held;                 /* Held */
    Span *fault;
    GError **error;
} Body;

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

static bool fail_within(const Body *body, Span span, const char *format, ...)
    G_GNUC_PRINTF(3, 4);

static bool fail_within(const Body *body, Span span, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    return formula_fail(span, body->fault, body->error, "%s", message);
}

static void offer(const char *name, void *data)
{
    nearest_offer(data, name);
}

/* Fails for a name that means nothing here, naming the nearest one that does. */
static bool fail_unknown(const Body *body, const Syntax *syntax, bool call)
{
    static const char *const others[] = {"x", "pi", "e", "clip", "diff"};
    Nearest nearest;
    nearest_init(&nearest, syntax->name);
    const Definition *definition = body->definition;
    for (const Parameter *p = definition ? definition->parameters : NULL; p && p->name;
         p++)
        nearest_offer(&nearest, p->name);
    for (const Binding *b = body->bindings; b && b->name; b++)
        nearest_offer(&nearest, b->name);
    for (const Scope *scope = body->scope; scope; scope = scope->outer)
        scope->each(scope, offer, &nearest);
    for (const Operation *const *i = operations; *i; i++)
        if ((*i)->signature && (*i)->level == LEVEL_CALL)
            nearest_offer(&nearest, (*i)->name);
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
        nearest_offer(&nearest, others[i]);

    const char *kind = call ? "function" : "name";
    if (nearest.best)
        return fail_within(body, syntax->name_span,
                           "unknown %s '%s' (did you mean '%s'?)", kind, syntax->name,
                           nearest.best);
    return fail_within(body, syntax->name_span, "unknown %s '%s'", kind, syntax->name);
}

static bool fail_full(const Body *body, Span span)
{
    return fail_within(body, span, "the formula is too large (over %d operations)",
                       FORMULA_MAX_NODES);
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
    return isfinite(value) && value >= parameter->minimum &&
           value <= parameter->maximum &&
           !(parameter->minimum_open && value == parameter->minimum) &&
           !(parameter->maximum_open && value == parameter->maximum);
}

static bool check_domain(const Body *body, const Definition *definition,
                         const Parameter *parameter, const Node *value, Span span)
{
    if (!node_is_constant(value) || in_domain(parameter, value->value))
        return true;
    char written[NUMBER_SIZE];
    g_autofree char *domain = domain_text(parameter);
    return fail_within(body, span, "'%s' of '%s' must be %s, not %s", parameter->name,
                       definition->key, domain, number_format(value->value, written));
}

/* Whether syntax stands in a diff() by that name; each such diff() takes note. */
static bool is_varied(const Body *body, const Syntax *syntax, const char *name)
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

/* The parameter's symbol, to be replaced by value when its diff()s are done. */
static const Node *hold(Body *body, const char *name, const Node *value)
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

static const Binding *binding_find(const Body *body, const char *name)
{
    for (const Binding *b = body->bindings; b && b->name; b++) {
        if (strcmp(b->name, name) != 0)
            continue;
        body->bound[b - body->bindings] = true;
        return b;
    }
    return NULL;
}

static const SyntaxArgument *keyword_find(const Syntax *syntax, const char *name)
{
    const SyntaxArgument *argument;
    for (unsigned i = 0; (argument = syntax_argument(syntax, i)); i++)
        if (argument->keyword && !strcmp(argument->keyword, name))
            return argument;
    return NULL;
}

/* The value of a called function's parameter: by keyword, by binding, by default. */
static const Node *lower_parameter(Body *body, const Syntax *syntax,
                                   const Definition *definition,
                                   const Parameter *parameter)
{
    NodePool *pool = body->shared->pool;
    const SyntaxArgument *keyword = keyword_find(syntax, parameter->name);
    const Binding *binding = keyword ? NULL : binding_find(body, parameter->name);
    const Node *value = keyword   ? body->values[keyword->value->index]
                        : binding ? NUM(binding->value)
                                  : NUM(parameter->value);
    Span span = keyword ? keyword->value->span : syntax->name_span;
    if (!check_domain(body, definition, parameter, value, span))
        return NULL;
    if (!is_varied(body, syntax, parameter->name))
        return value;
    g_autofree char *seed = g_strconcat(parameter->name, "#", NULL);
    if (node_depends(value, seed))
        return value; /* the chain rule goes through it */
    if (node_depends(value, "x")) {
        fail_within(body, span,
                    "'%s' must not depend on x where it is differentiated by",
                    parameter->name);
        return NULL;
    }
    return hold(body, parameter->name, value);
}

static const Node *definition_template(Body *body, Function function, Span span);

static bool check_keywords(const Body *body, const Syntax *syntax,
                           const Definition *definition, const char *key)
{
    const SyntaxArgument *argument;
    for (unsigned i = 0; (argument = syntax_argument(syntax, i)); i++) {
        const char *keyword = argument->keyword;
        if (!keyword)
            continue;
        if (keyword_find(syntax, keyword) != argument)
            return fail_within(body, argument->keyword_span, "'%s' is given twice",
                               keyword);
        if (definition_parameter(definition, keyword))
            continue;
        Nearest nearest;
        nearest_init(&nearest, keyword);
        const Parameter *p = definition ? definition->parameters : NULL;
        if (!p || !p->name)
            return fail_within(body, argument->keyword_span, "'%s' has no parameters",
                               key);
        const Parameter *only = p[1].name ? NULL : p;
        for (; p->name; p++)
            nearest_offer(&nearest, p->name);
        const char *best = nearest.best ? nearest.best : only ? only->name : NULL;
        if (best)
            return fail_within(body, argument->keyword_span,
                               "'%s' has no parameter '%s' (did you mean '%s'?)", key,
                               keyword, best);
        return fail_within(body, argument->keyword_span, "'%s' has no parameter '%s'",
                           key, keyword);
    }
    return true;
}

static unsigned count_positional(const Syntax *syntax)
{
    unsigned count = 0;
    const SyntaxArgument *argument;
    for (unsigned i = 0; (argument = syntax_argument(syntax, i)); i++)
        count += !argument->keyword;
    return count;
}

static const Node *positional(const Body *body, const Syntax *syntax, unsigned number)
{
    return body->values[syntax_argument(syntax, number)->value->index];
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
    return node_substitute(pool, node, "x", positional(body, syntax, 0));
}

static const Node *lower_definition(Body *body, const Syntax *syntax, Function function)
{
    const Definition *definition = function.definition;
    const SyntaxArgument *second = syntax_argument(syntax, 1);
    if (second && !second->keyword) {
        const Parameter *first = definition->parameters;
        if (first && first->name)
            fail_within(body, second->value->span,
                        "'%s' takes one argument (give parameters by name: %s=...)",
                        syntax->name, first->name);
        else
            fail_within(body, second->value->span, "'%s' takes one argument",
                        syntax->name);
        return NULL;
    }
    if (!check_keywords(body, syntax, definition, syntax->name))
        return NULL;
    const Node *node = definition_template(body, function, syntax->name_span);
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
    node = node_substitute_all(body->shared->pool, node, (Substitution *)all->data,
                               all->len);
    return at_argument(body, syntax, node);
}

static const Node *lower_clip(Body *body, const Syntax *syntax)
{
    NodePool *pool = body->shared->pool;
    if (count_positional(syntax) != 3) {
        fail_within(body, syntax->span,
                    "'clip' takes three arguments: clip(x, lo, hi)");
        return NULL;
    }
    return CALL2(max, positional(body, syntax, 1),
                 CALL2(min, positional(body, syntax, 2), positional(body, syntax, 0)));
}

/* min and max of two or more. */
static const Node *lower_fold(Body *body, const Syntax *syntax,
                              const Operation *operation)
{
    unsigned count = count_positional(syntax);
    if (count < 2) {
        fail_within(body, syntax->span, "'%s' takes two arguments or more: %s",
                    operation->name, operation->signature);
        return NULL;
    }
    const Node *node = positional(body, syntax, 0);
    for (unsigned i = 1; i < count; i++)
        node = node_apply(body->shared->pool, operation, node,
                          positional(body, syntax, i), NULL);
    return node;
}

static const Node *lower_operation_call(Body *body, const Syntax *syntax,
                                        Function function)
{
    NodePool *pool = body->shared->pool;
    const Operation *operation = function.operation;
    if (!check_keywords(body, syntax, NULL, syntax->name))
        return NULL;
    if (operation && operation->arity == 1) {
        const SyntaxArgument *second = syntax_argument(syntax, 1);
        if (second) {
            fail_within(body, second->value->span, "'%s' takes one argument",
                        syntax->name);
            return NULL;
        }
        const Node *x = node_symbol(pool, "x");
        return at_argument(body, syntax, node_apply(pool, operation, x, NULL, NULL));
    }
    if (syntax->primes) {
        fail_within(body, syntax->span, "'%s' has several arguments (write %s(...)')",
                    syntax->name, syntax->name);
        return NULL;
    }
    return function.clip ? lower_clip(body, syntax)
                         : lower_fold(body, syntax, operation);
}

/* A name that is no function: x, a number, a parameter. NULL: it is none of them, and
 * no error. */
static const Node *lower_variable(Body *body, const Syntax *syntax)
{
    NodePool *pool = body->shared->pool;
    double value;
    if (definition_parameter(body->definition, syntax->name)) {
        g_autofree char *symbol = g_strconcat(syntax->name, "#", NULL);
        is_varied(body, syntax, syntax->name);
        return node_symbol(pool, symbol);
    }
    if (!strcmp(syntax->name, "x"))
        return node_symbol(pool, "x");
    if (constant_find(syntax->name, &value))
        return NUM(value);
    Function function = function_resolve(body->scope, syntax->name, 0);
    if (function.definition || function.operation || function.clip)
        return NULL;
    const Binding *binding = binding_find(body, syntax->name);
    if (!binding)
        return NULL;
    if (is_varied(body, syntax, syntax->name))
        return hold(body, syntax->name, NUM(binding->value));
    return NUM(binding->value);
}

static const Node *lower_name(Body *body, const Syntax *syntax)
{
    NodePool *pool = body->shared->pool;
    bool call = syntax->kind == SYNTAX_CALL;
    const Node *variable = lower_variable(body, syntax);
    if (variable && call) {
        fail_within(body, syntax->name_span, "'%s' is not a function (write %s*(...))",
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
    fail_unknown(body, syntax, call);
    return NULL;
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
        argument[i] = positional(body, syntax, (unsigned)i);
        if (logical || (operation == &operation_select && i == 0))
            argument[i] = truth(pool, argument[i]);
    }
    return node_apply(pool, operation, argument[0], argument[1], argument[2]);
}

static const Node *lower_prime(Body *body, const Syntax *syntax)
{
    NodePool *pool = body->shared->pool;
    const Node *node = positional(body, syntax, 0);
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
    const Node *node = positional(body, syntax, 0);
    if (!strcmp(syntax->name, "x"))
        return node_derivative(pool, node, "x");
    if (!body->has_name[syntax->index]) {
        Span span = syntax_argument(syntax, 0)->value->span;
        fail_within(body, syntax->name_span,
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
    return fail_within(body, span, "'%s' is defined by itself (%s)", definition->key,
                       cycle->str);
}

/* Lowers a definition's text. An error in it is reported at span, the place that
 * uses the definition. */
static const Node *lower_template(Body *body, Function function, Span span)
{
    const Definition *definition = function.definition;
    g_autoptr(GError) inner = NULL;
    g_autoptr(SyntaxTree) tree = syntax_parse(definition->formula, NULL, &inner);
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
        fail_within(body, span, "in '%s': %s", definition->key, inner->message);
    return node;
}

static const Node *definition_template(Body *body, Function function, Span span)
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
        fail_within(body, span, "definitions use one another too deeply (over %d)",
                    MAX_ACTIVE);
        return NULL;
    }
    const Node *node = lower_template(body, function, span);
    if (node)
        g_hash_table_insert(shared->templates, (gpointer)definition, (gpointer)node);
    return node;
}

static bool check_bindings(const Body *body)
{
    for (const Binding *b = body->bindings; b && b->name; b++) {
        if (body->bound[b - body->bindings])
            continue;
        Span whole = {0, strlen(body->text)};
        return fail_within(body, whole, "nothing in '%s' has a parameter '%s'",
                           body->text, b->name);
    }
    return true;
}

const Node *lower(NodePool *pool, const SyntaxTree *tree, const char *text,
                  const Scope *scope, const Binding *bindings, Span *fault,
                  GError **error)
{
    size_t count = 0;
    while (bindings && bindings[count].name)
        count++;
    g_autofree bool *bound = g_new0(bool, count + 1);
    g_autoptr(GHashTable) templates = g_hash_table_new(NULL, NULL);
    g_autoptr(GPtrArray) active = g_ptr_array_new();
    Lowering shared = {.pool = pool, .templates = templates, .active = active};
    Body body = {.shared = &shared,
                 .tree = tree,
                 .text = text,
                 .scope = scope,
                 .bindings = bindings,
                 .bound = bound,
                 .fault = fault,
                 .error = error};
    const Node *node = lower_body(&body);
    return node && check_bindings(&body) ? node : NULL;
}
