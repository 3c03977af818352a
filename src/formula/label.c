/* label.c - a formula as written, shown as people write it. */
#include "formula/formula.h"
#include "formula/function.h"
#include "formula/notation.h"
#include "formula/syntax.h"

#include <string.h>

enum { MAX_DEPTH = 2 * FORMULA_MAX_DEPTH }; /* deeper ones are shown as they are */

typedef struct {
    Notation notation;
    const Scope *scope;
    const Binding *bindings; /* ended by a NULL name; or NULL */
} Writer;

static char *show(const Writer *writer, const Syntax *syntax, Level weakest);

static bool is_latex(const Writer *writer)
{
    return writer->notation == NOTATION_LATEX;
}

static char *wrap(const Writer *writer, const char *inner)
{
    return g_strdup_printf(is_latex(writer) ? "\\left(%s\\right)" : "(%s)", inner);
}

static const Syntax *value(const Syntax *syntax, unsigned number)
{
    return syntax_argument(syntax, number)->value;
}

static bool is_x(const Syntax *syntax)
{
    return syntax->kind == SYNTAX_NAME && !syntax->primes && !strcmp(syntax->name, "x");
}

/* `α`, as the parameter's record has it. */
static char *parameter_symbol(const Writer *writer, const Definition *definition,
                              const char *name)
{
    const Parameter *parameter = definition_parameter(definition, name);
    if (!is_latex(writer) && parameter && parameter->symbol && !strchr(name, '_'))
        return notation_escape(writer->notation, parameter->symbol);
    return notation_variable(writer->notation, name);
}

/* `α=0.1` */
static char *assignment(const Writer *writer, const Definition *definition,
                        const char *name, const char *shown)
{
    g_autofree char *symbol = parameter_symbol(writer, definition, name);
    g_autofree char *math = g_strdup_printf("%s=%s", symbol, shown);
    return notation_math(writer->notation, math);
}

