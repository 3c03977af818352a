/* facts_line.h - a function looked at over the whole real line.
 *
 * Roots and switch points are found window by window, each window some powers of two
 * wide, by the interval arithmetic of roots.h and switches.h. Without sin, cos, tan and
 * floor a formula is definable in an o-minimal structure: it has finitely many
 * switch points, extrema and isolated zeros, and a limit at both infinities
 * [speissegger1999]. The windows then reach to the largest doubles. A formula with one
 * of these operations may swing for ever; its windows reach LINE_SWINGING_REACH, and
 * what is said of it is said with that window.
 */
#ifndef ACTPLOT_ACTIVATION_FACTS_LINE_H
#define ACTPLOT_ACTIVATION_FACTS_LINE_H

#include "formula/careful.h"
#include "formula/formula.h"
#include "formula/graph.h"
#include "formula/switches.h"
#include "formula/tape.h"

#include <glib.h>
#include <stdbool.h>

#define LINE_REACH 0x1p1020
#define LINE_SWINGING_REACH 128.0

/* A node as a function of x. */
typedef struct {
    Formula *formula;
    Graph *graph; /* of the root alone */
    Tape *tape;
    Careful *careful;
    bool swings;  /* may have zeros without end */
    double reach; /* what is looked at: -reach .. reach */
    guint64 work; /* steps of graphs that the search for zeros may still run */
} Line;

/* text names it in warnings; the pool is shared. */
Line *line_new(NodePool *pool, const Node *root, const char *text);
void line_free(Line *line);

double line_value(const Line *line, double x);

/* The double nearest to the zero that lies within a few of x, in longer numbers than
 * doubles; x itself where they show no change of sign. */
double line_polish(const Line *line, double x);

/* The sign of the value at x, if rounding leaves no doubt; else 0. */
int line_sign(Line *line, double x);

/* Half the width of what rounding leaves of the value at x; infinite: undefined. */
double line_noise(Line *line, double x);

/* Whether the function is exactly 0 all over a .. b (maybe infinite), where no branch
 * changes: not if it is only small. */
bool line_is_zero(Line *line, double a, double b);

/* Calls look for each window from left to right. */
typedef void (*LineLook)(Line *line, double lo, double hi, GArray *found,
                         Warnings *warnings);
void line_each_window(Line *line, LineLook look, GArray *found, Warnings *warnings);

/* The switch points of the whole line, in order; of Switch. The caller's. */
GArray *line_switches(Line *line, Warnings *warnings);

/* Where the function may be 0, in order, each x once: every place where it is known to
 * change its sign is among them, and so may be places where it is 0 by rounding alone.
 * What interval arithmetic leaves open, far out or by rounding, is decided by the signs
 * at many points, and said in warnings where these are not all the same. Of double. The
 * caller's. */
GArray *line_roots(Line *line, Warnings *warnings);

/* A limit with twice its estimated error; error 0 where the formula itself gives it
 * at infinity. Infinite: grows without end. NaN: none, or none could be found. */
typedef struct {
    double value, error;
} Limit;

/* The limit at the infinity of that side (-1 or 1); past start, which is positive, no
 * branch changes. */
Limit line_limit(Line *line, int side, double start);

/* The same for a function less slope * x, which it approaches. */
Limit line_limit_rest(Line *line, int side, double start, double slope);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Line, line_free)

#endif
