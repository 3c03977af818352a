/* math_formula.h - formulas as written, turned into mathematics.
 *
 * Quotients become fractions, choices cases, exp() a power of e.
 */
#ifndef ACTPLOT_FORMULA_MATH_FORMULA_H
#define ACTPLOT_FORMULA_MATH_FORMULA_H

#include "formula/formula.h"
#include "formula/function.h"
#include "formula/math.h"
#include "formula/syntax.h"

/* Deeper formulas are shown as they are written. */
enum { MATH_FORMULA_MAX_DEPTH = 2 * FORMULA_MAX_DEPTH };

/* What the names in a formula mean. */
typedef struct {
    const Scope *scope;
    const Binding *bindings; /* ended by a NULL name; or NULL */
    const Definition *of; /* whose formula it is: its parameters are letters; or NULL */
} MathNames;

/* A part of a formula; the caller's. */
Math *math_of_syntax(const MathNames *names, const Syntax *syntax);

/* Whether a part is x itself. */
bool math_is_x(const Syntax *syntax);

/* The function that a name or call stands for. */
Function math_function(const MathNames *names, const Syntax *syntax);

/* `α`, as the parameter's record has it, and `1.5`, `−2`. */
Math *math_new_parameter(const Definition *definition, const char *name);
Math *math_new_number(double value);

/* Whether a definition's label has places for parameters, `SoftReLU (β = {beta})`, and
 * the label with a call's values in them; the caller's. */
bool math_has_places(const Definition *definition);
char *math_filled_label(const MathNames *names, const Syntax *syntax,
                        const Definition *definition);

#endif
