/* activation.h - the catalogue of activation functions. */
#ifndef ACTPLOT_ACTIVATION_ACTIVATION_H
#define ACTPLOT_ACTIVATION_ACTIVATION_H

#include "formula/definition.h"

#include <glib.h>

/* Where frameworks differ from the record: in a default, or in what they take at a
 * switch point. The curves coincide except for defaults. */
typedef struct {
    const char *const *frameworks; /* their keys, ended by NULL; the array of
                                      conventions ends where this is NULL */
    Definition definition;         /* key `leaky_relu@jax`; no key: see record */
    const char *record;            /* key of the record that they call so */
    const char *help;              /* how it differs; no full stop */
} Convention;

/* Another record of the same family; each of the two names the other. */
typedef struct {
    const char *key;  /* NULL ends the array */
    const char *help; /* what is different there; no full stop */
    const char *same; /* a formula that equals this record at its defaults,
                         `swish(beta=2)`; NULL: none */
} Relative;

/* One activation. Its values and slopes at switch points are PyTorch's wherever
 * PyTorch has the function. */
typedef struct {
    Definition definition;
    const char *family;            /* `rectified`, `sigmoidal`, ... : its file */
    const char *const *frameworks; /* keys of those that have it, ended by NULL; NULL:
                                      none */
    const char *paper;             /* its authors; NULL: nobody's */
    int year;                      /* of the paper; 0: unknown */
    const char *source;            /* key into BIBLIOGRAPHY.md */
    const char *help;              /* one sentence: what it is for */
    const Relative *relatives;     /* NULL: none */
    const Convention *conventions; /* NULL: all frameworks agree with the record */
} Activation;

/* In the catalogue's order; NULL past its end. */
unsigned activation_count(void);
const Activation *activation_get(unsigned index);

/* By key, display name or alias; case, `_`, `-`, spaces and a leading `nn.` or
 * `torch.nn.` do not matter. A framework (`gelu@jax`, `jax.nn.gelu`) leads to the
 * record that it means. NULL: unknown, or the framework does not have it. */
const Activation *activation_find(const char *name);

/* The convention that a framework, by its key, has of its own; NULL: the record's. */
const Convention *activation_convention(const Activation *activation,
                                        const char *framework);

/* Whether the framework of that key has it. */
bool activation_is_in(const Activation *activation, const char *framework);

/* The catalogue as a scope for formulas. */
extern const Scope activation_scope;

#endif
