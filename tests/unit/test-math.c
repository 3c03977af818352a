/* test-math.c - labels read and written: each fault has its place, each notation its
 * text, and what is written is read again. */
#include "formula/markup.h"
#include "formula/math.h"

#include <glib.h>
#include <string.h>

static void test_written(void)
{
    static const struct {
        const char *given, *plain, *latex, *gnuplot, *flat;
    } cases[] = {
        {"x", "x", "x", "x", "x"},
        {"f'(x)", "f′(x)", "f'(x)", "f′(x)", "f'(x)"},
        {"\\alpha x", "αx", "\\alpha x", "αx", "\\alpha x"},
        {"-x-1", "−x − 1", "-x - 1", "−x − 1", "-x - 1"},
        {"a=-b", "a = −b", "a = -b", "a = −b", "a = -b"},
        {"\\frac{1}{1+e^{-x}}", "1/(1 + e⁻ˣ)", "\\frac{1}{1 + e^{-x}}",
         "1/(1 + e^{−x})", "1/(1 + e^{-x})"},
        {"\\dfrac12", "1/2", "\\dfrac{1}{2}", "1/2", "1/2"},
        {"\\frac{x}{2}(1+y)", "(x/2)(1 + y)", "\\frac{x}{2}(1 + y)", "(x/2)(1 + y)",
         "(x/2)(1 + y)"},
        {"1-\\frac{a+b}{2c}", "1 − (a + b)/(2c)", "1 - \\frac{a + b}{2c}",
         "1 − (a + b)/(2c)", "1 - (a + b)/(2c)"},
        {"\\sqrt{2}", "√2", "\\sqrt{2}", "√2", "\\sqrt{2}"},
        {"\\sqrt[3]{x+1}", "∛(x + 1)", "\\sqrt[3]{x + 1}", "∛(x + 1)",
         "\\sqrt[3]{x + 1}"},
        {"x_i^2", "xᵢ²", "x_{i}^{2}", "x@_{i}^{2}", "x_{i}^{2}"},
        {"x_{\\mathrm{max}}", "xₘₐₓ", "x_{\\mathrm{max}}", "x_{max}",
         "x_{\\mathrm{max}}"},
        {"e^{-x^2/2}", "e^(−x²/2)", "e^{-x^{2}/2}", "e^{−x^{2}/2}", "e^{-x^{2}/2}"},
        {"\\left(\\frac ab\\right)^2", "(a/b)²", "\\left(\\frac{a}{b}\\right)^{2}",
         "(a/b)^{2}", "(a/b)^{2}"},
        {"\\left|x\\right|", "|x|", "\\lvert x\\rvert", "|x|", "\\lvert x\\rvert"},
        {"|x|+\\lvert -\\frac ab\\rvert", "|x| + |−a/b|",
         "|x| + \\left\\lvert-\\frac{a}{b}\\right\\rvert", "|x| + |−a/b|",
         "|x| + \\lvert-a/b\\rvert"},
        {"\\begin{cases}x&\\text{if }x>0\\\\0&\\text{otherwise}\\end{cases}",
         "{x if x > 0; 0 otherwise}",
         "\\begin{cases}x & \\text{if }x > 0\\\\0 & \\mathrm{otherwise}\\end{cases}",
         "\\{x if x > 0; 0 otherwise\\}",
         "x\\;\\text{if }x > 0,\\;0\\;\\mathrm{otherwise}"},
        {"\\hat x+\\bar{y}", "x\xCC\x82 + y\xCC\x84", "\\hat{x} + \\bar{y}",
         "x\xCC\x82 + y\xCC\x84", "\\hat{x} + \\bar{y}"},
        {"\\mathbb{R}\\ni", NULL, NULL, NULL, NULL},
        {"x\\in\\mathbb R", "x ∈ ℝ", "x \\in \\mathbb{R}", "x ∈ ℝ",
         "x \\in \\mathbb{R}"},
        {"\\log x, \\operatorname{erf}(x)", "log x, erf(x)",
         "\\log x, \\operatorname{erf}(x)", "log x, erf(x)",
         "\\log x, \\operatorname{erf}(x)"},
        {"\\sum_{i=1}^n w_i", "∑ᵢ₌₁ⁿ wᵢ", "\\sum_{i = 1}^{n}w_{i}",
         "∑@^{n}_{i=1} w_{i}", "\\sum_{i = 1}^{n}w_{i}"},
        {"a\\cdot b\\times c", "a·b × c", "a \\cdot b \\times c", "a·b × c",
         "a \\cdot b \\times c"},
        {"10\\%, \\$5, a\\_b", "10%, $5, a_b", "10\\%, \\$5, a\\_b", "10%, $5, a\\_b",
         "10\\%, \\$5, a\\_b"},
        {"f\\colon", NULL, NULL, NULL, NULL},
        {"f:\\mathbf{A}\\to B", "f : A → B", "f : \\mathbf{A} \\to B", "f : A → B",
         "f : \\mathbf{A} \\to B"},
        {"σ(x) ≤ π", "σ(x) ≤ π", "\\sigma(x) \\le \\pi", "σ(x) ≤ π",
         "\\sigma(x) \\le \\pi"},
        {"{x^2}'", "x²′", "{x^{2}}'", "x^{2}′", "{x^{2}}'"},
        {"", "", "", "", ""},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Math) math = math_read(cases[i].given, NULL, NULL);
        if (!cases[i].plain) {
            g_assert_null(math);
            continue;
        }
        g_assert_nonnull(math);
        g_autofree char *plain = math_plain(math), *latex = math_latex(math);
        g_autofree char *gnuplot = math_gnuplot(math), *flat = math_latex_flat(math);
        g_assert_cmpstr(plain, ==, cases[i].plain);
        g_assert_cmpstr(latex, ==, cases[i].latex);
        g_assert_cmpstr(gnuplot, ==, cases[i].gnuplot);
        g_assert_cmpstr(flat, ==, cases[i].flat);

        g_autoptr(Math) again = math_read(latex, NULL, NULL);
        g_assert_nonnull(again);
        g_autofree char *second = math_latex(again);
        g_assert_cmpstr(second, ==, latex);
    }
}

