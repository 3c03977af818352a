/* math_read.c - the part of LaTeX that labels are written in. */
#include "base/nearest.h"
#include "formula/lexer.h"
#include "formula/math.h"
#include "formula/math_symbol.h"

#include <string.h>

typedef struct {
    const char *text;
    size_t at;
    int depth;
    bool in_cases;
    Span *fault;
    GError **error;
} Reader;

static Math *read_argument(Reader *reader, Span command);
static bool read_row(Reader *reader, Math *row, const char *ends);

#define FAIL(reader, span, ...)                                                        \
    (formula_fail((span), (reader)->fault, (reader)->error, __VA_ARGS__), NULL)

static const char *here(const Reader *reader)
{
    return reader->text + reader->at;
}

static void skip_space(Reader *reader)
{
    reader->at += strspn(here(reader), " \t\r\n");
}

static Span span_from(const Reader *reader, size_t start)
{
    return (Span){start, reader->at - start};
}

/* `\frac`, `\,`: its end is passed. The name is the caller's. */
static char *read_command(Reader *reader, Span *span)
{
    size_t start = reader->at++;
    const char *name = here(reader);
    size_t length = 0;
    while (g_ascii_isalpha(name[length]))
        length++;
    if (length == 0 && *name)
        length = (size_t)(g_utf8_next_char(name) - name);
    reader->at += length;
    *span = span_from(reader, start);
    return g_strndup(name, length);
}

/* ---- words ---- */

/* The text between braces, as words: for `\mathrm` and its like. */
static char *read_words(Reader *reader, Span command)
{
    g_autoptr(GString) out = g_string_new(NULL);
    skip_space(reader);
    size_t start = reader->at;
    if (*here(reader) != '{') {
        const char *letter = here(reader);
        if (!g_unichar_isalnum(g_utf8_get_char(letter)))
            return FAIL(reader, command, "'%.*s' needs a text in braces",
                        (int)command.length, reader->text + command.start);
        reader->at += (size_t)(g_utf8_next_char(letter) - letter);
        return g_strndup(letter, reader->at - start);
    }
    for (reader->at++; *here(reader) != '}';) {
        const char *letter = here(reader);
        if (!*letter)
            return FAIL(reader, ((Span){start, 1}), "'{' is not closed");
        if (*letter == '\\' && letter[1] && strchr(" _{}%&#$,", letter[1])) {
            g_string_append_c(out, letter[1] == ',' ? ' ' : letter[1]);
            reader->at += 2;
            continue;
        }
        if (strchr("\\{", *letter))
            return FAIL(reader, ((Span){reader->at, 1}),
                        "'%.*s' takes words, not formulas", (int)command.length,
                        reader->text + command.start);
        size_t length = (size_t)(g_utf8_next_char(letter) - letter);
        g_string_append_len(out, letter, (gssize)length);
        reader->at += length;
    }
    reader->at++;
    return g_string_free(g_steal_pointer(&out), FALSE);
}

static Math *read_name(Reader *reader, Span command, MathKind kind)
{
    g_autofree char *words = read_words(reader, command);
    return words ? math_new(kind, words) : NULL;
}

/* A letter with a double stroke, `ℝ`. */
static Math *read_blackboard(Reader *reader, Span command)
{
    static const struct {
        char letter;
        const char *unicode;
    } early[] = {{'C', "ℂ"}, {'H', "ℍ"}, {'N', "ℕ"}, {'P', "ℙ"},
                 {'Q', "ℚ"}, {'R', "ℝ"}, {'Z', "ℤ"}};
    g_autofree char *words = read_words(reader, command);
    char unicode[7] = {0};
    if (!words)
        return NULL;
    if (!g_ascii_isupper(words[0]) || words[1])
        return FAIL(reader, command, "'\\mathbb' takes one capital letter");
    for (size_t i = 0; i < G_N_ELEMENTS(early); i++)
        if (early[i].letter == words[0])
            return math_new(MATH_NAME, early[i].unicode);
    g_unichar_to_utf8((gunichar)(0x1D538 + words[0] - 'A'), unicode);
    return math_new(MATH_NAME, unicode);
}

/* ---- commands with arguments ---- */

