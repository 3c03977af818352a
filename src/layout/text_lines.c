/* text_lines.c - lines of text that a context has made, to be shown again.
 *
 * Numbers beside ticks, axis labels and titles return from figure to figure, and a text
 * is measured more than once on its way to a page; shaping is most of a page's cost. */
#include "layout/text_lines.h"

#include <string.h>

/* A line takes some 3 KB. */
enum { LINES_MAX = 300, LENGTH_MAX = 120 };

typedef struct {
    const char *markup;
    double size_pt;
    bool bold;
} Key;

typedef struct {
    Key key; /* its markup is the entry's */
    TextLine *line;
    char markup[];
} Entry;

struct TextLines {
    GHashTable *entries; /* from the Key of an Entry to it */
};

static guint hash_key(const void *data)
{
    const Key *key = data;

    return g_str_hash(key->markup) ^ (guint)(key->size_pt * 1024) ^ (key->bold ? 1 : 0);
}

static gboolean equal_keys(const void *a, const void *b)
{
    const Key *one = a, *other = b;

    return one->size_pt == other->size_pt && one->bold == other->bold &&
           strcmp(one->markup, other->markup) == 0;
}

static void free_entry(void *data)
{
    Entry *entry = data;

    text_line_free(entry->line);
    g_free(entry);
}

TextLines *text_lines_new(void)
{
    TextLines *lines = g_new(TextLines, 1);

    lines->entries = g_hash_table_new_full(hash_key, equal_keys, NULL, free_entry);
    return lines;
}

void text_lines_free(TextLines *lines)
{
    g_hash_table_unref(lines->entries);
    g_free(lines);
}

void text_lines_clear(TextLines *lines)
{
    g_hash_table_remove_all(lines->entries);
}

TextLine *text_lines_find(TextLines *lines, const char *markup, double size_pt,
                          bool bold)
{
    const Key key = {markup, size_pt, bold};
    const Entry *entry = g_hash_table_lookup(lines->entries, &key);

    if (!entry)
        return NULL;
    entry->line->references++;
    return entry->line;
}

void text_lines_keep(TextLines *lines, const char *markup, double size_pt, bool bold,
                     TextLine *line)
{
    size_t length = strlen(markup);
    Entry *entry;

    if (length > LENGTH_MAX)
        return;
    if (g_hash_table_size(lines->entries) >= LINES_MAX)
        g_hash_table_remove_all(lines->entries);
    entry = g_malloc(sizeof(Entry) + length + 1);
    memcpy(entry->markup, markup, length + 1);
    entry->key = (Key){entry->markup, size_pt, bold};
    entry->line = line;
    line->references++;
    g_hash_table_replace(lines->entries, &entry->key, entry);
}
