/* xml.c - text within XML. */
#include "backend/xml.h"

/* Bytes at the start of text that stay as they are. */
static size_t plain_length(const char *text)
{
    size_t length = 0;
    for (;; length++) {
        const unsigned char byte = (unsigned char)text[length];
        if (byte == '&' || byte == '<' || byte == '>' || byte == '"' || byte == 0xEF ||
            (byte < 0x20 && byte != '\t' && byte != '\n'))
            return length;
    }
}

/* What stands for the character at text, which XML takes otherwise or not at all; the
 * next one's place. */
static const char *append_special(GString *out, const char *text)
{
    const char *next = g_utf8_next_char(text);
    const gunichar character = g_utf8_get_char(text);
    if (character == '&')
        g_string_append(out, "&amp;");
    else if (character == '<')
        g_string_append(out, "&lt;");
    else if (character == '>')
        g_string_append(out, "&gt;");
    else if (character == '"')
        g_string_append(out, "&quot;");
    else if (character >= 0x20 && character != 0xFFFE && character != 0xFFFF)
        g_string_append_len(out, text, next - text);
    return next;
}

void xml_append_escaped(GString *out, const char *text)
{
    g_autofree char *repaired =
        g_utf8_validate(text, -1, NULL) ? NULL : g_utf8_make_valid(text, -1);
    const char *at = repaired ? repaired : text;
    for (;;) {
        const size_t length = plain_length(at);
        g_string_append_len(out, at, (gssize)length);
        at += length;
        if (*at == '\0')
            return;
        at = append_special(out, at);
    }
}

void xml_append_attribute(GString *out, const char *name, const char *text)
{
    g_string_append_c(out, ' ');
    g_string_append(out, name);
    g_string_append(out, "=\"");
    xml_append_escaped(out, text);
    g_string_append_c(out, '"');
}
