/* cutter.c - cuts a curve at the frame. */
#include "scene/cutter.h"

#include "scene/parts.h"

#include <math.h>

/* A curve that lies on the frame is inside, whatever its last bits say (pixels). */
static const double FRAME_TOLERANCE = 1e-6;

/* How exactly a crossing is found (pixels). */
static const double CROSSING_TOLERANCE = 1e-7;

void cutter_init(Cutter *cutter, const SampledFunction *function, const Frame *frame,
                 double tolerance, GPtrArray *pieces)
{
    *cutter = (Cutter){.function = function,
                       .frame = frame,
                       .tolerance = tolerance,
                       .pieces = pieces,
                       .run = g_array_new(FALSE, FALSE, sizeof(Vertex))};
}

void cutter_release(Cutter *cutter)
{
    cutter_break(cutter);
    g_array_unref(cutter->run);
}

/* -1 below the frame, 0 in it, 1 above it. */
static int side_of(const Frame *frame, double page_y)
{
    if (page_y < -FRAME_TOLERANCE)
        return -1;
    return page_y > frame->height + FRAME_TOLERANCE ? 1 : 0;
}

static void end_run(Cutter *cutter)
{
    GArray *run = cutter->run;
    if (run->len >= 2) {
        ScenePiece *piece = scene_piece_new();
        polyline_reduce((const Vertex *)(void *)run->data, run->len, cutter->tolerance,
                        piece->points);
        g_ptr_array_add(cutter->pieces, piece);
    }
    g_array_set_size(run, 0);
}

void cutter_break(Cutter *cutter)
{
    end_run(cutter);
    cutter->has_before = false;
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
    if (fabs(above_left) <= FRAME_TOLERANCE)
        x = right = left;
    else if (fabs(above_right) <= FRAME_TOLERANCE)
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

static void append(Cutter *cutter, Vertex vertex)
{
    const Scale *y = &cutter->frame->y;
    vertex.data.y = CLAMP(vertex.data.y, y->low, y->high);
    const GArray *run = cutter->run;
    const Point *last =
        run->len ? &g_array_index(run, Vertex, run->len - 1).data : NULL;
    if (last && last->x == vertex.data.x && last->y == vertex.data.y)
        return;
    g_array_append_val(cutter->run, vertex);
}

void cutter_add(Cutter *cutter, Vertex vertex)
{
    if (isnan(vertex.page.y)) {
        cutter_break(cutter);
        return;
    }
    int side = side_of(cutter->frame, vertex.page.y);
    if (cutter->has_before) {
        int before = side_of(cutter->frame, cutter->before.page.y);
        if (before != 0 && before != side)
            append(cutter, crossing(cutter, &cutter->before, &vertex, before));
        if (side != 0 && before != side)
            append(cutter, crossing(cutter, &cutter->before, &vertex, side));
    }
    if (side == 0)
        append(cutter, vertex);
    else
        end_run(cutter);
    cutter->before = vertex;
    cutter->has_before = true;
}
