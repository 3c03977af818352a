/* graph.h - nodes run over single points and over intervals, some branches held.
 *
 * A tape is for thousands of points; a graph is for the search for switch points,
 * which asks a few points or one interval at a time, and wants to follow one branch
 * of a choice beyond the place where the formula itself leaves it.
 */
#ifndef ACTPLOT_FORMULA_GRAPH_H
#define ACTPLOT_FORMULA_GRAPH_H

#include "formula/operation.h"

#include <stdbool.h>

enum { GRAPH_POINTS = 8 };           /* points of one run */
#define GRAPH_NO_STEP ((unsigned)-1) /* there is no such step */

/* What a step gives instead of its operation's result. */
typedef enum {
    HOLD_NONE,     /* the operation's own result */
    HOLD_VALUE,    /* a constant: of a comparison, of floor, of a pole */
    HOLD_FIRST,    /* the first argument: of min, max, abs */
    HOLD_SECOND,   /* the second argument: of min, max */
    HOLD_OPPOSITE, /* the first argument with the other sign: of abs */
} Hold;

/* One node. Steps stand after the steps that they read. */
typedef struct {
    const Operation *operation; /* NULL: a constant or x */
    unsigned argument[NODE_ARGUMENTS];
    unsigned expansion; /* the step that encloses it, if its operation cannot */
    unsigned critical;  /* the step of a pole's or an edge's critical node */
    bool unknown;       /* cannot be enclosed */
    Hold hold;
    double held; /* of HOLD_VALUE */
} GraphStep;

typedef struct {
    GraphStep *steps;
    unsigned step_count;
    unsigned x; /* the step that is x, or GRAPH_NO_STEP */
    unsigned *roots;
    unsigned root_count;
    double *points;  /* of each step GRAPH_POINTS values, as last run */
    Interval *boxes; /* of each step, as last run */
    bool branches;   /* some step has something to hold */
} Graph;

/* Of nodes that depend on `x` alone. */
Graph *graph_new(NodePool *pool, const Node *const roots[], unsigned root_count);
void graph_free(Graph *graph);

/* Runs all steps at these points; then graph_points() are the results of a root. held
 * false: as if nothing were held. */
void graph_run_points(Graph *graph, const double x[GRAPH_POINTS], bool held);
const double *graph_points(const Graph *graph, unsigned root);

/* The same at one point, for the first root. */
double graph_value(Graph *graph, double x, bool held);

/* The same over an interval: every result for an x in it is within the enclosure. */
void graph_run_box(Graph *graph, Interval x, bool held);
Interval graph_box(const Graph *graph, unsigned root);

/* Lets go of everything; or holds every branch as it is at x. */
void graph_release(Graph *graph);
void graph_hold_at(Graph *graph, double x);

/* Whether the step's result is one of several smooth branches. */
bool graph_step_branches(const GraphStep *step);

/* Holds one step's branch as it is in the points' first column. */
void graph_step_hold_point(Graph *graph, GraphStep *step);

/* Holds it if it is the same all over the boxes as last run; else false. */
bool graph_step_hold_box(Graph *graph, GraphStep *step);

/* Runs one step alone, from its arguments' points. */
void graph_step_run_points(Graph *graph, unsigned index, bool held);

#include <glib.h>
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Graph, graph_free)

#endif
