/* compare-png.c - whether two pictures show the same: equal size, about equal ink, and
 * the ink in the same places.
 *
 * compare-png FIRST SECOND LIMIT: ink is how far pixels are from the colour of the
 * first one; it is summed over a grid of cells. The distance is the part of all ink
 * that is not in the same cell: 0 for equal pictures, 1 when nothing is. Fails when
 * the sizes differ by more than a pixel or the distance is over LIMIT.
 */
#include <glib.h>
#include <math.h>
#include <png.h>
#include <stdbool.h>
#include <stdlib.h>

enum { CELLS = 16 };

typedef struct {
    int width, height;
    double cells[CELLS][CELLS];
    double ink; /* of a picture that is all ink: 1 */
} Summary;

static void add_pixels(Summary *summary, const png_byte *pixels)
{
    const size_t width = (size_t)summary->width, height = (size_t)summary->height;

    for (size_t y = 0; y < height; y++) {
        for (size_t x = 0; x < width; x++) {
            const png_byte *pixel = pixels + 3 * (y * width + x);
            int most = 0;
            for (int i = 0; i < 3; i++)
                most = MAX(most, abs(pixel[i] - pixels[i]));
            summary->cells[y * CELLS / height][x * CELLS / width] += most;
        }
    }
    for (int row = 0; row < CELLS; row++) {
        for (int column = 0; column < CELLS; column++) {
            summary->cells[row][column] /= 255.0 * (double)(width * height);
            summary->ink += summary->cells[row][column];
        }
    }
}

static Summary summarize(const char *path)
{
    png_image image = {.version = PNG_IMAGE_VERSION};
    Summary summary = {0};

    if (!png_image_begin_read_from_file(&image, path)) {
        g_printerr("cannot read '%s': %s\n", path, image.message);
        exit(2);
    }
    image.format = PNG_FORMAT_RGB;
    g_autofree png_byte *pixels = g_malloc(PNG_IMAGE_SIZE(image));
    const png_color white = {255, 255, 255};
    if (!png_image_finish_read(&image, &white, pixels, 0, NULL)) {
        g_printerr("cannot read '%s': %s\n", path, image.message);
        exit(2);
    }
    summary.width = (int)image.width;
    summary.height = (int)image.height;
    add_pixels(&summary, pixels);
    return summary;
}

static double distance(const Summary *a, const Summary *b)
{
    double sum = 0;

    for (int row = 0; row < CELLS; row++)
        for (int column = 0; column < CELLS; column++)
            sum += fabs(a->cells[row][column] - b->cells[row][column]);
    return sum / (a->ink + b->ink);
}

int main(int argc, char **argv)
{
    if (argc != 4) {
        g_printerr("usage: compare-png FIRST SECOND LIMIT\n");
        return 2;
    }
    const Summary first = summarize(argv[1]), second = summarize(argv[2]);
    const double apart = distance(&first, &second);
    const bool same_size =
        abs(first.width - second.width) <= 1 && abs(first.height - second.height) <= 1;

    g_print("size %d x %d and %d x %d, ink %.4f and %.4f, distance %.3f\n", first.width,
            first.height, second.width, second.height, first.ink, second.ink, apart);
    return same_size && first.ink > 0 && apart <= g_ascii_strtod(argv[3], NULL) ? 0 : 1;
}
