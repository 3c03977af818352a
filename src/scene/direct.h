/* direct.h - names of curves beside the curves themselves, instead of a legend.
 *
 * A name stands right of the frame where its curve leaves it there, or in the frame
 * next to a stretch that the curve has for itself; always in it where a second y axis
 * stands at the right. Lengths are points, y runs down.
 */
#ifndef ACTPLOT_SCENE_DIRECT_H
#define ACTPLOT_SCENE_DIRECT_H

#include "scene/scene.h"

#include <stdbool.h>

typedef struct {
    const SceneSeries *series;
    double width_pt, height_pt; /* of its text; the caller's measure */
    bool beside;                /* right of the frame, else in it */
    Point end;                  /* what it names: a point of the curve */
    Rect box;                   /* of the text */
    bool has_leader;            /* it stands so far off that a line must lead to it: */
    Point leader_from, leader_to;
} DirectName;

/* Series of the panel that have a name; array of DirectName, without sizes. */
GArray *direct_names(const ScenePanel *panel);

/* Decides which stand beside the frame, for one of about that size, those that already
 * do among them; returns whether there is room for all. */
bool direct_settle(GArray *names, const ScenePanel *panel, Rect frame, double size_pt);

/* Places all: ends, boxes and leaders. false: those beside the frame have no room. */
bool direct_place(GArray *names, const ScenePanel *panel, Rect frame, double size_pt);

/* What names beside the frame take of its right margin; 0: none stands there. */
double direct_margin(const GArray *names, double size_pt);

#endif
