/* test-formula.c - the language: precedence, names, derivatives, errors, limits. */
#include "formula/formula.h"
#include "formula/tape.h"

#include <math.h>
#include <string.h>

static const Parameter alpha[] = {{.name = "alpha",
                                   .symbol = "α",
                                   .value = 0.25,
                                   .minimum = -INFINITY,
                                   .maximum = INFINITY},
                                  {.name = NULL}};
static const Parameter elu_alpha[] = {{.name = "alpha",
                                       .symbol = "α",
                                       .value = 1,
                                       .minimum = 0,
                                       .maximum = 10,
                                       .minimum_open = true},
                                      {.name = NULL}};
static const Parameter beta[] = {{.name = "beta",
                                  .symbol = "β",
                                  .value = 1,
                                  .minimum = -INFINITY,
                                  .maximum = INFINITY},
                                 {.name = NULL}};
static const char *const silu_aliases[] = {"swish_1", NULL};

static const Definition definitions[] = {
    {.key = "relu", .label = "ReLU", .formula = "max(0, x)"},
    {.key = "prelu",
     .label = "PReLU",
     .parameters = alpha,
     .formula = "x > 0 ? x : alpha*x"},
    {.key = "elu",
     .label = "ELU",
     .parameters = elu_alpha,
     .formula = "x > 0 ? x : alpha*(exp(x) - 1)"},
    {.key = "swish",
     .label = "Swish",
     .parameters = beta,
     .formula = "x*logistic(beta*x)"},
    {.key = "silu", .label = "SiLU", .aliases = silu_aliases, .formula = "swish(x)"},
    {.key = "gelu", .label = "GELU", .formula = "x*normal_cdf(x)"},
    {.key = "mish", .label = "Mish", .formula = "x*tanh(softplus(x))"},
    {.key = "tanh", .label = "tanh", .formula = "tanh(x)"},
    {.key = "softplus",
     .label = "Softplus",
     .parameters = beta,
     .formula = "softplus(beta*x)/beta"},
    {.key = "softrelu",
     .label = "SoftReLU",
     .parameters = beta,
     .formula = "log1p(exp(beta*x))/beta"},
    {.key = "placed",
     .label = "Placed (β = {beta})",
     .parameters = beta,
     .formula = "log1p(exp(beta*x))/beta"},
    {.key = "loop", .label = "Loop", .formula = "1 + ring(x)"},
    {.key = "ring", .label = "Ring", .formula = "2*loop(x)"},
    {.key = "faulty", .label = "Faulty", .formula = "1 + nonsense(x)"},
};

static const Definition *find(const Scope *scope, const char *name)
{
    (void)scope;
    for (size_t i = 0; i < G_N_ELEMENTS(definitions); i++)
        if (!strcmp(definitions[i].key, name))
            return &definitions[i];
    return NULL;
}

static void each(const Scope *scope, void (*visit)(const char *name, void *data),
                 void *data)
{
    (void)scope;
    for (size_t i = 0; i < G_N_ELEMENTS(definitions); i++)
        visit(definitions[i].key, data);
}

static const Scope scope = {.find = find, .each = each};

static double value_of(const char *text, const Binding *bindings, double x)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Formula) formula = formula_new(text, &scope, bindings, NULL, &error);
    g_assert_no_error(error);
    g_autoptr(Tape) tape = tape_new(formula, 0);
    double result;
    tape_evaluate_at(tape, x, &result);
    return result;
}

static void assert_close(const char *text, double x, double result, double wanted)
{
    if (result == wanted || (isnan(result) && isnan(wanted)))
        return;
    if (fabs(result - wanted) <= 4 * DBL_EPSILON * fabs(wanted))
        return;
    g_test_message("%s at %.17g: %.17g, not %.17g", text, x, result, wanted);
    g_test_fail();
}

