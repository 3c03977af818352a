/* given.c - curves through given points. */
#include "scene/given.h"

#include "scene/band.h"
#include "scene/parts.h"

#include <math.h>
#include <string.h>

/* Columns for each pixel of a page 1000 wide, so that finer pages show no less. */
enum { COLUMNS_EACH = 2 };

/* A point within this of the frame (pixels) is in it. */
static const double SLACK = 1e-6;

static void take_bars(Curve *curve, const GArray *bars)
{
    curve->names = g_ptr_array_new_with_free_func(g_free);
    curve->points = g_array_new(FALSE, FALSE, sizeof(Point));
    for (guint i = 0; i < bars->len; i++) {
        const BarSpec *bar = &g_array_index(bars, BarSpec, i);
        Point point = {i + 1, bar->value};
        g_array_append_val(curve->points, point);
        g_ptr_array_add(curve->names, g_strdup(bar->name));
    }
}

bool given_load(Curve *curve, const Figure *figure, GError **error)
{
    const CurveSpec *spec = curve->spec;
    curve->is_bars =
        spec->bars || spec->style == STYLE_BARS || spec->horizontal == SWITCHED_ON;
    if (spec->bars) {
        take_bars(curve, spec->bars);
    } else if (spec->points) {
        curve->points = g_array_ref(spec->points);
        curve->lows = spec->lows ? g_array_ref(spec->lows) : NULL;
        curve->highs = spec->highs ? g_array_ref(spec->highs) : NULL;
    } else {
        curve->data = data_curve_new(figure, spec, error);
        if (!curve->data)
            return false;
        if (curve->data->names) {
            curve->names = g_ptr_array_ref(curve->data->names);
            curve->is_bars = curve->is_bars || spec->style == STYLE_AUTO;
        }
        curve->points = g_array_ref(curve->data->points);
        if (curve->data->lows) {
            curve->lows = g_array_ref(curve->data->lows);
            curve->highs = g_array_ref(curve->data->highs);
        }
    }
    curve->lies = curve->is_bars && spec->horizontal == SWITCHED_ON;
    return true;
}

void given_release(Curve *curve)
{
    data_curve_free(curve->data);
    g_clear_pointer(&curve->points, g_array_unref);
    g_clear_pointer(&curve->lows, g_array_unref);
    g_clear_pointer(&curve->highs, g_array_unref);
    g_clear_pointer(&curve->names, g_ptr_array_unref);
}

/* The place of an end of a bar on the axis along which bars grow; the other end. */
static void bar_ends(const Curve *curve, double place, double *first, double *last)
{
    double each = curve->bar_width / MAX(curve->bar_count, 1);
    *first = place - curve->bar_width / 2 + curve->bar_rank * each;
    *last = *first + each;
}

/* The axis along which the points' x runs. */
static void add_places(const Curve *curve, ScaleKind kind, Range *range)
{
    if (curve->data && !curve->data->is_small) {
        range_add(range,
                  kind == SCALE_LOG ? curve->data->x_positive : curve->data->x_low,
                  kind);
        range_add(range, curve->data->x_high, kind);
        return;
    }
    for (guint i = 0; i < curve->points->len; i++) {
        double at = g_array_index(curve->points, Point, i).x;
        range_add(range, at - curve->bar_width / 2, kind);
        range_add(range, at + curve->bar_width / 2, kind);
    }
}

/* The other one, over what is shown of the first. */
static void add_values(const Curve *curve, const Scale *x, ScaleKind kind, Range *range)
{
    if (curve->is_bars && kind == SCALE_LINEAR)
        range_add(range, 0, kind);
    for (guint i = 0; i < curve->points->len; i++) {
        Point point = g_array_index(curve->points, Point, i);
        if (!x || (point.x >= x->low && point.x <= x->high))
            range_add(range, point.y, kind);
    }
}

void given_add_x_range(const Curve *curve, ScaleKind kind, Range *range)
{
    if (curve->lies)
        add_values(curve, NULL, kind, range);
    else
        add_places(curve, kind, range);
}

void given_add_y_range(const Curve *curve, const Scale *x, ScaleKind kind, Range *range)
{
    if (curve->lies) {
        add_places(curve, kind, range);
        return;
    }
    add_values(curve, x, kind, range);
    if (curve->data && curve->data->y_low <= curve->data->y_high) {
        range_add(range, curve->data->y_low, kind);
        range_add(range, curve->data->y_high, kind);
    }
    curve_add_band_range(curve, x, kind, range);
}

