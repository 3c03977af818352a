/* definitions.c - functions of a user's own: kept, found, read from a file. */
#include "spec/definitions.h"

#include "spec/figure_fields.h"

#include <stddef.h>
#include <string.h>

static const Definitions *definitions_of(const Scope *scope)
{
    return (const Definitions *)(const void *)((const char *)scope -
                                               offsetof(Definitions, scope));
}

static const Definition *find_definition(const Scope *scope, const char *name)
{
    const GPtrArray *list = definitions_of(scope)->list;

    for (unsigned i = 0; i < list->len; i++) {
        const Definition *definition = g_ptr_array_index(list, i);

        if (strcmp(definition->key, name) == 0)
            return definition;
    }
    return NULL;
}

static void each_definition(const Scope *scope,
                            void (*visit)(const char *name, void *data), void *data)
{
    const GPtrArray *list = definitions_of(scope)->list;

    for (unsigned i = 0; i < list->len; i++) {
        const Definition *definition = g_ptr_array_index(list, i);

        visit(definition->key, data);
    }
}

static void free_parameters(const Parameter *parameters)
{
    for (const Parameter *p = parameters; p && p->name; p++) {
        g_free((char *)p->name);
        g_free((char *)p->symbol);
    }
    g_free((Parameter *)parameters);
}

static void free_definition(void *data)
{
    Definition *definition = data;

    g_free((char *)definition->key);
    g_free((char *)definition->label);
    g_free((char *)definition->formula);
    g_free((char *)definition->derivative);
    free_parameters(definition->parameters);
    g_free(definition);
}

void definitions_init(Definitions *definitions, const Scope *outer)
{
    definitions->list = g_ptr_array_new_with_free_func(free_definition);
    definitions->scope =
        (Scope){.find = find_definition, .each = each_definition, .outer = outer};
}

void definitions_release(Definitions *definitions)
{
    g_ptr_array_unref(definitions->list);
}

void definitions_free(Definitions *definitions)
{
    if (!definitions)
        return;
    definitions_release(definitions);
    g_free(definitions);
}

/* The definitions in a file: all of it, or what stands under its only key `define`, as
 * in a figure. */
static const DocumentNode *inner_map(const DocumentNode *root, Reports *reports)
{
    const DocumentNode *inner =
        root->kind == DOCUMENT_MAP ? document_get(root, "define") : NULL;

    if (!inner || inner->kind != DOCUMENT_MAP || document_get(inner, "formula"))
        return root;
    for (unsigned i = 0; i < root->items->len; i += 2) {
        const DocumentNode *key = g_ptr_array_index(root->items, i);

        if (strcmp(key->text, "define") != 0)
            reports_add(reports, key->span,
                        "'%s' is no part of a catalogue (it holds functions, or "
                        "'define' alone)",
                        key->text);
    }
    return inner;
}

Definitions *definitions_load(const char *path, const Scope *outer, GError **error)
{
    static const Field field = {.key = "catalogue"};
    g_autoptr(Definitions) definitions = g_new0(Definitions, 1);
    g_autoptr(DocumentNode) root = NULL;
    g_autofree char *text = NULL;
    size_t length;
    Reports reports;
    bool good;

    definitions_init(definitions, outer);
    text = document_load(path, &length, error);
    if (!text)
        return NULL;
    Reader reader = {
        .reports = &reports,
        .source = text,
        .definitions = definitions,
        .dpi = 100,
    };
    reports_init(&reports, path, text);
    root = document_parse(text, length, &reports);
    if (root)
        read_define(&reader, &field, inner_map(root, &reports), NULL);
    good = !reports_any(&reports);
    if (!good)
        reports_raise(&reports, error);
    reports_release(&reports);
    return good ? g_steal_pointer(&definitions) : NULL;
}
