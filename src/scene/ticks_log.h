/* ticks_log.h - ticks of logarithmic axes; used by ticks.c alone. */
#ifndef ACTPLOT_SCENE_TICKS_LOG_H
#define ACTPLOT_SCENE_TICKS_LOG_H

#include "scene/ticks.h"

/* Of ticks.c: an empty array of SceneTick; one more tick (label is taken over); and
 * the ticks of a linear axis. range rises. */
GArray *ticks_new(void);
void ticks_add(GArray *ticks, double value, char *label, bool major);
void ticks_add_linear(GArray *ticks, const Scale *range, const TickWish *wish);

/* Decades, or 1 2 5, or on a short axis what a linear one would have. */
void ticks_add_log(GArray *ticks, const Scale *range, const TickWish *wish,
                   double wanted);

#endif
