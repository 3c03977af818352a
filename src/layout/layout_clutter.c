/* layout_clutter.c - what a text had better not cover. */
#include "layout/layout_parts.h"

#include <math.h>

#define TEXT_WEIGHT 4.0 /* a square point of covered text, in points of curve */

void clutter_init(Clutter *clutter)
{
    clutter->segments = g_array_new(FALSE, FALSE, sizeof(Point));
    clutter->boxes = g_array_new(FALSE, FALSE, sizeof(Rect));
}

void clutter_release(Clutter *clutter)
{
    g_array_unref(clutter->segments);
    g_array_unref(clutter->boxes);
}

void clutter_add_segment(Clutter *clutter, Point from, Point to)
{
    if (!isfinite(from.x + from.y + to.x + to.y))
        return;
    g_array_append_val(clutter->segments, from);
    g_array_append_val(clutter->segments, to);
}

void clutter_add_box(Clutter *clutter, Rect box)
{
    g_array_append_val(clutter->boxes, box);
}

static bool may_meet(Point from, Point to, Rect box)
{
    return MAX(from.x, to.x) >= box.x && MIN(from.x, to.x) <= box.x + box.width &&
           MAX(from.y, to.y) >= box.y && MIN(from.y, to.y) <= box.y + box.height;
}

void clutter_take_near(Clutter *near, const Clutter *all, Rect reach, unsigned most)
{
    const Point *points = (const Point *)(void *)all->segments->data;
    unsigned found = 0, step, index = 0;

    clutter_init(near);
    for (unsigned i = 0; i + 1 < all->segments->len; i += 2)
        found += may_meet(points[i], points[i + 1], reach);
    step = 1 + found / MAX(most, 1);
    for (unsigned i = 0; i + 1 < all->segments->len; i += 2)
        if (may_meet(points[i], points[i + 1], reach) && index++ % step == 0)
            g_array_append_vals(near->segments, &points[i], 2);
    g_array_append_vals(near->boxes, all->boxes->data, all->boxes->len);
}

/* One edge of Liang and Barsky's clipping: keeps begin .. end where
 * distance + t * step >= 0. */
static void clip_edge(double distance, double step, double *begin, double *end)
{
    if (step > 0)
        *begin = MAX(*begin, -distance / step);
    else if (step < 0)
        *end = MIN(*end, -distance / step);
    else if (distance < 0)
        *end = -1;
}

double segment_inside(Point from, Point to, Rect box)
{
    double dx = to.x - from.x, dy = to.y - from.y;
    double begin = 0, end = 1;

    clip_edge(from.x - box.x, dx, &begin, &end);
    clip_edge(box.x + box.width - from.x, -dx, &begin, &end);
    clip_edge(from.y - box.y, dy, &begin, &end);
    clip_edge(box.y + box.height - from.y, -dy, &begin, &end);
    return end > begin ? (end - begin) * hypot(dx, dy) : 0;
}

static double common_area(Rect a, Rect b)
{
    double width = MIN(a.x + a.width, b.x + b.width) - MAX(a.x, b.x);
    double height = MIN(a.y + a.height, b.y + b.height) - MAX(a.y, b.y);

    return width > 0 && height > 0 ? width * height : 0;
}

double clutter_hidden(const Clutter *clutter, Rect box)
{
    double hidden = 0;
    const Point *points = (const Point *)(void *)clutter->segments->data;

    for (unsigned i = 0; i + 1 < clutter->segments->len; i += 2)
        hidden += segment_inside(points[i], points[i + 1], box);
    for (unsigned i = 0; i < clutter->boxes->len; i++)
        hidden +=
            TEXT_WEIGHT * common_area(box, g_array_index(clutter->boxes, Rect, i));
    return hidden;
}

static double segment_distance(Point from, Point to, Point point)
{
    double dx = to.x - from.x, dy = to.y - from.y, squared = dx * dx + dy * dy;
    double share =
        squared > 0 ? ((point.x - from.x) * dx + (point.y - from.y) * dy) / squared : 0;

    share = CLAMP(share, 0, 1);
    return hypot(from.x + share * dx - point.x, from.y + share * dy - point.y);
}

bool clutter_is_near(const Clutter *clutter, Point point, double distance)
{
    const Point *points = (const Point *)(void *)clutter->segments->data;

    for (unsigned i = 0; i + 1 < clutter->segments->len; i += 2)
        if (segment_distance(points[i], points[i + 1], point) < distance)
            return true;
    return false;
}

enum { TEXT_CROSSING = 8 }; /* crossing a text is as bad as so many curves */

static double turn(Point a, Point b, Point c)
{
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

int clutter_crossings(const Clutter *clutter, Point from, Point to)
{
    int count = 0;
    const Point *points = (const Point *)(void *)clutter->segments->data;

    for (unsigned i = 0; i + 1 < clutter->segments->len; i += 2) {
        Point a = points[i], b = points[i + 1];
        count += (turn(from, to, a) > 0) != (turn(from, to, b) > 0) &&
                 (turn(a, b, from) > 0) != (turn(a, b, to) > 0);
    }
    for (unsigned i = 0; i < clutter->boxes->len; i++)
        if (segment_inside(from, to, g_array_index(clutter->boxes, Rect, i)) > 0)
            count += TEXT_CROSSING;
    return count;
}
