/* drawing_inside.h - a drawing as its own files see it. */
#ifndef ACTPLOT_LAYOUT_DRAWING_INSIDE_H
#define ACTPLOT_LAYOUT_DRAWING_INSIDE_H

#include "layout/drawing.h"

typedef struct Block Block; /* drawing.c */

typedef struct {
    const ScenePanel *panel;
    Rect frame;
} DrawingPlace;

typedef struct {
    const SceneContour *contour;
    GArray *points; /* of Point, data units */
} DrawingLine;

struct Drawing {
    double width_pt, height_pt, dpi;
    Color background;
    char *name, *title, *description;
    GArray *items;     /* of Item */
    GArray *frames;    /* of DrawingPlace */
    GArray *legends;   /* of DrawingLegend */
    GArray *insets;    /* of DrawingInset */
    GArray *contours;  /* of DrawingLine */
    GArray *labels;    /* of DrawingLabel */
    GHashTable *ticks; /* of const SceneTick *: whose labels are shown */
    Block *blocks;     /* the newest first */
    int open_groups, open_clips;
};

#endif
