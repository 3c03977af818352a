/* atlas_equation.h - a definition's formula and derivative, set as equations. */
#ifndef ACTPLOT_CLI_ATLAS_EQUATION_H
#define ACTPLOT_CLI_ATLAS_EQUATION_H

#include "formula/definition.h"
#include "layout/sheet.h"

#include <stdbool.h>

/* Where they may stand: a column as wide as narrow_pt if they fit, else as wide_pt. */
typedef struct {
    Point corner; /* top left */
    double narrow_pt, wide_pt, height_pt;
    double gap_pt; /* between two side by side */
    Color color;
} AtlasEquationPlace;

/* f and f', side by side or under one another, cases behind a brace; in smaller type
 * what is wider than the place, and broken what still is. Returns whether they stay
 * within narrow_pt. */
bool atlas_equation_add(const Sheet *sheet, const Definition *definition,
                        const AtlasEquationPlace *place);

#endif
