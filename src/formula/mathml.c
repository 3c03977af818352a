/* mathml.c - formulas as MathML: the presentation elements that browsers share. */
#include "formula/function.h"
#include "formula/lexer.h"
#include "formula/notation.h"
#include "formula/parser.h"
#include "formula/show.h"
#include "formula/typeset.h"

#include <string.h>

enum { MAX_DEPTH = 2 * FORMULA_MAX_DEPTH }; /* deeper ones are shown as they are */

#define APPLY "<mo>\xE2\x81\xA1</mo>" /* U+2061, not seen: a function's application */
#define TIMES "<mo>\xE2\x81\xA2</mo>" /* U+2062, not seen either */

typedef struct {
    GString *out;
    const Scope *scope;
    const Definition *of; /* whose parameters are letters; or NULL */
} Mathml;

static void write_part(const Mathml *mathml, const Syntax *syntax, Level weakest);

static void append_element(const Mathml *mathml, const char *element, const char *text)
{
    g_autofree char *escaped = g_markup_escape_text(text, -1);
    g_string_append_printf(mathml->out, "<%s>%s</%s>", element, escaped, element);
}

static const Syntax *value(const Syntax *syntax, unsigned number)
{
    return syntax_argument(syntax, number)->value;
}

static void write_number(const Mathml *mathml, double number)
{
    g_autofree char *text = notation_number(NOTATION_PLAIN, number);
    append_element(mathml, "mn", text);
}

/* `x`, `α`, `x` with an index for what follows `_`. */
static void write_variable(const Mathml *mathml, const char *name)
{
    const char *under = strchr(name, '_');
    bool indexed = under && under != name && under[1];
    g_autofree char *base =
        g_strndup(name, indexed ? (size_t)(under - name) : strlen(name));
    const char *letter = lexer_greek(base);
    if (indexed)
        g_string_append(mathml->out, "<msub>");
    append_element(mathml, "mi", letter ? letter : base);
    if (indexed) {
        append_element(mathml, "mtext", under + 1);
        g_string_append(mathml->out, "</msub>");
    }
}

/* A parameter's letter, as its record has it; false: it is none. */
static bool write_parameter(const Mathml *mathml, const char *name)
{
    const Parameter *parameter =
        mathml->of ? definition_parameter(mathml->of, name) : NULL;
    if (!parameter)
        return false;
    if (parameter->symbol && !strchr(name, '_'))
        append_element(mathml, "mi", parameter->symbol);
    else
        write_variable(mathml, name);
    return true;
}

static void write_primes(const Mathml *mathml, int count)
{
    for (int i = 0; i < count; i++)
        g_string_append(mathml->out, "<mo lspace=\"0\" rspace=\"0\">′</mo>");
}

static void write_fenced(const Mathml *mathml, const char *open, const Syntax *syntax,
                         const char *close)
{
    g_string_append_printf(mathml->out, "<mrow><mo>%s</mo>", open);
    write_part(mathml, syntax, LEVEL_CHOICE);
    g_string_append_printf(mathml->out, "<mo>%s</mo></mrow>", close);
}

static void write_arguments(const Mathml *mathml, const Syntax *syntax)
{
    const SyntaxArgument *argument;
    g_string_append(mathml->out, APPLY "<mrow><mo>(</mo>");
    for (unsigned i = 0; (argument = syntax_argument(syntax, i)); i++) {
        if (i > 0)
            append_element(mathml, "mo", ",");
        if (argument->keyword) {
            write_variable(mathml, argument->keyword);
            append_element(mathml, "mo", "=");
        }
        write_part(mathml, argument->value, LEVEL_CHOICE);
    }
    g_string_append(mathml->out, "<mo>)</mo></mrow>");
}

/* e to the power of the argument. */
static void write_exp(const Mathml *mathml, const Syntax *syntax)
{
    g_string_append(mathml->out, "<msup><mi>e</mi><mrow>");
    write_part(mathml, value(syntax, 0), LEVEL_CHOICE);
    g_string_append(mathml->out, "</mrow></msup>");
}

/* Of the functions that numbers need and mathematics does not. */
static void write_expm1(const Mathml *mathml, const Syntax *syntax)
{
    write_exp(mathml, syntax);
    g_string_append(mathml->out, "<mo>−</mo><mn>1</mn>");
}

static void write_log1p(const Mathml *mathml, const Syntax *syntax)
{
    g_string_append(mathml->out,
                    "<mi>log</mi>" APPLY "<mrow><mo>(</mo><mn>1</mn><mo>+</mo>");
    write_part(mathml, value(syntax, 0), LEVEL_SUM + 1);
    g_string_append(mathml->out, "<mo>)</mo></mrow>");
}

