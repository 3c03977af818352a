/* framework.c - the table of frameworks, and the catalogue as each of them means it. */
#include "activation/framework.h"

#include "activation/activation.h"
#include "activation/family.h"
#include "activation/spelling.h"

#include <string.h>

/* Names that the framework means otherwise; all others are left to the catalogue. */
static const Definition *find_in_framework(const Scope *scope, const char *name)
{
    const Framework *framework = (const Framework *)(const void *)scope;
    const Activation *activation =
        strchr(name, '@') == NULL ? activation_find(name) : NULL;
    const Convention *own =
        activation == NULL ? NULL : activation_convention(activation, framework->key);

    if (own == NULL)
        return NULL;
    if (own->record != NULL)
        return &activation_find(own->record)->definition;
    return &own->definition;
}

static void each_in_framework(const Scope *scope,
                              void (*visit)(const char *name, void *data), void *data)
{
    (void)scope; /* the catalogue has all its names */
    (void)visit;
    (void)data;
}

#define CONVENTIONS                                                                    \
    {                                                                                  \
        .find = find_in_framework, .each = each_in_framework,                          \
        .outer = &activation_scope                                                     \
    }

static const Framework frameworks[] = {
    {CONVENTIONS, "echo", "Echo", NULL, NULL, "a PyTorch package of rarer activations"},
    {CONVENTIONS, "flax", "Flax", TEXTS("linen"),
     TEXTS("flax.linen.", "flax.nnx.", "linen."), "neural networks on JAX"},
    {CONVENTIONS, "jax", "JAX", NULL, TEXTS("jax.nn."), "jax.nn, as of August 2026"},
    {CONVENTIONS, "keras", "Keras", TEXTS("keras3"),
     TEXTS("keras.activations.", "keras.layers.", "tf.keras.activations."),
     "Keras 3; slopes at switch points may be those of its backend"},
    {CONVENTIONS, "mlx", "MLX", NULL, TEXTS("mlx.nn."), "Apple's array framework"},
    {CONVENTIONS, "mxnet", "MXNet", TEXTS("gluon"), NULL, "Apache MXNet with Gluon"},
    {CONVENTIONS, "nnlib", "NNlib", TEXTS("flux", "nnlib.jl"), TEXTS("NNlib."),
     "Julia's NNlib, which Flux uses"},
    {CONVENTIONS, "onnx", "ONNX", NULL, NULL, "operators of the exchange format"},
    {CONVENTIONS, "pytorch", "PyTorch", TEXTS("torch"), NULL,
     "torch.nn, CPU kernels: the catalogue's own conventions"},
    {CONVENTIONS, "schnetpack", "SchNetPack", NULL, NULL, "networks for molecules"},
    {CONVENTIONS, "tfa", "TensorFlow Addons", TEXTS("tensorflow_addons"),
     TEXTS("tfa.activations."), "ended in 2024"},
    {CONVENTIONS, "timm", "timm", NULL, NULL, "PyTorch image models"},
    {CONVENTIONS, "torch_activation", "torch-activation", NULL, NULL,
     "a PyTorch package of activations from papers"},
    {CONVENTIONS, "transformers", "Transformers", TEXTS("hf", "hugging_face"), NULL,
     "Hugging Face's models on PyTorch"},
};

const Framework *framework_get(unsigned index)
{
    return index < G_N_ELEMENTS(frameworks) ? &frameworks[index] : NULL;
}

const Framework *framework_find(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(frameworks); i++) {
        const Framework *framework = &frameworks[i];
        if (spelling_is_same(framework->key, name) ||
            spelling_is_same(framework->label, name) ||
            spelling_is_among(framework->aliases, name))
            return framework;
    }
    return NULL;
}

unsigned framework_count_functions(const Framework *framework)
{
    const Activation *activation;
    unsigned count = 0;

    for (unsigned i = 0; (activation = activation_get(i)) != NULL; i++)
        count += activation_is_in(activation, framework->key);
    return count;
}
