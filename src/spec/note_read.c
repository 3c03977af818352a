/* note_read.c - `lines:` and `notes:` of figure files. */
#include "spec/figure_fields.h"

#include <math.h>
#include <string.h>

enum { ITEMS_MAX = 1000 };

bool node_is_item(Reader *reader, const DocumentNode *node, const char *what)
{
    if (node->kind == DOCUMENT_MAP)
        return true;
    reports_add(reader->reports, node->span, "%s must be a map, not %s", what,
                document_kind_name(node->kind));
    return false;
}

void read_lines(Reader *reader, const Field *field, const DocumentNode *node,
                void *target)
{
    PanelSpec *panel = target;

    if (!node_is_list(reader, field, node, 0, ITEMS_MAX))
        return;
    for (unsigned i = 0; i < node->items->len; i++) {
        const DocumentNode *item = g_ptr_array_index(node->items, i);
        LineSpec line = {.x = NAN, .y = NAN, .width_pt = NAN};

        if (!node_is_item(reader, item, "a line"))
            continue;
        fields_read(reader, figure_fields, IN_LINE, item, &line);
        if (!document_get(item, "x") == !document_get(item, "y"))
            reports_add(reader->reports, item->span,
                        "a line needs either 'x' or 'y', as in `{y: 0.25}`");
        g_array_append_val(panel->lines, line);
    }
}

/* A list of two, each read by read_one. */
static void read_pair(Reader *reader, const Field *field, const DocumentNode *node,
                      bool (*read_one)(Reader *, const Field *, const DocumentNode *,
                                       double *),
                      double *first, double *second)
{
    if (!node_is_list(reader, field, node, 2, 2))
        return;
    read_one(reader, field, g_ptr_array_index(node->items, 0), first);
    read_one(reader, field, g_ptr_array_index(node->items, 1), second);
}

void read_at(Reader *reader, const Field *field, const DocumentNode *node, void *target)
{
    NoteSpec *note = target;

    read_pair(reader, field, node, node_number, &note->x, &note->y);
}

void read_offset(Reader *reader, const Field *field, const DocumentNode *node,
                 void *target)
{
    NoteSpec *note = target;

    read_pair(reader, field, node, node_length, &note->offset_x_pt, &note->offset_y_pt);
}

void read_notes(Reader *reader, const Field *field, const DocumentNode *node,
                void *target)
{
    PanelSpec *panel = target;

    if (!node_is_list(reader, field, node, 0, ITEMS_MAX))
        return;
    for (unsigned i = 0; i < node->items->len; i++) {
        const DocumentNode *item = g_ptr_array_index(node->items, i);
        NoteSpec note = {.x = NAN, .y = NAN, .offset_x_pt = NAN, .offset_y_pt = NAN};

        if (!node_is_item(reader, item, "a note"))
            continue;
        fields_read(reader, figure_fields, IN_NOTE, item, &note);
        if (!document_get(item, "at") || !document_get(item, "text"))
            reports_add(reader->reports, item->span, "a note needs 'at' and 'text'");
        g_array_append_val(panel->notes, note);
    }
}
