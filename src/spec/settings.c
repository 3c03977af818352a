/* settings.c - single keys of a figure set over its file. */
#include "spec/settings.h"

#include "base/number.h"

#include <string.h>

enum { INDEX_MAX = 1000000 };

/* One setting while its path is followed. */
typedef struct {
    const char *text; /* the whole source */
    size_t end;       /* of the setting in it */
    Reports *reports;
    Span place;         /* of the path's current name */
    const char *name;   /* its text */
    const char *parent; /* the last key before it that is no number; NULL: none */
} Setting;

/* Where a value stands: an item of a list or of a map. */
typedef struct {
    GPtrArray *items; /* NULL: nowhere, which was reported */
    unsigned index;
} Slot;

/* What may stand in a map's place, being the value of one of its keys: within the list
 * or map called parent, or as the value of name. */
static const struct {
    const char *parent, *name;
    DocumentKind kind;
    const char *key;
} shorthands[] = {
    {"curves", NULL, DOCUMENT_TEXT, "plot"},
    {"define", NULL, DOCUMENT_TEXT, "formula"},
    {"shade", NULL, DOCUMENT_TEXT, "where"},
    {NULL, "heatmap", DOCUMENT_TEXT, "z"},
    {NULL, "x", DOCUMENT_LIST, "range"},
    {NULL, "y", DOCUMENT_LIST, "range"},
    {NULL, "experiment", DOCUMENT_TEXT, "run"},
};

static void set_text(DocumentNode *node, char *text)
{
    g_free(node->text);
    node->text = text;
}

/* The part of the setting from start to end, as a text. */
static DocumentNode *text_node(const Setting *setting, size_t start, size_t end)
{
    DocumentNode *node = document_node_new(DOCUMENT_TEXT);

    set_text(node, g_strndup(setting->text + start, end - start));
    node->span = (Span){start, end - start};
    node->text_start = start;
    node->exact = true;
    node->plain = end > start;
    return node;
}

static DocumentNode *name_node(const Setting *setting)
{
    return text_node(setting, setting->place.start,
                     setting->place.start + setting->place.length);
}

static Slot map_slot(const Setting *setting, DocumentNode *map)
{
    for (unsigned i = 0; i + 1 < map->items->len; i += 2) {
        const DocumentNode *key = g_ptr_array_index(map->items, i);

        if (strcmp(key->text, setting->name) == 0)
            return (Slot){map->items, i + 1};
    }
    g_ptr_array_add(map->items, name_node(setting));
    g_ptr_array_add(map->items, NULL);
    return (Slot){map->items, map->items->len - 1};
}

static Slot list_slot(const Setting *setting, DocumentNode *list)
{
    const char *key = setting->parent ? setting->parent : "the figure";
    unsigned count = list->items->len;
    int number;

    if (strcmp(setting->name, "+") == 0) {
        g_ptr_array_add(list->items, NULL);
        return (Slot){list->items, count};
    }
    if (!number_parse_int(setting->name, 1, INDEX_MAX, &number)) {
        reports_add(setting->reports, setting->place,
                    "'%s' is a list: its items have numbers from 1, and '+' adds one",
                    key);
        return (Slot){NULL, 0};
    }
    if ((unsigned)number <= count)
        return (Slot){list->items, (unsigned)number - 1};
    reports_add(setting->reports, setting->place,
                "'%s' has %u item%s, no %d ('+' adds one)", key, count,
                count == 1 ? "" : "s", number);
    return (Slot){NULL, 0};
}

/* The place of the current name in node; made where there is none. */
static Slot find_slot(const Setting *setting, DocumentNode *node)
{
    if (node->kind == DOCUMENT_MAP)
        return map_slot(setting, node);
    if (node->kind == DOCUMENT_LIST)
        return list_slot(setting, node);
    reports_add(setting->reports, setting->place, "'%s' is a text: it has no '%s'",
                setting->parent ? setting->parent : "the figure", setting->name);
    return (Slot){NULL, 0};
}

/* A map of one key in place of what stands for it. */
static DocumentNode *expand(const Setting *setting, DocumentNode *node)
{
    for (unsigned i = 0; i < G_N_ELEMENTS(shorthands); i++) {
        const char *parent = shorthands[i].parent, *name = shorthands[i].name;
        DocumentNode *map, *key;

        if (shorthands[i].kind != node->kind ||
            (parent && g_strcmp0(parent, setting->parent) != 0) ||
            (name && strcmp(name, setting->name) != 0))
            continue;
        map = document_node_new(DOCUMENT_MAP);
        key = document_node_new(DOCUMENT_TEXT);
        set_text(key, g_strdup(shorthands[i].key));
        map->span = key->span = node->span;
        map->in_flow = key->in_flow = node->in_flow;
        key->plain = true;
        g_ptr_array_add(map->items, key);
        g_ptr_array_add(map->items, node);
        return map;
    }
    return node;
}

static bool is_number(const char *name)
{
    return *name != '\0' && strspn(name, G_CSET_DIGITS) == strlen(name);
}

/* What stands in slot, made fit to have something called next in it. */
static DocumentNode *enter(const Setting *setting, Slot slot, const char *next)
{
    DocumentNode **node = (DocumentNode **)(void *)&slot.items->pdata[slot.index];
    bool counts = is_number(next) || strcmp(next, "+") == 0;

    if (!*node) {
        *node = document_node_new(counts ? DOCUMENT_LIST : DOCUMENT_MAP);
        (*node)->span = setting->place;
    } else if (!counts) {
        *node = expand(setting, *node);
    }
    return *node;
}

