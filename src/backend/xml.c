/* xml.c - text within XML. */
#include "backend/xml.h"

static void append_character(GString *out, gunichar character)
{
    switch (character) {
    case '&':
        g_string_append(out, "&amp;");
        break;
    case '<':
        g_string_append(out, "&lt;");
        break;
    case '>':
        g_string_append(out, "&gt;");
        break;
    case '"':
        g_string_append(out, "&quot;");
        break;
    case 0xFFFE:
    case 0xFFFF:
        break;
    default:
        if (character >= 0x20 || character == '\t' || character == '\n')
            g_string_append_unichar(out, character);
    }
}

void xml_append_escaped(GString *out, const char *text)
{
    g_autofree char *repaired =
        g_utf8_validate(text, -1, NULL) ? NULL : g_utf8_make_valid(text, -1);
    for (const char *at = repaired ? repaired : text; *at; at = g_utf8_next_char(at))
        append_character(out, g_utf8_get_char(at));
}

void xml_append_attribute(GString *out, const char *name, const char *text)
{
    g_string_append_c(out, ' ');
    g_string_append(out, name);
    g_string_append(out, "=\"");
    xml_append_escaped(out, text);
    g_string_append_c(out, '"');
}
