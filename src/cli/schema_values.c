/* schema_values.c - what a row of a field table says of its values, as a JSON schema.
 *
 * It (`FigureKey.values`) is read as a grammar: `A | B` are alternatives, `[A, B]` and
 * `[A, ...]` lists, `{name: A, ...}` maps, `1 .. 20` numbers; a word is the name of a
 * map (`curve`), of a kind of value (`length`), or else stands for itself (`linear`).
 */
#include "cli/schema_values.h"
#include "base/number.h"

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

bool schema_stands_in(const char *where, const char *place)
{
    g_auto(GStrv) places = g_strsplit(where, ", ", -1);

    return g_strv_contains((const char *const *)places, place);
}

static const char *place_of(const SchemaVocabulary *vocabulary, const char *term)
{
    for (size_t i = 0; i < G_N_ELEMENTS(aliases); i++) {
        if (strcmp(aliases[i].term, term) == 0)
            term = aliases[i].place;
    }
    for (unsigned i = 0; i < vocabulary->count; i++) {
        if (schema_stands_in(vocabulary->keys[i].where, term))
            return g_intern_string(term);
    }
    return strcmp(term, SCHEMA_EXPERIMENT) == 0 ? SCHEMA_EXPERIMENT : NULL;
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

Tree *schema_typed(const char *types, const char *pattern)
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

static Tree *read_list(const SchemaVocabulary *vocabulary, const char *text)
{
    bool open;
    g_autoptr(GPtrArray) parts = split_inside(text, &open);
    Tree *tree = schema_typed("array", NULL);
    Tree *items = tree_array();

    if (open) {
        tree_free(items);
        items = schema_values(vocabulary, g_ptr_array_index(parts, 0), true);
    } else {
        for (unsigned i = 0; i < parts->len; i++)
            tree_push(items,
                      schema_values(vocabulary, g_ptr_array_index(parts, i), true));
        tree_put(tree, "minItems", tree_number(parts->len, TREE_EXACT_DIGITS));
        tree_put(tree, "maxItems", tree_number(parts->len, TREE_EXACT_DIGITS));
    }
    tree_put(tree, "items", items);
    return tree;
}

static Tree *read_map(const SchemaVocabulary *vocabulary, const char *text)
{
    bool open;
    g_autoptr(GPtrArray) parts = split_inside(text, &open);
    g_autoptr(GPtrArray) pair = split(g_ptr_array_index(parts, 0), ": ");
    Tree *tree = schema_typed("object", NULL);

    if (pair->len == 2)
        tree_put(tree, "additionalProperties",
                 schema_values(vocabulary, g_ptr_array_index(pair, 1), false));
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
    tree = schema_typed("number", NULL);
    tree_put(tree, "minimum", tree_number(low, TREE_EXACT_DIGITS));
    tree_put(tree, "maximum", tree_number(high, TREE_EXACT_DIGITS));
    return tree;
}

Tree *schema_reference(const char *place)
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
            return schema_typed(list[i].types, list[i].pattern);
    }
    return NULL;
}

/* NULL: the text stands for itself. */
static Tree *read_term(const SchemaVocabulary *vocabulary, const char *text,
                       bool is_item)
{
    const char *place = place_of(vocabulary, text);
    Tree *tree = read_range(text);

    if (tree != NULL)
        return tree;
    if (place != NULL)
        return schema_reference(place);
    if (*text == '[')
        return read_list(vocabulary, text);
    if (*text == '{')
        return read_map(vocabulary, text);
    /* After names: others may be given. */
    if (strcmp(text, "...") == 0)
        return schema_typed("string", NULL);
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

Tree *schema_words(const char *text)
{
    g_autoptr(GPtrArray) words = split(text, " | ");
    Tree *tree = tree_object();
    Tree *list = tree_array();

    for (unsigned i = 0; i < words->len; i++)
        tree_push(list, literal(g_ptr_array_index(words, i)));
    tree_put(tree, "enum", list);
    return tree;
}

Tree *schema_values(const SchemaVocabulary *vocabulary, const char *text, bool is_item)
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
