/* marker.h - what stands at given points of a curve, and at marks. */
#ifndef ACTPLOT_BASE_MARKER_H
#define ACTPLOT_BASE_MARKER_H

typedef enum {
    MARKER_NONE,
    MARKER_CIRCLE,
    MARKER_SQUARE,
    MARKER_DIAMOND,
    MARKER_TRIANGLE,
    MARKER_CROSS,
    MARKER_PLUS
} Marker;

#endif
