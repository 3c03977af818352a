/* jump.h - the dots that tell which value a function takes where it jumps. */
#ifndef ACTPLOT_SCENE_JUMP_H
#define ACTPLOT_SCENE_JUMP_H

#include "scene/sampling.h"

/* Jumps of one curve that still get dots. */
enum { JUMP_MAX_DOTTED = 60 };

/* Adds to dots (of SceneDot) a filled one at the value taken, and an open one at each
 * limit that is not, where they are inside frame. false: too many jumps, none added. */
bool jump_add_dots(const SampledFunction *function, const Frame *frame, GArray *dots);

#endif
