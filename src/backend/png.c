/* png.c - the Drawing as pixels: painted by cairo, packed by libdeflate, written by
 * libpng.
 *
 * Line plots have few colours in long runs: without row filters they are smaller, and
 * twice as fast to pack, than with libpng's adaptive choice. libdeflate needs 2.5 ms
 * for a figure of 1000 x 600 where zlib needs 6.1, for the same size. The canvas asks
 * for huge pages, for its page faults cost more than its painting.
 */
#include "config.h"

#include "backend/backend.h"
#include "backend/cairo_painter.h"
#include "base/error.h"
#include "base/length.h"
#include "base/number.h"

#include <libdeflate.h>
#include <math.h>
#include <png.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/* cairo's images have at most that many pixels a side; the second limit, on all of
 * them, is a canvas of 1 GiB. */
#define SIDE_MAX 32767
#define PIXELS_MAX 268000000
#define HUGE_PAGE ((size_t)2 * 1024 * 1024)
#define METRES_PER_INCH 0.0254

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

/* All of the image data, for one chunk. NULL: not enough memory. */
static uint8_t *deflate_rows(Canvas *canvas, int compression, size_t *length)
{
    struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(compression);
    if (!compressor)
        return NULL;
    if (canvas->opaque)
        pack_opaque(canvas);
    else
        pack_clear(canvas);
    size_t bound = libdeflate_zlib_compress_bound(compressor, canvas->packed_size);
    uint8_t *data = g_try_malloc(bound);
    if (data)
        *length = libdeflate_zlib_compress(compressor, canvas->pixels,
                                           canvas->packed_size, data, bound);
    libdeflate_free_compressor(compressor);
    return data;
}

static void append_bytes(png_structp png, png_bytep bytes, size_t length)
{
    g_byte_array_append(png_get_io_ptr(png), bytes, (guint)length);
}

static void flush_nothing(png_structp png)
{
    (void)png;
}

static void keep_message(png_structp png, png_const_charp message)
{
    char **kept = png_get_error_ptr(png);
    g_free(*kept);
    *kept = g_strdup(message);
    png_longjmp(png, 1);
}

static void ignore_warning(png_structp png, png_const_charp message)
{
    (void)png;
    (void)message;
}

static void set_text(png_structp png, png_infop info, const char *key, const char *text)
{
    if (text[0] == '\0')
        return;
    png_text chunk = {
        .compression = PNG_ITXT_COMPRESSION_NONE,
        .key = (char *)key,
        .text = (char *)text,
        .itxt_length = strlen(text),
        .lang = (char *)"",
        .lang_key = (char *)"",
    };
    png_set_text(png, info, &chunk, 1);
}

static void set_header(png_structp png, png_infop info, const Canvas *canvas,
                       const Drawing *drawing)
{
    png_uint_32 per_metre =
        (png_uint_32)CLAMP(round(canvas->dots_per_inch / METRES_PER_INCH), 1, 1e9);
    png_set_IHDR(png, info, (png_uint_32)canvas->width, (png_uint_32)canvas->height, 8,
                 canvas->opaque ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_RGB_ALPHA,
                 PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    png_set_sRGB(png, info, PNG_sRGB_INTENT_PERCEPTUAL);
    png_set_pHYs(png, info, per_metre, per_metre, PNG_RESOLUTION_METER);
    set_text(png, info, "Title", drawing_title(drawing));
    set_text(png, info, "Description", drawing_description(drawing));
    set_text(png, info, "Source", drawing_name(drawing));
    set_text(png, info, "Software", PACKAGE_NAME " " PACKAGE_VERSION);
}

/* Everything that may jump. */
static bool write_chunks(png_structp png, png_infop info, const Canvas *canvas,
                         const Drawing *drawing, const uint8_t *data, size_t length)
{
    if (setjmp(png_jmpbuf(png)))
        return false;
    set_header(png, info, canvas, drawing);
    png_write_info(png, info);
    png_write_chunk(png, (png_const_bytep) "IDAT", data, length);
    png_write_chunk(png, (png_const_bytep) "IEND", NULL, 0);
    return true;
}

static bool write_file(Canvas *canvas, const Drawing *drawing, int compression,
                       GByteArray *out, GError **error)
{
    g_autofree char *message = NULL;
    size_t length = 0;
    g_autofree uint8_t *data = deflate_rows(canvas, compression, &length);
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &message,
                                              keep_message, ignore_warning);
    png_infop info = png ? png_create_info_struct(png) : NULL;
    bool done = false;
    if (info && data) {
        png_set_write_fn(png, out, append_bytes, flush_nothing);
        done = write_chunks(png, info, canvas, drawing, data, length);
    }
    png_destroy_write_struct(&png, &info);
    if (!done)
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_IO,
                    "cannot encode '%s' as png: %s", drawing_name(drawing),
                    message ? message : "not enough memory");
    return done;
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