static void write_sqrt(const Mathml *mathml, const Syntax *syntax)
{
    g_string_append(mathml->out, "<msqrt>");
    write_part(mathml, value(syntax, 0), LEVEL_CHOICE);
    g_string_append(mathml->out, "</msqrt>");
}

static void write_cbrt(const Mathml *mathml, const Syntax *syntax)
{
    g_string_append(mathml->out, "<mroot><mrow>");
    write_part(mathml, value(syntax, 0), LEVEL_CHOICE);
    g_string_append(mathml->out, "</mrow><mn>3</mn></mroot>");
}

static void write_abs(const Mathml *mathml, const Syntax *syntax)
{
    write_fenced(mathml, "|", value(syntax, 0), "|");
}

static void write_floor(const Mathml *mathml, const Syntax *syntax)
{
    write_fenced(mathml, "⌊", value(syntax, 0), "⌋");
}

static void write_sech2(const Mathml *mathml, const Syntax *syntax)
{
    g_string_append(mathml->out, "<msup><mi>sech</mi><mn>2</mn></msup>");
    write_arguments(mathml, syntax);
}

static void write_normal_cdf(const Mathml *mathml, const Syntax *syntax)
{
    g_string_append(mathml->out, "<mi>Φ</mi>");
    write_arguments(mathml, syntax);
}

static void write_normal_pdf(const Mathml *mathml, const Syntax *syntax)
{
    g_string_append(mathml->out, "<mi>φ</mi>");
    write_arguments(mathml, syntax);
}

/* Functions of one argument that mathematics writes by signs. */
static const struct {
    const char *name;
    void (*write)(const Mathml *mathml, const Syntax *syntax);
} written[] = {
    {"exp", write_exp},
    {"expm1", write_expm1},
    {"log1p", write_log1p},
    {"sqrt", write_sqrt},
    {"cbrt", write_cbrt},
    {"abs", write_abs},
    {"floor", write_floor},
    {"sech2", write_sech2},
    {"normal_cdf", write_normal_cdf},
    {"normal_pdf", write_normal_pdf},
};

static void write_name(const Mathml *mathml, const Syntax *syntax, unsigned positional)
{
    Function function = function_resolve(mathml->scope, syntax->name, positional);
    double number;
    if (positional == 0 && write_parameter(mathml, syntax->name))
        return;
    bool known = function.definition || function.operation || function.clip;
    if (positional == 0 &&
        (show_is_x(syntax) || constant_find(syntax->name, &number) || !known))
        write_variable(mathml, syntax->name);
    else if (function.definition && !function.operation && function.definition->label)
        append_element(mathml, "mi", function.definition->label);
    else
        append_element(mathml, "mi", syntax->name);
    write_primes(mathml, syntax->primes);
}

static void write_call(const Mathml *mathml, const Syntax *syntax)
{
    const SyntaxArgument *first = syntax_argument(syntax, 0);
    bool single = first && !first->keyword && syntax->arguments->len == 1;
    for (size_t i = 0; single && !syntax->primes && i < G_N_ELEMENTS(written); i++) {
        if (strcmp(written[i].name, syntax->name) == 0) {
            written[i].write(mathml, syntax);
            return;
        }
    }
    write_name(mathml, syntax, first && !first->keyword);
    if (first)
        write_arguments(mathml, syntax);
}

/* Whether a product's factor begins or ends with digits. */
static bool is_number(const Syntax *syntax, bool at_end)
{
    while (syntax->kind == SYNTAX_OPERATION &&
           (syntax->operation == &operation_multiply ||
            (!at_end && syntax->operation == &operation_power)))
        syntax = value(syntax, at_end ? 1 : 0);
    return syntax->kind == SYNTAX_NUMBER;
}

static void write_product(const Mathml *mathml, const Syntax *syntax)
{
    bool number = is_number(value(syntax, 0), true);
    write_part(mathml, value(syntax, 0), LEVEL_PRODUCT);
    if (number && !is_number(value(syntax, 1), false))
        g_string_append(mathml->out, TIMES);
    else
        append_element(mathml, "mo", "·");
    write_part(mathml, value(syntax, 1), LEVEL_PRODUCT + 1);
}

/* Two parts, each as one child of an element. */
static void write_pair(const Mathml *mathml, const char *element, const Syntax *syntax,
                       Level first, Level second)
{
    g_string_append_printf(mathml->out, "<%s><mrow>", element);
    write_part(mathml, value(syntax, 0), first);
    g_string_append(mathml->out, "</mrow><mrow>");
    write_part(mathml, value(syntax, 1), second);
    g_string_append_printf(mathml->out, "</mrow></%s>", element);
}