/* The function that a name or call is shown by, with the call's own parameters. */
static Function function_of(const Writer *writer, const Syntax *syntax)
{
    unsigned positional = 0;
    const SyntaxArgument *argument;
    for (unsigned i = 0; (argument = syntax_argument(syntax, i)); i++)
        positional += !argument->keyword;
    return function_resolve(writer->scope, syntax->name, positional);
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

static char *join(GPtrArray *texts)
{
    g_ptr_array_add(texts, NULL);
    char *joined = g_strjoinv(", ", (char **)texts->pdata);
    g_ptr_array_remove_index(texts, texts->len - 1);
    return joined;
}

/* The value of a call's parameter as shown: by keyword, binding or default. */
static char *shown_parameter(const Writer *writer, const Syntax *syntax,
                             const Parameter *parameter)
{
    const SyntaxArgument *argument;
    for (unsigned i = 0; (argument = syntax_argument(syntax, i)); i++)
        if (argument->keyword && !strcmp(argument->keyword, parameter->name))
            return show(writer, argument->value, LEVEL_CHOICE);
    for (const Binding *b = writer->bindings; b && b->name; b++)
        if (!strcmp(b->name, parameter->name))
            return notation_number(writer->notation, b->value);
    return notation_number(writer->notation, parameter->value);
}

/* A label with places for parameters, `SoftReLU (β = {beta})`, filled in. */
static char *fill(const Writer *writer, const Syntax *syntax,
                  const Definition *definition)
{
    GString *out = g_string_new(NULL);
    const char *label = definition->label ? definition->label : definition->key;
    const char *p = label;
    while (*p) {
        const char *open = strchr(p, '{'), *close = open ? strchr(open, '}') : NULL;
        g_autofree char *before = g_strndup(p, open ? (size_t)(open - p) : strlen(p));
        g_autofree char *name =
            close ? g_strndup(open + 1, (size_t)(close - open - 1)) : NULL;
        const Parameter *parameter =
            name ? definition_parameter(definition, name) : NULL;
        g_autofree char *escaped =
            notation_escape(writer->notation, parameter ? before : p);
        g_string_append(out, escaped);
        if (!parameter)
            break;
        g_autofree char *shown = shown_parameter(writer, syntax, parameter);
        g_autofree char *math = notation_math(writer->notation, shown);
        g_string_append(out, math);
        p = close + 1;
    }
    return g_string_free(out, FALSE);
}

static bool has_places(const Definition *definition)
{
    return definition->label && strchr(definition->label, '{');
}

/* A function's name in running mathematics. */
static char *function_name(const Writer *writer, const Syntax *syntax, bool called)
{
    Function function = function_of(writer, syntax);
    bool own =
        function.definition && !(called && (function.operation || function.clip));
    if (own && has_places(function.definition))
        return fill(writer, syntax, function.definition);
    const char *name =
        own && function.definition->label ? function.definition->label : syntax->name;
    return notation_function(writer->notation, name);
}

/* `|x|` and the like: a function written by signs around its argument. */
static char *show_fenced(const Writer *writer, const Syntax *syntax)
{
    static const struct {
        const char *name, *open, *close, *latex_open, *latex_close;
    } fences[] = {
        {"abs", "|", "|", "\\left|", "\\right|"},
        {"floor", "⌊", "⌋", "\\left\\lfloor ", "\\right\\rfloor "},
    };
    const SyntaxArgument *argument = syntax_argument(syntax, 0);
    if (!argument || argument->keyword || syntax->primes || syntax->arguments->len > 1)
        return NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(fences); i++) {
        if (strcmp(fences[i].name, syntax->name) != 0)
            continue;
        g_autofree char *inner = show(writer, argument->value, LEVEL_CHOICE);
        bool latex = is_latex(writer);
        return g_strconcat(latex ? fences[i].latex_open : fences[i].open, inner,
                           latex ? fences[i].latex_close : fences[i].close, NULL);
    }
    if (strcmp(syntax->name, "sqrt") != 0)
        return NULL;
    if (is_latex(writer)) {
        g_autofree char *inner = show(writer, argument->value, LEVEL_CHOICE);
        return g_strdup_printf("\\sqrt{%s}", inner);
    }
    bool simple =
        argument->value->kind == SYNTAX_NUMBER || argument->value->kind == SYNTAX_NAME;
    g_autofree char *inner = show(writer, argument->value, LEVEL_CHOICE);
    return g_strdup_printf(simple ? "√%s" : "√(%s)", inner);
}

static char *show_call(const Writer *writer, const Syntax *syntax)
{
    char *fenced = show_fenced(writer, syntax);
    if (fenced)
        return fenced;
    g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
    const SyntaxArgument *argument;
    for (unsigned i = 0; (argument = syntax_argument(syntax, i)); i++)
        if (!argument->keyword)
            g_ptr_array_add(texts, show(writer, argument->value, LEVEL_CHOICE));
    g_autofree char *name = function_name(writer, syntax, texts->len > 0);
    g_autofree char *primes = notation_primes(writer->notation, syntax->primes);
    Function function = function_of(writer, syntax);
    const Definition *definition = function.definition;
    for (unsigned i = 0; (argument = syntax_argument(syntax, i)); i++) {
        if (!argument->keyword || (definition && has_places(definition)))
            continue;
        g_autofree char *symbol =
            parameter_symbol(writer, definition, argument->keyword);
        g_autofree char *shown = show(writer, argument->value, LEVEL_CHOICE);
        g_ptr_array_add(texts, g_strdup_printf("%s=%s", symbol, shown));
    }
    if (texts->len == 0)
        return g_strconcat(name, primes, NULL);
    g_autofree char *joined = join(texts);
    g_autofree char *wrapped = wrap(writer, joined);
    return g_strconcat(name, primes, wrapped, NULL);
}