static Math *read_fraction(Reader *reader, Span command, bool display)
{
    Math *above = read_argument(reader, command);
    Math *below = above ? read_argument(reader, command) : NULL;
    if (!below) {
        math_free(above);
        return NULL;
    }
    Math *fraction = math_new_with(MATH_FRACTION, above, below);
    fraction->display = display;
    return fraction;
}

static Math *read_root(Reader *reader, Span command)
{
    Math *degree = NULL;
    skip_space(reader);
    if (*here(reader) == '[') {
        size_t start = reader->at++;
        degree = math_new(MATH_ROW, NULL);
        bool read = read_row(reader, degree, "]");
        if (read && *here(reader) != ']')
            read = formula_fail((Span){start, 1}, reader->fault, reader->error,
                                "'[' is not closed");
        if (!read) {
            math_free(degree);
            return NULL;
        }
        reader->at++;
    }
    Math *inner = read_argument(reader, command);
    if (inner)
        return math_new_with(MATH_ROOT, inner, degree);
    math_free(degree);
    return NULL;
}

static Math *read_accent(Reader *reader, Span command, const char *mark)
{
    Math *base = read_argument(reader, command);
    return base ? math_add(math_new(MATH_ACCENT, mark), base) : NULL;
}

/* What stands behind `\left` or `\right`; "" for a point, NULL after a failure. */
static const char *read_delimiter(Reader *reader, Span command)
{
    static const struct {
        const char *written, *shown;
    } delimiters[] = {
        {"(", "("},        {")", ")"},        {"[", "["},       {"]", "]"},
        {"|", "|"},        {"\\{", "{"},      {"\\}", "}"},     {"\\|", "‖"},
        {"\\langle", "⟨"}, {"\\rangle", "⟩"}, {"\\lvert", "|"}, {"\\rvert", "|"},
        {"\\lfloor", "⌊"}, {"\\rfloor", "⌋"}, {"\\lceil", "⌈"}, {"\\rceil", "⌉"},
        {"\\vert", "|"},   {"\\lbrace", "{"}, {".", ""},        {"\\rbrace", "}"},
    };
    skip_space(reader);
    for (size_t i = 0; i < G_N_ELEMENTS(delimiters); i++) {
        const char *written = delimiters[i].written;
        if (!g_str_has_prefix(here(reader), written))
            continue;
        reader->at += strlen(written);
        return delimiters[i].shown;
    }
    return FAIL(reader, command,
                "'%.*s' needs a bracket behind it: ( ) [ ] | \\{ \\} .",
                (int)command.length, reader->text + command.start);
}

static Math *read_fence(Reader *reader, Span command)
{
    const char *open = read_delimiter(reader, command);
    g_autoptr(Math) inner = open ? math_new(MATH_ROW, NULL) : NULL;
    Span right;
    if (!inner || !read_row(reader, inner, ""))
        return NULL;
    if (!g_str_has_prefix(here(reader), "\\right"))
        return FAIL(reader, command, "'\\left' without its '\\right'");
    g_autofree char *name = read_command(reader, &right);
    const char *close = read_delimiter(reader, right);
    return close ? math_new_fence(open, g_steal_pointer(&inner), close) : NULL;
}

/* The name in braces behind `\begin` or `\end`. */
static bool read_environment(Reader *reader, Span command)
{
    g_autofree char *name = read_words(reader, command);
    if (!name)
        return false;
    if (strcmp(name, "cases") == 0)
        return true;
    return formula_fail(command, reader->fault, reader->error,
                        "'\\begin{%s}' is not known in labels (only cases is)", name);
}

/* One part of a case, up to `&`, `\\` or `\end`. */
static Math *read_case_part(Reader *reader)
{
    g_autoptr(Math) part = math_new(MATH_ROW, NULL);
    return read_row(reader, part, "&") ? g_steal_pointer(&part) : NULL;
}