static void test_mathml(void)
{
    g_autoptr(Math) math =
        math_read("\\sqrt[3]{x}+\\hat{y}\\,\\mathbb{R}_i^2\\text{ if }", NULL, NULL);
    g_autofree char *mathml = math_mathml(math);
    g_assert_cmpstr(mathml, ==,
                    "<mroot><mi>x</mi><mrow><mn>3</mn></mrow></mroot><mo>+</mo>"
                    "<mover accent=\"true\"><mi>y</mi><mo>^</mo></mover>"
                    "<mspace width=\"0.17em\"/>"
                    "<msubsup><mi mathvariant=\"normal\">ℝ</mi><mi>i</mi><mn>2</mn>"
                    "</msubsup><mtext>if\xC2\xA0</mtext>");
}

static void check_fault(const char *text, size_t start, size_t length,
                        const char *message)
{
    g_autoptr(GError) error = NULL;
    Span fault = {99, 99};
    g_assert_false(markup_check(text, &fault, &error));
    g_assert_cmpstr(error->message, ==, message);
    g_assert_cmpuint(fault.start, ==, start);
    g_assert_cmpuint(fault.length, ==, length);
}

static void test_faults(void)
{
    check_fault("a $\\fraq{1}{2}$", 3, 5,
                "unknown command '\\fraq' in a formula (did you mean '\\frac'?)");
    check_fault("$\\qqqqqqq$", 1, 8,
                "unknown command '\\qqqqqqq' in a formula (labels know a part of "
                "LaTeX)");
    check_fault("costs $5", 6, 1,
                "'$' begins a formula that does not end (write \\$ for a dollar sign)");
    check_fault("$x$ and $y", 8, 1,
                "'$' begins a formula that does not end (write \\$ for a dollar sign)");
    check_fault("$\\frac{1}$", 1, 5, "'\\frac' needs {...} behind it");
    check_fault("$x^$", 2, 1, "'^' needs {...} behind it");
    check_fault("$x^{2$", 3, 1, "'{' is not closed");
    check_fault("$x}$", 2, 1, "'}' without its '{'");
    check_fault("$x^2^3$", 4, 1,
                "two superscripts in one place (group them with braces)");
    check_fault("$x_2_3$", 4, 1,
                "two subscripts in one place (group them with braces)");
    check_fault("$\\left(x$", 1, 5, "'\\left' without its '\\right'");
    check_fault("$\\lvert x$", 1, 6, "'\\lvert' without its '\\rvert'");
    check_fault("$x\\rvert$", 2, 6, "'\\rvert' without its '\\lvert'");
    check_fault("$x\\right)$", 2, 6, "'\\right' without its '\\left'");
    check_fault("$\\left x\\right)$", 1, 5,
                "'\\left' needs a bracket behind it: ( ) [ ] | \\{ \\} .");
    check_fault("$\\begin{matrix}x\\end{matrix}$", 1, 6,
                "'\\begin{matrix}' is not known in labels (only cases is)");
    check_fault("$\\begin{cases}x$", 1, 6, "'\\begin{cases}' without '\\end{cases}'");
    check_fault("$x\\end{cases}$", 2, 4, "'\\end' without its '\\begin'");
    check_fault("$a & b$", 3, 1, "'&' belongs into \\begin{cases} ... \\end{cases}");
    check_fault("$a \\\\ b$", 3, 2,
                "'\\\\' belongs into \\begin{cases} ... \\end{cases}");
    check_fault("$\\text{a\\alpha}$", 8, 1, "'\\text' takes words, not formulas");
    check_fault("$\\mathbb{x}$", 1, 7, "'\\mathbb' takes one capital letter");
    check_fault("$100 %$", 5, 1, "write \\% for '%' in a formula");
    check_fault("$\x0crac{1}{2}$", 1, 1,
                "a control character in a formula (between double quotes YAML reads a "
                "backslash itself: use single quotes)");
    check_fault("$\\sqrt[3{x}$", 6, 1, "'[' is not closed");
    g_assert_true(markup_check("plain, \\$5, <b>$x$</b> and $y$", NULL, NULL));
}

