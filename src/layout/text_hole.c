/* text_hole.c - formulas in a line of text. */
#include "layout/text_hole.h"

#include "formula/markup.h"
#include "layout/text_inside.h"
#include "layout/text_sign.h"

#include <string.h>

static void clear_hole(void *data)
{
    TextHole *hole = data;
    for (guint i = 0; i < hole->pieces.parts->len; i++)
        g_object_unref(g_array_index(hole->pieces.parts, TextPart, i).layout);
    for (guint i = 0; i < hole->pieces.strokes->len; i++)
        g_free(g_array_index(hole->pieces.strokes, TextStroke, i).points);
    g_array_unref(hole->pieces.parts);
    g_array_unref(hole->pieces.strokes);
}

static int units(double length_pt, double scale)
{
    return (int)CLAMP(length_pt / scale * PANGO_SCALE, -1e8, 1e8);
}

static void add_shape(PangoAttrList *attributes, const MathBox *box, double scale,
                      guint number, size_t start)
{
    const PangoRectangle room = {
        .y = units(-box->ascent, scale),
        .width = units(box->width, scale),
        .height = units(box->ascent + box->descent, scale),
    };
    PangoAttribute *shape = pango_attr_shape_new_with_data(
        &room, &room, GUINT_TO_POINTER(number), NULL, NULL);
    shape->start_index = (guint)start;
    shape->end_index = (guint)(start + strlen(MARKUP_HOLE));
    pango_attr_list_insert(attributes, shape);
}

/* Whether what stands there is bold, by the line's own look or by its markup. */
static bool is_bold(PangoAttrList *attributes, size_t place, bool bold)
{
    PangoAttrIterator *at = pango_attr_list_get_iterator(attributes);
    bool found = bold;
    do {
        int start, end;
        PangoAttribute *weight = pango_attr_iterator_get(at, PANGO_ATTR_WEIGHT);
        pango_attr_iterator_range(at, &start, &end);
        if (weight && (size_t)start <= place && place < (size_t)end)
            found = ((PangoAttrInt *)weight)->value >= PANGO_WEIGHT_SEMIBOLD;
    } while (pango_attr_iterator_next(at));
    pango_attr_iterator_destroy(at);
    return found;
}

GArray *text_holes_new(TextContext *context, const GPtrArray *formulas,
                       const char *text, PangoAttrList *attributes, double scale,
                       bool bold)
{
    GArray *holes = g_array_new(FALSE, TRUE, sizeof(TextHole));
    const char *at = text;
    g_array_set_clear_func(holes, clear_hole);
    for (guint i = 0; i < formulas->len && (at = strstr(at, MARKUP_HOLE)); i++) {
        TextHole hole = {
            .pieces = {g_array_new(FALSE, FALSE, sizeof(TextPart)),
                       g_array_new(FALSE, FALSE, sizeof(TextStroke))},
        };
        bool strong = is_bold(attributes, (size_t)(at - text), bold);
        hole.box = text_math_set(context, g_ptr_array_index(formulas, i),
                                 scale * TEXT_SHAPE_SIZE, strong, &hole.pieces);
        add_shape(attributes, &hole.box, scale, i, (size_t)(at - text));
        g_array_append_val(holes, hole);
        at += strlen(MARKUP_HOLE);
    }
    return holes;
}

void text_hole_place(TextHole *hole, double x)
{
    if (!hole->placed)
        pieces_move(&hole->pieces, 0, 0, x, 0);
    hole->placed = true;
}

void text_holes_take(GArray *holes, TextLine *line)
{
    GArray *parts = g_array_new(FALSE, FALSE, sizeof(TextPart));
    GArray *strokes = g_array_new(FALSE, FALSE, sizeof(TextStroke));
    for (guint i = 0; i < holes->len; i++) {
        TextHole *hole = &g_array_index(holes, TextHole, i);
        if (!hole->placed)
            continue;
        g_array_append_vals(parts, hole->pieces.parts->data, hole->pieces.parts->len);
        g_array_append_vals(strokes, hole->pieces.strokes->data,
                            hole->pieces.strokes->len);
        g_array_set_size(hole->pieces.parts, 0);
        g_array_set_size(hole->pieces.strokes, 0);
    }
    line->part_count = (int)parts->len;
    line->stroke_count = (int)strokes->len;
    line->parts = (TextPart *)(void *)g_array_free(parts, FALSE);
    line->strokes = (TextStroke *)(void *)g_array_free(strokes, FALSE);
}

char *text_holes_plain(const char *text, const GPtrArray *formulas)
{
    g_auto(GStrv) words = g_strsplit(text, MARKUP_HOLE, -1);
    GString *out = g_string_new(words[0]);
    for (guint i = 0; words[0] && words[i + 1]; i++) {
        if (i < formulas->len) {
            g_autofree char *plain = math_plain(g_ptr_array_index(formulas, i));
            g_string_append(out, plain);
        }
        g_string_append(out, words[i + 1]);
    }
    return g_string_free(out, FALSE);
}
