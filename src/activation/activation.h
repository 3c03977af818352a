/* activation.h - the catalogue of activation functions. */
#ifndef ACTPLOT_ACTIVATION_ACTIVATION_H
#define ACTPLOT_ACTIVATION_ACTIVATION_H

#include "formula/definition.h"

#include <glib.h>

/* One activation. Its values and slopes at switch points are PyTorch's wherever
 * PyTorch has the function. */
typedef struct {
    Definition definition;
    const char *family; /* `rectified`, `sigmoidal`, ... : the file it stands in */
    const char *source; /* key into BIBLIOGRAPHY.md */
    const char *help;   /* one sentence: what it is for */
} Activation;

/* In the catalogue's order; NULL past its end. */
unsigned activation_count(void);
const Activation *activation_get(unsigned index);

/* By key, display name or alias; case, `_`, `-`, spaces and a leading `nn.` or
 * `jax.nn.` do not matter. NULL: unknown. */
const Activation *activation_find(const char *name);

/* The catalogue as a scope for formulas. */
extern const Scope activation_scope;

#endif
