/* field_data.c - a heat map's values from a file: a row of the file is a row of cells.
 */
#include "scene/field.h"

#include "base/error.h"
#include "scene/data_curve.h"

enum {
    BLOCK_ROWS = 1024,
    SIDE_MAX = 20000,
    CELLS_MAX = 16 << 20,
};

/* Columns as they are read, some at a time. */
typedef struct {
    DataFile *file;
    int columns;
    GPtrArray *values; /* of GArray * of double, one a column */
} Grid;

static void free_array(void *array)
{
    g_array_unref(array);
}

static bool fail_size(const DataFile *file, GError **error)
{
    g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                "%s: a heat map has at most %d cells a side and %d million in all",
                file->path, SIDE_MAX, CELLS_MAX >> 20);
    return false;
}

/* Reads count columns from the first one on, of all rows. */
static bool read_columns(Grid *grid, DataWish wish, int first, int count,
                         GError **error)
{
    g_autofree double *memory = g_new(double, (gsize)count *BLOCK_ROWS);
    double *out[DATA_READ_MAX];
    gssize got;
    wish.count = count;
    for (int i = 0; i < count; i++) {
        wish.columns[i] = first + i;
        out[i] = memory + (gsize)i * BLOCK_ROWS;
        g_ptr_array_add(grid->values, g_array_new(FALSE, FALSE, sizeof(double)));
    }
    if (!data_file_begin(grid->file, &wish, error))
        return false;
    while ((got = data_file_read(grid->file, out, BLOCK_ROWS, error)) > 0)
        for (int i = 0; i < count; i++) {
            GArray *column = g_ptr_array_index(grid->values, (guint)(first + i));
            g_array_append_vals(column, out[i], (guint)got);
            if (column->len > SIDE_MAX ||
                (gint64)column->len * grid->columns > CELLS_MAX)
                return fail_size(grid->file, error);
        }
    return got == 0;
}

static bool read_grid(Grid *grid, const DataWish *wish, GError **error)
{
    if (grid->columns > SIDE_MAX)
        return fail_size(grid->file, error);
    for (int first = 0; first < grid->columns; first += DATA_READ_MAX)
        if (!read_columns(grid, *wish, first, MIN(DATA_READ_MAX, grid->columns - first),
                          error))
            return false;
    if (((GArray *)g_ptr_array_index(grid->values, 0))->len > 0)
        return true;
    g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT, "%s: there are no rows",
                grid->file->path);
    return false;
}

static void take_grid(SceneField *field, const Grid *grid)
{
    field->columns = grid->columns;
    field->rows = (int)((GArray *)g_ptr_array_index(grid->values, 0))->len;
    field->values = g_new(double, (gsize)field->columns *(gsize)field->rows);
    for (int i = 0; i < field->columns; i++) {
        const GArray *column = g_ptr_array_index(grid->values, (guint)i);
        for (int k = 0; k < field->rows; k++)
            field->values[(gsize)k * (gsize)field->columns + (gsize)i] =
                g_array_index(column, double, (guint)k);
    }
}

bool field_take_file(const PanelBuild *build, SceneField *field, GError **error)
{
    DataWish wish;
    g_autoptr(DataFile) file =
        data_spec_open(build->figure, &build->spec->heatmap->data, &wish, error);
    if (!file)
        return false;
    Grid grid = {.file = file,
                 .columns = data_file_columns(file),
                 .values = g_ptr_array_new_with_free_func(free_array)};
    bool good = read_grid(&grid, &wish, error);
    if (good)
        take_grid(field, &grid);
    g_ptr_array_unref(grid.values);
    return good;
}
