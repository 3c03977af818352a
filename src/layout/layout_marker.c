/* layout_marker.c - the shapes of markers. */
#include "layout/layout_parts.h"

#include <math.h>

/* Sides of shapes of one diameter, so that they look equally large. */
#define SQUARE_SIDE 0.84
#define DIAMOND_REACH 0.6
#define TRIANGLE_REACH 0.62
#define ARM_REACH 0.5
#define ARM_WIDTH 0.22

static void paint_polygon(Page *page, const Point *corners, int count, Color fill,
                          Stroke stroke)
{
    drawing_add_path(page->drawing, &(DrawingPath){.points = corners,
                                                   .runs = &count,
                                                   .run_count = 1,
                                                   .closed = true,
                                                   .filled = true,
                                                   .fill = fill,
                                                   .stroke = stroke});
}

/* Corners at equal angles from the first on (turns from the top, clockwise). */
static void paint_regular(Page *page, Point center, int count, double first,
                          double reach, Color fill, Stroke stroke)
{
    Point corners[4];

    for (int i = 0; i < count; i++) {
        double angle = 2 * G_PI * (first + (double)i / count);
        corners[i] =
            (Point){center.x + reach * sin(angle), center.y - reach * cos(angle)};
    }
    paint_polygon(page, corners, count, fill, stroke);
}

static void paint_arms(Page *page, Point center, double first, double reach,
                       Stroke stroke)
{
    Point points[4];
    const int runs[] = {2, 2};

    for (int i = 0; i < 4; i++) {
        double angle =
            2 * G_PI * (first + (i == 1 || i == 3 ? 0.5 : 0) + (i / 2) * 0.25);
        points[i] =
            (Point){center.x + reach * sin(angle), center.y - reach * cos(angle)};
    }
    drawing_add_path(page->drawing, &(DrawingPath){.points = points,
                                                   .runs = runs,
                                                   .run_count = 2,
                                                   .stroke = stroke});
}

void marker_paint(Page *page, Point center, Marker marker, double size_pt, Color fill,
                  Stroke edge)
{
    Stroke arm = {.color = fill, .width_pt = MAX(ARM_WIDTH * size_pt, 0.6)};

    switch (marker) {
    case MARKER_NONE:
        break;
    case MARKER_CIRCLE:
        drawing_add_circle(page->drawing, &(DrawingCircle){.center = center,
                                                           .radius_pt = size_pt / 2,
                                                           .filled = true,
                                                           .fill = fill,
                                                           .stroke = edge});
        break;
    case MARKER_SQUARE:
        paint_regular(page, center, 4, 0.125,
                      SQUARE_SIDE * size_pt * 1.4142135623730951 / 2, fill, edge);
        break;
    case MARKER_DIAMOND:
        paint_regular(page, center, 4, 0, DIAMOND_REACH * size_pt, fill, edge);
        break;
    case MARKER_TRIANGLE:
        paint_regular(page, center, 3, 0, TRIANGLE_REACH * size_pt, fill, edge);
        break;
    case MARKER_CROSS:
        paint_arms(page, center, 0.125, ARM_REACH * size_pt, arm);
        break;
    case MARKER_PLUS:
        paint_arms(page, center, 0, ARM_REACH * size_pt, arm);
        break;
    }
}
