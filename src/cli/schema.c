/* schema.c - figure and theme files as JSON schemas.
 *
 * What a row of a field table says of its values (`FigureKey.values`) is read as a
 * grammar: `A | B` are alternatives, `[A, B]` and `[A, ...]` lists, `{name: A, ...}`
 * maps, `1 .. 20` numbers; a word is the name of a map (`curve`), of a kind of value
 * (`length`), or else stands for itself (`linear`).
 */
#include "cli/schema.h"

#include "base/number.h"
#include "cli/tree.h"
#include "network/experiment.h"
#include "spec/figure.h"

#include <string.h>

/* Patterns, and what an editor says where they are not met. */
#define NUMBER_PATTERN "^([-+.(0-9]|pi|e$|e[-+*/^]|[a-z_0-9]+\\(|auto$)"
#define LENGTH_PATTERN "^([-+]?[.0-9]+([eE][-+]?[0-9]+)? ?(in|cm|mm|pt|px)|auto)$"
#define COLOUR_PATTERN "^([A-Za-z]+|#[0-9A-Fa-f]{3,8})$"

/* A kind of values by how its name begins; the JSON types that a YAML reader makes of
 * them, and a pattern for those that are strings. */
typedef struct {
    const char *term;
    const char *types; /* with commas between */
    const char *pattern;
} Term;

static const Term terms[] = {
    {"text", "string,number,boolean", NULL},
    {"formula", "string,number", NULL},
    {"condition", "string,number", NULL},
    {"parameter", "string", NULL},
    {"pattern", "string", NULL},
    {"column", "string,number", NULL},
    {"name", "string", "^[^\\s]"},
    {"family, ", "string", NULL},
    {"a palette", "string", NULL},
    {"a theme", "string", NULL},
    {"FILE", "string", NULL},
    {"CSS name", "string", COLOUR_PATTERN},
    {"\"#", "string", COLOUR_PATTERN},
    {"colour", "string", COLOUR_PATTERN},
    {"count", "integer", NULL},
    {"dash", "string,array", NULL},
    {"number", "number,string", NUMBER_PATTERN},
    {"share", "number,string", NUMBER_PATTERN},
    {"x", "number,string", NUMBER_PATTERN},
    {"y", "number,string", NUMBER_PATTERN},
    {"length", "string", LENGTH_PATTERN},
};

/* What items of lists are called. */
static const Term item_terms[] = {
    {"low", "number,string", NUMBER_PATTERN}, {"high", "number,string", NUMBER_PATTERN},
    {"width", "string", LENGTH_PATTERN},      {"height", "string", LENGTH_PATTERN},
    {"on", "string", LENGTH_PATTERN},         {"off", "string", LENGTH_PATTERN},
    {"right", "string", LENGTH_PATTERN},      {"up", "string", LENGTH_PATTERN},
};

/* Maps whose name in the tables is not the one that values use. */
static const struct {
    const char *term, *place;
} aliases[] = {
    {"region", "shade"},
};

/* The map that names an experiment; which keys it has depends on the name. */
static const char EXPERIMENT[] = "experiment";

typedef struct {
    const FigureKey *keys;
    unsigned count;
} Vocabulary;

/* is_item: text describes an item of a list. */
static Tree *read_values(const Vocabulary *vocabulary, const char *text, bool is_item);

/* Whether place is among those that where names, `figure, panel`. */
static bool stands_in(const char *where, const char *place)
{
    g_auto(GStrv) places = g_strsplit(where, ", ", -1);

    return g_strv_contains((const char *const *)places, place);
}

static const char *place_of(const Vocabulary *vocabulary, const char *term)
{
    for (size_t i = 0; i < G_N_ELEMENTS(aliases); i++) {
        if (strcmp(aliases[i].term, term) == 0)
            term = aliases[i].place;
    }
    for (unsigned i = 0; i < vocabulary->count; i++) {
        if (stands_in(vocabulary->keys[i].where, term))
            return g_intern_string(term);
    }
    return strcmp(term, EXPERIMENT) == 0 ? EXPERIMENT : NULL;
}

