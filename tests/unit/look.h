/* look.h - what a drawing shows, gathered from all that is painted. */
#ifndef ACTPLOT_TESTS_LOOK_H
#define ACTPLOT_TESTS_LOOK_H

#include "layout/drawing.h"

#include <glib.h>
#include <stdbool.h>

typedef struct {
    Rect box;
    char *what;  /* a text, or `box` */
    char *group; /* `figure/panel-1/axis-x` */
    int panel;   /* from 1; 0: the figure's own */
} Shown;

typedef struct {
    GArray *texts, *boxes; /* of Shown: texts; filled boxes of legends */
    GArray *frames;        /* of Rect: the clips of panels' curves, not of insets' */
    GArray *segments;      /* of Point, two each: curves */
    GArray *segment_boxes; /* of int: a segment's panel */
    GPtrArray *groups;     /* while it is painted, the outermost first */
    Rect clip;             /* the same; width 0: none */
    int panel;             /* the same */
    Rect painted;          /* of all strokes, areas and circles that are not clipped */
} Look;

/* Holds that places are finite and clips have a size. */
Look *look_new(const Drawing *drawing);
void look_free(Look *look);

const Shown *shown_at(const GArray *all, unsigned index);
/* Whether that is the innermost group around it. */
bool shown_is_of(const Shown *shown, const char *group);

/* Up to slack, in points. */
bool box_is_inside(Rect box, Rect room, double slack);
bool boxes_overlap(Rect a, Rect b, double slack);

#endif
