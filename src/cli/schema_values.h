/* schema_values.h - what a row of a field table says of its values, as a JSON schema.
 */
#ifndef ACTPLOT_CLI_SCHEMA_VALUES_H
#define ACTPLOT_CLI_SCHEMA_VALUES_H

#include "cli/tree.h"
#include "spec/figure.h"

#include <stdbool.h>

/* The rows of all keys, whose maps values may name. */
typedef struct {
    const FigureKey *keys;
    unsigned count;
} SchemaVocabulary;

/* The map that names an experiment; which keys it has depends on the name. */
#define SCHEMA_EXPERIMENT "experiment"

/* Values of a key; is_item: text describes an item of a list. */
Tree *schema_values(const SchemaVocabulary *vocabulary, const char *text, bool is_item);
/* `a | b`, which stand for themselves. */
Tree *schema_words(const char *text);
/* Of JSON types, with commas between them; pattern of those that are texts, or NULL. */
Tree *schema_typed(const char *types, const char *pattern);
/* To the map of that name. */
Tree *schema_reference(const char *place);

/* Whether place is among those that where names, `figure, panel`. */
bool schema_stands_in(const char *where, const char *place);

#endif
