/* notation.c - words and signs in each notation. */
#include "formula/notation.h"

#include "base/number.h"

#include <string.h>

static const struct {
    const char *sign, *unicode;
} signs[] = {
    {"-", "−"},  {"*", "·"},  {"<=", "≤"}, {">=", "≥"}, {"==", "="},
    {"!=", "≠"}, {"&&", "∧"}, {"||", "∨"}, {"!", "¬"},
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

char *notation_number(double value)
{
    char buffer[NUMBER_SIZE];
    g_auto(GStrv) parts = g_strsplit(number_format(value, buffer), "-", -1);
    return g_strjoinv("−", parts);
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

const char *notation_sign(const char *sign)
{
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
        if (!strcmp(signs[i].sign, sign))
            return signs[i].unicode;
    return sign;
}

char *notation_primes(Notation notation, int count)
{
    static const char *const few[] = {"", "′", "″", "‴"};
    if (count < (int)G_N_ELEMENTS(few) && notation != NOTATION_LATEX)
        return g_strdup(few[count]);
    if (count < (int)G_N_ELEMENTS(few))
        return g_strnfill((gsize)count, '\'');
    if (notation == NOTATION_MARKUP)
        return g_strdup_printf("<sup>(%d)</sup>", count);
    if (notation != NOTATION_PLAIN)
        return g_strdup_printf("^{(%d)}", count);
    g_autofree char *number = g_strdup_printf("%d", count);
    g_autofree char *high = notation_raise(number);
    return g_strdup_printf("⁽%s⁾", high);
}
