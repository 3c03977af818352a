/* typeset.h - formulas as displayed mathematics: MathML, and trees for layout. */
#ifndef ACTPLOT_FORMULA_TYPESET_H
#define ACTPLOT_FORMULA_TYPESET_H

#include "formula/formula.h"
#include "formula/math.h"

/* A formula as written, as the content of a MathML <math> element: quotients as
 * fractions, choices as cases, exp() as a power of e. What cannot be read is shown as
 * text. scope names the functions in it; of (may be NULL) is the one whose formula it
 * is, so that its parameters are letters. The caller's. */
char *formula_mathml(const char *text, const Scope *scope, const Definition *of);

/* The same as a tree; the caller's. */
Math *formula_math(const char *text, const Scope *scope, const Definition *of);

#endif
