/* script.c - a graph of nodes as program text. */
#include "formula/script.h"

#include "base/number.h"
#include "formula/operation.h"
#include "formula/script_words.h"

#include <math.h>
#include <string.h>

/* Texts nested deeper than this, or needed twice, get a name of their own. */
enum { NESTED_MAX = 12 };

typedef struct {
    char *text;
    int depth;
    bool atom; /* a name, a number or a call: no parentheses needed */
} Part;

typedef struct {
    NodePool *pool;
    ScriptLanguage language;
    const ScriptName *names;
    GHashTable *called;
    GHashTable *expansions; /* Node to Node */
    GHashTable *uses;       /* Node to count */
    GHashTable *parts;      /* Node to Part */
    GPtrArray *order;       /* of Node, arguments first */
    GString *statements;
    unsigned temporaries;
} Script;

static void free_part(gpointer data)
{
    g_free(((Part *)data)->text);
    g_free(data);
}

/* The node in operations that have words. */
static const Node *expansion(Script *script, const Node *node)
{
    const Node *at = node;
    while (at->operation && !script_word(at->operation, script->language)) {
        const Node *known = g_hash_table_lookup(script->expansions, at);
        if (!known) {
            bool before = node_pool_set_rewriting(script->pool, false);
            known = at->operation->expand(script->pool, at);
            node_pool_set_rewriting(script->pool, before);
            g_hash_table_insert(script->expansions, (gpointer)at, (gpointer)known);
        }
        at = known;
    }
    return at;
}

/* Lists what node needs before it; without recursion, for graphs may be deep. */
static void put_in_order(Script *script, const Node *root)
{
    g_autoptr(GPtrArray) todo = g_ptr_array_new();
    g_autoptr(GHashTable) open = g_hash_table_new(NULL, NULL);
    g_ptr_array_add(todo, (gpointer)expansion(script, root));
    while (todo->len > 0) {
        const Node *node = g_ptr_array_index(todo, todo->len - 1);
        bool is_new = !g_hash_table_contains(script->uses, node);
        if (is_new && g_hash_table_add(open, (gpointer)node)) {
            for (int i = NODE_ARGUMENTS; i-- > 0;)
                if (node->argument[i])
                    g_ptr_array_add(todo,
                                    (gpointer)expansion(script, node->argument[i]));
            continue;
        }
        g_ptr_array_set_size(todo, (int)todo->len - 1);
        if (!is_new)
            continue;
        g_hash_table_insert(script->uses, (gpointer)node, GINT_TO_POINTER(0));
        g_ptr_array_add(script->order, (gpointer)node);
    }
}

static void count_uses(Script *script)
{
    for (guint i = 0; i < script->order->len; i++) {
        const Node *node = g_ptr_array_index(script->order, i);
        const ScriptWord *word =
            node->operation ? script_word(node->operation, script->language) : NULL;
        for (int k = 0; k < NODE_ARGUMENTS; k++) {
            if (!node->argument[k])
                continue;
            const Node *argument = expansion(script, node->argument[k]);
            int uses = GPOINTER_TO_INT(g_hash_table_lookup(script->uses, argument));
            g_hash_table_insert(script->uses, (gpointer)argument,
                                GINT_TO_POINTER(uses + (word->twice ? 2 : 1)));
        }
    }
}

/* Numbers always have a point or an exponent: in gnuplot 1/2 is 0. */
static char *constant_text(ScriptLanguage language, double value)
{
    if (isnan(value))
        return g_strdup("NaN");
    if (isinf(value))
        return g_strdup(language == SCRIPT_GNUPLOT
                            ? value < 0 ? "(-1e308*10.0)" : "(1e308*10.0)"
                        : value < 0 ? "(-Infinity)"
                                    : "Infinity");
    char buffer[NUMBER_SIZE];
    number_format(value, buffer);
    bool whole = strspn(buffer, "-0123456789") == strlen(buffer);
    return g_strdup_printf("%s%s%s%s", signbit(value) ? "(" : "", buffer,
                           whole && language == SCRIPT_GNUPLOT ? ".0" : "",
                           signbit(value) ? ")" : "");
}