/* `LOW:HIGH` as a list; an end that is left out is chosen. */
static DocumentNode *range_node(const Setting *setting, size_t start, size_t colon)
{
    const size_t ends[2][2] = {{start, colon}, {colon + 1, setting->end}};
    DocumentNode *list = document_node_new(DOCUMENT_LIST);

    list->span = (Span){start, setting->end - start};
    for (int i = 0; i < 2; i++) {
        DocumentNode *item = text_node(setting, ends[i][0], ends[i][1]);

        g_strstrip(item->text);
        if (*item->text == '\0')
            set_text(item, g_strdup("auto"));
        item->in_flow = true;
        item->plain = true;
        g_ptr_array_add(list->items, item);
    }
    return list;
}

/* `range`, or an axis or a band that may be a range; a curve's x names a column. */
static bool is_range(const Setting *setting)
{
    static const char *const names[] = {"range", "x", "y", NULL};

    return g_strv_contains(names, setting->name) &&
           g_strcmp0(setting->parent, "curves") != 0;
}

/* NULL after a report. */
static DocumentNode *value_node(const Setting *setting, size_t start)
{
    const char *value = setting->text + start;
    const char *colon = memchr(value, ':', setting->end - start);

    if (start < setting->end && strchr("[{\"'", *value))
        return document_parse_part(setting->text, start, setting->end,
                                   setting->reports);
    if (is_range(setting) && colon)
        return range_node(setting, start, (size_t)(colon - setting->text));
    return text_node(setting, start, setting->end);
}

/* Follows the path's names, which begin at start; value_start is behind the `=`. */
static bool apply(Setting *setting, DocumentNode *root, char **names, size_t start,
                  size_t value_start)
{
    DocumentNode *node = root;
    DocumentNode *value;
    Slot slot = {NULL, 0};

    for (char **name = names; *name; name++) {
        setting->name = *name;
        setting->place = (Span){start, strlen(*name)};
        start += strlen(*name) + 1;
        if (**name == '\0') {
            reports_add(setting->reports, setting->place,
                        "a name is missing in the path");
            return false;
        }
        slot = find_slot(setting, node);
        if (!slot.items)
            return false;
        if (!name[1])
            break;
        node = enter(setting, slot, name[1]);
        if (!is_number(*name) && strcmp(*name, "+") != 0)
            setting->parent = *name;
    }
    value = value_node(setting, value_start);
    if (!value)
        return false;
    document_node_free(slot.items->pdata[slot.index]);
    slot.items->pdata[slot.index] = value;
    return true;
}

/* Figure files may not hold these characters either. */
static bool is_text(const char *text, size_t start, size_t end, Reports *reports)
{
    const char *last = text + end;

    if (!g_utf8_validate(text + start, (gssize)(end - start), NULL)) {
        reports_add(reports, (Span){0, 0}, "a setting must be UTF-8 text");
        return false;
    }
    for (const char *c = text + start; c < last; c = g_utf8_next_char(c)) {
        gunichar character = g_utf8_get_char(c);

        if ((!g_unichar_iscntrl(character) || strchr("\n\t", *c)) &&
            (character & 0xfffe) != 0xfffe)
            continue;
        reports_add(reports, (Span){0, 0},
                    "the character U+%04X is not allowed in a setting", character);
        return false;
    }
    return true;
}

static bool apply_at(DocumentNode *root, const char *text, size_t start, size_t end,
                     Reports *reports)
{
    Setting setting = {.text = text, .end = end, .reports = reports};
    const char *equals = memchr(text + start, '=', end - start);
    g_autofree char *path = NULL;
    g_auto(GStrv) names = NULL;

    if (!is_text(text, start, end, reports))
        return false;
    if (!equals || equals == text + start) {
        reports_add(reports, (Span){start, 0},
                    "a setting is KEY=VALUE, such as title=Gates or x.range=-3:3");
        return false;
    }
    path = g_strndup(text + start, (size_t)(equals - text) - start);
    names = g_strsplit(path, ".", -1);
    return apply(&setting, root, names, start, (size_t)(equals - text) + 1);
}

bool settings_apply(DocumentNode *root, const char *text, const GArray *starts,
                    Reports *reports)
{
    bool good = true;

    for (unsigned i = 0; i < starts->len; i++) {
        size_t start = g_array_index(starts, size_t, i);
        size_t end = i + 1 < starts->len ? g_array_index(starts, size_t, i + 1) - 1
                                         : start + strlen(text + start);

        good = apply_at(root, text, start, end, reports) && good;
    }
    return good;
}

char *settings_source(const char *text, size_t length, const char *const *settings,
                      GArray *starts)
{
    GString *source = g_string_new_len(text, (gssize)length);

    for (; settings && *settings; settings++) {
        size_t start = source->len + 1;

        g_string_append_printf(source, "\n%s", *settings);
        g_array_append_val(starts, start);
    }
    return g_string_free(source, FALSE);
}

DocumentNode *settings_merge(const char *text, const char *const *settings,
                             GError **error)
{
    g_autoptr(GArray) starts = g_array_new(FALSE, FALSE, sizeof(size_t));
    g_autofree char *source = settings_source(text, strlen(text), settings, starts);
    g_autoptr(DocumentNode) root = NULL;
    Reports reports;
    bool good;

    reports_init(&reports, "figure", source);
    reports.settings = starts;
    root = document_parse(source, strlen(text), &reports);
    if (root)
        settings_apply(root, source, starts, &reports);
    good = !reports_any(&reports);
    if (!good)
        reports_raise(&reports, error);
    reports_release(&reports);
    return good ? g_steal_pointer(&root) : NULL;
}