static Math *read_cases(Reader *reader, Span command)
{
    g_autoptr(Math) cases = math_new(MATH_CASES, NULL);
    bool outer = reader->in_cases;
    if (!read_environment(reader, command))
        return NULL;
    reader->in_cases = true;
    for (;;) {
        Math *value = read_case_part(reader), *condition = NULL;
        if (!value)
            return NULL;
        math_add(cases, value);
        if (*here(reader) == '&') {
            reader->at++;
            if (!(condition = read_case_part(reader)))
                return NULL;
        }
        math_add(cases, condition);
        if (!g_str_has_prefix(here(reader), "\\\\"))
            break;
        reader->at += 2;
        skip_space(reader);
        if (g_str_has_prefix(here(reader), "\\end"))
            break;
    }
    reader->in_cases = outer;
    if (!g_str_has_prefix(here(reader), "\\end"))
        return FAIL(reader, command, "'\\begin{cases}' without '\\end{cases}'");
    Span end;
    g_autofree char *name = read_command(reader, &end);
    return read_environment(reader, end) ? g_steal_pointer(&cases) : NULL;
}

/* ---- commands ---- */

static const struct {
    const char *name;
    int eighteenths;
} spaces[] = {{",", 3}, {":", 4},     {";", 5},     {"!", -3},
              {" ", 5}, {"quad", 18}, {"qquad", 36}};

static const struct {
    const char *name, *mark;
} accents[] = {
    {"hat", "\xCC\x82"},      {"widehat", "\xCC\x82"}, {"bar", "\xCC\x84"},
    {"overline", "\xCC\x84"}, {"tilde", "\xCC\x83"},   {"widetilde", "\xCC\x83"},
    {"dot", "\xCC\x87"},      {"ddot", "\xCC\x88"},    {"vec", "\xE2\x83\x97"}};

static const struct {
    const char *name;
    MathKind kind;
} words[] = {{"mathrm", MATH_NAME},     {"text", MATH_NAME},
             {"textrm", MATH_NAME},     {"mathbf", MATH_BOLD},
             {"textbf", MATH_BOLD},     {"mathit", MATH_VARIABLE},
             {"textit", MATH_VARIABLE}, {"operatorname", MATH_FUNCTION}};

static const char *const others[] = {"frac",  "dfrac", "tfrac", "sqrt",  "left",
                                     "right", "begin", "end",   "mathbb"};

static Math *fail_unknown(Reader *reader, Span span, const char *name)
{
    Nearest nearest;
    nearest_init(&nearest, name);
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
        nearest_offer(&nearest, others[i]);
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        nearest_offer(&nearest, words[i].name);
    for (size_t i = 0; i < G_N_ELEMENTS(accents); i++)
        nearest_offer(&nearest, accents[i].name);
    for (const MathSymbol *symbol = math_symbols; symbol->unicode; symbol++)
        if (symbol->name)
            nearest_offer(&nearest, symbol->name);
    if (nearest.best)
        return FAIL(reader, span,
                    "unknown command '\\%s' in a formula (did you mean '\\%s'?)", name,
                    nearest.best);
    return FAIL(reader, span,
                "unknown command '\\%s' in a formula (labels know a part of LaTeX)",
                name);
}

/* The command's own reading; NULL without an error: it has none. */
static Math *read_special(Reader *reader, Span span, const char *name)
{
    if (strcmp(name, "frac") == 0 || strcmp(name, "tfrac") == 0)
        return read_fraction(reader, span, false);
    if (strcmp(name, "dfrac") == 0)
        return read_fraction(reader, span, true);
    if (strcmp(name, "sqrt") == 0)
        return read_root(reader, span);
    if (strcmp(name, "left") == 0)
        return read_fence(reader, span);
    if (strcmp(name, "begin") == 0)
        return read_cases(reader, span);
    if (strcmp(name, "mathbb") == 0)
        return read_blackboard(reader, span);
    if (strcmp(name, "right") == 0)
        return FAIL(reader, span, "'\\right' without its '\\left'");
    if (strcmp(name, "end") == 0)
        return FAIL(reader, span, "'\\end' without its '\\begin'");
    if (strcmp(name, "\\") == 0)
        return FAIL(reader, span,
                    "'\\\\' belongs into \\begin{cases} ... \\end{cases}");
    return fail_unknown(reader, span, name);
}

