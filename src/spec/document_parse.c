/* document_parse.c - from libyaml's events to a tree with places. */
#include "spec/document.h"

#include <string.h>
#include <yaml.h>

/* One run through libyaml's events. libyaml counts characters, the program bytes:
 * the last mark that was converted is kept, since marks mostly move on. */
typedef struct {
    yaml_parser_t parser;
    const char *text; /* of the whole file */
    size_t length;
    size_t skipped; /* bytes of a byte order mark */
    size_t mark_characters;
    size_t mark_bytes;
    Reports *reports;
    bool failed;
} Loader;

/* What libyaml says, and what helps the one who wrote the file. */
static const struct {
    const char *problem, *message;
} problems[] = {
    {"found unknown escape character",
     "'\\' begins no such escape (write \\\\ for a backslash, or use single quotes)"},
    {"mapping values are not allowed in this context",
     "':' is not expected here (a text with ': ' in it needs quotes)"},
    {"found character that cannot start any token",
     "this character cannot begin a text (put the text in quotes; indent with spaces, "
     "not tabs)"},
    {"did not find expected ',' or ']'",
     "',' or ']' is missing (the list is not closed, or a text needs quotes)"},
    {"did not find expected ',' or '}'",
     "',' or '}' is missing (the map is not closed, or a text needs quotes)"},
    {"did not find expected comment or line break",
     "'>' or '|' begins a folded text here (put the text in quotes)"},
    {"could not find expected ':'", "':' is missing after this key"},
    {"did not find expected key",
     "a key is expected here (is the line indented like its neighbours?)"},
    {"did not find expected '-' indicator",
     "'-' is expected here (is the line indented like its neighbours?)"},
    {"found unexpected end of stream", "the quotes are not closed"},
    {"did not find expected <document start>",
     "only one document is allowed, and it ended before this"},
    {"block sequence entries are not allowed in this context",
     "'-' cannot begin a list item here (is the line indented like its neighbours?)"},
    {"found undefined tag handle", "tags are not allowed"},
    {"while scanning an anchor",
     "anchors are not allowed (quote a text that begins with '&')"},
    {"while scanning an alias",
     "aliases are not allowed (quote a text that begins with '*')"},
    {"while scanning a tag",
     "tags are not allowed (quote a text that begins with '!')"},
    {"while parsing a tag", "tags are not allowed (quote a text that begins with '!')"},
};

static size_t byte_of(Loader *loader, yaml_mark_t mark)
{
    const char *end = loader->text + loader->length;
    const char *at;

    if (mark.index < loader->mark_characters) {
        loader->mark_characters = 0;
        loader->mark_bytes = loader->skipped;
    }
    at = loader->text + loader->mark_bytes;
    while (loader->mark_characters < mark.index && at < end) {
        at = g_utf8_next_char(at);
        loader->mark_characters++;
    }
    loader->mark_bytes = (size_t)(at - loader->text);
    return loader->mark_bytes;
}

static void fail(Loader *loader, size_t start, const char *message)
{
    loader->failed = true;
    reports_add(loader->reports, (Span){MIN(start, loader->length), 0}, "%s", message);
}

static void fail_by_parser(Loader *loader)
{
    const yaml_parser_t *parser = &loader->parser;
    const char *problem = parser->problem ? parser->problem : "cannot be read as YAML";

    if (parser->error == YAML_READER_ERROR) {
        reports_repair(loader->reports, loader->length);
        fail(loader, loader->skipped + parser->problem_offset,
             "this character is not allowed in a figure or theme file");
        return;
    }
    for (unsigned i = 0; i < G_N_ELEMENTS(problems); i++)
        if (strcmp(problem, problems[i].problem) == 0 ||
            (parser->context && strcmp(parser->context, problems[i].problem) == 0)) {
            problem = problems[i].message;
            break;
        }
    fail(loader, byte_of(loader, parser->problem_mark), problem);
}

static bool next_event(Loader *loader, yaml_event_t *event)
{
    if (loader->failed)
        return false;
    if (yaml_parser_parse(&loader->parser, event))
        return true;
    fail_by_parser(loader);
    return false;
}

/* Refuses what the language of figure files leaves out of YAML. */
static bool is_allowed(Loader *loader, const yaml_event_t *event,
                       const yaml_char_t *anchor, const yaml_char_t *tag)
{
    if (anchor)
        fail(loader, byte_of(loader, event->start_mark),
             "anchors are not allowed (quote a text that begins with '&')");
    else if (tag)
        fail(loader, byte_of(loader, event->start_mark),
             "tags are not allowed (quote a text that begins with '!')");
    return !loader->failed;
}

