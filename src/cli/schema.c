/* schema.c - figure and theme files as JSON schemas. */
#include "cli/schema.h"

#include "cli/schema_values.h"
#include "network/experiment.h"

#include <string.h>

/* An experiment's name in its two spellings. */
static void push_name(Tree *names, const Experiment *experiment)
{
    g_autofree char *dashed = g_strdelimit(g_strdup(experiment->key), "_", '-');

    tree_push(names, tree_text(experiment->key));
    if (strcmp(dashed, experiment->key) != 0)
        tree_push(names, tree_text(dashed));
}

static Tree *experiment_names(void)
{
    Tree *names = tree_array();

    for (const Experiment *const *each = experiments; *each != NULL; each++)
        push_name(names, *each);
    return names;
}

static Tree *name_of(const Experiment *experiment)
{
    Tree *tree = tree_object(), *names = tree_array();

    push_name(names, experiment);
    tree_put(tree, "enum", names);
    return tree;
}

static Tree *name_or_map(void)
{
    Tree *tree = tree_object(), *either = tree_array(), *name = tree_object();

    tree_put(name, "enum", experiment_names());
    tree_push(either, name);
    tree_push(either, schema_reference(SCHEMA_EXPERIMENT));
    tree_put(tree, "anyOf", either);
    return tree;
}

/* The keys among keys that stand in place. */
static Tree *properties_of(const SchemaVocabulary *vocabulary, const FigureKey *keys,
                           unsigned count, const char *place)
{
    Tree *properties = tree_object();

    for (unsigned i = 0; i < count; i++) {
        const FigureKey *key = &keys[i];
        Tree *value;

        if (!schema_stands_in(key->where, place))
            continue;
        value = strcmp(key->key, SCHEMA_EXPERIMENT) == 0 ? name_or_map()
                : key->is_word                           ? schema_words(key->values)
                               : schema_values(vocabulary, key->values, false);
        tree_put(value, "description", tree_text(key->help));
        tree_put(properties, key->key, value);
    }
    return properties;
}

/* A map with all keys that stand in place. */
static Tree *map_of(const SchemaVocabulary *vocabulary, const char *place)
{
    Tree *tree = schema_typed("object", NULL);

    tree_put(tree, "properties",
             properties_of(vocabulary, vocabulary->keys, vocabulary->count, place));
    tree_put(tree, "additionalProperties", tree_flag(false));
    return tree;
}

/* `if` the map runs the experiment, `then` it has its parameters. */
static Tree *case_of(const SchemaVocabulary *vocabulary, const Experiment *experiment)
{
    g_autofree char *place = g_strconcat("experiment ", experiment->key, NULL);
    Tree *tree = tree_object(), *condition = tree_object(), *named = tree_object();
    Tree *then = tree_object(), *properties;
    unsigned count;
    const FigureKey *keys = experiment_keys(&count);

    tree_put(named, "run", name_of(experiment));
    tree_put(condition, "properties", named);
    properties = properties_of(vocabulary, keys, count, place);
    tree_put(properties, "run", name_of(experiment));
    tree_put(then, "description", tree_text(experiment->help));
    tree_put(then, "properties", properties);
    tree_put(then, "additionalProperties", tree_flag(false));
    tree_put(tree, "if", condition);
    tree_put(tree, "then", then);
    return tree;
}

static Tree *experiment_of(const SchemaVocabulary *vocabulary)
{
    Tree *tree = schema_typed("object", NULL);
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
static Tree *definitions_of(const SchemaVocabulary *vocabulary, const char *root)
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
    tree_put(definitions, SCHEMA_EXPERIMENT, experiment_of(vocabulary));
    return definitions;
}

bool schema_append(GString *out, const char *name)
{
    bool is_theme = strcmp(name, "theme") == 0;
    g_autofree char *id = g_strconcat(name, ".schema.json", NULL);
    g_autofree char *title = g_strconcat("actplot ", name, " file", NULL);
    g_autoptr(Tree) tree = NULL;
    SchemaVocabulary vocabulary;

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