/* A row of cases; condition NULL: what is left. */
static void write_case(const Mathml *mathml, const Syntax *what,
                       const Syntax *condition)
{
    g_string_append(mathml->out, "<mtr><mtd>");
    write_part(mathml, what, LEVEL_CHOICE);
    g_string_append(mathml->out, "</mtd><mtd>");
    if (condition) {
        g_string_append(mathml->out, "<mtext>if\xC2\xA0</mtext>");
        write_part(mathml, condition, LEVEL_OR);
    } else {
        g_string_append(mathml->out, "<mtext>otherwise</mtext>");
    }
    g_string_append(mathml->out, "</mtd></mtr>");
}

static void write_cases(const Mathml *mathml, const Syntax *syntax)
{
    g_string_append(mathml->out,
                    "<mrow><mo>{</mo><mtable class=\"cases\" displaystyle=\"true\">");
    while (syntax->kind == SYNTAX_OPERATION && syntax->operation == &operation_select) {
        write_case(mathml, value(syntax, 1), value(syntax, 0));
        syntax = value(syntax, 2);
    }
    write_case(mathml, syntax, NULL);
    g_string_append(mathml->out, "</mtable></mrow>");
}

static void write_operation(const Mathml *mathml, const Syntax *syntax)
{
    const Operation *operation = syntax->operation;
    const char *sign = notation_sign(NOTATION_PLAIN, operation->name);
    Level level = operation->level;
    if (operation == &operation_multiply) {
        write_product(mathml, syntax);
    } else if (operation == &operation_divide) {
        write_pair(mathml, "mfrac", syntax, LEVEL_CHOICE, LEVEL_CHOICE);
    } else if (operation == &operation_power) {
        write_pair(mathml, "msup", syntax, LEVEL_CALL, LEVEL_CHOICE);
    } else if (operation == &operation_select) {
        write_cases(mathml, syntax);
    } else if (operation->arity == 1) {
        append_element(mathml, "mo", sign);
        write_part(mathml, value(syntax, 0), LEVEL_PRODUCT);
    } else {
        write_part(mathml, value(syntax, 0),
                   level == LEVEL_COMPARE ? level + 1 : level);
        append_element(mathml, "mo", sign);
        write_part(mathml, value(syntax, 1), level + 1);
    }
}

/* `∂f/∂α`, or `df/dx`. */
static void write_diff(const Mathml *mathml, const Syntax *syntax)
{
    const char *d = strcmp(syntax->name, "x") == 0 ? "d" : "∂";
    g_string_append(mathml->out, "<mfrac><mrow>");
    append_element(mathml, "mo", d);
    write_part(mathml, value(syntax, 0), LEVEL_CALL);
    g_string_append(mathml->out, "</mrow><mrow>");
    append_element(mathml, "mo", d);
    write_variable(mathml, syntax->name);
    g_string_append(mathml->out, "</mrow></mfrac>");
}

static Level level_of(const Syntax *syntax)
{
    if (syntax->kind == SYNTAX_OPERATION)
        return syntax->operation->level;
    if (syntax->kind == SYNTAX_CALL && !syntax->primes &&
        strcmp(syntax->name, "expm1") == 0)
        return LEVEL_SUM; /* it is written as a difference */
    return syntax->kind == SYNTAX_DIFF ? LEVEL_PRODUCT : LEVEL_CALL;
}

static void write_bare(const Mathml *mathml, const Syntax *syntax)
{
    switch (syntax->kind) {
    case SYNTAX_NUMBER:
        write_number(mathml, syntax->number);
        break;
    case SYNTAX_NAME:
        write_name(mathml, syntax, 0);
        break;
    case SYNTAX_CALL:
        write_call(mathml, syntax);
        break;
    case SYNTAX_OPERATION:
        write_operation(mathml, syntax);
        break;
    case SYNTAX_DIFF:
        write_diff(mathml, syntax);
        break;
    case SYNTAX_PRIME:
        write_part(mathml, value(syntax, 0), LEVEL_CALL);
        write_primes(mathml, syntax->primes);
        break;
    }
}

static void write_part(const Mathml *mathml, const Syntax *syntax, Level weakest)
{
    bool wrapped = level_of(syntax) < weakest;
    if (wrapped)
        g_string_append(mathml->out, "<mrow><mo>(</mo>");
    write_bare(mathml, syntax);
    if (wrapped)
        g_string_append(mathml->out, "<mo>)</mo></mrow>");
}

char *formula_mathml(const char *text, const Scope *scope, const Definition *of)
{
    const Mathml mathml = {.out = g_string_new(NULL), .scope = scope, .of = of};
    g_autoptr(SyntaxTree) tree = parser_parse(text, NULL, NULL);
    if (tree && tree->root->depth <= MAX_DEPTH)
        write_part(&mathml, tree->root, LEVEL_CHOICE);
    else
        append_element(&mathml, "mtext", text);
    return g_string_free(mathml.out, FALSE);
}
