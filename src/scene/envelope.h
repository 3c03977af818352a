/* envelope.h - functions that oscillate faster than pixels. */
#ifndef ACTPLOT_SCENE_ENVELOPE_H
#define ACTPLOT_SCENE_ENVELOPE_H

#include "scene/sampling.h"

/* Adds to pieces the line through the least and the largest value of each half pixel,
 * in the order in which they come; thinned by tolerance (pixels). */
void envelope_draw(const SampledFunction *function, const Frame *frame,
                   double tolerance, GPtrArray *pieces);

#endif
