/* math_latex.c - mathematics as LaTeX, and so that math_read() reads it again. */
#include "formula/math.h"
#include "formula/math_symbol.h"

#include <string.h>

typedef struct {
    GString *out;
    bool flat; /* nothing higher than a line */
} Latex;

static void write(const Latex *latex, const Math *math);

static char *write_latex(const Math *math, bool flat)
{
    const Latex latex = {g_string_new(NULL), flat};
    write(&latex, math);
    return g_string_free(latex.out, FALSE);
}

static bool ends_in_command(const GString *out)
{
    size_t at = out->len;
    while (at > 0 && g_ascii_isalpha(out->str[at - 1]))
        at--;
    return at < out->len && at > 0 && out->str[at - 1] == '\\';
}

/* A letter behind a command would become a part of its name. */
static void put(const Latex *latex, const char *text)
{
    if (g_ascii_isalpha(*text) && ends_in_command(latex->out))
        g_string_append_c(latex->out, ' ');
    g_string_append(latex->out, text);
}

static void put_words(const Latex *latex, const char *command, const char *words)
{
    put(latex, command);
    g_string_append_c(latex->out, '{');
    for (; *words; words++) {
        if (strchr("_{}%&#$", *words))
            g_string_append_c(latex->out, '\\');
        if (*words == '\\')
            g_string_append(latex->out, "\\backslash ");
        else
            g_string_append_c(latex->out, *words);
    }
    g_string_append_c(latex->out, '}');
}

static void put_group(const Latex *latex, const Math *math)
{
    g_string_append_c(latex->out, '{');
    if (math)
        write(latex, math);
    g_string_append_c(latex->out, '}');
}

/* The letter that `ℝ` is a form of; 0: it is none of these. */
static char blackboard_letter(const char *text)
{
    static const char early[] = "ℂCℍHℕNℙPℚQℝRℤZ";
    gunichar letter = g_utf8_get_char(text);
    const char *found = g_utf8_strchr(early, -1, letter);
    if (!*text || *g_utf8_next_char(text))
        return 0;
    if (letter > 0x7F && found)
        return *g_utf8_next_char(found);
    return letter >= 0x1D538 && letter <= 0x1D551 ? (char)('A' + letter - 0x1D538) : 0;
}

static void write_name(const Latex *latex, const Math *name)
{
    const char letter[] = {blackboard_letter(name->text), '\0'};
    bool single = *name->text && !*g_utf8_next_char(name->text);
    if (*letter)
        put_words(latex, "\\mathbb", letter);
    else if (single && (unsigned char)*name->text >= 0x80)
        put(latex, name->text);
    else
        put_words(latex, strchr(name->text, ' ') ? "\\text" : "\\mathrm", name->text);
}

/* A sign, letter or name. */
static void write_symbol(const Latex *latex, const Math *math)
{
    const MathSymbol *symbol = math_symbol_of(math->text);
    bool single = *math->text && !*g_utf8_next_char(math->text);
    if (symbol && symbol->kind == math->kind && symbol->name) {
        g_autofree char *command = g_strconcat("\\", symbol->name, NULL);
        put(latex, command);
    } else if (math->kind == MATH_SIGN) {
        put(latex, strcmp(math->text, "−") == 0 ? "-" : math->text);
    } else if (math->kind == MATH_NAME) {
        write_name(latex, math);
    } else if (math->kind == MATH_BOLD) {
        put_words(latex, "\\mathbf", math->text);
    } else if (math->kind == MATH_FUNCTION) {
        put_words(latex, "\\operatorname", math->text);
    } else if (single) {
        put(latex, math->text);
    } else {
        put_words(latex, "\\mathit", math->text);
    }
}

static void write_bracketed(const Latex *latex, const Math *math)
{
    put(latex, "(");
    write(latex, math);
    put(latex, ")");
}

static void write_row(const Latex *latex, const Math *row)
{
    for (unsigned i = 0; row->children && i < row->children->len; i++) {
        const Math *child = math_child(row, i), *next = math_child(row, i + 1);
        const Math *last = i > 0 ? math_child(row, i - 1) : NULL;
        bool raised = last && last->kind == MATH_SCRIPT && math_child(last, 2);
        int space = math_space_before(row, i);
        if (space > 3 || (space == 3 && math_class(row, i - 1) == MATH_PUNCTUATION))
            g_string_append_c(latex->out, ' ');
        /* LaTeX sets a thin space before functions by itself. */
        if (child->kind == MATH_TIMES && next && next->kind == MATH_FUNCTION)
            continue;
        if (child->kind == MATH_PRIMES && raised)
            put(latex, "{}");
        bool wrap = latex->flat && child->kind == MATH_FRACTION &&
                    math_needs_brackets(row, i, false);
        if (wrap)
            write_bracketed(latex, child);
        else if (child->kind == MATH_ROW)
            put_group(latex, child);
        else
            write(latex, child);
    }
}

static void write_space(const Latex *latex, int count)
{
    put(latex, count < 0     ? "\\!"
               : count <= 3  ? "\\,"
               : count == 4  ? "\\:"
               : count == 5  ? "\\;"
               : count <= 18 ? "\\quad"
                             : "\\qquad");
}

static void write_primes(const Latex *latex, int count)
{
    if (count > 3)
        g_string_append_printf(latex->out, "^{(%d)}", count);
    for (int i = 0; i < count && count <= 3; i++)
        g_string_append_c(latex->out, '\'');
}

