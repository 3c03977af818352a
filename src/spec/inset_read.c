/* inset_read.c - `insets:` of figure files. */
#include "spec/figure_fields.h"

#include <math.h>
#include <string.h>

enum { INSETS_MAX = 20 };

static const double DEFAULT_SIZE = 0.36;

static const Word place_words[] = {PLACE_WORDS, {NULL, 0}};

void read_inset_at(Reader *reader, const Field *field, const DocumentNode *node,
                   void *target)
{
    const Field place = {
        .key = field->key, .offset = offsetof(InsetSpec, place), .words = place_words};
    const Field share = {.key = field->key, .minimum = 0, .maximum = 1};
    InsetSpec *inset = target;

    if (node->kind != DOCUMENT_LIST) {
        read_word(reader, &place, node, target);
        return;
    }
    if (node_is_list(reader, field, node, 2, 2) &&
        node_number(reader, &share, node->items->pdata[0], &inset->left))
        node_number(reader, &share, node->items->pdata[1], &inset->top);
}

void read_inset_size(Reader *reader, const Field *field, const DocumentNode *node,
                     void *target)
{
    InsetSpec *inset = target;

    if (node->kind != DOCUMENT_LIST) {
        if (node_number(reader, field, node, &inset->width))
            inset->height = inset->width;
        return;
    }
    if (node_is_list(reader, field, node, 2, 2) &&
        node_number(reader, field, node->items->pdata[0], &inset->width))
        node_number(reader, field, node->items->pdata[1], &inset->height);
}

void read_inset_title(Reader *reader, const Field *field, const DocumentNode *node,
                      void *target)
{
    const Field title = {.key = field->key, .offset = offsetof(PanelSpec, title)};
    InsetSpec *inset = target;

    read_label(reader, &title, node, inset->panel);
}

/* An inset that shows the panel's own curves has to say what part of them. */
static void check_inset(Reader *reader, const DocumentNode *item,
                        const InsetSpec *inset)
{
    const PanelSpec *panel = inset->panel;

    if (!document_get(item, "curves") && isnan(panel->x.low) && isnan(panel->x.high) &&
        !document_get(item, "x"))
        reports_add(reader->reports, item->span,
                    "an inset needs 'x' (the part to be shown), 'curves' or both");
    for (unsigned i = 0; i < panel->curves->len; i++)
        if (((const CurveSpec *)g_ptr_array_index(panel->curves, i))->axis ==
            CURVE_ON_Y2)
            reports_add(reader->reports, item->span, "an inset has one y axis only");
    if (inset->left <= 1 && inset->top <= 1 && inset->width <= 1 &&
        inset->height <= 1 &&
        fmax(inset->left + inset->width, inset->top + inset->height) > 1 + 1e-9)
        reports_add(reader->reports, document_get(item, "at")->span,
                    "the inset reaches out of the frame ('at' and 'size' together are "
                    "more than 1)");
}

void read_insets(Reader *reader, const Field *field, const DocumentNode *node,
                 void *target)
{
    PanelSpec *around = target;

    if (!node_is_list(reader, field, node, 0, INSETS_MAX))
        return;
    for (unsigned i = 0; i < node->items->len; i++) {
        const DocumentNode *item = g_ptr_array_index(node->items, i);
        InsetSpec *inset;

        if (!node_is_item(reader, item, "an inset"))
            continue;
        inset = inset_spec_new();
        g_ptr_array_add(around->insets, inset);
        inset->width = inset->height = DEFAULT_SIZE;
        inset->panel->x.scale = around->x.scale;
        inset->panel->x.linear = around->x.linear;
        inset->panel->y.scale = around->y.scale;
        inset->panel->y.linear = around->y.linear;
        inset->panel->overlap = around->overlap;
        reader->panel = inset->panel;
        fields_read(reader, figure_fields, IN_INSET, item, inset);
        reader->panel = around;
        check_inset(reader, item, inset);
    }
}
