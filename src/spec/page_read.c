/* page_read.c - the page of a figure file: its size, and what it sets over its theme.
 */
#include "spec/figure_fields.h"

#include <math.h>
#include <string.h>

/* `auto` leaves a side open. */
static void read_side(Reader *reader, const Field *field, const DocumentNode *node,
                      double *points)
{
    if (node->kind != DOCUMENT_TEXT || strcmp(node->text, "auto") != 0)
        node_side(reader, field, node, points);
}

void read_figure_size(Reader *reader, const Field *field, const DocumentNode *node,
                      void *target)
{
    Figure *figure = target;

    if (isfinite(figure->dpi))
        reader->dpi = figure->dpi;
    if (!node_is_list(reader, field, node, 2, 2))
        return;
    read_side(reader, field, g_ptr_array_index(node->items, 0), &figure->width_pt);
    read_side(reader, field, g_ptr_array_index(node->items, 1), &figure->height_pt);
}

/* The theme was loaded for this figure alone, so it may be written over; NULL: it has
 * faults, which are reported. */
static Theme *own_theme(void *target)
{
    return ((Figure *)target)->theme;
}

void read_font(Reader *reader, const Field *field, const DocumentNode *node,
               void *target)
{
    Theme *theme = own_theme(target);

    if (!node_is(reader, field, node, DOCUMENT_TEXT) || !theme)
        return;
    if (strspn(node->text, " ,") == strlen(node->text)) {
        reports_add(reader->reports, node->span, "'%s' must name a font family",
                    field->key);
        return;
    }
    g_free(theme->font_family);
    theme->font_family = g_strdup(node->text);
}

static bool same_but_alpha(Color a, Color b)
{
    a.alpha = b.alpha;
    return color_equal(a, b);
}

/* Transparent is the theme's colour without any opacity: what is mixed with the ground,
 * such as the inside of open dots, still suits the texts. */
void read_background(Reader *reader, const Field *field, const DocumentNode *node,
                     void *target)
{
    Theme *theme = own_theme(target);
    Color color;
    bool one_ground;

    if (!node_is(reader, field, node, DOCUMENT_TEXT) || !theme)
        return;
    one_ground = color_equal(theme->panel, theme->background);
    color = theme->background;
    color.alpha = 0;
    if (strcmp(node->text, "transparent") != 0 &&
        !node_color(reader, field, node, &color))
        return;
    theme->background = color;
    if (!one_ground)
        return;
    /* The legend's box is a veil of the panel's colour, not a patch of another. */
    if (color.alpha > 0 && same_but_alpha(theme->legend_background, theme->panel)) {
        double alpha = theme->legend_background.alpha;
        theme->legend_background = color;
        theme->legend_background.alpha = alpha;
    }
    theme->panel = color;
}

void read_gap(Reader *reader, const Field *field, const DocumentNode *node,
              void *target)
{
    Theme *theme = own_theme(target);
    double points;

    if (node_length(reader, field, node, &points) && theme)
        theme->panel_gap_pt = points;
}
