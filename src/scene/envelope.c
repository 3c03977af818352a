/* envelope.c - functions that oscillate faster than pixels. */
#include "scene/envelope.h"

#include "scene/cutter.h"

#include <math.h>

/* Points taken of each column, and the most columns. */
enum { EACH = 32, COLUMNS_MAX = 8192 };

/* Unevenly over the column, so as not to keep step with the curve. */
static void place_points(const Frame *frame, int column, int columns, double x[EACH])
{
    for (int i = 0; i < EACH; i++) {
        double jitter = fmod((i + 1) * 0.6180339887498949 * (column + 1), 1);
        double share = (column + (i + 0.9 * jitter) / EACH) / columns;
        x[i] = scale_invert(&frame->x, share);
    }
}

/* false: nothing is finite. */
static bool find_extremes(const double f[EACH], int *least, int *most)
{
    *least = *most = -1;
    for (int i = 0; i < EACH; i++) {
        if (!isfinite(f[i]))
            continue;
        *least = *least < 0 || f[i] < f[*least] ? i : *least;
        *most = *most < 0 || f[i] > f[*most] ? i : *most;
    }
    return *least >= 0;
}

void envelope_draw(const SampledFunction *function, const Frame *frame,
                   double tolerance, GPtrArray *pieces)
{
    int columns = (int)CLAMP(2 * frame->width, 16, COLUMNS_MAX);
    double x[EACH], f[EACH], df[EACH];
    Cutter cutter;
    cutter_init(&cutter, function, frame, tolerance, pieces);
    for (int column = 0; column < columns; column++) {
        int least, most;
        place_points(frame, column, columns, x);
        function->evaluate(function->data, x, EACH, f, df);
        if (!find_extremes(f, &least, &most)) {
            cutter_break(&cutter);
            continue;
        }
        const int order[2] = {MIN(least, most), MAX(least, most)};
        for (int k = 0; k < 2; k++) {
            double y = CLAMP(f[order[k]], frame->y.low, frame->y.high);
            Vertex vertex = {.data = {x[order[k]], y}};
            vertex.page = frame_map(frame, vertex.data);
            cutter_add(&cutter, &vertex);
        }
    }
    cutter_release(&cutter);
}
