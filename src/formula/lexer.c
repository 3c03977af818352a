/* lexer.c - numbers, names and signs, in ASCII or as Unicode writes them. */
#include "formula/lexer.h"

#include <math.h>
#include <string.h>

/* Longer spellings before their beginnings. */
static const struct {
    const char *written, *sign;
} signs[] = {
    {"<=", "<="}, {">=", ">="}, {"==", "=="}, {"!=", "!="}, {"&&", "&&"}, {"||", "||"},
    {"≤", "<="},  {"≥", ">="},  {"≠", "!="},  {"∧", "&&"},  {"∨", "||"},  {"¬", "!"},
    {"''", "''"}, {"″", "''"},  {"'", "'"},   {"′", "'"},   {"’", "'"},   {"+", "+"},
    {"-", "-"},   {"−", "-"},   {"*", "*"},   {"·", "*"},   {"×", "*"},   {"⋅", "*"},
    {"/", "/"},   {"÷", "/"},   {"^", "^"},   {"(", "("},   {")", ")"},   {",", ","},
    {"=", "="},   {"?", "?"},   {":", ":"},   {"<", "<"},   {">", ">"},   {"!", "!"},
};

/* What other languages write. */
static const struct {
    const char *written, *hint;
} foreign[] = {
    {"**", "write ^ for powers"},
    {"&", "write && for 'and'"},
    {"|", "write abs(x) for |x|, || for 'or'"},
    {"[", "write ( and )"},
    {"]", "write ( and )"},
    {"{", "write ( and )"},
    {"}", "write ( and )"},
    {"√", "write sqrt(x)"},
    {"%", "write a - b*floor(a/b) for a remainder"},
    {"\"", "a formula is written without quotation marks"},
    {";", "a formula is one expression"},
    {"‴", "write '''"},
    {"@", "write gelu@jax for a framework's own variant"},
};

static const struct {
    const char *letter, *name;
} greek[] = {
    {"α", "alpha"}, {"β", "beta"}, {"γ", "gamma"}, {"δ", "delta"}, {"ε", "epsilon"},
    {"ζ", "zeta"},  {"η", "eta"},  {"θ", "theta"}, {"κ", "kappa"}, {"λ", "lambda"},
    {"μ", "mu"},    {"ν", "nu"},   {"ξ", "xi"},    {"π", "pi"},    {"ρ", "rho"},
    {"σ", "sigma"}, {"τ", "tau"},  {"φ", "phi"},   {"χ", "chi"},   {"ψ", "psi"},
    {"ω", "omega"}, {"µ", "mu"},
};

bool formula_fail(Span span, Span *fault, GError **error, const char *format, ...)
{
    if (fault)
        *fault = span;
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_set_error_literal(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT, message);
    return false;
}

char *lexer_name(const char *text, Span span)
{
    g_autofree char *name = g_strndup(text + span.start, span.length);
    for (size_t i = 0; i < G_N_ELEMENTS(greek) && !g_ascii_isalpha(*name); i++)
        if (!strcmp(greek[i].letter, name))
            return g_strdup(greek[i].name);
    return g_steal_pointer(&name);
}

const char *lexer_greek(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(greek); i++)
        if (!strcmp(greek[i].name, name))
            return greek[i].letter;
    return NULL;
}

static const char *skip_digits(const char *text)
{
    while (g_ascii_isdigit(*text))
        text++;
    return text;
}

static bool read_number(const char *start, Token *token, Span *fault, GError **error)
{
    const char *end = skip_digits(start);
    if (*end == '.')
        end = skip_digits(end + 1);
    if (*end == 'e' || *end == 'E') {
        const char *exponent = end + 1;
        if (*exponent == '+' || *exponent == '-')
            exponent++;
        if (g_ascii_isdigit(*exponent))
            end = skip_digits(exponent);
    }
    token->kind = TOKEN_NUMBER;
    token->span.length = (size_t)(end - start);
    g_autofree char *written = g_strndup(start, token->span.length);
    token->number = g_ascii_strtod(written, NULL);
    if (isinf(token->number))
        return formula_fail(token->span, fault, error,
                            "the number is too large (at most 1.797e308)");
    return true;
}

static bool is_name_start(gunichar c)
{
    return c == '_' || g_unichar_isalpha(c);
}

/* A dot joins two names, `nn.ReLU`, and so does an at sign: `gelu@jax`. */
static size_t name_length(const char *start)
{
    const char *p = start;
    for (;;) {
        gunichar c = g_utf8_get_char(p);
        if (is_name_start(c) || (c < 128 && g_ascii_isdigit((char)c)))
            p = g_utf8_next_char(p);
        else if ((c == '.' || c == '@') && is_name_start(g_utf8_get_char(p + 1)))
            p++;
        else
            return (size_t)(p - start);
    }
}

static int raised_digit(gunichar c)
{
    switch (c) {
    case 0xb9:
        return 1;
    case 0xb2:
        return 2;
    case 0xb3:
        return 3;
    default:
        return c == 0x2070 || (c >= 0x2074 && c <= 0x2079) ? (int)(c - 0x2070) : -1;
    }
}

static bool read_raised(const char *start, Token *token)
{
    const char *p = start;
    for (; raised_digit(g_utf8_get_char(p)) >= 0; p = g_utf8_next_char(p))
        token->number = 10 * token->number + raised_digit(g_utf8_get_char(p));
    token->kind = TOKEN_RAISED;
    token->span.length = (size_t)(p - start);
    return token->span.length > 0;
}

static bool read_sign(const char *start, Token *token)
{
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++) {
        if (*start != *signs[i].written || !g_str_has_prefix(start, signs[i].written))
            continue;
        token->kind = TOKEN_SIGN;
        token->sign = signs[i].sign;
        token->span.length = strlen(signs[i].written);
        return true;
    }
    return false;
}

static bool refuse(const char *start, Token *token, Span *fault, GError **error)
{
    for (size_t i = 0; i < G_N_ELEMENTS(foreign); i++) {
        const char *written = foreign[i].written;
        if (!g_str_has_prefix(start, written))
            continue;
        token->span.length = strlen(written);
        return formula_fail(token->span, fault, error,
                            "'%s' is not used in formulas (%s)", written,
                            foreign[i].hint);
    }
    gunichar c = g_utf8_get_char(start);
    token->span.length = (size_t)(g_utf8_next_char(start) - start);
    if (!g_unichar_isgraph(c))
        return formula_fail(token->span, fault, error, "unexpected character U+%04X",
                            (unsigned)c);
    return formula_fail(token->span, fault, error, "unexpected character '%.*s'",
                        (int)token->span.length, start);
}

static const char *skip_space(const char *text)
{
    while (*text && g_unichar_isspace(g_utf8_get_char(text)))
        text = g_utf8_next_char(text);
    return text;
}

bool lexer_next(const char *text, size_t *position, Token *token, Span *fault,
                GError **error)
{
    const char *start = skip_space(text + *position);
    *token =
        (Token){.kind = TOKEN_END, .sign = "", .span = {(size_t)(start - text), 0}};
    bool good = true;
    if (g_ascii_isdigit(*start) || (*start == '.' && g_ascii_isdigit(start[1])))
        good = read_number(start, token, fault, error);
    else if (is_name_start(g_utf8_get_char(start))) {
        token->kind = TOKEN_NAME;
        token->span.length = name_length(start);
    } else if (*start && g_str_has_prefix(start, "**"))
        good = refuse(start, token, fault, error);
    else if (*start && !read_sign(start, token) && !read_raised(start, token))
        good = refuse(start, token, fault, error);
    *position = token->span.start + token->span.length;
    return good;
}