static void write_script(const Latex *latex, const Math *script)
{
    const Math *base = math_child(script, 0);
    bool bare = base && base->kind != MATH_ROW && base->kind != MATH_SCRIPT &&
                base->kind != MATH_PRIMES && base->kind != MATH_CASES &&
                base->kind != MATH_FENCE;
    if (bare || (base && base->kind == MATH_FENCE))
        write(latex, base);
    else
        put_group(latex, base);
    if (math_child(script, 1)) {
        g_string_append_c(latex->out, '_');
        put_group(latex, math_child(script, 1));
    }
    if (math_child(script, 2)) {
        g_string_append_c(latex->out, '^');
        put_group(latex, math_child(script, 2));
    }
}

static void write_wrapped(const Latex *latex, const Math *math, MathStrength weakest)
{
    bool wrap = math_strength(math) < weakest;
    put(latex, wrap ? "(" : "");
    write(latex, math);
    put(latex, wrap ? ")" : "");
}

static void write_fraction(const Latex *latex, const Math *fraction)
{
    if (latex->flat) {
        write_wrapped(latex, math_child(fraction, 0), MATH_PRODUCT);
        put(latex, "/");
        write_wrapped(latex, math_child(fraction, 1), MATH_SINGLE);
        return;
    }
    put(latex, fraction->display ? "\\dfrac" : "\\frac");
    put_group(latex, math_child(fraction, 0));
    put_group(latex, math_child(fraction, 1));
}

static void put_delimiter(const Latex *latex, const char *sign, char side)
{
    if (strcmp(sign, "|") == 0 || strcmp(sign, "‖") == 0) {
        g_string_append_printf(latex->out, "\\%c%s", side,
                               *sign == '|' ? "vert" : "Vert");
        return;
    }
    const MathSymbol *symbol = *sign ? math_symbol_of(sign) : NULL;
    if (!*sign)
        put(latex, ".");
    if (symbol && symbol->name)
        g_string_append_printf(latex->out, "\\%s", symbol->name);
    else
        put(latex, sign);
}

static void write_fence(const Latex *latex, const Math *fence)
{
    const Math *inner = math_child(fence, 0);
    bool pair = strcmp(fence->text, fence->close) == 0;
    bool bar =
        !pair && (strchr("|", *fence->text) || strchr("|", *fence->close) ||
                  strcmp(fence->text, "‖") == 0 || strcmp(fence->close, "‖") == 0);
    bool grows =
        !*fence->text || !*fence->close || bar || (!latex->flat && math_is_tall(inner));
    put(latex, grows ? "\\left" : "");
    put_delimiter(latex, fence->text, 'l');
    write(latex, inner);
    put(latex, grows ? "\\right" : "");
    put_delimiter(latex, fence->close, 'r');
}

static void write_cases(const Latex *latex, const Math *cases)
{
    put(latex, latex->flat ? "" : "\\begin{cases}");
    for (unsigned i = 0; i + 1 < cases->children->len; i += 2) {
        if (i > 0)
            put(latex, latex->flat ? ",\\;" : "\\\\");
        write(latex, math_child(cases, i));
        if (math_child(cases, i + 1)) {
            put(latex, latex->flat ? "\\;" : " & ");
            write(latex, math_child(cases, i + 1));
        }
    }
    put(latex, latex->flat ? "" : "\\end{cases}");
}

static void write_accent(const Latex *latex, const Math *accent)
{
    static const struct {
        const char *mark, *command;
    } accents[] = {{"\xCC\x82", "\\hat"},   {"\xCC\x84", "\\bar"},
                   {"\xCC\x83", "\\tilde"}, {"\xCC\x87", "\\dot"},
                   {"\xCC\x88", "\\ddot"},  {"\xE2\x83\x97", "\\vec"}};
    for (size_t i = 0; i < G_N_ELEMENTS(accents); i++)
        if (strcmp(accents[i].mark, accent->text) == 0)
            put(latex, accents[i].command);
    put_group(latex, math_child(accent, 0));
}

static void write_root(const Latex *latex, const Math *root)
{
    put(latex, "\\sqrt");
    if (math_child(root, 1)) {
        g_autofree char *degree = write_latex(math_child(root, 1), latex->flat);
        bool braced = strchr(degree, ']') || *degree == '\0';
        g_string_append_printf(latex->out, braced ? "[{%s}]" : "[%s]", degree);
    }
    put_group(latex, math_child(root, 0));
}

static void write(const Latex *latex, const Math *math)
{
    switch (math->kind) {
    case MATH_ROW:
        write_row(latex, math);
        break;
    case MATH_NUMBER: {
        g_auto(GStrv) parts = g_strsplit(math->text, "−", -1);
        g_autofree char *text = g_strjoinv("-", parts);
        put(latex, text);
        break;
    }
    case MATH_TIMES:
        put(latex, *math->text ? "\\," : "");
        break;
    case MATH_SPACE:
        write_space(latex, math->count);
        break;
    case MATH_PRIMES:
        write_primes(latex, math->count);
        break;
    case MATH_SCRIPT:
        write_script(latex, math);
        break;
    case MATH_FRACTION:
        write_fraction(latex, math);
        break;
    case MATH_ROOT:
        write_root(latex, math);
        break;
    case MATH_FENCE:
        write_fence(latex, math);
        break;
    case MATH_CASES:
        write_cases(latex, math);
        break;
    case MATH_ACCENT:
        write_accent(latex, math);
        break;
    default:
        if (math->kind != MATH_SIGN || strcmp(math->text, MATH_APPLY) != 0)
            write_symbol(latex, math);
    }
}

char *math_latex(const Math *math)
{
    return write_latex(math, false);
}

char *math_latex_flat(const Math *math)
{
    return write_latex(math, true);
}
