/* columns.c - the points that matter of each column of the page. */
#include "scene/columns.h"

#include <math.h>
#include <string.h>

enum { LANES = 8 };

void columns_init(Columns *columns, const Scale *x, int count)
{
    *columns = (Columns){
        .x = *x,
        .columns = count,
        .column = -1,
        .limit = x->low,
        .last_x = -INFINITY,
        .points = g_array_new(FALSE, FALSE, sizeof(Point)),
    };
}

static void keep(Columns *columns, Point point)
{
    const GArray *points = columns->points;
    if (points->len > 0) {
        Point before = g_array_index(points, Point, points->len - 1);
        if (before.x == point.x && before.y == point.y)
            return;
    }
    g_array_append_val(columns->points, point);
}

/* Ends the column: keeps its points. What lies off the page is there only for the line
 * to come from, or to go to. */
static void flush(Columns *columns)
{
    if (!columns->any)
        return;
    columns->any = false;
    if (columns->column < 0) {
        keep(columns, columns->last);
        return;
    }
    keep(columns, columns->first);
    if (columns->column >= columns->columns)
        return;
    bool low_first = columns->low.x < columns->high.x;
    keep(columns, low_first ? columns->low : columns->high);
    keep(columns, low_first ? columns->high : columns->low);
    keep(columns, columns->last);
}

/* Goes on to the column of x, which is not left of this one. */
static void enter(Columns *columns, double x)
{
    flush(columns);
    double share = scale_map(&columns->x, x);
    if (x < columns->x.low || !(share >= 0)) {
        columns->column = -1;
        columns->limit = columns->x.low;
        return;
    }
    int column = share < 1 ? (int)(share * columns->columns) : columns->columns;
    if (x <= columns->x.high)
        column = MIN(column, columns->columns - 1);
    columns->column = MAX(column, columns->column);
    for (; columns->column < columns->columns; columns->column++) {
        columns->limit =
            columns->column + 1 == columns->columns
                ? nextafter(columns->x.high, INFINITY)
                : scale_invert(&columns->x, (columns->column + 1.0) / columns->columns);
        if (x < columns->limit)
            return;
    }
    columns->limit = NAN; /* all the rest is right of it */
}

/* Least and largest of y; NANs do not count. */
static void find_extremes(const double *y, size_t count, double *low, double *high)
{
    double lows[LANES], highs[LANES];
    size_t i = 0;
    for (int k = 0; k < LANES; k++) {
        lows[k] = INFINITY;
        highs[k] = -INFINITY;
    }
    for (; i + LANES <= count; i += LANES)
        for (int k = 0; k < LANES; k++) {
            lows[k] = y[i + (size_t)k] < lows[k] ? y[i + (size_t)k] : lows[k];
            highs[k] = y[i + (size_t)k] > highs[k] ? y[i + (size_t)k] : highs[k];
        }
    for (; i < count; i++) {
        lows[0] = y[i] < lows[0] ? y[i] : lows[0];
        highs[0] = y[i] > highs[0] ? y[i] : highs[0];
    }
    for (int k = 1; k < LANES; k++) {
        lows[0] = lows[k] < lows[0] ? lows[k] : lows[0];
        highs[0] = highs[k] > highs[0] ? highs[k] : highs[0];
    }
    *low = lows[0];
    *high = highs[0];
}

/* The same where some are infinite, which is not to be shown. */
static void find_finite_extremes(const double *y, size_t count, double *low,
                                 double *high)
{
    *low = INFINITY;
    *high = -INFINITY;
    for (size_t i = 0; i < count; i++) {
        if (!isfinite(y[i]))
            continue;
        *low = fmin(*low, y[i]);
        *high = fmax(*high, y[i]);
    }
}

static size_t find(const double *y, double value)
{
    size_t i = 0;
    while (y[i] != value)
        i++;
    return i;
}

static double x_at(const Columns *columns, const double *x, size_t i)
{
    return x ? x[i] : (double)(columns->row + (gint64)i + 1);
}

/* Takes in points of the present column. */
static void take(Columns *columns, const double *x, const double *y, size_t count)
{
    size_t first = 0, last = count;
    while (first < count && !isfinite(y[first]))
        first++;
    if (first == count) {
        columns->gap = true;
        return;
    }
    while (!isfinite(y[last - 1]))
        last--;
    double low, high;
    find_extremes(y + first, last - first, &low, &high);
    if (isinf(low) || isinf(high))
        find_finite_extremes(y + first, last - first, &low, &high);
    /* A gap narrower than a column is not to be seen. */
    if (!columns->any && (columns->gap || first > 0) && columns->points->len > 0) {
        Point nothing = {x_at(columns, x, first), NAN};
        g_array_append_val(columns->points, nothing);
    }
    columns->gap = last < count;
    columns->last = (Point){x_at(columns, x, last - 1), y[last - 1]};
    if (!columns->any) {
        columns->first = (Point){x_at(columns, x, first), y[first]};
        columns->low = columns->high = columns->first;
        columns->any = true;
    }
    if (low < columns->low.y)
        columns->low = (Point){x_at(columns, x, find(y, low)), low};
    if (high > columns->high.y)
        columns->high = (Point){x_at(columns, x, find(y, high)), high};
}

/* How many of the points from the first on are left of limit. A NAN goes with those
 * before it. */
static size_t count_below(Columns *columns, const double *x, size_t count)
{
    double before = columns->last_x;
    size_t i = 0;
    for (; i < count && !(x[i] >= columns->limit); i++) {
        columns->falls |= x[i] < before;
        before = isnan(x[i]) ? before : x[i];
    }
    columns->last_x = before;
    return i;
}

static size_t rows_below(const Columns *columns, size_t count)
{
    double rows = ceil(columns->limit) - (double)(columns->row + 1);
    if (isnan(rows))
        return count;
    return rows <= 0 ? 0 : rows >= (double)count ? count : (size_t)rows;
}

void columns_add(Columns *columns, const double *x, const double *y, size_t count)
{
    while (count > 0) {
        size_t below = x ? count_below(columns, x, count) : rows_below(columns, count);
        if (below > 0)
            take(columns, x, y, below);
        columns->row += (gint64)below;
        x = x ? x + below : NULL;
        y += below;
        count -= below;
        if (count > 0)
            enter(columns, x ? x[0] : (double)(columns->row + 1));
    }
}

GArray *columns_finish(Columns *columns)
{
    flush(columns);
    return g_steal_pointer(&columns->points);
}
