/* test-polyline.c - thinning keeps what the eye can see. */
#include "backend/polyline.h"

#include <glib.h>
#include <math.h>

enum { COUNT = 1000 };
static const double tolerance = 0.01;

static double distance_to_segment(Point p, Point a, Point b)
{
    const double dx = b.x - a.x, dy = b.y - a.y, square = dx * dx + dy * dy;
    double share = square > 0 ? ((p.x - a.x) * dx + (p.y - a.y) * dy) / square : 0;

    share = CLAMP(share, 0, 1);
    return hypot(p.x - a.x - share * dx, p.y - a.y - share * dy);
}

/* Each point must lie near some kept segment; returns how many were kept. */
static int check(const Point *points, int count)
{
    Point kept[COUNT];
    const int kept_count = polyline_thin(points, count, tolerance, kept);

    g_assert_cmpint(kept_count, <=, count);
    g_assert_true(kept[0].x == points[0].x && kept[0].y == points[0].y);
    g_assert_true(kept[kept_count - 1].x == points[count - 1].x &&
                  kept[kept_count - 1].y == points[count - 1].y);
    for (int i = 0; i < count; i++) {
        double nearest = HUGE_VAL;
        for (int k = 0; k + 1 < kept_count; k++)
            nearest =
                fmin(nearest, distance_to_segment(points[i], kept[k], kept[k + 1]));
        g_assert_cmpfloat(nearest, <=, tolerance * 1.001);
    }
    return kept_count;
}

static void test_straight(void)
{
    Point points[COUNT];

    for (int i = 0; i < COUNT; i++)
        points[i] = (Point){i * 0.1, i * 0.1 / 3};
    g_assert_cmpint(check(points, COUNT), ==, 2);
}

static void test_kink(void)
{
    Point points[COUNT];

    for (int i = 0; i < COUNT; i++)
        points[i] = (Point){i * 0.5, i < 400 ? 0 : (i - 400) * 0.5};
    g_assert_cmpint(check(points, COUNT), ==, 3);
}

static void test_curve(void)
{
    Point points[COUNT];

    for (int i = 0; i < COUNT; i++)
        points[i] = (Point){i * 0.6, 100 * sin(i * 0.02)};
    const int kept = check(points, COUNT);
    g_assert_cmpint(kept, >, 100);
    g_assert_cmpint(kept, <, 600);
}

/* There and back on one line: the far end must stay. */
static void test_turning_back(void)
{
    const Point points[] = {{0, 0}, {5, 0}, {10, 0}, {4, 0}, {4, 0}, {7, 0}};

    g_assert_cmpint(check(points, G_N_ELEMENTS(points)), ==, 4);
}

static void test_small(void)
{
    const Point one = {3, 4};
    const Point same[] = {{1, 1}, {1, 1}, {1, 1}};
    Point out[3];

    g_assert_cmpint(polyline_thin(&one, 0, tolerance, out), ==, 0);
    g_assert_cmpint(polyline_thin(&one, 1, tolerance, out), ==, 1);
    g_assert_cmpint(polyline_thin(same, 3, tolerance, out), ==, 2);
    g_assert_cmpint(polyline_thin(same, 3, 0, out), ==, 2);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/polyline/straight", test_straight);
    g_test_add_func("/polyline/kink", test_kink);
    g_test_add_func("/polyline/curve", test_curve);
    g_test_add_func("/polyline/turning-back", test_turning_back);
    g_test_add_func("/polyline/small", test_small);
    return g_test_run();
}
