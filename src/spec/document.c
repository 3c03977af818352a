/* document.c - the nodes of a YAML file, and its text. */
#include "spec/document.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

void document_node_free(DocumentNode *node)
{
    if (!node)
        return;
    g_free(node->text);
    if (node->items)
        g_ptr_array_unref(node->items);
    g_free(node);
}

static void free_node(void *data)
{
    document_node_free(data);
}

DocumentNode *document_node_new(DocumentKind kind)
{
    DocumentNode *node = g_new0(DocumentNode, 1);

    node->kind = kind;
    if (kind == DOCUMENT_TEXT)
        node->text = g_strdup("");
    else
        node->items = g_ptr_array_new_with_free_func(free_node);
    return node;
}

const char *document_kind_name(DocumentKind kind)
{
    static const char *const names[] = {[DOCUMENT_TEXT] = "a text",
                                        [DOCUMENT_LIST] = "a list",
                                        [DOCUMENT_MAP] = "a map"};

    return names[kind];
}

const DocumentNode *document_get(const DocumentNode *map, const char *key)
{
    for (unsigned i = 0; i + 1 < map->items->len; i += 2) {
        const DocumentNode *name = g_ptr_array_index(map->items, i);

        if (strcmp(name->text, key) == 0)
            return g_ptr_array_index(map->items, i + 1);
    }
    return NULL;
}

/* All of a file, but no more than limit bytes, with a NUL after them. */
static GString *read_all(FILE *file, size_t limit)
{
    GString *text = g_string_sized_new(8191);
    char buffer[8192];
    size_t count;

    while (text->len < limit &&
           (count = fread(buffer, 1, MIN(sizeof buffer, limit - text->len), file)) > 0)
        g_string_append_len(text, buffer, (gssize)count);
    return text;
}

char *document_load(const char *path, size_t *length, GError **error)
{
    FILE *file = fopen(path, "rb");
    GString *text;
    bool failed;
    int code;

    if (!file) {
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_IO, "cannot open '%s': %s",
                    path, g_strerror(errno));
        return NULL;
    }
    text = read_all(file, DOCUMENT_MAX_BYTES + 1);
    code = errno;
    failed = ferror(file);
    fclose(file);
    if (failed) {
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_IO, "cannot read '%s': %s",
                    path, g_strerror(code));
        g_string_free(text, TRUE);
        return NULL;
    }
    *length = text->len;
    return g_string_free(text, FALSE);
}
