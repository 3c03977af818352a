/* atlas_entry.c - one activation, computed for the atlas. */
#include "cli/atlas_entry.h"

#include "cli/subject.h"
#include "formula/switches.h"

#include <math.h>
#include <string.h>

/* Switch points further off are not for a figure. */
#define REACH 60.0

enum { ORDERS = 3 }; /* f, f' and f'' are drawn */

static GArray *visible_switches(const Facts *facts)
{
    GArray *switches = g_array_new(FALSE, FALSE, sizeof(Switch));

    for (unsigned i = 0; i < facts->switch_points->len; i++) {
        const SwitchFact *fact = &g_array_index(facts->switch_points, SwitchFact, i);

        if (fact->order < ORDERS && fabs(fact->at.x) <= REACH)
            g_array_append_val(switches, fact->at);
    }
    return switches;
}

AtlasEntry *atlas_entry_new(const Activation *activation, TextContext *text,
                            GError **error)
{
    g_autoptr(AtlasEntry) entry = g_new0(AtlasEntry, 1);
    g_autoptr(Subject) subject = NULL;

    entry->activation = activation;
    entry->warnings = warnings_new();
    subject = subject_new(activation->definition.key, entry->warnings, error);
    if (subject == NULL)
        return NULL;
    entry->rows = atlas_facts_new(subject);
    entry->switches = visible_switches(subject->facts);
    entry->range = atlas_range_choose(subject->formula, entry->switches);
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