/* The parts of text between separators that stand in no bracket or quotes. */
static GPtrArray *split(const char *text, const char *separator)
{
    GPtrArray *parts = g_ptr_array_new_with_free_func(g_free);
    size_t length = strlen(separator);
    const char *start = text;
    int depth = 0;

    for (const char *c = text; *c != '\0'; c++) {
        depth += (strchr("[{", *c) != NULL) - (strchr("]}", *c) != NULL);
        if (depth > 0 || strncmp(c, separator, length) != 0)
            continue;
        g_ptr_array_add(parts, g_strndup(start, (size_t)(c - start)));
        start = c + length;
    }
    g_ptr_array_add(parts, g_strdup(start));
    return parts;
}

/* `[a, b]` without its brackets, in parts; *open: it ends in `...`. */
static GPtrArray *split_inside(const char *text, bool *open)
{
    g_autofree char *inside = g_strndup(text + 1, strlen(text) - 2);
    GPtrArray *parts = split(inside, ", ");

    *open = strcmp(g_ptr_array_index(parts, parts->len - 1), "...") == 0;
    if (*open)
        g_ptr_array_remove_index(parts, parts->len - 1);
    return parts;
}

/* What an editor says where a pattern is not met; NULL: what it likes. */
static const char *message_of(const char *pattern)
{
    static const struct {
        const char *pattern, *message;
    } messages[] = {
        {NUMBER_PATTERN, "a number is expected, or a formula such as -2*pi"},
        {LENGTH_PATTERN, "a length is expected, such as 1.5 pt or 8 cm"},
        {COLOUR_PATTERN, "a CSS name is expected, or #rrggbb in quotes"},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(messages); i++) {
        if (strcmp(messages[i].pattern, pattern) == 0)
            return messages[i].message;
    }
    return NULL;
}

static Tree *typed(const char *types, const char *pattern)
{
    g_auto(GStrv) names = g_strsplit(types, ",", -1);
    Tree *tree = tree_object();
    Tree *list = names[1] != NULL ? tree_array() : NULL;

    for (char **name = names; list != NULL && *name != NULL; name++)
        tree_push(list, tree_text(*name));
    tree_put(tree, "type", list != NULL ? list : tree_text(names[0]));
    if (pattern != NULL)
        tree_put(tree, "pattern", tree_text(pattern));
    if (pattern != NULL && message_of(pattern) != NULL)
        tree_put(tree, "patternErrorMessage", tree_text(message_of(pattern)));
    return tree;
}

static Tree *read_list(const Vocabulary *vocabulary, const char *text)
{
    bool open;
    g_autoptr(GPtrArray) parts = split_inside(text, &open);
    Tree *tree = typed("array", NULL);
    Tree *items = tree_array();

    if (open) {
        tree_free(items);
        items = read_values(vocabulary, g_ptr_array_index(parts, 0), true);
    } else {
        for (unsigned i = 0; i < parts->len; i++)
            tree_push(items,
                      read_values(vocabulary, g_ptr_array_index(parts, i), true));
        tree_put(tree, "minItems", tree_number(parts->len, TREE_EXACT_DIGITS));
        tree_put(tree, "maxItems", tree_number(parts->len, TREE_EXACT_DIGITS));
    }
    tree_put(tree, "items", items);
    return tree;
}

static Tree *read_map(const Vocabulary *vocabulary, const char *text)
{
    bool open;
    g_autoptr(GPtrArray) parts = split_inside(text, &open);
    g_autoptr(GPtrArray) pair = split(g_ptr_array_index(parts, 0), ": ");
    Tree *tree = typed("object", NULL);

    if (pair->len == 2)
        tree_put(tree, "additionalProperties",
                 read_values(vocabulary, g_ptr_array_index(pair, 1), false));
    return tree;
}

/* `1 .. 20`; NULL: it is no such range. */
static Tree *read_range(const char *text)
{
    g_autoptr(GPtrArray) ends = split(text, " .. ");
    double low, high;
    Tree *tree;

    if (ends->len != 2 || !number_parse(g_ptr_array_index(ends, 0), &low) ||
        !number_parse(g_ptr_array_index(ends, 1), &high))
        return NULL;
    tree = typed("number", NULL);
    tree_put(tree, "minimum", tree_number(low, TREE_EXACT_DIGITS));
    tree_put(tree, "maximum", tree_number(high, TREE_EXACT_DIGITS));
    return tree;
}

