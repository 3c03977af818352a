/* atlas_entry.c - one activation, computed for the atlas. */
#include "cli/atlas_entry.h"

#include "cli/atlas_facts.h"
#include "formula/switches.h"

#include <math.h>
#include <string.h>

/* Where switch points are looked for that a range is to show. */
#define REACH 60.0

static void clear_row(void *data)
{
    AtlasRow *row = data;

    g_free(row->name);
    g_free(row->text);
}

/* Those of every kind that a figure shows. */
static GArray *visible_switches(const Formula *formula, Warnings *warnings)
{
    GArray *switches = switches_find(formula, -REACH, REACH, warnings);

    for (unsigned i = switches->len; i-- > 0;) {
        if (g_array_index(switches, Switch, i).kind == SWITCH_SMOOTH)
            g_array_remove_index(switches, i);
    }
    return switches;
}

AtlasEntry *atlas_entry_new(const Activation *activation, TextContext *text,
                            GError **error)
{
    g_autoptr(AtlasEntry) entry = g_new0(AtlasEntry, 1);
    g_autoptr(Formula) formula =
        formula_new(activation->definition.key, &activation_scope, NULL, NULL, error);

    if (formula == NULL)
        return NULL;
    entry->activation = activation;
    entry->warnings = warnings_new();
    entry->rows = g_array_new(FALSE, FALSE, sizeof(AtlasRow));
    g_array_set_clear_func(entry->rows, clear_row);
    entry->switches = visible_switches(formula, entry->warnings);
    entry->range = atlas_range_choose(formula, entry->switches);
    atlas_facts_add(entry, formula);
    entry->thumbnail = atlas_figure_draw(activation, ATLAS_THUMBNAIL, entry->range,
                                         entry->switches, text, entry->warnings, error);
    return entry->thumbnail != NULL ? g_steal_pointer(&entry) : NULL;
}

void atlas_entry_free(AtlasEntry *entry)
{
    if (entry == NULL)
        return;
    g_clear_pointer(&entry->switches, g_array_unref);
    g_clear_pointer(&entry->rows, g_array_unref);
    drawing_free(entry->thumbnail);
    warnings_free(entry->warnings);
    g_free(entry);
}

Drawing *atlas_entry_draw(AtlasEntry *entry, AtlasKind kind, TextContext *text,
                          GError **error)
{
    return atlas_figure_draw(entry->activation, kind, entry->range, entry->switches,
                             text, entry->warnings, error);
}

char *atlas_family_title(const char *family)
{
    char *title = g_strdup(family);

    title[0] = g_ascii_toupper(title[0]);
    for (char *at = title; *at; at++) {
        if (*at == '_')
            *at = ' ';
    }
    return title;
}

bool atlas_begins_family(const GPtrArray *entries, unsigned index)
{
    const AtlasEntry *entry = g_ptr_array_index(entries, index);
    const AtlasEntry *before;

    if (index == 0)
        return true;
    before = g_ptr_array_index(entries, index - 1);
    return strcmp(entry->activation->family, before->activation->family) != 0;
}
