/* overlap.c - where curves of a panel lie on one another.
 *
 * First for each pair alone, where short meetings are dropped as crossings; then the
 * pairs are put together to groups.
 */
#include "scene/overlap.h"

#include <math.h>
#include <stdint.h>

/* Curves nearer than this hide one another (pixels; lines are some 3 wide). */
static const double NEAR = 0.5;

/* Stretches shorter than this are crossings, not coincidences (pixels). */
static const double SHORTEST = 24;

/* Curves that come together one after another within this are taken to do so together,
 * where the last does (pixels). */
static const double TOGETHER = 8;

/* Vertices that matter less than this are left out of the comparison (pixels). */
static const double DETAIL = 0.01;

/* Groups are bits of a word; more pairs than that are left unshared. */
enum { SERIES_MAX = 64, MEETINGS_MAX = 2000 };

/* A stretch of page x where a pair coincides. */
typedef struct {
    double first, last;
    uint64_t pair;
} Meeting;

/* One piece on the page. */
typedef struct {
    GArray *points; /* of Point */
} Run;

/* A pair under comparison, with the meeting that is growing. */
typedef struct {
    GArray *meetings;
    Meeting open;
    double length; /* of it; negative: none */
} Pair;

static void clear_run(void *data)
{
    g_array_unref(((Run *)data)->points);
}

/* The pieces of a series on the page; none if they do not run to the right. */
static GArray *series_runs(const SceneSeries *series, const Frame *frame)
{
    GArray *runs = g_array_new(FALSE, FALSE, sizeof(Run));
    g_array_set_clear_func(runs, clear_run);
    if (series->on_y2) /* the frame is y's: what meets on the page is no coincidence */
        return runs;
    double before = -INFINITY;
    for (guint i = 0; i < series->pieces->len; i++) {
        const ScenePiece *piece = g_ptr_array_index(series->pieces, i);
        Run run = {polyline_page(scene_piece_line(piece), frame, DETAIL)};
        g_array_append_val(runs, run);
        for (guint k = 0; k < run.points->len; k++) {
            double x = g_array_index(run.points, Point, k).x;
            if (x < before) {
                g_array_set_size(runs, 0);
                return runs;
            }
            before = x;
        }
    }
    return runs;
}

static void end_meeting(Pair *pair)
{
    if (pair->length >= SHORTEST)
        g_array_append_val(pair->meetings, pair->open);
    pair->length = -1;
}

/* Both lines are straight over from..to: apart there are their heights' differences.
 * slope is the flatter one's. */
static void compare_lines(Pair *pair, double from, double to, double apart_from,
                          double apart_to, double slope)
{
    double stretch = sqrt(1 + slope * slope), near = NEAR * stretch;
    double start = 0, end = 1, turn = apart_to - apart_from;
    if (turn == 0 ? fabs(apart_from) > near : false) {
        end_meeting(pair);
        return;
    }
    if (turn != 0) {
        double a = (-near - apart_from) / turn, b = (near - apart_from) / turn;
        start = fmax(0, fmin(a, b));
        end = fmin(1, fmax(a, b));
    }
    if (start > 0 || !(start < end))
        end_meeting(pair);
    if (!(start < end))
        return;
    if (pair->length < 0) {
        pair->open.first = from + start * (to - from);
        pair->length = 0;
    }
    pair->open.last = from + end * (to - from);
    pair->length += (end - start) * (to - from) * stretch;
    if (end < 1)
        end_meeting(pair);
}

static double height_at(const Point *a, double x)
{
    return a[0].y + (a[1].y - a[0].y) * ((x - a[0].x) / (a[1].x - a[0].x));
}

static double slope_of(const Point *a)
{
    return (a[1].y - a[0].y) / (a[1].x - a[0].x);
}

static void compare_runs(Pair *pair, const GArray *one, const GArray *other)
{
    const Point *a = (const Point *)(void *)one->data;
    const Point *b = (const Point *)(void *)other->data;
    const Point *a_last = a + one->len - 1, *b_last = b + other->len - 1;
    double x = fmax(a->x, b->x);
    while (a < a_last && b < b_last) {
        double end = fmin(a[1].x, b[1].x);
        if (end > x) {
            double slope = fmin(fabs(slope_of(a)), fabs(slope_of(b)));
            compare_lines(pair, x, end, height_at(a, x) - height_at(b, x),
                          height_at(a, end) - height_at(b, end), slope);
            x = end;
        }
        if (a[1].x <= end)
            a++;
        else
            b++;
    }
    end_meeting(pair);
}

static void compare_series(const GArray *one, const GArray *other, Pair *pair)
{
    guint i = 0, k = 0;
    while (i < one->len && k < other->len) {
        const GArray *a = g_array_index(one, Run, i).points;
        const GArray *b = g_array_index(other, Run, k).points;
        compare_runs(pair, a, b);
        if (g_array_index(a, Point, a->len - 1).x <
            g_array_index(b, Point, b->len - 1).x)
            i++;
        else
            k++;
    }
}

static GArray *find_meetings(const ScenePanel *panel, const Frame *frame)
{
    GArray *runs[SERIES_MAX];
    GArray *meetings = g_array_new(FALSE, FALSE, sizeof(Meeting));
    guint count = panel->series->len;
    for (guint i = 0; i < count; i++) {
        runs[i] = series_runs(g_ptr_array_index(panel->series, i), frame);
        for (guint k = 0; k < i && meetings->len <= MEETINGS_MAX; k++) {
            Pair pair = {.meetings = meetings, .length = -1};
            pair.open.pair = UINT64_C(1) << i | UINT64_C(1) << k;
            compare_series(runs[i], runs[k], &pair);
        }
    }
    for (guint i = 0; i < count; i++)
        g_array_unref(runs[i]);
    return meetings;
}