static Tree *reference(const char *place)
{
    g_autofree char *path = g_strconcat("#/definitions/", place, NULL);
    Tree *tree = tree_object();

    tree_put(tree, "$ref", tree_text(path));
    return tree;
}

static Tree *find_term(const Term *list, size_t count, const char *text)
{
    for (size_t i = 0; i < count; i++) {
        size_t length = strlen(list[i].term);
        bool whole = g_ascii_isalpha(list[i].term[length - 1]);

        if (strncmp(list[i].term, text, length) == 0 &&
            !(whole && (g_ascii_isalpha(text[length]) || text[length] == '-')))
            return typed(list[i].types, list[i].pattern);
    }
    return NULL;
}

/* NULL: the text stands for itself. */
static Tree *read_term(const Vocabulary *vocabulary, const char *text, bool is_item)
{
    const char *place = place_of(vocabulary, text);
    Tree *tree = read_range(text);

    if (tree != NULL)
        return tree;
    if (place != NULL)
        return reference(place);
    if (*text == '[')
        return read_list(vocabulary, text);
    if (*text == '{')
        return read_map(vocabulary, text);
    /* After names: others may be given. */
    if (strcmp(text, "...") == 0)
        return typed("string", NULL);
    if (is_item)
        tree = find_term(item_terms, G_N_ELEMENTS(item_terms), text);
    return tree != NULL ? tree : find_term(terms, G_N_ELEMENTS(terms), text);
}

static Tree *literal(const char *word)
{
    if (strcmp(word, "true") == 0 || strcmp(word, "false") == 0)
        return tree_flag(*word == 't');
    return tree_text(word);
}

static Tree *read_words(const char *text)
{
    g_autoptr(GPtrArray) words = split(text, " | ");
    Tree *tree = tree_object();
    Tree *list = tree_array();

    for (unsigned i = 0; i < words->len; i++)
        tree_push(list, literal(g_ptr_array_index(words, i)));
    tree_put(tree, "enum", list);
    return tree;
}

static Tree *read_values(const Vocabulary *vocabulary, const char *text, bool is_item)
{
    g_autoptr(GPtrArray) choices = split(text, " | ");
    g_autoptr(GPtrArray) trees = g_ptr_array_new();
    Tree *words = NULL; /* of those that stand for themselves, an entry of trees */
    Tree *tree, *list;

    for (unsigned i = 0; i < choices->len; i++) {
        const char *choice = g_ptr_array_index(choices, i);
        Tree *term = read_term(vocabulary, choice, is_item);

        if (term == NULL && words == NULL) {
            words = tree_array();
            term = tree_object();
            tree_put(term, "enum", words);
            g_ptr_array_add(trees, term);
            tree_push(words, literal(choice));
        } else if (term == NULL) {
            tree_push(words, literal(choice));
        } else {
            g_ptr_array_add(trees, term);
        }
    }
    if (trees->len == 1)
        return g_ptr_array_index(trees, 0);
    tree = tree_object();
    list = tree_array();
    for (unsigned i = 0; i < trees->len; i++)
        tree_push(list, g_ptr_array_index(trees, i));
    tree_put(tree, "anyOf", list);
    return tree;
}

static Tree *experiment_names(void)
{
    Tree *names = tree_array();

    for (const Experiment *const *each = experiments; *each != NULL; each++)
        tree_push(names, tree_text((*each)->key));
    return names;
}

static Tree *name_or_map(void)
{
    Tree *tree = tree_object(), *either = tree_array(), *name = tree_object();

    tree_put(name, "enum", experiment_names());
    tree_push(either, name);
    tree_push(either, reference(EXPERIMENT));
    tree_put(tree, "anyOf", either);
    return tree;
}

