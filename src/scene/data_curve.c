/* data_curve.c - a curve from a file. */
#include "scene/data_curve.h"

#include "base/error.h"
#include "scene/columns.h"

#include <math.h>

enum { BLOCK_ROWS = 16384, LINE_ROWS_MAX = 2000000, COLUMNS_MAX = 4 };

/* Blocks of rows while they are read. */
typedef struct {
    double *columns[COLUMNS_MAX];
    double *memory;
} Block;

static void block_init(Block *block)
{
    block->memory = g_new(double, (gsize)BLOCK_ROWS *COLUMNS_MAX);
    for (int i = 0; i < COLUMNS_MAX; i++)
        block->columns[i] = block->memory + (gsize)BLOCK_ROWS * (gsize)i;
}

/* The next rows; a missing x takes its y with it. */
static gssize block_read(const DataCurve *data, Block *block, GError **error)
{
    gssize rows = data_file_read(data->file, block->columns, BLOCK_ROWS, error);
    if (data->x < 0)
        return rows;
    const double *x = block->columns[data->x];
    double *y = block->columns[data->y];
    for (gssize i = 0; i < rows; i++)
        y[i] = isfinite(x[i]) ? y[i] : NAN;
    return rows;
}

static Point band_point(const DataCurve *data, const Block *block, gssize i, double x,
                        bool high)
{
    if (data->high >= 0)
        return (Point){x, block->columns[high ? data->high : data->low][i]};
    double half = block->columns[data->low][i];
    return (Point){x, block->columns[data->y][i] + (high ? half : -half)};
}

static void keep_rows(DataCurve *data, const Block *block, gssize rows, gint64 before)
{
    for (gssize i = 0; i < rows; i++) {
        double x = data->x < 0 ? (double)(before + i + 1) : block->columns[data->x][i];
        Point point = {x, block->columns[data->y][i]};
        g_array_append_val(data->points, point);
        if (data->low < 0)
            continue;
        Point low = band_point(data, block, i, x, false);
        Point high = band_point(data, block, i, x, true);
        g_array_append_val(data->lows, low);
        g_array_append_val(data->highs, high);
    }
}

static void add_extent(DataCurve *data, const double *x, gssize rows, double *last)
{
    for (gssize i = 0; i < rows; i++) {
        if (!isfinite(x[i]))
            continue;
        data->falls |= x[i] < *last;
        *last = x[i];
        data->x_low = x[i] < data->x_low ? x[i] : data->x_low;
        data->x_high = x[i] > data->x_high ? x[i] : data->x_high;
        if (x[i] > 0 && x[i] < data->x_positive)
            data->x_positive = x[i];
    }
}

static bool needs_all(const DataCurve *data)
{
    return data->falls && data->spec->style != STYLE_POINTS;
}

/* Keeps all rows, until they are too many; then only what is to be known of x. */
static bool scan(DataCurve *data, Block *block, GError **error)
{
    gint64 total = 0;
    double last = -INFINITY;
    data->is_small = true;
    for (;;) {
        gssize rows = block_read(data, block, error);
        if (rows < 0)
            return false;
        if (rows == 0)
            break;
        if (data->x >= 0)
            add_extent(data, block->columns[data->x], rows, &last);
        if (data->is_small && total + rows <= LINE_ROWS_MAX)
            keep_rows(data, block, rows, total);
        total += rows;
        bool kept_all = total <= LINE_ROWS_MAX && data->is_small;
        data->is_small = kept_all && (total <= DATA_KEPT_MAX || needs_all(data));
        if (data->is_small)
            continue;
        g_array_set_size(data->points, 0);
        if (data->low >= 0) {
            g_array_set_size(data->lows, 0);
            g_array_set_size(data->highs, 0);
        }
    }
    if (data->x < 0 && total > 0) {
        data->x_low = data->x_positive = 1;
        data->x_high = (double)total;
    }
    if (data->is_small || !needs_all(data))
        return true;
    g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT,
                "a line through so many points needs an x that does not fall (sort "
                "the rows, or draw `style: points`)");
    return false;
}

