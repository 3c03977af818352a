/* layout_data.c - areas, bars and markers: what curves have beside their lines. */
#include "layout/layout_parts.h"

#include <math.h>

enum {
    CIRCLES_MAX = 1000, /* painted as such; more become polygons of one path, */
    SIDES = 14,         /* of these */
    MARKERS_MAX = 20000 /* painted one by one */
};

#define SNAPPED_PT 3.0  /* bars as wide as that have crisp sides, */
#define GAP_FROM_PT 5.0 /* wider ones a gap where they touch, */
#define GAP_SHARE 0.2   /* of at most this */

static void paint_band(Page *page, const PanelLayout *panel, const SceneBand *band,
                       const SceneSeries *series)
{
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(Point));
    g_autoptr(GArray) runs = g_array_new(FALSE, FALSE, sizeof(int));
    int count = run_append(points, panel, series->on_y2, band->high);

    /* The lower bound on the way back. */
    g_autoptr(GArray) lows = g_array_new(FALSE, FALSE, sizeof(Point));
    run_append(lows, panel, series->on_y2, band->low);
    for (unsigned i = lows->len; i > 0; i--)
        g_array_append_val(points, g_array_index(lows, Point, i - 1));
    count = (int)points->len;
    if (count > 2)
        g_array_append_val(runs, count);
    page_fill_all(page, points, runs, series->fill);
}

static Rect bar_rect(const PanelLayout *panel, bool on_y2, const SceneBar *bar)
{
    Point a = panel_map_on(panel, on_y2, (Point){bar->left, bar->low});
    Point b = panel_map_on(panel, on_y2, (Point){bar->right, bar->high});

    return (Rect){MIN(a.x, b.x), MIN(a.y, b.y), fabs(b.x - a.x), fabs(b.y - a.y)};
}

/* Bars that touch the one before are told apart by a gap. */
static bool touches(const GArray *bars, unsigned i)
{
    const SceneBar *bar = &g_array_index(bars, SceneBar, i);

    return i > 0 && g_array_index(bars, SceneBar, i - 1).right == bar->left;
}

static void paint_bars(Page *page, const PanelLayout *panel, const SceneSeries *series)
{
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(Point));
    g_autoptr(GArray) runs = g_array_new(FALSE, FALSE, sizeof(int));
    const int corners = 4;

    for (unsigned i = 0; i < series->bars->len; i++) {
        Rect box =
            bar_rect(panel, series->on_y2, &g_array_index(series->bars, SceneBar, i));
        double right = box.x + box.width, bottom = box.y + box.height;
        if (!isfinite(box.x + box.y + box.width + box.height))
            continue;
        if (box.width >= SNAPPED_PT) {
            box.x = page_snap(page, box.x, 0);
            right = page_snap(page, right, 0);
            if (box.width >= GAP_FROM_PT && touches(series->bars, i))
                box.x += MIN(page->pixel_pt, GAP_SHARE * box.width);
        }
        const Point box_points[] = {
            {box.x, box.y}, {right, box.y}, {right, bottom}, {box.x, bottom}};
        g_array_append_vals(points, box_points, G_N_ELEMENTS(box_points));
        g_array_append_val(runs, corners);
    }
    page_fill_all(page, points, runs, series->fill);
}

void areas_paint(Page *page, const PanelLayout *panel)
{
    const GPtrArray *all = panel->panel->series;

    for (unsigned s = 0; s < all->len; s++) {
        const SceneSeries *series = g_ptr_array_index(all, s);
        if (series->bands->len + series->bars->len == 0)
            continue;
        drawing_begin_group(page->drawing, series->bars->len > 0 ? "bars" : "band",
                            series->label.plain);
        for (unsigned i = 0; i < series->bands->len; i++)
            paint_band(page, panel, g_ptr_array_index(series->bands, i), series);
        if (series->bars->len > 0)
            paint_bars(page, panel, series);
        drawing_end_group(page->drawing);
    }
}

void areas_collect(PanelLayout *panel)
{
    const GPtrArray *all = panel->panel->series;

    for (unsigned s = 0; s < all->len; s++) {
        const SceneSeries *series = g_ptr_array_index(all, s);
        for (unsigned i = 0; i < series->bars->len; i++) {
            Rect box = bar_rect(panel, series->on_y2,
                                &g_array_index(series->bars, SceneBar, i));
            Point corner = {box.x, box.y}, other = {box.x + box.width, box.y};
            clutter_add_segment(&panel->clutter, corner, other);
            clutter_add_segment(&panel->clutter, (Point){box.x, box.y + box.height},
                                corner);
            clutter_add_segment(&panel->clutter, other,
                                (Point){other.x, box.y + box.height});
        }
        for (unsigned i = 0; i < series->markers->len; i++) {
            Point at = panel_map_on(panel, series->on_y2,
                                    g_array_index(series->markers, Point, i));
            double half = series->marker_pt / 2;
            clutter_add_segment(&panel->clutter, (Point){at.x - half, at.y},
                                (Point){at.x + half, at.y});
        }
    }
}

