/* mathml.c - mathematics as MathML: the presentation elements that browsers share. */
#include "formula/math.h"
#include "formula/math_symbol.h"

#include <string.h>

#define TIMES "<mo>\xE2\x81\xA2</mo>" /* U+2062: a product, not seen */

static void write(GString *out, const Math *math);

static void put_element(GString *out, const char *element, const char *attributes,
                        const char *text)
{
    g_autofree char *escaped = g_markup_escape_text(text, -1);
    g_string_append_printf(out, "<%s%s>%s</%s>", element, attributes, escaped, element);
}

/* As one child of an element. */
static void write_child(GString *out, const Math *math)
{
    bool single = math && math->kind != MATH_ROW && math->kind != MATH_PRIMES;
    g_string_append(out, single ? "" : "<mrow>");
    if (math)
        write(out, math);
    g_string_append(out, single ? "" : "</mrow>");
}

static void write_row(GString *out, const Math *row)
{
    for (unsigned i = 0; row->children && i < row->children->len; i++)
        if (math_child(row, i)->kind == MATH_PRIMES)
            write(out, math_child(row, i));
        else
            write_child(out, math_child(row, i));
}

/* Browsers drop a space at the end. */
static void write_name(GString *out, const char *text, const char *variant)
{
    bool single = *text && !*g_utf8_next_char(text);
    g_autofree char *words = g_strdup(text);
    bool spaced = g_str_has_suffix(g_strchug(words), " ");
    g_autofree char *kept =
        g_strconcat(g_strchomp(words), spaced ? "\xC2\xA0" : "", NULL);
    if (*variant || !strchr(text, ' '))
        put_element(out, "mi",
                    *variant || !single ? variant : " mathvariant=\"normal\"", kept);
    else
        put_element(out, "mtext", "", kept);
}

static void write_script(GString *out, const Math *script)
{
    bool below = math_child(script, 1), above = math_child(script, 2);
    const char *element = below && above ? "msubsup" : below ? "msub" : "msup";
    g_string_append_printf(out, "<%s>", element);
    write_child(out, math_child(script, 0));
    if (below)
        write_child(out, math_child(script, 1));
    if (above)
        write_child(out, math_child(script, 2));
    g_string_append_printf(out, "</%s>", element);
}

static void write_fence(GString *out, const Math *fence)
{
    g_string_append(out, "<mrow>");
    if (*fence->text)
        put_element(out, "mo", "", fence->text);
    write(out, math_child(fence, 0));
    if (*fence->close)
        put_element(out, "mo", "", fence->close);
    g_string_append(out, "</mrow>");
}

static void write_cases(GString *out, const Math *cases)
{
    g_string_append(out,
                    "<mrow><mo>{</mo><mtable class=\"cases\" displaystyle=\"true\">");
    for (unsigned i = 0; i + 1 < cases->children->len; i += 2) {
        g_string_append(out, "<mtr><mtd>");
        write(out, math_child(cases, i));
        g_string_append(out, "</mtd><mtd>");
        if (math_child(cases, i + 1))
            write(out, math_child(cases, i + 1));
        g_string_append(out, "</mtd></mtr>");
    }
    g_string_append(out, "</mtable></mrow>");
}

static void write_accent(GString *out, const Math *accent)
{
    static const struct {
        const char *mark, *sign;
    } signs[] = {{"\xCC\x82", "^"}, {"\xCC\x84", "¯"}, {"\xCC\x83", "~"},
                 {"\xCC\x87", "˙"}, {"\xCC\x88", "¨"}, {"\xE2\x83\x97", "→"}};
    g_string_append(out, "<mover accent=\"true\">");
    write_child(out, math_child(accent, 0));
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
        if (strcmp(signs[i].mark, accent->text) == 0)
            put_element(out, "mo", "", signs[i].sign);
    g_string_append(out, "</mover>");
}

static void write_root(GString *out, const Math *root)
{
    if (!math_child(root, 1)) {
        g_string_append(out, "<msqrt>");
        write(out, math_child(root, 0));
        g_string_append(out, "</msqrt>");
        return;
    }
    g_string_append(out, "<mroot>");
    write_child(out, math_child(root, 0));
    write_child(out, math_child(root, 1));
    g_string_append(out, "</mroot>");
}

static void write_fraction(GString *out, const Math *fraction)
{
    g_string_append(out, "<mfrac>");
    write_child(out, math_child(fraction, 0));
    write_child(out, math_child(fraction, 1));
    g_string_append(out, "</mfrac>");
}

/* Primes belong to what is before them. */
static void write_primes(GString *out, int count)
{
    for (int i = 0; i < count; i++)
        g_string_append(out, "<mo lspace=\"0\" rspace=\"0\">′</mo>");
}

static void write_space(GString *out, int eighteenths)
{
    int hundredths = (100 * eighteenths + (eighteenths < 0 ? -9 : 9)) / 18;
    g_string_append_printf(out, "<mspace width=\"%s%d.%02dem\"/>",
                           hundredths < 0 ? "-" : "", ABS(hundredths) / 100,
                           ABS(hundredths) % 100);
}

static void write(GString *out, const Math *math)
{
    switch (math->kind) {
    case MATH_ROW:
        write_row(out, math);
        break;
    case MATH_VARIABLE:
        put_element(out, "mi", "", math->text);
        break;
    case MATH_NUMBER:
        put_element(out, "mn", "", math->text);
        break;
    case MATH_NAME:
        write_name(out, math->text, "");
        break;
    case MATH_BOLD:
        write_name(out, math->text, " mathvariant=\"bold\"");
        break;
    case MATH_FUNCTION:
        put_element(out, "mi", "", math->text);
        break;
    case MATH_SIGN:
        put_element(out, "mo", "", math->text);
        break;
    case MATH_TIMES:
        g_string_append(out, *math->text ? "<mo>·</mo>" : TIMES);
        break;
    case MATH_PRIMES:
        write_primes(out, math->count);
        break;
    case MATH_SPACE:
        write_space(out, math->count);
        break;
    case MATH_SCRIPT:
        write_script(out, math);
        break;
    case MATH_FRACTION:
        write_fraction(out, math);
        break;
    case MATH_ROOT:
        write_root(out, math);
        break;
    case MATH_FENCE:
        write_fence(out, math);
        break;
    case MATH_CASES:
        write_cases(out, math);
        break;
    case MATH_ACCENT:
        write_accent(out, math);
        break;
    }
}

char *math_mathml(const Math *math)
{
    GString *out = g_string_new(NULL);
    write(out, math);
    return g_string_free(out, FALSE);
}