static Math *read_commanded(Reader *reader)
{
    Span span;
    g_autofree char *name = read_command(reader, &span);
    const MathSymbol *symbol = math_symbol_named(name);
    if (!*name)
        return FAIL(reader, span, "'\\' needs a name behind it");
    if (symbol)
        return math_new(symbol->kind, symbol->unicode);
    for (size_t i = 0; i < G_N_ELEMENTS(spaces); i++)
        if (strcmp(spaces[i].name, name) == 0)
            return math_new_count(MATH_SPACE, spaces[i].eighteenths);
    for (size_t i = 0; i < G_N_ELEMENTS(accents); i++)
        if (strcmp(accents[i].name, name) == 0)
            return read_accent(reader, span, accents[i].mark);
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++)
        if (strcmp(words[i].name, name) == 0)
            return read_name(reader, span, words[i].kind);
    return read_special(reader, span, name);
}

/* ---- atoms ---- */

/* A letter in braces is that letter; a sign in them has lost its spaces. */
static Math *unwrap(Math *row)
{
    const Math *only =
        row->children && row->children->len == 1 ? math_child(row, 0) : NULL;
    if (!only || only->kind == MATH_SIGN || only->kind == MATH_SCRIPT)
        return row;
    Math *child = g_ptr_array_steal_index(row->children, 0);
    math_free(row);
    return child;
}

static Math *read_group(Reader *reader)
{
    size_t start = reader->at++;
    bool outer = reader->in_cases;
    g_autoptr(Math) row = math_new(MATH_ROW, NULL);
    reader->in_cases = false;
    if (!read_row(reader, row, "}"))
        return NULL;
    reader->in_cases = outer;
    if (*here(reader) != '}')
        return FAIL(reader, ((Span){start, 1}), "'{' is not closed");
    reader->at++;
    return unwrap(g_steal_pointer(&row));
}

/* Digits, with a point if more of them follow. */
static Math *read_digits(Reader *reader)
{
    const char *start = here(reader), *end = start;
    while (g_ascii_isdigit(*end) || (*end == '.' && g_ascii_isdigit(end[1])))
        end++;
    g_autofree char *digits = g_strndup(start, (gsize)(end - start));
    reader->at += (size_t)(end - start);
    return math_new(MATH_NUMBER, digits);
}

/* How a letter or sign of Unicode is set. */
static Math *sign_or_letter(const char *text)
{
    const MathSymbol *symbol = math_symbol_of(text);
    gunichar letter = g_utf8_get_char(text);
    if (symbol)
        return math_new(symbol->kind, text);
    bool slanted = g_unichar_isalpha(letter) && letter < 0x250;
    return math_new(slanted ? MATH_VARIABLE : MATH_NAME, text);
}

static Math *read_character(Reader *reader)
{
    static const struct {
        const char *written, *sign;
    } signs[] = {{"-", "−"}, {"*", "∗"}, {"⋅", "·"}, {"µ", "μ"}, {"∑", "∑"}};
    const char *start = here(reader);
    size_t length = (size_t)(g_utf8_next_char(start) - start);
    g_autofree char *text = g_strndup(start, length);
    Span span = {reader->at, length};
    if ((unsigned char)*text < 0x20 || *text == 0x7F)
        return FAIL(reader, span,
                    "a control character in a formula (between double quotes YAML "
                    "reads a backslash itself: use single quotes)");
    if (strchr("#%&", *text))
        return FAIL(reader, span,
                    *text == '&' ? "'&' belongs into \\begin{cases} ... \\end{cases}"
                                 : "write \\%s for '%s' in a formula",
                    text, text);
    reader->at += length;
    for (size_t i = 0; i < G_N_ELEMENTS(signs); i++)
        if (strcmp(signs[i].written, text) == 0)
            return math_new(MATH_SIGN, signs[i].sign);
    if (*text == '~')
        return math_new_count(MATH_SPACE, 5);
    return sign_or_letter(text);
}

/* One thing to which scripts may be added. */
static Math *read_atom(Reader *reader)
{
    Math *atom;
    if (reader->depth >= MATH_MAX_DEPTH)
        return FAIL(reader, ((Span){reader->at, 1}),
                    "the formula is nested too deeply (at most %d)", MATH_MAX_DEPTH);
    reader->depth++;
    if (*here(reader) == '{')
        atom = read_group(reader);
    else if (*here(reader) == '\\')
        atom = read_commanded(reader);
    else if (g_ascii_isdigit(*here(reader)))
        atom = read_digits(reader);
    else
        atom = read_character(reader);
    reader->depth--;
    return atom;
}

