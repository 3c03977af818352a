/* layout_curve.c - curves, mapped to the page and without needless points. */
#include "layout/layout_parts.h"

#include <math.h>
#include <string.h>

/* A point is left out when the line stays within this of it: an eighth of a pixel at
 * 900 dots an inch. */
#define REDUCE_PT 0.01

/* How far the dashes of coinciding curves reach under one another. */
#define SEAM_PT 0.25

/* Directions, as seen from a point that was kept, in which the line must go on to
 * pass all points left out since then near enough: from low to high, anticlockwise. */
typedef struct {
    Point from;
    Point last; /* the newest point, not yet kept */
    Point low, high;
    double reach_squared;
    bool has_last;
    bool narrowed; /* false: all directions will do */
} Sleeve;

static void sleeve_begin(Sleeve *sleeve, Point from)
{
    *sleeve = (Sleeve){.from = from};
}

static double cross(Point a, Point b)
{
    return a.x * b.y - a.y * b.x;
}

/* Keeps to directions that pass `to` near enough. The tangent stands for the sine: it
 * keeps a little nearer and saves a root. */
static void sleeve_narrow(Sleeve *sleeve, Point to, double distance_squared)
{
    double tangent = REDUCE_PT / sqrt(distance_squared);
    Point low = {to.x + to.y * tangent, to.y - to.x * tangent};
    Point high = {to.x - to.y * tangent, to.y + to.x * tangent};

    if (!sleeve->narrowed || cross(sleeve->low, low) > 0)
        sleeve->low = low;
    if (!sleeve->narrowed || cross(high, sleeve->high) > 0)
        sleeve->high = high;
    sleeve->narrowed = true;
}

/* Takes point in; false when last must be kept first. */
static bool sleeve_take(Sleeve *sleeve, Point point)
{
    Point to = {point.x - sleeve->from.x, point.y - sleeve->from.y};
    double squared = to.x * to.x + to.y * to.y;

    if (squared <= REDUCE_PT * REDUCE_PT / 16 && !sleeve->has_last)
        return true;
    if (squared < sleeve->reach_squared)
        return false;
    if (sleeve->narrowed &&
        !(cross(sleeve->low, to) >= 0 && cross(to, sleeve->high) >= 0))
        return false;
    if (squared > REDUCE_PT * REDUCE_PT)
        sleeve_narrow(sleeve, to, squared);
    sleeve->reach_squared = squared;
    sleeve->last = point;
    sleeve->has_last = true;
    return true;
}

int run_append(GArray *out, const PanelLayout *panel, bool on_y2, const GArray *data)
{
    unsigned before = out->len;
    Sleeve sleeve;
    bool begun = false;

    for (unsigned i = 0; i < data->len; i++) {
        Point point = panel_map_on(panel, on_y2, g_array_index(data, Point, i));
        if (!isfinite(point.x) || !isfinite(point.y))
            continue;
        if (!begun) {
            g_array_append_val(out, point);
            sleeve_begin(&sleeve, point);
            begun = true;
        } else if (!sleeve_take(&sleeve, point)) {
            g_array_append_val(out, sleeve.last);
            sleeve_begin(&sleeve, sleeve.last);
            sleeve_take(&sleeve, point);
        }
    }
    if (begun && sleeve.has_last)
        g_array_append_val(out, sleeve.last);
    if (out->len == before + 1)
        g_array_set_size(out, before);
    return (int)(out->len - before);
}

void curves_collect(PanelLayout *panel)
{
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(Point));

    for (unsigned s = 0; s < panel->panel->series->len; s++) {
        const SceneSeries *series = g_ptr_array_index(panel->panel->series, s);
        for (unsigned p = 0; p < series->pieces->len; p++) {
            const ScenePiece *piece = g_ptr_array_index(series->pieces, p);
            g_array_set_size(points, 0);
            run_append(points, panel, series->on_y2, scene_piece_line(piece));
            for (unsigned i = 1; i < points->len; i++)
                clutter_add_segment(&panel->clutter,
                                    g_array_index(points, Point, i - 1),
                                    g_array_index(points, Point, i));
        }
        for (unsigned d = 0; d < series->dots->len; d++) {
            Point at = panel_map_on(panel, series->on_y2,
                                    g_array_index(series->dots, SceneDot, d).at);
            if (isfinite(at.x) && isfinite(at.y))
                clutter_add_box(&panel->clutter, (Rect){at.x - 3, at.y - 3, 6, 6});
        }
    }
    areas_collect(panel);
}

/* `curve-3-leaky-relu`, `inset-1-curve-3-leaky-relu`: letters and digits of the label,
 * the rest as dashes. */
static char *curve_name(Page *page, const char *label)
{
    GString *name = g_string_new(NULL);

    if (page->inset > 0)
        g_string_printf(name, "inset-%d-", page->inset);
    g_string_append_printf(name, "curve-%d", ++page->curve_count);
    for (const char *at = label; *at && name->len < 48; at++) {
        char previous = name->str[name->len - 1];
        bool begins = at == label || previous == '-' || !g_ascii_isalnum(at[-1]);
        if (!g_ascii_isalnum(*at))
            continue;
        if (begins && previous != '-')
            g_string_append_c(name, '-');
        g_string_append_c(name, g_ascii_tolower(*at));
    }
    return g_string_free(name, FALSE);
}

