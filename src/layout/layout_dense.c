/* layout_dense.c - lines that go up and down within every pixel.
 *
 * Stroking them is slow and shows no more than the area that they cover: its outline
 * has two points a column. It is the stroke's own: each column's least and largest
 * value, moved outwards by half the line's width in all directions.
 */
#include "layout/layout_parts.h"

#include <math.h>

#define COLUMN_PT 0.36    /* half a pixel at 100 dots an inch */
#define DENSE_POINTS 500  /* fewer are stroked */
#define DENSE_TRAVEL 12.0 /* the line's length, in lengths of its stretch */
#define REACH_COLUMNS_MAX 64

/* The extent of the line in each column. */
typedef struct {
    double left; /* of the first column */
    int count;
    double *low, *high;
} Profile;

static bool is_dense(const Point *points, int count, double *left, double *right)
{
    double travel = 0;

    *left = *right = points[0].x;
    for (int i = 1; i < count; i++) {
        travel += hypot(points[i].x - points[i - 1].x, points[i].y - points[i - 1].y);
        *left = MIN(*left, points[i].x);
        *right = MAX(*right, points[i].x);
    }
    return count >= DENSE_POINTS && travel > DENSE_TRAVEL * (*right - *left) &&
           *right - *left > 4 * COLUMN_PT;
}

/* Lines that run back and forth cover no such area. */
static bool runs_one_way(const Point *points, int count)
{
    bool rises = false, falls = false;

    for (int i = 1; i < count; i++) {
        rises |= points[i].x > points[i - 1].x;
        falls |= points[i].x < points[i - 1].x;
    }
    return !(rises && falls);
}

static int column_of(const Profile *profile, double x)
{
    return CLAMP((int)floor((x - profile->left) / COLUMN_PT), 0, profile->count - 1);
}

static void widen(Profile *profile, int column, double y)
{
    profile->low[column] = MIN(profile->low[column], y);
    profile->high[column] = MAX(profile->high[column], y);
}

/* A chord, left to right: its ends, and where it passes from column to column. */
static void add_chord(Profile *profile, Point a, Point b)
{
    int first = column_of(profile, a.x), last = column_of(profile, b.x);

    widen(profile, first, a.y);
    widen(profile, last, b.y);
    for (int column = first; column < last; column++) {
        double x = profile->left + (column + 1) * COLUMN_PT;
        double y = a.y + (b.y - a.y) * CLAMP((x - a.x) / (b.x - a.x), 0, 1);
        widen(profile, column, y);
        widen(profile, column + 1, y);
    }
}

/* What a pen of that radius covers, in the middle of a column. */
static double reach(const double *values, int count, int column, double radius,
                    int sign)
{
    int wide = MIN((int)ceil(radius / COLUMN_PT), REACH_COLUMNS_MAX);
    double farthest = -INFINITY;

    for (int k = -wide; k <= wide; k++) {
        double aside = fabs(k * COLUMN_PT);
        if (column + k < 0 || column + k >= count || aside > radius)
            continue;
        farthest = MAX(farthest, sign * values[column + k] +
                                     sqrt(radius * radius - aside * aside));
    }
    return sign * farthest;
}

static void add_outline(Page *page, const Profile *profile, double radius, Color color)
{
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(Point));
    int count = 2 * profile->count;

    for (int way = 0; way < 2; way++)
        for (int i = 0; i < profile->count; i++) {
            int column = way ? profile->count - 1 - i : i;
            const double *values = way ? profile->low : profile->high;
            Point point = {profile->left + (column + 0.5) * COLUMN_PT,
                           reach(values, profile->count, column, radius, way ? -1 : 1)};
            g_array_append_val(points, point);
        }
    page_fill(page, (const Point *)(void *)points->data, count, color);
}

bool dense_paint(Page *page, const Point *points, int count, double width_pt,
                 Color color)
{
    double left, right;
    Profile profile;
    bool backwards;

    if (count < DENSE_POINTS || !is_dense(points, count, &left, &right) ||
        !runs_one_way(points, count))
        return false;
    profile.left = left;
    profile.count = (int)ceil((right - left) / COLUMN_PT);
    profile.low = g_new(double, (gsize)profile.count);
    profile.high = g_new(double, (gsize)profile.count);
    for (int i = 0; i < profile.count; i++) {
        profile.low[i] = INFINITY;
        profile.high[i] = -INFINITY;
    }
    backwards = points[0].x > points[count - 1].x;
    for (int i = 1; i < count; i++)
        add_chord(&profile, points[backwards ? i : i - 1],
                  points[backwards ? i - 1 : i]);
    add_outline(page, &profile, width_pt / 2, color);
    g_free(profile.low);
    g_free(profile.high);
    return true;
}
