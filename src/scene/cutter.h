/* cutter.h - cuts a curve at the frame, exactly where it crosses, into pieces. */
#ifndef ACTPLOT_SCENE_CUTTER_H
#define ACTPLOT_SCENE_CUTTER_H

#include "scene/polyline.h"
#include "scene/sampling.h"

/* A curve that lies on the frame is inside, whatever its last bits say (pixels). */
#define CUTTER_TOLERANCE 1e-6

/* Vertices come in from left to right; finished pieces go to pieces. */
typedef struct {
    const SampledFunction *function;
    const Frame *frame;
    double tolerance; /* of thinning, page units */
    bool plain;       /* pieces keep all points, beside the thinned line */
    GPtrArray *pieces;
    Vertex *run; /* the piece that is growing, count vertices in room for more */
    guint count, room;
    Vertex before; /* the last vertex added, unless it is the run's last */
    int side;      /* of the frame, on which that is: -1 below, 0 within, 1 above */
    bool has_before, is_in_run;
} Cutter;

void cutter_init(Cutter *cutter, const SampledFunction *function, const Frame *frame,
                 double tolerance, GPtrArray *pieces);

/* The curve goes on to vertex; its page y may be infinite, NaN breaks the line. */
static inline void cutter_add(Cutter *cutter, const Vertex *vertex);

/* What is not simply the next one within the frame. */
void cutter_add_any(Cutter *cutter, const Vertex *vertex);

/* The curve ends here, or goes on elsewhere. */
void cutter_break(Cutter *cutter);
void cutter_release(Cutter *cutter);

static inline void cutter_add(Cutter *cutter, const Vertex *vertex)
{
    const Frame *frame = cutter->frame;
    bool inside = vertex->page.y >= -CUTTER_TOLERANCE &&
                  vertex->page.y <= frame->height + CUTTER_TOLERANCE;
    if (!inside || !cutter->has_before || cutter->side != 0 || cutter->count == 0 ||
        cutter->count == cutter->room) {
        cutter_add_any(cutter, vertex);
        return;
    }
    Vertex *added = &cutter->run[cutter->count];
    *added = *vertex;
    added->data.y = CLAMP(vertex->data.y, frame->y.low, frame->y.high);
    cutter->is_in_run =
        added->data.x != added[-1].data.x || added->data.y != added[-1].data.y;
    if (cutter->is_in_run)
        cutter->count++;
    else
        cutter->before = *vertex;
}

#endif
