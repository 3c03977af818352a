/* json_text.c - markup as plain Unicode, which is all that Vega shows. */
#include "backend/json_parts.h"

#include "formula/markup.h"
#include "formula/notation.h"
#include "scene/label.h"

#include <string.h>

typedef struct {
    GString *out;
    int raised, lowered; /* elements that are open */
} Plain;

/* In small forms, or else as `^(text)`. */
static void append_small(GString *out, const char *text, bool raised)
{
    g_autofree char *small = raised ? notation_raise(text) : notation_lower(text);
    char mark = raised ? '^' : '_';
    if (small)
        g_string_append(out, small);
    else
        g_string_append_printf(out, g_utf8_strlen(text, -1) == 1 ? "%c%s" : "%c(%s)",
                               mark, text);
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
        append_small(plain->out, copy, true);
    else if (plain->lowered > 0)
        append_small(plain->out, copy, false);
    else
        g_string_append(plain->out, copy);
}

char *json_text(const SceneText *text)
{
    static const GMarkupParser parser = {
        .start_element = begin_element, .end_element = end_element, .text = add_text};
    Plain plain = {.out = g_string_new(NULL)};
    g_autofree char *words = markup_plain_math(text->pango);
    g_autofree char *markup = g_strconcat("<markup>", words, "</markup>", NULL);
    GMarkupParseContext *context = g_markup_parse_context_new(&parser, 0, &plain, NULL);
    bool read = g_markup_parse_context_parse(context, markup, -1, NULL) &&
                g_markup_parse_context_end_parse(context, NULL);
    g_markup_parse_context_free(context);
    if (!read)
        g_string_assign(plain.out, text->plain);
    return g_string_free(plain.out, FALSE);
}

char *json_label(const char *given)
{
    if (!label_has_markup(given))
        return g_strdup(given);
    SceneText text = label_new(given);
    char *plain = json_text(&text);
    label_release(&text);
    return plain;
}