static void test_values(void)
{
    static const struct {
        const char *text;
        double x, value;
    } cases[] = {
        {"2^3^2", 0, 512},
        {"-x^2", 3, -9},
        {"(-x)^2", 3, 9},
        {"2^-1", 0, 0.5},
        {"2^-x^2", 2, 0.0625},
        {"x > 0 ? 1 : x > -1 ? 2 : 3", 1, 1},
        {"x > 0 ? 1 : x > -1 ? 2 : 3", 0, 2},
        {"x > 0 ? 1 : x > -1 ? 2 : 3", -2, 3},
        {"x > 0 ? x > 1 ? 1 : 2 : 3", 0.5, 2},
        {"1 - 2 - 3", 0, -4},
        {"16/4/2", 0, 2},
        {"1 + 2*3", 0, 7},
        {"-2*-3", 0, 6},
        {"2 + -3", 0, -1},
        {"- - 3", 0, 3},
        {"+3", 0, 3},
        {"1 < 2 && 3 < 2 || 1", 0, 1},
        {"!x", 0, 1},
        {"!x > 0", 5, 0},
        {"x && 1", 2, 1},
        {"x ? 5 : 6", -1, 5},
        {".5 + 5. + 1e-3", 0, 5.501},
        {"1e3", 0, 1000},
        {"max(1, 2, x, 3)", 7, 7},
        {"min(1, 2, x, 3)", -7, -7},
        {"clip(x, -1, 1)", 3, 1},
        {"clip(x, -1, 1)", -3, -1},
        {"relu(sin(3*x))", -0.1, 0},
        {"relu", 2, 2},
        {"relu()", 2, 2},
        {"prelu", -2, -0.5},
        {"prelu(alpha=0.1)", -2, -0.2},
        {"prelu(2*x, alpha=0.1)", -2, -0.4},
        {"prelu(α=0.1)", -2, -0.2},
        {"prelu(alpha=x)", -2, 4},
        {"x²·2 − 1", 3, 17},
        {"x³ × π ÷ π", 2, 8},
        {"gelu(x) == x*normal_cdf(x)", 1.25, 1},
        {"e^x == exp(x)", 1.25, 1},
        {"pi", 0, G_PI},
        {"x <= 2", 2, 1},
        {"x ≤ 2", 3, 0},
        {"x != 2", 2, 0},
        {"floor(x)", -0.5, -1},
        /* derivatives */
        {"relu'", 0, 0},
        {"relu'", 1, 1},
        {"min(6, max(0, x))'", 6, 0},
        {"min(6, max(0, x))'", 3, 1},
        {"abs(x)'", 0, 0},
        {"abs'", -3, -1},
        {"(x^2)'", 3, 6},
        {"(x^3)'", 3, 27},
        {"(x^3)''", 3, 18},
        {"(x^5)'''", 2, 240},
        {"x^2'", 3, 1},
        {"(x^0.5)'", 4, 0.25},
        {"(2^x)'", 3, 5.545177444479562475},
        {"(x^x)'", 2, 6.7725887222397812377},
        {"tanh'", 0, 1},
        {"sin'(2*x)", 0, 1},
        {"sin(2*x)'", 0, 2},
        {"sin''(x)", G_PI / 2, -1},
        {"sin″", G_PI / 2, -1},
        {"prelu(alpha=0.1)'", -2, 0.1},
        {"prelu'(-3)", 5, 0.25},
        {"diff(prelu, alpha)", -2, -2},
        {"diff(prelu, alpha)", 2, 0},
        {"diff(x^2, x)", 3, 6},
        {"diff(elu, alpha)", -1, -0.63212055882855767840},
        {"diff(elu(alpha=2)', alpha)", -1, 0.36787944117144232160},
        {"diff(diff(swish, beta), beta)", 0, 0},
        {"diff(prelu(2*x), alpha) + x", -2, -6},
        {"diff(prelu + prelu(alpha=3), alpha)", -2, -4},
        {"x > 0 ? log(x) : 0", -1, 0},
        {"(x > 0 ? log(x) : 0)'", -1, 0},
        {"x'", 5, 1},
        {"3'", 5, 0},
        {"floor'", 5, 0},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        assert_close(cases[i].text, cases[i].x,
                     value_of(cases[i].text, NULL, cases[i].x), cases[i].value);
}

static void test_labels(void)
{
    static const Binding half[] = {{"alpha", 0.5}, {NULL, 0}};
    static const struct {
        const char *text;
        const Binding *bindings;
        const char *plain, *pango, *latex, *gnuplot;
    } cases[] = {
        {"prelu", NULL, "PReLU", "PReLU", "PReLU", "PReLU"},
        {"prelu(alpha=0.25)", NULL, "PReLU (α=0.25)", "PReLU (α=0.25)",
         "PReLU ($\\alpha=0.25$)", "PReLU (α=0.25)"},
        {"prelu(alpha=0.1)", NULL, "PReLU (α=0.1)", "PReLU (α=0.1)",
         "PReLU ($\\alpha=0.1$)", "PReLU (α=0.1)"},
        {"prelu", half, "PReLU (α=0.5)", "PReLU (α=0.5)", "PReLU ($\\alpha=0.5$)",
         "PReLU (α=0.5)"},
        {"prelu(alpha=-1)'", NULL, "PReLU′ (α=−1)", "PReLU′ (α=−1)",
         "PReLU$'$ ($\\alpha=-1$)", "PReLU′ (α=−1)"},
        {"gelu'", NULL, "GELU′", "GELU′", "GELU$'$", "GELU′"},
        {"gelu''''", NULL, "GELU⁽⁴⁾", "GELU<sup>(4)</sup>", "GELU$^{(4)}$",
         "GELU^{(4)}"},
        {"diff(prelu, alpha)", NULL, "∂PReLU/∂α", "∂PReLU/∂α",
         "$\\frac{\\partial \\mathrm{PReLU}}{\\partial \\alpha}$", "∂PReLU/∂α"},
        {"diff(prelu, alpha)", half, "∂PReLU/∂α (α=0.5)", "∂PReLU/∂α (α=0.5)",
         "$\\frac{\\partial \\mathrm{PReLU}}{\\partial \\alpha}$ ($\\alpha=0.5$)",
         "∂PReLU/∂α (α=0.5)"},
        {"x*tanh(softplus(x))", NULL, "x·tanh(softplus(x))", "x·tanh(softplus(x))",
         "$x\\,\\tanh\\left(\\mathrm{softplus}\\left(x\\right)\\right)$",
         "x·tanh(softplus(x))"},
        {"relu(sin(3*x))", NULL, "ReLU(sin(3x))", "ReLU(sin(3x))",
         "$\\mathrm{ReLU}\\left(\\sin\\left(3x\\right)\\right)$", "ReLU(sin(3x))"},
        {"x^2 - 1", NULL, "x² − 1", "x<sup>2</sup> − 1", "$x^{2} - 1$", "x^{2} − 1"},
        {"e^(-x^2)", NULL, "e^(−x²)", "e<sup>−x<sup>2</sup></sup>", "$e^{-x^{2}}$",
         "e^{−x^{2}}"},
        {"(x + 1)*(x - 1)/2", NULL, "(x + 1)·(x − 1)/2", "(x + 1)·(x − 1)/2",
         "$\\frac{\\left(x + 1\\right)\\,\\left(x - 1\\right)}{2}$",
         "(x + 1)·(x − 1)/2"},
        {"2*3*x", NULL, "2·3x", "2·3x", "$2\\cdot 3x$", "2·3x"},
        {"alpha*x", half, "α·x (α=0.5)", "α·x (α=0.5)", "$\\alpha\\,x$ ($\\alpha=0.5$)",
         "α·x (α=0.5)"},
        {"sqrt(2/pi)*abs(x)", NULL, "√(2/π)·|x|", "√(2/π)·|x|",
         "$\\sqrt{\\frac{2}{\\pi}}\\,\\left|x\\right|$", "√(2/π)·|x|"},
        {"x < 0 ? 1 : 2", NULL, "x < 0 ? 1 : 2", "x &lt; 0 ? 1 : 2",
         "$\\begin{cases}1 & x < 0\\\\2 & \\mathrm{otherwise}\\end{cases}$",
         "x < 0 ? 1 : 2"},
        {"x >= 0 && !(x == 1)", NULL, "x ≥ 0 ∧ ¬(x = 1)", "x ≥ 0 ∧ ¬(x = 1)",
         "$x \\ge  0 \\land  \\lnot \\left(x = 1\\right)$", "x ≥ 0 ∧ ¬(x = 1)"},
        {"gelu'(2*x)", NULL, "GELU′(2x)", "GELU′(2x)",
         "$\\mathrm{GELU}'\\left(2x\\right)$", "GELU′(2x)"},
        {"gelu(2*x)'", NULL, "GELU(2x)′", "GELU(2x)′",
         "$\\mathrm{GELU}\\left(2x\\right)'$", "GELU(2x)′"},
        {"prelu(2*x, alpha=0.1)", NULL, "PReLU(2x, α=0.1)", "PReLU(2x, α=0.1)",
         "$\\mathrm{PReLU}\\left(2x, \\alpha=0.1\\right)$", "PReLU(2x, α=0.1)"},
        {"placed(beta=3)", NULL, "Placed (β = 3)", "Placed (β = 3)", "Placed (β = $3$)",
         "Placed (β = 3)"},
        {"a < & b", NULL, "a < & b", "a &lt; &amp; b", "a < \\& b", "a < \\& b"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        const char *const wanted[] = {cases[i].plain, cases[i].pango, cases[i].latex,
                                      cases[i].gnuplot};
        for (int n = 0; n < 4; n++) {
            g_autofree char *label =
                formula_label(cases[i].text, &scope, cases[i].bindings, (Notation)n);
            if (!strcmp(label, wanted[n]))
                continue;
            g_test_message("%s: '%s', not '%s'", cases[i].text, label, wanted[n]);
            g_test_fail();
        }
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/formula/values", test_values);
    g_test_add_func("/formula/labels", test_labels);
    return g_test_run();
}