static int compare_firsts(const void *a, const void *b)
{
    double x = ((const Meeting *)a)->first, y = ((const Meeting *)b)->first;
    return (x > y) - (x < y);
}

static int compare_lasts(const void *a, const void *b)
{
    double x = ((const Meeting *)a)->last, y = ((const Meeting *)b)->last;
    return (x < y) - (x > y);
}

/* Lets curves that meet at a point do so at one place, not at as many as there are
 * pairs. Meetings only become shorter, so none claims what is not hidden. */
static void gather_ends(GArray *meetings)
{
    Meeting *all = (Meeting *)(void *)meetings->data;
    g_array_sort(meetings, compare_firsts);
    for (guint i = 0, start = 0; i < meetings->len; i++) {
        bool is_last =
            i + 1 == meetings->len || all[i + 1].first > all[start].first + TOGETHER;
        if (!is_last)
            continue;
        for (double first = all[i].first; start <= i; start++)
            all[start].first = first;
    }
    g_array_sort(meetings, compare_lasts);
    for (guint i = 0, start = 0; i < meetings->len; i++) {
        bool is_last =
            i + 1 == meetings->len || all[i + 1].last < all[start].last - TOGETHER;
        if (!is_last)
            continue;
        for (double last = all[i].last; start <= i; start++)
            all[start].last = last;
    }
}

static int compare_doubles(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Ends of meetings in order; two within a thousandth of a pixel are one. */
static GArray *meeting_ends(const GArray *meetings)
{
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(double));
    GArray *ends = g_array_new(FALSE, FALSE, sizeof(double));
    for (guint i = 0; i < meetings->len; i++) {
        const Meeting *meeting = &g_array_index(meetings, Meeting, i);
        g_array_append_val(all, meeting->first);
        g_array_append_val(all, meeting->last);
    }
    g_array_sort(all, compare_doubles);
    for (guint i = 0; i < all->len; i++) {
        double x = g_array_index(all, double, i);
        if (ends->len == 0 || x - g_array_index(ends, double, ends->len - 1) > 1e-3)
            g_array_append_val(ends, x);
    }
    return ends;
}

/* For each series the group it is in at page x. */
static void group_at(const GArray *meetings, double x, uint64_t groups[SERIES_MAX])
{
    for (guint i = 0; i < SERIES_MAX; i++)
        groups[i] = UINT64_C(1) << i;
    for (guint i = 0; i < meetings->len; i++) {
        const Meeting *meeting = &g_array_index(meetings, Meeting, i);
        if (x < meeting->first || x > meeting->last)
            continue;
        uint64_t all = 0;
        for (guint k = 0; k < SERIES_MAX; k++)
            if (meeting->pair & (UINT64_C(1) << k))
                all |= groups[k];
        for (guint k = 0; k < SERIES_MAX; k++)
            if (all & (UINT64_C(1) << k))
                groups[k] = all;
    }
}

/* page x as data; the very ends of the frame are the scale's. */
static double data_x(const Frame *frame, double page_x)
{
    double share = page_x / frame->width;
    if (share < 1e-6)
        return frame->x.low;
    return share > 1 - 1e-6 ? frame->x.high : scale_invert(&frame->x, share);
}

static void add_overlap(SceneSeries *series, guint index, uint64_t group, double first,
                        double last)
{
    SceneOverlap overlap = {
        .first = first,
        .last = last,
        .rank = __builtin_popcountll(group & ((UINT64_C(1) << index) - 1)),
        .count = __builtin_popcountll(group),
        .leader = __builtin_ctzll(group),
    };
    g_array_append_val(series->overlaps, overlap);
}

/* The overlaps of series index: its groups from end to end, equal neighbours joined. */
static void fill_overlaps(SceneSeries *series, guint index, const GArray *ends,
                          const uint64_t *groups, const Frame *frame)
{
    for (guint i = 0; i + 1 < ends->len; i++) {
        uint64_t group = groups[i * SERIES_MAX + index];
        if (group == UINT64_C(1) << index)
            continue;
        guint first = i;
        while (i + 2 < ends->len && groups[(i + 1) * SERIES_MAX + index] == group)
            i++;
        add_overlap(series, index, group,
                    data_x(frame, g_array_index(ends, double, first)),
                    data_x(frame, g_array_index(ends, double, i + 1)));
    }
}

void overlap_find(ScenePanel *panel, const Frame *frame)
{
    if (panel->series->len < 2 || panel->series->len > SERIES_MAX)
        return;
    g_autoptr(GArray) meetings = find_meetings(panel, frame);
    if (meetings->len == 0 || meetings->len > MEETINGS_MAX)
        return;
    gather_ends(meetings);
    g_autoptr(GArray) ends = meeting_ends(meetings);
    g_autofree uint64_t *groups = g_new(uint64_t, (gsize)ends->len * SERIES_MAX);
    for (guint i = 0; i + 1 < ends->len; i++) {
        double middle =
            0.5 * (g_array_index(ends, double, i) + g_array_index(ends, double, i + 1));
        group_at(meetings, middle, groups + (gsize)i * SERIES_MAX);
    }
    for (guint i = 0; i < panel->series->len; i++)
        fill_overlaps(g_ptr_array_index(panel->series, i), i, ends, groups, frame);
}
