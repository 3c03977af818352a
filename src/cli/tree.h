/* tree.h - nested values for JSON, and flattened for CSV. */
#ifndef ACTPLOT_CLI_TREE_H
#define ACTPLOT_CLI_TREE_H

#include <glib.h>
#include <stdbool.h>

typedef struct Tree Tree;

/* Significant digits that give the same double again, and those of computed facts. */
enum { TREE_EXACT_DIGITS = 17, TREE_FACT_DIGITS = 15 };

/* A number that JSON cannot write becomes the text "inf" or "-inf"; NaN becomes
 * null. text NULL is null. */
Tree *tree_object(void);
Tree *tree_array(void);
Tree *tree_number(double value, int digits);
Tree *tree_text(const char *text);
Tree *tree_flag(bool value);
Tree *tree_null(void);
void tree_free(Tree *tree);

/* They take the child. key is borrowed and must outlive the tree. */
void tree_put(Tree *object, const char *key, Tree *child);
void tree_push(Tree *array, Tree *child);

/* JSON, indented; arrays of plain values stand on one line. No newline at the end. */
void tree_append_json(const Tree *tree, GString *out);

/* Calls visit for every plain value, with its place (`range.high.value`); an array of
 * plain values is one text with `; ` between, other elements are counted
 * (`extrema.0.x`). A null is an empty text. */
void tree_flatten(const Tree *tree,
                  void (*visit)(const char *path, const char *text, void *data),
                  void *data);

/* Text in JSON's quotes; text as a cell of CSV, in quotes where it needs them. */
void append_json_text(GString *out, const char *text);
void append_csv_cell(GString *out, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Tree, tree_free)

#endif
