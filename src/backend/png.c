/* png.c - the Drawing as pixels: painted by cairo, written by libpng.
 *
 * Line plots have few colours in long runs: no row filter, one pass of zlib, is
 * smaller and twice as fast as libpng's adaptive choice. The canvas asks for huge
 * pages, for its page faults cost more than its painting.
 */
#include "config.h"

#include "backend/backend.h"
#include "backend/cairo_painter.h"
#include "base/error.h"
#include "base/length.h"
#include "base/number.h"

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
    uint32_t *pixels;  /* xRGB, or premultiplied ARGB when not opaque */
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
    size_t size = canvas->stride * (size_t)canvas->height;
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

/* One row as 8 bit RGB. */
static void convert_opaque(const uint32_t *pixels, int width, uint8_t *out)
{
    for (int i = 0; i < width; i++) {
        uint32_t pixel = pixels[i];
        out[3 * i] = (uint8_t)(pixel >> 16);
        out[3 * i + 1] = (uint8_t)(pixel >> 8);
        out[3 * i + 2] = (uint8_t)pixel;
    }
}

/* One row as 8 bit RGBA, no longer premultiplied. */
static void convert_clear(const uint32_t *pixels, int width, uint8_t *out)
{
    for (int i = 0; i < width; i++, out += 4) {
        uint32_t alpha = pixels[i] >> 24;
        for (int k = 0; k < 3; k++) {
            uint32_t component = pixels[i] >> (16 - 8 * k) & 0xff;
            out[k] =
                (uint8_t)(alpha ? MIN(255, (component * 255 + alpha / 2) / alpha) : 0);
        }
        out[3] = (uint8_t)alpha;
    }
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

/* Everything that may jump; row holds one row of the file. */
static bool encode(png_structp png, png_infop info, const Canvas *canvas,
                   const Drawing *drawing, int compression, uint8_t *row)
{
    if (setjmp(png_jmpbuf(png)))
        return false;
    png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
    png_set_compression_level(png, compression);
    png_set_compression_buffer_size(png, 64 * 1024);
    set_header(png, info, canvas, drawing);
    png_write_info(png, info);
    const uint32_t *pixels = canvas->pixels;
    for (int y = 0; y < canvas->height; y++, pixels += canvas->width) {
        if (canvas->opaque)
            convert_opaque(pixels, canvas->width, row);
        else
            convert_clear(pixels, canvas->width, row);
        png_write_row(png, row);
    }
    png_write_end(png, NULL);
    return true;
}

static bool write_file(const Canvas *canvas, const Drawing *drawing, int compression,
                       GByteArray *out, GError **error)
{
    g_autofree char *message = NULL;
    g_autofree uint8_t *row = g_malloc((gsize)canvas->width * 4);
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &message,
                                              keep_message, ignore_warning);
    png_infop info = png ? png_create_info_struct(png) : NULL;
    bool done = false;
    if (info) {
        png_set_write_fn(png, out, append_bytes, flush_nothing);
        done = encode(png, info, canvas, drawing, compression, row);
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
