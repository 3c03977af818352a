/* overlap.h - where curves of a panel lie on one another. */
#ifndef ACTPLOT_SCENE_OVERLAP_H
#define ACTPLOT_SCENE_OVERLAP_H

#include "scene/polyline.h"
#include "scene/scene.h"

/* Finds the stretches where two or more series of panel lie within half a pixel of
 * one another, over more than a few pixels, and fills in their overlaps. Series whose
 * points do not run from left to right take no part. */
void overlap_find(ScenePanel *panel, const Frame *frame);

#endif