/* Whether a run is a dash of a stretch that the curve shares with others. */
static bool is_shared_dash(const SceneSeries *series, const GArray *run)
{
    double slack = 1e-9;

    for (unsigned i = 0; run->len > 0 && i < series->overlaps->len; i++) {
        const SceneOverlap *overlap = &g_array_index(series->overlaps, SceneOverlap, i);
        double room = slack * (overlap->last - overlap->first);
        double first = g_array_index(run, Point, 0).x;
        double last = g_array_index(run, Point, run->len - 1).x;
        if (MIN(first, last) >= overlap->first - room &&
            MAX(first, last) <= overlap->last + room)
            return true;
    }
    return false;
}

/* Moves an end of a run outwards, so that dashes which meet leave no seam. */
static void extend_end(Point *end, Point before)
{
    double dx = end->x - before.x, dy = end->y - before.y;
    double length = hypot(dx, dy);

    if (length <= 0)
        return;
    end->x += SEAM_PT * dx / length;
    end->y += SEAM_PT * dy / length;
}

static void extend_run(GArray *points, int count)
{
    Point *run = &g_array_index(points, Point, points->len - (unsigned)count);

    extend_end(&run[0], run[1]);
    extend_end(&run[count - 1], run[count - 2]);
}

/* The runs of one kind as one path: dashes that alternate with other curves' have
 * straight ends, else the last painted would look the longest. */
static void paint_runs(Page *page, PanelLayout *panel, const SceneSeries *series,
                       const GPtrArray *strokes, bool shared)
{
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(Point));
    g_autoptr(GArray) runs = g_array_new(FALSE, FALSE, sizeof(int));
    bool butt = shared || series->dash.count > 0; /* round ends would close the gaps */

    for (unsigned i = 0; i < strokes->len; i++) {
        const GArray *run = g_ptr_array_index(strokes, i);
        int count;
        if (is_shared_dash(series, run) != shared)
            continue;
        count = run_append(points, panel, series->on_y2, run);
        if (count > 1 && shared)
            extend_run(points, count);
        if (count > 0)
            g_array_append_val(runs, count);
    }
    if (runs->len == 0)
        return;
    if (runs->len == 1 && !butt &&
        dense_paint(page, (const Point *)(void *)points->data, (int)points->len,
                    series->width_pt, series->color))
        return;
    drawing_add_path(page->drawing, &(DrawingPath){
                                        .points = (const Point *)(void *)points->data,
                                        .runs = (const int *)(void *)runs->data,
                                        .run_count = (int)runs->len,
                                        .stroke = {.color = series->color,
                                                   .width_pt = series->width_pt,
                                                   .dash = series->dash,
                                                   .cap = butt ? CAP_BUTT : CAP_ROUND},
                                    });
}

static void paint_series(Page *page, PanelLayout *panel, const SceneSeries *series)
{
    g_autoptr(GPtrArray) strokes = scene_series_drawn_strokes(
        series, panel->panel, panel->frame.width, panel->frame.height);
    g_autofree char *name = curve_name(page, series->label.plain);

    if (strokes->len == 0)
        return;
    drawing_begin_group(page->drawing, name, series->label.plain);
    paint_runs(page, panel, series, strokes, false);
    paint_runs(page, panel, series, strokes, true);
    drawing_end_group(page->drawing);
}

/* A curve that runs along an edge of the frame is not to be halved by the clip: that
 * edge gives way by half the line. */
static void widen_clip(Rect *clip, const PanelLayout *panel, double half_pt)
{
    const Rect *frame = &panel->frame;
    const Point *points = (const Point *)(void *)panel->clutter.segments->data;
    double bottom = frame->y + frame->height;
    bool at_top = false, at_bottom = false;

    for (unsigned i = 0; i + 1 < panel->clutter.segments->len; i += 2) {
        double low = MIN(points[i].y, points[i + 1].y);
        double high = MAX(points[i].y, points[i + 1].y);
        if (fabs(points[i].x - points[i + 1].x) < 4 * half_pt)
            continue;
        at_top |= high < frame->y + half_pt;
        at_bottom |= low > bottom - half_pt;
    }
    if (at_top) {
        clip->y -= half_pt;
        clip->height += half_pt;
    }
    if (at_bottom)
        clip->height += half_pt;
}

void curves_paint(Page *page, PanelLayout *panel)
{
    const GPtrArray *series = panel->panel->series;
    Rect clip = panel->frame;
    double width = 0;

    for (unsigned i = 0; i < series->len; i++)
        width = MAX(width, ((SceneSeries *)g_ptr_array_index(series, i))->width_pt);
    widen_clip(&clip, panel, width / 2);
    drawing_begin_group(page->drawing, "curves", NULL);
    drawing_begin_clip(page->drawing, clip);
    areas_paint(page, panel);
    for (unsigned i = 0; i < series->len; i++)
        paint_series(page, panel, g_ptr_array_index(series, i));
    drawing_end_clip(page->drawing);
    markers_paint(page, panel);
    drawing_end_group(page->drawing);
}
