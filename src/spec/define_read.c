/* define_read.c - `define:` of figure files, and catalogue files. */
#include "spec/figure_fields.h"

#include "formula/lexer.h"
#include "formula/operation.h"

#include <math.h>
#include <string.h>

enum { DEFINITIONS_MAX = 200, PARAMETERS_MAX = 20 };

static bool is_reserved(const char *name)
{
    static const char *const words[] = {"x", "pi", "e", "diff", "inf", "nan"};

    for (unsigned i = 0; i < G_N_ELEMENTS(words); i++)
        if (strcmp(words[i], name) == 0)
            return true;
    return operation_find(name) != NULL;
}

static void clear_parameter(void *data)
{
    Parameter *parameter = data;

    g_free((char *)parameter->name);
    g_free((char *)parameter->symbol);
}

void read_parameters(Reader *reader, const Field *field, const DocumentNode *node,
                     void *target)
{
    DefineSpec *define = target;

    if (!node_is(reader, field, node, DOCUMENT_MAP))
        return;
    if (node->items->len / 2 > PARAMETERS_MAX) {
        reports_add(reader->reports, node->span, "'parameters' must be at most %d",
                    PARAMETERS_MAX);
        return;
    }
    for (unsigned i = 0; i + 1 < node->items->len; i += 2) {
        const DocumentNode *key = g_ptr_array_index(node->items, i);
        const Field value = {.key = key->text};
        Parameter parameter = {.minimum = -INFINITY, .maximum = INFINITY};

        if (!is_name(key->text) || is_reserved(key->text)) {
            reports_add(reader->reports, key->span,
                        "'%s' cannot be the name of a parameter", key->text);
            continue;
        }
        if (!node_number(reader, &value, g_ptr_array_index(node->items, i + 1),
                         &parameter.value))
            continue;
        parameter.name = g_strdup(key->text);
        parameter.symbol =
            g_strdup(lexer_greek(key->text) ? lexer_greek(key->text) : key->text);
        g_array_append_val(define->parameters, parameter);
    }
}

static bool is_free_name(Reader *reader, const Field *field, const DocumentNode *key)
{
    const Scope *outer = reader->definitions->scope.outer;
    const Definition *known;

    if (!is_name(key->text)) {
        reports_add(reader->reports, key->span,
                    "'%s' cannot be the name of a function (use letters, digits and "
                    "'_')",
                    key->text);
        return false;
    }
    known = outer ? scope_find(outer, key->text) : NULL;
    if (is_reserved(key->text) || (known && strcmp(known->key, key->text) == 0)) {
        reports_add(reader->reports, key->span,
                    "'%s' is already the name of a function of the program (use "
                    "another, such as 'my_%s')",
                    key->text, key->text);
        return false;
    }
    /* A figure may take an alias for itself: the catalogue's function keeps its key. */
    if (known && strcmp(field->key, "define") != 0) {
        reports_add(reader->reports, key->span,
                    "'%s' is already a name of '%s' (use another, such as 'my_%s')",
                    key->text, known->key, key->text);
        return false;
    }
    return true;
}

/* Takes what spec holds. */
static Definition *definition_new(const char *name, DefineSpec *spec)
{
    Definition *definition = g_new0(Definition, 1);

    definition->key = g_strdup(name);
    definition->label = g_strdup(spec->label ? spec->label : name);
    definition->formula = g_steal_pointer(&spec->formula);
    definition->derivative = g_steal_pointer(&spec->derivative);
    if (spec->parameters->len > 0) {
        g_array_set_clear_func(spec->parameters, NULL);
        definition->parameters = (Parameter *)(void *)g_array_free(
            g_steal_pointer(&spec->parameters), FALSE);
    }
    return definition;
}

/* One entry into the figure's definitions; NULL after a report. */
static Definition *read_definition(Reader *reader, const Field *field,
                                   const DocumentNode *key, const DocumentNode *node)
{
    DefineSpec spec = {.formula = NULL};
    Definition *definition = NULL;

    spec.parameters = g_array_new(TRUE, TRUE, sizeof(Parameter));
    g_array_set_clear_func(spec.parameters, clear_parameter);
    if (node->kind == DOCUMENT_MAP)
        fields_read(reader, figure_fields, IN_DEFINITION, node, &spec);
    else if (node_is(reader, field, node, DOCUMENT_TEXT))
        spec.formula = g_strdup(node->text);
    if (node->kind == DOCUMENT_MAP && !document_get(node, "formula"))
        reports_add(reader->reports, node->span, "a definition needs 'formula'");
    if (is_free_name(reader, field, key) && spec.formula) {
        definition = definition_new(key->text, &spec);
        g_ptr_array_add(reader->definitions->list, definition);
    }
    g_free(spec.formula);
    g_free(spec.label);
    g_free(spec.derivative);
    if (spec.parameters)
        g_array_unref(spec.parameters);
    return definition;
}

static GArray *bindings_of(const Definition *definition)
{
    GArray *bindings = g_array_new(TRUE, TRUE, sizeof(Binding));

    for (const Parameter *p = definition->parameters; p && p->name; p++) {
        Binding binding = {p->name, p->value};

        g_array_append_val(bindings, binding);
    }
    return bindings;
}

/* Checks both formulas. A faulty one becomes `x`, so that each fault is told once,
 * not again by every curve that calls the function. */
static void check_definition(Reader *reader, Definition *definition,
                             const DocumentNode *node)
{
    bool is_map = node->kind == DOCUMENT_MAP;
    const DocumentNode *formula = is_map ? document_get(node, "formula") : node;
    const DocumentNode *derivative = is_map ? document_get(node, "derivative") : NULL;
    g_autoptr(GArray) bindings = bindings_of(definition);
    const Binding *bound = (const Binding *)(void *)bindings->data;

    if (!check_formula(reader, formula, definition->formula, bound)) {
        g_free((char *)definition->formula);
        definition->formula = g_strdup("x");
    }
    if (definition->derivative &&
        !check_formula(reader, derivative, definition->derivative, bound)) {
        g_free((char *)definition->derivative);
        definition->derivative = NULL;
    }
}

void read_define(Reader *reader, const Field *field, const DocumentNode *node,
                 void *target)
{
    g_autoptr(GPtrArray) read = NULL; /* a definition or NULL, for each pair */

    (void)target;
    if (!node_is(reader, field, node, DOCUMENT_MAP))
        return;
    if (node->items->len / 2 > DEFINITIONS_MAX) {
        reports_add(reader->reports, node->span, "%s must have at most %d entries",
                    field->key, DEFINITIONS_MAX);
        return;
    }
    read = g_ptr_array_new();
    for (unsigned i = 0; i + 1 < node->items->len; i += 2)
        g_ptr_array_add(read, read_definition(reader, field,
                                              g_ptr_array_index(node->items, i),
                                              g_ptr_array_index(node->items, i + 1)));
    for (unsigned i = 0; i < read->len; i++)
        if (g_ptr_array_index(read, i))
            check_definition(reader, g_ptr_array_index(read, i),
                             g_ptr_array_index(node->items, 2 * i + 1));
}
