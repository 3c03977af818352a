/* field_grid.c - a heat map's values from the grid of an experiment. */
#include "scene/field.h"

#include <math.h>
#include <string.h>

/* Samples a side of a part of the grid. */
enum { PART_SIDE = 400 };

/* Whether an axis shows the grid from edge to edge, all cells alike. */
static bool is_whole(const Scale *scale, double low, double high)
{
    return scale->low == low && scale->high == high && !scale_is_curved(scale);
}

static double cell_value(const ExperimentGrid *grid, int column, int row)
{
    return grid->values[(gsize)row * (gsize)grid->columns + (gsize)column];
}

/* The cells before and after a place, counted in cells from the middle of the first. */
static void find_cells(double place, int count, int *before, int *after, double *share)
{
    double at = CLAMP(place, 0, count - 1);
    *before = (int)floor(at);
    *after = MIN(*before + 1, count - 1);
    *share = at - *before;
}

/* Between the middles of four cells in proportion, as contour lines have it; NAN beside
 * the grid. */
static double value_at(const ExperimentGrid *grid, double across, double up)
{
    int left, right, below, above;
    double x, y;
    if (!(across >= 0 && across <= 1 && up >= 0 && up <= 1))
        return NAN;
    find_cells(across * grid->columns - 0.5, grid->columns, &left, &right, &x);
    find_cells(up * grid->rows - 0.5, grid->rows, &below, &above, &y);
    double low = cell_value(grid, left, below), high = cell_value(grid, left, above);
    if (x > 0) {
        low += x * (cell_value(grid, right, below) - low);
        high += x * (cell_value(grid, right, above) - high);
    }
    return y > 0 ? low + y * (high - low) : low;
}

/* Where a share of the field's axis is on the grid, as a share of it: of any axis, for
 * the grid's cells are even in the data. */
static double share_on_grid(const Scale *shown, double low, double high, double share)
{
    return (scale_invert(shown, share) - low) / (high - low);
}

void field_take_grid(const PanelBuild *build, SceneField *field)
{
    const ExperimentGrid *grid = build->spec->heatmap->grid;
    bool whole = is_whole(&field->x, grid->left, grid->right) &&
                 is_whole(&field->y, grid->bottom, grid->top);
    field->columns = whole ? grid->columns : PART_SIDE;
    field->rows = whole ? grid->rows : PART_SIDE;
    gsize count = (gsize)field->columns * (gsize)field->rows;
    field->values = g_new(double, count);
    if (whole) {
        field->smooth = grid->is_smooth;
        memcpy(field->values, grid->values, count * sizeof(double));
        return;
    }
    field->smooth = true;
    for (gsize i = 0; i < count; i++) {
        double x = ((double)(i % PART_SIDE) + 0.5) / PART_SIDE;
        double y = ((double)(i / PART_SIDE) + 0.5) / PART_SIDE;
        field->values[i] =
            value_at(grid, share_on_grid(&field->x, grid->left, grid->right, x),
                     share_on_grid(&field->y, grid->bottom, grid->top, y));
    }
}
