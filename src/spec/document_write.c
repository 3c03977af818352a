/* document_write.c - a tree as YAML. */
#include "spec/document.h"

#include <string.h>

/* The escape of a character that YAML takes for a line break or for nothing; NULL. */
static const char *escape_of(gunichar character)
{
    switch (character) {
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    case '\n':
        return "\\n";
    case 0x85:
        return "\\N";
    case 0x2028:
        return "\\L";
    case 0x2029:
        return "\\P";
    case 0xfeff:
        return "\\uFEFF";
    default:
        return NULL;
    }
}

void document_write_quoted(GString *out, const char *text, size_t length)
{
    g_string_append_c(out, '"');
    for (const char *c = text; c < text + length; c = g_utf8_next_char(c)) {
        gunichar character = g_utf8_get_char(c);
        const char *escape = escape_of(character);

        if (escape)
            g_string_append(out, escape);
        else if (character < ' ' || character == 0x7f)
            g_string_append_printf(out, "\\x%02x", character);
        else
            g_string_append_unichar(out, character);
    }
    g_string_append_c(out, '"');
}

/* Plain texts stay plain where they are words or numbers, which mean the same in and
 * outside of [...] and {...}. */
static void write_text(GString *out, const DocumentNode *node)
{
    const char *text = node->text;

    if (node->plain && *text != '\0' &&
        strspn(text, G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "_-+.'") == strlen(text) &&
        strcmp(text, "-") != 0 && *text != '\'')
        g_string_append(out, text);
    else
        document_write_quoted(out, text, strlen(text));
}

/* Whether it stood, or may stand, as [...] or {...}. */
static bool is_flow(const DocumentNode *node)
{
    return node->items->len == 0 ||
           ((const DocumentNode *)g_ptr_array_index(node->items, 0))->in_flow;
}

static void write_flow(GString *out, const DocumentNode *node)
{
    bool is_map = node->kind == DOCUMENT_MAP;

    if (node->kind == DOCUMENT_TEXT) {
        write_text(out, node);
        return;
    }
    g_string_append_c(out, is_map ? '{' : '[');
    for (unsigned i = 0; i < node->items->len; i++) {
        if (i > 0)
            g_string_append(out, is_map && i % 2 == 1 ? ": " : ", ");
        write_flow(out, g_ptr_array_index(node->items, i));
    }
    g_string_append_c(out, is_map ? '}' : ']');
}

/* begun: the first line has its indentation already. */
static void write_block(GString *out, const DocumentNode *node, int indent, bool begun);

/* What follows `key:` or `-`, to the end of its last line. */
static void write_value(GString *out, const DocumentNode *node, int indent,
                        bool is_item)
{
    if (node->kind == DOCUMENT_TEXT || is_flow(node)) {
        g_string_append_c(out, ' ');
        write_flow(out, node);
        g_string_append_c(out, '\n');
    } else if (is_item) {
        g_string_append_c(out, ' ');
        write_block(out, node, indent + 2, true);
    } else {
        g_string_append_c(out, '\n');
        write_block(out, node, indent + 2, false);
    }
}

static void write_block(GString *out, const DocumentNode *node, int indent, bool begun)
{
    bool is_map = node->kind == DOCUMENT_MAP;

    for (unsigned i = 0; i < node->items->len; i += is_map ? 2 : 1) {
        if (i > 0 || !begun)
            g_string_append_printf(out, "%*s", indent, "");
        if (is_map) {
            write_text(out, g_ptr_array_index(node->items, i));
            g_string_append_c(out, ':');
        } else {
            g_string_append_c(out, '-');
        }
        write_value(out, g_ptr_array_index(node->items, i + is_map), indent, !is_map);
    }
}

void document_write(GString *out, const DocumentNode *root)
{
    if (root->kind != DOCUMENT_TEXT && !is_flow(root)) {
        write_block(out, root, 0, false);
        return;
    }
    write_flow(out, root);
    g_string_append_c(out, '\n');
}
