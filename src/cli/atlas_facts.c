/* atlas_facts.c - from the catalogue's record and the computed facts to rows. */
#include "cli/atlas_facts.h"

#include "base/number.h"
#include "formula/switches.h"
#include "scene/tick_label.h"

#include <string.h>

static void add_row(AtlasEntry *entry, const char *name, const char *text)
{
    AtlasRow row = {g_strdup(name), g_strdup(text)};

    if (*text != '\0')
        g_array_append_val(entry->rows, row);
    else
        g_free(row.name), g_free(row.text);
}

static void add_aliases(AtlasEntry *entry)
{
    const char *const *aliases = entry->activation->definition.aliases;
    g_autofree char *text =
        aliases != NULL ? g_strjoinv(", ", (char **)aliases) : g_strdup("");

    add_row(entry, "aliases", text);
}

static void add_switches(AtlasEntry *entry)
{
    g_autoptr(GString) text = g_string_new(NULL);

    for (unsigned i = 0; i < entry->switches->len; i++) {
        const Switch *at = &g_array_index(entry->switches, Switch, i);
        g_autofree char *x = tick_label_number(at->x);

        g_string_append_printf(text, "%s%s (%s)", i > 0 ? "\n" : "", x,
                               switch_kind_name(at->kind));
    }
    add_row(entry, "switch points", text->len > 0 ? text->str : "none");
}

void atlas_facts_add(AtlasEntry *entry, const Formula *formula)
{
    (void)formula;
    add_aliases(entry);
    add_switches(entry);
}
