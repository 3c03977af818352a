/* math_name.c - names as mathematics: letters, functions, labels with their values. */
#include "base/number.h"
#include "base/number_pattern.h"
#include "formula/lexer.h"
#include "formula/markup.h"
#include "formula/math_inside.h"
#include "formula/notation.h"

#include <string.h>

Function math_function(const MathNames *names, const Syntax *syntax)
{
    unsigned positional = 0;
    const SyntaxArgument *argument;
    for (unsigned i = 0; (argument = syntax_argument(syntax, i)); i++)
        positional += !argument->keyword;
    return function_resolve(names->scope, syntax->name, positional);
}

/* A letter, or a word that is set upright. */
static Math *letter(const char *name)
{
    const char *greek = lexer_greek(name);
    bool single = greek || g_utf8_strlen(name, -1) == 1;
    return math_new(single ? MATH_VARIABLE : MATH_NAME, greek ? greek : name);
}

Math *math_variable(const char *name)
{
    const char *under = strchr(name, '_');
    if (!under || under == name || !under[1])
        return letter(name);
    g_autofree char *base = g_strndup(name, (size_t)(under - name));
    return math_new_script(letter(base), math_new(MATH_NAME, under + 1), NULL);
}

Math *math_new_parameter(const Definition *definition, const char *name)
{
    const Parameter *parameter =
        definition ? definition_parameter(definition, name) : NULL;
    if (!parameter || !parameter->symbol || strchr(name, '_'))
        return math_variable(name);
    bool single = g_utf8_strlen(parameter->symbol, -1) == 1;
    return math_new(single ? MATH_VARIABLE : MATH_NAME, parameter->symbol);
}

bool math_has_places(const Definition *definition)
{
    const Parameter *parameter = definition->parameters;
    for (; definition->label && parameter && parameter->name; parameter++) {
        g_autofree char *place = g_strdup_printf("{%s}", parameter->name);
        if (strstr(definition->label, place))
            return true;
    }
    return false;
}

/* The value of a call's parameter as shown: by keyword, binding or default. */
static char *shown_parameter(const MathNames *names, const Syntax *syntax,
                             const Parameter *parameter)
{
    const SyntaxArgument *argument;
    for (unsigned i = 0; (argument = syntax_argument(syntax, i)); i++) {
        if (!argument->keyword || strcmp(argument->keyword, parameter->name) != 0)
            continue;
        g_autoptr(Math) math = math_of_syntax(names, argument->value);
        return math_plain(math);
    }
    for (const Binding *b = names->bindings; b && b->name; b++)
        if (!strcmp(b->name, parameter->name))
            return notation_number(b->value);
    return notation_number(parameter->value);
}

/* Whether text begins with `{name:pattern}`; length is then that of it all. */
static bool at_pattern(const char *text, const char *name, NumberPattern *pattern,
                       size_t *length)
{
    size_t name_length = strlen(name);
    if (text[0] != '{' || strncmp(text + 1, name, name_length) != 0 ||
        text[1 + name_length] != ':')
        return false;
    const char *start = text + name_length + 2, *end = strchr(start, '}');
    if (!end || !number_pattern_parse_bare(start, (int)(end - start), pattern))
        return false;
    *length = (size_t)(end + 1 - text);
    return true;
}

/* label with every `{name:.2f}` replaced, where the value is a number. Takes label. */
static char *fill_patterns(char *label, const char *name, const char *shown)
{
    g_auto(GStrv) parts = g_strsplit(shown, "−", -1);
    g_autofree char *ascii = g_strjoinv("-", parts);
    GString *out = g_string_new(NULL);
    NumberPattern pattern;
    double read;
    size_t length;
    bool is_number = number_parse(ascii, &read);
    for (const char *at = label; *at;) {
        if (!is_number || !at_pattern(at, name, &pattern, &length)) {
            g_string_append_c(out, *at++);
            continue;
        }
        g_autofree char *text = number_pattern_text(&pattern, read);
        g_string_append(out, text);
        at += length;
    }
    g_free(label);
    return g_string_free(out, FALSE);
}

char *math_filled_label(const MathNames *names, const Syntax *syntax,
                        const Definition *definition)
{
    char *label = g_strdup(definition->label ? definition->label : definition->key);
    const Parameter *parameter = definition->parameters;
    for (; math_has_places(definition) && parameter && parameter->name; parameter++) {
        g_autofree char *shown = shown_parameter(names, syntax, parameter);
        label = fill_patterns(label, parameter->name, shown);
        char *filled = markup_fill(label, parameter->name, shown);
        g_free(label);
        label = filled;
    }
    return label;
}

/* A label as part of a formula: words, and what is mathematics in it. */
static void put_label(Math *row, const char *label)
{
    MarkupPart part = {.next = label};
    while (markup_next(&part)) {
        g_autofree char *text = markup_part_text(&part);
        g_autoptr(Math) math = part.is_math ? math_read(text, NULL, NULL) : NULL;
        if (math)
            math_add(row, g_steal_pointer(&math));
        else
            math_put_text(row, MATH_NAME, text);
    }
}

void math_put_name(const MathNames *names, Math *row, const Syntax *syntax, bool called)
{
    double number;
    Function function = math_function(names, syntax);
    const Definition *definition = function.definition;
    bool known = definition || function.operation || function.clip;
    if (!called && names->of && definition_parameter(names->of, syntax->name)) {
        math_add(row, math_new_parameter(names->of, syntax->name));
        return;
    }
    bool own = definition && !(called && (function.operation || function.clip));
    if (!called &&
        (math_is_x(syntax) || constant_find(syntax->name, &number) || !known))
        math_add(row, math_variable(syntax->name));
    else if (own && definition->label && (called || !function.operation)) {
        g_autofree char *label = math_filled_label(names, syntax, definition);
        put_label(row, label);
    } else {
        math_put_text(row, known ? MATH_FUNCTION : MATH_NAME, syntax->name);
    }
}
