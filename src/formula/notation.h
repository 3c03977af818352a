/* notation.h - words, primes and small letters in each notation. */
#ifndef ACTPLOT_FORMULA_NOTATION_H
#define ACTPLOT_FORMULA_NOTATION_H

#include "formula/formula.h"

/* All texts that are returned are the caller's. */

/* Any text, so that it is shown as it is. */
char *notation_escape(Notation notation, const char *plain);

/* Primes behind a name; LaTeX: within a formula. */
char *notation_primes(Notation notation, int count);

/* `1.5`, `−2`, `1e−5`; the sign of an operation, `≤`. In Unicode. */
char *notation_number(double value);
const char *notation_sign(const char *sign);

/* A text in raised or lowered letters of Unicode; NULL: there is none for some of it.
 */
char *notation_raise(const char *text);
char *notation_lower(const char *text);

#endif
