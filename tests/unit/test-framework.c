/* test-framework.c - frameworks' conventions: names, faults, scopes, completeness. */
#include "activation/framework.h"

#include "activation/activation.h"
#include "formula/formula.h"
#include "formula/tape.h"

#include <glib.h>
#include <string.h>

/* name@framework. */
static void test_frameworks(void)
{
    static const struct {
        const char *name, *key;
    } known[] = {
        {"gelu@jax", "gelu_tanh"},
        {"jax.nn.gelu", "gelu_tanh"},
        {"gelu@flax", "gelu_tanh"},
        {"gelu@pytorch", "gelu"},
        {"gelu@torch", "gelu"},
        {"nn.GELU", "gelu"},
        {"GELU@JAX", "gelu_tanh"},
        {"leaky_relu@jax", "leaky_relu@jax"},
        {"LeakyReLU@flax", "leaky_relu@jax"},
        {"jax.nn.leaky_relu", "leaky_relu@jax"},
        {"leaky_relu@nnlib", "leaky_relu"},
        {"hard_sigmoid@onnx", "hard_sigmoid_onnx"},
        {"hard_sigmoid@keras", "hard_sigmoid"},
        {"relu@jax", "relu"},
        {"laplace@hf", "laplace@transformers"},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(known); i++) {
        const Definition *found = scope_find(&activation_scope, known[i].name);
        g_test_message("%s", known[i].name);
        g_assert_nonnull(found);
        g_assert_cmpstr(found->key, ==, known[i].key);
    }
    g_assert_null(scope_find(&activation_scope, "phish@jax"));
    g_assert_null(scope_find(&activation_scope, "relu@caffe"));
    g_assert_null(scope_find(&activation_scope, "nonsense@jax"));
    g_assert_null(scope_find(&activation_scope, "@jax"));
    g_assert_null(scope_find(&activation_scope, "relu@"));
}

static void test_framework_faults(void)
{
    static const char *const faults[][2] = {
        {"phish@jax", "JAX has no 'phish' (it is in torch_activation)"},
        {"relu@jaxx", "unknown framework 'jaxx' (did you mean 'jax'?)"},
        {"elliot@onnx", "ONNX has no 'elliot' (nor has any other framework)"},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(faults); i++) {
        g_autoptr(GError) error = NULL;
        Formula *formula =
            formula_new(faults[i][0], &activation_scope, NULL, NULL, &error);
        g_assert_null(formula);
        g_assert_cmpstr(error->message, ==, faults[i][1]);
    }
}

static double value_in(const Scope *scope, const char *text, double x)
{
    g_autoptr(Formula) formula = formula_new(text, scope, NULL, NULL, NULL);
    g_autoptr(Tape) tape = tape_new(formula, 0);
    double value;

    tape_evaluate_at(tape, x, &value);
    return value;
}

/* A framework as a scope: its own conventions, also inside formulas, else the
 * catalogue's. */
static void test_framework_scopes(void)
{
    const Scope *jax = &framework_find("jax")->scope, *all = &activation_scope;

    g_assert_cmpfloat(value_in(jax, "leaky_relu'", 0), ==, 1);
    g_assert_cmpfloat(value_in(all, "leaky_relu'", 0), ==, 0.01);
    g_assert_cmpfloat(value_in(jax, "2*gelu", 1), ==, value_in(all, "2*gelu_tanh", 1));
    g_assert_cmpfloat(value_in(jax, "gelu@torch", 1), ==, value_in(all, "gelu", 1));
    g_assert_cmpfloat(value_in(jax, "mish", 1), ==, value_in(all, "mish", 1));
    g_assert_cmpfloat(value_in(jax, "phish", 1), ==, value_in(all, "phish", 1));
    g_assert_cmpfloat(value_in(&framework_find("torch")->scope, "softplus", 21), ==,
                      21);
}

/* Every framework that a record names is known; so are those of its conventions. */
static void test_framework_keys(void)
{
    const Framework *framework;

    for (unsigned i = 0; i < activation_count(); i++) {
        const Activation *activation = activation_get(i);
        const Convention *c = activation->conventions;
        const char *const *key = activation->frameworks;

        for (; key != NULL && *key != NULL; key++)
            g_assert_cmpstr(framework_find(*key)->key, ==, *key);
        for (; c != NULL && c->frameworks != NULL; c++) {
            for (key = c->frameworks; *key != NULL; key++)
                g_assert_true(activation_is_in(activation, *key));
            g_assert_true((c->record == NULL) != (c->definition.key == NULL));
            g_assert_true(c->record == NULL || activation_find(c->record) != NULL);
        }
    }
    for (unsigned i = 0; (framework = framework_get(i)) != NULL; i++) {
        g_assert_cmpuint(framework_count_functions(framework), >, 0);
        g_assert_true(framework_find(framework->label) == framework);
        g_assert_true(framework->scope.outer == &activation_scope);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/framework/names", test_frameworks);
    g_test_add_func("/framework/faults", test_framework_faults);
    g_test_add_func("/framework/scopes", test_framework_scopes);
    g_test_add_func("/framework/keys", test_framework_keys);
    return g_test_run();
}
