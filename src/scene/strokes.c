/* strokes.c - coinciding curves shared out into dashes. */
#include "scene/scene.h"

#include <math.h>

/* Length of one dash, points; of a round of all, from where dashes get shorter; and how
 * short they may get. */
static const double SLOT_PT = 7.5, ROUND_PT = 64, SHORTEST_PT = 4.5;

/* The page as layout has it. */
typedef struct {
    const ScenePanel *panel;
    Scale x, y; /* rising */
    double unit_x, unit_y;
} Page;

/* A stretch of x. */
typedef struct {
    double first, last;
} Stretch;

static Point page_map(const Page *page, Point data)
{
    return (Point){scale_map(&page->x, data.x) * page->unit_x,
                   scale_map(&page->y, data.y) * page->unit_y};
}

/* The point of the chord a..b at x (data). */
static Point chord_at(const Page *page, Point a, Point b, double x)
{
    if (x == a.x || x == b.x)
        return x == a.x ? a : b;
    double from = scale_map(&page->x, a.x), to = scale_map(&page->x, b.x);
    double share = (scale_map(&page->x, x) - from) / (to - from);
    if (!scale_is_curved(&page->y))
        return (Point){x, a.y + share * (b.y - a.y)};
    double low = scale_map(&page->y, a.y), high = scale_map(&page->y, b.y);
    return (Point){x, scale_invert(&page->y, low + share * (high - low))};
}

/* Calls visit for each part of the series' chords within first..last. */
static void each_chord(const Page *page, const SceneSeries *series, Stretch within,
                       void (*visit)(const Page *page, Point a, Point b, void *data),
                       void *data)
{
    for (guint i = 0; i < series->pieces->len; i++) {
        const ScenePiece *piece = g_ptr_array_index(series->pieces, i);
        const GArray *line = scene_piece_line(piece);
        for (guint k = 0; k + 1 < line->len; k++) {
            Point a = g_array_index(line, Point, k);
            Point b = g_array_index(line, Point, k + 1);
            double first = fmax(a.x, within.first), last = fmin(b.x, within.last);
            if (first < last)
                visit(page, chord_at(page, a, b, first), chord_at(page, a, b, last),
                      data);
        }
    }
}

static void add_length(const Page *page, Point a, Point b, void *data)
{
    Point from = page_map(page, a), to = page_map(page, b);
    *(double *)data += hypot(to.x - from.x, to.y - from.y);
}

/* Cuts x at each whole slot along the chords. */
typedef struct {
    double slot, done; /* lengths, points */
    GArray *bounds;    /* of double */
} Slots;

static void add_bounds(const Page *page, Point a, Point b, void *data)
{
    Slots *slots = data;
    Point from = page_map(page, a), to = page_map(page, b);
    double length = hypot(to.x - from.x, to.y - from.y);
    double start = slots->done;
    slots->done += length;
    while (slots->bounds->len * slots->slot < slots->done) {
        double share = (slots->bounds->len * slots->slot - start) / length;
        double at = from.x + CLAMP(share, 0, 1) * (to.x - from.x);
        double x = CLAMP(scale_invert(&page->x, at / page->unit_x), a.x, b.x);
        g_array_append_val(slots->bounds, x);
    }
}

/* The stretches of x that an overlap leaves to others: the slots that come before its
 * turn. The slots are the leader's, so all agree. */
static void add_hidden(const Page *page, const SceneOverlap *overlap, GArray *hidden)
{
    if (overlap->rank == 0)
        return;
    const SceneSeries *leader =
        g_ptr_array_index(page->panel->series, (guint)overlap->leader);
    Stretch within = {overlap->first, overlap->last};
    double length = 0;
    each_chord(page, leader, within, add_length, &length);
    double slot_pt = CLAMP(ROUND_PT / overlap->count, SHORTEST_PT, SLOT_PT);
    double slot_count = fmax(round(length / slot_pt), 1);
    if (!(length > 0) || slot_count > 1e5)
        return;
    Slots slots = {.slot = length / slot_count,
                   .bounds = g_array_new(FALSE, FALSE, sizeof(double))};
    each_chord(page, leader, within, add_bounds, &slots);
    guint count = (guint)overlap->count, rank = (guint)overlap->rank;
    for (guint i = 0; i < slots.bounds->len; i += count) {
        guint end = i + rank;
        Stretch stretch = {
            .first = i == 0 ? overlap->first : g_array_index(slots.bounds, double, i),
            .last = end < slots.bounds->len && end < slot_count
                        ? g_array_index(slots.bounds, double, end)
                        : overlap->last,
        };
        g_array_append_val(hidden, stretch);
    }
    g_array_unref(slots.bounds);
}

