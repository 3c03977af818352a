/* family.h - the catalogue's families, one file each, and what their tables use. */
#ifndef ACTPLOT_ACTIVATION_FAMILY_H
#define ACTPLOT_ACTIVATION_FAMILY_H

#include "activation/activation.h"

#include <float.h>
#include <math.h>

/* Each ends with a record whose key is NULL. */
extern const Activation activation_rectified[], activation_piecewise[],
    activation_smooth[], activation_exponential[], activation_sigmoidal[],
    activation_squashing[], activation_gated[], activation_composite[],
    activation_shrinking[], activation_periodic[], activation_radial[];

/* An array of texts, ended by NULL. */
#define TEXTS(...)                                                                     \
    (const char *const[])                                                              \
    {                                                                                  \
        __VA_ARGS__, NULL                                                              \
    }

/* Domains of parameters: all finite numbers, those above 0, those from 0, and those
 * from 0 with infinity; 0 .. 1. */
#define PARAMETER_REAL                                                                 \
    .minimum = -INFINITY, .maximum = INFINITY, .minimum_open = true,                   \
    .maximum_open = true
#define PARAMETER_POSITIVE                                                             \
    .minimum = 0, .maximum = INFINITY, .minimum_open = true, .maximum_open = true
#define PARAMETER_NOT_NEGATIVE .minimum = 0, .maximum = INFINITY, .maximum_open = true
#define PARAMETER_CEILING .minimum = 0, .maximum = INFINITY
#define PARAMETER_SHARE .minimum = 0, .maximum = 1

#endif
