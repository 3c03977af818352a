/* contour_wild.c - where a field changes faster than a grid can follow.
 *
 * What a grid can follow has about the value between a cell's corners that they say. A
 * jump or a ridge misses it too, but in few cells of a block: a wave that is too fast,
 * in most of them.
 */
#include "scene/contour_wild.h"

#include "formula/tape.h"

#include <math.h>

enum { BLOCK = 6 }; /* cells, a side */

static const double MISSED = 0.25; /* of the colour axis */
static const double MANY = 0.5;    /* of a block's cells */

/* Within a cell: at odd shares, for waves may fit the grid. */
static const Point probes[] = {{0.618, 0.347}, {0.271, 0.724}, {0.839, 0.541}};

static double share_of(const SceneField *field, double value)
{
    double share = scale_map(&field->bar.scale, value);
    return share < 0 ? 0 : share > 1 ? 1 : share;
}

/* Notes which of a row's cells have a value at a probe that is far from what their
 * corners say. */
static void test_row(const SceneField *field, int columns, const double *below,
                     const double *above, Point probe, const double *found,
                     bool *missed)
{
    for (int i = 0; i + 1 < columns; i++) {
        double low = share_of(field, below[i]) * (1 - probe.x) +
                     share_of(field, below[i + 1]) * probe.x;
        double high = share_of(field, above[i]) * (1 - probe.x) +
                      share_of(field, above[i + 1]) * probe.x;
        double expected = low * (1 - probe.y) + high * probe.y;
        missed[i] |= fabs(share_of(field, found[i]) - expected) > MISSED;
    }
}

/* Marks the blocks with many such cells, and nothing else. */
static bool spread(const bool *missed, int across, int down, bool *wild)
{
    bool any = false;
    for (int top = 0; top < down; top += BLOCK) {
        for (int left = 0; left < across; left += BLOCK) {
            int bottom = MIN(top + BLOCK, down), right = MIN(left + BLOCK, across);
            int count = 0;
            for (int k = top; k < bottom; k++)
                for (int i = left; i < right; i++)
                    count += missed[k * across + i];
            if (count <= MANY * (bottom - top) * (right - left))
                continue;
            any = true;
            for (int k = top; k < bottom; k++)
                for (int i = left; i < right; i++)
                    wild[k * across + i] = true;
        }
    }
    return any;
}

bool *contour_wild_cells(const SceneField *field, int columns, int rows,
                         const double *x, const double *y, const double *values)
{
    int across = columns - 1, down = rows - 1;
    g_autofree double *at = g_new(double, (gsize)columns);
    g_autofree double *found = g_new(double, (gsize)columns);
    g_autofree bool *missed = g_new0(bool, (gsize)across *(gsize)down);
    g_autofree bool *wild = g_new0(bool, (gsize)across *(gsize)down);

    for (unsigned p = 0; p < G_N_ELEMENTS(probes); p++) {
        Point probe = probes[p];
        for (int i = 0; i < across; i++)
            at[i] = scale_invert(&field->x, x[i] + probe.x * (x[i + 1] - x[i]));
        for (int k = 0; k < down; k++) {
            const double *below = values + (gsize)k * (gsize)columns;
            tape_evaluate_row(
                field->tape, at, (gsize)across,
                scale_invert(&field->y, y[k] + probe.y * (y[k + 1] - y[k])),
                (double *[]){found});
            test_row(field, columns, below, below + columns, probe, found,
                     missed + (gsize)k * (gsize)across);
        }
    }
    return spread(missed, across, down, wild) ? g_steal_pointer(&wild) : NULL;
}
