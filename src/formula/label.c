/* label.c - the label of a whole formula: a function's own, or running mathematics. */
#include "formula/formula.h"
#include "formula/markup.h"
#include "formula/math_formula.h"
#include "formula/notation.h"
#include "formula/parser.h"
#include "formula/typeset.h"

#include <string.h>

typedef struct {
    Notation notation;
    MathNames names;
} Writer;

/* Mathematics as it stands in other text. */
static char *in_text(Notation notation, const Math *math)
{
    g_autofree char *latex = NULL;
    if (notation == NOTATION_PLAIN)
        return math_plain(math);
    if (notation == NOTATION_GNUPLOT)
        return math_gnuplot(math);
    latex = math_latex(math);
    return g_strdup_printf("$%s$", latex);
}

/* The words of a label, and the formulas in it. */
static char *label_text(Notation notation, const char *label)
{
    GString *out = g_string_new(NULL);
    MarkupPart part = {.next = label};
    while (markup_next(&part)) {
        g_autofree char *text = markup_part_text(&part);
        g_autoptr(Math) math = part.is_math ? math_read(text, NULL, NULL) : NULL;
        g_autofree char *written =
            math ? in_text(notation, math) : notation_escape(notation, text);
        g_string_append(out, written);
    }
    return g_string_free(out, FALSE);
}

/* `α=0.1`. Words in a figure stay words: a slanted letter would need one more font. */
static char *assignment(const Writer *writer, const Definition *definition,
                        const char *name, Math *shown)
{
    Notation notation = writer->notation;
    g_autoptr(Math) value = shown;
    g_autoptr(Math) symbol = math_new_parameter(definition, name);
    if (notation == NOTATION_LATEX) {
        g_autofree char *left = math_latex(symbol), *right = math_latex(value);
        return g_strdup_printf("$%s=%s$", left, right);
    }
    bool words = notation == NOTATION_MARKUP;
    g_autofree char *left = words ? math_plain(symbol) : in_text(notation, symbol);
    g_autofree char *right = words ? math_plain(value) : in_text(notation, value);
    g_autofree char *text = g_strdup_printf("%s=%s", left, right);
    return words ? notation_escape(notation, text) : g_steal_pointer(&text);
}

/* Collects the assignments of a call's keywords. */
static void collect_keywords(const Writer *writer, const Syntax *syntax,
                             const Definition *definition, GPtrArray *into)
{
    const SyntaxArgument *argument;
    for (unsigned i = 0; (argument = syntax_argument(syntax, i)); i++) {
        if (!argument->keyword)
            continue;
        Math *shown = math_of_syntax(&writer->names, argument->value);
        g_ptr_array_add(into, assignment(writer, definition, argument->keyword, shown));
    }
}

static bool has_keyword(const Syntax *syntax, const char *name)
{
    const SyntaxArgument *argument;
    for (unsigned i = 0; (argument = syntax_argument(syntax, i)); i++)
        if (argument->keyword && !strcmp(argument->keyword, name))
            return true;
    return false;
}

/* A whole formula that is one function of x, perhaps differentiated. */
typedef struct {
    const Syntax *call;
    Function function;
    int primes;
    const char *by; /* of diff(); NULL: none */
} Whole;

static bool find_whole(const Writer *writer, const Syntax *syntax, Whole *whole)
{
    *whole = (Whole){0};
    if (syntax->kind == SYNTAX_DIFF) {
        whole->by = syntax->name;
        syntax = syntax_argument(syntax, 0)->value;
    }
    if (syntax->kind == SYNTAX_PRIME) {
        whole->primes = syntax->primes;
        syntax = syntax_argument(syntax, 0)->value;
    }
    if (syntax->kind != SYNTAX_NAME && syntax->kind != SYNTAX_CALL)
        return false;
    const SyntaxArgument *first = syntax_argument(syntax, 0);
    if (first && !first->keyword && !math_is_x(first->value))
        return false;
    whole->call = syntax;
    whole->primes += syntax->primes;
    whole->function = math_function(&writer->names, syntax);
    /* `sin(x)` is mathematics, `sin` the name of a function. */
    if (first && !first->keyword && whole->function.operation)
        return false;
    return whole->function.definition != NULL;
}

/* `∂PReLU/∂α`; in LaTeX a fraction. */
static char *derivative_name(const Writer *writer, const Whole *whole,
                             const char *label, const char *primes)
{
    const Definition *definition = whole->function.definition;
    const char *d = strcmp(whole->by, "x") == 0 ? "d" : "∂";
    g_autoptr(Math) by = math_new_parameter(definition, whole->by);
    if (writer->notation != NOTATION_LATEX) {
        g_autofree char *text = math_plain(by);
        g_autofree char *escaped = notation_escape(writer->notation, text);
        return g_strdup_printf("%s%s%s/%s%s", d, label, primes, d, escaped);
    }
    Math *above = math_new(MATH_ROW, NULL), *below = math_new(MATH_ROW, NULL);
    math_add(above, math_new(MATH_NAME, d));
    math_add(above, math_new(MATH_NAME,
                             definition->label ? definition->label : definition->key));
    if (whole->primes)
        math_add(above, math_new_count(MATH_PRIMES, whole->primes));
    math_add(math_add(below, math_new(MATH_NAME, d)), g_steal_pointer(&by));
    g_autoptr(Math) fraction = math_new_with(MATH_FRACTION, above, below);
    return in_text(NOTATION_LATEX, fraction);
}

