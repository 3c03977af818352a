/* file_kind.c - what a YAML file describes: a figure, a theme or a palette. */
#include "spec/file_kind.h"

#include "spec/field.h"
#include "spec/palette.h"
#include "spec/theme.h"

#include <string.h>

static bool has_key(const FieldTable *table, unsigned where, const char *key)
{
    for (size_t i = 0; i < table->count; i++)
        if ((table->fields[i].where & where) && strcmp(table->fields[i].key, key) == 0)
            return true;
    return false;
}

FileKind file_kind(const DocumentNode *root)
{
    int of_theme = 0, of_palette = 0;

    if (root->kind != DOCUMENT_MAP)
        return FILE_FIGURE;
    for (unsigned i = 0; i < root->items->len; i += 2) {
        const char *key = ((DocumentNode *)g_ptr_array_index(root->items, i))->text;
        bool figure = has_key(&figure_fields, IN_FIGURE | IN_PANEL, key);
        bool theme = has_key(&theme_fields, IN_THEME, key);
        bool palette = has_key(&palette_fields, IN_PALETTE, key);

        if (figure && !theme && !palette)
            return FILE_FIGURE;
        of_theme += theme && !figure && !palette;
        of_palette += palette && !figure && !theme;
    }
    return of_theme > 0 ? FILE_THEME : of_palette > 0 ? FILE_PALETTE : FILE_FIGURE;
}

FileKind file_kind_of(const char *path)
{
    size_t length;
    g_autofree char *text = document_load(path, &length, NULL);
    g_autoptr(DocumentNode) root = NULL;
    Reports reports;

    if (!text)
        return FILE_FIGURE;
    reports_init(&reports, path, text);
    root = document_parse(text, length, &reports);
    reports_release(&reports);
    return root ? file_kind(root) : FILE_FIGURE;
}

bool file_check(const char *path, FileKind kind, GPtrArray *files, GError **error)
{
    /* Without a folder it could be a theme's name. */
    g_autofree char *place =
        strchr(path, '/') ? g_strdup(path) : g_build_filename(".", path, NULL);

    if (kind == FILE_PALETTE) {
        Palette *palette = palette_load(path, files, error);
        palette_unref(palette);
        return palette != NULL;
    }
    g_autoptr(Theme) theme = theme_load_noting(place, files, error);
    return theme != NULL;
}
