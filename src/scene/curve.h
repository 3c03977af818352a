/* curve.h - one item of `curves:` on its way to a series. */
#ifndef ACTPLOT_SCENE_CURVE_H
#define ACTPLOT_SCENE_CURVE_H

#include "scene/data_curve.h"
#include "scene/known.h"
#include "scene/range.h"
#include "scene/sampling.h"
#include "scene/scene.h"

#include <glib.h>

/* The bounds of a formula's band. */
typedef struct FormulaBand FormulaBand;

/* One curve, or one member of a family. */
typedef struct {
    const CurveSpec *spec;
    Formula *formula;     /* NULL: given points */
    DataCurve *data;      /* NULL: not from a file */
    FormulaBand *band;    /* NULL: none, or not of formulas */
    GArray *points;       /* of Point, data units, NAN: a gap; NULL: a formula */
    GArray *lows, *highs; /* of Point: a band over the same x; NULL: none */
    GPtrArray *names; /* of char *: of the places 1, 2, ... on an axis of names; else
                         NULL */
    bool is_bars;     /* its points are the ends of bars */
    bool lies;        /* they lie: the points' x is on the y axis */
    double bar_width; /* of the room of one place, for all bars there */
    int bar_rank, bar_count; /* among those bars */
    Known *known;            /* what stands in its own tape's place; NULL: nothing */
    Tape *own_tape;          /* or NULL */
    const Tape *tape;        /* one of the two's */
    GArray *switches;        /* of Switch */
    SampledFunction function;
    Sampling *sampling;
    SceneSeries *series; /* the panel's */
} Curve;

/* Sets an error about a text of the figure's, which stands at place in its source. */
void curve_set_error(GError **error, const Figure *figure, const char *text, Span place,
                     Span fault, const char *message);

/* Reads a formula of the figure, which stands at place in its source. On failure NULL:
 * error has the fault's place there. */
Formula *curve_formula_new(const Figure *figure, const char *text, Span place,
                           const Binding *bindings, GError **error);

/* The same for a formula of x and y. */
Formula *curve_plane_new(const Figure *figure, const char *text, Span place,
                         GError **error);

/* Reads the formula, with bindings for a family's member. On failure NULL: error has
 * the place in the figure's source. */
Curve *curve_new(const Figure *figure, const CurveSpec *spec, const Binding *bindings,
                 SceneSeries *series, GError **error);
void curve_free(Curve *curve);

/* Widens range by the places of given points, and adds their sizes to sizes. */
void curve_add_x_range(const Curve *curve, ScaleKind kind, Range *range, GArray *sizes);

/* Finds the switch points over x (rising) and takes the values on the grid of a frame
 * of that width; reads large files. */
bool curve_sample(Curve *curve, const Scale *x, double width, Warnings *warnings,
                  GError **error);

/* Widens range by what of the curve is worth showing over x. */
void curve_add_range(const Curve *curve, const Scale *x, ScaleKind kind, Range *range);

/* Adds the sizes of its values over x to sizes (of double), as range_add_size(). */
void curve_add_sizes(const Curve *curve, const Scale *x, GArray *sizes);

/* Looks closer, as far as the frame shows it. */
void curve_refine(Curve *curve, const Frame *frame);

/* Fills in the series' pieces, bands, bars, markers and dots. */
bool curve_draw(Curve *curve, const Frame *frame, Warnings *warnings, GError **error);

#endif
