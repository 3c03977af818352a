/* cutter.c - cuts a curve at the frame. */
#include "scene/cutter.h"

#include "scene/parts.h"

#include <math.h>

/* How exactly a crossing is found (pixels). */
static const double CROSSING_TOLERANCE = 1e-7;

void cutter_init(Cutter *cutter, const SampledFunction *function, const Frame *frame,
                 double tolerance, GPtrArray *pieces)
{
    *cutter = (Cutter){
        .function = function, .frame = frame, .tolerance = tolerance, .pieces = pieces};
}

void cutter_release(Cutter *cutter)
{
    cutter_break(cutter);
    g_free(cutter->run);
}

/* -1 below the frame, 0 in it, 1 above it. */
static int side_of(const Frame *frame, double page_y)
{
    if (page_y < -CUTTER_TOLERANCE)
        return -1;
    return page_y > frame->height + CUTTER_TOLERANCE ? 1 : 0;
}

static ScenePiece *plain_piece(const Cutter *cutter)
{
    ScenePiece *piece = scene_piece_new();
    g_array_set_size(piece->points, cutter->count);
    Point *points = (Point *)(void *)piece->points->data;
    for (guint i = 0; i < cutter->count; i++)
        points[i] = cutter->run[i].data;
    piece->line = g_array_new(FALSE, FALSE, sizeof(Point));
    polyline_thin(cutter->run, cutter->count, cutter->tolerance, piece->line);
    return piece;
}

static ScenePiece *thinned_piece(const Cutter *cutter)
{
    ScenePiece *piece = scene_piece_new();
    polyline_reduce(cutter->run, cutter->count, cutter->tolerance, piece->points);
    return piece;
}

static void end_run(Cutter *cutter)
{
    if (cutter->count >= 2)
        g_ptr_array_add(cutter->pieces,
                        cutter->plain ? plain_piece(cutter) : thinned_piece(cutter));
    cutter->count = 0;
}

void cutter_break(Cutter *cutter)
{
    end_run(cutter);
    cutter->has_before = cutter->is_in_run = false;
}

static double page_y_at(const Cutter *cutter, double x)
{
    double f, df;
    cutter->function->evaluate(cutter->function->data, &x, 1, &f, &df);
    return frame_map_y(cutter->frame, f);
}

/* The next x to try between a and b, whose heights above the edge have opposite
 * signs: on the chord where that is well defined, else the middle. */
static double next_trial(double a, double b, double above_a, double above_b, int step)
{
    double middle = 0.5 * a + 0.5 * b;
    if (!isfinite(above_a) || !isfinite(above_b) || step % 3 == 2)
        return middle;
    double x = a + (b - a) * (above_a / (above_a - above_b));
    return x > fmin(a, b) && x < fmax(a, b) ? x : middle;
}

/* Where the curve between a and b crosses the edge at side (-1: bottom, 1: top). */
static Vertex crossing(const Cutter *cutter, const Vertex *a, const Vertex *b, int side)
{
    const Frame *frame = cutter->frame;
    double edge = side < 0 ? 0 : frame->height;
    double left = a->data.x, right = b->data.x, x = right;
    double above_left = a->page.y - edge, above_right = b->page.y - edge;
    /* An end that lies on the edge is the crossing: its side is only rounding. */
    if (fabs(above_left) <= CUTTER_TOLERANCE)
        x = right = left;
    else if (fabs(above_right) <= CUTTER_TOLERANCE)
        left = right;
    for (int step = 0; step < 80 && right > left; step++) {
        x = next_trial(left, right, above_left, above_right, step);
        if (x <= left || x >= right)
            break;
        double above = page_y_at(cutter, x) - edge;
        if (fabs(above) < CROSSING_TOLERANCE)
            break;
        /* What is undefined belongs to the infinite end. */
        bool is_left =
            isnan(above) ? isinf(above_left) : (above > 0) == (above_left > 0);
        if (is_left) {
            left = x;
            above_left = isnan(above) ? above_left : above;
        } else {
            right = x;
            above_right = isnan(above) ? above_right : above;
        }
        double span = scale_map(&frame->x, right) - scale_map(&frame->x, left);
        if (span * frame->width < CROSSING_TOLERANCE)
            break;
    }
    Vertex vertex = {.data = {x, side < 0 ? frame->y.low : frame->y.high},
                     .keep = true};
    vertex.page = (Point){scale_map(&frame->x, x) * frame->width, edge};
    return vertex;
}

static void append(Cutter *cutter, const Vertex *vertex)
{
    const Scale *y = &cutter->frame->y;
    Point data = {vertex->data.x, CLAMP(vertex->data.y, y->low, y->high)};
    if (cutter->count > 0) {
        const Point *last = &cutter->run[cutter->count - 1].data;
        if (last->x == data.x && last->y == data.y)
            return;
    }
    if (cutter->count == cutter->room) {
        cutter->room = MAX(2 * cutter->room, 1024);
        cutter->run = g_renew(Vertex, cutter->run, cutter->room);
    }
    Vertex *added = &cutter->run[cutter->count++];
    *added = *vertex;
    added->data = data;
}

/* A crossing begins at the vertex before, which the quick way leaves in the run: there
 * its value is clamped, which crossings do not ask for. */
static void take_before(Cutter *cutter)
{
    if (cutter->is_in_run)
        cutter->before = cutter->run[cutter->count - 1];
    cutter->is_in_run = false;
}

static void append_crossing(Cutter *cutter, const Vertex *vertex, int side)
{
    Vertex added = crossing(cutter, &cutter->before, vertex, side);
    append(cutter, &added);
}

void cutter_add_any(Cutter *cutter, const Vertex *vertex)
{
    if (isnan(vertex->page.y)) {
        cutter_break(cutter);
        return;
    }
    int side = side_of(cutter->frame, vertex->page.y);
    take_before(cutter);
    if (cutter->has_before && cutter->side != side) {
        if (cutter->side != 0)
            append_crossing(cutter, vertex, cutter->side);
        if (side != 0)
            append_crossing(cutter, vertex, side);
    }
    if (side == 0)
        append(cutter, vertex);
    else
        end_run(cutter);
    cutter->before = *vertex;
    cutter->side = side;
    cutter->has_before = true;
}