/* Characters that escapes such as "\e" smuggle in: neither XML nor terminals take
 * them. They are reported and replaced. */
static void check_characters(Loader *loader, DocumentNode *node, size_t size)
{
    for (char *c = node->text; c < node->text + size; c = g_utf8_next_char(c)) {
        gunichar character = g_utf8_get_char(c);
        bool forbidden = g_unichar_iscntrl(character) && !strchr("\n\t", *c);

        if (!forbidden && character != 0 && (character & 0xfffe) != 0xfffe)
            continue;
        reports_add(loader->reports, node->span,
                    "the character U+%04X is not allowed in a text", character);
        memset(c, '?', (size_t)(g_utf8_next_char(c) - c));
    }
}

static DocumentNode *node_of_scalar(Loader *loader, const yaml_event_t *event)
{
    const char *value = (const char *)event->data.scalar.value;
    size_t size = event->data.scalar.length;
    size_t start = byte_of(loader, event->start_mark);
    size_t end = byte_of(loader, event->end_mark);
    DocumentNode *node;

    if (!is_allowed(loader, event, event->data.scalar.anchor, event->data.scalar.tag))
        return NULL;
    node = g_new0(DocumentNode, 1);
    node->kind = DOCUMENT_TEXT;
    node->span = (Span){start, end - start};
    node->text = g_malloc(size + 1);
    memcpy(node->text, value, size);
    node->text[size] = '\0';
    check_characters(loader, node, size);
    node->plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    node->text_start = node->plain ? start : start + 1;
    node->exact = node->text_start + size <= end &&
                  memcmp(loader->text + node->text_start, value, size) == 0;
    return node;
}

static DocumentNode *read_node(Loader *loader, yaml_event_t *event, int depth,
                               bool in_flow);

/* A list's items up to its end. */
static void read_items(Loader *loader, DocumentNode *list, int depth, bool in_flow)
{
    yaml_event_t event;

    while (next_event(loader, &event)) {
        DocumentNode *item;

        if (event.type == YAML_SEQUENCE_END_EVENT) {
            yaml_event_delete(&event);
            return;
        }
        item = read_node(loader, &event, depth, in_flow);
        if (item)
            g_ptr_array_add(list->items, item);
    }
}

/* One key of a map; a repeated one is reported and dropped with its value. */
static DocumentNode *read_key(Loader *loader, yaml_event_t *event, GHashTable *seen,
                              int depth, bool in_flow)
{
    DocumentNode *key = read_node(loader, event, depth, in_flow);

    if (!key)
        return NULL;
    if (key->kind != DOCUMENT_TEXT) {
        fail(loader, key->span.start, "a key must be a text");
    } else if (!g_hash_table_contains(seen, key->text)) {
        g_hash_table_add(seen, key->text);
        return key;
    } else {
        reports_add(loader->reports, key->span, "the key '%s' is given twice",
                    key->text);
    }
    document_node_free(key);
    return NULL;
}

/* An empty value's place is after its key, not where the next text begins. */
static void place_empty(Loader *loader, const DocumentNode *key, DocumentNode *value)
{
    size_t end = key->span.start + key->span.length;

    if (value->kind != DOCUMENT_TEXT || !value->plain || value->text[0] != '\0')
        return;
    end += strspn(loader->text + end, " ");
    value->span = (Span){loader->text[end] == ':' ? end + 1 : end, 0};
}

static void read_pairs(Loader *loader, DocumentNode *map, int depth, bool in_flow)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    yaml_event_t event;

    while (next_event(loader, &event)) {
        DocumentNode *key, *value;

        if (event.type == YAML_MAPPING_END_EVENT) {
            yaml_event_delete(&event);
            return;
        }
        key = read_key(loader, &event, seen, depth, in_flow);
        value = next_event(loader, &event) ? read_node(loader, &event, depth, in_flow)
                                           : NULL;
        if (key && value) {
            place_empty(loader, key, value);
            g_ptr_array_add(map->items, key);
            g_ptr_array_add(map->items, value);
            continue;
        }
        if (key)
            g_hash_table_remove(seen, key->text);
        document_node_free(key);
        document_node_free(value);
    }
}

