/* json_text.c - markup as plain Unicode, which is all that Vega shows. */
#include "backend/json_parts.h"

#include <string.h>

/* What may be raised or lowered, and the small forms of it, in the same order. */
static const char raised_from[] = "0123456789+-−=()abcdefghijklmnoprstuvwxyzα";
static const char raised_to[] = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵅ";
static const char lowered_from[] = "0123456789+-−=()aeijklmnoprstuvxβ";
static const char lowered_to[] = "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦ";

typedef struct {
    GString *out;
    int raised, lowered; /* elements that are open */
} Plain;

/* 0: there is none. */
static gunichar find_small(gunichar letter, const char *from, const char *to)
{
    for (; *from; from = g_utf8_next_char(from), to = g_utf8_next_char(to))
        if (g_utf8_get_char(from) == letter)
            return g_utf8_get_char(to);
    return 0;
}

static bool has_small(const char *text, const char *from, const char *to)
{
    for (; *text; text = g_utf8_next_char(text))
        if (!find_small(g_utf8_get_char(text), from, to))
            return false;
    return true;
}

/* In small forms, or else as `^(text)`. */
static void append_small(GString *out, const char *text, const char *from,
                         const char *to, char mark)
{
    if (!has_small(text, from, to)) {
        bool is_short = g_utf8_strlen(text, -1) == 1;
        g_string_append_printf(out, is_short ? "%c%s" : "%c(%s)", mark, text);
        return;
    }
    for (; *text; text = g_utf8_next_char(text))
        g_string_append_unichar(out, find_small(g_utf8_get_char(text), from, to));
}

static void count_element(Plain *plain, const char *name, int step)
{
    if (strcmp(name, "sup") == 0)
        plain->raised += step;
    else if (strcmp(name, "sub") == 0)
        plain->lowered += step;
}

static void begin_element(GMarkupParseContext *context, const char *name,
                          const char **attributes, const char **values, void *data,
                          GError **error)
{
    (void)context, (void)attributes, (void)values, (void)error;
    count_element(data, name, 1);
}

static void end_element(GMarkupParseContext *context, const char *name, void *data,
                        GError **error)
{
    (void)context, (void)error;
    count_element(data, name, -1);
}

static void add_text(GMarkupParseContext *context, const char *text, gsize length,
                     void *data, GError **error)
{
    (void)context, (void)error;
    Plain *plain = data;
    g_autofree char *copy = g_strndup(text, length);
    if (plain->raised > 0)
        append_small(plain->out, copy, raised_from, raised_to, '^');
    else if (plain->lowered > 0)
        append_small(plain->out, copy, lowered_from, lowered_to, '_');
    else
        g_string_append(plain->out, copy);
}

char *json_text(const SceneText *text)
{
    static const GMarkupParser parser = {
        .start_element = begin_element, .end_element = end_element, .text = add_text};
    Plain plain = {.out = g_string_new(NULL)};
    g_autofree char *markup = g_strconcat("<markup>", text->pango, "</markup>", NULL);
    GMarkupParseContext *context = g_markup_parse_context_new(&parser, 0, &plain, NULL);
    bool read = g_markup_parse_context_parse(context, markup, -1, NULL) &&
                g_markup_parse_context_end_parse(context, NULL);
    g_markup_parse_context_free(context);
    if (!read)
        g_string_assign(plain.out, text->plain);
    return g_string_free(plain.out, FALSE);
}
