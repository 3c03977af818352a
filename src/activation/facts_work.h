/* facts_work.h - what the files that gather facts share. */
#ifndef ACTPLOT_ACTIVATION_FACTS_WORK_H
#define ACTPLOT_ACTIVATION_FACTS_WORK_H

#include "activation/facts.h"

typedef struct {
    Facts *facts; /* being filled */
    NodePool *pool;
    const Node *x;
    Line *value, *slope, *curvature; /* f, f', f'' */
    Profile *of_value, *of_slope;
    Warnings *warnings;
} FactsWork;

/* A text that lives as long as the facts. */
const char *facts_say(const FactsWork *work, const char *format, ...)
    G_GNUC_PRINTF(2, 3);

Fact facts_number(double value);
Fact facts_none(const char *reason);

/* For reasons: `x = 2.5`; `f is not defined for x < 0`. */
const char *facts_place(const FactsWork *work, double x);
const char *facts_undefined(const FactsWork *work, const Stretch *where);

/* The switch point nearest to 0 of that kind or a worse one: a kink, a jump, a pole or
 * an end of the domain. NULL: there is none. */
const Switch *facts_first_break(const FactsWork *work, SwitchKind least);

/* Moments and gain; symmetry must be known. */
void facts_find_moments(FactsWork *work);

#endif