/* The extent of y over a stretch of x. */
typedef struct {
    DataCurve *data;
    const Scale *x;
} Extent;

static void visit_extent(void *target, Point point)
{
    const Extent *extent = target;
    DataCurve *data = extent->data;
    if (!isfinite(point.y) || point.x < extent->x->low || point.x > extent->x->high)
        return;
    data->y_low = fmin(data->y_low, point.y);
    data->y_high = fmax(data->y_high, point.y);
}

bool given_reduce(Curve *curve, const Scale *x, double width, GError **error)
{
    DataCurve *data = curve->data;
    if (!data || data->is_small)
        return true;
    if (curve->spec->style == STYLE_POINTS) {
        Extent extent = {data, x};
        return data_curve_visit(data, visit_extent, &extent, error);
    }
    if (!data_curve_reduce(data, x, (int)width * COLUMNS_EACH, error))
        return false;
    g_array_unref(curve->points);
    curve->points = g_array_ref(data->points);
    return true;
}

static void add_corner(GArray *out, Point point)
{
    Point last =
        out->len > 0 ? g_array_index(out, Point, out->len - 1) : (Point){NAN, NAN};
    if (point.x != last.x || point.y != last.y)
        g_array_append_val(out, point);
}

/* The corners of a staircase. */
static GArray *step_points(const GArray *points, CurveStyle style)
{
    GArray *out = g_array_new(FALSE, FALSE, sizeof(Point));
    for (guint i = 0; i < points->len; i++) {
        Point to = g_array_index(points, Point, i);
        if (i > 0) {
            Point from = g_array_index(points, Point, i - 1);
            double turn = style == STYLE_STEPS_AFTER    ? to.x
                          : style == STYLE_STEPS_BEFORE ? from.x
                                                        : from.x + (to.x - from.x) / 2;
            add_corner(out, (Point){turn, from.y});
            add_corner(out, (Point){turn, to.y});
        }
        add_corner(out, to);
    }
    return out;
}

static bool is_in_frame(const Frame *frame, Point data)
{
    Point page = frame_map(frame, data);
    return page.x >= -SLACK && page.x <= frame->width + SLACK && page.y >= -SLACK &&
           page.y <= frame->height + SLACK;
}

static void add_marker(const Frame *frame, GArray *markers, Point point)
{
    if (isfinite(point.x + point.y) && is_in_frame(frame, point))
        g_array_append_val(markers, point);
}

static void choose_marker(const Curve *curve)
{
    const CurveSpec *spec = curve->spec;
    SceneSeries *series = curve->series;
    series->marker = spec->marker ? spec->marker : MARKER_CIRCLE;
    series->marker_pt =
        isnan(spec->marker_pt) ? fmax(3 * series->width_pt, 3) : spec->marker_pt;
}

static bool is_missing(const GArray *points, guint i)
{
    if (i >= points->len) /* also before the first */
        return true;
    Point point = g_array_index(points, Point, i);
    return !isfinite(point.x + point.y);
}

/* A point between gaps has no line: it is shown by itself. */
static void draw_lonely(const Curve *curve, const Frame *frame)
{
    SceneSeries *series = curve->series;
    const GArray *points = curve->points;
    for (guint i = 0; i < points->len; i++)
        if (!is_missing(points, i) && is_missing(points, i - 1) &&
            is_missing(points, i + 1))
            add_marker(frame, series->markers, g_array_index(points, Point, i));
    if (series->markers->len == 0)
        return;
    choose_marker(curve);
    if (series->pieces->len == 0)
        series->width_pt = 0;
    else if (isnan(curve->spec->marker_pt))
        series->marker_pt = fmax(1.5 * series->width_pt, 1);
}

/* Of a cloud of points, one in each cell of a fine grid. */
typedef struct {
    const Frame *frame;
    GArray *markers;
    double cell; /* pixels */
    int across, down;
    guint8 *taken;
} Cloud;