/* The keys among keys that stand in place. */
static Tree *properties_of(const Vocabulary *vocabulary, const FigureKey *keys,
                           unsigned count, const char *place)
{
    Tree *properties = tree_object();

    for (unsigned i = 0; i < count; i++) {
        const FigureKey *key = &keys[i];
        Tree *value;

        if (!stands_in(key->where, place))
            continue;
        value = strcmp(key->key, EXPERIMENT) == 0 ? name_or_map()
                : key->is_word                    ? read_words(key->values)
                               : read_values(vocabulary, key->values, false);
        tree_put(value, "description", tree_text(key->help));
        tree_put(properties, key->key, value);
    }
    return properties;
}

/* A map with all keys that stand in place. */
static Tree *map_of(const Vocabulary *vocabulary, const char *place)
{
    Tree *tree = typed("object", NULL);

    tree_put(tree, "properties",
             properties_of(vocabulary, vocabulary->keys, vocabulary->count, place));
    tree_put(tree, "additionalProperties", tree_flag(false));
    return tree;
}

static Tree *constant(const char *text)
{
    Tree *tree = tree_object();

    tree_put(tree, "const", tree_text(text));
    return tree;
}

/* `if` the map runs the experiment, `then` it has its parameters. */
static Tree *case_of(const Vocabulary *vocabulary, const Experiment *experiment)
{
    g_autofree char *place = g_strconcat("experiment ", experiment->key, NULL);
    Tree *tree = tree_object(), *condition = tree_object(), *named = tree_object();
    Tree *then = tree_object(), *properties;
    unsigned count;
    const FigureKey *keys = experiment_keys(&count);

    tree_put(named, "run", constant(experiment->key));
    tree_put(condition, "properties", named);
    properties = properties_of(vocabulary, keys, count, place);
    tree_put(properties, "run", constant(experiment->key));
    tree_put(then, "description", tree_text(experiment->help));
    tree_put(then, "properties", properties);
    tree_put(then, "additionalProperties", tree_flag(false));
    tree_put(tree, "if", condition);
    tree_put(tree, "then", then);
    return tree;
}

static Tree *experiment_of(const Vocabulary *vocabulary)
{
    Tree *tree = typed("object", NULL);
    Tree *required = tree_array(), *properties = tree_object(), *run = tree_object();
    Tree *cases = tree_array();

    for (const Experiment *const *each = experiments; *each != NULL; each++)
        tree_push(cases, case_of(vocabulary, *each));
    tree_push(required, tree_text("run"));
    tree_put(run, "description", tree_text("the experiment's name"));
    tree_put(run, "enum", experiment_names());
    tree_put(properties, "run", run);
    tree_put(tree, "required", required);
    tree_put(tree, "properties", properties);
    tree_put(tree, "allOf", cases);
    return tree;
}

/* Every other map that keys stand in. */
static Tree *definitions_of(const Vocabulary *vocabulary, const char *root)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    Tree *definitions = tree_object();

    g_hash_table_add(seen, (char *)root);
    for (unsigned i = 0; i < vocabulary->count; i++) {
        g_auto(GStrv) places = g_strsplit(vocabulary->keys[i].where, ", ", -1);

        for (char **place = places; *place != NULL; place++) {
            const char *name = g_intern_string(*place);

            if (g_hash_table_add(seen, (char *)name))
                tree_put(definitions, name, map_of(vocabulary, name));
        }
    }
    tree_put(definitions, EXPERIMENT, experiment_of(vocabulary));
    return definitions;
}

bool schema_append(GString *out, const char *name)
{
    bool is_theme = strcmp(name, "theme") == 0;
    g_autofree char *id = g_strconcat(name, ".schema.json", NULL);
    g_autofree char *title = g_strconcat("actplot ", name, " file", NULL);
    g_autoptr(Tree) tree = NULL;
    Vocabulary vocabulary;

    if (!is_theme && strcmp(name, "figure") != 0)
        return false;
    vocabulary.keys =
        is_theme ? theme_keys(&vocabulary.count) : figure_keys(&vocabulary.count);
    tree = map_of(&vocabulary, name);
    tree_put(tree, "$schema", tree_text("http://json-schema.org/draft-07/schema#"));
    tree_put(tree, "$id", tree_text(id));
    tree_put(tree, "title", tree_text(title));
    if (!is_theme)
        tree_put(tree, "definitions", definitions_of(&vocabulary, name));
    tree_append_json(tree, out);
    g_string_append_c(out, '\n');
    return true;
}
