/* shade_read.c - `shade:` of figure files. */
#include "spec/figure_fields.h"

#include "formula/operation.h"

#include <math.h>
#include <string.h>

enum { SHADES_MAX = 100 };

/* Whether a value is 0 or 1 by the way it is made. */
static bool is_truth(const Node *node)
{
    if (node_is_constant(node))
        return node->value == 0 || node->value == 1;
    if (!node->operation)
        return false;
    if (node->operation == &operation_select)
        return is_truth(node->argument[1]) && is_truth(node->argument[2]);
    return node->operation == &operation_not || node->operation->level == LEVEL_OR ||
           node->operation->level == LEVEL_AND ||
           node->operation->level == LEVEL_COMPARE;
}

static void check_condition(Reader *reader, const DocumentNode *node, const char *text)
{
    if (!check_formula(reader, node, text, NULL))
        return;
    g_autoptr(Formula) formula =
        formula_new(text, &reader->definitions->scope, NULL, NULL, NULL);
    if (formula && !is_truth(formula->root))
        reports_add(reader->reports, node->span,
                    "a condition compares, as in `abs(x) < 1 && x != 0`; '%s' is a "
                    "number",
                    text);
}

void read_where(Reader *reader, const Field *field, const DocumentNode *node,
                void *target)
{
    ShadeSpec *shade = target;

    read_text(reader, field, node, target);
    shade->place = formula_place(node);
    if (shade->where)
        check_condition(reader, node, shade->where);
}

void read_band(Reader *reader, const Field *field, const DocumentNode *node,
               void *target)
{
    ShadeSpec *shade = target;

    shade->of_y = strcmp(field->key, "y") == 0;
    if (!node_is_list(reader, field, node, 2, 2) ||
        !node_end(reader, field, g_ptr_array_index(node->items, 0), &shade->low) ||
        !node_end(reader, field, g_ptr_array_index(node->items, 1), &shade->high))
        return;
    if (shade->low >= shade->high)
        reports_add(reader->reports, node->span,
                    "'%s' must rise: its low end is not below its high end",
                    field->key);
}

static void read_shade(Reader *reader, const DocumentNode *item, ShadeSpec *shade)
{
    const Field where = {.key = "shade", .offset = offsetof(ShadeSpec, where)};
    int given = 0;

    if (item->kind == DOCUMENT_TEXT) {
        read_where(reader, &where, item, shade);
        return;
    }
    if (!node_is_item(reader, item, "a shaded region"))
        return;
    fields_read(reader, figure_fields, IN_SHADE, item, shade);
    given += document_get(item, "where") != NULL;
    given += document_get(item, "x") != NULL;
    given += document_get(item, "y") != NULL;
    if (given != 1)
        reports_add(reader->reports, item->span,
                    "a shaded region needs one of 'where', 'x' and 'y', as in "
                    "`{where: \"abs(x) < 1\"}`");
}

void read_shades(Reader *reader, const Field *field, const DocumentNode *node,
                 void *target)
{
    PanelSpec *panel = target;

    if (!node_is_list(reader, field, node, 0, SHADES_MAX))
        return;
    for (unsigned i = 0; i < node->items->len; i++) {
        ShadeSpec shade = {.low = NAN, .high = NAN};

        read_shade(reader, g_ptr_array_index(node->items, i), &shade);
        g_array_append_val(panel->shades, shade);
    }
}
