/* ticks.h - ticks as people choose them by hand, and their labels. */
#ifndef ACTPLOT_SCENE_TICKS_H
#define ACTPLOT_SCENE_TICKS_H

#include "scene/scale.h"

#include <glib.h>
#include <stdbool.h>

enum { TICKS_MAX = 1000 }; /* on one axis, minor ones included */

/* What an axis asks for and the room it has. */
typedef struct {
    TickChoice choice;
    int count;               /* for TICK_CHOICE_COUNT */
    const GArray *list;      /* of double, for TICK_CHOICE_LIST */
    const GPtrArray *labels; /* of char *, the list's; NULL: their numbers */
    const char *format;      /* as number_pattern_parse() reads; NULL: chosen */
    double length_pt;        /* of the axis on the page; an estimate will do */
    double font_pt;          /* size of the labels */
    bool horizontal;         /* labels stand side by side */
    bool whole;              /* none between whole numbers */
} TickWish;

/* Array of SceneTick, rising in value, all within the scale; free it with
 * g_array_unref (labels are freed with it).
 *
 * Linear: multiples of 1, 2, 2.5 or 5 times a power of ten, chosen by the score of
 * the extended Wilkinson algorithm (talbot2010). Log: decades with minor ticks
 * between, thinned where they would crowd; 2 and 5 get labels below about one and a
 * half decades. A wish that no tick can fulfil (a list or multiples of pi outside the
 * range) leaves the axis with none, or for pi with plain ones. Symlog: 0 and decades on
 * both sides of it, from the linear part on. */
GArray *ticks_choose(const Scale *scale, const TickWish *wish);

/* Whether two neighbours with labels have the same. */
bool ticks_any_alike(const GArray *ticks);

#endif
