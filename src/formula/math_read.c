/* math_read.c - the part of LaTeX that labels are written in: letters, groups, scripts.
 */
#include "formula/math_reader.h"
#include "formula/math_symbol.h"

static Math *read_atom(MathReader *reader);

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

static Math *read_group(MathReader *reader)
{
    size_t start = reader->at++;
    bool outer = reader->in_cases;
    g_autoptr(Math) row = math_new(MATH_ROW, NULL);
    reader->in_cases = false;
    if (!math_read_row(reader, row, "}"))
        return NULL;
    reader->in_cases = outer;
    if (*math_here(reader) != '}')
        return MATH_FAIL(reader, ((Span){start, 1}), "'{' is not closed");
    reader->at++;
    return unwrap(g_steal_pointer(&row));
}

/* Digits, with a point if more of them follow. */
static Math *read_digits(MathReader *reader)
{
    const char *start = math_here(reader), *end = start;
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

static Math *read_character(MathReader *reader)
{
    static const struct {
        const char *written, *sign;
    } signs[] = {{"-", "−"}, {"*", "∗"}, {"⋅", "·"}, {"µ", "μ"}, {"∑", "∑"}};
    const char *start = math_here(reader);
    size_t length = (size_t)(g_utf8_next_char(start) - start);
    g_autofree char *text = g_strndup(start, length);
    Span span = {reader->at, length};
    if ((unsigned char)*text < 0x20 || *text == 0x7F)
        return MATH_FAIL(reader, span,
                         "a control character in a formula (between double quotes YAML "
                         "reads a backslash itself: use single quotes)");
    if (strchr("#%&", *text))
        return MATH_FAIL(reader, span,
                         *text == '&'
                             ? "'&' belongs into \\begin{cases} ... \\end{cases}"
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
static Math *read_atom(MathReader *reader)
{
    Math *atom;
    if (reader->depth >= MATH_MAX_DEPTH)
        return MATH_FAIL(reader, ((Span){reader->at, 1}),
                         "the formula is nested too deeply (at most %d)",
                         MATH_MAX_DEPTH);
    reader->depth++;
    if (*math_here(reader) == '{')
        atom = read_group(reader);
    else if (*math_here(reader) == '\\')
        atom = math_read_command(reader);
    else if (g_ascii_isdigit(*math_here(reader)))
        atom = read_digits(reader);
    else
        atom = read_character(reader);
    reader->depth--;
    return atom;
}

Math *math_read_argument(MathReader *reader, Span command)
{
    math_skip_space(reader);
    char next = *math_here(reader);
    if (next && g_ascii_isdigit(next)) {
        const char digit[] = {next, '\0'};
        reader->at++;
        return math_new(MATH_NUMBER, digit);
    }
    if (!next || strchr("}^_&'", next) ||
        g_str_has_prefix(math_here(reader), "\\right") ||
        g_str_has_prefix(math_here(reader), "\\end"))
        return MATH_FAIL(reader, command, "'%.*s' needs {...} behind it",
                         (int)command.length, reader->text + command.start);
    return read_atom(reader);
}

/* ---- scripts and rows ---- */

static int read_primes(MathReader *reader)
{
    static const struct {
        const char *written;
        int count;
    } marks[] = {{"'", 1}, {"′", 1}, {"″", 2}, {"‴", 3}, {"’", 1}};
    int count = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(marks); i++) {
        if (!g_str_has_prefix(math_here(reader), marks[i].written))
            continue;
        count += marks[i].count;
        reader->at += strlen(marks[i].written);
        i = (size_t)-1;
    }
    return count;
}

/* Takes base over; NULL after a failure. */
static Math *read_scripts(MathReader *reader, Math *base)
{
    g_autoptr(Math) below = NULL, above = NULL;
    for (;;) {
        math_skip_space(reader);
        char mark = *math_here(reader);
        Math **script = mark == '^' ? &above : &below;
        if (mark != '^' && mark != '_')
            break;
        Span span = {reader->at++, 1};
        if (*script) {
            math_free(base);
            return MATH_FAIL(reader, span,
                             "two %s in one place (group them with braces)",
                             mark == '^' ? "superscripts" : "subscripts");
        }
        *script = math_read_argument(reader, span);
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

static bool ends_row(const MathReader *reader, const char *ends)
{
    const char *next = math_here(reader);
    return !*next || *next == '}' || (*next && strchr(ends, *next)) ||
           (*next == '&' && reader->in_cases) ||
           (reader->in_cases && g_str_has_prefix(next, "\\\\")) ||
           (g_str_has_prefix(next, "\\right") && !g_ascii_isalpha(next[6])) ||
           (g_str_has_prefix(next, "\\end") && !g_ascii_isalpha(next[4])) ||
           (g_str_has_prefix(next, "\\rvert") && !g_ascii_isalpha(next[6])) ||
           (g_str_has_prefix(next, "\\rVert") && !g_ascii_isalpha(next[6]));
}

bool math_read_row(MathReader *reader, Math *row, const char *ends)
{
    for (;;) {
        math_skip_space(reader);
        if (ends_row(reader, ends))
            return true;
        int primes = read_primes(reader);
        bool bare = !primes && strchr("^_", *math_here(reader));
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
    MathReader reader = {.text = text, .fault = fault, .error = error};
    g_autoptr(Math) row = math_new(MATH_ROW, NULL);
    if (strlen(text) > MATH_MAX_BYTES)
        return MATH_FAIL(&reader, ((Span){0, 0}),
                         "the formula is too long (at most %d bytes)", MATH_MAX_BYTES);
    if (!math_read_row(&reader, row, ""))
        return NULL;
    if (!*math_here(&reader))
        return g_steal_pointer(&row);
    Span span = {reader.at, 1};
    if (*math_here(&reader) == '}')
        return MATH_FAIL(&reader, span, "'}' without its '{'");
    Math *none = read_atom(&reader); /* `\right`, `\end`: says why */
    math_free(none);
    return NULL;
}
