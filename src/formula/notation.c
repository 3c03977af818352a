/* notation.c - plain Unicode, Pango markup, LaTeX, gnuplot's enhanced text. */
#include "formula/notation.h"

#include "base/number.h"
#include "formula/lexer.h"

#include <string.h>

static const struct {
    const char *sign, *unicode, *latex;
} signs[] = {
    {"-", "−", "-"},          {"*", "·", "\\cdot "}, {"<=", "≤", "\\le "},
    {">=", "≥", "\\ge "},     {"==", "=", "="},      {"!=", "≠", "\\ne "},
    {"&&", "∧", "\\land "},   {"||", "∨", "\\lor "}, {"!", "¬", "\\lnot "},
    {"d", "∂", "\\partial "}, {"|", "|", "|"},
};

/* What may be raised or lowered, and the small forms of it, in the same order. */
static const char raised_from[] = "0123456789+-−=()abcdefghijklmnoprstuvwxyzαβ";
static const char raised_to[] = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵅᵝ";
static const char lowered_from[] = "0123456789+-−=()aehijklmnoprstuvxβ";
static const char lowered_to[] = "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦ";

static char *escape_with(const char *plain, const char *special)
{
    GString *out = g_string_new(NULL);
    for (const char *p = plain; *p; p++) {
        if (strchr(special, *p))
            g_string_append_c(out, '\\');
        g_string_append_c(out, *p);
    }
    return g_string_free(out, FALSE);
}

static char *escape_latex(const char *plain)
{
    GString *out = g_string_new(NULL);
    for (const char *p = plain; *p; p++) {
        if (*p == '\\')
            g_string_append(out, "\\textbackslash{}");
        else if (*p == '^')
            g_string_append(out, "\\textasciicircum{}");
        else if (*p == '~')
            g_string_append(out, "\\textasciitilde{}");
        else if (strchr("&%$#_{}", *p))
            g_string_append_printf(out, "\\%c", *p);
        else
            g_string_append_c(out, *p);
    }
    return g_string_free(out, FALSE);
}

/* A bare dollar sign would begin a formula. */
static char *escape_markup(const char *plain)
{
    g_autofree char *escaped = g_markup_escape_text(plain, -1);
    g_auto(GStrv) parts = g_strsplit(escaped, "$", -1);
    return g_strjoinv("&#36;", parts);
}

char *notation_escape(Notation notation, const char *plain)
{
    switch (notation) {
    case NOTATION_MARKUP:
        return escape_markup(plain);
    case NOTATION_LATEX:
        return escape_latex(plain);
    case NOTATION_GNUPLOT:
        return escape_with(plain, "\\^_@&~{}");
    case NOTATION_PLAIN:
        break;
    }
    return g_strdup(plain);
}

static char *lowered_index(Notation notation, const char *base, const char *index)
{
    switch (notation) {
    case NOTATION_MARKUP:
        return g_strdup_printf("%s<sub>%s</sub>", base, index);
    case NOTATION_LATEX:
    case NOTATION_GNUPLOT:
        return g_strdup_printf("%s_{%s}", base, index);
    case NOTATION_PLAIN:
        break;
    }
    return g_strdup_printf("%s_%s", base, index);
}

/* A name without `_`. */
static char *variable_part(Notation notation, const char *name)
{
    const char *letter = lexer_greek(name);
    if (notation == NOTATION_LATEX && letter)
        return g_strdup_printf("\\%s", name);
    if (notation == NOTATION_LATEX && g_utf8_strlen(name, -1) > 1)
        return notation_function(notation, name);
    return notation_escape(notation, letter ? letter : name);
}

char *notation_variable(Notation notation, const char *name)
{
    const char *under = strchr(name, '_');
    if (!under || under == name || !under[1])
        return variable_part(notation, name);
    g_autofree char *first = g_strndup(name, (size_t)(under - name));
    g_autofree char *base = variable_part(notation, first);
    g_autofree char *index = notation_escape(notation, under + 1);
    return lowered_index(notation, base, index);
}

char *notation_function(Notation notation, const char *plain)
{
    static const char *const known[] = {"exp",  "log",  "sin",  "cos", "tan",
                                        "sinh", "cosh", "tanh", "min", "max"};
    if (notation != NOTATION_LATEX)
        return notation_escape(notation, plain);
    for (size_t i = 0; i < G_N_ELEMENTS(known); i++)
        if (!strcmp(known[i], plain))
            return g_strdup_printf("\\%s", plain);
    g_autofree char *escaped = escape_latex(plain);
    g_auto(GStrv) words = g_strsplit(escaped, " ", -1);
    g_autofree char *joined = g_strjoinv("\\ ", words);
    return g_strdup_printf("\\mathrm{%s}", joined);
}

char *notation_number(Notation notation, double value)
{
    char buffer[NUMBER_SIZE];
    g_auto(GStrv) parts = g_strsplit(number_format(value, buffer), "-", -1);
    return g_strjoinv(notation_sign(notation, "-"), parts);
}

static char *smaller(const char *text, const char *from, const char *to)
{
    g_autoptr(GString) out = g_string_new(NULL);
    for (; *text; text = g_utf8_next_char(text)) {
        const char *found = g_utf8_strchr(from, -1, g_utf8_get_char(text));
        if (!found)
            return NULL;
        glong place = g_utf8_pointer_to_offset(from, found);
        g_string_append_unichar(out,
                                g_utf8_get_char(g_utf8_offset_to_pointer(to, place)));
    }
    return g_string_free(g_steal_pointer(&out), FALSE);
}

char *notation_raise(const char *text)
{
    return smaller(text, raised_from, raised_to);
}

char *notation_lower(const char *text)
{
    return smaller(text, lowered_from, lowered_to);
}

char *notation_power(Notation notation, const char *base, const char *exponent)
{
    switch (notation) {
    case NOTATION_MARKUP:
        return g_strdup_printf("%s<sup>%s</sup>", base, exponent);
    case NOTATION_LATEX:
    case NOTATION_GNUPLOT:
        return g_strdup_printf("%s^{%s}", base, exponent);
    case NOTATION_PLAIN:
        break;
    }
    g_autofree char *high = notation_raise(exponent);
    if (high)
        return g_strconcat(base, high, NULL);
    bool single = g_utf8_strlen(exponent, -1) == 1;
    return g_strdup_printf(single ? "%s^%s" : "%s^(%s)", base, exponent);
}

const char *notation_sign(Notation notation, const char *sign)
{
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
        if (!strcmp(signs[i].sign, sign))
            return notation == NOTATION_LATEX ? signs[i].latex : signs[i].unicode;
    return notation == NOTATION_MARKUP && *sign == '<'   ? "&lt;"
           : notation == NOTATION_MARKUP && *sign == '>' ? "&gt;"
                                                         : sign;
}

char *notation_primes(Notation notation, int count)
{
    static const char *const few[] = {"", "′", "″", "‴"};
    if (count < (int)G_N_ELEMENTS(few) && notation != NOTATION_LATEX)
        return g_strdup(few[count]);
    if (count < (int)G_N_ELEMENTS(few))
        return g_strnfill((gsize)count, '\'');
    g_autofree char *number = g_strdup_printf("%d", count);
    if (notation != NOTATION_PLAIN) {
        g_autofree char *order = g_strdup_printf("(%s)", number);
        return notation_power(notation, "", order);
    }
    g_autofree char *high = notation_raise(number);
    return g_strdup_printf("⁽%s⁾", high);
}

char *notation_math(Notation notation, const char *math)
{
    return notation == NOTATION_LATEX ? g_strdup_printf("$%s$", math) : g_strdup(math);
}
