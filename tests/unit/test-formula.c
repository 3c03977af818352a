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

/* Fails to parse text; the place and the message are the caret's and the reader's. */
static void assert_error(const char *text, const Binding *bindings, size_t start,
                         size_t length, const char *message)
{
    g_autoptr(GError) error = NULL;
    Span fault = {G_MAXUINT, 0};
    g_autoptr(Formula) formula = formula_new(text, &scope, bindings, &fault, &error);
    if (formula || strcmp(error->message, message) != 0 || fault.start != start ||
        fault.length != length) {
        g_test_message("%s: %s at %zu, %zu; not %s at %zu, %zu", text,
                       formula ? "no error" : error->message, fault.start, fault.length,
                       message, start, length);
        g_test_fail();
    }
    /* Nobody has to ask for the reasons. */
    g_assert_null(formula_new(text, &scope, bindings, NULL, NULL));
}

static void test_errors(void)
{
    static const struct {
        const char *text;
        size_t start, length;
        const char *message;
    } cases[] = {
        {"", 0, 0, "the formula is empty"},
        {"x +", 3, 0, "the formula ends where a number, a name or '(' is expected"},
        {"x + * 2", 4, 1, "expected a number, a name or '(', not '*'"},
        {"2x", 1, 1, "an operator is missing (write 2*x)"},
        {"2 x", 2, 1, "an operator is missing (write 2*x)"},
        {"x 2", 2, 1, "an operator is missing (write x*2)"},
        {"sin x", 4, 1, "parentheses are missing (write sin(x))"},
        {"x > 0 and x < 1", 6, 3, "'and' is not used in formulas (write && for 'and')"},
        {"1,5*x", 1, 1, "unexpected ',' (numbers are written 0.5)"},
        {"2*ln(x)", 2, 2, "unknown function 'ln' (write log(x))"},
        {"np.exp(x)", 0, 6,
         "unknown function 'np.exp' (write it without the part before the point)"},
        {"(x", 2, 0, "')' is missing for the '(' in column 1"},
        {"x)", 1, 1, "')' without a '(' before it"},
        {"max(0, x", 8, 0, "')' is missing for the '(' in column 4"},
        {"a<b<c", 3, 1, "comparisons do not chain (write a < b && b < c)"},
        {"1 < x < 2", 6, 1, "comparisons do not chain (write a < b && b < c)"},
        {"x = 1", 2, 1, "unexpected '=' (write == to compare; of y = 2*x only 2*x)"},
        {"x ** 2", 2, 2, "'**' is not used in formulas (write ^ for powers)"},
        {"x & 1", 2, 1, "'&' is not used in formulas (write && for 'and')"},
        {"|x|", 0, 1,
         "'|' is not used in formulas (write abs(x) for |x|, || for 'or')"},
        {"x % 2", 2, 1,
         "'%' is not used in formulas (write a - b*floor(a/b) for a remainder)"},
        {"\"x\"", 0, 1,
         "'\"' is not used in formulas (a formula is written without quotation marks)"},
        {"gleu", 0, 4, "unknown name 'gleu' (did you mean 'gelu'?)"},
        {"gleu(x)", 0, 4, "unknown function 'gleu' (did you mean 'gelu'?)"},
        {"step2(x)", 0, 5, "unknown function 'step2'"},
        {"log2(x)", 0, 4, "unknown function 'log2' (write log(x)/log(2))"},
        {"alpha*x", 0, 5,
         "unknown name 'alpha' (a parameter of your own needs a value)"},
        {"leaky_relu(2*x, 0.1)", 0, 10, "unknown function 'leaky_relu'"},
        {"leaky_relu(alpha=0.1, x)", 22, 1,
         "the argument must stand before 'alpha=' (or be named)"},
        {"leaky_relu(alpah=0.1)", 0, 10, "unknown function 'leaky_relu'"},
        {"leaky_relu(alpha=0.1, alpha=0.2)", 0, 10, "unknown function 'leaky_relu'"},
        {"relu(alpha=1)", 5, 5, "'relu' has no parameters"},
        {"tanh(x, 1)", 8, 1, "'tanh' takes one argument"},
        {"tanh(a=1)", 5, 1, "'tanh' has no parameters"},
        {"max(x)", 0, 6, "'max' takes two arguments or more: max(a, b, ...)"},
        {"clip(x, 1)", 0, 10, "'clip' takes three arguments: clip(x, lo, hi)"},
        {"clip(x, lo=1)", 8, 2, "'clip' has no parameters"},
        {"x(2)", 0, 1, "'x' is not a function (write x*(...))"},
        {"pi(2)", 0, 2, "'pi' is not a function (write pi*(...))"},
        {"elu(alpha=-1)", 10, 2,
         "'alpha' of 'elu' must be greater than 0 and at most 10, not -1"},
        {"elu(alpha=0/0)", 10, 3,
         "'alpha' of 'elu' must be greater than 0 and at most 10, not nan"},
        {"elu(alpha=1e400)", 10, 5, "the number is too large (at most 1.797e308)"},
        {"elu(alpha=1/0)", 10, 3,
         "'alpha' of 'elu' must be greater than 0 and at most 10, not inf"},
        {"diff(relu, alpha)", 11, 5,
         "nothing in 'relu' has a parameter 'alpha' (differentiate by x or a "
         "parameter)"},
        {"diff(x^2)", 8, 1, "expected ',' and the name to differentiate by, not ')'"},
        {"diff(x^2, 3)", 10, 1,
         "expected the name to differentiate by (x or a parameter), not '3'"},
        {"diff(x^2, y)", 10, 1,
         "nothing in 'x^2' has a parameter 'y' (differentiate by x or a parameter)"},
        {"diff(prelu(alpha=x), alpha)", 17, 1,
         "'alpha' must not depend on x where it is differentiated by"},
        {"x > 0 ? 1", 9, 0, "':' is missing for the '?' in column 7"},
        {"x > 0 ? 1 : ", 12, 0,
         "the formula ends where a number, a name or '(' is expected"},
        {"max'", 0, 4, "'max' has several arguments (write max(...)')"},
        {"max'(x,1)", 0, 9, "'max' has several arguments (write max(...)')"},
        {"3 4", 2, 1, "an operator is missing (write 3*4)"},
        {"(x)(x)", 3, 1, "an operator is missing before '(' (write * to multiply)"},
        {"x $ 2", 2, 1, "unexpected character '$'"},
        {"x ? : 1", 4, 1, "expected a number, a name or '(', not ':'"},
        {"é", 0, 2, "unknown name 'é' (a parameter of your own needs a value)"},
        {"relu(x", 6, 0, "')' is missing for the '(' in column 5"},
        {"relu(", 5, 0, "the formula ends where a number, a name or '(' is expected"},
        {"relu(,)", 5, 1, "expected a number, a name or '(', not ','"},
        {"f(x)", 0, 1, "unknown function 'f'"},
        {"prelu(alpha=)", 12, 1, "expected a number, a name or '(', not ')'"},
        {"nn.ReLU", 0, 7,
         "unknown name 'nn.ReLU' (write it without the part before the point)"},
        {"ReLU", 0, 4, "unknown name 'ReLU' (did you mean 'relu'?)"},
        {"Leaky_ReLU(x)", 0, 10, "unknown function 'Leaky_ReLU'"},
        {"x''''(2)", 0, 1, "'x' is not a function (write x*(...))"},
        {"(x)'(2)", 4, 1, "an operator is missing before '(' (write * to multiply)"},
        {"clip", 0, 4, "'clip' takes three arguments: clip(x, lo, hi)"},
        {"clip(x)", 0, 7, "'clip' takes three arguments: clip(x, lo, hi)"},
        {"loop", 0, 4,
         "in 'loop': in 'ring': 'loop' is defined by itself (loop uses ring uses "
         "loop)"},
        {"ring(x) + 1", 0, 4,
         "in 'ring': in 'loop': 'ring' is defined by itself (ring uses loop uses "
         "ring)"},
        {"1 + faulty(2*x)", 4, 6, "in 'faulty': unknown function 'nonsense'"},
        {"(2x)", 2, 1, "an operator is missing (write 2*x)"},
        {"(x,", 2, 1, "expected ')' for the '(' in column 1, not ','"},
        {"x + (2", 6, 0, "')' is missing for the '(' in column 5"},
        {"diff(prelu, alpha) + diff(relu, alpha)", 32, 5,
         "nothing in 'relu' has a parameter 'alpha' (differentiate by x or a "
         "parameter)"},
        {"α*x", 0, 2, "unknown name 'alpha' (a parameter of your own needs a value)"},
        {"1 + α*x", 4, 2,
         "unknown name 'alpha' (a parameter of your own needs a value)"},
        {"β", 0, 2, "unknown name 'beta' (a parameter of your own needs a value)"},
        {"x ? 1 , 2", 6, 1, "expected ':' for the '?' in column 3, not ','"},

    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        assert_error(cases[i].text, NULL, cases[i].start, cases[i].length,
                     cases[i].message);
}

static char *repeat(const char *open, const char *middle, const char *close, int count)
{
    GString *text = g_string_new(NULL);
    for (int i = 0; i < count; i++)
        g_string_append(text, open);
    g_string_append(text, middle);
    for (int i = 0; i < count; i++)
        g_string_append(text, close);
    return g_string_free(text, FALSE);
}

static void assert_refused(char *text, const char *part)
{
    g_autofree char *owned = text;
    g_autoptr(GError) error = NULL;
    g_autoptr(Formula) formula = formula_new(owned, &scope, NULL, NULL, &error);
    g_assert_null(formula);
    g_assert_nonnull(strstr(error->message, part));
    g_autofree char *label = formula_label(owned, &scope, NULL, NOTATION_MARKUP);
    g_assert_nonnull(label);
}

static void test_limits(void)
{
    const char *deep = "nested too deeply", *large = "too large", *length = "too long";
    assert_refused(repeat("(", "x", ")", 20000), deep);
    assert_refused(repeat("(", "x", ")", 100000), length);
    assert_refused(repeat("-", "x", "", 60000), deep);
    assert_refused(repeat("!", "x", "", 60000), deep);
    assert_refused(repeat("x^", "x", "", 30000), deep);
    assert_refused(repeat("x?1:", "x", "", 10000), deep);
    assert_refused(repeat("sin(", "x", ")", 10000), deep);
    assert_refused(repeat("", "x", "'", 60000), "too many primes");
    assert_refused(repeat("(", "x", ")'", 1000), deep);
    assert_refused(repeat("", "tanh(sin(x*x))", "'", 100), large);
    assert_refused(repeat("", "x", " ", 100000), length);

    /* As deep and as long as is allowed. */
    g_autofree char *nested = repeat("(", "x", ")", FORMULA_MAX_DEPTH - 1);
    g_assert_cmpfloat(value_of(nested, NULL, 3), ==, 3);
    g_autofree char *sum = repeat("x+", "x", "", 30000);
    g_assert_cmpfloat(value_of(sum, NULL, 3), ==, 90003);
    g_autofree char *slope = g_strdup_printf("(%s)'", sum);
    g_assert_cmpfloat(value_of(slope, NULL, 3), ==, 30001);
    g_autofree char *product = repeat("x*", "x", "", 30000);
    g_assert_cmpfloat(value_of(product, NULL, 1), ==, 1);
    g_autofree char *label = formula_label(sum, &scope, NULL, NOTATION_LATEX);
    g_assert_cmpuint(strlen(label), ==, strlen(sum));
}

/* f0 is x*x, and each of the others uses the one before it twice, of other things. */
enum { TOWER = 60 };
typedef struct {
    Scope scope;
    Definition floors[TOWER];
} Tower;

static const Definition *tower_find(const Scope *tower_scope, const char *name)
{
    const Tower *tower = (const Tower *)tower_scope;
    for (int i = 0; i < TOWER; i++)
        if (!strcmp(tower->floors[i].key, name))
            return &tower->floors[i];
    return NULL;
}

static void tower_each(const Scope *tower_scope,
                       void (*visit)(const char *name, void *data), void *data)
{
    (void)tower_scope, (void)visit, (void)data;
}

static void test_tower(void)
{
    Tower tower = {.scope = {.find = tower_find, .each = tower_each}};
    g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
    for (int i = 0; i < TOWER; i++) {
        char *key = g_strdup_printf("f%d", i);
        char *formula =
            i == 0 ? g_strdup("x*x")
                   : g_strdup_printf("f%d(sin(x)) + f%d(cos(x))", i - 1, i - 1);
        g_ptr_array_add(texts, key);
        g_ptr_array_add(texts, formula);
        tower.floors[i] = (Definition){.key = key, .label = key, .formula = formula};
    }
    g_autoptr(GError) error = NULL;
    g_autoptr(Formula) low = formula_new("f5", &tower.scope, NULL, NULL, &error);
    g_assert_no_error(error);
    g_assert_nonnull(low);
    g_autoptr(Formula) high = formula_new("f59", &tower.scope, NULL, NULL, &error);
    g_assert_null(high);
    g_assert_nonnull(strstr(error->message, "too large"));
}

static void test_bindings(void)
{
    static const Binding half[] = {{"alpha", 0.5}, {NULL, 0}};
    static const Binding two[] = {{"alpha", 0.5}, {"beta", 2}, {NULL, 0}};
    static const Binding outside[] = {{"alpha", -1}, {NULL, 0}};
    static const Binding undefined[] = {{"alpha", NAN}, {NULL, 0}};
    static const Binding name[] = {{"x", 1}, {NULL, 0}};
    static const struct {
        const char *text;
        const Binding *bindings;
        double x, value;
    } cases[] = {
        {"prelu", half, -2, -1},
        {"prelu'", half, -2, 0.5},
        {"alpha*x", half, 3, 1.5},
        {"α*x", half, 3, 1.5},
        {"prelu(2*x)", half, -2, -2},
        {"diff(prelu, alpha)", half, -2, -2},
        {"diff(elu, alpha)", half, -1, -0.63212055882855767840},
        {"diff(alpha^2*x, alpha)", half, 3, 3},
        {"diff(prelu(alpha=alpha^2), alpha)", half, -3, -3},
        {"prelu(alpha=0.1) + alpha", half, -2, 0.3},
        {"prelu(alpha=alpha/5)", half, -2, -0.2},
        {"prelu(beta*x)", two, -2, -2},
        {"alpha*diff(swish, beta)", two, 0, 0},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++)
        assert_close(cases[i].text, cases[i].x,
                     value_of(cases[i].text, cases[i].bindings, cases[i].x),
                     cases[i].value);
    assert_error("relu", half, 0, 4, "nothing in 'relu' has a parameter 'alpha'");
    assert_error("prelu", two, 0, 5, "nothing in 'prelu' has a parameter 'beta'");
    assert_error("prelu(alpha=1)", half, 6, 5,
                 "'alpha' has its value here (leave it out where it varies)");
    assert_error("x + elu", outside, 4, 3,
                 "'alpha' of 'elu' must be greater than 0 and at most 10, not -1");
    assert_error("elu(alpha=0)", NULL, 10, 1,
                 "'alpha' of 'elu' must be greater than 0 and at most 10, not 0");
    assert_error("elu(alpha=10.5)", NULL, 10, 4,
                 "'alpha' of 'elu' must be greater than 0 and at most 10, not 10.5");
    g_assert_cmpfloat(value_of("elu(alpha=10)", NULL, 1), ==, 1);
    assert_error("alpha*x", undefined, 0, 7,
                 "'alpha' must be a finite number, not nan");
    assert_error("x", name, 0, 1, "nothing in 'x' has a parameter 'x'");
}

/* The computed slope beside a central difference in long double steps. */
static void test_slopes(void)
{
    static const char *const texts[] = {
        "exp(x)",
        "expm1(x)",
        "log(x^2 + 1)",
        "log1p(x^2)",
        "sqrt(x^2 + 1)",
        "cbrt(x + 9)",
        "abs(x)*x",
        "sin(x)*cos(2*x)",
        "tan(x/4)",
        "sinh(x)",
        "cosh(x)",
        "tanh(x)",
        "asinh(x)",
        "atan(x)",
        "erf(x)",
        "erfc(x)",
        "logistic(x)",
        "softplus(x)",
        "log_logistic(x)",
        "normal_cdf(x)",
        "normal_pdf(x)",
        "sech2(x)",
        "x/(1 + abs(x))",
        "1/(x^2 + 1)",
        "2^x",
        "(x^2 + 1)^x",
        "(x^2 + 1)^-1.5",
        "x^3 - x^4 + x^7",
        "exp(-x^2)",
        "x*logistic(x)",
        "x*logistic(-2*x)",
        "x*normal_cdf(x)",
        "x*normal_cdf(-x)",
        "x*tanh(softplus(x))",
        "min(x, sin(x))",
        "max(x, x^2, 1)",
        "x > 0.1 ? x^2 : sin(x)",
        "gelu(sin(x))*mish(3*x)",
        "prelu(x^3)",
        "0.5*x*(1 + tanh(sqrt(2/pi)*(x + 0.044715*x^3)))",
        "elu(x, alpha=2)",
        "1/(1 + abs(x))^2",
        "logistic(x)'",
        "x^2*gelu''",
    };
    static const double places[] = {-2.3, -0.6, 0.4, 1.7};
    const double step = 1e-5;
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        for (int order = 0; order < 3; order++)
            for (size_t k = 0; k < G_N_ELEMENTS(places); k++) {
                const char *const primes[] = {"", "'", "''", "'''"};
                g_autofree char *text =
                    g_strdup_printf("(%s)%s", texts[i], primes[order]);
                g_autofree char *slope =
                    g_strdup_printf("(%s)%s", texts[i], primes[order + 1]);
                double x = places[k];
                double measured =
                    (value_of(text, NULL, x + step) - value_of(text, NULL, x - step)) /
                    (2 * step);
                double computed = value_of(slope, NULL, x);
                if (fabs(measured - computed) <= 1e-6 * (1 + 10 * fabs(computed)))
                    continue;
                g_test_message("%s at %g: %.17g, measured %.17g", slope, x, computed,
                               measured);
                g_test_fail();
            }
}

static void test_labels(void)
{
    static const Binding half[] = {{"alpha", 0.5}, {NULL, 0}};
    static const struct {
        const char *text;
        const Binding *bindings;
        const char *plain, *markup, *latex, *gnuplot;
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
         "$\\frac{\\partial\\mathrm{PReLU}}{\\partial\\alpha}$", "∂PReLU/∂α"},
        {"diff(prelu, alpha)", half, "∂PReLU/∂α (α=0.5)", "∂PReLU/∂α (α=0.5)",
         "$\\frac{\\partial\\mathrm{PReLU}}{\\partial\\alpha}$ ($\\alpha=0.5$)",
         "∂PReLU/∂α (α=0.5)"},
        {"x*tanh(softplus(x))", NULL, "x·tanh(softplus(x))",
         "$x\\tanh(\\operatorname{softplus}(x))$",
         "$x\\tanh(\\operatorname{softplus}(x))$", "x·tanh(softplus(x))"},
        {"relu(sin(3*x))", NULL, "ReLU(sin(3x))", "$\\mathrm{ReLU}(\\sin(3x))$",
         "$\\mathrm{ReLU}(\\sin(3x))$", "ReLU(sin(3x))"},
        {"x^2 - 1", NULL, "x² − 1", "$x^{2} - 1$", "$x^{2} - 1$", "x^{2} − 1"},
        {"(1e-7)^x + 2.5e10*x", NULL, "(10⁻⁷)ˣ + 2.5 × 10¹⁰x",
         "$(10^{-7})^{x} + 2.5 \\times 10^{10}x$",
         "$(10^{-7})^{x} + 2.5 \\times 10^{10}x$", "(10^{−7})^{x} + 2.5 × 10^{10}x"},
        {"e^(-x^2)", NULL, "e^(−x²)", "$e^{-x^{2}}$", "$e^{-x^{2}}$", "e^{−x^{2}}"},
        {"(x + 1)*(x - 1)/2", NULL, "(x + 1)·(x − 1)/2",
         "$\\frac{(x + 1)\\,(x - 1)}{2}$", "$\\frac{(x + 1)\\,(x - 1)}{2}$",
         "(x + 1)·(x − 1)/2"},
        {"x*(2*x)/(x/2)", NULL, "x·(2x)/(x/2)", "$\\frac{x\\,(2x)}{\\frac{x}{2}}$",
         "$\\frac{x\\,(2x)}{\\frac{x}{2}}$", "x·(2x)/(x/2)"},
        {"2*3*x", NULL, "2·3x", "$2 \\cdot 3x$", "$2 \\cdot 3x$", "2·3x"},
        {"alpha*x", half, "α·x (α=0.5)", "$\\alpha\\,x$ (α=0.5)",
         "$\\alpha\\,x$ ($\\alpha=0.5$)", "α·x (α=0.5)"},
        {"sqrt(2/pi)*abs(x)", NULL, "√(2/π)·|x|",
         "$\\sqrt{\\frac{2}{\\pi}}\\,\\lvert x\\rvert$",
         "$\\sqrt{\\frac{2}{\\pi}}\\,\\lvert x\\rvert$", "√(2/π)·|x|"},
        {"x < 0 ? 1 : 2", NULL, "{1 if x < 0; 2 otherwise}",
         "$\\begin{cases}1 & \\text{if }x < 0\\\\2 & \\mathrm{otherwise}\\end{cases}$",
         "$\\begin{cases}1 & \\text{if }x < 0\\\\2 & \\mathrm{otherwise}\\end{cases}$",
         "\\{1 if x < 0; 2 otherwise\\}"},
        {"x >= 0 && !(x == 1)", NULL, "x ≥ 0 ∧ ¬(x = 1)",
         "$x \\ge 0 \\land \\lnot(x = 1)$", "$x \\ge 0 \\land \\lnot(x = 1)$",
         "x ≥ 0 ∧ ¬(x = 1)"},
        {"gelu'(2*x)", NULL, "GELU′(2x)", "$\\mathrm{GELU}'(2x)$",
         "$\\mathrm{GELU}'(2x)$", "GELU′(2x)"},
        {"gelu(2*x)'", NULL, "GELU(2x)′", "$\\mathrm{GELU}(2x)'$",
         "$\\mathrm{GELU}(2x)'$", "GELU(2x)′"},
        {"prelu(2*x, alpha=0.1)", NULL, "PReLU(2x, α = 0.1)",
         "$\\mathrm{PReLU}(2x, \\alpha = 0.1)$", "$\\mathrm{PReLU}(2x, \\alpha = 0.1)$",
         "PReLU(2x, α = 0.1)"},
        {"placed(beta=3)", NULL, "Placed (β = 3)", "Placed (β = 3)", "Placed (β = 3)",
         "Placed (β = 3)"},
        {"a < & b", NULL, "a < & b", "a &lt; &amp; b", "a < \\& b", "a < \\& b"},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        const char *const wanted[] = {cases[i].plain, cases[i].markup, cases[i].latex,
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
    g_test_add_func("/formula/errors", test_errors);
    g_test_add_func("/formula/limits", test_limits);
    g_test_add_func("/formula/tower", test_tower);
    g_test_add_func("/formula/bindings", test_bindings);
    g_test_add_func("/formula/slopes", test_slopes);
    g_test_add_func("/formula/labels", test_labels);
    return g_test_run();
}
