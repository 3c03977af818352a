/* cutter.h - cuts a curve at the frame, exactly where it crosses, into pieces. */
#ifndef ACTPLOT_SCENE_CUTTER_H
#define ACTPLOT_SCENE_CUTTER_H

#include "scene/polyline.h"
#include "scene/sampling.h"

/* Vertices come in from left to right; finished pieces go to pieces. */
typedef struct {
    const SampledFunction *function;
    const Frame *frame;
    double tolerance; /* of thinning, page units */
    bool plain;       /* pieces keep all points, beside the thinned line */
    GPtrArray *pieces;
    Vertex *run; /* the piece that is growing, count vertices in room for more */
    guint count, room;
    Vertex before; /* the last vertex added, on that side of the frame */
    int side;      /* -1 below, 0 within, 1 above */
    bool has_before;
} Cutter;

void cutter_init(Cutter *cutter, const SampledFunction *function, const Frame *frame,
                 double tolerance, GPtrArray *pieces);

/* The curve goes on to vertex; its page y may be infinite, NaN breaks the line. */
void cutter_add(Cutter *cutter, const Vertex *vertex);

/* The curve ends here, or goes on elsewhere. */
void cutter_break(Cutter *cutter);
void cutter_release(Cutter *cutter);

#endif
