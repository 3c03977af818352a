/* formula.h - a formula of x: parsed, resolved, differentiated, printed.
 *
 * The language is described in actplot-formula(7).
 */
#ifndef ACTPLOT_FORMULA_FORMULA_H
#define ACTPLOT_FORMULA_FORMULA_H

#include "base/error.h"
#include "formula/definition.h"
#include "formula/node.h"

#include <glib.h>
#include <stdbool.h>

/* Limits; beyond them parsing is an error. */
enum {
    FORMULA_MAX_BYTES = 64 * 1024,
    FORMULA_MAX_DEPTH = 200,    /* of nesting */
    FORMULA_MAX_NODES = 100000, /* after all names are replaced by their formulas */
};

/* A value for a parameter that the text itself leaves open: of every called
 * function that has it (`prelu`), or a name of the formula's own (`alpha*x`). */
typedef struct {
    const char *name;
    double value;
} Binding;

typedef struct {
    NodePool *pool;
    const Node *root; /* depends on `x` alone; of a plane, on `x` and `y` */
    char *text;       /* as written */
} Formula;

/* scope NULL: no functions but the operations. bindings ended by a NULL name, or
 * NULL. On failure NULL: error has the message without a place, *fault (may be
 * NULL) the place in text. */
Formula *formula_new(const char *text, const Scope *scope, const Binding *bindings,
                     Span *fault, GError **error);
void formula_free(Formula *formula);

/* The same once more, with the pool that it has. */
Formula *formula_copy(const Formula *formula);

/* The same for a formula of x and y, a field: `y` is a variable beside x, and diff(f,
 * y) its derivative in it. Only tape_new() and tape_evaluate_row() take such a formula.
 */
Formula *formula_new_plane(const char *text, const Scope *scope,
                           const Binding *bindings, Span *fault, GError **error);

/* A parameter that stays a symbol of the graph. */
typedef struct {
    const char *symbol;           /* of its node; the pool's */
    const char *name;             /* as written: `alpha` */
    const Definition *definition; /* that has it; NULL: a name of the formula's own */
    double value;                 /* as written, bound or by default */
} OpenParameter;

/* The same formula, but the parameters of the functions that the text itself calls, and
 * the bound names of its own, are left open: root depends on x and on their symbols,
 * which are added to parameters (of OpenParameter). Those of one name and value are
 * one. It can be printed as a script, not evaluated. */
Formula *formula_new_open(const char *text, const Scope *scope, const Binding *bindings,
                          GArray *parameters, GError **error);

/* The formula of the derivative in x; shares the pool. */
Formula *formula_derivative(const Formula *formula);

/* A text in the language that gives the same root again; NULL where that would go
 * beyond the limits above. The caller's. */
char *formula_print(const Formula *formula);

/* How a formula as written is shown in a figure: `Leaky ReLU (α=0.1)`, `GELU′`,
 * `∂PReLU/∂α`, and for a formula of the user's own its text with proper signs
 * (`x·tanh(softplus(x))`, `x²`). Parameters are shown as far as they are written or
 * bound. Plain Unicode, the markup of labels (markup.h), LaTeX, gnuplot's enhanced
 * text. The caller's. */
typedef enum {
    NOTATION_PLAIN,
    NOTATION_MARKUP,
    NOTATION_LATEX,
    NOTATION_GNUPLOT
} Notation;
char *formula_label(const char *text, const Scope *scope, const Binding *bindings,
                    Notation notation);

/* All four at once, by Notation. */
enum { NOTATION_COUNT = NOTATION_GNUPLOT + 1 };
void formula_labels(const char *text, const Scope *scope, const Binding *bindings,
                    char *labels[NOTATION_COUNT]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Formula, formula_free)

#endif
