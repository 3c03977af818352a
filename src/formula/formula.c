/* formula.c - from text to a graph of nodes, and its derivative. */
#include "formula/formula.h"

#include "formula/lower.h"
#include "formula/parser.h"
#include "formula/respell.h"

static Formula *make(const char *text, const Scope *scope, const Binding *bindings,
                     LowerSymbols symbols, Span *fault, GError **error)
{
    g_autoptr(SyntaxTree) tree = parser_parse(text, fault, error);
    if (!tree)
        return NULL;
    NodePool *pool = node_pool_new();
    node_pool_set_limit(pool, FORMULA_MAX_NODES);
    const Node *root = lower(pool, tree, text, scope, bindings, symbols, fault, error);
    if (!root) {
        node_pool_unref(pool);
        return NULL;
    }
    node_pool_set_limit(pool, G_MAXUINT); /* derivatives may need more */
    Formula *formula = g_new0(Formula, 1);
    formula->pool = pool;
    formula->root = root;
    formula->text = g_strdup(text);
    return formula;
}

static Formula *make_or_hint(const char *text, const Scope *scope,
                             const Binding *bindings, LowerSymbols symbols, Span *fault,
                             GError **error)
{
    Span place = {0};
    Formula *formula = make(text, scope, bindings, symbols, &place, error);
    if (!formula && fault)
        *fault = place;
    if (!formula)
        formula_respell_hint(text, scope, place, error);
    return formula;
}

Formula *formula_new(const char *text, const Scope *scope, const Binding *bindings,
                     Span *fault, GError **error)
{
    return make_or_hint(text, scope, bindings, (LowerSymbols){.plane = false}, fault,
                        error);
}

Formula *formula_new_plane(const char *text, const Scope *scope,
                           const Binding *bindings, Span *fault, GError **error)
{
    return make_or_hint(text, scope, bindings, (LowerSymbols){.plane = true}, fault,
                        error);
}

Formula *formula_new_open(const char *text, const Scope *scope, const Binding *bindings,
                          GArray *parameters, GError **error)
{
    return make(text, scope, bindings, (LowerSymbols){.opened = parameters}, NULL,
                error);
}

void formula_free(Formula *formula)
{
    if (!formula)
        return;
    node_pool_unref(formula->pool);
    g_free(formula->text);
    g_free(formula);
}

Formula *formula_copy(const Formula *formula)
{
    Formula *copy = g_new(Formula, 1);
    copy->pool = node_pool_ref(formula->pool);
    copy->root = formula->root;
    copy->text = g_strdup(formula->text);
    return copy;
}

Formula *formula_derivative(const Formula *formula)
{
    Formula *derivative = g_new0(Formula, 1);
    derivative->pool = node_pool_ref(formula->pool);
    derivative->root = node_derivative(formula->pool, formula->root, "x");
    derivative->text = g_strdup_printf("(%s)'", formula->text);
    return derivative;
}