int marker_corners(Marker marker, Point corners[])
{
    /* All have nearly the area of the circle. */
    static const Point square[] = {
        {-0.44, -0.44}, {0.44, -0.44}, {0.44, 0.44}, {-0.44, 0.44}};
    static const Point diamond[] = {{0, -0.6}, {0.6, 0}, {0, 0.6}, {-0.6, 0}};
    static const Point triangle[] = {{0, -0.62}, {0.58, 0.42}, {-0.58, 0.42}};
    const Point *from = marker == MARKER_SQUARE    ? square
                        : marker == MARKER_DIAMOND ? diamond
                                                   : triangle;
    int count = marker == MARKER_TRIANGLE ? 3 : 4;

    if (marker == MARKER_CROSS || marker == MARKER_PLUS)
        return 0;
    if (marker == MARKER_CIRCLE) {
        for (int i = 0; i < SIDES; i++)
            corners[i] = (Point){0.5 * cos(2 * G_PI * i / SIDES),
                                 0.5 * sin(2 * G_PI * i / SIDES)};
        return SIDES;
    }
    for (int i = 0; i < count; i++)
        corners[i] = from[i];
    return count;
}

static void paint_crosses(Page *page, Marker marker, const GArray *centers,
                          double size_pt, Color color)
{
    double half = 0.5 * size_pt * (marker == MARKER_CROSS ? 0.85 : 1);

    for (unsigned i = 0; i < centers->len; i++) {
        Point at = g_array_index(centers, Point, i);
        if (marker == MARKER_CROSS) {
            page_batch_line(page, (Point){at.x - half, at.y - half},
                            (Point){at.x + half, at.y + half});
            page_batch_line(page, (Point){at.x - half, at.y + half},
                            (Point){at.x + half, at.y - half});
        } else {
            page_batch_line(page, (Point){at.x - half, at.y},
                            (Point){at.x + half, at.y});
            page_batch_line(page, (Point){at.x, at.y - half},
                            (Point){at.x, at.y + half});
        }
    }
    page_paint_batch(page, (Stroke){.color = color,
                                    .width_pt = MARKER_ARM_SHARE * size_pt,
                                    .cap = CAP_BUTT});
}

void markers_add(Page *page, Marker marker, const GArray *centers, double size_pt,
                 Color color)
{
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(Point));
    g_autoptr(GArray) runs = g_array_new(FALSE, FALSE, sizeof(int));
    Point corners[SIDES];
    int count = marker_corners(marker, corners);

    if (centers->len > MARKERS_MAX &&
        cloud_paint(page, marker, centers, size_pt, color))
        return;
    if (count == 0) {
        paint_crosses(page, marker, centers, size_pt, color);
        return;
    }
    for (unsigned i = 0; i < centers->len; i++) {
        Point at = g_array_index(centers, Point, i);
        if (marker == MARKER_CIRCLE && centers->len <= CIRCLES_MAX) {
            drawing_add_circle(page->drawing, &(DrawingCircle){.center = at,
                                                               .radius_pt = size_pt / 2,
                                                               .filled = true,
                                                               .fill = color});
            continue;
        }
        for (int k = 0; k < count; k++) {
            Point point = {at.x + size_pt * corners[k].x,
                           at.y + size_pt * corners[k].y};
            g_array_append_val(points, point);
        }
        g_array_append_val(runs, count);
    }
    page_fill_all(page, points, runs, color);
}

void markers_paint(Page *page, const PanelLayout *panel)
{
    const GPtrArray *all = panel->panel->series;

    for (unsigned s = 0; s < all->len; s++) {
        const SceneSeries *series = g_ptr_array_index(all, s);
        g_autoptr(GArray) centers = g_array_new(FALSE, FALSE, sizeof(Point));
        for (unsigned i = 0; i < series->markers->len; i++) {
            Point at = panel_map_on(panel, series->on_y2,
                                    g_array_index(series->markers, Point, i));
            if (isfinite(at.x + at.y))
                g_array_append_val(centers, at);
        }
        if (centers->len == 0)
            continue;
        drawing_begin_group(page->drawing, "markers", series->label.plain);
        markers_add(page, series->marker, centers, series->marker_pt, series->color);
        drawing_end_group(page->drawing);
    }
}
