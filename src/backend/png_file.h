/* png_file.h - rows of pixels as a PNG file: packed by libdeflate, written by libpng.
 */
#ifndef ACTPLOT_BACKEND_PNG_FILE_H
#define ACTPLOT_BACKEND_PNG_FILE_H

#include "layout/drawing.h"

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum { PNG_FILE_RGB, PNG_FILE_RGBA, PNG_FILE_INDEXED } PngFileKind;

/* Rows are as in the file: a filter byte, then 3, 4 or 1 bytes a pixel. */
typedef struct {
    PngFileKind kind;
    int width, height;
    uint8_t *rows;         /* filters may be put in */
    size_t size;           /* of the rows, bytes */
    uint32_t palette[256]; /* PNG_FILE_INDEXED: 0xAARRGGBB, not premultiplied */
    int palette_count;
    double dots_per_inch;                     /* 0: not told */
    const char *title, *description, *source; /* "" or NULL: none */
} PngFile;

/* Appends the file to out. compression is 0 .. 9. */
bool png_file_write(const PngFile *file, int compression, GByteArray *out,
                    GError **error);

/* Appends an image of a Drawing by itself; cells become squares of many pixels. */
bool png_file_write_image(const DrawingImage *image, int compression, GByteArray *out,
                          GError **error);

#endif