static char *show_name(const Writer *writer, const Syntax *syntax)
{
    double number;
    g_autofree char *primes = notation_primes(writer->notation, syntax->primes);
    Function function = function_of(writer, syntax);
    bool variable = is_x(syntax) || constant_find(syntax->name, &number) ||
                    !(function.definition || function.operation);
    g_autofree char *name = variable ? notation_variable(writer->notation, syntax->name)
                                     : function_name(writer, syntax, false);
    return g_strconcat(name, primes, NULL);
}

/* `2x`, `x·y`, `2·3` */
static char *show_product(const Writer *writer, const Syntax *syntax)
{
    g_autofree char *left = show(writer, value(syntax, 0), LEVEL_PRODUCT);
    g_autofree char *right = show(writer, value(syntax, 1), LEVEL_PRODUCT + 1);
    size_t length = strlen(left);
    bool after_number = length && g_ascii_isdigit(left[length - 1]) &&
                        (value(syntax, 0)->kind == SYNTAX_NUMBER ||
                         value(syntax, 0)->operation == &operation_multiply);
    bool before_number = g_ascii_isdigit(*right) ||
                         g_str_has_prefix(right, notation_sign(writer->notation, "-"));
    const char *between = notation_sign(writer->notation, "*");
    if (after_number && !before_number)
        between = "";
    else if (is_latex(writer) && !before_number)
        between = "\\,";
    return g_strconcat(left, between, right, NULL);
}

static char *show_quotient(const Writer *writer, const Syntax *syntax)
{
    bool latex = is_latex(writer);
    g_autofree char *above = show(writer, value(syntax, 0), latex ? 0 : LEVEL_PRODUCT);
    g_autofree char *below =
        show(writer, value(syntax, 1), latex ? 0 : LEVEL_PRODUCT + 1);
    return g_strdup_printf(latex ? "\\frac{%s}{%s}" : "%s/%s", above, below);
}

static char *show_power(const Writer *writer, const Syntax *syntax)
{
    bool raised = writer->notation != NOTATION_PLAIN;
    g_autofree char *base = show(writer, value(syntax, 0), LEVEL_CALL);
    g_autofree char *exponent =
        show(writer, value(syntax, 1), raised ? LEVEL_CHOICE : LEVEL_SUM);
    return notation_power(writer->notation, base, exponent);
}

static char *show_choice(const Writer *writer, const Syntax *syntax)
{
    g_autofree char *condition = show(writer, value(syntax, 0), LEVEL_OR);
    g_autofree char *yes = show(writer, value(syntax, 1), LEVEL_CHOICE);
    g_autofree char *no = show(writer, value(syntax, 2), LEVEL_CHOICE);
    if (is_latex(writer))
        return g_strdup_printf("\\begin{cases}%s & %s\\\\%s & "
                               "\\mathrm{otherwise}\\end{cases}",
                               yes, condition, no);
    return g_strdup_printf("%s ? %s : %s", condition, yes, no);
}

static char *show_operation(const Writer *writer, const Syntax *syntax)
{
    const Operation *operation = syntax->operation;
    const char *sign = notation_sign(writer->notation, operation->name);
    Level level = operation->level;
    if (operation == &operation_multiply)
        return show_product(writer, syntax);
    if (operation == &operation_divide)
        return show_quotient(writer, syntax);
    if (operation == &operation_power)
        return show_power(writer, syntax);
    if (operation == &operation_select)
        return show_choice(writer, syntax);
    if (operation->arity == 1) {
        g_autofree char *inner = show(writer, value(syntax, 0), LEVEL_PRODUCT);
        return g_strconcat(sign, inner, NULL);
    }
    g_autofree char *left =
        show(writer, value(syntax, 0), level == LEVEL_COMPARE ? level + 1 : level);
    g_autofree char *right = show(writer, value(syntax, 1), level + 1);
    return g_strdup_printf("%s %s %s", left, sign, right);
}

