/* family.h - the catalogue's families, one file each; used by activation.c alone. */
#ifndef ACTPLOT_ACTIVATION_FAMILY_H
#define ACTPLOT_ACTIVATION_FAMILY_H

#include "activation/activation.h"

/* Each ends with a record whose key is NULL. */
extern const Activation activation_rectified[], activation_exponential[],
    activation_sigmoidal[], activation_gated[];

#endif
