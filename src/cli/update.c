/* update.c - which pictures need not be drawn again. */
#include "config.h"

#include "cli/update.h"

#include "base/number.h"
#include "cli/output.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#define FILE_NAME ".actplot-update"
#define FIRST_LINE "actplot-update 1"

struct Update {
    char *path;          /* of the file */
    char *options;       /* digest of the program and its options */
    GHashTable *entries; /* name of a picture to its line's other part */
    GHashTable *fresh;   /* the same of pictures written in this run */
    GMutex lock;         /* of fresh */
};

/* --- The file --- */

static GHashTable *entries_new(void)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
}

/* `DIGEST SIZE TIME NAME` a line. Whatever is not, is not there. */
static GHashTable *load(const char *path)
{
    GHashTable *entries = entries_new();
    g_autofree char *text = NULL;
    g_auto(GStrv) lines = NULL;

    if (!g_file_get_contents(path, &text, NULL, NULL))
        return entries;
    lines = g_strsplit(text, "\n", -1);
    if (g_strcmp0(lines[0], FIRST_LINE) != 0)
        return entries;
    for (char **line = lines + 1; *line != NULL; line++) {
        const char *name = *line;

        for (int i = 0; i < 3 && name != NULL; i++) {
            name = strchr(name, ' ');
            name = name != NULL ? name + 1 : NULL;
        }
        if (name != NULL)
            g_hash_table_insert(entries, g_strdup(name),
                                g_strndup(*line, (size_t)(name - 1 - *line)));
    }
    return entries;
}

static int compare_names(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

bool update_save(Update *update, GError **error)
{
    g_autoptr(GHashTable) entries = load(update->path);
    g_autoptr(GString) out = g_string_new(FIRST_LINE "\n");
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    GHashTableIter iter;
    void *name, *entry;

    if (g_hash_table_size(update->fresh) == 0)
        return true;
    g_hash_table_iter_init(&iter, update->fresh);
    while (g_hash_table_iter_next(&iter, &name, &entry))
        g_hash_table_insert(entries, g_strdup(name), g_strdup(entry));
    g_hash_table_iter_init(&iter, entries);
    while (g_hash_table_iter_next(&iter, &name, &entry))
        g_ptr_array_add(names, name);
    g_ptr_array_sort(names, compare_names);
    for (unsigned i = 0; i < names->len; i++) {
        name = g_ptr_array_index(names, i);
        g_string_append_printf(out, "%s %s\n",
                               (const char *)g_hash_table_lookup(entries, name),
                               (const char *)name);
    }
    return output_write(update->path, out->str, out->len, error);
}

/* --- Digests --- */

/* A text and where it ends. */
static void add_text(GChecksum *sum, const char *text)
{
    text = text != NULL ? text : "";
    g_checksum_update(sum, (const guchar *)text, (gssize)strlen(text) + 1);
}

static bool add_content(GChecksum *sum, const char *path)
{
    guchar buffer[65536];
    FILE *file = fopen(path, "rb");
    size_t count;
    bool good;

    if (file == NULL)
        return false;
    while ((count = fread(buffer, 1, sizeof buffer, file)) > 0)
        g_checksum_update(sum, buffer, (gssize)count);
    good = !ferror(file);
    fclose(file);
    return good;
}

/* These say where to, how fast or how loud, and the figure's own text has what --set
 * says. */
static bool is_outer(const char *option)
{
    static const char *const names[] = {"to",   "output", "format", "jobs",
                                        "deps", "update", "quiet",  "json-errors",
                                        "set",  NULL};

    return g_strv_contains(names, option);
}

static void add_option(GChecksum *sum, const GOptionEntry *entry)
{
    char number[32];

    add_text(sum, entry->long_name);
    switch (entry->arg) {
    case G_OPTION_ARG_NONE:
    case G_OPTION_ARG_INT:
        g_snprintf(number, sizeof number, "%d", *(const int *)entry->arg_data);
        add_text(sum, number);
        break;
    case G_OPTION_ARG_STRING_ARRAY:
    case G_OPTION_ARG_FILENAME_ARRAY:
        for (char **text = *(char ***)entry->arg_data; text != NULL && *text != NULL;
             text++)
            add_text(sum, *text);
        break;
    case G_OPTION_ARG_FILENAME:
    case G_OPTION_ARG_STRING:
        add_text(sum, *(char *const *)entry->arg_data);
        break;
    default:
        g_assert_not_reached();
    }
}

/* A program that was built anew draws anew. */
static void add_program(GChecksum *sum)
{
    struct stat state;
    char text[64];

    add_text(sum, PACKAGE_VERSION);
    if (stat("/proc/self/exe", &state) != 0)
        return;
    g_snprintf(text, sizeof text, "%jd %jd %ld", (intmax_t)state.st_size,
               (intmax_t)state.st_mtim.tv_sec, state.st_mtim.tv_nsec);
    add_text(sum, text);
}

static char *digest_options(const Command *command)
{
    static const char *const variables[] = {"SOURCE_DATE_EPOCH", "FONTCONFIG_FILE",
                                            "FONTCONFIG_PATH"};
    GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA256);
    char *digest;

    add_program(sum);
    for (const GOptionEntry *entry = command->options; entry->long_name != NULL;
         entry++) {
        if (!is_outer(entry->long_name))
            add_option(sum, entry);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(variables); i++)
        add_text(sum, g_getenv(variables[i]));
    digest = g_strdup(g_checksum_get_string(sum));
    g_checksum_free(sum);
    return digest;
}

