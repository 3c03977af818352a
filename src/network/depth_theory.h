/* depth_theory.h - what mean-field theory says of each layer, beside what is measured.
 */
#ifndef ACTPLOT_NETWORK_DEPTH_THEORY_H
#define ACTPLOT_NETWORK_DEPTH_THEORY_H

#include "network/experiment.h"

/* The row of the parameter that asks for it. */
#define DEPTH_THEORY                                                                   \
    {                                                                                  \
        .key = "theory", .kind = PARAMETER_WORD, .words = depth_theory_words,          \
        .preset = "none",                                                              \
        .help =                                                                        \
            "what infinitely wide layers would do, as dashed lines beside what is "    \
            "measured"                                                                 \
    }

extern const char *const depth_theory_words[];

typedef enum {
    THEORY_OF_SIGNALS,   /* the root mean square of a layer's outputs */
    THEORY_OF_GRADIENTS, /* that of dL/dz relative to the last layer's */
} DepthTheory;

/* Adds a dashed line a function in its colour, for the networks that setup asks for, if
 * it asks for theory. A function that jumps has none for gradients. False: error is
 * set, and *fault to the function that has no theory. */
bool depth_add_theory(DepthTheory theory, const ExperimentSetup *setup,
                      ExperimentResult *result, const ExperimentFunction **fault,
                      GError **error);

#endif
