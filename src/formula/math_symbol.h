/* math_symbol.h - the signs, letters and functions that LaTeX has names for. */
#ifndef ACTPLOT_FORMULA_MATH_SYMBOL_H
#define ACTPLOT_FORMULA_MATH_SYMBOL_H

#include "formula/math.h"

typedef struct {
    const char *name;    /* without the backslash; NULL: it is written as it is */
    const char *unicode; /* of a function: its name */
    MathKind kind;       /* MATH_VARIABLE, MATH_NAME, MATH_SIGN or MATH_FUNCTION */
    MathClass class;
} MathSymbol;

/* NULL: there is none. Of several with one form the first is written. */
const MathSymbol *math_symbol_named(const char *name);
const MathSymbol *math_symbol_of(const char *unicode);

/* All of them, ended by one without unicode. */
extern const MathSymbol math_symbols[];

#endif
