/* test-overlap.c - coinciding curves and the dashes that share them out. */
#include "scene/overlap.h"
#include "scene/parts.h"

#include <glib.h>
#include <math.h>

static const Frame frame = {
    .x = {SCALE_LINEAR, -5, 5, 0},
    .y = {SCALE_LINEAR, -1.5, 5, 0},
    .width = 1000,
    .height = 600,
};

/* The page that the dashes are for, points. */
static const double WIDTH_PT = 620, HEIGHT_PT = 340;

static ScenePanel *panel_new(void)
{
    ScenePanel *panel = scene_panel_new();
    panel->x.scale = frame.x;
    panel->y.scale = frame.y;
    return panel;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(ScenePanel, scene_panel_free)

static SceneSeries *add_series(ScenePanel *panel)
{
    SceneSeries *series = scene_series_new();
    g_ptr_array_add(panel->series, series);
    return series;
}

static void add_piece(SceneSeries *series, const Point *points, guint count)
{
    ScenePiece *piece = scene_piece_new();
    g_array_append_vals(piece->points, points, count);
    g_ptr_array_add(series->pieces, piece);
}

/* slope * x up to 0, then x: the article's functions. */
static void add_bent(ScenePanel *panel, double slope)
{
    const Point points[] = {{-5, -5 * slope}, {0, 0}, {5, 5}};
    add_piece(add_series(panel), points, 3);
}

static const SceneSeries *series_at(const ScenePanel *panel, guint index)
{
    return g_ptr_array_index(panel->series, index);
}

static GPtrArray *strokes_of(const ScenePanel *panel, guint index)
{
    return scene_series_strokes(series_at(panel, index), panel, WIDTH_PT, HEIGHT_PT);
}

/* Whether one of the strokes covers x. */
static bool covers(const GPtrArray *strokes, double x)
{
    for (guint i = 0; i < strokes->len; i++) {
        const GArray *run = g_ptr_array_index(strokes, i);
        if (x >= g_array_index(run, Point, 0).x &&
            x <= g_array_index(run, Point, run->len - 1).x)
            return true;
    }
    return false;
}

/* The article's figure: one line for x > 0, of which each curve shows a third. */
static void test_article(void)
{
    g_autoptr(ScenePanel) panel = panel_new();
    add_bent(panel, 0);
    add_bent(panel, 0.1);
    add_bent(panel, 0.25);
    overlap_find(panel, &frame);
    GPtrArray *strokes[3];
    for (guint i = 0; i < 3; i++) {
        const GArray *overlaps = series_at(panel, i)->overlaps;
        g_assert_cmpuint(overlaps->len, >=, 1);
        SceneOverlap last = g_array_index(overlaps, SceneOverlap, overlaps->len - 1);
        g_assert_cmpint(last.rank, ==, i);
        g_assert_cmpint(last.count, ==, 3);
        g_assert_cmpfloat(last.last, ==, 5);
        g_assert_cmpfloat(fabs(last.first), <, 0.05);
        strokes[i] = strokes_of(panel, i);
    }
    g_assert_cmpuint(strokes[0]->len, ==, 1);
    int seen[3] = {0};
    for (int i = 0; i < 9000; i++) {
        double x = 0.1 + 4.9 * i / 9000;
        int top = covers(strokes[2], x) ? 2 : covers(strokes[1], x) ? 1 : 0;
        g_assert_true(top < 2 || covers(strokes[1], x));
        seen[top]++;
    }
    for (int i = 0; i < 3; i++) {
        g_assert_cmpint(seen[i], >, 2500);
        g_assert_cmpint(seen[i], <, 3500);
        /* Left of 0 they stand alone, whole. */
        for (double x = -5; x < -0.2; x += 0.01)
            g_assert_true(covers(strokes[i], x));
        g_ptr_array_unref(strokes[i]);
    }
}

/* Dashes have the promised length on the page. */
static void test_dash_length(void)
{
    g_autoptr(ScenePanel) panel = panel_new();
    add_bent(panel, 0);
    add_bent(panel, 0);
    overlap_find(panel, &frame);
    g_autoptr(GPtrArray) strokes = strokes_of(panel, 1);
    g_assert_cmpuint(strokes->len, >, 20);
    for (guint i = 0; i < strokes->len; i++) {
        const GArray *run = g_ptr_array_index(strokes, i);
        double length = 0;
        for (guint k = 0; k + 1 < run->len; k++) {
            Point a = g_array_index(run, Point, k),
                  b = g_array_index(run, Point, k + 1);
            length += hypot((b.x - a.x) / 10 * WIDTH_PT, (b.y - a.y) / 6.5 * HEIGHT_PT);
        }
        g_assert_cmpfloat(length, >, 7);
        g_assert_cmpfloat(length, <, 8);
    }
}

/* Up to eight curves each show the same share. */
static void test_many(void)
{
    g_autoptr(ScenePanel) panel = panel_new();
    for (int i = 0; i < 8; i++)
        add_bent(panel, 0);
    overlap_find(panel, &frame);
    GPtrArray *strokes[8];
    int seen[8] = {0};
    for (guint i = 0; i < 8; i++)
        strokes[i] = strokes_of(panel, i);
    for (int i = 0; i < 20000; i++) {
        double x = -5 + 10.0 * i / 20000;
        int top = 7;
        while (top > 0 && !covers(strokes[top], x))
            top--;
        seen[top]++;
    }
    for (guint i = 0; i < 8; i++) {
        g_assert_cmpint(seen[i], >, 2000);
        g_ptr_array_unref(strokes[i]);
    }
}

/* Curves that merely cross are left alone. */
static void test_crossing(void)
{
    g_autoptr(ScenePanel) panel = panel_new();
    const Point up[] = {{-5, -1}, {5, 5}}, down[] = {{-5, 5}, {5, -1}};
    add_piece(add_series(panel), up, 2);
    add_piece(add_series(panel), down, 2);
    overlap_find(panel, &frame);
    g_assert_cmpuint(series_at(panel, 0)->overlaps->len, ==, 0);
    g_autoptr(GPtrArray) strokes = strokes_of(panel, 1);
    g_assert_cmpuint(strokes->len, ==, 1);
    g_assert_cmpuint(((GArray *)g_ptr_array_index(strokes, 0))->len, ==, 2);
}

/* A third curve that crosses two coinciding ones does not part them. */
static void test_crossed_pair(void)
{
    g_autoptr(ScenePanel) panel = panel_new();
    const Point flat[] = {{-5, 1}, {5, 1}}, up[] = {{-5, -1}, {5, 3}};
    add_piece(add_series(panel), flat, 2);
    add_piece(add_series(panel), up, 2);
    add_piece(add_series(panel), flat, 2);
    overlap_find(panel, &frame);
    g_assert_cmpuint(series_at(panel, 1)->overlaps->len, ==, 0);
    const GArray *overlaps = series_at(panel, 2)->overlaps;
    g_assert_cmpuint(overlaps->len, ==, 1);
    SceneOverlap overlap = g_array_index(overlaps, SceneOverlap, 0);
    g_assert_cmpfloat(overlap.first, ==, -5);
    g_assert_cmpfloat(overlap.last, ==, 5);
    g_assert_cmpint(overlap.leader, ==, 0);
    g_assert_cmpint(overlap.rank, ==, 1);
    g_assert_cmpint(overlap.count, ==, 2);
}

/* Different vertices on one curve: coincidence does not hang on them; nor does it on
 * jumps that both have. */
static void test_vertices(void)
{
    g_autoptr(ScenePanel) panel = panel_new();
    SceneSeries *coarse = add_series(panel), *fine = add_series(panel);
    const Point left[] = {{-5, 0}, {0, 0}}, right[] = {{0, 1}, {5, 1}};
    add_piece(coarse, left, 2);
    add_piece(coarse, right, 2);
    Point points[101];
    for (int i = 0; i <= 100; i++)
        points[i] = (Point){-5 + 0.05 * i, 0};
    add_piece(fine, points, 101);
    for (int i = 0; i <= 100; i++)
        points[i] = (Point){0.05 * i, 1};
    add_piece(fine, points, 101);
    overlap_find(panel, &frame);
    g_assert_cmpuint(fine->overlaps->len, ==, 1);
    g_autoptr(GPtrArray) strokes = strokes_of(panel, 1);
    for (guint i = 0; i < strokes->len; i++) {
        const GArray *run = g_ptr_array_index(strokes, i);
        g_assert_cmpfloat(g_array_index(run, Point, 0).y, ==,
                          g_array_index(run, Point, run->len - 1).y);
    }
}

/* Points that turn back take no part. */
static void test_turning_back(void)
{
    g_autoptr(ScenePanel) panel = panel_new();
    const Point there[] = {{-5, 0}, {5, 0}}, back[] = {{5, 0}, {-5, 0}};
    add_piece(add_series(panel), there, 2);
    add_piece(add_series(panel), back, 2);
    overlap_find(panel, &frame);
    g_assert_cmpuint(series_at(panel, 1)->overlaps->len, ==, 0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/overlap/article", test_article);
    g_test_add_func("/overlap/dash-length", test_dash_length);
    g_test_add_func("/overlap/many", test_many);
    g_test_add_func("/overlap/crossing", test_crossing);
    g_test_add_func("/overlap/crossed-pair", test_crossed_pair);
    g_test_add_func("/overlap/vertices", test_vertices);
    g_test_add_func("/overlap/turning-back", test_turning_back);
    return g_test_run();
}
