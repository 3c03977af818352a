/* sampling_inside.h - the inside of a Sampling; used by sampling*.c alone. */
#ifndef ACTPLOT_SCENE_SAMPLING_INSIDE_H
#define ACTPLOT_SCENE_SAMPLING_INSIDE_H

#include "scene/sampling.h"

typedef struct {
    double x, f, df;
    double page_x, page_y, slope; /* slope: on the page */
    int next;                     /* of the same segment; -1: its last */
} Sample;

/* The samples between two switch points, or an end of the range. */
typedef struct {
    int first;
    const Switch *after; /* NULL: the range ends */
} Segment;

struct Sampling {
    SampledFunction function;
    Scale x;
    double width;
    bool adaptive;
    Sample *samples; /* count of them, in room for more */
    guint count, room;
    GArray *segments; /* of Segment */
    Scale y;          /* of the last refinement; low == high: none yet */
    bool refined;     /* and whether it came to its end */
};

static inline Sample *sample_at(const Sampling *sampling, int index)
{
    return &sampling->samples[index];
}

/* Adds a sample at x, still without values and neighbours. Returns its index. */
int sampling_add(Sampling *sampling, double x);

/* Evaluates all samples from index from on. */
void sampling_evaluate(Sampling *sampling, guint from);

#endif
