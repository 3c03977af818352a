/* geometry.h - points and rectangles, in whatever unit the user of them says. */
#ifndef ACTPLOT_BASE_GEOMETRY_H
#define ACTPLOT_BASE_GEOMETRY_H

typedef struct {
    double x, y;
} Point;

/* x, y is the corner with the smallest coordinates; width and height are >= 0. */
typedef struct {
    double x, y, width, height;
} Rect;

#endif
