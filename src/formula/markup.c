/* markup.c - the language of labels. */
#include "formula/markup.h"

#include "formula/lexer.h"
#include "formula/math.h"
#include "formula/notation.h"

#include <string.h>

/* The next dollar sign that no backslash makes a sign; NULL: there is none. */
static const char *find_dollar(const char *text)
{
    for (; *text; text++) {
        if (*text == '\\' && text[1])
            text++;
        else if (*text == '$')
            return text;
    }
    return NULL;
}

bool markup_has_math(const char *markup)
{
    return strchr(markup, '$') != NULL;
}

bool markup_next(MarkupPart *part)
{
    const char *start = part->next;
    if (!*start)
        return false;
    const char *open = find_dollar(start);
    const char *close = open ? find_dollar(open + 1) : NULL;
    const char *end = close ? open : start + strlen(start);
    part->is_math = open == start && close;
    part->start = part->is_math ? open + 1 : start;
    part->length = (size_t)((part->is_math ? close : end) - part->start);
    part->next = part->is_math ? close + 1 : end;
    return true;
}

char *markup_part_text(const MarkupPart *part)
{
    g_autofree char *text = g_strndup(part->start, part->length);
    if (part->is_math)
        return g_steal_pointer(&text);
    g_auto(GStrv) pieces = g_strsplit(text, "\\$", -1);
    return g_strjoinv("$", pieces);
}

bool markup_check(const char *markup, Span *fault, GError **error)
{
    MarkupPart part = {.next = markup};
    while (markup_next(&part)) {
        size_t start = (size_t)(part.start - markup);
        const char *open = part.is_math ? NULL : find_dollar(part.start);
        if (open && open < part.start + part.length)
            return formula_fail((Span){(size_t)(open - markup), 1}, fault, error,
                                "'$' begins a formula that does not end (write \\$ for "
                                "a dollar sign)");
        if (!part.is_math)
            continue;
        g_autofree char *text = markup_part_text(&part);
        g_autoptr(Math) math = math_read(text, fault, error);
        if (math)
            continue;
        if (fault)
            fault->start += start;
        return false;
    }
    return true;
}

static void free_math(void *math)
{
    math_free(math);
}

/* Words, in which neither a dollar sign nor a hole is left. */
static void append_words(GString *out, const char *text, bool is_math)
{
    GString *words = g_string_new(text);
    if (is_math) {
        g_autofree char *escaped = g_markup_escape_text(text, -1);
        g_string_printf(words, "$%s$", escaped);
    }
    g_string_replace(words, "$", "&#36;", 0);
    g_string_replace(words, MARKUP_HOLE, "", 0);
    g_string_append(out, words->str);
    g_string_free(words, TRUE);
}

char *markup_hollow(const char *markup, GPtrArray **formulas)
{
    GString *out = g_string_new(NULL);
    MarkupPart part = {.next = markup};
    *formulas = g_ptr_array_new_with_free_func(free_math);
    while (markup_next(&part)) {
        g_autofree char *text = markup_part_text(&part);
        Math *math = part.is_math ? math_read(text, NULL, NULL) : NULL;
        if (math) {
            g_ptr_array_add(*formulas, math);
            g_string_append(out, MARKUP_HOLE);
        } else {
            append_words(out, text, part.is_math);
        }
    }
    return g_string_free(out, FALSE);
}

/* Each hole filled with what write() makes of the next formula. */
static char *fill_holes(const char *hollow, const GPtrArray *formulas,
                        char *(*write)(const Math *math), const char *around)
{
    g_auto(GStrv) words = g_strsplit(hollow, MARKUP_HOLE, -1);
    GString *out = g_string_new(words[0]);
    for (guint i = 0; words[0] && words[i + 1]; i++) {
        if (i < formulas->len) {
            g_autofree char *text = write(g_ptr_array_index(formulas, i));
            g_string_append_printf(out, "%s%s%s", around, text, around);
        }
        g_string_append(out, words[i + 1]);
    }
    return g_string_free(out, FALSE);
}

char *markup_refill(const char *hollow, const GPtrArray *formulas)
{
    return fill_holes(hollow, formulas, math_latex, "$");
}

static char *escaped_plain(const Math *math)
{
    g_autofree char *plain = math_plain(math);
    return notation_escape(NOTATION_MARKUP, plain);
}

char *markup_plain_math(const char *markup)
{
    g_autoptr(GPtrArray) formulas = NULL;
    g_autofree char *hollow = markup_hollow(markup, &formulas);
    return fill_holes(hollow, formulas, escaped_plain, "");
}

char *markup_flat_math(const char *markup)
{
    g_autoptr(GPtrArray) formulas = NULL;
    g_autofree char *hollow = markup_hollow(markup, &formulas);
    return fill_holes(hollow, formulas, math_latex_flat, "$");
}

char *markup_fill(const char *markup, const char *name, const char *value)
{
    g_autofree char *mark = g_strdup_printf("{%s}", name);
    g_autofree char *braced = g_strdup_printf("{%s}", value);
    GString *out = g_string_new(NULL);
    MarkupPart part = {.next = markup};
    while (markup_next(&part)) {
        GString *text = g_string_new_len(part.start, (gssize)part.length);
        g_string_replace(text, mark, part.is_math ? braced : value, 0);
        g_string_append_printf(out, part.is_math ? "$%s$" : "%s", text->str);
        g_string_free(text, TRUE);
    }
    return g_string_free(out, FALSE);
}
