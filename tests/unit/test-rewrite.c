/* test-rewrite.c - forms that must become one node, and what is printed reads back. */
#include "formula/formula.h"
#include "formula/operation.h"
#include "formula/tape.h"

#include <math.h>
#include <string.h>

static Formula *parse(const char *text)
{
    g_autoptr(GError) error = NULL;
    Formula *formula = formula_new(text, NULL, NULL, NULL, &error);
    g_assert_no_error(error);
    return formula;
}

/* max(a, a) is a: so two forms are shown to be one node of one pool. */
static void assert_same(const char *one, const char *other)
{
    g_autofree char *text = g_strdup_printf("max(floor(%s), floor(%s))", one, other);
    g_autoptr(Formula) formula = parse(text);
    const Node *root = formula->root;
    if (root->operation && !strcmp(root->operation->name, "floor"))
        return;
    g_autoptr(Formula) first = parse(one), second = parse(other);
    if (node_is_constant(first->root) &&
        node_is_value(second->root, first->root->value))
        return;
    g_autofree char *first_text = formula_print(first);
    g_autofree char *second_text = formula_print(second);
    g_test_message("%s and %s are two: %s, %s", one, other, first_text, second_text);
    g_test_fail();
}

static void test_identities(void)
{
    static const char *const same[][2] = {
        {"x + 0", "x"},
        {"1*x", "x"},
        {"x^1", "x"},
        {"--x", "x"},
        {"x + -3", "x - 3"},
        {"x - -x*2", "x + 2*x"},
        {"x*exp(x)", "exp(x)*x"},
        {"x^2", "x*x"},
        {"x/2", "0.5*x"},
        {"2*(3*x)", "6*x"},
        {"e^x", "exp(x)"},
        {"1 > 2 ? log(x) : x", "x"},
        {"x > 0 ? x : x", "x"},
        {"1/(1 + exp(-x))", "logistic(x)"},
        {"1/(exp(-x) + 1)", "logistic(x)"},
        {"(1 + e^-x)^-1", "logistic(x)"},
        {"exp(x)/(1 + exp(x))", "logistic(x)"},
        {"exp(x)/(exp(x) + 1)^2", "logistic(x)'"},
        {"logistic(x)*(1 - logistic(x))", "logistic(x)'"},
        {"1 - logistic(x)", "logistic(-x)"},
        {"0.5*(1 + tanh(x/2))", "logistic(x)"},
        {"(1 + tanh(0.5*x))/2", "logistic(x)"},
        {"2*logistic(2*x) - 1", "tanh(x)"},
        {"2/(1 + exp(-2*x)) - 1", "tanh(x)"},
        {"(exp(x) - exp(-x))/(exp(x) + exp(-x))", "tanh(x)"},
        {"(exp(2*x) - 1)/(exp(2*x) + 1)", "tanh(x)"},
        {"(1 - exp(-2*x))/(1 + exp(-2*x))", "tanh(x)"},
        {"1 - tanh(x)^2", "tanh(x)'"},
        {"1 - tanh(x)*tanh(x)", "sech2(x)"},
        {"1/cosh(x)^2", "sech2(x)"},
        {"exp(x) - 1", "expm1(x)"},
        {"1 - exp(x)", "-expm1(x)"},
        {"log(1 + x)", "log1p(x)"},
        {"log(x + 1)", "log1p(x)"},
        {"log(1 + exp(x))", "softplus(x)"},
        {"log1p(exp(x))", "softplus(x)"},
        {"softplus(x)'", "logistic(x)"},
        {"log(1/(1 + exp(-x)))", "log_logistic(x)"},
        {"-log(1 + exp(-x))", "log_logistic(x)"},
        {"1 + erf(x)", "erfc(-x)"},
        {"0.5*(1 + erf(x/sqrt(2)))", "normal_cdf(x)"},
        {"(1 + erf(x*sqrt(0.5)))/2", "normal_cdf(x)"},
        {"0.5*erfc(-x/sqrt(2))", "normal_cdf(x)"},
        {"0.5*(1 - erf(x/2^0.5))", "normal_cdf(-x)"},
        {"exp(-x^2/2)/sqrt(2*pi)", "normal_pdf(x)"},
        {"1/sqrt(2*pi)*exp(-x^2/2)", "normal_pdf(x)"},
        {"exp(-0.5*x^2)/sqrt(2*pi)", "normal_pdf(x)"},
        {"normal_cdf(x)'", "normal_pdf(x)"},
        {"2/sqrt(pi)*exp(-x^2)", "erf(x)'"},
        {"x/(1 + exp(-x))", "x*logistic(x)"},
        {"x*exp(x)/(1 + exp(x))", "x*logistic(x)"},
        {"x/(1 + exp(-1.5*x))", "x*logistic(1.5*x)"},
        {"0.5*x*(1 + erf(x/sqrt(2)))", "x*normal_cdf(x)"},
        {"x*0.5*(1 + erf(x/sqrt(2)))", "x*normal_cdf(x)"},
        {"x/2*(1 + erf(x/sqrt(2)))", "x*normal_cdf(x)"},
        {"x*(1 + erf(x/sqrt(2)))/2", "x*normal_cdf(x)"},
        {"0.5*x*erfc(-x/sqrt(2))", "x*normal_cdf(x)"},
        {"normal_cdf(x) + x*normal_pdf(x)", "(x*normal_cdf(x))'"},
        {"x*tanh(log1p(exp(x)))", "x*tanh(softplus(x))"},
        {"x*tanh(log(1 + e^x))", "x*tanh(softplus(x))"},
        {"tanh(softplus(x)) + x*logistic(x)*(1 - tanh(softplus(x))^2)",
         "(x*tanh(softplus(x)))'"},
        {"logistic(x)*(1 + x*(1 - logistic(x)))", "(x*logistic(x))'"},
        {"logistic(x) + x*logistic(x)*(1 - logistic(x))", "(x*logistic(x))'"},
        {"x*logistic(x) + logistic(x)*(1 - x*logistic(x))", "(x*logistic(x))'"},
        {"0.5*x*(1 + tanh(sqrt(2/pi)*(x + 0.044715*x^3)))",
         "x*logistic(2*sqrt(2/pi)*(x + 0.044715*x^3))"},
        {"x*0.5*(1 + tanh(sqrt(2/pi)*(x + 0.044715*x*x*x)))",
         "x*logistic(2*sqrt(2/pi)*(x + 0.044715*x^3))"},
        {"0.5*x*(1 + tanh(sqrt(2/pi)*x*(1 + 0.044715*x^2)))",
         "x*logistic(2*sqrt(2/pi)*(x + 0.044715*x^3))"},
        {"tanh(-2*x)", "-tanh(2*x)"},
        {"(2*x)*logistic(2*x)", "2*x/(1 + exp(-2*x))"},
        {"(-x)*logistic(-x)", "-x/(1 + exp(x))"},
        {"(3*x)*logistic(3*x)", "3*x*logistic(3*x)"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(same); i++)
        assert_same(same[i][0], same[i][1]);
}

static void assert_reads_back(const char *text)
{
    g_autoptr(Formula) formula = parse(text);
    g_autofree char *printed = formula_print(formula);
    g_assert_nonnull(printed);
    assert_same(text, printed);
}

static void test_reads_back(void)
{
    static const char *const bases[] = {
        "exp(-@^2)",
        "@/(1 + abs(@))",
        "logistic(@)",
        "@*logistic(@)",
        "@*normal_cdf(@)",
        "@*tanh(softplus(@))",
        "0.5*@*(1 + tanh(sqrt(2/pi)*(@ + 0.044715*@^3)))",
        "@*logistic(1.7*@)",
        "erf(@)",
        "tanh(@)^2*sin(@)/cosh(@)",
        "@ > 0 ? log(@) : max(@, -1, @^3)",
        "@^@",
        "2^(@ - 1)",
        "(2^@)^@",
        "(-2)^@ + (@^2)^3^@",
        "1/0 + @ - 0/0*@ + @^(-1/0)",
        "!(@ > 1 && @ < 2 || @ == 3) ? @ : -@",
        "@ - (@ - 1) - (1 - @)/(@/2)/@",
        "1e-300*@ + 1e300 - 0.1",
        "abs(floor(@) - cbrt(@)) - sign(@)",
        "@ - tanh@",
        "log(cosh@)",
        "sqrt(@^2 + 1)",
        "@ + sqrt(@^2 + 1)",
        "@*exp(-@^2)",
        "exp(@ - exp@)",
        "@*tanh(exp@)",
        "@*erf(softplus@)",
        "@*tanh(@*normal_cdf@)",
        "@*logistic(1.702*@)",
        "sech2(0.7*@)",
        "@/(1 - @*exp(-(@ + exp@)))",
    };
    static const char *const inner[] = {"x",   "2*x",    "-x",   "3*x",
                                        "x/3", "sin(x)", "1 - x"};
    for (size_t i = 0; i < G_N_ELEMENTS(bases); i++)
        for (size_t k = 0; k < G_N_ELEMENTS(inner); k++) {
            g_auto(GStrv) parts = g_strsplit(bases[i], "@", -1);
            g_autofree char *wrapped = g_strdup_printf("(%s)", inner[k]);
            g_autofree char *composed = g_strjoinv(wrapped, parts);
            const char *const primes[] = {"", "'", "''", "'''"};
            for (int order = 0; order < 4; order++) {
                g_autofree char *text =
                    g_strdup_printf("(%s)%s", composed, primes[order]);
                assert_reads_back(text);
            }
        }
}

/* Every record is whole: what code takes for granted of operations is there. */
static void test_records(void)
{
    bool hidden = false;
    for (const Operation *const *i = operations; *i; i++) {
        const Operation *operation = *i;
        g_test_message("%s", operation->name);
        g_assert_true(operation->help && operation->evaluate &&
                      operation->differentiate);
        g_assert_cmpint(operation->arity, >=, 1);
        g_assert_cmpint(operation->arity, <=, NODE_ARGUMENTS);
        g_assert_true(operation->enclose || operation->expand);
        g_assert_cmpint(operation->critical != CRITICAL_NONE, ==,
                        operation->critical_node != NULL);
        g_assert_true(operation->signature || operation->expand);
        g_assert_false(hidden && operation->signature); /* the hidden come last */
        hidden = !operation->signature;
    }
}

/* What an operation expands to is the same function, far from its tails. */
static void test_expansions(void)
{
    static const double places[] = {-2.3, -0.7, 0.4, 1.9};
    for (const Operation *const *i = operations; *i; i++) {
        if (!(*i)->expand)
            continue;
        g_autoptr(Formula) formula = parse("x");
        const Node *x = formula->root;
        const Node *second =
            (*i)->arity > 1 ? node_constant(formula->pool, 1.75) : NULL;
        const Node *third = (*i)->arity > 2 ? node_constant(formula->pool, 1.25) : NULL;
        const Node *node = node_apply(formula->pool, *i, x, second, third);
        const Node *both[] = {node, (*i)->expand(formula->pool, node)};
        g_assert_true(both[0] != both[1]);
        g_autoptr(Tape) tape = tape_new_nodes(formula->pool, both, 2);
        for (size_t k = 0; k < G_N_ELEMENTS(places); k++) {
            double value[2];
            tape_evaluate_at(tape, places[k], value);
            if (fabs(value[0] - value[1]) <= 1e-14)
                continue;
            g_test_message("%s at %g: %.17g, expanded %.17g", (*i)->name, places[k],
                           value[0], value[1]);
            g_test_fail();
        }
    }
}

static gpointer make_formulas(gpointer data)
{
    (void)data;
    for (int i = 0; i < 50; i++) {
        g_autoptr(Formula) formula = parse("(x/(1 + exp(-x)))' + log(1 + exp(x))");
        g_autoptr(Formula) slope = formula_derivative(formula);
        g_assert_true(node_depends(slope->root, "x"));
    }
    return NULL;
}

/* The rules are made by whichever thread comes first. */
static void test_threads(void)
{
    GThread *threads[4];
    for (int i = 0; i < 4; i++)
        threads[i] = g_thread_new(NULL, make_formulas, NULL);
    for (int i = 0; i < 4; i++)
        g_thread_join(threads[i]);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/rewrite/threads", test_threads);
    g_test_add_func("/rewrite/records", test_records);
    g_test_add_func("/rewrite/expansions", test_expansions);
    g_test_add_func("/rewrite/identities", test_identities);
    g_test_add_func("/rewrite/reads-back", test_reads_back);
    return g_test_run();
}
