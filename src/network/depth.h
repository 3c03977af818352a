/* depth.h - something measured in each layer of networks as they begin: what several
 * experiments have in common.
 */
#ifndef ACTPLOT_NETWORK_DEPTH_H
#define ACTPLOT_NETWORK_DEPTH_H

#include "network/plan.h"

/* The parameters of all of them. */
#define DEPTH_PARAMETERS(functions)                                                    \
    PLAN_FUNCTIONS(functions), PLAN_DEPTH("20"), PLAN_WIDTH("64"), PLAN_INITIAL("he"), \
        PLAN_SIGMAS,                                                                   \
        PLAN_BATCH("32", "random inputs, standard normal, of each network"),           \
        PLAN_SEEDS("10")

typedef struct {
    const char *what; /* is measured, for messages: `gradients` */
    bool is_backward; /* after a pass backward from standard normal dL/da of the last
                         layer; else after one forward */
    bool is_log;
    void (*measure)(const Perceptron *net, double *values); /* one a layer */
} DepthProfile;

/* A series a function, by layer from 1 on. */
bool depth_run(const DepthProfile *profile, const ExperimentSetup *setup,
               ExperimentResult *result, const ExperimentFunction **fault,
               GError **error);

/* The root of the mean square. */
double depth_mean_square_root(const double *values, size_t count);

#endif
