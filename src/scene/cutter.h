/* cutter.h - cuts a curve at the frame, exactly where it crosses, into pieces. */
#ifndef ACTPLOT_SCENE_CUTTER_H
#define ACTPLOT_SCENE_CUTTER_H

#include "scene/polyline.h"
#include "scene/sampling.h"

/* Vertices come in from left to right; finished pieces go to pieces. */
typedef struct {
    const SampledFunction *function;
    const Frame *frame;
    double tolerance; /* of thinning, page units; 0: every vertex stays */
    GPtrArray *pieces;
    GArray *run;   /* of Vertex: the piece that is growing */
    Vertex before; /* the last vertex added */
    bool has_before;
} Cutter;

void cutter_init(Cutter *cutter, const SampledFunction *function, const Frame *frame,
                 double tolerance, GPtrArray *pieces);

/* The curve goes on to vertex; its page y may be infinite, NaN breaks the line. */
void cutter_add(Cutter *cutter, Vertex vertex);

/* The curve ends here, or goes on elsewhere. */
void cutter_break(Cutter *cutter);
void cutter_release(Cutter *cutter);

#endif
