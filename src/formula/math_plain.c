/* math_plain.c - mathematics on one line: Unicode, and gnuplot's enhanced text. */
#include "formula/math.h"
#include "formula/notation.h"

#include <string.h>

typedef struct {
    GString *out;
    Notation notation; /* NOTATION_PLAIN or NOTATION_GNUPLOT */
    bool tight;        /* no spaces around signs: in scripts */
} Line;

static void write(const Line *line, const Math *math);

static void put(const Line *line, const char *text)
{
    g_autofree char *escaped = notation_escape(line->notation, text);
    g_string_append(line->out, escaped);
}

static void put_space(const Line *line)
{
    if (line->out->len > 0 && line->out->str[line->out->len - 1] != ' ')
        g_string_append_c(line->out, ' ');
}

/* A part as a text of its own; the caller's. */
static char *part(const Line *line, const Math *math, bool tight)
{
    const Line inner = {g_string_new(NULL), line->notation, tight};
    if (math)
        write(&inner, math);
    return g_string_free(inner.out, FALSE);
}

static void write_wrapped(const Line *line, const Math *math, MathStrength weakest)
{
    bool wrap = math_strength(math) < weakest;
    put(line, wrap ? "(" : "");
    write(line, math);
    put(line, wrap ? ")" : "");
}

/* `2·3` */
static bool is_tight(const Math *math)
{
    return math->kind == MATH_SIGN && strcmp(math->text, "·") == 0;
}

static void write_row(const Line *line, const Math *row)
{
    for (unsigned i = 0; row->children && i < row->children->len; i++) {
        const Math *child = math_child(row, i);
        bool wrap = child->kind == MATH_FRACTION && math_needs_brackets(row, i, true);
        int space = math_space_before(row, i);
        if (space > (wrap ? 3 : 0) && !(line->tight && space > 3) && !is_tight(child) &&
            !is_tight(math_child(row, i - 1)))
            put_space(line);
        put(line, wrap ? "(" : "");
        write(line, child);
        put(line, wrap ? ")" : "");
    }
}

/* In small letters where Unicode has them, else behind `^` or `_`. */
static void write_small(const Line *line, const char *text, bool raised)
{
    g_autofree char *small = raised ? notation_raise(text) : notation_lower(text);
    bool single = g_utf8_strlen(text, -1) == 1;
    if (small)
        g_string_append(line->out, small);
    else
        g_string_append_printf(line->out, single ? "%c%s" : "%c(%s)",
                               raised ? '^' : '_', text);
}

/* The first of two takes no room: the shorter one. */
static void write_stacked(const Line *line, const char *low, const char *high)
{
    bool both = low && high;
    bool low_first = !both || strlen(low) <= strlen(high);
    if (low && low_first)
        g_string_append_printf(line->out, "%s_{%s}", both ? "@" : "", low);
    if (high)
        g_string_append_printf(line->out, "%s^{%s}", low_first ? "" : "@", high);
    if (low && !low_first)
        g_string_append_printf(line->out, "_{%s}", low);
}

static void write_script(const Line *line, const Math *script)
{
    const Math *below = math_child(script, 1), *above = math_child(script, 2);
    g_autofree char *low = part(line, below, true), *high = part(line, above, true);
    if (math_child(script, 0))
        write_wrapped(line, math_child(script, 0), MATH_SINGLE);
    if (line->notation == NOTATION_GNUPLOT) {
        write_stacked(line, below ? low : NULL, above ? high : NULL);
        return;
    }
    if (below && *low)
        write_small(line, low, false);
    if (above && *high)
        write_small(line, high, true);
}

static void write_root(const Line *line, const Math *root)
{
    g_autofree char *degree = part(line, math_child(root, 1), true);
    const Math *inner = math_child(root, 0);
    g_autofree char *text = part(line, inner, line->tight);
    bool bare = g_utf8_strlen(text, -1) == 1 || (math_strength(inner) == MATH_SINGLE &&
                                                 strspn(text, "0123456789.") > 0);
    g_autofree char *raised = *degree ? notation_raise(degree) : NULL;
    const char *sign = strcmp(degree, "3") == 0   ? "∛"
                       : strcmp(degree, "4") == 0 ? "∜"
                                                  : "√";
    if (raised && strcmp(sign, "√") == 0)
        g_string_append(line->out, raised);
    g_string_append_printf(line->out, bare ? "%s%s" : "%s(%s)", sign, text);
}

static void write_cases(const Line *line, const Math *cases)
{
    put(line, "{");
    for (unsigned i = 0; i + 1 < cases->children->len; i += 2) {
        if (i > 0)
            put(line, "; ");
        write(line, math_child(cases, i));
        if (math_child(cases, i + 1)) {
            put_space(line);
            write(line, math_child(cases, i + 1));
        }
    }
    put(line, "}");
}

static void write_primes(const Line *line, int count)
{
    g_autofree char *primes = notation_primes(line->notation, count);
    g_string_append(line->out, primes);
}

static void write(const Line *line, const Math *math)
{
    switch (math->kind) {
    case MATH_ROW:
        write_row(line, math);
        break;
    case MATH_SPACE:
        if (math->count > 0)
            put_space(line);
        break;
    case MATH_SIGN:
        if (strcmp(math->text, MATH_APPLY) != 0)
            put(line, math->text);
        break;
    case MATH_PRIMES:
        write_primes(line, math->count);
        break;
    case MATH_SCRIPT:
        write_script(line, math);
        break;
    case MATH_FRACTION:
        write_wrapped(line, math_child(math, 0), MATH_PRODUCT);
        put(line, "/");
        write_wrapped(line, math_child(math, 1), MATH_SINGLE);
        break;
    case MATH_ROOT:
        write_root(line, math);
        break;
    case MATH_FENCE:
        put(line, math->text);
        write(line, math_child(math, 0));
        put(line, math->close);
        break;
    case MATH_CASES:
        write_cases(line, math);
        break;
    case MATH_ACCENT:
        write_wrapped(line, math_child(math, 0), MATH_SINGLE);
        g_string_append(line->out, math->text);
        break;
    default:
        put(line, math->text);
    }
}

static char *write_line(const Math *math, Notation notation)
{
    const Line line = {g_string_new(NULL), notation, false};
    write(&line, math);
    return g_strchomp(g_string_free(line.out, FALSE));
}

char *math_plain(const Math *math)
{
    return write_line(math, NOTATION_PLAIN);
}

char *math_gnuplot(const Math *math)
{
    return write_line(math, NOTATION_GNUPLOT);
}