static const char *symbol_text(const Script *script, const char *symbol)
{
    for (const ScriptName *name = script->names; name && name->symbol; name++)
        if (strcmp(name->symbol, symbol) == 0)
            return name->text;
    return symbol;
}

/* Fills in a word's places: `Math.exp($1)`. */
static Part *operation_part(Script *script, const Node *node)
{
    const ScriptWord *word = script_word(node->operation, script->language);
    Part *part = g_new0(Part, 1);
    GString *text = g_string_new(NULL);
    for (const char *at = word->text; *at; at++) {
        if (*at != '$') {
            g_string_append_c(text, *at);
            continue;
        }
        const Node *argument = node->argument[*++at - '1'];
        const Part *inner =
            g_hash_table_lookup(script->parts, expansion(script, argument));
        bool bare = inner->atom || word->is_call;
        g_string_append_printf(text, bare ? "%s" : "(%s)", inner->text);
        part->depth = MAX(part->depth, inner->depth + 1);
    }
    if (word->function)
        g_hash_table_add(script->called, (gpointer)word->function);
    part->atom = word->is_call;
    part->text = g_string_free(text, FALSE);
    return part;
}

static void name_part(Script *script, Part *part)
{
    g_autofree char *text = part->text;
    part->text = g_strdup_printf("t%u", ++script->temporaries);
    if (script->language == SCRIPT_JAVASCRIPT)
        g_string_append_printf(script->statements, "const %s = %s;\n", part->text,
                               text);
    else
        g_string_append_printf(script->statements, "%s = (%s), ", part->text, text);
    part->depth = 0;
    part->atom = true;
}

static void write_parts(Script *script)
{
    for (guint i = 0; i < script->order->len; i++) {
        const Node *node = g_ptr_array_index(script->order, i);
        Part *part;
        if (node->operation) {
            int uses = GPOINTER_TO_INT(g_hash_table_lookup(script->uses, node));
            part = operation_part(script, node);
            if (uses > 1 || part->depth > NESTED_MAX)
                name_part(script, part);
        } else {
            part = g_new0(Part, 1);
            part->atom = true;
            part->text = node->symbol ? g_strdup(symbol_text(script, node->symbol))
                                      : constant_text(script->language, node->value);
        }
        g_hash_table_insert(script->parts, (gpointer)node, part);
    }
}

char *script_print(NodePool *pool, const Node *const nodes[], size_t count,
                   ScriptLanguage language, const ScriptName *names, GHashTable *called)
{
    g_autoptr(GHashTable) expansions = g_hash_table_new(NULL, NULL);
    g_autoptr(GHashTable) uses = g_hash_table_new(NULL, NULL);
    g_autoptr(GHashTable) parts = g_hash_table_new_full(NULL, NULL, NULL, free_part);
    g_autoptr(GPtrArray) order = g_ptr_array_new();
    Script script = {
        .pool = pool,
        .language = language,
        .names = names,
        .called = called,
        .expansions = expansions,
        .uses = uses,
        .parts = parts,
        .order = order,
        .statements = g_string_new(NULL),
    };
    g_autoptr(GString) result = g_string_new(NULL);
    for (size_t i = 0; i < count; i++)
        put_in_order(&script, nodes[i]);
    count_uses(&script);
    write_parts(&script);
    for (size_t i = 0; i < count; i++) {
        const Part *part = g_hash_table_lookup(parts, expansion(&script, nodes[i]));
        g_string_append_printf(result, "%s%s", i > 0 ? ", " : "", part->text);
    }
    if (language == SCRIPT_JAVASCRIPT)
        g_string_append_printf(script.statements, "return [%s];\n", result->str);
    else if (script.temporaries > 0)
        g_string_append_printf(g_string_prepend_c(script.statements, '('), "%s)",
                               result->str);
    else
        g_string_append(script.statements, result->str);
    return g_string_free(script.statements, FALSE);
}
