/* drawing.c - the list of what is painted, and its walk. */
#include "layout/drawing_inside.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

typedef enum {
    ITEM_PATH,
    ITEM_CIRCLE,
    ITEM_TEXT,
    ITEM_IMAGE,
    ITEM_GROUP_BEGIN,
    ITEM_GROUP_END,
    ITEM_CLIP_BEGIN,
    ITEM_CLIP_END
} ItemKind;

typedef struct {
    ItemKind kind;
    union {
        DrawingPath path;
        DrawingCircle circle;
        DrawingText text;
        DrawingImage *image;
        Rect clip;
        struct {
            const char *name, *title;
        } group;
    } as;
} Item;

/* Points, run lengths and group names go into a few large blocks, never moved:
 * items point into them. */
struct Block {
    Block *next;
    size_t used, size;
    max_align_t bytes[];
};

enum { BLOCK_BYTES = 16 * 1024 };

Drawing *drawing_new(double width_pt, double height_pt, double dpi, Color background,
                     const char *name, const char *title, const char *description)
{
    Drawing *drawing = g_new0(Drawing, 1);

    *drawing = (Drawing){
        .width_pt = width_pt,
        .height_pt = height_pt,
        .dpi = dpi,
        .background = background,
        .name = g_strdup(name ? name : ""),
        .title = g_strdup(title ? title : ""),
        .description = g_strdup(description ? description : ""),
        .items = g_array_sized_new(FALSE, FALSE, sizeof(Item), 128),
        .frames = g_array_new(FALSE, FALSE, sizeof(DrawingPlace)),
        .legends = g_array_new(FALSE, FALSE, sizeof(DrawingLegend)),
        .insets = g_array_new(FALSE, FALSE, sizeof(DrawingInset)),
        .contours = g_array_new(FALSE, FALSE, sizeof(DrawingLine)),
        .labels = g_array_new(FALSE, FALSE, sizeof(DrawingLabel)),
        .ticks = g_hash_table_new(NULL, NULL),
    };
    return drawing;
}

void drawing_free(Drawing *drawing)
{
    if (!drawing)
        return;
    for (unsigned i = 0; i < drawing->items->len; i++) {
        Item *item = &g_array_index(drawing->items, Item, i);
        if (item->kind == ITEM_TEXT)
            text_line_free((TextLine *)item->as.text.line);
        if (item->kind == ITEM_IMAGE) {
            g_free((void *)item->as.image->pixels);
            g_free(item->as.image);
        }
    }
    g_array_unref(drawing->items);
    g_array_unref(drawing->frames);
    for (unsigned i = 0; i < drawing->legends->len; i++)
        g_array_unref(g_array_index(drawing->legends, DrawingLegend, i).entries);
    g_array_unref(drawing->legends);
    g_array_unref(drawing->insets);
    for (unsigned i = 0; i < drawing->contours->len; i++)
        g_array_unref(g_array_index(drawing->contours, DrawingLine, i).points);
    g_array_unref(drawing->contours);
    g_array_unref(drawing->labels);
    g_hash_table_unref(drawing->ticks);
    while (drawing->blocks) {
        Block *block = drawing->blocks;
        drawing->blocks = block->next;
        g_free(block);
    }
    g_free(drawing->name);
    g_free(drawing->title);
    g_free(drawing->description);
    g_free(drawing);
}

void drawing_set_title(Drawing *drawing, const char *title)
{
    g_free(drawing->title);
    drawing->title = g_strdup(title);
}

static void *keep(Drawing *drawing, const void *bytes, size_t length)
{
    size_t rounded = (length + sizeof(max_align_t) - 1) & ~(sizeof(max_align_t) - 1);
    Block *block = drawing->blocks;
    char *place;

    if (!block || block->size - block->used < rounded) {
        size_t size = MAX(rounded, (size_t)BLOCK_BYTES);
        block = g_malloc(sizeof *block + size);
        *block = (Block){.next = drawing->blocks, .size = size};
        drawing->blocks = block;
    }
    place = (char *)block->bytes + block->used;
    block->used += rounded;
    if (length > 0)
        memcpy(place, bytes, length);
    return place;
}

static Item *add(Drawing *drawing, ItemKind kind)
{
    Item *item;

    g_array_set_size(drawing->items, drawing->items->len + 1);
    item = &g_array_index(drawing->items, Item, drawing->items->len - 1);
    item->kind = kind;
    return item;
}

void drawing_add_path(Drawing *drawing, const DrawingPath *path)
{
    DrawingPath copy = *path;
    size_t point_count = 0;

    for (int i = 0; i < path->run_count; i++)
        point_count += (size_t)path->runs[i];
    copy.points = keep(drawing, path->points, point_count * sizeof *path->points);
    copy.runs = keep(drawing, path->runs, (size_t)path->run_count * sizeof *path->runs);
    add(drawing, ITEM_PATH)->as.path = copy;
}

