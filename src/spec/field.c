/* field.c - tables of keys, read against a map and shown as the vocabulary. */
#include "spec/field.h"

#include "base/length.h"
#include "base/nearest.h"

#include <string.h>

/* How messages and the vocabulary call the maps, in the order of the bits. */
static const struct {
    const char *name, *with_article;
} places[] = {
    {"figure", "a figure"},   {"panel", "a panel"},
    {"axis", "an axis"},      {"curve", "a curve"},
    {"family", "a family"},   {"line", "a line"},
    {"note", "a note"},       {"definition", "a definition"},
    {"theme", "a theme"},     {"shade", "a shaded region"},
    {"palette", "a palette"}, {"heatmap", "a heat map"},
    {"mark", "a mark"},       {"histogram", "a histogram"},
    {"inset", "an inset"},    {"function", "a function"},
    {"output", "an output"},
};

static const char *place_name(unsigned where)
{
    for (unsigned i = 0; i < G_N_ELEMENTS(places); i++)
        if (where & (1u << i))
            return places[i].with_article;
    g_assert_not_reached();
}

void *field_member(const Field *field, void *target)
{
    return (char *)target + field->offset;
}

void field_given(const Field *field, void *target)
{
    if (field->given > 0)
        *(bool *)((char *)target + field->given) = true;
}

static const Field *find_field(FieldTable table, unsigned where, const char *key)
{
    for (size_t i = 0; i < table.count; i++)
        if ((table.fields[i].where & where) && strcmp(table.fields[i].key, key) == 0)
            return &table.fields[i];
    return NULL;
}

static const char *nearest_key(FieldTable table, unsigned where, const char *key)
{
    Nearest nearest;

    nearest_init(&nearest, key);
    for (size_t i = 0; i < table.count; i++)
        if (table.fields[i].where & where)
            nearest_offer(&nearest, table.fields[i].key);
    return nearest.best;
}

static void report_unknown(Reader *reader, FieldTable table, unsigned where,
                           const DocumentNode *key)
{
    const char *place = place_name(where);
    const char *near = nearest_key(table, where, key->text);
    const Field *elsewhere = find_field(table, ~0u, key->text);

    if (near)
        reports_add(reader->reports, key->span,
                    "unknown key '%s' in %s (did you mean '%s'?)", key->text, place,
                    near);
    else if (elsewhere)
        reports_add(reader->reports, key->span,
                    "unknown key '%s' in %s (it belongs into %s)", key->text, place,
                    place_name(elsewhere->where));
    else if (strpbrk(key->text, "?()"))
        reports_add(reader->reports, key->span,
                    "unknown key '%s' in %s (a formula with ': ' in it needs quotes)",
                    key->text, place);
    else
        reports_add(reader->reports, key->span, "unknown key '%s' in %s", key->text,
                    place);
}

void fields_read(Reader *reader, FieldTable table, unsigned where,
                 const DocumentNode *map, void *target)
{
    for (unsigned i = 0; i + 1 < map->items->len; i += 2) {
        const DocumentNode *key = g_ptr_array_index(map->items, i);

        if (!find_field(table, where, key->text))
            report_unknown(reader, table, where, key);
    }
    for (size_t i = 0; i < table.count; i++) {
        const Field *field = &table.fields[i];
        const DocumentNode *value;

        if (!(field->where & where))
            continue;
        value = document_get(map, field->key);
        if (!value)
            continue;
        if ((field->where & IN_FIGURE) && (field->where & IN_PANEL))
            field->read(reader, field, value, reader->panel);
        else
            field->read(reader, field, value, target);
    }
}

static char *describe_where(unsigned where)
{
    GString *out = g_string_new(NULL);

    for (unsigned i = 0; i < G_N_ELEMENTS(places); i++)
        if (where & (1u << i))
            g_string_append_printf(out, "%s%s", out->len > 0 ? ", " : "",
                                   places[i].name);
    return g_string_free(out, FALSE);
}

char *words_describe(const Word *words)
{
    GString *out = g_string_new(NULL);

    for (; words->name; words++)
        g_string_append_printf(out, "%s%s", out->len > 0 ? " | " : "", words->name);
    return g_string_free(out, FALSE);
}

typedef struct {
    FigureKey *keys;
    unsigned count;
} Vocabulary;

static void *describe(void *data)
{
    const FieldTable *table = data;
    Vocabulary *vocabulary = g_new0(Vocabulary, 1);

    vocabulary->keys = g_new0(FigureKey, table->count);
    for (size_t i = 0; i < table->count; i++) {
        const Field *field = &table->fields[i];

        vocabulary->keys[vocabulary->count++] = (FigureKey){
            .where = describe_where(field->where),
            .key = field->key,
            .values = field->values ? field->values : words_describe(field->words),
            .help = field->help,
            .is_word = !field->values,
        };
    }
    return vocabulary;
}

const FigureKey *fields_vocabulary(const FieldTable *table, GOnce *once,
                                   unsigned *count)
{
    const Vocabulary *vocabulary = g_once(once, describe, (void *)table);

    *count = vocabulary->count;
    return vocabulary->keys;
}
