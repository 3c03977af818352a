/* ticks_log.h - ticks of logarithmic axes; used by ticks.c alone. */
#ifndef ACTPLOT_SCENE_TICKS_LOG_H
#define ACTPLOT_SCENE_TICKS_LOG_H

#include "scene/ticks.h"

/* Of ticks.c: one more tick in an array of SceneTick (label is taken over); and the
 * ticks of a linear axis. range rises. */
void ticks_add(GArray *ticks, double value, char *label, bool major);
void ticks_add_linear(GArray *ticks, const Scale *range, const TickWish *wish);

/* Of ticks_log.c: digit times 10 to that power, rounded once; a tick there, labelled
 * with a power of ten or a plain number; whether it is on the axis; and how many
 * decades to go from label to label, for about the wanted count. */
double decade_value(int digit, int exponent);
char *decade_label(int digit, int exponent, bool plain);
bool decade_is_on(const Scale *range, double value);
int decade_stride(double decades, double wanted);
/* How many from one tick to the next, minor ones included, at that stride. */
int decade_minor_stride(int stride);

/* 0 and the decades on both sides of it, or on a short axis what a linear one would
 * have (ticks_symlog.c). */
void ticks_add_symlog(GArray *ticks, const Scale *range, const TickWish *wish,
                      double wanted);

/* Decades, or 1 2 5, or on a short axis what a linear one would have. */
void ticks_add_log(GArray *ticks, const Scale *range, const TickWish *wish,
                   double wanted);

#endif
