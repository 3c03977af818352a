/* verify.h - a derivative written by hand, held against the computed one. */
#ifndef ACTPLOT_ACTIVATION_VERIFY_H
#define ACTPLOT_ACTIVATION_VERIFY_H

#include "formula/definition.h"

#include <glib.h>
#include <stdbool.h>

/* Where the two differ most, as a share of what rounding may explain. */
typedef struct {
    int points; /* how many were compared */
    bool agree; /* at all of them, within 1e-12 + 1e-10 of the larger one */
    double x;   /* the worst point */
    int side;   /* -1, 1: the limits from the left, right differ there; else 0 */
    double computed, by_hand;
} Verification;

/* Compares at 4,000 points evenly from -20 to 20 and 4,000 evenly in the exponent from
 * 2^-60 to 2^10, of both signs; and at, left and right of each switch point of either
 * formula in -20 .. 20. Parameters have their defaults. definition has a derivative;
 * names in it are looked up in scope. False: one of the formulas cannot be read. */
bool verify_derivative(const Definition *definition, const Scope *scope,
                       Verification *verification, GError **error);

#endif
