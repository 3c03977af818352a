/* png_file.c - rows of pixels as a PNG file. */
#include "config.h"

#include "backend/png_file.h"

#include "base/error.h"

#include <libdeflate.h>
#include <math.h>
#include <png.h>
#include <string.h>

#define METRES_PER_INCH 0.0254

enum { CELLS_SIDE = 800 }; /* pixels of an image of cells, at least about */

/* All of the image data, for one chunk. NULL: not enough memory. */
static uint8_t *deflate_rows(const PngFile *file, int compression, size_t *length)
{
    struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(compression);
    size_t bound;
    uint8_t *data;

    if (!compressor)
        return NULL;
    bound = libdeflate_zlib_compress_bound(compressor, file->size);
    data = g_try_malloc(bound);
    if (data)
        *length =
            libdeflate_zlib_compress(compressor, file->rows, file->size, data, bound);
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
    if (!text || text[0] == '\0')
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

static void set_palette(png_structp png, png_infop info, const PngFile *file)
{
    png_color colors[256] = {{0}};
    png_byte alphas[256] = {0};
    int clear = 0; /* so many of the first ones are told to be clear */

    for (int i = 0; i < file->palette_count; i++) {
        uint32_t color = file->palette[i];
        colors[i] = (png_color){(png_byte)(color >> 16), (png_byte)(color >> 8),
                                (png_byte)color};
        alphas[i] = (png_byte)(color >> 24);
        if (alphas[i] < 255)
            clear = i + 1;
    }
    png_set_PLTE(png, info, colors, file->palette_count);
    if (clear > 0)
        png_set_tRNS(png, info, alphas, clear, NULL);
}

static void set_header(png_structp png, png_infop info, const PngFile *file)
{
    static const int types[] = {[PNG_FILE_RGB] = PNG_COLOR_TYPE_RGB,
                                [PNG_FILE_RGBA] = PNG_COLOR_TYPE_RGB_ALPHA,
                                [PNG_FILE_INDEXED] = PNG_COLOR_TYPE_PALETTE};

    png_set_IHDR(png, info, (png_uint_32)file->width, (png_uint_32)file->height, 8,
                 types[file->kind], PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    png_set_sRGB(png, info, PNG_sRGB_INTENT_PERCEPTUAL);
    if (file->kind == PNG_FILE_INDEXED)
        set_palette(png, info, file);
    if (file->dots_per_inch > 0) {
        double per_metre = round(file->dots_per_inch / METRES_PER_INCH);
        png_uint_32 whole = (png_uint_32)CLAMP(per_metre, 1, 1e9);
        png_set_pHYs(png, info, whole, whole, PNG_RESOLUTION_METER);
    }
    set_text(png, info, "Title", file->title);
    set_text(png, info, "Description", file->description);
    if (file->source) {
        set_text(png, info, "Source", file->source);
        set_text(png, info, "Software", PACKAGE_NAME " " PACKAGE_VERSION);
    }
}

/* Everything that may jump. */
static bool write_chunks(png_structp png, png_infop info, const PngFile *file,
                         const uint8_t *data, size_t length)
{
    if (setjmp(png_jmpbuf(png)))
        return false;
    set_header(png, info, file);
    png_write_info(png, info);
    png_write_chunk(png, (png_const_bytep) "IDAT", data, length);
    png_write_chunk(png, (png_const_bytep) "IEND", NULL, 0);
    return true;
}

bool png_file_write(const PngFile *file, int compression, GByteArray *out,
                    GError **error)
{
    g_autofree char *message = NULL;
    size_t length = 0;
    g_autofree uint8_t *data = deflate_rows(file, compression, &length);
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, &message,
                                              keep_message, ignore_warning);
    png_infop info = png ? png_create_info_struct(png) : NULL;
    bool done = false;

    if (info && data) {
        png_set_write_fn(png, out, append_bytes, flush_nothing);
        done = write_chunks(png, info, file, data, length);
    }
    png_destroy_write_struct(&png, &info);
    if (!done)
        g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_IO,
                    "cannot encode '%s' as png: %s", file->source ? file->source : "",
                    message ? message : "not enough memory");
    return done;
}

/* Viewers that smooth all images shall not blur cells: each becomes many pixels. */
static int cell_pixels(const DrawingImage *image, int count)
{
    return image->smooth ? 1 : MAX(1, CELLS_SIDE / count);
}

bool png_file_write_image(const DrawingImage *image, int compression, GByteArray *out,
                          GError **error)
{
    int across = cell_pixels(image, image->columns);
    int down = cell_pixels(image, image->rows);
    size_t length = 1 + (size_t)image->columns * (size_t)across;
    PngFile file = {.kind = PNG_FILE_INDEXED,
                    .width = image->columns * across,
                    .height = image->rows * down,
                    .palette_count = 256};
    g_autofree uint8_t *rows = g_malloc0(length * (size_t)file.height);

    for (int y = 0; y < file.height; y++) {
        const uint8_t *pixels =
            image->pixels + (size_t)(y / down) * (size_t)image->columns;
        uint8_t *row = rows + (size_t)y * length; /* its first byte: no filter */
        for (int x = 0; x < file.width; x++)
            row[1 + x] = pixels[x / across];
    }
    file.rows = rows;
    file.size = length * (size_t)file.height;
    memcpy(file.palette, image->colors, sizeof file.palette);
    return png_file_write(&file, compression, out, error);
}
