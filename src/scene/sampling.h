/* sampling.h - a function of x as the line that a page shows of it.
 *
 * Between switch points value and slope are taken on an even grid of two pixels;
 * cells whose cubic through both ends misses a third point are split until it does
 * not, or until they are narrower than the eye of any printer. What remains is thinned
 * to the fewest points. In all the line is nowhere further than 0.05 pixels from the
 * function, on a page 1000 pixels wide.
 */
#ifndef ACTPLOT_SCENE_SAMPLING_H
#define ACTPLOT_SCENE_SAMPLING_H

#include "formula/switches.h"
#include "scene/polyline.h"
#include "spec/figure.h"

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>

/* Points evaluated for one curve at the most; beyond, its envelope is drawn. */
enum { SAMPLING_MAX_POINTS = 100000 };

typedef struct {
    /* f[i] and, unless df is NULL, its slope df[i] at x[i], i < n. */
    void (*evaluate)(const void *data, const double *x, size_t n, double *f,
                     double *df);
    const void *data;
    const Switch *switches; /* in order of x, within the sampled range */
    unsigned switch_count;
} SampledFunction;

/* A function with its values on the grid, before a y scale is known. */
typedef struct Sampling Sampling;

/* x_scale rises; width is the frame's (Frame). samples 0: adaptive; else the plain
 * even grid of that many points, which is then kept as it is. function's data and
 * switches must outlive the sampling. */
Sampling *sampling_new(const SampledFunction *function, const Scale *x_scale,
                       double width, int samples);
void sampling_free(Sampling *sampling);

/* The least and largest value worth showing: all finite ones, save those nearer to
 * a pole than 2 % of the range (or a sixth of the way to the next pole). For
 * SCALE_LOG positive ones only, and none nearer to a zero than half a percent of the
 * range, where they fall without end. false: there is none. */
bool sampling_extent(const Sampling *sampling, ScaleKind kind, double *low,
                     double *high);

/* Adds the sizes of all finite values but 0 to sizes (of double). */
void sampling_add_sizes(const Sampling *sampling, GArray *sizes);

/* Adds samples until the line through them is true on frame, whose x must be the
 * sampling's. What lay between the grid's points may widen the extent; for another y
 * scale this is done anew. false: the function oscillates too fast. */
bool sampling_refine(Sampling *sampling, const Frame *frame);

typedef enum {
    SAMPLING_DONE,
    SAMPLING_ENVELOPE, /* it oscillates too fast; least and most of columns are drawn */
    SAMPLING_UNDOTTED, /* too many jumps for dots */
} SamplingResult;

/* Adds what of the curve is inside frame to pieces (of ScenePiece *) and dots (of
 * SceneDot). frame's x must be the sampling's. Called once a sampling. */
SamplingResult sampling_draw(Sampling *sampling, const Frame *frame, AtJump at_jump,
                             GPtrArray *pieces, GArray *dots);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Sampling, sampling_free)

#endif
