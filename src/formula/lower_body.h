/* lower_body.h - one text on its way to nodes; what lower.c and its calls share. */
#ifndef ACTPLOT_FORMULA_LOWER_BODY_H
#define ACTPLOT_FORMULA_LOWER_BODY_H

#include "formula/function.h"
#include "formula/node.h"
#include "formula/syntax.h"

/* What all formulas lowered for one text share. */
typedef struct {
    NodePool *pool;
    GHashTable *templates; /* Definition to Node */
    GPtrArray *active;     /* Definition being lowered, outermost first */
    unsigned symbols;      /* made so far for parameters */
    GArray *opened;        /* OpenParameter; NULL: parameters become numbers */
} Lowering;

/* A parameter that stays a symbol for the diff() around it. */
typedef struct {
    char *symbol;
    const Node *value;
} Held;

/* One text: the formula itself or a definition's. */
typedef struct {
    Lowering *shared;
    const SyntaxTree *tree;
    const char *text;
    const Scope *scope;
    const Definition *definition; /* whose text it is; NULL: the formula itself */
    const Binding *bindings;      /* ended by a NULL name; or NULL */
    bool *bound;                  /* by binding: it was used */
    bool plane;                   /* `y` is a variable of this text */
    const Node **values;          /* by index of syntax */
    const Syntax **around;        /* by index of syntax: the diff() it stands in */
    bool *has_name;               /* by index of a diff(): its name occurs in it */
    GArray *held;                 /* Held */
    Span *fault;
    GError **error;
} Body;

/* Reports a fault. Returns false. */
bool body_fail(const Body *body, Span span, const char *format, ...)
    G_GNUC_PRINTF(3, 4);

/* The node of a part's argument, which is there already. */
const Node *body_argument(const Body *body, const Syntax *syntax, unsigned number);

/* Whether syntax stands in a diff() by that name; each such diff() takes note. */
bool body_is_varied(const Body *body, const Syntax *syntax, const char *name);

/* The parameter's symbol, to be replaced by value when its diff()s are done. */
const Node *body_hold(Body *body, const char *name, const Node *value);

/* Whether a name is x, or y on a plane. */
bool body_is_variable(const Body *body, const char *name);

/* The symbol that stands for a parameter (definition NULL: a name of the text's own)
 * where the formula's own parameters are left open; else value as it is. */
const Node *body_open(Body *body, const Definition *definition, const char *name,
                      const Node *value);

/* The binding of that name, which is then used; NULL: there is none. */
const Binding *body_binding(const Body *body, const char *name);

/* A definition's formula with x and its parameters (`alpha#`) as symbols; NULL: a
 * fault, reported at span. */
const Node *body_template(Body *body, Function function, Span span);

/* A name or a call (lower_name.c); NULL: a fault. */
const Node *lower_name(Body *body, const Syntax *syntax);

/* A call of a function: of a definition (lower_definition) or of an operation. NULL: a
 * fault. */
const Node *lower_definition(Body *body, const Syntax *syntax, Function function);
const Node *lower_operation_call(Body *body, const Syntax *syntax, Function function);
unsigned count_positional(const Syntax *syntax);

#endif
