/* layout_cloud.c - markers by the ten thousand, as the area that they cover.
 *
 * Each is stamped on a fine grid; what is covered becomes boxes, one for each run of
 * cells in a row: files stay small and painting takes no longer for more markers.
 */
#include "layout/layout_parts.h"

#include <math.h>
#include <string.h>

#define CELL_PT 0.24 /* a third of a pixel at 100 dots an inch */

enum { CELLS_MAX = 40000000, CORNERS_MAX = 32 };

typedef struct {
    Rect box; /* what the grid covers, points */
    int across, down;
    guint8 *cells;
} Grid;

/* Cells about a marker's center that it covers. */
typedef struct {
    int reach; /* of the mask, in cells to each side */
    bool *mask;
} Stamp;

/* Whether at is on the inner side of all edges. */
static bool is_inside(const Point *corners, int count, Point at)
{
    bool left = false, right = false;

    for (int i = 0; i < count; i++) {
        Point a = corners[i], b = corners[(i + 1) % count];
        double turn = (b.x - a.x) * (at.y - a.y) - (b.y - a.y) * (at.x - a.x);
        left |= turn > 0;
        right |= turn < 0;
    }
    return !(left && right);
}

static bool is_covered(Marker marker, const Point *corners, int count, Point at)
{
    double half = MARKER_ARM_SHARE / 2;

    if (marker == MARKER_CIRCLE)
        return hypot(at.x, at.y) <= 0.5;
    if (marker == MARKER_PLUS)
        return (fabs(at.x) <= half && fabs(at.y) <= 0.5) ||
               (fabs(at.y) <= half && fabs(at.x) <= 0.5);
    if (marker == MARKER_CROSS)
        return fmax(fabs(at.x), fabs(at.y)) <= 0.43 &&
               fmin(fabs(at.x - at.y), fabs(at.x + at.y)) <= half * G_SQRT2;
    return is_inside(corners, count, at);
}

static void stamp_init(Stamp *stamp, Marker marker, double size_pt)
{
    Point corners[CORNERS_MAX];
    int count = marker_corners(marker, corners), side;

    stamp->reach = (int)ceil(0.65 * size_pt / CELL_PT);
    side = 2 * stamp->reach + 1;
    stamp->mask = g_new(bool, (gsize)side *(gsize)side);
    for (int row = 0; row < side; row++)
        for (int column = 0; column < side; column++) {
            Point at = {(column - stamp->reach) * CELL_PT / size_pt,
                        (row - stamp->reach) * CELL_PT / size_pt};
            stamp->mask[row * side + column] = is_covered(marker, corners, count, at);
        }
    stamp->mask[stamp->reach * side + stamp->reach] = true;
}

static void stamp_put(const Stamp *stamp, Grid *grid, Point center)
{
    int side = 2 * stamp->reach + 1;
    int left = (int)floor((center.x - grid->box.x) / CELL_PT) - stamp->reach;
    int top = (int)floor((center.y - grid->box.y) / CELL_PT) - stamp->reach;

    for (int row = 0; row < side; row++) {
        guint8 *cells = grid->cells + (gsize)(top + row) * (gsize)grid->across + left;
        if (top + row < 0 || top + row >= grid->down)
            continue;
        for (int column = MAX(0, -left); column < MIN(side, grid->across - left);
             column++)
            cells[column] |= stamp->mask[row * side + column];
    }
}

/* A run of covered cells, down to where the same cells are no longer covered. */
static int take_box(Grid *grid, int row, int first, int last)
{
    int end = row;

    for (; end < grid->down; end++) {
        guint8 *cells = grid->cells + (gsize)end * (gsize)grid->across;
        bool same =
            (first == 0 || !cells[first - 1]) && (last == grid->across || !cells[last]);
        for (int i = first; same && i < last; i++)
            same = cells[i];
        if (!same)
            return end;
        memset(cells + first, 0, (gsize)(last - first));
    }
    return end;
}

static void add_box(GArray *points, const Grid *grid, Rect cells)
{
    double x = grid->box.x + cells.x * CELL_PT, y = grid->box.y + cells.y * CELL_PT;
    double right = x + cells.width * CELL_PT, bottom = y + cells.height * CELL_PT;
    const Point corners[] = {{x, y}, {right, y}, {right, bottom}, {x, bottom}};

    g_array_append_vals(points, corners, G_N_ELEMENTS(corners));
}

static void add_boxes(Page *page, Grid *grid, Color color)
{
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(Point));
    g_autoptr(GArray) runs = g_array_new(FALSE, FALSE, sizeof(int));
    const int corners = 4;

    for (int row = 0; row < grid->down; row++)
        for (int first = 0; first < grid->across; first++) {
            const guint8 *cells = grid->cells + (gsize)row * (gsize)grid->across;
            int last = first, end;
            if (!cells[first])
                continue;
            while (last < grid->across && cells[last])
                last++;
            end = take_box(grid, row, first, last);
            add_box(points, grid, (Rect){first, row, last - first, MAX(end - row, 1)});
            g_array_append_val(runs, corners);
            first = last;
        }
    page_fill_all(page, points, runs, color);
}

bool cloud_paint(Page *page, Marker marker, const GArray *centers, double size_pt,
                 Color color)
{
    double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY;
    Grid grid;
    Stamp stamp;

    for (unsigned i = 0; i < centers->len; i++) {
        Point at = g_array_index(centers, Point, i);
        left = MIN(left, at.x);
        right = MAX(right, at.x);
        top = MIN(top, at.y);
        bottom = MAX(bottom, at.y);
    }
    grid.box = (Rect){left - size_pt, top - size_pt, right - left + 2 * size_pt,
                      bottom - top + 2 * size_pt};
    if (grid.box.width / CELL_PT * (grid.box.height / CELL_PT) > CELLS_MAX)
        return false;
    grid.across = (int)ceil(grid.box.width / CELL_PT);
    grid.down = (int)ceil(grid.box.height / CELL_PT);
    grid.cells = g_malloc0((gsize)grid.across * (gsize)grid.down);
    stamp_init(&stamp, marker, size_pt);
    for (unsigned i = 0; i < centers->len; i++)
        stamp_put(&stamp, &grid, g_array_index(centers, Point, i));
    add_boxes(page, &grid, color);
    g_free(stamp.mask);
    g_free(grid.cells);
    return true;
}
