/* label.c - the label of a whole formula: a function's own, or running mathematics. */
#include "formula/formula.h"
#include "formula/notation.h"
#include "formula/parser.h"
#include "formula/show.h"

#include <string.h>

enum { MAX_DEPTH = 2 * FORMULA_MAX_DEPTH }; /* deeper ones are shown as they are */

/* `α=0.1` */
static char *assignment(const Writer *writer, const Definition *definition,
                        const char *name, const char *shown)
{
    g_autofree char *symbol = show_parameter(writer, definition, name);
    g_autofree char *math = g_strdup_printf("%s=%s", symbol, shown);
    return notation_math(writer->notation, math);
}

/* Collects the assignments of a call's keywords. */
static void collect_keywords(const Writer *writer, const Syntax *syntax,
                             const Definition *definition, GPtrArray *into)
{
    const SyntaxArgument *argument;
    for (unsigned i = 0; (argument = syntax_argument(syntax, i)); i++) {
        if (!argument->keyword)
            continue;
        g_autofree char *shown = show(writer, argument->value, LEVEL_CHOICE);
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
    if (first && !first->keyword && !show_is_x(first->value))
        return false;
    whole->call = syntax;
    whole->primes += syntax->primes;
    whole->function = show_function(writer, syntax);
    /* `sin(x)` is mathematics, `sin` the name of a function. */
    if (first && !first->keyword && whole->function.operation)
        return false;
    return whole->function.definition != NULL;
}

/* The function's name in text, with what was done to it. */
static char *whole_name(const Writer *writer, const Whole *whole)
{
    g_autofree char *label =
        show_label(writer, whole->call, whole->function.definition);
    g_autofree char *primes = notation_primes(writer->notation, whole->primes);
    g_autofree char *raised =
        whole->primes ? notation_math(writer->notation, primes) : g_strdup("");
    if (!whole->by)
        return g_strconcat(label, raised, NULL);

    bool total = !strcmp(whole->by, "x");
    const char *d = total ? "d" : notation_sign(writer->notation, "d");
    g_autofree char *by = show_parameter(writer, whole->function.definition, whole->by);
    if (writer->notation != NOTATION_LATEX)
        return g_strdup_printf("%s%s%s/%s%s", d, label, primes, d, by);
    const Definition *definition = whole->function.definition;
    g_autofree char *name = notation_function(
        NOTATION_LATEX, definition->label ? definition->label : definition->key);
    return g_strdup_printf("$\\frac{%s%s%s}{%s%s}$", d, name, primes, d, by);
}

static char *with_parameters(char *name, GPtrArray *texts)
{
    if (texts->len == 0)
        return name;
    g_autofree char *owned = name;
    g_autofree char *joined = show_joined(texts);
    return g_strdup_printf("%s (%s)", owned, joined);
}

static void collect_bindings(const Writer *writer, const Whole *whole, GPtrArray *into)
{
    const Definition *definition = whole ? whole->function.definition : NULL;
    for (const Binding *b = writer->bindings; b && b->name; b++) {
        if (whole && has_keyword(whole->call, b->name))
            continue;
        g_autofree char *number = notation_number(writer->notation, b->value);
        g_ptr_array_add(into, assignment(writer, definition, b->name, number));
    }
}

char *formula_label(const char *text, const Scope *scope, const Binding *bindings,
                    Notation notation)
{
    const Writer writer = {.notation = notation, .scope = scope, .bindings = bindings};
    g_autoptr(SyntaxTree) tree = parser_parse(text, NULL, NULL);
    if (!tree || tree->root->depth > MAX_DEPTH)
        return notation_escape(notation, text);

    g_autoptr(GPtrArray) parameters = g_ptr_array_new_with_free_func(g_free);
    Whole whole;
    if (find_whole(&writer, tree->root, &whole)) {
        const Definition *definition = whole.function.definition;
        if (!show_has_places(definition)) {
            collect_keywords(&writer, whole.call, definition, parameters);
            collect_bindings(&writer, &whole, parameters);
        }
        return with_parameters(whole_name(&writer, &whole), parameters);
    }
    collect_bindings(&writer, NULL, parameters);
    g_autofree char *math = show(&writer, tree->root, LEVEL_CHOICE);
    return with_parameters(notation_math(notation, math), parameters);
}
