/* math_command.c - the commands of LaTeX that labels know. */
#include "base/nearest.h"
#include "formula/math_reader.h"
#include "formula/math_symbol.h"

static Span span_from(const MathReader *reader, size_t start)
{
    return (Span){start, reader->at - start};
}

/* `\frac`, `\,`: its end is passed. The name is the caller's. */
static char *read_name_of_command(MathReader *reader, Span *span)
{
    size_t start = reader->at++;
    const char *name = math_here(reader);
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
static char *read_words(MathReader *reader, Span command)
{
    g_autoptr(GString) out = g_string_new(NULL);
    math_skip_space(reader);
    size_t start = reader->at;
    if (*math_here(reader) != '{') {
        const char *letter = math_here(reader);
        if (!g_unichar_isalnum(g_utf8_get_char(letter)))
            return MATH_FAIL(reader, command, "'%.*s' needs a text in braces",
                             (int)command.length, reader->text + command.start);
        reader->at += (size_t)(g_utf8_next_char(letter) - letter);
        return g_strndup(letter, reader->at - start);
    }
    for (reader->at++; *math_here(reader) != '}';) {
        const char *letter = math_here(reader);
        if (!*letter)
            return MATH_FAIL(reader, ((Span){start, 1}), "'{' is not closed");
        if (*letter == '\\' && letter[1] && strchr(" _{}%&#$,", letter[1])) {
            g_string_append_c(out, letter[1] == ',' ? ' ' : letter[1]);
            reader->at += 2;
            continue;
        }
        if (strchr("\\{", *letter))
            return MATH_FAIL(reader, ((Span){reader->at, 1}),
                             "'%.*s' takes words, not formulas", (int)command.length,
                             reader->text + command.start);
        size_t length = (size_t)(g_utf8_next_char(letter) - letter);
        g_string_append_len(out, letter, (gssize)length);
        reader->at += length;
    }
    reader->at++;
    return g_string_free(g_steal_pointer(&out), FALSE);
}

static Math *read_name(MathReader *reader, Span command, MathKind kind)
{
    g_autofree char *words = read_words(reader, command);
    return words ? math_new(kind, words) : NULL;
}

/* A letter with a double stroke, `ℝ`. */
static Math *read_blackboard(MathReader *reader, Span command)
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
        return MATH_FAIL(reader, command, "'\\mathbb' takes one capital letter");
    for (size_t i = 0; i < G_N_ELEMENTS(early); i++)
        if (early[i].letter == words[0])
            return math_new(MATH_NAME, early[i].unicode);
    g_unichar_to_utf8((gunichar)(0x1D538 + words[0] - 'A'), unicode);
    return math_new(MATH_NAME, unicode);
}

/* ---- commands with arguments ---- */

static Math *read_fraction(MathReader *reader, Span command, bool display)
{
    Math *above = math_read_argument(reader, command);
    Math *below = above ? math_read_argument(reader, command) : NULL;
    if (!below) {
        math_free(above);
        return NULL;
    }
    Math *fraction = math_new_with(MATH_FRACTION, above, below);
    fraction->display = display;
    return fraction;
}

static Math *read_root(MathReader *reader, Span command)
{
    Math *degree = NULL;
    math_skip_space(reader);
    if (*math_here(reader) == '[') {
        size_t start = reader->at++;
        degree = math_new(MATH_ROW, NULL);
        bool read = math_read_row(reader, degree, "]");
        if (read && *math_here(reader) != ']')
            read = formula_fail((Span){start, 1}, reader->fault, reader->error,
                                "'[' is not closed");
        if (!read) {
            math_free(degree);
            return NULL;
        }
        reader->at++;
    }
    Math *inner = math_read_argument(reader, command);
    if (inner)
        return math_new_with(MATH_ROOT, inner, degree);
    math_free(degree);
    return NULL;
}

static Math *read_accent(MathReader *reader, Span command, const char *mark)
{
    Math *base = math_read_argument(reader, command);
    return base ? math_add(math_new(MATH_ACCENT, mark), base) : NULL;
}

/* What stands behind `\left` or `\right`; "" for a point, NULL after a failure. */
static const char *read_delimiter(MathReader *reader, Span command)
{
    static const struct {
        const char *written, *shown;
    } delimiters[] = {
        {"(", "("},       {")", ")"},        {"[", "["},        {"]", "]"},
        {"|", "|"},       {"\\{", "{"},      {"\\}", "}"},      {"\\|", "‖"},
        {"\\lVert", "‖"}, {"\\rVert", "‖"},  {"\\langle", "⟨"}, {"\\rangle", "⟩"},
        {"\\lvert", "|"}, {"\\rvert", "|"},  {"\\lfloor", "⌊"}, {"\\rfloor", "⌋"},
        {"\\lceil", "⌈"}, {"\\rceil", "⌉"},  {"\\vert", "|"},   {"\\lbrace", "{"},
        {".", ""},        {"\\rbrace", "}"},
    };
    math_skip_space(reader);
    for (size_t i = 0; i < G_N_ELEMENTS(delimiters); i++) {
        const char *written = delimiters[i].written;
        if (!g_str_has_prefix(math_here(reader), written))
            continue;
        reader->at += strlen(written);
        return delimiters[i].shown;
    }
    return MATH_FAIL(reader, command,
                     "'%.*s' needs a bracket behind it: ( ) [ ] | \\{ \\} .",
                     (int)command.length, reader->text + command.start);
}

