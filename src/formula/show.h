/* show.h - running mathematics: the parts of a formula, shown as people write them.
 *
 * Recursive: for trees of limited depth. Texts that are returned are the caller's.
 */
#ifndef ACTPLOT_FORMULA_SHOW_H
#define ACTPLOT_FORMULA_SHOW_H

#include "formula/formula.h"
#include "formula/function.h"
#include "formula/syntax.h"

typedef struct Writer Writer;
struct Writer {
    Notation notation;
    const Scope *scope;
    const Binding *bindings; /* ended by a NULL name; or NULL */
    const Definition *of; /* whose formula it is: its parameters are letters; or NULL */
    /* Shows a call in a way of its own; NULL: as any other. May be NULL itself. */
    char *(*show_call)(const Writer *writer, const Syntax *syntax);
};

/* A part, in parentheses if it binds more weakly than weakest. */
char *show(const Writer *writer, const Syntax *syntax, Level weakest);

/* Whether a part is x itself. */
bool show_is_x(const Syntax *syntax);

/* The function that a name or call stands for. */
Function show_function(const Writer *writer, const Syntax *syntax);

/* A parameter's letter: `α`, as its record has it. */
char *show_parameter(const Writer *writer, const Definition *definition,
                     const char *name);

/* A definition's label as text. Places for parameters, `SoftReLU (β = {beta})`, are
 * filled with the call's values; show_has_places() says whether there are any. */
char *show_label(const Writer *writer, const Syntax *syntax,
                 const Definition *definition);
bool show_has_places(const Definition *definition);

/* The texts with commas between them. */
char *show_joined(GPtrArray *texts);

#endif
