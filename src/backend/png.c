/* png.c - the Drawing as pixels: painted by cairo, packed by libdeflate, written by
 * libpng.
 *
 * Line plots have few colours in long runs: without row filters they are smaller, and
 * twice as fast to pack, than with libpng's adaptive choice. So are heat maps, whose
 * colours come in 255 steps: the UP filter made them larger by 5 %. libdeflate
 * needs 2.5 ms for a figure of 1000 x 600 where zlib needs 6.1, for the same size. The
 * canvas asks for huge pages, for its page faults cost more than its painting.
 */
#include "config.h"

#include "backend/backend.h"
#include "backend/cairo_painter.h"
#include "backend/png_file.h"
#include "base/error.h"
#include "base/length.h"
#include "base/number.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/* cairo's images have at most that many pixels a side; the second limit, on all of
 * them, is a canvas of 1 GiB. */
#define SIDE_MAX 32767
#define PIXELS_MAX 268000000
#define HUGE_PAGE ((size_t)2 * 1024 * 1024)

enum { COLORS_MAX = 256, COLOR_SLOTS = 1024 };

typedef struct {
    int width, height; /* pixels */
    size_t stride;     /* bytes from row to row */
    uint32_t *pixels;  /* xRGB, or premultiplied ARGB when not opaque; once painted,
                          the file's rows take their place */
    size_t packed_size;
    bool opaque;
    double dots_per_inch;
} Canvas;

static bool canvas_measure(Canvas *canvas, const Drawing *drawing,
                           const BackendOptions *options, GError **error)
{
    double dpi = isnan(options->dpi) ? drawing_dpi(drawing) : options->dpi;
    double dots_per_inch = dpi * options->scale;
    double per_pt = dots_per_inch / POINTS_PER_INCH;
    double width = fmax(1, round(drawing_width(drawing) * per_pt));
    double height = fmax(1, round(drawing_height(drawing) * per_pt));
    if (!(width <= SIDE_MAX && height <= SIDE_MAX && width * height <= PIXELS_MAX)) {
        char across[NUMBER_SIZE], down[NUMBER_SIZE];
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                    "a picture of %s x %s pixels is too large for png: at most %d a "
                    "side and %d million in all (use a smaller size, dpi or scale)",
                    number_format_digits(width, 6, across),
                    number_format_digits(height, 6, down), SIDE_MAX,
                    PIXELS_MAX / 1000000);
        return false;
    }
    canvas->width = (int)width;
    canvas->height = (int)height;
    canvas->dots_per_inch = dots_per_inch;
    canvas->opaque = drawing_background(drawing).alpha >= 1;
    return true;
}

static bool canvas_allocate(Canvas *canvas, GError **error)
{
    canvas->stride = (size_t)canvas->width * sizeof *canvas->pixels;
    size_t row_size = 1 + (size_t)canvas->width * (canvas->opaque ? 3 : 4);
    canvas->packed_size = row_size * (size_t)canvas->height;
    size_t size = MAX(canvas->stride * (size_t)canvas->height, canvas->packed_size);
    bool is_huge = size > HUGE_PAGE / 2;
    size_t alignment = is_huge ? HUGE_PAGE : 64;
    size_t rounded = (size + alignment - 1) / alignment * alignment;
    void *memory = NULL;
    if (posix_memalign(&memory, alignment, rounded) != 0) {
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_IO,
                    "not enough memory for a picture of %d x %d pixels", canvas->width,
                    canvas->height);
        return false;
    }
#ifdef MADV_HUGEPAGE
    if (is_huge)
        (void)madvise(memory, rounded, MADV_HUGEPAGE); /* advice: may be refused */
#endif
    if (!canvas->opaque) /* else the background fills it */
        memset(memory, 0, size);
    canvas->pixels = memory;
    return true;
}

