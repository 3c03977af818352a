/* tree.c - nested values for JSON, and flattened for CSV. */
#include "cli/tree.h"

#include "base/number.h"

#include <math.h>
#include <string.h>

typedef enum { TREE_PLAIN, TREE_OBJECT, TREE_ARRAY } TreeKind;

struct Tree {
    TreeKind kind;
    char *text;          /* of a plain value; NULL: null */
    bool quoted;         /* a text, not a number or a flag */
    GPtrArray *children; /* owns Tree; NULL: plain */
    GPtrArray *keys;     /* of an object: as many, borrowed */
};

/* --- Building --- */

static Tree *tree_new(TreeKind kind)
{
    Tree *tree = g_new0(Tree, 1);

    tree->kind = kind;
    if (kind != TREE_PLAIN)
        tree->children = g_ptr_array_new_with_free_func((GDestroyNotify)tree_free);
    if (kind == TREE_OBJECT)
        tree->keys = g_ptr_array_new();
    return tree;
}

Tree *tree_object(void)
{
    return tree_new(TREE_OBJECT);
}

Tree *tree_array(void)
{
    return tree_new(TREE_ARRAY);
}

Tree *tree_null(void)
{
    return tree_new(TREE_PLAIN);
}

Tree *tree_number(double value, int digits)
{
    char buffer[NUMBER_SIZE];
    Tree *tree = tree_new(TREE_PLAIN);

    if (isnan(value))
        return tree;
    tree->text = g_strdup(digits >= TREE_EXACT_DIGITS
                              ? number_format(value, buffer)
                              : number_format_digits(value, digits, buffer));
    tree->quoted = isinf(value);
    return tree;
}

Tree *tree_text(const char *text)
{
    Tree *tree = tree_new(TREE_PLAIN);

    tree->text = g_strdup(text);
    tree->quoted = true;
    return tree;
}

Tree *tree_flag(bool value)
{
    Tree *tree = tree_new(TREE_PLAIN);

    tree->text = g_strdup(value ? "true" : "false");
    return tree;
}

void tree_free(Tree *tree)
{
    if (tree == NULL)
        return;
    g_free(tree->text);
    g_clear_pointer(&tree->children, g_ptr_array_unref);
    g_clear_pointer(&tree->keys, g_ptr_array_unref);
    g_free(tree);
}

void tree_put(Tree *object, const char *key, Tree *child)
{
    g_assert(object->kind == TREE_OBJECT);
    g_ptr_array_add(object->keys, (gpointer)key);
    g_ptr_array_add(object->children, child);
}

void tree_push(Tree *array, Tree *child)
{
    g_assert(array->kind == TREE_ARRAY);
    g_ptr_array_add(array->children, child);
}

/* --- JSON --- */

void append_json_text(GString *out, const char *text)
{
    g_string_append_c(out, '"');
    for (; *text != '\0'; text++) {
        if (*text == '"' || *text == '\\')
            g_string_append_printf(out, "\\%c", *text);
        else if ((unsigned char)*text < ' ')
            g_string_append_printf(out, "\\u%04x", (unsigned)*text);
        else
            g_string_append_c(out, *text);
    }
    g_string_append_c(out, '"');
}

static bool has_plain_children(const Tree *tree)
{
    for (unsigned i = 0; i < tree->children->len; i++) {
        if (((const Tree *)tree->children->pdata[i])->kind != TREE_PLAIN)
            return false;
    }
    return true;
}

static void append_indent(GString *out, int depth)
{
    g_string_append_printf(out, "\n%*s", 2 * depth, "");
}

static void append_value(const Tree *tree, GString *out, int depth)
{
    bool object = tree->kind == TREE_OBJECT;

    if (tree->kind == TREE_PLAIN && tree->quoted && tree->text != NULL) {
        append_json_text(out, tree->text);
        return;
    }
    if (tree->kind == TREE_PLAIN) {
        g_string_append(out, tree->text != NULL ? tree->text : "null");
        return;
    }
    bool inline_values = !object && has_plain_children(tree);
    g_string_append_c(out, object ? '{' : '[');
    for (unsigned i = 0; i < tree->children->len; i++) {
        if (i > 0)
            g_string_append(out, inline_values ? ", " : ",");
        if (!inline_values)
            append_indent(out, depth + 1);
        if (object) {
            append_json_text(out, tree->keys->pdata[i]);
            g_string_append(out, ": ");
        }
        append_value(tree->children->pdata[i], out, depth + 1);
    }
    if (!inline_values && tree->children->len > 0)
        append_indent(out, depth);
    g_string_append_c(out, object ? '}' : ']');
}

void tree_append_json(const Tree *tree, GString *out)
{
    append_value(tree, out, 0);
}

/* --- CSV --- */

void append_csv_cell(GString *out, const char *text)
{
    if (strpbrk(text, ",\"\r\n") == NULL) {
        g_string_append(out, text);
        return;
    }
    g_string_append_c(out, '"');
    for (; *text != '\0'; text++) {
        if (*text == '"')
            g_string_append_c(out, '"');
        g_string_append_c(out, *text);
    }
    g_string_append_c(out, '"');
}

typedef struct {
    void (*visit)(const char *path, const char *text, void *data);
    void *data;
} Visitor;

static char *joined_children(const Tree *tree)
{
    g_autoptr(GString) text = g_string_new(NULL);

    for (unsigned i = 0; i < tree->children->len; i++) {
        const Tree *child = tree->children->pdata[i];
        g_string_append_printf(text, "%s%s", i > 0 ? "; " : "",
                               child->text != NULL ? child->text : "");
    }
    return g_string_free(g_steal_pointer(&text), FALSE);
}

static void flatten(const Tree *tree, const char *path, const Visitor *visitor)
{
    if (tree->kind == TREE_PLAIN) {
        visitor->visit(path, tree->text != NULL ? tree->text : "", visitor->data);
        return;
    }
    if (tree->kind == TREE_ARRAY && has_plain_children(tree)) {
        g_autofree char *text = joined_children(tree);
        visitor->visit(path, text, visitor->data);
        return;
    }
    for (unsigned i = 0; i < tree->children->len; i++) {
        const char *dot = *path != '\0' ? "." : "";
        g_autofree char *below =
            tree->kind == TREE_OBJECT
                ? g_strconcat(path, dot, tree->keys->pdata[i], NULL)
                : g_strdup_printf("%s%s%u", path, dot, i);
        flatten(tree->children->pdata[i], below, visitor);
    }
}

void tree_flatten(const Tree *tree,
                  void (*visit)(const char *path, const char *text, void *data),
                  void *data)
{
    const Visitor visitor = {visit, data};

    flatten(tree, "", &visitor);
}
