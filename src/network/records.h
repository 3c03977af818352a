/* records.h - the records of all experiments, one a file. */
#ifndef ACTPLOT_NETWORK_RECORDS_H
#define ACTPLOT_NETWORK_RECORDS_H

#include "network/experiment.h"

extern const Experiment experiment_correlation_map;     /* correlation_map.c */
extern const Experiment experiment_cost;                /* cost.c */
extern const Experiment experiment_dead_units;          /* dead_units.c */
extern const Experiment experiment_gradient_norm;       /* gradient_norm.c */
extern const Experiment experiment_iteration;           /* iteration.c */
extern const Experiment experiment_learned_slope;       /* learned_slope.c */
extern const Experiment experiment_length_map;          /* length_map.c */
extern const Experiment experiment_output_distribution; /* output_distribution.c */
extern const Experiment experiment_signal_norm;         /* signal_norm.c */
extern const Experiment experiment_sparsity;            /* sparsity.c */
extern const Experiment experiment_training;            /* training.c */
extern const Experiment experiment_variance_map;        /* variance_map.c */

#endif
