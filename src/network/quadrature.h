/* quadrature.h - integrals of a function against normal densities of any width.
 *
 * The line is cut at the function's switch points and into stretches whose ends have a
 * fixed ratio, these are halved until a Gauss rule has come to rest on them, and the
 * function is evaluated once. Any normal density is then a matter of its weights. A
 * rule for one density (Gauss-Hermite) would miss every kink.
 */
#ifndef ACTPLOT_NETWORK_QUADRATURE_H
#define ACTPLOT_NETWORK_QUADRATURE_H

#include "formula/formula.h"

#include <glib.h>
#include <stdbool.h>

typedef struct {
    unsigned count;
    double *x;      /* in order */
    double *weight; /* of the integral over x */
    double *value, *slope;
    double reach;   /* |x| beyond which nothing is known */
    bool overflows; /* there the squares are beyond doubles; else they swing too fast */
    double jump; /* where the function jumps, so that its slope is none; NAN: nowhere */
} Quadrature;

/* NULL: the function is not defined everywhere, or has a pole; error says where. */
Quadrature *quadrature_new(const Formula *formula, GError **error);
void quadrature_free(Quadrature *quadrature);

/* The nodes with lo <= x < hi are first .. end - 1. */
typedef struct {
    unsigned first, end;
} NodeRange;
NodeRange quadrature_range(const Quadrature *quadrature, double lo, double hi);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Quadrature, quadrature_free)

#endif
