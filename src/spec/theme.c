/* theme.c - theme files: what they build on, where they are. */
#include "spec/theme.h"

#include "base/nearest.h"
#include "spec/assets.h"
#include "spec/field.h"

#include <string.h>

enum { BASES_MAX = 8 };

/* The files that are being read, each the base of the one before. */
typedef struct {
    char *paths[BASES_MAX];
    int count;
    GPtrArray *files; /* gets the paths as they were named; NULL: nobody asks */
} Chain;

static bool read_file(Theme *theme, const char *path, Chain *chain, GError **error);

static bool is_path(const char *name)
{
    return strchr(name, '/') || g_str_has_suffix(name, ".yaml") ||
           g_str_has_suffix(name, ".yml");
}

static void set_unknown(const char *name, GError **error)
{
    g_auto(GStrv) known = theme_list();
    g_autofree char *all = g_strjoinv(", ", known);
    Nearest nearest;

    nearest_init(&nearest, name);
    for (char **each = known; *each; each++)
        nearest_offer(&nearest, *each);
    if (nearest.best)
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                    "unknown theme '%s' (did you mean '%s'?)", name, nearest.best);
    else if (!*known)
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_IO,
                    "unknown theme '%s' (the program's themes were not found; "
                    "ACTPLOT_ASSETS may name their folder)",
                    name);
    else
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                    "unknown theme '%s' (known are %s)", name, all);
}

char *theme_path(const char *name, const char *folder, GError **error)
{
    g_autofree char *asset = NULL;
    char *path;

    if (is_path(name) && (g_path_is_absolute(name) || !folder || !strcmp(folder, ".")))
        return g_strdup(name);
    if (is_path(name))
        return g_build_filename(folder, name, NULL);
    asset = g_strdup_printf("themes/%s.yaml", name);
    path = asset_path(asset);
    if (g_file_test(path, G_FILE_TEST_EXISTS))
        return path;
    g_free(path);
    set_unknown(name, error);
    return NULL;
}

static bool enter(Chain *chain, const char *path, GError **error)
{
    char *full = g_canonicalize_filename(path, NULL);

    for (int i = 0; i < chain->count; i++)
        if (strcmp(chain->paths[i], full) == 0) {
            g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                        "the theme '%s' is built on itself", path);
            g_free(full);
            return false;
        }
    if (chain->count == BASES_MAX) {
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                    "the theme '%s' is built on too many others", path);
        g_free(full);
        return false;
    }
    chain->paths[chain->count++] = full;
    if (chain->files &&
        !g_ptr_array_find_with_equal_func(chain->files, path, g_str_equal, NULL))
        g_ptr_array_add(chain->files, g_strdup(path));
    return true;
}

/* True for the program's own default theme, on which all others are built. */
static bool is_root(const char *path)
{
    g_autofree char *root = asset_path("themes/default.yaml");
    g_autofree char *full_root = g_canonicalize_filename(root, NULL);
    g_autofree char *full = g_canonicalize_filename(path, NULL);

    return strcmp(full, full_root) == 0;
}

static void load_base(Reader *reader, const DocumentNode *root, Chain *chain,
                      Theme *theme)
{
    const DocumentNode *node = document_get(root, "base");
    bool named = node && node->kind == DOCUMENT_TEXT && node->text[0] != '\0';
    const char *name = named ? node->text : "default";
    g_autofree char *path = NULL;
    g_autoptr(GError) error = NULL;

    path = theme_path(name, reader->folder, &error);
    if (path && read_file(theme, path, chain, &error))
        return;
    if (strchr(error->message, '\n'))
        reports_add_detail(reader->reports, named ? node->span : root->span,
                           error->message, "the base theme '%s' has faults", name);
    else
        reports_add(reader->reports, named ? node->span : root->span, "%s",
                    error->message);
}

/* The root theme has to say everything. */
static void check_complete(Reader *reader, const DocumentNode *root)
{
    for (size_t i = 0; i < theme_fields.count; i++) {
        const char *key = theme_fields.fields[i].key;

        bool optional = !strcmp(key, "base") || !strcmp(key, "palettes");
        if (!optional && !document_get(root, key))
            reports_add(reader->reports, root->span, "the key '%s' is missing", key);
    }
}

static void read_root(Reader *reader, const DocumentNode *root, Chain *chain,
                      Theme *theme)
{
    if (root->kind != DOCUMENT_MAP) {
        reports_add(reader->reports, root->span, "a theme must be a map, not %s",
                    document_kind_name(root->kind));
        return;
    }
    if (is_root(chain->paths[chain->count - 1]))
        check_complete(reader, root);
    else
        load_base(reader, root, chain, theme);
    reader->dpi = theme->dpi > 0 ? theme->dpi : 100;
    fields_read(reader, theme_fields, IN_THEME, root, theme);
}

/* Reads a file and what it is built on into theme. */
static bool read_file(Theme *theme, const char *path, Chain *chain, GError **error)
{
    g_autofree char *text = NULL;
    size_t length;
    Reports reports;
    Reader reader;
    DocumentNode *root;
    bool good;

    if (!enter(chain, path, error))
        return false;
    text = document_load(path, &length, error);
    if (!text)
        return false;
    reports_init(&reports, path, text);
    reader = (Reader){.reports = &reports, .source = text, .files = chain->files};
    reader.folder = g_path_get_dirname(path);
    root = document_parse(text, length, &reports);
    if (root)
        read_root(&reader, root, chain, theme);
    good = !reports_any(&reports);
    if (!good)
        reports_raise(&reports, error);
    document_node_free(root);
    g_free(reader.folder);
    reports_release(&reports);
    return good;
}

