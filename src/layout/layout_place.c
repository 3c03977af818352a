/* layout_place.c - the best place for a text beside a point. */
#include "layout/layout_parts.h"

#include <math.h>

#define OUTSIDE_COST 10.0 /* a square point outside of the frame */
#define DISTANCE_COST 0.3 /* a point away from what the text is about */
#define CROSSING_COST 8.0 /* a curve between text and point */
#define ALONG_COST 1.2    /* a point of the way that runs beside a curve */
#define ALONG_NEAR 2.5    /* points: beside */
#define START_SHARE 0.2   /* of the way, at the point, that may cross */
#define SLIDE_SHARE 0.6   /* of the distance, that a box slid into the frame keeps */
#define INSIDE 1.0        /* points, from the frame */
#define HIDDEN_SHARE 0.1  /* of a label's width and height that curves may take */
#define START 2.5         /* points, the same at least */

enum { DIRECTIONS = 24, STEPS = 12, SEGMENTS_MAX = 1500 };

double outside_area(Rect box, Rect room)
{
    double width = MIN(box.x + box.width, room.x + room.width) - MAX(box.x, room.x);
    double height = MIN(box.y + box.height, room.y + room.height) - MAX(box.y, room.y);

    return box.width * box.height - MAX(width, 0) * MAX(height, 0);
}

Rect rect_grown(Rect box, double by)
{
    return (Rect){box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by};
}

double box_distance(Rect box, Point point)
{
    double dx = MAX(MAX(box.x - point.x, point.x - box.x - box.width), 0);
    double dy = MAX(MAX(box.y - point.y, point.y - box.y - box.height), 0);

    return hypot(dx, dy);
}

/* The box of a text set off from point, y up: it touches the offset's end with the
 * side that faces the point. */
Rect note_box(Point point, double offset_x, double offset_y, double width,
              double height)
{
    double longest = MAX(fabs(offset_x), fabs(offset_y));
    double way_x = longest > 0 ? offset_x / longest : 0;
    double way_y = longest > 0 ? offset_y / longest : 0;
    Point middle = {point.x + offset_x + way_x * width / 2,
                    point.y - offset_y - way_y * height / 2};

    return (Rect){middle.x - width / 2, middle.y - height / 2, width, height};
}

/* Where the way from the middle of box to point leaves it. */
Point leave_box(Rect box, Point point)
{
    Point middle = {box.x + box.width / 2, box.y + box.height / 2};
    double dx = point.x - middle.x, dy = point.y - middle.y;
    double share = INFINITY;

    if (dx != 0)
        share = MIN(share, box.width / 2 / fabs(dx));
    if (dy != 0)
        share = MIN(share, box.height / 2 / fabs(dy));
    share = MIN(share, 1);
    return (Point){middle.x + share * dx, middle.y + share * dy};
}

static bool boxes_meet(Rect a, Rect b)
{
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
           b.y < a.y + a.height;
}

bool is_in_the_way(const PanelLayout *panel, Rect box)
{
    const Rect *frame = &panel->frame;

    if (box.x < frame->x - 0.01 ||
        box.y + box.height > frame->y + frame->height + 0.01 ||
        boxes_meet(box, panel->legend_box))
        return true;
    for (unsigned i = 0; i < panel->notes->len; i++)
        if (boxes_meet(box, g_array_index(panel->notes, NoteLayout, i).box))
            return true;
    return false;
}

bool is_readable_at(const PanelLayout *panel, Rect box)
{
    return is_small_in(box, panel->frame) && !is_in_the_way(panel, box) &&
           clutter_hidden(&panel->clutter, box) <=
               HIDDEN_SHARE * (box.width + box.height);
}

/* What a line from point to the box does to the curves. It begins where it cannot but
 * lie on the curve that goes through the point. */
static double way_cost(const Clutter *clutter, Point point, Rect box, double radius)
{
    Point end = leave_box(box, point);
    double length = hypot(end.x - point.x, end.y - point.y), along = 0;
    double free = MAX(START_SHARE * length, radius + START);
    Point begin;

    if (length <= free)
        return 0;
    begin = (Point){point.x + free / length * (end.x - point.x),
                    point.y + free / length * (end.y - point.y)};
    for (int i = 1; i <= STEPS; i++) {
        double share = (double)i / STEPS;
        Point at = {begin.x + share * (end.x - begin.x),
                    begin.y + share * (end.y - begin.y)};
        if (clutter_is_near(clutter, at, ALONG_NEAR))
            along += (length - free) / STEPS;
    }
    return CROSSING_COST * clutter_crossings(clutter, begin, end) + ALONG_COST * along;
}

/* Moved into the frame, as far as it is not too large for it. */
static Rect slid_inside(Rect box, Rect frame)
{
    double right = frame.x + frame.width - INSIDE - box.width;
    double bottom = frame.y + frame.height - INSIDE - box.height;

    box.x = MAX(MIN(box.x, right), frame.x + INSIDE);
    box.y = MAX(MIN(box.y, bottom), frame.y + INSIDE);
    return box;
}

Rect place_beside(const PanelLayout *panel, Point point, const PlaceWish *wish,
                  double *cost)
{
    Rect best = {0};
    double farthest = wish->distances[wish->distance_count - 1];
    Rect reach = rect_grown((Rect){point.x - wish->width, point.y - wish->height,
                                   2 * wish->width, 2 * wish->height},
                            1.5 * farthest);
    Clutter clutter;

    *cost = INFINITY;
    clutter_take_near(&clutter, &panel->clutter, reach, SEGMENTS_MAX);
    for (int d = 0; d < wish->distance_count; d++) {
        double distance = wish->distances[d];
        for (int i = 0; i < DIRECTIONS; i++) {
            double angle = (i + 0.5) * 2 * G_PI / DIRECTIONS;
            Rect box = note_box(point, distance * cos(angle), distance * sin(angle),
                                wish->width, wish->height);
            Rect inside = slid_inside(box, panel->frame);
            if (box_distance(inside, point) > SLIDE_SHARE * distance)
                box = inside;
            double here = OUTSIDE_COST * outside_area(box, panel->frame) +
                          DISTANCE_COST * distance;
            if (here < *cost)
                here += clutter_hidden(&clutter, rect_grown(box, wish->clearance));
            if (here < *cost)
                here += way_cost(&clutter, point, box, wish->radius);
            if (here < *cost) {
                *cost = here;
                best = box;
            }
        }
    }
    clutter_release(&clutter);
    return best;
}
