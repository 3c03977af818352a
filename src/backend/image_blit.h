/* image_blit.h - images of a Drawing put into pixels. */
#ifndef ACTPLOT_BACKEND_IMAGE_BLIT_H
#define ACTPLOT_BACKEND_IMAGE_BLIT_H

#include "layout/drawing.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Pixels as cairo has them: 0xAARRGGBB, premultiplied, native byte order. */
typedef struct {
    uint32_t *pixels;
    size_t stride; /* pixels from row to row */
    int width, height;
} Pixels;

/* A stretch of whole pixels, to_x and to_y left out. */
typedef struct {
    int from_x, from_y, to_x, to_y;
} PixelBox;

/* Lays the image over box, as far as that lies within clip. Enlarged, a smooth image is
 * mixed from its numbers, another has cells with edges; where several of its pixels
 * fall on one, that is their mean. */
void image_blit(const DrawingImage *image, const Pixels *target, PixelBox box,
                PixelBox clip);

#endif
