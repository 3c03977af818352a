/* typeset.h - formulas as displayed mathematics: MathML, and branches line by line. */
#ifndef ACTPLOT_FORMULA_TYPESET_H
#define ACTPLOT_FORMULA_TYPESET_H

#include "formula/formula.h"
#include "formula/math.h"

#include <glib.h>

/* A formula as written, as the content of a MathML <math> element: quotients as
 * fractions, choices as cases, exp() as a power of e. What cannot be read is shown as
 * text. scope names the functions in it; of (may be NULL) is the one whose formula it
 * is, so that its parameters are letters. The caller's. */
char *formula_mathml(const char *text, const Scope *scope, const Definition *of);

/* The same as a tree; the caller's. */
Math *formula_math(const char *text, const Scope *scope, const Definition *of);

/* One line of a formula by cases, where exp() is a power of e too. */
typedef struct {
    char *value, *condition; /* running mathematics; condition NULL: otherwise */
} FormulaBranch;

/* The outermost choices of a formula, in order; a formula without has one branch. scope
 * and of as above. Of FormulaBranch, in that notation; the caller's (g_array_unref). */
GArray *formula_branches(const char *text, const Scope *scope, const Definition *of,
                         Notation notation);

#endif
