/* show.c - running mathematics: the parts of a formula, shown as people write them. */
#include "formula/show.h"

#include "formula/notation.h"

#include <string.h>

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

bool show_is_x(const Syntax *syntax)
{
    return syntax->kind == SYNTAX_NAME && !syntax->primes && !strcmp(syntax->name, "x");
}

/* `α`, as the parameter's record has it. */
char *show_parameter(const Writer *writer, const Definition *definition,
                     const char *name)
{
    const Parameter *parameter = definition_parameter_called(definition, name);
    name = parameter ? parameter->name : name;
    if (!is_latex(writer) && parameter && parameter->symbol && !strchr(name, '_'))
        return notation_escape(writer->notation, parameter->symbol);
    return notation_variable(writer->notation, name);
}

/* The function that a name or call is shown by, with the call's own parameters. */
Function show_function(const Writer *writer, const Syntax *syntax)
{
    unsigned positional = 0;
    const SyntaxArgument *argument;
    for (unsigned i = 0; (argument = syntax_argument(syntax, i)); i++)
        positional += !argument->keyword;
    return function_resolve(writer->scope, syntax->name, positional);
}

char *show_joined(GPtrArray *texts)
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
        if (argument->keyword && parameter_is(parameter, argument->keyword))
            return show(writer, argument->value, LEVEL_CHOICE);
    for (const Binding *b = writer->bindings; b && b->name; b++)
        if (parameter_is(parameter, b->name))
            return notation_number(writer->notation, b->value);
    return notation_number(writer->notation, parameter->value);
}

/* A label with places for parameters, `SoftReLU (β = {beta})`, filled in. */
char *show_label(const Writer *writer, const Syntax *syntax,
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

bool show_has_places(const Definition *definition)
{
    return definition->label && strchr(definition->label, '{');
}

/* A function's name in running mathematics. */
static char *function_name(const Writer *writer, const Syntax *syntax, bool called)
{
    Function function = show_function(writer, syntax);
    bool own =
        function.definition && !(called && (function.operation || function.clip));
    if (own && show_has_places(function.definition))
        return show_label(writer, syntax, function.definition);
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
    char *special = writer->show_call ? writer->show_call(writer, syntax) : NULL;
    if (!special)
        special = show_fenced(writer, syntax);
    if (special)
        return special;
    g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
    const SyntaxArgument *argument;
    for (unsigned i = 0; (argument = syntax_argument(syntax, i)); i++)
        if (!argument->keyword)
            g_ptr_array_add(texts, show(writer, argument->value, LEVEL_CHOICE));
    g_autofree char *name = function_name(writer, syntax, texts->len > 0);
    g_autofree char *primes = notation_primes(writer->notation, syntax->primes);
    Function function = show_function(writer, syntax);
    const Definition *definition = function.definition;
    for (unsigned i = 0; (argument = syntax_argument(syntax, i)); i++) {
        if (!argument->keyword || (definition && show_has_places(definition)))
            continue;
        g_autofree char *symbol = show_parameter(writer, definition, argument->keyword);
        g_autofree char *shown = show(writer, argument->value, LEVEL_CHOICE);
        g_ptr_array_add(texts, g_strdup_printf("%s=%s", symbol, shown));
    }
    if (texts->len == 0)
        return g_strconcat(name, primes, NULL);
    g_autofree char *joined = show_joined(texts);
    g_autofree char *wrapped = wrap(writer, joined);
    return g_strconcat(name, primes, wrapped, NULL);
}

static char *show_name(const Writer *writer, const Syntax *syntax)
{
    double number;
    if (writer->of && definition_parameter(writer->of, syntax->name))
        return show_parameter(writer, writer->of, syntax->name);
    g_autofree char *primes = notation_primes(writer->notation, syntax->primes);
    Function function = show_function(writer, syntax);
    bool variable = show_is_x(syntax) || constant_find(syntax->name, &number) ||
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

char *show(const Writer *writer, const Syntax *syntax, Level weakest)
{
    char *text = show_bare(writer, syntax);
    if (level_of(syntax) >= weakest)
        return text;
    char *wrapped = wrap(writer, text);
    g_free(text);
    return wrapped;
}
