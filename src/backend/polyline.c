/* polyline.c - greedy thinning: from the last point kept, the directions that pass
 * every later point within the tolerance are a cone, and it narrows with each point.
 * The first point outside of it starts the next cone at the point before. */
#include "backend/polyline.h"

#include <math.h>
#include <stdbool.h>

/* Directions between two unit vectors, right being clockwise of left. */
typedef struct {
    Point left, right;
    double reach; /* of the farthest point seen */
    bool open;    /* every direction still will do */
} Cone;

static double cross(Point a, Point b)
{
    return a.x * b.y - a.y * b.x;
}

static Point turned(Point direction, double sine, double cosine)
{
    return (Point){direction.x * cosine - direction.y * sine,
                   direction.x * sine + direction.y * cosine};
}

/* Whether the line may go on from anchor to point; the cone is narrowed if so. */
static bool cone_take(Cone *cone, Point anchor, Point point, double tolerance)
{
    Point offset = {point.x - anchor.x, point.y - anchor.y};
    double distance = hypot(offset.x, offset.y);
    if (cone->open && distance <= tolerance)
        return true;
    if (distance < cone->reach) /* turns back, or stands still */
        return false;
    Point direction = {offset.x / distance, offset.y / distance};
    if (!cone->open &&
        (cross(cone->right, direction) < 0 || cross(direction, cone->left) < 0))
        return false;

    double sine = tolerance / distance;
    double cosine = sqrt(1 - sine * sine);
    Point left = turned(direction, sine, cosine);
    Point right = turned(direction, -sine, cosine);
    if (cone->open || cross(left, cone->left) > 0)
        cone->left = left;
    if (cone->open || cross(cone->right, right) > 0)
        cone->right = right;
    cone->open = false;
    cone->reach = distance;
    return true;
}

int polyline_thin(const Point *points, int count, double tolerance, Point *out)
{
    if (count <= 0)
        return 0;
    int kept = 0;
    out[kept++] = points[0];
    Cone cone = {.open = true};
    for (int i = 1; i < count; i++) {
        if (cone_take(&cone, out[kept - 1], points[i], tolerance))
            continue;
        out[kept++] = points[i - 1];
        cone = (Cone){.open = true};
        cone_take(&cone, out[kept - 1], points[i], tolerance);
    }
    if (count > 1)
        out[kept++] = points[count - 1];
    return kept;
}
