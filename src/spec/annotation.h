/* annotation.h - what a panel points out beside its curves, as its file says it. */
#ifndef ACTPLOT_SPEC_ANNOTATION_H
#define ACTPLOT_SPEC_ANNOTATION_H

#include "base/color.h"
#include "base/error.h"
#include "base/marker.h"

#include <stdbool.h>

/* A shaded region: where a condition on x holds, or a band between two numbers. */
typedef struct {
    char *where;      /* NULL: a band */
    Span place;       /* of the condition in the figure's source text */
    bool of_y;        /* the band runs across the frame, else up it */
    double low, high; /* of the band; NAN: the frame's end */
    char *label;      /* NULL: none */
    bool has_color;
    Color color;
} ShadeSpec;

/* What a mark stands at. */
typedef enum {
    MARK_X,     /* the curve's value there */
    MARK_POINT, /* of the data, on a curve or not */
    MARK_MINIMUM,
    MARK_MAXIMUM,
    MARK_MINIMA, /* every one that is lower than what is around it */
    MARK_MAXIMA,
    MARK_ZEROS,
    MARK_INFLECTIONS,
    MARK_SWITCHES,
    MARK_FIXED_POINTS,
} MarkKind;

/* Points that are pointed out: one, or all of a kind that curves have. */
typedef struct {
    MarkKind kind;
    double x, y;   /* of MARK_X and MARK_POINT */
    char *of;      /* a curve's number from 1, label or formula; NULL: each */
    Span of_place; /* in the figure's source text */
    char *label;   /* {x} and {y} stand for the point's; NULL: none */
    Marker marker;
    double size_pt; /* NAN: chosen */
    bool has_color;
    Color color;
} MarkSpec;

#endif
