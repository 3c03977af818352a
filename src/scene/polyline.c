/* polyline.c - runs of vertices on the page. */
#include "scene/polyline.h"

#include "scene/parts.h"

#include <math.h>

Point frame_map(const Frame *frame, Point data)
{
    return (Point){scale_map(&frame->x, data.x) * frame->width,
                   frame_map_y(frame, data.y)};
}

static double cross(Point a, Point b)
{
    return a.x * b.y - a.y * b.x;
}

/* Directions from a vertex along which a line passes near all later ones. */
typedef struct {
    Point low, high; /* turning from low to high is to the left */
    bool narrowed;   /* false: every direction is still admitted */
    double farthest;
} Cone;

static bool cone_holds(const Cone *cone, Point to)
{
    return !cone->narrowed || (cross(cone->low, to) >= 0 && cross(to, cone->high) >= 0);
}

static void cone_narrow(Cone *cone, Point to, double distance, double tolerance)
{
    if (distance <= tolerance)
        return;
    double sine = tolerance / distance, cosine = sqrt(1 - sine * sine);
    Point low = {to.x * cosine + to.y * sine, to.y * cosine - to.x * sine};
    Point high = {to.x * cosine - to.y * sine, to.y * cosine + to.x * sine};
    if (!cone->narrowed || cross(cone->low, low) > 0)
        cone->low = low;
    if (!cone->narrowed || cross(high, cone->high) > 0)
        cone->high = high;
    cone->narrowed = true;
}

/* The vertex at the end of the longest chord from start. */
static size_t longest_chord(const Vertex *vertices, size_t count, size_t start,
                            double tolerance)
{
    Cone cone = {.narrowed = false};
    Point from = vertices[start].page;
    size_t end = start + 1;
    for (size_t i = start + 1; i < count; i++) {
        Point to = {vertices[i].page.x - from.x, vertices[i].page.y - from.y};
        double distance = sqrt(to.x * to.x + to.y * to.y);
        /* A line that turns back would leave its farthest point behind. */
        if (!cone_holds(&cone, to) || distance < cone.farthest - 0.5 * tolerance)
            break;
        end = i;
        if (vertices[i].keep)
            break;
        if (distance > cone.farthest)
            cone.farthest = distance;
        cone_narrow(&cone, to, distance, tolerance);
    }
    return end;
}

void polyline_reduce(const Vertex *vertices, size_t count, double tolerance,
                     GArray *out)
{
    if (count == 0)
        return;
    g_array_append_val(out, vertices[0].data);
    for (size_t at = 0; at + 1 < count;) {
        at = longest_chord(vertices, count, at, tolerance);
        g_array_append_val(out, vertices[at].data);
    }
}

/* The same where x rises, with slopes for directions. */
static size_t longest_rise(const Vertex *vertices, size_t count, size_t start,
                           double tolerance)
{
    Point from = vertices[start].page;
    double low = -INFINITY, high = INFINITY; /* slopes that pass near all later ones */
    for (size_t i = start + 1; i < count; i++) {
        double dx = vertices[i].page.x - from.x, dy = vertices[i].page.y - from.y;
        if (!(dx > 0))
            return MAX(i - 1, start + 1);
        double rate = 1 / dx, slope = dy * rate, room = tolerance * rate;
        if (!(slope >= low && slope <= high))
            return i - 1;
        if (vertices[i].keep)
            return i;
        low = MAX(low, slope - room);
        high = MIN(high, slope + room);
    }
    return count - 1;
}

void polyline_thin(const Vertex *vertices, size_t count, double tolerance, GArray *out)
{
    if (count == 0)
        return;
    g_array_append_val(out, vertices[0].data);
    for (size_t at = 0; at + 1 < count;) {
        at = longest_rise(vertices, count, at, tolerance);
        g_array_append_val(out, vertices[at].data);
    }
}

GArray *polyline_page(const GArray *points, const Frame *frame, double tolerance)
{
    g_autofree Vertex *vertices = g_new(Vertex, points->len);
    for (guint i = 0; i < points->len; i++) {
        Point at = frame_map(frame, g_array_index(points, Point, i));
        vertices[i] = (Vertex){.data = at, .page = at};
    }
    GArray *page = g_array_new(FALSE, FALSE, sizeof(Point));
    polyline_reduce(vertices, points->len, tolerance, page);
    return page;
}

/* Shortens the stretch from..to of the chord (shares of it) to where the coordinate
 * that runs from a to b lies within 0 .. size. */
static bool clip_axis(double a, double b, double size, double *from, double *to)
{
    if (a == b)
        return a >= 0 && a <= size;
    double enter = (0 - a) / (b - a), leave = (size - a) / (b - a);
    *from = fmax(*from, fmin(enter, leave));
    *to = fmin(*to, fmax(enter, leave));
    return *from < *to;
}

static Point chord_point(const Frame *frame, Point a, Point b, double share)
{
    Point page = {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
    return (Point){
        scale_invert(&frame->x, CLAMP(page.x / frame->width, 0, 1)),
        scale_invert(&frame->y, CLAMP(page.y / frame->height, 0, 1)),
    };
}

static void end_piece(GPtrArray *pieces, ScenePiece **piece)
{
    if (*piece && (*piece)->points->len >= 2)
        g_ptr_array_add(pieces, *piece);
    else
        scene_piece_free(*piece);
    *piece = NULL;
}

void polyline_clip(const GArray *points, const Frame *frame, GPtrArray *pieces)
{
    ScenePiece *piece = NULL;
    for (guint i = 0; i + 1 < points->len; i++) {
        Point a = g_array_index(points, Point, i);
        Point b = g_array_index(points, Point, i + 1);
        Point from = frame_map(frame, a), to = frame_map(frame, b);
        double start = 0, end = 1;
        if (!isfinite(from.x + from.y + to.x + to.y) ||
            !clip_axis(from.x, to.x, frame->width, &start, &end) ||
            !clip_axis(from.y, to.y, frame->height, &start, &end)) {
            end_piece(pieces, &piece);
            continue;
        }
        if (!piece) {
            piece = scene_piece_new();
            Point first = start == 0 ? a : chord_point(frame, from, to, start);
            g_array_append_val(piece->points, first);
        }
        Point last = end == 1 ? b : chord_point(frame, from, to, end);
        g_array_append_val(piece->points, last);
        if (end != 1)
            end_piece(pieces, &piece);
    }
    end_piece(pieces, &piece);
}
