/* rewrite.c - the table of rules and how they are applied. */
#include "formula/rewrite.h"

#include "formula/operation.h"
#include "formula/pattern.h"
#include "formula/rewrite_form.h"

#include <glib.h>

/* The first rule that fits is taken. Each pattern is in the form that the rules above
 * it make of its parts; so 1/(1 + exp(-u)) needs no rule of its own. */
static const struct {
    const char *pattern, *result;
} table[] = {
    /* exponentials near 1 */
    {"exp(-(u*u))", "gauss(u)"},
    {"exp(-0.5*(u*u))", "sqrt(2*pi)*normal_pdf(u)"},
    {"gauss(u) - 1", "expm1(-(u*u))"},
    {"1 - gauss(u)", "-expm1(-(u*u))"},
    {"exp(u) - 1", "expm1(u)"},
    {"1 - exp(u)", "-expm1(u)"},
    {"exp(u) - exp(-u)", "2*sinh(u)"},
    {"exp(u) + exp(-u)", "2*cosh(u)"},
    {"expm1(u) + 1", "exp(u)"},

    /* the logistic function and its relatives */
    {"exp(u)/((1 + exp(u))*(1 + exp(u)))", "logistic_1(u)"},
    {"expm1(u)/(1 + exp(u))", "tanh(0.5*u)"},
    {"(w*exp(u))/(1 + exp(u))", "w*logistic(u)"},
    {"w/(1 + exp(u))", "w*logistic(-u)"},
    {"exp(u)*logistic(-u)", "logistic(u)"},
    {"logistic(u)*logistic(-u)", "logistic_1(u)"},
    {"1 - logistic(u)", "logistic(-u)"},
    {"2*logistic(u) - 1", "tanh(0.5*u)"},
    {"1 - 2*logistic(u)", "-tanh(0.5*u)"},
    {"logistic(u) - logistic(-u)", "tanh(0.5*u)"},
    {"log(1 + exp(u))", "softplus(u)"},
    {"log1p(exp(u))", "softplus(u)"},
    {"log(logistic(u))", "log_logistic(u)"},
    {"-softplus(-u)", "log_logistic(u)"},
    {"-log_logistic(-u)", "softplus(u)"},
    {"softplus(u) - u", "softplus(-u)"},
    {"u - softplus(u)", "log_logistic(u)"},
    {"exp(log_logistic(u))", "logistic(u)"},
    {"log(1 + u)", "log1p(u)"},
    {"log(1 - u)", "log1p(-u)"},

    /* square roots */
    {"sqrt(u*u + k)", "sqrt(k)*root(u/sqrt(k))"},
    {"sqrt(k*(u*u) + 1)", "root(sqrt(k)*u)"},
    {"u + 2*root(0.5*u)", "2*root_plus(0.5*u)"},
    {"u + k*root(u/k)", "k*root_plus(u/k)"},
    {"u/root(k*u)", "ratio(k*u)/k"},
    {"1/(root(u)*root(u)*root(u))", "ratio_1(u)"},

    /* exponentials of exponentials */
    {"exp(u)*exp(-exp(u))", "gumbel(u)"},
    {"cos((pi/2)*logistic(u))", "sin((pi/2)*logistic(-u))"},
    {"softplus(k*u) - softplus(k*(u - 1))", "soft_clip(u, k)"},
    {"softplus(u) - softplus(u - 1)", "soft_clip(u, 1)"},

    /* hyperbolic functions */
    {"(2*sinh(u))/(2*cosh(u))", "tanh(u)"},
    {"sinh(u)/cosh(u)", "tanh(u)"},
    {"1 - tanh(u)*tanh(u)", "sech2(u)"},
    {"1/(cosh(u)*cosh(u))", "sech2(u)"},
    {"1 + tanh(u)", "2*logistic(2*u)"},
    {"1 - tanh(u)", "2*logistic(-2*u)"},
    {"tanh(u) - 1", "-2*logistic(-2*u)"},

    /* the error function and the normal distribution */
    {"1 + erf(u)", "erfc(-u)"},
    {"1 - erf(u)", "erfc(u)"},
    {"erf(u) - 1", "-erfc(u)"},
    {"1 - erfc(u)", "erf(u)"},
    {"2 - erfc(u)", "erfc(-u)"},
    {"erfc(u/sqrt(2))", "2*normal_cdf(-u)"},
    {"erfc(sqrt(0.5)*u)", "2*normal_cdf(-u)"},
    {"erfc(-u/sqrt(2))", "2*normal_cdf(u)"},
    {"erfc(-sqrt(0.5)*u)", "2*normal_cdf(u)"},
    {"1 - normal_cdf(u)", "normal_cdf(-u)"},
    {"(sqrt(2*pi)*u)/sqrt(2*pi)", "u"},
    {"(1/sqrt(2*pi))*(sqrt(2*pi)*u)", "u"},
    {"sqrt(pi/2)*(sqrt(2/pi)*u)", "u"},

    {"u + (u - v)", "2*u - v"},
    {"k*(u/k)", "u"},
    {"(k*u)/k", "u"},

    /* gates */
    {"u*logistic(u)", "x_logistic(u)"},
    {"u*logistic(-u)", "-x_logistic(-u)"},
    {"u*logistic(k*u)", "x_logistic_affine(u, k, 0)"},
    {"u*logistic(-(k*u))", "x_logistic_affine(u, -k, 0)"},
    {"u*logistic(u/k)", "k*x_logistic(u/k)"},
    {"x_logistic_1(k*u)", "x_logistic_affine_1(u, k, 0)"},
    {"x_logistic_2(k*u)", "x_logistic_affine_2(u, k, 0)"},
    {"(u*exp(u))/(exp(u) + k)", "x_logistic_affine(u, 1, log(k))"},
    {"sech2(k*u)", "sech2_scaled(u, k)"},
    {"u*normal_cdf(u)", "x_normal_cdf(u)"},
    {"u*normal_cdf(-u)", "-x_normal_cdf(-u)"},
    {"u*tanh(softplus(u))", "x_tanh_softplus(u)"},
    {"u*tanh(softplus(-u))", "-x_tanh_softplus(-u)"},
    {"logistic(u) + u*logistic_1(u)", "x_logistic_1(u)"},
    {"logistic(u) + x_logistic(u)*logistic(-u)", "x_logistic_1(u)"},
    {"x_logistic(u) + logistic(u)*(1 - x_logistic(u))", "x_logistic_1(u)"},
};

