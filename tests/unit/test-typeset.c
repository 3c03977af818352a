/* test-typeset.c - formulas as mathematics, MathML and LaTeX; labels read. */
#include "formula/typeset.h"

#include <glib.h>
#include <string.h>

#define SQUARE "<msup><mi>x</mi><mn>2</mn></msup>"

static const Parameter parameters[] = {{.name = "swish", .symbol = "w"}, {0}};
static const Definition swish = {.key = "swish", .label = "Swish", .formula = "x"};
static const Definition own = {
    .key = "own", .parameters = parameters, .formula = "swish*x"};

static const Definition *find(const Scope *scope, const char *name)
{
    (void)scope;
    return strcmp(name, swish.key) == 0 ? &swish : NULL;
}

static void each(const Scope *scope, void (*visit)(const char *name, void *data),
                 void *data)
{
    (void)scope;
    visit(swish.key, data);
}

static const Scope scope = {.find = find, .each = each};

static void test_mathml(void)
{
    static const struct {
        const char *text, *mathml;
    } cases[] = {
        {"x", "<mi>x</mi>"},
        {"-x", "<mo>−</mo><mi>x</mi>"},
        {"x^2", SQUARE},
        {"2*x", "<mn>2</mn><mo>\xE2\x81\xA2</mo><mi>x</mi>"},
        {"2*3", "<mn>2</mn><mo>·</mo><mn>3</mn>"},
        {"x*2^x", "<mi>x</mi><mo>·</mo><msup><mn>2</mn><mi>x</mi></msup>"},
        {"(x + 1)/2", "<mfrac><mrow><mi>x</mi><mo>+</mo><mn>1</mn></mrow>"
                      "<mn>2</mn></mfrac>"},
        {"(x/2)^2", "<msup><mrow><mo>(</mo><mfrac><mi>x</mi><mn>2</mn></mfrac><mo>)"
                    "</mo></mrow><mn>2</mn></msup>"},
        {"x*(1/x)", "<mi>x</mi><mo>·</mo><mfrac><mn>1</mn><mi>x</mi></mfrac>"},
        {"x - (-2)", "<mi>x</mi><mo>−</mo><mrow><mo>(</mo><mo>−</mo><mn>2</mn><mo>)"
                     "</mo></mrow>"},
        {"exp(-x)", "<msup><mi>e</mi><mrow><mo>−</mo><mi>x</mi></mrow></msup>"},
        {"3*expm1(x)", "<mn>3</mn><mo>\xE2\x81\xA2</mo><mrow><mo>(</mo><msup><mi>e</mi>"
                       "<mi>x</mi></msup><mo>−</mo><mn>1</mn><mo>)</mo>"
                       "</mrow>"},
        {"log1p(x - 1)", "<mi>log</mi><mo>\xE2\x81\xA1</mo><mrow><mo>(</mo><mn>1</mn>"
                         "<mo>+</mo><mrow><mo>(</mo><mi>x</mi><mo>−</mo><mn>1</mn>"
                         "<mo>)</mo></mrow><mo>)</mo></mrow>"},
        {"sqrt(x)", "<msqrt><mi>x</mi></msqrt>"},
        {"abs(x)", "<mrow><mo>|</mo><mi>x</mi><mo>|</mo></mrow>"},
        {"alpha*x_max", "<mi>α</mi><mo>·</mo><msub><mi>x</mi><mi>max</mi></msub>"},
        {"swish'(x)", "<mi>Swish</mi><mo lspace=\"0\" rspace=\"0\">′</mo>"
                      "<mo>\xE2\x81\xA1</mo><mrow><mo>(</mo><mi>x</mi><mo>)</mo>"
                      "</mrow>"},
        {"x < 0 ? 1 : x > 2 ? 3 : x",
         "<mrow><mo>{</mo><mtable class=\"cases\" displaystyle=\"true\">"
         "<mtr><mtd><mn>1</mn></mtd><mtd><mtext>if\xC2\xA0</mtext><mi>x</mi>"
         "<mo>&lt;</mo><mn>0</mn></mtd></mtr>"
         "<mtr><mtd><mn>3</mn></mtd><mtd><mtext>if\xC2\xA0</mtext><mi>x</mi>"
         "<mo>&gt;</mo><mn>2</mn></mtd></mtr>"
         "<mtr><mtd><mi>x</mi></mtd><mtd><mi>otherwise</mi></mtd></mtr>"
         "</mtable></mrow>"},
        {"a < & b", "<mtext>a &lt; &amp; b</mtext>"},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *mathml = formula_mathml(cases[i].text, &scope, NULL);

        g_assert_cmpstr(mathml, ==, cases[i].mathml);
    }
}

/* A parameter hides the function of that name. */
static void test_parameters(void)
{
    g_autofree char *mathml = formula_mathml("swish", &scope, &own);

    g_assert_cmpstr(mathml, ==, "<mi>w</mi>");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/typeset/mathml", test_mathml);
    g_test_add_func("/typeset/parameters", test_parameters);
    return g_test_run();
}
