/* script.h - a graph of nodes as program text: JavaScript, gnuplot.
 *
 * What the engine computes by kernels of its own is written out in operations that the
 * language has, or in a few functions that script_functions() gives.
 */
#ifndef ACTPLOT_FORMULA_SCRIPT_H
#define ACTPLOT_FORMULA_SCRIPT_H

#include "formula/node.h"

#include <glib.h>

typedef enum { SCRIPT_JAVASCRIPT, SCRIPT_GNUPLOT } ScriptLanguage;

/* What a symbol of the graph is called in the script (`p[0]`); others keep their
 * names. */
typedef struct {
    const char *symbol, *text;
} ScriptName;

/* The values of count nodes of pool as one piece of text: in JavaScript statements
 * that end in `return [a, b];`, in gnuplot (count 1) an expression. names end with a
 * NULL symbol; NULL: none. Names of functions that the text calls are added to
 * called (a set of const char *). The caller's. */
char *script_print(NodePool *pool, const Node *const nodes[], size_t count,
                   ScriptLanguage language, const ScriptName *names,
                   GHashTable *called);

/* Their definitions, one a line, those that others need first. called NULL: all that
 * the language has. The caller's. */
char *script_functions(ScriptLanguage language, GHashTable *called);

#endif