typedef struct {
    const Node *pattern, *result;
} Rule;

/* Made once, then only read. It keeps the pool, so that the nodes stay reachable as
 * long as the program runs. */
typedef struct {
    NodePool *pool;
    GArray *rules; /* Rule */
} RuleTable;

static const RuleTable *rule_table;

/* The rules so far, in the thread that makes them. */
static _Thread_local GArray *rules_in_making;

/* Whether only numbers and symbols are operated on: no rule is about these, and plain
 * formulas need not wait for the table to be made. */
static bool is_flat(const Operation *operation, const Node *const argument[])
{
    for (int i = 0; i < operation->arity; i++)
        if (argument[i]->operation)
            return false;
    return true;
}

/* Whether a rule begins with that operation. Figures of straight lines never ask for
 * the table, whose making is a quarter of what they compute. */
static bool begins_rule(const Operation *operation, const Node *const argument[])
{
    static const Operation *const roots[] = {
        &operation_add,    &operation_subtract,     &operation_multiply,
        &operation_divide, &operation_negate,       &operation_exp,
        &operation_log,    &operation_log1p,        &operation_sqrt,
        &operation_cos,    &operation_tanh,         &operation_erfc,
        &operation_sech2,  &operation_x_logistic_1, &operation_x_logistic_2,
    };
    if (operation == &operation_select)
        return argument[0]->operation == &operation_equal;
    for (size_t i = 0; i < G_N_ELEMENTS(roots); i++)
        if (roots[i] == operation)
            return true;
    return false;
}

static void add_rule(const Node *pattern, const Node *result)
{
    const Rule rule = {pattern, result};
    g_assert(!is_flat(pattern->operation, pattern->argument));
    g_assert(begins_rule(pattern->operation, pattern->argument));
    g_array_append_val(rules_in_making, rule);
}

/* The expansion of an operation at u, or at -u, becomes the operation again. */
static void add_expansion(NodePool *pool, const Operation *operation, bool minus)
{
    bool before = node_pool_set_rewriting(pool, false);
    const Node *u = node_symbol(pool, "u");
    if (minus)
        u = node_apply(pool, &operation_negate, u, NULL, NULL);
    const Node *result = node_apply(pool, operation, u, NULL, NULL);
    node_pool_set_rewriting(pool, before);
    if (result->operation != operation || result->argument[0] != u)
        return; /* odd or even: it needs no rule for -u */
    const Node *expansion = operation->expand(pool, result);
    if (expansion->operation == &operation_negate) {
        expansion = expansion->argument[0];
        result = node_apply(pool, &operation_negate, result, NULL, NULL);
    }
    add_rule(pattern_from_node(pool, expansion), result);
}