char *update_digest(const Update *update, const Figure *figure, const char *format,
                    const char *path)
{
    GChecksum *sum = g_checksum_new(G_CHECKSUM_SHA256);
    g_autofree char *name = g_path_get_basename(path);
    bool good = true;
    char *digest;

    add_text(sum, update->options);
    add_text(sum, format);
    add_text(sum, name);
    add_text(sum, figure->source);
    for (unsigned i = 0; good && i < figure->files->len; i++) {
        const char *file = g_ptr_array_index(figure->files, i);

        add_text(sum, file);
        good = add_content(sum, file);
    }
    digest = good ? g_strdup(g_checksum_get_string(sum)) : NULL;
    g_checksum_free(sum);
    return digest;
}

/* --- Pictures --- */

Update *update_new(const char *folder, const Command *command)
{
    Update *update = g_new0(Update, 1);

    update->path = folder != NULL ? g_build_filename(folder, FILE_NAME, NULL)
                                  : g_strdup(FILE_NAME);
    update->options = digest_options(command);
    update->entries = load(update->path);
    update->fresh = entries_new();
    g_mutex_init(&update->lock);
    return update;
}

void update_free(Update *update)
{
    if (update == NULL)
        return;
    g_free(update->path);
    g_free(update->options);
    g_hash_table_unref(update->entries);
    g_hash_table_unref(update->fresh);
    g_mutex_clear(&update->lock);
    g_free(update);
}

/* `DIGEST SIZE TIME` of the picture as it is; NULL: it is no plain file. */
static char *entry_of(const char *path, const char *digest)
{
    struct stat state;

    if (stat(path, &state) != 0 || !S_ISREG(state.st_mode))
        return NULL;
    return g_strdup_printf("%s %jd %jd.%09ld", digest, (intmax_t)state.st_size,
                           (intmax_t)state.st_mtim.tv_sec, state.st_mtim.tv_nsec);
}

bool update_is_current(const Update *update, const char *path, const char *digest)
{
    g_autofree char *name = g_path_get_basename(path);
    g_autofree char *entry = entry_of(path, digest);

    return entry != NULL &&
           g_strcmp0(entry, g_hash_table_lookup(update->entries, name)) == 0;
}

void update_note(Update *update, const char *path, const char *digest)
{
    char *name = g_path_get_basename(path);
    char *entry = entry_of(path, digest);

    if (entry == NULL || strchr(name, '\n') != NULL) {
        g_free(name);
        g_free(entry);
        return;
    }
    g_mutex_lock(&update->lock);
    g_hash_table_insert(update->fresh, name, entry);
    g_mutex_unlock(&update->lock);
}
