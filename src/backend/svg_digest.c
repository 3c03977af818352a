/* svg_digest.c - FNV-1a over a drawing's items, lengths in hundredths of a point. */
#include "backend/svg_digest.h"

#include <math.h>
#include <stdint.h>

static void add_number(uint64_t *hash, int64_t number)
{
    *hash = (*hash ^ (uint64_t)number) * 0x100000001b3u;
}

static void add_length(uint64_t *hash, double length_pt)
{
    add_number(hash, llrint(CLAMP(length_pt, -1e9, 1e9) * 100));
}

static void add_point(uint64_t *hash, Point point)
{
    add_length(hash, point.x);
    add_length(hash, point.y);
}

static void add_text(uint64_t *hash, const char *text)
{
    for (; text && *text; text++)
        add_number(hash, *text);
    add_number(hash, 0);
}

static void add_color(uint64_t *hash, Color color)
{
    add_number(hash, llrint(color.red * 255));
    add_number(hash, llrint(color.green * 255));
    add_number(hash, llrint(color.blue * 255));
    add_number(hash, llrint(color.alpha * 255));
}

static void take_path(void *data, const DrawingPath *path)
{
    const Point *at = path->points;
    for (int run = 0; run < path->run_count; run++)
        for (int i = 0; i < path->runs[run]; i++)
            add_point(data, *at++);
    add_color(data, path->fill);
    add_color(data, path->stroke.color);
    add_length(data, path->stroke.width_pt);
}

static void take_circle(void *data, const DrawingCircle *circle)
{
    add_point(data, circle->center);
    add_length(data, circle->radius_pt);
    add_color(data, circle->fill);
}

static void take_text(void *data, const DrawingText *text)
{
    add_text(data, text->line->plain);
    add_point(data, text->origin);
    add_color(data, text->color);
}

static void take_image(void *data, const DrawingImage *image)
{
    size_t count = (size_t)image->columns * (size_t)image->rows;
    for (size_t i = 0; i < count; i += 1 + count / 4096)
        add_number(data, image->pixels[i]);
    for (int i = 0; i < 256; i++)
        add_number(data, image->colors[i]);
}

static void take_group(void *data, const char *name, const char *title)
{
    add_text(data, name);
    add_text(data, title);
}

static void take_clip(void *data, Rect rect)
{
    add_point(data, (Point){rect.x, rect.y});
    add_point(data, (Point){rect.width, rect.height});
}

void svg_digest(const Drawing *drawing, char digest[SVG_DIGEST_SIZE])
{
    static const DrawingPainter painter = {
        .path = take_path,
        .circle = take_circle,
        .text = take_text,
        .image = take_image,
        .group_begin = take_group,
        .clip_begin = take_clip,
    };
    static const char signs[] = "0123456789abcdefghijklmnopqrstuvwxyz";
    uint64_t hash = 0xcbf29ce484222325u;
    add_text(&hash, drawing_title(drawing));
    add_text(&hash, drawing_description(drawing));
    add_length(&hash, drawing_width(drawing));
    add_length(&hash, drawing_height(drawing));
    drawing_paint(drawing, &painter, &hash);
    hash ^= hash >> 32;
    for (int i = 0; i < SVG_DIGEST_SIZE - 1; i++, hash /= 36)
        digest[i] = signs[hash % 36];
    digest[SVG_DIGEST_SIZE - 1] = '\0';
}
