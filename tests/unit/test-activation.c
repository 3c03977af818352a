/* test-activation.c - the catalogue against the engine: derivatives, slopes, names. */
#include "activation/activation.h"
#include "formula/switches.h"
#include "formula/tape.h"

#include <math.h>
#include <string.h>

enum { POINTS = 4000 };

/* One activation's formula and its derivative by hand. */
typedef struct {
    const char *key;
    Formula *formula, *by_hand;
} Pair;

static Formula *parse(const char *text)
{
    g_autoptr(GError) error = NULL;
    Formula *formula = formula_new(text, &activation_scope, NULL, NULL, &error);

    g_assert_no_error(error);
    return formula;
}

/* The hand-written derivative with every parameter at its default. */
static Pair pair_for(const Activation *activation)
{
    const Definition *definition = &activation->definition;
    Binding bindings[8] = {{0}};
    g_autoptr(GError) error = NULL;
    unsigned count = 0;

    for (const Parameter *p = definition->parameters; p != NULL && p->name; p++) {
        if (strstr(definition->derivative, p->name) != NULL)
            bindings[count++] = (Binding){p->name, p->value};
    }
    Formula *by_hand =
        formula_new(definition->derivative, &activation_scope, bindings, NULL, &error);
    g_assert_no_error(error);
    return (Pair){definition->key, parse(definition->key), by_hand};
}

static void pair_clear(Pair *pair)
{
    formula_free(pair->formula);
    formula_free(pair->by_hand);
}

static void assert_same(const char *key, double x, double computed, double by_hand)
{
    if (isnan(computed) && isnan(by_hand))
        return;
    if (!(fabs(computed - by_hand) <= 1e-14 + 1e-13 * fabs(by_hand)))
        g_error("%s' at %.17g is %.17g, by hand %.17g", key, x, computed, by_hand);
}

/* Evenly over -20 .. 20 and evenly in the exponent, both signs. */
static double test_point(int index)
{
    if (index % 2 == 0)
        return -20 + 40.0 * index / POINTS;
    const double magnitude = exp2(-60 + 70.0 * index / POINTS);
    return index % 4 == 1 ? magnitude : -magnitude;
}

static void check_everywhere(const Pair *pair)
{
    g_autoptr(Tape) computed = tape_new(pair->formula, 1);
    g_autoptr(Tape) by_hand = tape_new(pair->by_hand, 0);

    for (int i = 0; i < POINTS; i++) {
        const double x = test_point(i);
        double value[2];
        double slope[1];
        tape_evaluate_at(computed, x, value);
        tape_evaluate_at(by_hand, x, slope);
        assert_same(pair->key, x, value[1], slope[0]);
    }
}

static void check_switch_points(const Pair *pair)
{
    g_autoptr(GArray) switches = switches_find(pair->formula, -20, 20, NULL);
    g_autoptr(SidedTape) by_hand = sided_tape_new(pair->by_hand);

    for (unsigned i = 0; i < switches->len; i++) {
        const Switch *found = &g_array_index(switches, Switch, i);
        assert_same(pair->key, found->x, found->left.df,
                    sided_tape_evaluate(by_hand, found->x_left, -1).f);
        assert_same(pair->key, found->x, found->at.df,
                    sided_tape_evaluate(by_hand, found->x, 0).f);
        assert_same(pair->key, found->x, found->right.df,
                    sided_tape_evaluate(by_hand, found->x_right, 1).f);
    }
}

static void test_derivatives(void)
{
    for (unsigned i = 0; i < activation_count(); i++) {
        Pair pair = pair_for(activation_get(i));
        check_everywhere(&pair);
        check_switch_points(&pair);
        pair_clear(&pair);
    }
}

