/* experiment_spec.h - what a figure says of the experiment that a panel shows. */
#ifndef ACTPLOT_SPEC_EXPERIMENT_SPEC_H
#define ACTPLOT_SPEC_EXPERIMENT_SPEC_H

#include "base/error.h"
#include "network/experiment.h"

/* setup (NULL in a faulty figure) has a value for each parameter, its default where the
 * figure says nothing. */
typedef struct {
    ExperimentSetup *setup;
    Span place; /* of the experiment's name in the figure's source */
} ExperimentSpec;

void experiment_spec_free(ExperimentSpec *experiment);

#endif
