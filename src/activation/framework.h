/* framework.h - libraries that have activations, and their conventions. */
#ifndef ACTPLOT_ACTIVATION_FRAMEWORK_H
#define ACTPLOT_ACTIVATION_FRAMEWORK_H

#include "formula/definition.h"

typedef struct {
    Scope scope;       /* the catalogue with this framework's conventions: `gelu` means
                          `gelu@jax`, and what the framework does not have the record */
    const char *key;   /* `jax` */
    const char *label; /* `JAX` */
    const char *const *aliases;  /* ended by NULL; NULL: none */
    const char *const *prefixes; /* before its functions' names, `jax.nn.`; ended by
                                    NULL; NULL: none */
    const char *help;
} Framework;

/* In alphabetic order; NULL past the end. */
const Framework *framework_get(unsigned index);

/* By key, label or alias, spelled as loosely as names of functions; NULL: unknown. */
const Framework *framework_find(const char *name);

/* How many functions of the catalogue it has. */
unsigned framework_count_functions(const Framework *framework);

#endif
