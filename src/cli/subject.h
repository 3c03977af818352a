/* subject.h - a function that a command speaks about: of the catalogue or a formula. */
#ifndef ACTPLOT_CLI_SUBJECT_H
#define ACTPLOT_CLI_SUBJECT_H

#include "activation/activation.h"
#include "activation/facts.h"
#include "base/warning.h"
#include "formula/formula.h"

#include <glib.h>
#include <stdbool.h>

enum { SUBJECT_PARAMETERS = 16 }; /* more than any record has */

typedef struct {
    char *text;                   /* as given */
    const Activation *activation; /* NULL: a formula of the user's own */
    const Definition *definition; /* the record's, or that of a framework's convention;
                                     NULL with activation */
    double parameters[SUBJECT_PARAMETERS]; /* of the activation, as given or default */
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