/* `∂f/∂α`, or `df/dx`. */
static char *show_diff(const Writer *writer, const Syntax *syntax)
{
    bool total = !strcmp(syntax->name, "x");
    const char *d = total ? "d" : notation_sign(writer->notation, "d");
    g_autofree char *function = show(writer, value(syntax, 0), LEVEL_CALL);
    g_autofree char *by = notation_variable(writer->notation, syntax->name);
    return g_strdup_printf(is_latex(writer) ? "\\frac{%s%s}{%s%s}" : "%s%s/%s%s", d,
                           function, d, by);
}

static Level level_of(const Syntax *syntax)
{
    if (syntax->kind == SYNTAX_OPERATION)
        return syntax->operation->level;
    if (syntax->kind == SYNTAX_DIFF)
        return LEVEL_PRODUCT;
    return LEVEL_CALL;
}

static char *show_bare(const Writer *writer, const Syntax *syntax)
{
    switch (syntax->kind) {
    case SYNTAX_NUMBER:
        return notation_number(writer->notation, syntax->number);
    case SYNTAX_NAME:
        return show_name(writer, syntax);
    case SYNTAX_CALL:
        return show_call(writer, syntax);
    case SYNTAX_OPERATION:
        return show_operation(writer, syntax);
    case SYNTAX_DIFF:
        return show_diff(writer, syntax);
    case SYNTAX_PRIME:
        break;
    }
    g_autofree char *inner = show(writer, value(syntax, 0), LEVEL_CALL);
    g_autofree char *primes = notation_primes(writer->notation, syntax->primes);
    return g_strconcat(inner, primes, NULL);
}

static char *show(const Writer *writer, const Syntax *syntax, Level weakest)
{
    char *text = show_bare(writer, syntax);
    if (level_of(syntax) >= weakest)
        return text;
    char *wrapped = wrap(writer, text);
    g_free(text);
    return wrapped;
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
        syntax = value(syntax, 0);
    }
    if (syntax->kind == SYNTAX_PRIME) {
        whole->primes = syntax->primes;
        syntax = value(syntax, 0);
    }
    if (syntax->kind != SYNTAX_NAME && syntax->kind != SYNTAX_CALL)
        return false;
    const SyntaxArgument *first = syntax_argument(syntax, 0);
    if (first && !first->keyword && !is_x(first->value))
        return false;
    whole->call = syntax;
    whole->primes += syntax->primes;
    whole->function = function_of(writer, syntax);
    return whole->function.definition != NULL;
}

/* The function's name in text, with what was done to it. */
static char *whole_name(const Writer *writer, const Whole *whole)
{
    g_autofree char *label = fill(writer, whole->call, whole->function.definition);
    g_autofree char *primes = notation_primes(writer->notation, whole->primes);
    g_autofree char *raised =
        whole->primes ? notation_math(writer->notation, primes) : g_strdup("");
    if (!whole->by)
        return g_strconcat(label, raised, NULL);

    bool total = !strcmp(whole->by, "x");
    const char *d = total ? "d" : notation_sign(writer->notation, "d");
    g_autofree char *by =
        parameter_symbol(writer, whole->function.definition, whole->by);
    if (!is_latex(writer))
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
    g_autofree char *joined = join(texts);
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
    g_autoptr(SyntaxTree) tree = syntax_parse(text, NULL, NULL);
    if (!tree || tree->root->depth > MAX_DEPTH)
        return notation_escape(notation, text);

    g_autoptr(GPtrArray) parameters = g_ptr_array_new_with_free_func(g_free);
    Whole whole;
    if (find_whole(&writer, tree->root, &whole)) {
        const Definition *definition = whole.function.definition;
        if (!has_places(definition)) {
            collect_keywords(&writer, whole.call, definition, parameters);
            collect_bindings(&writer, &whole, parameters);
        }
        return with_parameters(whole_name(&writer, &whole), parameters);
    }
    collect_bindings(&writer, NULL, parameters);
    g_autofree char *math = show(&writer, tree->root, LEVEL_CHOICE);
    return with_parameters(notation_math(notation, math), parameters);
}