static void test_limits(void)
{
    g_autoptr(GString) deep = g_string_new(NULL);
    for (int i = 0; i < 100000; i++)
        g_string_append(deep, "{");
    g_assert_null(math_read(deep->str, NULL, NULL));
    g_string_truncate(deep, 100);
    g_autoptr(GError) error = NULL;
    g_assert_null(math_read(deep->str, NULL, &error));
    g_assert_cmpstr(error->message, ==,
                    "the formula is nested too deeply (at most 40)");
}

static void test_markup(void)
{
    g_autofree char *filled = markup_fill("{k}: $x^{k}$", "k", "0.5");
    g_autofree char *plain = markup_plain_math("<b>a < b, $x<\\frac{1}{2}$</b> \\$");
    g_autofree char *flat = markup_flat_math("$\\frac{1}{2}$ $\\bad$ x");
    g_autoptr(GPtrArray) formulas = NULL;
    g_autofree char *hollow = markup_hollow("$a$ \xEF\xBF\xBC\\$ $b$ $", &formulas);
    g_autofree char *refilled = markup_refill(hollow, formulas);

    g_assert_cmpstr(filled, ==, "0.5: $x^{0.5}$");
    g_assert_cmpstr(plain, ==, "<b>a < b, x &lt; 1/2</b> &#36;");
    g_assert_cmpstr(flat, ==, "$1/2$ &#36;\\bad&#36; x");
    g_assert_cmpuint(formulas->len, ==, 2);
    g_assert_cmpstr(hollow, ==, MARKUP_HOLE " &#36; " MARKUP_HOLE " &#36;");
    g_assert_cmpstr(refilled, ==, "$a$ &#36; $b$ &#36;");
}

/* Pieces of formulas in any order: read or refused, never more; what is read is
 * written so that it is read again. */
static void test_any(void)
{
    static const char *const pieces[] = {
        "x",
        "1",
        "{",
        "}",
        "^",
        "_",
        "\\frac",
        "\\sqrt[",
        "]",
        "\\left(",
        "\\right)",
        "\\begin{cases}",
        "\\end{cases}",
        "&",
        "\\\\",
        "'",
        " ",
        "\\alpha",
        "\\text{if }",
        "+",
        "-",
        "=",
        "(",
        ")",
        "\\hat",
        "\\,",
        "\\sum",
        "\\mathbb{R}",
        "\\log",
        "/",
        "\\{",
        "|",
        "\\dfrac",
        "\\mathrm{a b}",
        "·",
        "é",
        "中",
        "\xEF\xBF\xBC",
        "<",
        "\\operatorname{f}",
    };
    GRand *random = g_rand_new_with_seed(7);
    int read = 0;
    for (int i = 0; i < 30000; i++) {
        g_autoptr(GString) text = g_string_new(NULL);
        for (int n = g_rand_int_range(random, 0, 12); n > 0; n--)
            g_string_append(text,
                            pieces[g_rand_int_range(random, 0, G_N_ELEMENTS(pieces))]);
        g_autoptr(GError) error = NULL;
        Span fault = {0, 0};
        g_autoptr(Math) math = math_read(text->str, &fault, &error);
        if (!math) {
            g_assert_nonnull(error);
            g_assert_cmpuint(fault.start + fault.length, <=, text->len + 1);
            continue;
        }
        read++;
        g_autofree char *latex = math_latex(math), *flat = math_latex_flat(math);
        g_free(math_plain(math));
        g_free(math_gnuplot(math));
        g_free(math_mathml(math));
        g_autoptr(Math) again = math_read(latex, NULL, &error);
        g_autoptr(Math) flatter = math_read(flat, NULL, NULL);
        if (!again || !flatter)
            g_error("'%s' was written as '%s' and '%s': %s", text->str, latex, flat,
                    error ? error->message : "flat");
    }
    g_rand_free(random);
    g_assert_cmpint(read, >, 1000);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/math/written", test_written);
    g_test_add_func("/math/mathml", test_mathml);
    g_test_add_func("/math/faults", test_faults);
    g_test_add_func("/math/limits", test_limits);
    g_test_add_func("/math/markup", test_markup);
    g_test_add_func("/math/any", test_any);
    return g_test_run();
}