void drawing_add_circle(Drawing *drawing, const DrawingCircle *circle)
{
    add(drawing, ITEM_CIRCLE)->as.circle = *circle;
}

/* A line of a formula, turned as its text is. */
static void add_stroke(Drawing *drawing, const TextStroke *stroke,
                       const DrawingText *text)
{
    double turn = -text->angle * G_PI / 180;
    double along = text->angle != 0 ? cos(turn) : 1;
    double across = text->angle != 0 ? sin(turn) : 0;
    g_autofree Point *points = g_new(Point, (gsize)stroke->count);

    for (int i = 0; i < stroke->count; i++) {
        Point point = stroke->points[i];
        points[i] = (Point){text->origin.x + along * point.x - across * point.y,
                            text->origin.y + across * point.x + along * point.y};
    }
    drawing_add_path(drawing, &(DrawingPath){.points = points,
                                             .runs = &stroke->count,
                                             .run_count = 1,
                                             .closed = stroke->width_pt == 0,
                                             .filled = stroke->width_pt == 0,
                                             .fill = text->color,
                                             .stroke = {.color = text->color,
                                                        .width_pt = stroke->width_pt}});
}

void drawing_add_text(Drawing *drawing, TextLine *line, Point origin, double angle,
                      Color color)
{
    const DrawingText text = {
        .line = line, .origin = origin, .angle = angle, .color = color};

    add(drawing, ITEM_TEXT)->as.text = text;
    for (int i = 0; i < line->stroke_count; i++)
        add_stroke(drawing, &line->strokes[i], &text);
}

void drawing_take_image(Drawing *drawing, const DrawingImage *image)
{
    add(drawing, ITEM_IMAGE)->as.image = g_memdup2(image, sizeof *image);
}

void drawing_begin_group(Drawing *drawing, const char *name, const char *title)
{
    Item *item = add(drawing, ITEM_GROUP_BEGIN);

    item->as.group.name = keep(drawing, name, strlen(name) + 1);
    item->as.group.title = title ? keep(drawing, title, strlen(title) + 1) : NULL;
    drawing->open_groups++;
}

void drawing_end_group(Drawing *drawing)
{
    g_assert(drawing->open_groups > 0);
    drawing->open_groups--;
    add(drawing, ITEM_GROUP_END);
}

void drawing_begin_clip(Drawing *drawing, Rect rect)
{
    add(drawing, ITEM_CLIP_BEGIN)->as.clip = rect;
    drawing->open_clips++;
}

void drawing_end_clip(Drawing *drawing)
{
    g_assert(drawing->open_clips > 0);
    drawing->open_clips--;
    add(drawing, ITEM_CLIP_END);
}

double drawing_width(const Drawing *drawing)
{
    return drawing->width_pt;
}

double drawing_height(const Drawing *drawing)
{
    return drawing->height_pt;
}

double drawing_dpi(const Drawing *drawing)
{
    return drawing->dpi;
}

Color drawing_background(const Drawing *drawing)
{
    return drawing->background;
}

const char *drawing_name(const Drawing *drawing)
{
    return drawing->name;
}

const char *drawing_title(const Drawing *drawing)
{
    return drawing->title;
}

const char *drawing_description(const Drawing *drawing)
{
    return drawing->description;
}

static void paint_item(const Item *item, const DrawingPainter *painter, void *data)
{
    switch (item->kind) {
    case ITEM_PATH:
        if (painter->path)
            painter->path(data, &item->as.path);
        break;
    case ITEM_CIRCLE:
        if (painter->circle)
            painter->circle(data, &item->as.circle);
        break;
    case ITEM_TEXT:
        if (painter->text)
            painter->text(data, &item->as.text);
        break;
    case ITEM_IMAGE:
        if (painter->image)
            painter->image(data, item->as.image);
        break;
    case ITEM_GROUP_BEGIN:
        if (painter->group_begin)
            painter->group_begin(data, item->as.group.name, item->as.group.title);
        break;
    case ITEM_GROUP_END:
        if (painter->group_end)
            painter->group_end(data);
        break;
    case ITEM_CLIP_BEGIN:
        if (painter->clip_begin)
            painter->clip_begin(data, item->as.clip);
        break;
    case ITEM_CLIP_END:
        if (painter->clip_end)
            painter->clip_end(data);
        break;
    }
}

void drawing_paint(const Drawing *drawing, const DrawingPainter *painter, void *data)
{
    for (unsigned i = 0; i < drawing->items->len; i++)
        paint_item(&g_array_index(drawing->items, Item, i), painter, data);
}