static Math *read_fence(MathReader *reader, Span command)
{
    const char *open = read_delimiter(reader, command);
    g_autoptr(Math) inner = open ? math_new(MATH_ROW, NULL) : NULL;
    Span right;
    if (!inner || !math_read_row(reader, inner, ""))
        return NULL;
    if (!g_str_has_prefix(math_here(reader), "\\right"))
        return MATH_FAIL(reader, command, "'\\left' without its '\\right'");
    g_free(read_name_of_command(reader, &right));
    const char *close = read_delimiter(reader, right);
    return close ? math_new_fence(open, g_steal_pointer(&inner), close) : NULL;
}

/* `\lvert x \rvert` */
static Math *read_bars(MathReader *reader, Span command, const char *sign)
{
    g_autoptr(Math) inner = math_new(MATH_ROW, NULL);
    g_autofree char *end = g_strndup(reader->text + command.start, command.length);
    Span right;
    end[1] = 'r';
    if (!math_read_row(reader, inner, ""))
        return NULL;
    if (!g_str_has_prefix(math_here(reader), end))
        return MATH_FAIL(reader, command, "'\\l%s' without its '%s'", end + 2, end);
    g_free(read_name_of_command(reader, &right));
    return math_new_fence(sign, g_steal_pointer(&inner), sign);
}

/* The name in braces behind `\begin` or `\end`. */
static bool read_environment(MathReader *reader, Span command)
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
static Math *read_case_part(MathReader *reader)
{
    g_autoptr(Math) part = math_new(MATH_ROW, NULL);
    return math_read_row(reader, part, "&") ? g_steal_pointer(&part) : NULL;
}

static Math *read_cases(MathReader *reader, Span command)
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
        if (*math_here(reader) == '&') {
            reader->at++;
            if (!(condition = read_case_part(reader)))
                return NULL;
        }
        math_add(cases, condition);
        if (!g_str_has_prefix(math_here(reader), "\\\\"))
            break;
        reader->at += 2;
        math_skip_space(reader);
        if (g_str_has_prefix(math_here(reader), "\\end"))
            break;
    }
    reader->in_cases = outer;
    if (!g_str_has_prefix(math_here(reader), "\\end"))
        return MATH_FAIL(reader, command, "'\\begin{cases}' without '\\end{cases}'");
    Span end;
    g_free(read_name_of_command(reader, &end));
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

static const char *const others[] = {"frac",   "dfrac", "tfrac", "sqrt",
                                     "left",   "right", "begin", "end",
                                     "mathbb", "lvert", "rvert"};

static Math *fail_unknown(MathReader *reader, Span span, const char *name)
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
        return MATH_FAIL(reader, span,
                         "unknown command '\\%s' in a formula (did you mean '\\%s'?)",
                         name, nearest.best);
    return MATH_FAIL(
        reader, span,
        "unknown command '\\%s' in a formula (labels know a part of LaTeX)", name);
}

/* The command's own reading; NULL without an error: it has none. */
static Math *read_special(MathReader *reader, Span span, const char *name)
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
    if (strcmp(name, "lvert") == 0)
        return read_bars(reader, span, "|");
    if (strcmp(name, "lVert") == 0)
        return read_bars(reader, span, "‖");
    if (strcmp(name, "rvert") == 0 || strcmp(name, "rVert") == 0)
        return MATH_FAIL(reader, span, "'\\%s' without its '\\l%s'", name, name + 1);
    if (strcmp(name, "right") == 0)
        return MATH_FAIL(reader, span, "'\\right' without its '\\left'");
    if (strcmp(name, "end") == 0)
        return MATH_FAIL(reader, span, "'\\end' without its '\\begin'");
    if (strcmp(name, "\\") == 0)
        return MATH_FAIL(reader, span,
                         "'\\\\' belongs into \\begin{cases} ... \\end{cases}");
    return fail_unknown(reader, span, name);
}

Math *math_read_command(MathReader *reader)
{
    Span span;
    g_autofree char *name = read_name_of_command(reader, &span);
    const MathSymbol *symbol = math_symbol_named(name);
    if (!*name)
        return MATH_FAIL(reader, span, "'\\' needs a name behind it");
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