static bool canvas_paint(Canvas *canvas, const Drawing *drawing, GError **error)
{
    cairo_format_t format = canvas->opaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32;
    cairo_surface_t *surface = cairo_image_surface_create_for_data(
        (unsigned char *)canvas->pixels, format, canvas->width, canvas->height,
        (int)canvas->stride);
    cairo_t *cr = cairo_create(surface);
    cairo_painter_paint(cr, drawing, canvas->dots_per_inch / POINTS_PER_INCH);
    cairo_status_t status = cairo_status(cr);
    cairo_destroy(cr);
    cairo_surface_finish(surface);
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    if (status != CAIRO_STATUS_SUCCESS)
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_IO, "cannot paint '%s': %s",
                    drawing_name(drawing), cairo_status_to_string(status));
    return status == CAIRO_STATUS_SUCCESS;
}

/* The file's rows, a filter byte (0: none) and RGB each, in the place of the pixels:
 * they never catch up with what is still to be read. */
static void pack_opaque(Canvas *canvas)
{
    const uint32_t *pixel = canvas->pixels;
    uint8_t *out = (uint8_t *)canvas->pixels;
    for (int y = 0; y < canvas->height; y++) {
        uint32_t value = *pixel++; /* read before the filter byte may overwrite it */
        *out++ = 0;
        for (int x = 1;; x++) {
            *out++ = (uint8_t)(value >> 16);
            *out++ = (uint8_t)(value >> 8);
            *out++ = (uint8_t)value;
            if (x == canvas->width)
                break;
            value = *pixel++;
        }
    }
}

/* The same with RGBA, no longer premultiplied: from the end, for rows grow. */
static void pack_clear(Canvas *canvas)
{
    size_t count = (size_t)canvas->width * (size_t)canvas->height;
    const uint32_t *pixel = canvas->pixels + count;
    uint8_t *out = (uint8_t *)canvas->pixels + canvas->packed_size;
    for (int y = canvas->height - 1; y >= 0; y--) {
        for (int x = canvas->width - 1; x >= 0; x--) {
            uint32_t value = *--pixel, alpha = value >> 24;
            *--out = (uint8_t)alpha;
            for (int shift = 0; shift <= 16; shift += 8) {
                uint32_t part = value >> shift & 0xff;
                *--out =
                    (uint8_t)(alpha ? MIN(255, (part * 255 + alpha / 2) / alpha) : 0);
            }
        }
        *--out = 0;
    }
}

/* Colours that have been met, in a table of open addressing. */
typedef struct {
    uint32_t colors[COLOR_SLOTS];
    int16_t numbers[COLOR_SLOTS]; /* 0: the slot is free; else a number and one */
    uint32_t found[COLORS_MAX];
    int count;
} ColorTable;

/* The number of a colour, from 0; -1: there are too many. */
static int color_number(ColorTable *table, uint32_t color)
{
    unsigned slot = (color * 2654435761u) >> 22;
    while (table->numbers[slot] != 0) {
        if (table->colors[slot] == color)
            return table->numbers[slot] - 1;
        slot = (slot + 1) % COLOR_SLOTS;
    }
    if (table->count == COLORS_MAX)
        return -1;
    table->colors[slot] = color;
    table->found[table->count] = color;
    table->numbers[slot] = (int16_t)++table->count;
    return table->count - 1;
}

/* Finds all colours; false: there are more than a palette holds. */
static bool find_colors(const Canvas *canvas, ColorTable *table)
{
    size_t count = (size_t)canvas->width * (size_t)canvas->height;
    uint32_t mask = canvas->opaque ? 0xffffff : 0xffffffff;
    uint32_t last = ~(canvas->pixels[0] & mask);
    for (size_t i = 0; i < count; i++) {
        uint32_t color = canvas->pixels[i] & mask;
        if (color == last)
            continue;
        if (color_number(table, color) < 0)
            return false;
        last = color;
    }
    return true;
}

static uint32_t straight(uint32_t color)
{
    uint32_t alpha = color >> 24, result = alpha << 24;
    for (int shift = 0; shift <= 16; shift += 8) {
        uint32_t part = color >> shift & 0xff;
        result |= (alpha ? MIN(255, (part * 255 + alpha / 2) / alpha) : 0) << shift;
    }
    return result;
}

