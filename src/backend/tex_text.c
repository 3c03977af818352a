/* tex_text.c - texts, numbers, colours and strokes in LaTeX's language. */
#include "backend/tex_parts.h"
#include "base/number.h"
#include "formula/notation.h"
#include "layout/text_wrap.h"
#include "scene/label.h"

#include <math.h>
#include <string.h>

/* Signs that LaTeX sets as mathematics, in any font. */
static const struct {
    gunichar sign;
    const char *math;
} signs[] = {
    {0xAC, "\\lnot"},
    {0xB0, "^\\circ"},
    {0xB1, "\\pm"},
    {0xB5, "\\mu"},
    {0xB7, "\\cdot"},
    {0xD7, "\\times"},
    {0xF7, "\\div"},
    {0x393, "\\Gamma"},
    {0x394, "\\Delta"},
    {0x398, "\\Theta"},
    {0x39B, "\\Lambda"},
    {0x39E, "\\Xi"},
    {0x3A0, "\\Pi"},
    {0x3A3, "\\Sigma"},
    {0x3A5, "\\Upsilon"},
    {0x3A6, "\\Phi"},
    {0x3A8, "\\Psi"},
    {0x3A9, "\\Omega"},
    {0x3B1, "\\alpha"},
    {0x3B2, "\\beta"},
    {0x3B3, "\\gamma"},
    {0x3B4, "\\delta"},
    {0x3B5, "\\varepsilon"},
    {0x3B6, "\\zeta"},
    {0x3B7, "\\eta"},
    {0x3B8, "\\theta"},
    {0x3B9, "\\iota"},
    {0x3BA, "\\kappa"},
    {0x3BB, "\\lambda"},
    {0x3BC, "\\mu"},
    {0x3BD, "\\nu"},
    {0x3BE, "\\xi"},
    {0x3BF, "o"},
    {0x3C0, "\\pi"},
    {0x3C1, "\\rho"},
    {0x3C2, "\\varsigma"},
    {0x3C3, "\\sigma"},
    {0x3C4, "\\tau"},
    {0x3C5, "\\upsilon"},
    {0x3C6, "\\varphi"},
    {0x3C7, "\\chi"},
    {0x3C8, "\\psi"},
    {0x3C9, "\\omega"},
    {0x3D1, "\\vartheta"},
    {0x3D5, "\\phi"},
    {0x3F5, "\\epsilon"},
    {0x2032, "'"},
    {0x2033, "''"},
    {0x2034, "'''"},
    {0x210E, "h"},
    {0x2113, "\\ell"},
    {0x2190, "\\leftarrow"},
    {0x2192, "\\to"},
    {0x2194, "\\leftrightarrow"},
    {0x21D2, "\\Rightarrow"},
    {0x2202, "\\partial"},
    {0x2207, "\\nabla"},
    {0x2208, "\\in"},
    {0x220F, "\\prod"},
    {0x2211, "\\sum"},
    {0x2212, "-"},
    {0x221A, "\\surd"},
    {0x221E, "\\infty"},
    {0x2227, "\\land"},
    {0x2228, "\\lor"},
    {0x222B, "\\int"},
    {0x2248, "\\approx"},
    {0x2260, "\\neq"},
    {0x2264, "\\leq"},
    {0x2265, "\\geq"},
    {0x226A, "\\ll"},
    {0x226B, "\\gg"},
    {0x22C5, "\\cdot"},
};

/* Raised and lowered signs, each with what it is a small form of. */
static const struct {
    gunichar sign;
    char small;
    bool raised;
} scripts[] = {
    {0xB2, '2', true},    {0xB3, '3', true},    {0xB9, '1', true},
    {0x2070, '0', true},  {0x2071, 'i', true},  {0x2074, '4', true},
    {0x2075, '5', true},  {0x2076, '6', true},  {0x2077, '7', true},
    {0x2078, '8', true},  {0x2079, '9', true},  {0x207A, '+', true},
    {0x207B, '-', true},  {0x207F, 'n', true},  {0x2E3, 'x', true},
    {0x2080, '0', false}, {0x2081, '1', false}, {0x2082, '2', false},
    {0x2083, '3', false}, {0x2084, '4', false}, {0x2085, '5', false},
    {0x2086, '6', false}, {0x2087, '7', false}, {0x2088, '8', false},
    {0x2089, '9', false}, {0x2096, 'k', false}, {0x2099, 'n', false},
};

static const char *find_sign(gunichar sign)
{
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
        if (signs[i].sign == sign)
            return signs[i].math;
    return NULL;
}

/* 0: not a script. */
static char find_script(gunichar sign, bool *raised)
{
    for (size_t i = 0; i < G_N_ELEMENTS(scripts); i++) {
        if (scripts[i].sign != sign)
            continue;
        *raised = scripts[i].raised;
        return scripts[i].small;
    }
    return 0;
}