/* A group, a command or one character. */
static Math *read_argument(Reader *reader, Span command)
{
    skip_space(reader);
    char next = *here(reader);
    if (next && g_ascii_isdigit(next)) {
        const char digit[] = {next, '\0'};
        reader->at++;
        return math_new(MATH_NUMBER, digit);
    }
    if (!next || strchr("}^_&'", next) || g_str_has_prefix(here(reader), "\\right") ||
        g_str_has_prefix(here(reader), "\\end"))
        return FAIL(reader, command, "'%.*s' needs {...} behind it",
                    (int)command.length, reader->text + command.start);
    return read_atom(reader);
}

/* ---- scripts and rows ---- */

static int read_primes(Reader *reader)
{
    static const struct {
        const char *written;
        int count;
    } marks[] = {{"'", 1}, {"′", 1}, {"″", 2}, {"‴", 3}, {"’", 1}};
    int count = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++) {
        if (!g_str_has_prefix(here(reader), marks[i].written))
            continue;
        count += marks[i].count;
        reader->at += strlen(marks[i].written);
        i = (size_t)-1;
    }
    return count;
}

/* Takes base over; NULL after a failure. */
static Math *read_scripts(Reader *reader, Math *base)
{
    g_autoptr(Math) below = NULL, above = NULL;
    for (;;) {
        skip_space(reader);
        char mark = *here(reader);
        Math **script = mark == '^' ? &above : &below;
        if (mark != '^' && mark != '_')
            break;
        Span span = {reader->at++, 1};
        if (*script) {
            math_free(base);
            return FAIL(reader, span, "two %s in one place (group them with braces)",
                        mark == '^' ? "superscripts" : "subscripts");
        }
        *script = read_argument(reader, span);
        if (!*script) {
            math_free(base);
            return NULL;
        }
    }
    if (!above && !below)
        return base;
    Math *scripts = math_new_with(MATH_SCRIPT, base, g_steal_pointer(&below));
    return math_add(scripts, g_steal_pointer(&above));
}

static bool ends_row(const Reader *reader, const char *ends)
{
    const char *next = here(reader);
    return !*next || *next == '}' || (*next && strchr(ends, *next)) ||
           (*next == '&' && reader->in_cases) ||
           (reader->in_cases && g_str_has_prefix(next, "\\\\")) ||
           (g_str_has_prefix(next, "\\right") && !g_ascii_isalpha(next[6])) ||
           (g_str_has_prefix(next, "\\end") && !g_ascii_isalpha(next[4]));
}

static bool read_row(Reader *reader, Math *row, const char *ends)
{
    for (;;) {
        skip_space(reader);
        if (ends_row(reader, ends))
            return true;
        int primes = read_primes(reader);
        bool bare = !primes && strchr("^_", *here(reader));
        Math *atom = primes ? math_new_count(MATH_PRIMES, primes)
                     : bare ? math_new(MATH_ROW, NULL)
                            : read_atom(reader);
        atom = atom ? read_scripts(reader, atom) : NULL;
        if (!atom)
            return false;
        math_add(row, atom);
    }
}

Math *math_read(const char *text, Span *fault, GError **error)
{
    Reader reader = {.text = text, .fault = fault, .error = error};
    g_autoptr(Math) row = math_new(MATH_ROW, NULL);
    if (strlen(text) > MATH_MAX_BYTES)
        return FAIL(&reader, ((Span){0, 0}),
                    "the formula is too long (at most %d bytes)", MATH_MAX_BYTES);
    if (!read_row(&reader, row, ""))
        return NULL;
    if (!*here(&reader))
        return g_steal_pointer(&row);
    Span span = {reader.at, 1};
    if (*here(&reader) == '}')
        return FAIL(&reader, span, "'}' without its '{'");
    Math *none = read_atom(&reader); /* `\right`, `\end`: says why */
    math_free(none);
    return NULL;
}
