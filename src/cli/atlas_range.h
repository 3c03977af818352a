/* atlas_range.h - the stretch of x that shows what matters of a function.
 *
 * A choice for the eye, not a fact: it is made from values on a grid.
 */
#ifndef ACTPLOT_CLI_ATLAS_RANGE_H
#define ACTPLOT_CLI_ATLAS_RANGE_H

#include "formula/formula.h"

#include <glib.h>

typedef struct {
    double low, high;
} AtlasRange;

/* A range with round ends that holds the switch points (of Switch) with room around
 * them, and both sides as far as the function bends or has yet to come near its limits;
 * symmetric about 0 where that wastes little. */
AtlasRange atlas_range_choose(const Formula *formula, const GArray *switches);

#endif
