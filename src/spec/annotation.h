/* annotation.h - what a panel points out beside its curves, as its file says it. */
#ifndef ACTPLOT_SPEC_ANNOTATION_H
#define ACTPLOT_SPEC_ANNOTATION_H

#include "base/color.h"
#include "base/error.h"

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

#endif