/* A run of scripts is one of LaTeX's; a second one behind it has its own base. */
static const char *append_scripts(GString *out, const char *text, bool raised)
{
    bool same;
    char small;
    if (out->len > 0 && strchr("}'", out->str[out->len - 1]))
        g_string_append(out, "{}");
    g_string_append(out, raised ? "^{" : "_{");
    while ((small = find_script(g_utf8_get_char(text), &same)) && same == raised) {
        g_string_append_c(out, small);
        text = g_utf8_next_char(text);
    }
    g_string_append_c(out, '}');
    return text;
}

static void append_sign(GString *out, const char *math)
{
    bool primed = math[0] == '\'' && out->len > 0 && out->str[out->len - 1] == '}';
    g_string_append_printf(out, "%s%s", primed ? "{}" : "", math);
    if (math[0] == '\\')
        g_string_append_c(out, ' ');
}

/* Letters that LaTeX has glyphs for with its usual fonts. */
static bool is_western(gunichar letter)
{
    return letter < 0x180 || (letter >= 0x2010 && letter <= 0x2026) ||
           letter == 0x20AC || letter == 0x2122;
}

static bool is_greek(gunichar letter)
{
    return g_unichar_isalpha(letter) &&
           g_unichar_get_script(letter) == G_UNICODE_SCRIPT_GREEK;
}

/* Whether Greek letters in it make words: else they stand for numbers. */
static bool has_greek_words(const char *text)
{
    bool after_greek = false;
    for (; *text; text = g_utf8_next_char(text)) {
        bool greek = is_greek(g_utf8_get_char(text));
        if (greek && after_greek)
            return true;
        after_greek = greek;
    }
    return false;
}

static bool is_right_to_left(const char *at)
{
    gunichar letter = g_utf8_get_char(at);
    if (letter < 0x590 || !(g_unichar_isalpha(letter) || g_unichar_ismark(letter)))
        return false;
    switch (g_unichar_get_script(letter)) {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
    case G_UNICODE_SCRIPT_NKO:
        return true;
    default:
        return false;
    }
}

/* Where ASCII words that begin there end, blanks between them included. */
static const char *end_of_words(const char *at, const char *limit)
{
    const char *end = at;
    for (; at < limit && (g_ascii_isalnum(*at) || *at == ' '); at++)
        if (*at != ' ')
            end = at + 1;
    return end;
}

/* Words that are read from right to left, with what is between them; in a text that
 * begins so other words too, each of them turned back. LuaLaTeX is told so; pdflatex
 * has no such letters. */
static const char *append_right_to_left(Tex *tex, const char *text, const char *at)
{
    bool whole = text_is_right_to_left(text);
    const char *end = at;
    for (const char *next = at; *next && !strchr("\\{}$\n&%#_^~<>", *next);
         next = g_utf8_next_char(next))
        if (is_right_to_left(next) || (whole && g_ascii_isalnum(*next)))
            end = g_utf8_next_char(next);
        else if (g_unichar_isalnum(g_utf8_get_char(next)))
            break;
    if (tex->unknown == 0)
        tex->unknown = g_utf8_get_char(at);
    tex->right_to_left = true;
    g_string_append(tex->out, "\\actplotrtl{");
    while (at < end) {
        const char *after = end_of_words(at, end);
        if (after == at || *at == ' ') {
            after = g_utf8_next_char(at);
            g_string_append_len(tex->out, at, after - at);
        } else {
            g_string_append(tex->out, "\\actplotltr{");
            g_string_append_len(tex->out, at, after - at);
            g_string_append_c(tex->out, '}');
        }
        at = after;
    }
    g_string_append_c(tex->out, '}');
    return end;
}

/* What stands there in text begins a character that ASCII does not have; returns its
 * end. */
static const char *append_beyond_ascii(Tex *tex, const char *text, const char *at,
                                       bool in_math)
{
    GString *out = tex->out;
    gunichar letter = g_utf8_get_char(at);
    const char *end = g_utf8_next_char(at);
    bool is_word = !in_math && is_greek(letter) && has_greek_words(text);
    const char *math = is_word ? NULL : find_sign(letter);
    if (!in_math && is_right_to_left(at))
        return append_right_to_left(tex, text, at);
    bool raised = false, is_script = find_script(letter, &raised) != 0;
    if (!math && !is_script) {
        if (!is_western(letter) && !g_unichar_iszerowidth(letter) && tex->unknown == 0)
            tex->unknown = letter;
        g_string_append_len(out, at, end - at);
        return end;
    }
    if (!in_math)
        g_string_append(out, "\\ensuremath{");
    if (is_script)
        end = append_scripts(out, at, raised);
    else
        append_sign(out, math);
    if (!in_math)
        g_string_append_c(out, '}');
    return end;
}