/* The function's name in text, with what was done to it. */
static char *whole_name(const Writer *writer, const Whole *whole)
{
    g_autofree char *filled =
        math_filled_label(&writer->names, whole->call, whole->function.definition);
    g_autofree char *label = label_text(writer->notation, filled);
    g_autofree char *primes = notation_primes(writer->notation, whole->primes);
    if (whole->by)
        return derivative_name(writer, whole, label, primes);
    if (whole->primes && writer->notation == NOTATION_LATEX)
        return g_strdup_printf("%s$%s$", label, primes);
    return g_strconcat(label, primes, NULL);
}

static char *with_parameters(char *name, GPtrArray *texts)
{
    if (texts->len == 0)
        return name;
    g_autofree char *owned = name;
    g_ptr_array_add(texts, NULL);
    g_autofree char *joined = g_strjoinv(", ", (char **)texts->pdata);
    return g_strdup_printf("%s (%s)", owned, joined);
}

static void collect_bindings(const Writer *writer, const Whole *whole, GPtrArray *into)
{
    const Definition *definition = whole ? whole->function.definition : NULL;
    for (const Binding *b = writer->names.bindings; b && b->name; b++) {
        if (whole && has_keyword(whole->call, b->name))
            continue;
        g_ptr_array_add(
            into, assignment(writer, definition, b->name, math_new_number(b->value)));
    }
}

/* What is one function of x. */
static char *whole_label(const Writer *writer, const Whole *whole)
{
    g_autoptr(GPtrArray) parameters = g_ptr_array_new_with_free_func(g_free);
    const Definition *definition = whole->function.definition;
    if (!math_has_places(definition)) {
        collect_keywords(writer, whole->call, definition, parameters);
        collect_bindings(writer, whole, parameters);
    }
    return with_parameters(whole_name(writer, whole), parameters);
}

static char *math_label(const Writer *writer, const Math *math)
{
    g_autoptr(GPtrArray) parameters = g_ptr_array_new_with_free_func(g_free);
    Notation notation = writer->notation;
    collect_bindings(writer, NULL, parameters);
    char *label = in_text(notation, math);
    /* What is too long or too deep to be read again is shown on one line. */
    if (notation == NOTATION_MARKUP && !markup_check(label, NULL, NULL)) {
        g_autofree char *plain = math_plain(math);
        g_free(label);
        label = notation_escape(notation, plain);
    }
    return with_parameters(label, parameters);
}

/* The labels from first to last of all notations. */
static void make_labels(const char *text, const Scope *scope, const Binding *bindings,
                        Notation first, Notation last, char *labels[])
{
    Writer writer = {.names = {.scope = scope, .bindings = bindings}};
    g_autoptr(SyntaxTree) tree = parser_parse(text, NULL, NULL);
    g_autoptr(Math) math = NULL;
    Whole whole;
    bool readable = tree && tree->root->depth <= MATH_FORMULA_MAX_DEPTH;
    bool is_whole = readable && find_whole(&writer, tree->root, &whole);
    if (readable && !is_whole)
        math = math_of_syntax(&writer.names, tree->root);
    for (Notation notation = first; notation <= last; notation++) {
        writer.notation = notation;
        *labels++ = !readable  ? notation_escape(notation, text)
                    : is_whole ? whole_label(&writer, &whole)
                               : math_label(&writer, math);
    }
}

char *formula_label(const char *text, const Scope *scope, const Binding *bindings,
                    Notation notation)
{
    char *label;
    make_labels(text, scope, bindings, notation, notation, &label);
    return label;
}

void formula_labels(const char *text, const Scope *scope, const Binding *bindings,
                    char *labels[NOTATION_COUNT])
{
    make_labels(text, scope, bindings, NOTATION_PLAIN, NOTATION_GNUPLOT, labels);
}

Math *formula_math(const char *text, const Scope *scope, const Definition *of)
{
    const MathNames names = {.scope = scope, .of = of};
    g_autoptr(SyntaxTree) tree = parser_parse(text, NULL, NULL);
    if (tree && tree->root->depth <= MATH_FORMULA_MAX_DEPTH)
        return math_of_syntax(&names, tree->root);
    return math_new(MATH_NAME, text);
}

char *formula_mathml(const char *text, const Scope *scope, const Definition *of)
{
    g_autoptr(Math) math = formula_math(text, scope, of);
    return math_mathml(math);
}
