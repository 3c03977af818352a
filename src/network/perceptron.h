/* perceptron.h - a multilayer perceptron: initialised, run forward and backward.
 *
 * z(l) = W(l) a(l-1) + b(l), a(l) = f(z(l)); dL/da(l) = W(l+1)^T dL/dz(l+1), dL/dz(l) =
 * dL/da(l) * f'(z(l)) (rumelhart1986). All samples of a batch go through a layer
 * at once: what belongs to a layer is a matrix of its units by the samples, row by row.
 * Layers are counted from 0, a(-1) is the input.
 */
#ifndef ACTPLOT_NETWORK_PERCEPTRON_H
#define ACTPLOT_NETWORK_PERCEPTRON_H

#include "formula/tape.h"

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
    size_t inputs, units;
    const Tape *activation;    /* of f and f' and perhaps df/dy; borrowed; NULL: f
                                  is the identity */
    double parameter;          /* y of the activation's formula */
    double *weights;           /* units x inputs, row by row */
    double *biases;            /* one a unit */
    double *z, *a, *slope;     /* of the last pass: z, f(z), f'(z) */
    double *tilt;              /* df/dy; unused unless the activation has it */
    double *dz;                /* dL/dz of the last pass backward */
    double *weight_gradient;   /* like the weights */
    double *bias_gradient;     /* like the biases */
    double parameter_gradient; /* dL/dy */
} Layer;

typedef struct {
    size_t depth; /* layers */
    size_t batch; /* samples that there is room for */
    size_t count; /* samples of the last pass */
    Layer *layers;
    const double *input; /* of the last pass: inputs x count; borrowed */
    double *da, *turned; /* room */
} Perceptron;

typedef enum { /* how weights begin: their deviation, n inputs and m units */
               INITIAL_HE,         /* sqrt(2/n) (he2015) */
               INITIAL_XAVIER,     /* sqrt(2/(n + m)) (glorot2010) */
               INITIAL_LECUN,      /* sqrt(1/n) (lecun1998) */
               INITIAL_ORTHOGONAL, /* rows, or where they are more than n columns, of
                                      length 1 at right angles (saxe2014) */
} InitialKind;

typedef struct {
    InitialKind kind;
    double sigma_w; /* a factor of it all */
    double sigma_b; /* the biases' deviation */
} Initial;

/* widths[0] inputs, then depth layers; every layer has that activation (NULL: none
 * yet). Weights and biases are 0. */
Perceptron *perceptron_new(const size_t *widths, size_t depth, size_t batch,
                           const Tape *activation);
void perceptron_free(Perceptron *net);

/* How many bytes one takes. */
double perceptron_bytes(const size_t *widths, size_t depth, size_t batch);

/* The weights and biases of that seed. */
void perceptron_initialise(Perceptron *net, const Initial *initial, uint64_t seed);

/* One pass of count samples (<= batch); input is borrowed until the next one. */
void perceptron_forward(Perceptron *net, const double *input, size_t count);

/* dL/dz and dL/dy of all layers from dL/da of the last, summed over the samples where
 * they share y; after a pass forward. */
void perceptron_backward(Perceptron *net, const double *da);

/* The gradients in weights and biases, summed over the samples; after a pass backward.
 */
void perceptron_gradients(Perceptron *net);

/* a of the last layer: units x count. */
const double *perceptron_output(const Perceptron *net);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Perceptron, perceptron_free)

#endif
