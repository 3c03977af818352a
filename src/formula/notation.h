/* notation.h - how each notation writes signs, letters, raised text and quotients. */
#ifndef ACTPLOT_FORMULA_NOTATION_H
#define ACTPLOT_FORMULA_NOTATION_H

#include "formula/formula.h"

/* All texts that are returned are the caller's; those taken are in the notation
 * already unless they say otherwise. */

/* Any text, so that it is shown as it is. */
char *notation_escape(Notation notation, const char *plain);

/* A name in running mathematics: a Greek letter, an index after `_`, an upright
 * function. */
char *notation_variable(Notation notation, const char *name);
char *notation_function(Notation notation, const char *plain);

/* `1.5`, `−2`, `1e−5`. */
char *notation_number(Notation notation, double value);

/* Text of which the second part is raised; primes; the sign of an operation. */
char *notation_power(Notation notation, const char *base, const char *exponent);
const char *notation_sign(Notation notation, const char *sign);
char *notation_primes(Notation notation, int count);

/* A text in raised or lowered letters of Unicode; NULL: there is none for some of it.
 */
char *notation_raise(const char *text);
char *notation_lower(const char *text);

/* Running mathematics made ready to stand in other text (LaTeX: $...$). */
char *notation_math(Notation notation, const char *math);

#endif
