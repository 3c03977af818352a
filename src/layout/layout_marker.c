/* layout_marker.c - single markers with an edge around them. */
#include "layout/layout_parts.h"

void marker_paint(Page *page, Point center, Marker marker, double size_pt, Color fill,
                  Stroke edge)
{
    Point corners[14]; /* as many as marker_corners() has at the most */
    g_autoptr(GArray) centers = NULL;

    if (marker == MARKER_NONE)
        return;
    int count = marker_corners(marker, corners);
    if (marker == MARKER_CIRCLE) {
        drawing_add_circle(page->drawing, &(DrawingCircle){.center = center,
                                                           .radius_pt = size_pt / 2,
                                                           .filled = true,
                                                           .fill = fill,
                                                           .stroke = edge});
        return;
    }
    if (count == 0) {
        centers = g_array_new(FALSE, FALSE, sizeof(Point));
        g_array_append_val(centers, center);
        markers_add(page, marker, centers, size_pt, fill);
        return;
    }
    for (int i = 0; i < count; i++)
        corners[i] = (Point){center.x + size_pt * corners[i].x,
                             center.y + size_pt * corners[i].y};
    drawing_add_path(page->drawing, &(DrawingPath){.points = corners,
                                                   .runs = &count,
                                                   .run_count = 1,
                                                   .closed = true,
                                                   .filled = true,
                                                   .fill = fill,
                                                   .stroke = edge});
}