static GArray *make_rules(NodePool *pool)
{
    rules_in_making = g_array_new(FALSE, FALSE, sizeof(Rule));
    for (size_t i = 0; i < G_N_ELEMENTS(table); i++)
        add_rule(pattern_new(pool, table[i].pattern),
                 pattern_new(pool, table[i].result));
    for (const Operation *const *i = operations; *i; i++) {
        if (!(*i)->expand || (*i)->arity > 1)
            continue; /* those with constants have rules of their own */
        add_expansion(pool, *i, false);
        add_expansion(pool, *i, true);
    }
    return g_steal_pointer(&rules_in_making);
}

static const GArray *get_rules(void)
{
    if (rules_in_making)
        return rules_in_making;
    static gsize made;
    if (g_once_init_enter(&made)) {
        RuleTable *fresh = g_new0(RuleTable, 1);
        fresh->pool = node_pool_new();
        fresh->rules = make_rules(fresh->pool);
        rule_table = fresh;
        g_once_init_leave(&made, 1);
    }
    return rule_table->rules;
}

static const Node *apply_rules(NodePool *pool, const Operation *operation,
                               const Node *const argument[])
{
    if (!begins_rule(operation, argument))
        return NULL;
    const GArray *all = get_rules();
    for (guint i = 0; i < all->len; i++) {
        const Rule *rule = &g_array_index(all, Rule, i);
        Filling filling = {0};
        if (rule->pattern->operation == operation &&
            pattern_match_operation(pool, rule->pattern, operation, argument, &filling))
            return pattern_fill(pool, rule->result, &filling);
    }
    return NULL;
}

static const Node *match_product(NodePool *pool, const Node *a, const Node *b)
{
    const Node *found = rewrite_gelu_tanh(pool, a, b);
    if (!found)
        found = rewrite_gelu_tanh(pool, b, a);
    if (!found)
        found = apply_rules(pool, &operation_multiply, (const Node *[]){a, b});
    return found;
}

/* A product as numbers and other factors. */
enum { MAX_FACTORS = 8 };
typedef struct {
    double above, below; /* the numbers */
    const Node *factor[MAX_FACTORS];
    int count;
} Product;

/* Adds node's factors; false: they are too many, or too deep in it. */
static bool flatten(const Node *node, int depth, Product *product)
{
    if (depth == 0)
        return false;
    if (node_is_constant(node)) {
        product->above *= node->value;
        return true;
    }
    if (node->operation == &operation_multiply)
        return flatten(node->argument[0], depth - 1, product) &&
               flatten(node->argument[1], depth - 1, product);
    if (node->operation == &operation_divide && node_is_constant(node->argument[1])) {
        product->below *= node->argument[1]->value;
        return flatten(node->argument[0], depth - 1, product);
    }
    if (product->count == MAX_FACTORS)
        return false;
    product->factor[product->count++] = node;
    return true;
}

static const Node *rebuild(NodePool *pool, const Product *product, int i, int j,
                           const Node *node)
{
    for (int k = 0; k < product->count; k++)
        if (k != i && k != j)
            node =
                node_apply(pool, &operation_multiply, node, product->factor[k], NULL);
    if (product->below == 1 || product->above != 1)
        return node_apply(pool, &operation_multiply,
                          node_constant(pool, product->above / product->below), node,
                          NULL);
    return node_apply(pool, &operation_divide, node,
                      node_constant(pool, product->below), NULL);
}

/* 0.5*x*(...) and (...)*x/2 hold the same pair of factors. Products in which no pair
 * fits a rule are left as they are. */
static const Node *rewrite_product(NodePool *pool, const Node *a, const Node *b)
{
    const Node *found = match_product(pool, a, b);
    if (found)
        return found;
    Product product = {.above = 1, .below = 1};
    if (!flatten(a, 2 * MAX_FACTORS, &product))
        return NULL;
    int border = product.count; /* pairs within a have been tried before */
    if (!flatten(b, 2 * MAX_FACTORS, &product))
        return NULL;
    for (int i = 0; i < border; i++)
        for (int j = border; j < product.count; j++) {
            found = match_product(pool, product.factor[i], product.factor[j]);
            if (found)
                return rebuild(pool, &product, i, j, found);
        }
    return NULL;
}

const Node *rewrite(NodePool *pool, const Operation *operation,
                    const Node *const argument[])
{
    if (is_flat(operation, argument))
        return NULL;
    if (operation == &operation_multiply)
        return rewrite_product(pool, argument[0], argument[1]);
    if (operation == &operation_divide) {
        const Node *found = rewrite_soft_root(pool, argument[0], argument[1]);
        if (found)
            return found;
    }
    const Node *normal = rewrite_normal(pool, operation, argument[0]);
    if (normal)
        return normal;
    return apply_rules(pool, operation, argument);
}
