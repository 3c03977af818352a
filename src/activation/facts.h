/* facts.h - what can be said of a function of x, computed from its formula.
 *
 * A number that does not exist, or was not found, is NaN and its reason says why;
 * nothing is guessed. Infinite numbers are infinite.
 */
#ifndef ACTPLOT_ACTIVATION_FACTS_H
#define ACTPLOT_ACTIVATION_FACTS_H

#include "activation/facts_range.h"
#include "base/warning.h"
#include "formula/formula.h"

#include <glib.h>
#include <stdbool.h>

typedef struct {
    double value;       /* NaN: there is none */
    double error;       /* estimated; 0: rounding of the last digits */
    const char *reason; /* of NaN; belongs to the Facts */
} Fact;

/* slope*x + intercept, which the function approaches. */
typedef struct {
    Fact limit;
    Fact slope, intercept; /* both or none */
} Asymptote;

typedef struct {
    GArray *stretches; /* of Stretch, in order */
    Extent extent;
} Places;

typedef struct {
    int order; /* of the lowest derivative that jumps there: 0 f itself, 1 a kink ... */
    Switch at; /* kind, limits and values; of an order above 2 the kind is smooth */
} SwitchFact;

typedef enum {
    SATURATES_NOWHERE,
    SATURATES_LEFT,
    SATURATES_RIGHT,
    SATURATES_BOTH
} Saturation;

/* Derivatives up to this order are looked at for jumps. */
enum { SMOOTHNESS_ORDERS = 6 };

typedef enum {
    MOMENT_F,
    MOMENT_F2,
    MOMENT_VAR,
    MOMENT_DF,
    MOMENT_DF2,
    MOMENT_D2F2,
    MOMENT_COUNT
} MomentKind;

typedef struct {
    RangeEnd range[2], derivative_range[2]; /* least, greatest */
    Fact lipschitz;
    Asymptote left, right;
    Places zeros, fixed_points;
    Places inflections;
    GArray *extrema; /* of Extremum */
    Extent extrema_extent;
    GArray *switch_points; /* of SwitchFact */
    Extent switch_extent;
    const char *smoothness; /* `C1`; `jump`, `pole`, `partial` or `smooth` */
    bool increasing, decreasing, strictly;
    bool convex, concave;
    bool odd, even;
    bool bounded_above, bounded_below;
    Saturation saturation;
    bool homogeneous; /* f(c*x) = c*f(x) for c > 0 */
    double sparsity;  /* share of exact zeros for standard normal x */
    Fact moments[MOMENT_COUNT];
    Fact gain; /* g with E (g*f)^2 = 1 */
    GStringChunk *texts;
} Facts;

/* `Ef2` */
const char *moment_name(MomentKind kind);

/* What could not be decided is said in warnings. */
Facts *facts_new(const Formula *formula, Warnings *warnings);
void facts_free(Facts *facts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Facts, facts_free)

#endif
