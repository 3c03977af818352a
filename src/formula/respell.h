/* respell.h - names spelled as no formula can: `Leaky ReLU`, `leaky-relu`. */
#ifndef ACTPLOT_FORMULA_RESPELL_H
#define ACTPLOT_FORMULA_RESPELL_H

#include "base/error.h"
#include "formula/definition.h"

/* A text that is such a name of scope's, maybe with arguments or primes after it
 * (`Leaky ReLU(alpha=0.1)'`), with the function's key in its place; the caller's. NULL:
 * it is something else, or a formula as it stands (`tanh-exp` is a difference). */
char *formula_respell(const char *text, const Scope *scope);

/* Where the fault of a text lies within or beside such a name, says in error which
 * function may be meant. */
void formula_respell_hint(const char *text, const Scope *scope, Span fault,
                          GError **error);

#endif
