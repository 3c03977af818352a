/* definition.h - named functions that formulas may use: the catalogue's and a user's.
 */
#ifndef ACTPLOT_FORMULA_DEFINITION_H
#define ACTPLOT_FORMULA_DEFINITION_H

#include <stdbool.h>

/* A parameter with its default and its domain minimum .. maximum (both may be
 * infinite; an open end leaves that number itself out). */
typedef struct {
    const char *name;   /* as written in formulas: `alpha` */
    const char *also;   /* another name that calls may use; NULL: none */
    const char *symbol; /* as shown: `α` */
    double value;       /* default */
    double minimum, maximum;
    bool minimum_open, maximum_open;
    const char *help;
} Parameter;

/* A function of x, and its derivative by hand (NULL: none given), both in the
 * formula language. All texts are UTF-8 and outlive every formula made from it. */
typedef struct {
    const char *key;             /* `leaky_relu` */
    const char *label;           /* `Leaky ReLU` */
    const char *const *aliases;  /* ended by NULL; NULL: none */
    const Parameter *parameters; /* ended by a NULL name; NULL: none */
    const char *formula;
    const char *derivative;
    const char *textbook,
        *textbook_derivative; /* as papers have them, where `formula` is
                                 split for accuracy; NULL: the same */
} Definition;

/* The formula and the derivative (NULL: none) as people are shown them. */
const char *definition_shown(const Definition *definition);
const char *definition_shown_derivative(const Definition *definition);

/* Where names are looked up. find() takes a name as written (its owner knows the
 * other spellings); each() visits the keys, for "did you mean"; explain() says why a
 * name is not found, if its owner knows more than that (else NULL; the caller's). */
typedef struct Scope Scope;
struct Scope {
    const Definition *(*find)(const Scope *scope, const char *name);
    void (*each)(const Scope *scope, void (*visit)(const char *name, void *data),
                 void *data);
    const Scope *outer; /* searched next; NULL: none */
    char *(*explain)(const Scope *scope, const char *name); /* may be NULL */
};

const Definition *scope_find(const Scope *scope, const char *name);

#endif
