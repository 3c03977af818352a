/* respell.c - names spelled as no formula can, found in a text. */
#include "formula/respell.h"

#include "formula/formula.h"

#include <string.h>

static bool is_word(char c)
{
    return g_ascii_isalnum(c) || c == '_' || c == '.' || (c & 0x80) != 0;
}

static bool is_gap(char c)
{
    return c == ' ' || c == '-';
}

/* The length of a name at the start of text that gaps hold together, such as `Leaky
 * ReLU`; 0: it has no gap. */
static size_t gapped_length(const char *text)
{
    size_t length = 0, end = 0;
    bool gap = false;

    for (; is_word(text[length]) || is_gap(text[length]); length++) {
        if (!is_word(text[length]))
            continue;
        gap = gap || end < length;
        end = length + 1;
    }
    return gap ? end : 0;
}

char *formula_respell(const char *text, const Scope *scope)
{
    const char *start = text + strspn(text, " ");
    const size_t length = gapped_length(start);
    const char *rest = start + length + strspn(start + length, " ");

    if (length == 0 || (*rest && !strchr("('", *rest)) ||
        !g_utf8_validate(text, -1, NULL))
        return NULL;
    g_autofree char *name = g_strndup(start, length);
    const Definition *definition = scope_find(scope, name);
    if (!definition)
        return NULL;
    g_autoptr(Formula) as_it_stands = formula_new(text, scope, NULL, NULL, NULL);
    return as_it_stands ? NULL : g_strconcat(definition->key, rest, NULL);
}

static size_t skip_back(const char *text, size_t at, bool (*is_skipped)(char c))
{
    while (at > 0 && is_skipped(text[at - 1]))
        at--;
    return at;
}

static size_t skip_on(const char *text, size_t at, bool (*is_skipped)(char c))
{
    while (text[at] && is_skipped(text[at]))
        at++;
    return at;
}

/* The function that text from start to end names with a gap within; NULL: none. */
static const Definition *named(const char *text, const Scope *scope, size_t start,
                               size_t end)
{
    g_autofree char *name = g_strndup(text + start, end - start);
    return strpbrk(name, " -") ? scope_find(scope, name) : NULL;
}

void formula_respell_hint(const char *text, const Scope *scope, Span fault,
                          GError **error)
{
    const size_t start = skip_back(text, MIN(fault.start, strlen(text)), is_word);
    const size_t end = skip_on(text, start, is_word);
    const size_t before = skip_back(text, skip_back(text, start, is_gap), is_word);
    const size_t after = skip_on(text, skip_on(text, end, is_gap), is_word);
    const Definition *definition = named(text, scope, before, end);

    if (!definition)
        definition = named(text, scope, start, after);
    if (!definition)
        definition = named(text, scope, before, after);
    if (!definition || !error || !*error)
        return;
    char *message = (*error)->message;
    char *hint = strstr(message, " (");
    g_autofree char *plain =
        g_strndup(message, hint ? (size_t)(hint - message) : strlen(message));
    (*error)->message =
        g_strdup_printf("%s (did you mean '%s'?)", plain, definition->key);
    g_free(message);
}
