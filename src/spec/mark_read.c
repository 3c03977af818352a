/* mark_read.c - `marks:` of figure files. */
#include "spec/figure_fields.h"

#include "base/nearest.h"
#include "base/number.h"

#include <math.h>
#include <string.h>

enum { MARKS_MAX = 1000 };

static const Word kind_words[] = {
    {"minimum", MARK_MINIMUM},
    {"maximum", MARK_MAXIMUM},
    {"minima", MARK_MINIMA},
    {"maxima", MARK_MAXIMA},
    {"zeros", MARK_ZEROS},
    {"inflections", MARK_INFLECTIONS},
    {"switches", MARK_SWITCHES},
    {"fixed_points", MARK_FIXED_POINTS},
    {NULL, 0},
};

/* A kind's name; else a number, unless it is a name mistyped. */
static void read_kind(Reader *reader, const Field *field, const DocumentNode *node,
                      MarkSpec *mark)
{
    Nearest nearest;

    nearest_init(&nearest, node->text);
    for (const Word *word = kind_words; word->name; word++) {
        if (strcmp(word->name, node->text) == 0) {
            mark->kind = (MarkKind)word->value;
            return;
        }
        nearest_offer(&nearest, word->name);
    }
    if (nearest.best) {
        reports_add(reader->reports, node->span,
                    "'at' does not know '%s' (did you mean '%s'?)", node->text,
                    nearest.best);
        return;
    }
    mark->kind = MARK_X;
    node_number(reader, field, node, &mark->x);
}

void read_mark_at(Reader *reader, const Field *field, const DocumentNode *node,
                  void *target)
{
    MarkSpec *mark = target;

    if (node->kind == DOCUMENT_TEXT) {
        read_kind(reader, field, node, mark);
        return;
    }
    mark->kind = MARK_POINT;
    if (node_is_list(reader, field, node, 2, 2)) {
        node_number(reader, field, g_ptr_array_index(node->items, 0), &mark->x);
        node_number(reader, field, g_ptr_array_index(node->items, 1), &mark->y);
    }
}

void read_of(Reader *reader, const Field *field, const DocumentNode *node, void *target)
{
    MarkSpec *mark = target;
    int number;

    if (!node_is(reader, field, node, DOCUMENT_TEXT))
        return;
    if (number_parse_int(node->text, G_MININT, G_MAXINT, &number) &&
        (number < 1 || number > (int)reader->panel->curves->len)) {
        reports_add(
            reader->reports, node->span,
            "'of' must be within 1 .. %u, or a curve's label or formula, not %d",
            reader->panel->curves->len, number);
        return;
    }
    mark->of = g_strdup(node->text);
    mark->of_place = formula_place(node);
}

void read_marks(Reader *reader, const Field *field, const DocumentNode *node,
                void *target)
{
    PanelSpec *panel = target;

    if (!node_is_list(reader, field, node, 0, MARKS_MAX))
        return;
    for (unsigned i = 0; i < node->items->len; i++) {
        const DocumentNode *item = g_ptr_array_index(node->items, i);
        const DocumentNode *of;
        MarkSpec mark = {.marker = MARKER_CIRCLE, .size_pt = NAN};

        if (!node_is_item(reader, item, "a mark"))
            continue;
        fields_read(reader, figure_fields, IN_MARK, item, &mark);
        of = document_get(item, "of");
        if (!document_get(item, "at"))
            reports_add(reader->reports, item->span,
                        "a mark needs 'at', as in `{at: minimum}`");
        if (of && mark.kind == MARK_POINT)
            reports_add(reader->reports, of->span,
                        "'of' is for places on curves; the point is given");
        g_array_append_val(panel->marks, mark);
    }
}
