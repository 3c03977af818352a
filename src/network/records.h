/* records.h - the records of all experiments, one a file. */
#ifndef ACTPLOT_NETWORK_RECORDS_H
#define ACTPLOT_NETWORK_RECORDS_H

#include "network/experiment.h"

extern const Experiment experiment_iteration; /* iteration.c */

#endif