static void visit_cloud(void *target, Point point)
{
    Cloud *cloud = target;
    if (!isfinite(point.x + point.y))
        return;
    Point page = frame_map(cloud->frame, point);
    double column = floor(page.x / cloud->cell), row = floor(page.y / cloud->cell);
    if (!(column >= 0 && column < cloud->across && row >= 0 && row < cloud->down))
        return;
    guint8 *taken = &cloud->taken[(gsize)row * (gsize)cloud->across + (gsize)column];
    if (!*taken)
        add_marker(cloud->frame, cloud->markers, point);
    *taken = 1;
}

static bool draw_cloud(Curve *curve, const Frame *frame, GError **error)
{
    double cell = CLAMP(0.3 * curve->series->marker_pt, 1, 2);
    Cloud cloud = {
        .frame = frame,
        .markers = curve->series->markers,
        .cell = cell,
        .across = (int)(frame->width / cell) + 1,
        .down = (int)(frame->height / cell) + 1,
    };
    cloud.taken = g_malloc0((gsize)cloud.across * (gsize)cloud.down);
    bool done = data_curve_visit(curve->data, visit_cloud, &cloud, error);
    g_free(cloud.taken);
    return done;
}

static bool draw_markers(Curve *curve, const Frame *frame, GError **error)
{
    choose_marker(curve);
    if (curve->data && !curve->data->is_small && curve->spec->style == STYLE_POINTS)
        return draw_cloud(curve, frame, error);
    for (guint i = 0; i < curve->points->len; i++)
        add_marker(frame, curve->series->markers,
                   g_array_index(curve->points, Point, i));
    return true;
}

void given_mark_samples(Curve *curve, const Frame *frame)
{
    const CurveSpec *spec = curve->spec;
    SceneSeries *series = curve->series;
    if (spec->style != STYLE_POINTS && spec->style != STYLE_LINE_POINTS)
        return;
    choose_marker(curve);
    for (int i = 0; i < spec->samples; i++) {
        double x = scale_invert(&frame->x, (double)i / (spec->samples - 1));
        double value[2];
        tape_evaluate_at(curve->tape, x, value);
        add_marker(frame, series->markers, (Point){x, value[0]});
    }
    if (spec->style == STYLE_POINTS) {
        g_ptr_array_set_size(series->pieces, 0);
        series->width_pt = 0;
    }
}

/* A value on the axis along which bars grow, within the frame. */
static double bar_end(const Scale *scale, double value)
{
    if (scale->kind == SCALE_LOG && value <= 0)
        return scale->low;
    return CLAMP(value, scale->low, scale->high);
}

static void draw_bars(const Curve *curve, const Frame *frame)
{
    const Scale *along = curve->lies ? &frame->y : &frame->x;
    const Scale *up = curve->lies ? &frame->x : &frame->y;
    for (guint i = 0; i < curve->points->len; i++) {
        Point point = g_array_index(curve->points, Point, i);
        if (!isfinite(point.x + point.y))
            continue;
        double first, last;
        bar_ends(curve, point.x, &first, &last);
        first = bar_end(along, first);
        last = bar_end(along, last);
        double base = bar_end(up, 0), end = bar_end(up, point.y);
        double low = fmin(base, end), high = fmax(base, end);
        SceneBar bar = curve->lies ? (SceneBar){low, high, first, last}
                                   : (SceneBar){first, last, low, high};
        if (bar.left < bar.right && bar.low < bar.high)
            g_array_append_val(curve->series->bars, bar);
    }
    curve->series->width_pt = 0;
}

static bool is_steps(CurveStyle style)
{
    return style == STYLE_STEPS_AFTER || style == STYLE_STEPS_BEFORE ||
           style == STYLE_STEPS_MID;
}

bool given_draw(Curve *curve, const Frame *frame, GError **error)
{
    CurveStyle style = curve->spec->style;
    curve_draw_bands(curve, frame);
    if (curve->is_bars) {
        draw_bars(curve, frame);
        return true;
    }
    if (style == STYLE_POINTS) {
        bool done = draw_markers(curve, frame, error);
        curve->series->width_pt = 0;
        return done;
    }
    if (is_steps(style) && (!curve->data || curve->data->is_small)) {
        g_autoptr(GArray) steps = step_points(curve->points, style);
        polyline_clip(steps, frame, curve->series->pieces);
    } else {
        polyline_clip(curve->points, frame, curve->series->pieces);
    }
    if (style == STYLE_LINE_POINTS)
        return draw_markers(curve, frame, error);
    draw_lonely(curve, frame);
    return true;
}
