/* subject.h - a function that a command speaks about: of the catalogue or a formula. */
#ifndef ACTPLOT_CLI_SUBJECT_H
#define ACTPLOT_CLI_SUBJECT_H

#include "activation/activation.h"
#include "activation/facts.h"
#include "base/warning.h"
#include "formula/formula.h"

#include <glib.h>
#include <stdbool.h>

typedef struct {
    char *text;                   /* as given */
    const Definition *definition; /* that it names: a record's, a framework's of its
                                     own, or a user's; NULL: it is a formula */
    const Activation *activation; /* the record behind the definition; NULL: none */
    double *parameters;           /* of the definition, as given or default */
    Formula *formula;
    Facts *facts;
    double value_ns, slope_ns; /* of one element; 0: not measured */
} Subject;

/* The message shows the formula with a caret. */
Subject *subject_new(const char *text, Warnings *warnings, GError **error);
void subject_free(Subject *subject);

/* The same without facts: only what is known without computing. */
Subject *subject_new_bare(const char *text, GError **error);

/* Times value, and value with slope, over a million elements on this machine. */
void subject_measure(Subject *subject);

/* As shown in text: `Leaky ReLU (α=0.1)`; the caller's. */
char *subject_label(const Subject *subject, Notation notation);

/* The formula, and that of its derivative, in running mathematics; the caller's. */
char *subject_formula(const Subject *subject, Notation notation);
char *subject_derivative(const Subject *subject, Notation notation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Subject, subject_free)

#endif
