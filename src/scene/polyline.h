/* polyline.h - runs of vertices on the page: thinning them and cutting them. */
#ifndef ACTPLOT_SCENE_POLYLINE_H
#define ACTPLOT_SCENE_POLYLINE_H

#include "base/geometry.h"
#include "scene/scale.h"

#include <glib.h>
#include <math.h>
#include <stdbool.h>

/* A panel's frame for computing: page positions are in pixels of a page 1000 wide,
 * from the frame's corner of least x and y; both scales rise. */
typedef struct {
    Scale x, y;
    double width, height;
} Frame;

/* A point of a curve: in data units and on the page. keep: reduction leaves it. */
typedef struct {
    Point data, page;
    bool keep;
} Vertex; /* passed by address: a curve has thousands */

Point frame_map(const Frame *frame, Point data);

/* The page position of a y value; what is below a log scale is at -infinity. */
static inline double frame_map_y(const Frame *frame, double y)
{
    if (frame->y.kind == SCALE_LOG && y <= 0)
        return -INFINITY;
    return scale_map(&frame->y, y) * frame->height;
}

/* Appends to out (of Point, data units) the fewest of the count vertices, among them
 * the first, the last and those to keep, so that every left out one is within
 * tolerance (page units) of the line. One pass: the longest chord from each vertex
 * whose cone of admitted directions still holds it. */
void polyline_reduce(const Vertex *vertices, size_t count, double tolerance,
                     GArray *out);

/* The same for the graph of a function, whose page x rises: quicker, and stricter where
 * it is steep, for distances are taken along y. */
void polyline_thin(const Vertex *vertices, size_t count, double tolerance, GArray *out);

/* points (of Point, data units) on the page, thinned in the same way. Array of Point;
 * the caller's. */
GArray *polyline_page(const GArray *points, const Frame *frame, double tolerance);

/* Cuts the line through points (of Point, data units; NaN breaks it) at the frame by
 * straight chords, and adds each run inside as a ScenePiece to pieces. */
void polyline_clip(const GArray *points, const Frame *frame, GPtrArray *pieces);

#endif