static Theme *load_file(const char *path, GPtrArray *files, GError **error)
{
    Chain chain = {.files = files};
    Theme *theme = g_new0(Theme, 1);
    bool good = read_file(theme, path, &chain, error);

    for (int i = 0; i < chain.count; i++)
        g_free(chain.paths[i]);
    if (!good) {
        theme_free(theme);
        return NULL;
    }
    theme->name = g_path_get_basename(path);
    if (strrchr(theme->name, '.'))
        *strrchr(theme->name, '.') = '\0';
    return theme;
}

static Theme *copy(const Theme *theme)
{
    Theme *same = g_new(Theme, 1);

    *same = *theme;
    same->name = g_strdup(theme->name);
    same->help = g_strdup(theme->help);
    same->font_family = g_strdup(theme->font_family);
    same->palette = palette_ref(theme->palette);
    same->diverging = palette_ref(theme->diverging);
    if (theme->palettes)
        g_ptr_array_ref(same->palettes);
    return same;
}

/* Whether the file is among the program's own themes. */
static bool is_own(const char *path)
{
    g_autofree char *root = asset_path("themes/default.yaml");
    const char *slash = strrchr(path, '/');

    return slash && strncmp(path, root, (size_t)(slash - path) + 1) == 0 &&
           strcmp(root + (slash - path) + 1, "default.yaml") == 0;
}

static void *copy_path(const void *path, void *unused)
{
    (void)unused;
    return g_strdup(path);
}

/* A theme of the program and the files that it is made from. */
typedef struct {
    Theme *theme;
    GPtrArray *files;
} Own;

static Own *own_new(const char *path, GError **error)
{
    g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(g_free);
    Theme *theme = load_file(path, files, error);
    Own *own;

    if (!theme)
        return NULL;
    own = g_new(Own, 1);
    *own = (Own){.theme = theme, .files = g_steal_pointer(&files)};
    return own;
}

static void own_free(void *data)
{
    Own *own = data;

    theme_free(own->theme);
    g_ptr_array_unref(own->files);
    g_free(own);
}

/* The program's own themes hardly change while it runs: one reading serves all figures,
 * of all threads. Path to Own, guarded by own_lock. */
static GHashTable *own_themes;
static GMutex own_lock;

void themes_forget(void)
{
    g_mutex_lock(&own_lock);
    g_clear_pointer(&own_themes, g_hash_table_unref);
    g_mutex_unlock(&own_lock);
}

static Theme *load_own(const char *path, GPtrArray *files, GError **error)
{
    Theme *theme = NULL;
    Own *own;

    g_mutex_lock(&own_lock);
    if (!own_themes)
        own_themes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, own_free);
    own = g_hash_table_lookup(own_themes, path);
    if (!own) {
        own = own_new(path, error);
        if (own)
            g_hash_table_insert(own_themes, g_strdup(path), own);
    }
    if (own) {
        theme = copy(own->theme);
        if (files)
            g_ptr_array_extend(files, own->files, copy_path, NULL);
    }
    g_mutex_unlock(&own_lock);
    return theme;
}

Theme *theme_load_noting(const char *name, GPtrArray *files, GError **error)
{
    g_autofree char *path = theme_path(name ? name : "default", NULL, error);

    if (!path)
        return NULL;
    return is_own(path) ? load_own(path, files, error) : load_file(path, files, error);
}

Theme *theme_load(const char *name, GError **error)
{
    return theme_load_noting(name, NULL, error);
}

void theme_free(Theme *theme)
{
    if (!theme)
        return;
    g_free(theme->name);
    g_free(theme->help);
    g_free(theme->font_family);
    palette_unref(theme->palette);
    palette_unref(theme->diverging);
    g_clear_pointer(&theme->palettes, g_ptr_array_unref);
    g_free(theme);
}

void theme_use_palette(Theme *theme, const Palette *palette)
{
    Palette **place =
        palette->kind == PALETTE_DIVERGING ? &theme->diverging : &theme->palette;

    if (palette->kind == PALETTE_QUALITATIVE) {
        theme->color_count = MIN(palette->count, THEME_COLORS_MAX);
        for (int i = 0; i < theme->color_count; i++)
            theme->colors[i] = palette->colors[i];
        return;
    }
    palette_unref(*place);
    *place = palette_ref(palette);
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

char **theme_list(void)
{
    g_autofree char *first = asset_path("themes/default.yaml");
    g_autofree char *folder = g_path_get_dirname(first);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    GPtrArray *names = g_ptr_array_new();
    const char *name;

    while (dir && (name = g_dir_read_name(dir)))
        if (g_str_has_suffix(name, ".yaml"))
            g_ptr_array_add(names, g_strndup(name, strlen(name) - strlen(".yaml")));
    g_ptr_array_sort(names, compare_names);
    g_ptr_array_add(names, NULL);
    return (char **)g_ptr_array_free(names, FALSE);
}
