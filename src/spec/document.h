/* document.h - a YAML file as a tree of texts, lists and maps that know their place.
 *
 * The tree is built from libyaml's events, because its document interface loses
 * anchors, aliases and tags, which have to be refused. Nothing is interpreted here:
 * `on`, `1_000` and `~` are texts like any other.
 */
#ifndef ACTPLOT_SPEC_DOCUMENT_H
#define ACTPLOT_SPEC_DOCUMENT_H

#include "spec/report.h"

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

enum {
    DOCUMENT_MAX_BYTES = 1024 * 1024,
    DOCUMENT_MAX_DEPTH = 20, /* of lists and maps in each other */
};

typedef enum { DOCUMENT_TEXT, DOCUMENT_LIST, DOCUMENT_MAP } DocumentKind;

typedef struct DocumentNode DocumentNode;
struct DocumentNode {
    DocumentKind kind;
    Span span;         /* of a text with its quotes; of a list or map its beginning */
    char *text;        /* of a text; else NULL */
    bool plain;        /* a text without quotes */
    bool in_flow;      /* stands inside [...] or {...} */
    bool exact;        /* the text stands in the file byte for byte, */
    size_t text_start; /* from here on */
    GPtrArray *items;  /* of DocumentNode *: a list's items; a map's keys and values in
                          turn, keys being texts without repetition; else NULL */
};

/* The text of a file, ended by a NUL, its length in *length; the caller's. Reads at
 * most one byte more than document_parse() takes. NULL: it cannot be read. */
char *document_load(const char *path, size_t *length, GError **error);

/* Reads text, length bytes followed by a NUL. On failure NULL, with the faults in
 * reports (made for the same text). An empty file is an empty map. */
DocumentNode *document_parse(const char *text, size_t length, Reports *reports);

/* Reads a part of a longer text, of which places are told; nothing of that text before
 * start counts as indentation. */
DocumentNode *document_parse_part(const char *text, size_t start, size_t end,
                                  Reports *reports);

/* A node of that kind without a place: a text that is empty, a list or map without
 * items. */
DocumentNode *document_node_new(DocumentKind kind);
void document_node_free(DocumentNode *node);

/* The value of a map's key; NULL: it has no such key. */
const DocumentNode *document_get(const DocumentNode *map, const char *key);

/* Appends a tree as YAML that reads back as the same tree, ended by a newline. */
void document_write(GString *out, const DocumentNode *root);

/* `"a"`: any UTF-8 text, whatever it holds. */
void document_write_quoted(GString *out, const char *text, size_t length);

/* `a text`, `a list`, `a map`: for messages. */
const char *document_kind_name(DocumentKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(DocumentNode, document_node_free)

#endif
