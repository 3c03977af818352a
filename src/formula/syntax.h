/* syntax.h - a formula as written: the tree that parser.h makes.
 *
 * Names are not resolved yet. A tree's nodes stand in an array, each after its
 * arguments, so that walks need no recursion.
 */
#ifndef ACTPLOT_FORMULA_SYNTAX_H
#define ACTPLOT_FORMULA_SYNTAX_H

#include "base/error.h"
#include "formula/operation.h"

#include <glib.h>
#include <stdbool.h>

typedef enum {
    SYNTAX_NUMBER,
    SYNTAX_NAME,      /* `x`, `pi`, `relu`, with primes `relu'` */
    SYNTAX_CALL,      /* `relu(2*x)`, with primes `relu'(2*x)` */
    SYNTAX_OPERATION, /* of signs */
    SYNTAX_PRIME,     /* `(x^2)'` */
    SYNTAX_DIFF,      /* `diff(prelu, alpha)`: one argument and the name */
} SyntaxKind;

typedef struct Syntax Syntax;

typedef struct {
    const char *keyword; /* NULL: positional */
    Span keyword_span;
    const Syntax *value;
} SyntaxArgument;

struct Syntax {
    SyntaxKind kind;
    Span span; /* without the parentheses around it */
    bool parenthesised;
    double number;
    const char *name; /* as written, Greek letters spelled out */
    Span name_span;
    const Operation *operation;
    int primes;
    GArray *arguments; /* SyntaxArgument; NULL: none */
    unsigned index;    /* in the tree's array */
    int depth;         /* 1: no arguments */
};

typedef struct {
    GPtrArray *nodes; /* owns Syntax */
    GStringChunk *names;
    const Syntax *root; /* the node added last */
} SyntaxTree;

SyntaxTree *syntax_tree_new(void);
void syntax_tree_free(SyntaxTree *tree);

/* A node that begins at byte start, then its arguments in order, then added to the
 * tree as ending before byte end. Only nodes not added are the caller's. */
Syntax *syntax_new(SyntaxKind kind, size_t start);
void syntax_free(Syntax *syntax);
void syntax_take(Syntax *syntax, SyntaxArgument argument);
Syntax *syntax_tree_add(SyntaxTree *tree, Syntax *syntax, size_t end);

/* The argument of that number; NULL: there are fewer. */
const SyntaxArgument *syntax_argument(const Syntax *syntax, unsigned number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(SyntaxTree, syntax_tree_free)

#endif