/* Every kink of the first twenty, with PyTorch's value and slope there [pytorch]. */
static const struct {
    const char *key;
    double x;
    SwitchKind kind;
    double f, left, right, taken;
} conventions[] = {
    {"step", 0, SWITCH_JUMP, 1, 0, 0, 0},
    {"relu", 0, SWITCH_KINK, 0, 0, 1, 0},
    {"relu6", 0, SWITCH_KINK, 0, 0, 1, 0},
    {"relu6", 6, SWITCH_KINK, 6, 1, 0, 0},
    {"leaky_relu", 0, SWITCH_KINK, 0, 0.01, 1, 0.01},
    {"prelu", 0, SWITCH_KINK, 0, 0.25, 1, 0.25},
    {"elu", 0, SWITCH_CURVATURE, 0, 1, 1, 1},
    {"elu(alpha=0.5)", 0, SWITCH_KINK, 0, 0.5, 1, 0.5},
    {"selu", 0, SWITCH_KINK, 0, 1.7580993408473766, 1.0507009873554805,
     1.7580993408473766},
    {"celu(alpha=2)", 0, SWITCH_CURVATURE, 0, 1, 1, 1},
    {"hard_tanh", -1, SWITCH_KINK, -1, 0, 1, 0},
    {"hard_tanh", 1, SWITCH_KINK, 1, 1, 0, 0},
    {"hard_sigmoid", -3, SWITCH_KINK, 0, 0, 1.0 / 6, 0},
    {"hard_sigmoid", 3, SWITCH_KINK, 1, 1.0 / 6, 0, 0},
    {"softsign", 0, SWITCH_CURVATURE, 0, 1, 1, 1},
    {"hard_swish", -3, SWITCH_KINK, 0, 0, -0.5, 0},
    {"hard_swish", 3, SWITCH_KINK, 3, 1.5, 1, 1},
};

static const Switch *switch_at(const GArray *switches, double x)
{
    for (unsigned i = 0; i < switches->len; i++) {
        const Switch *found = &g_array_index(switches, Switch, i);
        if (found->x == x)
            return found;
    }
    return NULL;
}

static void test_conventions(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(conventions); i++) {
        g_autoptr(Formula) formula = parse(conventions[i].key);
        g_autoptr(GArray) switches = switches_find(formula, -20, 20, NULL);
        const Switch *found = switch_at(switches, conventions[i].x);

        g_test_message("%s at %g", conventions[i].key, conventions[i].x);
        g_assert_nonnull(found);
        g_assert_cmpint(found->kind, ==, conventions[i].kind);
        g_assert_cmpfloat(found->at.f, ==, conventions[i].f);
        g_assert_cmpfloat_with_epsilon(found->left.df, conventions[i].left, 1e-15);
        g_assert_cmpfloat_with_epsilon(found->right.df, conventions[i].right, 1e-15);
        g_assert_cmpfloat_with_epsilon(found->at.df, conventions[i].taken, 1e-15);
    }
}

static void test_names(void)
{
    const char *const spellings[] = {"LeakyReLU",    "leaky-relu", "Leaky ReLU",
                                     "nn.LeakyReLU", "lrelu",      "jax.nn.leaky_relu"};

    for (size_t i = 0; i < G_N_ELEMENTS(spellings); i++) {
        const Activation *found = activation_find(spellings[i]);
        g_assert_nonnull(found);
        g_assert_cmpstr(found->definition.key, ==, "leaky_relu");
    }
    g_assert_null(activation_find("leaky"));
    g_assert_null(activation_find(""));
}

/* No spelling leads to two records, and every record is complete. */
static void test_records(void)
{
    for (unsigned i = 0; i < activation_count(); i++) {
        const Activation *activation = activation_get(i);
        const Definition *definition = &activation->definition;

        g_assert_true(activation_find(definition->key) == activation);
        g_assert_true(activation_find(definition->label) == activation);
        for (const char *const *a = definition->aliases; a != NULL && *a != NULL; a++)
            g_assert_true(activation_find(*a) == activation);
        g_assert_nonnull(definition->derivative);
        g_assert_nonnull(activation->family);
        g_assert_nonnull(activation->source);
        g_assert_true(g_str_has_suffix(activation->help, "."));
    }
}

/* Each source is a key of the bibliography. */
static void test_sources(void)
{
    g_autofree char *path =
        g_test_build_filename(G_TEST_DIST, "..", "BIBLIOGRAPHY.md", NULL);
    g_autofree char *bibliography = NULL;

    g_assert_true(g_file_get_contents(path, &bibliography, NULL, NULL));
    for (unsigned i = 0; i < activation_count(); i++) {
        g_autofree char *row = g_strdup_printf("\n| %s |", activation_get(i)->source);
        if (strstr(bibliography, row) == NULL)
            g_error("BIBLIOGRAPHY.md has no row '%s'", activation_get(i)->source);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/activation/derivatives", test_derivatives);
    g_test_add_func("/activation/conventions", test_conventions);
    g_test_add_func("/activation/names", test_names);
    g_test_add_func("/activation/records", test_records);
    g_test_add_func("/activation/sources", test_sources);
    return g_test_run();
}
