/* template.c - texts with places for numbers. */
#include "scene/template.h"

#include "formula/markup.h"
#include "scene/tick_format.h"
#include "scene/tick_label.h"

#include <string.h>

static const TemplateValue *find_value(const TemplateValue *values, const char *name,
                                       size_t length)
{
    for (; values->name; values++)
        if (strlen(values->name) == length && strncmp(values->name, name, length) == 0)
            return values;
    return NULL;
}

/* Appends what the text between braces, from inside to end, stands for. */
static bool append_value(GString *out, const char *inside, const char *end,
                         const TemplateValue *values, int digits)
{
    const char *colon = memchr(inside, ':', (size_t)(end - inside));
    const char *name_end = colon ? colon : end;
    const TemplateValue *value =
        find_value(values, inside, (size_t)(name_end - inside));
    NumberPattern pattern;

    if (!value)
        return false;
    if (!colon) {
        g_autofree char *number = tick_label_number_digits(value->value, digits);
        g_string_append(out, number);
        return true;
    }
    if (!number_pattern_parse_bare(colon + 1, (int)(end - colon - 1), &pattern))
        return false;
    tick_format_append(out, &pattern, value->value, digits);
    return true;
}

/* Within a formula what was braced stays so: it may be an exponent. */
static bool fill_part(GString *out, const char *text, bool is_math,
                      const TemplateValue *values, int digits)
{
    bool any = false;

    for (const char *at = text; *at;) {
        const char *end = *at == '{' ? strchr(at, '}') : NULL;
        gsize before = out->len;
        g_string_append(out, end && is_math ? "{" : "");
        if (end && append_value(out, at + 1, end, values, digits)) {
            g_string_append(out, is_math ? "}" : "");
            any = true;
            at = end + 1;
        } else {
            g_string_truncate(out, before);
            g_string_append_c(out, *at++);
        }
    }
    return any;
}

char *template_fill(const char *text, const TemplateValue *values, int digits,
                    bool *used)
{
    GString *out = g_string_new(NULL);
    MarkupPart part = {.next = text};
    bool any = false;

    while (markup_next(&part)) {
        g_autofree char *stretch = g_strndup(part.start, part.length);
        g_string_append(out, part.is_math ? "$" : "");
        any |= fill_part(out, stretch, part.is_math, values, digits);
        g_string_append(out, part.is_math ? "$" : "");
    }
    if (used)
        *used = any;
    return g_string_free(out, FALSE);
}
