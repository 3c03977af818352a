/* careful_function.h - the operations in `long double`. */
#ifndef ACTPLOT_FORMULA_CAREFUL_FUNCTION_H
#define ACTPLOT_FORMULA_CAREFUL_FUNCTION_H

#include "formula/operation.h"

typedef long double Long;

typedef struct {
    const Operation *operation;
    /* rounded: the arguments as the tape has them, of what decides. NULL: its kernel's
     * result is good. */
    Long (*evaluate)(const Long argument[], const double rounded[]);
    const double *zones; /* pairs between which the kernel's first argument makes its
                            result lose digits; ended by NaN; NULL: nowhere */
    int scaled_by;       /* n: that argument times the constant argument n; -n: divided
                            by it; 0: as it is */
    bool in_zones;       /* evaluate() is for the zones alone */
    double error;        /* of the kernel, about, in units; 0: 2.5, or none if exact */
    bool decides;        /* a switch: abs, <, max; it must go as it does on the tape */
    bool exact;          /* adds no error that is worth care: +, <, max */
    bool fades;          /* where it is 0 it has vanished exponentially: 0 whatever it
                            is multiplied by */
} CarefulFunction;

/* What is known of an operation; never NULL. */
const CarefulFunction *careful_function(const Operation *operation);

#endif