/* A palette begins with what is not opaque: only that is listed with its opacity. */
static void sort_colors(ColorTable *table, bool opaque, PngFile *file)
{
    int16_t place[COLORS_MAX];
    int next = 0;
    for (int pass = 0; pass < 2; pass++)
        for (int i = 0; i < table->count; i++) {
            bool solid = opaque || table->found[i] >> 24 == 255;
            if (solid != (pass == 1))
                continue;
            place[i] = (int16_t)next;
            file->palette[next++] =
                opaque ? 0xff000000 | table->found[i] : straight(table->found[i]);
        }
    for (int slot = 0; slot < COLOR_SLOTS; slot++)
        if (table->numbers[slot] > 0)
            table->numbers[slot] = (int16_t)(place[table->numbers[slot] - 1] + 1);
    file->palette_count = table->count;
}

/* The file's rows in the place of the pixels, a byte each. */
static void pack_indexed(Canvas *canvas, ColorTable *table)
{
    uint32_t mask = canvas->opaque ? 0xffffff : 0xffffffff;
    const uint32_t *pixel = canvas->pixels;
    uint8_t *out = (uint8_t *)canvas->pixels;
    uint32_t last = ~(*pixel & mask);
    uint8_t number = 0;
    for (int y = 0; y < canvas->height; y++) {
        uint32_t next = *pixel++ & mask; /* before the filter byte may overwrite it */
        *out++ = 0;
        for (int x = 1;; x++) {
            if (next != last)
                number = (uint8_t)color_number(table, next);
            last = next;
            *out++ = number;
            if (x == canvas->width)
                break;
            next = *pixel++ & mask;
        }
    }
}

/* A palette costs three bytes a colour and saves two bytes a pixel before packing: on
 * a very small picture it may not pay. */
enum { INDEXED_LEAST = 64 * 64 };

static void pack(Canvas *canvas, PngFile *file)
{
    g_autofree ColorTable *table = g_new0(ColorTable, 1);
    size_t pixels = (size_t)canvas->width * (size_t)canvas->height;
    file->rows = (uint8_t *)canvas->pixels;
    file->size = canvas->packed_size;
    file->kind = canvas->opaque ? PNG_FILE_RGB : PNG_FILE_RGBA;
    if (pixels >= INDEXED_LEAST && find_colors(canvas, table)) {
        file->kind = PNG_FILE_INDEXED;
        file->size = pixels + (size_t)canvas->height;
        sort_colors(table, canvas->opaque, file);
        pack_indexed(canvas, table);
    } else if (canvas->opaque) {
        pack_opaque(canvas);
    } else {
        pack_clear(canvas);
    }
}

static bool write_file(Canvas *canvas, const Drawing *drawing, int compression,
                       GByteArray *out, GError **error)
{
    PngFile file = {
        .width = canvas->width,
        .height = canvas->height,
        .dots_per_inch = canvas->dots_per_inch,
        .title = drawing_title(drawing),
        .description = drawing_description(drawing),
        .source = drawing_name(drawing),
    };
    pack(canvas, &file);
    return png_file_write(&file, compression, out, error);
}

static bool write_png(const Drawing *drawing, const BackendOptions *options,
                      GByteArray *out, Warnings *warnings, GError **error)
{
    (void)warnings;
    Canvas canvas = {0};
    bool done =
        canvas_measure(&canvas, drawing, options, error) &&
        canvas_allocate(&canvas, error) && canvas_paint(&canvas, drawing, error) &&
        write_file(&canvas, drawing, CLAMP(options->compression, 0, 9), out, error);
    free(canvas.pixels);
    return done;
}

const Backend backend_png = {
    .name = "png",
    .help = "picture of pixels (--dpi, --scale, --compression)",
    .shows = "everything",
    .binary = true,
    .write_drawing = write_png,
};
