/* compose_settle.c - a composed figure file made to stand for itself. */
#include "cli/compose_value.h"

#include "spec/settings.h"

#include <string.h>

/* Names of other files in a figure, which it names from its own folder. */
static const char *const file_keys[] = {"theme", "dark",    "catalogue",
                                        "data",  "palette", NULL};

/* `../a/b` from one folder to a path; both absolute and without `.` and `..`. The
 * caller's. */
static char *path_from(const char *folder, const char *path)
{
    g_auto(GStrv) from = g_strsplit(folder, "/", -1);
    g_auto(GStrv) to = g_strsplit(path, "/", -1);
    g_autofree char *rest = NULL;
    GString *out = g_string_new(NULL);
    unsigned common = 0;

    while (from[common] != NULL && to[common] != NULL &&
           strcmp(from[common], to[common]) == 0)
        common++;
    for (unsigned i = common; from[i] != NULL; i++)
        g_string_append(out, *from[i] != '\0' ? "../" : "");
    rest = g_strjoinv("/", to + common);
    g_string_append(out, rest);
    return g_string_free(out, FALSE);
}

/* A name with a slash or an ending is that of a file. */
static bool is_path(const char *text)
{
    return strchr(text, '/') != NULL || strchr(text, '.') != NULL;
}

static void rename_files(DocumentNode *node, const char *folder)
{
    for (unsigned i = 0; node->items != NULL && i < node->items->len; i++) {
        DocumentNode *item = g_ptr_array_index(node->items, i);
        const DocumentNode *key =
            node->kind == DOCUMENT_MAP && i % 2 == 1
                ? (const DocumentNode *)g_ptr_array_index(node->items, i - 1)
                : NULL;

        if (item->kind == DOCUMENT_TEXT && key != NULL &&
            g_strv_contains(file_keys, key->text) && is_path(item->text) &&
            !g_path_is_absolute(item->text)) {
            g_autofree char *path = g_canonicalize_filename(item->text, NULL);

            g_free(item->text);
            item->text = path_from(folder, path);
            item->plain = false;
        }
        rename_files(item, folder);
    }
}

char *compose_settled(const char *text, const char *const *overrides,
                      const char *folder, GError **error)
{
    g_autofree char *here = g_get_current_dir();
    g_autofree char *there =
        g_canonicalize_filename(folder != NULL ? folder : ".", NULL);
    g_autoptr(DocumentNode) root = settings_merge(text, overrides, error);
    GString *out;

    if (root == NULL)
        return NULL;
    if (strcmp(here, there) != 0)
        rename_files(root, there);
    out = g_string_new(NULL);
    document_write(out, root);
    return g_string_free(out, FALSE);
}
