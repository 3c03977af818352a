/* text_script.c - what scripts ask for: a package of fonts, a language. */
#include "layout/text_script.h"

#include <stdbool.h>

const char *text_package_for(gunichar character)
{
    switch (g_unichar_get_script(character)) {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_HANGUL:
    case G_UNICODE_SCRIPT_BOPOMOFO:
        return "fonts-noto-cjk";
    case G_UNICODE_SCRIPT_LATIN:
    case G_UNICODE_SCRIPT_GREEK:
    case G_UNICODE_SCRIPT_CYRILLIC:
        return "fonts-dejavu-core";
    case G_UNICODE_SCRIPT_UNKNOWN:
    case G_UNICODE_SCRIPT_INVALID_CODE:
        return NULL;
    default:
        break;
    }
    if ((character >= 0x1F300 && character <= 0x1FAFF) ||
        (character >= 0x1F1E6 && character <= 0x1F1FF))
        return "fonts-noto-color-emoji";
    if ((character >= 0x3000 && character <= 0x303F) ||
        (character >= 0xFF00 && character <= 0xFFEF))
        return "fonts-noto-cjk";
    return g_unichar_isdefined(character) ? "fonts-noto-core" : NULL;
}

/* Han characters look different in China, Japan and Korea: a line with kana is
 * Japanese, one with hangul Korean, else Chinese. Only the stretches of these scripts
 * get the language, so that Latin letters beside them keep their font. */
static const char *east_asian_language(const char *text)
{
    const char *language = NULL;

    for (const char *at = text; *at; at = g_utf8_next_char(at)) {
        gunichar character = g_utf8_get_char(at);
        if (character < 0x1100)
            continue;
        switch (g_unichar_get_script(character)) {
        case G_UNICODE_SCRIPT_HIRAGANA:
        case G_UNICODE_SCRIPT_KATAKANA:
            return "ja";
        case G_UNICODE_SCRIPT_HANGUL:
            return "ko";
        case G_UNICODE_SCRIPT_HAN:
        case G_UNICODE_SCRIPT_BOPOMOFO:
            language = "zh-cn";
            break;
        default:
            break;
        }
    }
    return language;
}

static bool is_east_asian(gunichar character)
{
    return (character >= 0x1100 && character <= 0x11FF) ||
           (character >= 0x2E80 && character <= 0xD7FF) ||
           (character >= 0xF900 && character <= 0xFAFF) ||
           (character >= 0xFE30 && character <= 0xFE4F) ||
           (character >= 0xFF00 && character <= 0xFFEF) ||
           (character >= 0x20000 && character <= 0x3FFFF);
}

void text_add_languages(PangoAttrList *attributes, const char *text)
{
    const char *name = east_asian_language(text);
    const char *at = text;

    if (!name)
        return;
    while (*at) {
        const char *begin = at;
        while (*at && is_east_asian(g_utf8_get_char(at)))
            at = g_utf8_next_char(at);
        if (at > begin) {
            PangoAttribute *language =
                pango_attr_language_new(pango_language_from_string(name));
            language->start_index = (guint)(begin - text);
            language->end_index = (guint)(at - text);
            pango_attr_list_insert_before(attributes, language);
        }
        while (*at && !is_east_asian(g_utf8_get_char(at)))
            at = g_utf8_next_char(at);
    }
}