static DocumentNode *collection_new(Loader *loader, const yaml_event_t *event,
                                    DocumentKind kind, int depth)
{
    size_t start = byte_of(loader, event->start_mark);
    DocumentNode *node;

    if (depth >= DOCUMENT_MAX_DEPTH) {
        fail(loader, start, "lists and maps are nested too deeply");
        return NULL;
    }
    node = document_node_new(kind);
    node->span = (Span){start, event->end_mark.index - event->start_mark.index};
    return node;
}

/* The node that event begins; event is deleted. NULL: a fault was reported. */
static DocumentNode *read_node(Loader *loader, yaml_event_t *event, int depth,
                               bool in_flow)
{
    DocumentNode *node = NULL;
    bool flow = in_flow;

    switch (event->type) {
    case YAML_SCALAR_EVENT:
        node = node_of_scalar(loader, event);
        break;
    case YAML_SEQUENCE_START_EVENT:
        flow = event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
        if (is_allowed(loader, event, event->data.sequence_start.anchor,
                       event->data.sequence_start.tag))
            node = collection_new(loader, event, DOCUMENT_LIST, depth);
        break;
    case YAML_MAPPING_START_EVENT:
        flow = event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
        if (is_allowed(loader, event, event->data.mapping_start.anchor,
                       event->data.mapping_start.tag))
            node = collection_new(loader, event, DOCUMENT_MAP, depth);
        break;
    case YAML_ALIAS_EVENT:
        fail(loader, byte_of(loader, event->start_mark),
             "aliases are not allowed (quote a text that begins with '*')");
        break;
    default:
        fail(loader, byte_of(loader, event->start_mark), "cannot be read as YAML");
        break;
    }
    yaml_event_delete(event);
    if (!node)
        return NULL;
    node->in_flow = in_flow;
    if (node->kind == DOCUMENT_LIST)
        read_items(loader, node, depth + 1, flow);
    else if (node->kind == DOCUMENT_MAP)
        read_pairs(loader, node, depth + 1, flow);
    return node;
}

/* After the stream's beginning: one document or none. */
static DocumentNode *read_document(Loader *loader)
{
    DocumentNode *root = NULL;
    yaml_event_t event;

    while (next_event(loader, &event)) {
        yaml_event_type_t type = event.type;
        size_t start = byte_of(loader, event.start_mark);

        if (type == YAML_SCALAR_EVENT || type == YAML_SEQUENCE_START_EVENT ||
            type == YAML_MAPPING_START_EVENT || type == YAML_ALIAS_EVENT) {
            root = read_node(loader, &event, 0, false);
            continue;
        }
        yaml_event_delete(&event);
        if (type == YAML_STREAM_END_EVENT)
            break;
        if (type == YAML_DOCUMENT_START_EVENT && root)
            fail(loader, start, "only one document is allowed in a file");
    }
    if (!root && !loader->failed) {
        root = document_node_new(DOCUMENT_MAP);
    }
    return root;
}

static bool is_readable(const char *text, size_t length, Reports *reports)
{
    const char *end;

    if (length > DOCUMENT_MAX_BYTES) {
        reports_add(reports, (Span){0, 0},
                    "the file is larger than 1 MiB, the most that is read");
        return false;
    }
    if (!g_utf8_validate_len(text, length, &end)) {
        reports_repair(reports, length);
        reports_add(reports, (Span){(size_t)(end - text), 0}, "%s",
                    *end == '\0' ? "the character \\0 is not allowed"
                                 : "not valid UTF-8 from here on");
        return false;
    }
    return true;
}

static DocumentNode *parse(Loader *loader)
{
    DocumentNode *root;

    loader->mark_bytes = loader->skipped;
    if (!yaml_parser_initialize(&loader->parser))
        g_error("out of memory"); /* as GLib does */
    yaml_parser_set_encoding(&loader->parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&loader->parser,
                                 (const unsigned char *)loader->text + loader->skipped,
                                 loader->length - loader->skipped);
    root = read_document(loader);
    yaml_parser_delete(&loader->parser);
    if (!loader->failed)
        return root;
    document_node_free(root);
    return NULL;
}

DocumentNode *document_parse(const char *text, size_t length, Reports *reports)
{
    Loader loader = {.text = text, .length = length, .reports = reports};

    if (!is_readable(text, length, reports))
        return NULL;
    /* libyaml would count it as a column of the first line's indentation. */
    if (g_str_has_prefix(text, "\xef\xbb\xbf"))
        loader.skipped = 3;
    return parse(&loader);
}

DocumentNode *document_parse_part(const char *text, size_t start, size_t end,
                                  Reports *reports)
{
    Loader loader = {.text = text, .length = end, .skipped = start, .reports = reports};

    return parse(&loader);
}