/* Signs that fonts or languages of LaTeX have other plans with. */
static void append_ascii(GString *out, const char *at, bool begins, bool in_math)
{
    if (*at == '\n')
        g_string_append(out, "\\\\{}");
    else if ((unsigned char)*at < 0x20)
        g_string_append_c(out, ' ');
    else if (in_math)
        g_string_append_c(out, *at);
    else if (*at == '<')
        g_string_append(out, "\\textless{}");
    else if (*at == '>')
        g_string_append(out, "\\textgreater{}");
    else if (*at == '|')
        g_string_append(out, "\\textbar{}");
    else if (*at == '"')
        g_string_append(out, begins ? "``" : "''");
    else if (*at == '`')
        g_string_append(out, "\\textasciigrave{}");
    else if (*at == '-' && at[1] == '-')
        g_string_append(out, "-{}");
    else
        g_string_append_c(out, *at);
}

static void append_latex(Tex *tex, const char *latex, bool in_math)
{
    for (const char *at = latex; *at;) {
        if ((unsigned char)*at >= 0x80) {
            at = append_beyond_ascii(tex, latex, at, in_math);
            continue;
        }
        bool escaped = at > latex && at[-1] == '\\';
        if (*at == '$' && !escaped)
            in_math = !in_math;
        append_ascii(tex->out, at, at == latex || strchr(" (\n", at[-1]), in_math);
        at++;
    }
}

/* Letters that stand alone, numbers and signs: a formula rather than words. */
static bool looks_like_formula(const char *plain)
{
    bool after_letter = false, raised;
    for (const char *at = plain; *at; at = g_utf8_next_char(at)) {
        gunichar letter = g_utf8_get_char(at);
        bool is_letter = letter < 0x80 && g_ascii_isalpha((char)letter);
        bool is_known = letter < 0x80
                            ? strchr("0123456789.()/=+ ", (int)letter) != NULL
                            : find_sign(letter) || find_script(letter, &raised);
        if (is_letter ? after_letter : !is_known)
            return false;
        after_letter = is_letter;
    }
    return plain[0] != '\0';
}

void tex_append_text(Tex *tex, const SceneText *text)
{
    if (strcmp(text->plain, text->latex) == 0)
        tex_append_plain(tex, text->plain);
    else
        append_latex(tex, text->latex, false);
}

void tex_append_plain(Tex *tex, const char *plain)
{
    bool formula = looks_like_formula(plain);
    g_autofree char *escaped = notation_escape(NOTATION_LATEX, plain);
    if (formula)
        g_string_append_c(tex->out, '$');
    append_latex(tex, formula ? plain : escaped, formula);
    if (formula)
        g_string_append_c(tex->out, '$');
}

void tex_append_label(Tex *tex, const char *given)
{
    if (!label_has_markup(given)) {
        tex_append_plain(tex, given);
        return;
    }
    SceneText text = label_new(given);
    tex_append_text(tex, &text);
    label_release(&text);
}

void tex_append_number(GString *out, const char *before, double value)
{
    char buffer[NUMBER_SIZE];
    g_string_append(out, before);
    g_string_append(out, number_format_fixed(value, 4, buffer));
}

void tex_append_stroke(GString *out, double width_pt, const Dash *dash)
{
    tex_append_number(out, ", line width=", width_pt);
    g_string_append(out, "bp");
    for (int i = 0; i < dash->count; i++) {
        if (i == 0)
            g_string_append(out, ", dash pattern={");
        tex_append_number(out, i % 2 == 0 ? "on " : "off ", dash->length_pt[i]);
        g_string_append(out, i + 1 < dash->count ? "bp " : "bp}");
    }
}

void tex_append_font(GString *out, double size_pt, bool bold)
{
    tex_append_number(out, "\\fontsize{", size_pt);
    tex_append_number(out, "bp}{", 1.25 * size_pt);
    g_string_append_printf(out, "bp}%s\\selectfont", bold ? "\\bfseries" : "");
}

void tex_append_paint(GString *out, const char *key, const char *name, Color color)
{
    g_string_append_printf(out, ", %s=%s", key, name);
    if (color.alpha >= 1)
        return;
    g_string_append_printf(out, ", %s opacity", key);
    tex_append_number(out, "=", color.alpha);
}

void tex_define_color(GString *out, const char *name, Color color)
{
    char buffer[8];
    g_autofree char *digits = g_ascii_strup(color_format(color, buffer) + 1, -1);
    g_string_append_printf(out, "\\definecolor{%s}{HTML}{%s}\n", name, digits);
}
