/* image_blit.c - images put into pixels: levels are mixed, then looked up. */
#include "backend/image_blit.h"

#include <glib.h>
#include <math.h>
#include <string.h>

/* Where pixels of the target fall on one axis of the image. */
typedef struct {
    int *first;     /* of each: the image's pixel, the lower of two that are mixed */
    int *last;      /* and the one beyond, where several are averaged */
    uint16_t *part; /* of the next one, in 256ths */
} Map;

typedef struct {
    const DrawingImage *image;
    Map across, down;
    bool mixed, averaged;
    int width;
    uint8_t *line; /* levels of one row of the target */
} Blit;

static void map_init(Map *map, int count, int target, int from, int to, bool mixed)
{
    double step = (double)count / target;

    map->first = g_new(int, (gsize)MAX(to - from, 1));
    map->last = g_new(int, (gsize)MAX(to - from, 1));
    map->part = g_new0(uint16_t, (gsize)MAX(to - from, 1));
    for (int i = from; i < to; i++) {
        double place = (i + 0.5) * step;
        int k = i - from;
        map->first[k] = CLAMP((int)floor(place), 0, count - 1);
        map->last[k] = map->first[k] + 1;
        if (step > 1) {
            map->first[k] = CLAMP((int)floor(i * step), 0, count - 1);
            map->last[k] =
                CLAMP((int)ceil((i + 1) * step - 1e-9), map->first[k] + 1, count);
        }
        if (mixed) {
            place = CLAMP(place - 0.5, 0, count - 1);
            map->first[k] = MIN((int)place, MAX(count - 2, 0));
            map->last[k] = MIN(map->first[k] + 1, count - 1);
            map->part[k] = (uint16_t)round((place - map->first[k]) * 256);
        }
    }
}

static void map_release(Map *map)
{
    g_free(map->first);
    g_free(map->last);
    g_free(map->part);
}

static const uint8_t *row_of(const DrawingImage *image, int row)
{
    return image->pixels + (size_t)row * (size_t)image->columns;
}

static void set_nearest(Blit *blit, int row)
{
    const uint8_t *source = row_of(blit->image, blit->down.first[row]);

    for (int i = 0; i < blit->width; i++)
        blit->line[i] = source[blit->across.first[i]];
}

/* Beside a clear pixel nothing is mixed: the nearest counts. */
static uint8_t mix(const uint8_t *low, const uint8_t *high, int left, int right,
                   unsigned x, unsigned y)
{
    unsigned a = low[left], b = low[right], c = high[left], d = high[right];

    if (a == IMAGE_CLEAR || b == IMAGE_CLEAR || c == IMAGE_CLEAR || d == IMAGE_CLEAR)
        return y < 128 ? (x < 128 ? low[left] : low[right])
                       : (x < 128 ? high[left] : high[right]);
    return (uint8_t)(((a * (256 - x) + b * x) * (256 - y) +
                      (c * (256 - x) + d * x) * y + 32768) >>
                     16);
}

static void set_mixed(Blit *blit, int row)
{
    const uint8_t *low = row_of(blit->image, blit->down.first[row]);
    const uint8_t *high = row_of(blit->image, blit->down.last[row]);
    unsigned y = blit->down.part[row];

    for (int i = 0; i < blit->width; i++)
        blit->line[i] = mix(low, high, blit->across.first[i], blit->across.last[i],
                            blit->across.part[i], y);
}

static void set_mean(Blit *blit, int row)
{
    for (int i = 0; i < blit->width; i++) {
        unsigned long sum = 0, count = 0;
        for (int k = blit->down.first[row]; k < blit->down.last[row]; k++) {
            const uint8_t *source = row_of(blit->image, k);
            for (int n = blit->across.first[i]; n < blit->across.last[i]; n++)
                if (source[n] != IMAGE_CLEAR) {
                    sum += source[n];
                    count++;
                }
        }
        if (count > 0)
            blit->line[i] = (uint8_t)((sum + count / 2) / count);
        else
            blit->line[i] = IMAGE_CLEAR;
    }
}

static uint32_t premultiplied(uint32_t color)
{
    uint32_t alpha = color >> 24, result = alpha << 24;

    for (int shift = 0; shift <= 16; shift += 8)
        result |= ((color >> shift & 0xff) * alpha + 127) / 255 << shift;
    return result;
}

static uint32_t over(uint32_t top, uint32_t ground)
{
    uint32_t rest = 255 - (top >> 24), result = 0;

    for (int shift = 0; shift <= 24; shift += 8) {
        uint32_t part = (ground >> shift & 0xff) * rest;
        result |= MIN((top >> shift & 0xff) + (part + 127) / 255, 255) << shift;
    }
    return result;
}

static void lay(const uint8_t *line, int width, const uint32_t colors[256], bool opaque,
                uint32_t *out)
{
    if (opaque) {
        for (int i = 0; i < width; i++)
            out[i] = colors[line[i]];
        return;
    }
    for (int i = 0; i < width; i++) {
        uint32_t color = colors[line[i]];
        if (color >> 24 == 255)
            out[i] = color;
        else if (color >> 24 > 0)
            out[i] = over(color, out[i]);
    }
}

/* Whether all pixels that are used hide what is below. */
static bool is_opaque(const DrawingImage *image, const uint32_t colors[256])
{
    size_t count = (size_t)image->columns * (size_t)image->rows;

    for (int i = 0; i < IMAGE_CLEAR; i++)
        if (colors[i] >> 24 < 255)
            return false;
    return !memchr(image->pixels, IMAGE_CLEAR, count);
}

void image_blit(const DrawingImage *image, const Pixels *target, PixelBox box,
                PixelBox clip)
{
    int from_x = MAX(MAX(box.from_x, clip.from_x), 0);
    int from_y = MAX(MAX(box.from_y, clip.from_y), 0);
    int to_x = MIN(MIN(box.to_x, clip.to_x), target->width);
    int to_y = MIN(MIN(box.to_y, clip.to_y), target->height);
    int width = box.to_x - box.from_x, height = box.to_y - box.from_y;
    uint32_t colors[256];
    Blit blit = {.image = image, .width = to_x - from_x};
    bool opaque;

    if (from_x >= to_x || from_y >= to_y)
        return;
    for (int i = 0; i < 256; i++)
        colors[i] = premultiplied(image->colors[i]);
    opaque = is_opaque(image, colors);
    blit.mixed = image->smooth && (image->columns < width || image->rows < height);
    blit.averaged = !blit.mixed && (image->columns > width || image->rows > height);
    blit.line = g_malloc((gsize)blit.width);
    map_init(&blit.across, image->columns, width, from_x - box.from_x,
             to_x - box.from_x, blit.mixed);
    map_init(&blit.down, image->rows, height, from_y - box.from_y, to_y - box.from_y,
             blit.mixed);
    for (int row = 0; row < to_y - from_y; row++) {
        if (blit.mixed)
            set_mixed(&blit, row);
        else if (blit.averaged)
            set_mean(&blit, row);
        else
            set_nearest(&blit, row);
        lay(blit.line, blit.width, colors, opaque,
            target->pixels + (size_t)(from_y + row) * target->stride + from_x);
    }
    map_release(&blit.across);
    map_release(&blit.down);
    g_free(blit.line);
}
