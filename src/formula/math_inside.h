/* math_inside.h - what the files that turn formulas into mathematics share. */
#ifndef ACTPLOT_FORMULA_MATH_INSIDE_H
#define ACTPLOT_FORMULA_MATH_INSIDE_H

#include "formula/math_formula.h"

/* Adds a part to a row, in brackets if it binds more weakly than weakest. */
void math_put(const MathNames *names, Math *row, const Syntax *syntax, Level weakest);
void math_put_text(Math *row, MathKind kind, const char *text);

/* A part by itself: a row, or the one thing in it. */
Math *math_group(const MathNames *names, const Syntax *syntax, Level weakest);

/* The same for an exponent, in which fractions stand on the line. */
Math *math_exponent(const MathNames *names, const Syntax *syntax);

/* below and above may be NULL. */
Math *math_new_script(Math *base, Math *below, Math *above);

/* Names (math_name.c): `x`, `α`, `x` with an index for what follows `_`; that of a
 * function or a letter, which is called where an argument stands behind it. */
Math *math_variable(const char *name);
void math_put_name(const MathNames *names, Math *row, const Syntax *syntax,
                   bool called);

typedef struct {
    const char *name;
    void (*put)(const MathNames *names, Math *row, const Syntax *syntax);
    Level level; /* how tightly it binds as it is written */
} MathWritten;

/* How a call is written by signs (math_written.c); NULL: as a call. */
const MathWritten *math_find_written(const Syntax *syntax);

#endif