/* Draws from where it is; lifted, it finishes a run. */
typedef struct {
    GPtrArray *strokes;
    GArray *run; /* of Point */
} Pen;

static void pen_draw(Pen *pen, Point from, Point to)
{
    if (pen->run->len == 0)
        g_array_append_val(pen->run, from);
    g_array_append_val(pen->run, to);
}

static void pen_lift(Pen *pen)
{
    if (pen->run->len == 0)
        return;
    g_ptr_array_add(pen->strokes, pen->run);
    pen->run = g_array_new(FALSE, FALSE, sizeof(Point));
}

/* Draws the parts of the chord a..b that no hidden stretch from *next on covers. */
static void draw_chord(const Page *page, Pen *pen, Point a, Point b,
                       const GArray *hidden, guint *next)
{
    while (*next < hidden->len && g_array_index(hidden, Stretch, *next).last <= a.x)
        (*next)++;
    Point at = a;
    for (guint i = *next; i < hidden->len; i++) {
        Stretch stretch = g_array_index(hidden, Stretch, i);
        if (stretch.first >= b.x)
            break;
        if (stretch.first > at.x)
            pen_draw(pen, at, chord_at(page, a, b, stretch.first));
        pen_lift(pen);
        if (stretch.last >= b.x)
            return;
        at = chord_at(page, a, b, stretch.last);
    }
    pen_draw(pen, at, b);
}

static void draw_line(const Page *page, Pen *pen, const GArray *line,
                      const GArray *hidden)
{
    guint next = 0;
    for (guint i = 0; i + 1 < line->len; i++)
        draw_chord(page, pen, g_array_index(line, Point, i),
                   g_array_index(line, Point, i + 1), hidden, &next);
    pen_lift(pen);
}

static int compare_stretches(const void *a, const void *b)
{
    const Stretch *x = a, *y = b;
    return (x->first > y->first) - (x->first < y->first);
}

static GPtrArray *series_strokes(const SceneSeries *series, const ScenePanel *panel,
                                 double unit_x, double unit_y, bool drawn)
{
    GPtrArray *strokes = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
    Page page = {.panel = panel,
                 .x = scale_rising(&panel->x.scale),
                 .y = scale_rising(series->on_y2 ? &panel->y2.scale : &panel->y.scale),
                 .unit_x = fabs(unit_x),
                 .unit_y = fabs(unit_y)};
    g_autoptr(GArray) hidden = g_array_new(FALSE, FALSE, sizeof(Stretch));
    for (guint i = 0; i < series->overlaps->len; i++)
        add_hidden(&page, &g_array_index(series->overlaps, SceneOverlap, i), hidden);
    g_array_sort(hidden, compare_stretches);
    Pen pen = {.strokes = strokes, .run = g_array_new(FALSE, FALSE, sizeof(Point))};
    for (guint i = 0; i < series->pieces->len; i++) {
        const ScenePiece *piece = g_ptr_array_index(series->pieces, i);
        draw_line(&page, &pen, drawn ? scene_piece_line(piece) : piece->points, hidden);
    }
    g_array_unref(pen.run);
    return strokes;
}

GPtrArray *scene_series_strokes(const SceneSeries *series, const ScenePanel *panel,
                                double unit_x, double unit_y)
{
    return series_strokes(series, panel, unit_x, unit_y, false);
}

GPtrArray *scene_series_drawn_strokes(const SceneSeries *series,
                                      const ScenePanel *panel, double unit_x,
                                      double unit_y)
{
    return series_strokes(series, panel, unit_x, unit_y, true);
}