DataCurve *data_curve_new(const Figure *figure, const CurveSpec *spec, GError **error)
{
    DataCurve *data = g_new0(DataCurve, 1);
    GError *cause = NULL;
    Block block;
    data->figure = figure;
    data->spec = spec;
    data->x = data->y = data->low = data->high = -1;
    data->x_low = data->x_positive = data->y_low = INFINITY;
    data->x_high = data->y_high = -INFINITY;
    data->points = g_array_new(FALSE, FALSE, sizeof(Point));
    data->file = data_spec_open(figure, &spec->data, &data->wish, error);
    if (!data->file || !data_curve_find_columns(data, error)) {
        data_curve_free(data);
        return NULL;
    }
    if (data->low >= 0) {
        data->lows = g_array_new(FALSE, FALSE, sizeof(Point));
        data->highs = g_array_new(FALSE, FALSE, sizeof(Point));
    }
    if (data->x < 0 && data->file->rows > DATA_KEPT_MAX) {
        data->x_low = data->x_positive = 1;
        data->x_high = (double)data->file->rows;
        return data;
    }
    block_init(&block);
    bool done =
        data_file_begin(data->file, &data->wish, &cause) && scan(data, &block, &cause);
    g_free(block.memory);
    if (done)
        return data;
    data_place_error(figure, &spec->data.path, cause, error);
    data_curve_free(data);
    return NULL;
}

void data_curve_free(DataCurve *data)
{
    if (!data)
        return;
    data_file_close(data->file);
    g_free(data->x_name);
    g_free(data->y_name);
    g_clear_pointer(&data->names, g_ptr_array_unref);
    g_array_unref(data->points);
    g_clear_pointer(&data->lows, g_array_unref);
    g_clear_pointer(&data->highs, g_array_unref);
    g_free(data);
}

/* Least and largest bound of the band in each column of the page. */
typedef struct {
    double *low, *high;
    int count;
} BandColumns;

static void add_band(const DataCurve *data, const Block *block, gssize rows,
                     gint64 before, const Scale *x, BandColumns *columns)
{
    for (gssize i = 0; i < rows; i++) {
        double at = data->x < 0 ? (double)(before + i + 1) : block->columns[data->x][i];
        double share = scale_map(x, at);
        if (!(share >= 0 && share <= 1))
            continue;
        int column = MIN((int)(share * columns->count), columns->count - 1);
        double low = band_point(data, block, i, at, false).y;
        double high = band_point(data, block, i, at, true).y;
        columns->low[column] = fmin(columns->low[column], low);
        columns->high[column] = fmax(columns->high[column], high);
    }
}

static void take_band(DataCurve *data, const Scale *x, BandColumns *columns)
{
    for (int i = 0; i < columns->count; i++) {
        if (!isfinite(columns->low[i]) || !isfinite(columns->high[i]))
            continue;
        double at = scale_invert(x, (i + 0.5) / columns->count);
        Point low = {at, columns->low[i]}, high = {at, columns->high[i]};
        g_array_append_val(data->lows, low);
        g_array_append_val(data->highs, high);
    }
}

static bool reduce(DataCurve *data, Block *block, Columns *columns, BandColumns *band,
                   GError **error)
{
    gint64 before = 0;
    for (;;) {
        gssize rows = block_read(data, block, error);
        if (rows < 0)
            return false;
        if (rows == 0)
            return true;
        const double *x = data->x < 0 ? NULL : block->columns[data->x];
        columns_add(columns, x, block->columns[data->y], (size_t)rows);
        if (data->low >= 0)
            add_band(data, block, rows, before, &columns->x, band);
        before += rows;
    }
}

bool data_curve_reduce(DataCurve *data, const Scale *x, int count, GError **error)
{
    Columns columns;
    Block block;
    GError *cause = NULL;
    if (data->is_small)
        return true;
    BandColumns band = {g_new(double, (gsize)count), g_new(double, (gsize)count),
                        count};
    for (int i = 0; i < count; i++) {
        band.low[i] = INFINITY;
        band.high[i] = -INFINITY;
    }
    block_init(&block);
    columns_init(&columns, x, count);
    bool done = data_file_begin(data->file, &data->wish, &cause) &&
                reduce(data, &block, &columns, &band, &cause);
    g_array_unref(data->points);
    data->points = columns_finish(&columns);
    if (done && data->low >= 0)
        take_band(data, x, &band);
    g_free(block.memory);
    g_free(band.low);
    g_free(band.high);
    if (!done)
        data_place_error(data->figure, &data->spec->data.path, cause, error);
    return done;
}

bool data_curve_visit(DataCurve *data, DataVisitor *visit, void *target, GError **error)
{
    Block block;
    GError *cause = NULL;
    gint64 before = 0;
    gssize rows = 0;
    block_init(&block);
    bool done = data_file_begin(data->file, &data->wish, &cause);
    while (done && (rows = block_read(data, &block, &cause)) > 0) {
        for (gssize i = 0; i < rows; i++) {
            double x =
                data->x < 0 ? (double)(before + i + 1) : block.columns[data->x][i];
            visit(target, (Point){x, block.columns[data->y][i]});
        }
        before += rows;
    }
    g_free(block.memory);
    if (done && rows == 0)
        return true;
    data_place_error(data->figure, &data->spec->data.path, cause, error);
    return false;
}
