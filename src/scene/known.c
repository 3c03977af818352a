/* known.c - what formulas of the catalogue alone come to, kept for figures to come. */
#include "scene/known.h"

#include "activation/activation.h"
#include "formula/switches.h"
#include "scene/label.h"

#include <string.h>

/* Entries of some 20 KB; beyond, all are forgotten. */
enum { KNOWN_MAX = 100, LENGTH_MAX = 200 };

struct Known {
    char *text;
    Tape *tape;
    SceneText label; /* plain NULL: nobody asked yet */
    double low, high;
    GArray *switches; /* within low .. high; NULL: nobody asked yet */
};

/* Guards the table and what is filled in later. */
static GMutex lock;
static GHashTable *table; /* from a Known's text to it */

static void clear_known(void *data)
{
    Known *known = data;
    g_free(known->text);
    tape_free(known->tape);
    label_release(&known->label);
    g_clear_pointer(&known->switches, g_array_unref);
}

void known_unref(Known *known)
{
    if (known)
        g_atomic_rc_box_release_full(known, clear_known);
}

static void unref_known(void *data)
{
    known_unref(data);
}

static Known *find(const char *text)
{
    Known *known;
    g_mutex_lock(&lock);
    known = table ? g_hash_table_lookup(table, text) : NULL;
    if (known)
        g_atomic_rc_box_acquire(known);
    g_mutex_unlock(&lock);
    return known;
}

/* Two threads may do so at once: the later one's stays, and both are right. */
static void keep(Known *known)
{
    g_mutex_lock(&lock);
    if (!table)
        table = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, unref_known);
    if (g_hash_table_size(table) >= KNOWN_MAX)
        g_hash_table_remove_all(table);
    g_hash_table_replace(table, known->text, g_atomic_rc_box_acquire(known));
    g_mutex_unlock(&lock);
}

Known *known_get(const Formula *formula, const Definitions *definitions)
{
    Known *known;
    if (definitions->list->len > 0 || definitions->scope.outer != &activation_scope ||
        strlen(formula->text) > LENGTH_MAX)
        return NULL;
    known = find(formula->text);
    if (known)
        return known;
    known = g_atomic_rc_box_new0(Known);
    known->text = g_strdup(formula->text);
    known->tape = tape_new(formula, 1);
    keep(known);
    return known;
}

const Tape *known_tape(const Known *known)
{
    return known->tape;
}

SceneText known_label(Known *known)
{
    SceneText label = {.plain = NULL};
    g_mutex_lock(&lock);
    if (known->label.plain)
        label = label_copy(&known->label);
    g_mutex_unlock(&lock);
    if (label.plain)
        return label;
    label = label_new_formula(known->text, &activation_scope, NULL);
    g_mutex_lock(&lock);
    if (!known->label.plain)
        known->label = label_copy(&label);
    g_mutex_unlock(&lock);
    return label;
}

static GArray *copy_switches(const GArray *switches)
{
    GArray *copy = g_array_sized_new(FALSE, FALSE, sizeof(Switch), switches->len);
    if (switches->len > 0)
        g_array_append_vals(copy, switches->data, switches->len);
    return copy;
}

GArray *known_switches(Known *known, const Formula *formula, double low, double high,
                       Warnings *warnings)
{
    GArray *switches = NULL;
    g_mutex_lock(&lock);
    if (known->switches && known->low == low && known->high == high)
        switches = copy_switches(known->switches);
    g_mutex_unlock(&lock);
    if (switches)
        return switches;
    g_autoptr(Warnings) heard = warnings_new();
    switches = switches_find(formula, low, high, heard);
    for (unsigned i = 0; warnings && i < warnings_count(heard); i++)
        warnings_add(warnings, "%s", warnings_get(heard, i));
    if (warnings_count(heard) > 0) /* which each figure is to hear */
        return switches;
    g_mutex_lock(&lock);
    g_clear_pointer(&known->switches, g_array_unref);
    known->switches = copy_switches(switches);
    known->low = low;
    known->high = high;
    g_mutex_unlock(&lock);
    return switches;
}

void known_forget(void)
{
    g_mutex_lock(&lock);
    g_clear_pointer(&table, g_hash_table_unref);
    g_mutex_unlock(&lock);
}
