/* test-activation.c - the catalogue against the engine: derivatives, slopes, names. */
#include "activation/activation.h"
#include "activation/verify.h"
#include "formula/switches.h"
#include "formula/tape.h"

#include <float.h>
#include <math.h>
#include <string.h>

enum { POINTS = 4000 };

/* One definition's formula and its derivative by hand. */
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

/* A scope with one more function, `by_hand`. */
typedef struct {
    Scope scope;
    Definition definition;
} HandScope;

static const Definition *find_by_hand(const Scope *scope, const char *name)
{
    const HandScope *hand = (const HandScope *)(const void *)scope;
    return strcmp(name, hand->definition.key) == 0 ? &hand->definition : NULL;
}

static void each_by_hand(const Scope *scope,
                         void (*visit)(const char *name, void *data), void *data)
{
    visit(((const HandScope *)(const void *)scope)->definition.key, data);
}

/* The formula and the hand-written derivative with every parameter at its default. */
static Pair pair_for(const Definition *definition)
{
    const HandScope hand = {
        {.find = find_by_hand, .each = each_by_hand, .outer = &activation_scope},
        {.key = "by_hand",
         .parameters = definition->parameters,
         .formula = definition->derivative}};
    g_autoptr(GError) error = NULL;
    Formula *by_hand = formula_new("by_hand", &hand.scope, NULL, NULL, &error);

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
    if (computed == by_hand)
        return;
    if (!(fabs(computed - by_hand) <= 1e-14 + 1e-13 * fabs(by_hand)))
        g_test_fail_printf("%s' at %.17g is %.17g, by hand %.17g", key, x, computed,
                           by_hand);
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

static void check_derivative(const Definition *definition)
{
    Pair pair = pair_for(definition);

    check_everywhere(&pair);
    check_switch_points(&pair);
    pair_clear(&pair);
}

static void test_derivatives(void)
{
    for (unsigned i = 0; i < activation_count(); i++) {
        const Convention *c = activation_get(i)->conventions;

        check_derivative(&activation_get(i)->definition);
        for (; c != NULL && c->frameworks != NULL; c++) {
            if (c->record == NULL)
                check_derivative(&c->definition);
        }
    }
}

/* Every switch point between -20 and 20 where something jumps, with value and slope
 * there: PyTorch's [pytorch] where it has the function, else the paper's; none for the
 * functions with one row without a kind. */
static const struct {
    const char *key;
    double x;
    SwitchKind kind;
    double f, left, right, taken;
} conventions[] = {
    {"step", 0, SWITCH_JUMP, 1, 0, 0, 0},
    {"step(theta=2)", 2, SWITCH_JUMP, 1, 0, 0, 0},
    {"sign", 0, SWITCH_JUMP, 0, 0, 0, 0},
    {"abs", 0, SWITCH_KINK, 0, -1, 1, 0},
    {.key = "identity"},
    {.key = "exponential"},
    {.key = "sigmoid"},
    {.key = "tanh"},
    {.key = "lecun_tanh"},
    {"hard_sigmoid", -3, SWITCH_KINK, 0, 0, 1.0 / 6, 0},
    {"hard_sigmoid", 3, SWITCH_KINK, 1, 1.0 / 6, 0, 0},
    {"hard_sigmoid_onnx", -2.5, SWITCH_KINK, 0, 0, 0.2, 0},
    {"hard_sigmoid_onnx", 2.5, SWITCH_KINK, 1, 0.2, 0, 0},
    {"sparse_sigmoid", -1, SWITCH_KINK, 0, 0, 0.5, 0},
    {"sparse_sigmoid", 1, SWITCH_KINK, 1, 0.5, 0, 0},
    {"hard_tanh", -1, SWITCH_KINK, -1, 0, 1, 0},
    {"hard_tanh", 1, SWITCH_KINK, 1, 1, 0, 0},
    {"hard_tanh(lo=0, hi=6)", 0, SWITCH_KINK, 0, 0, 1, 0},
    {"hard_tanh(lo=0, hi=6)", 6, SWITCH_KINK, 6, 1, 0, 0},
    {"softsign", 0, SWITCH_CURVATURE, 0, 1, 1, 1},
    {"elliot", 0, SWITCH_CURVATURE, 0.5, 0.5, 0.5, 0.5},
    {.key = "log_sigmoid"},
    {.key = "arctan"},
    {.key = "arcsinh"},
    {.key = "erf"},
    {.key = "isru"},
    {"sqnl", -2, SWITCH_CURVATURE, -1, 0, 0, 0},
    {"sqnl", 0, SWITCH_CURVATURE, 0, 1, 1, 1},
    {"sqnl", 2, SWITCH_CURVATURE, 1, 0, 0, 0},
    {.key = "smht"},
    {.key = "smht(a=0.5, b=1, c=1, d=1.5)"},
    {.key = "cloglog"},
    {.key = "soft_clipping"},
    {.key = "srs"},
    {.key = "laplace"},
    {"relu", 0, SWITCH_KINK, 0, 0, 1, 0},
    {"relu6", 0, SWITCH_KINK, 0, 0, 1, 0},
    {"relu6", 6, SWITCH_KINK, 6, 1, 0, 0},
    {"clipped_relu", 0, SWITCH_KINK, 0, 0, 1, 0},
    {"clipped_relu", 20, SWITCH_KINK, 20, 1, 0, 0},
    {"keras_relu", 0, SWITCH_KINK, 0, 0, 1, 0},
    {"keras_relu(negative_slope=0.1, max_value=6, threshold=1)", 1, SWITCH_JUMP, 0, 0.1,
     1, 0.1},
    {"keras_relu(negative_slope=0.1, max_value=6, threshold=1)", 6, SWITCH_KINK, 6, 1,
     0, 0},
    {"leaky_relu", 0, SWITCH_KINK, 0, 0.01, 1, 0.01},
    {"prelu", 0, SWITCH_KINK, 0, 0.25, 1, 0.25},
    {"rrelu", 0, SWITCH_KINK, 0, 11.0 / 48, 1, 11.0 / 48},
    {"thresholded_relu", 1, SWITCH_JUMP, 0, 0, 1, 0},
    {"threshold(threshold=0, value=0.5)", 0, SWITCH_JUMP, 0.5, 0, 1, 0},
    {"threshold(value=0)", 0, SWITCH_KINK, 0, 0, 1, 0},
    {"relu_squared", 0, SWITCH_CURVATURE, 0, 0, 0, 0},
    {"star_relu", 0, SWITCH_CURVATURE, -0.44721359549995794, 0, 0, 0},
    {"elu", 0, SWITCH_CURVATURE, 0, 1, 1, 1},
    {"elu(alpha=0.5)", 0, SWITCH_KINK, 0, 0.5, 1, 0.5},
    {"selu", 0, SWITCH_KINK, 0, 1.7580993408473766, 1.0507009873554805,
     1.7580993408473766},
    {"celu(alpha=2)", 0, SWITCH_CURVATURE, 0, 1, 1, 1},
    {.key = "isrlu"},
    {.key = "softplus"},
    {.key = "shifted_softplus"},
    {.key = "squareplus"},
    {"sparse_plus", -1, SWITCH_CURVATURE, 0, 0, 0, 0},
    {"sparse_plus", 1, SWITCH_CURVATURE, 1, 1, 1, 1},
    {"smelu(beta=2)", -2, SWITCH_CURVATURE, 0, 0, 0, 0},
    {"smelu(beta=2)", 2, SWITCH_CURVATURE, 2, 1, 1, 1},
    {"plu", -1, SWITCH_KINK, -1, 0.1, 1, 0.1},
    {"plu", 1, SWITCH_KINK, 1, 1, 0.1, 0.1},
    {"srelu", -1, SWITCH_KINK, -1, 0.1, 1, 0.1},
    {"srelu", 1, SWITCH_KINK, 1, 1, 0.1, 0.1},
    {.key = "bent_identity"},
    {.key = "soft_exponential"},
    {"xielu", 0, SWITCH_CURVATURE, 0, 0.5, 0.5, 0.5},
    {"hard_shrink", -0.5, SWITCH_JUMP, 0, 1, 0, 0},
    {"hard_shrink", 0.5, SWITCH_JUMP, 0, 0, 1, 0},
    {"soft_shrink", -0.5, SWITCH_KINK, 0, 1, 0, 0},
    {"soft_shrink", 0.5, SWITCH_KINK, 0, 0, 1, 0},
    {"shrink(bias=0.25)", -0.5, SWITCH_JUMP, 0, 1, 0, 0},
    {"shrink(bias=0.25)", 0.5, SWITCH_JUMP, 0, 0, 1, 0},
    {.key = "tanh_shrink"},
    {.key = "gelu"},
    {.key = "gelu_tanh"},
    {.key = "gelu_sigmoid"},
    {.key = "silu"},
    {.key = "swish(beta=1.5)"},
    {.key = "e_swish"},
    {"hard_swish", -3, SWITCH_KINK, 0, 0, -0.5, 0},
    {"hard_swish", 3, SWITCH_KINK, 3, 1.5, 1, 1},
    {.key = "mish"},
    {"hard_mish", -2, SWITCH_KINK, 0, 0, -1, -1},
    {"hard_mish", 0, SWITCH_CURVATURE, 0, 1, 1, 1},
    {.key = "lisht"},
    {.key = "logcosh"},
    {.key = "tanh_exp"},
    {.key = "serf"},
    {.key = "smish"},
    {.key = "logish"},
    {.key = "phish"},
    {.key = "eanaf"},
    {.key = "colu"},
    {.key = "aptx"},
    {"elish", 0, SWITCH_CURVATURE, 0, 0.5, 0.5, 0.5},
    {"hard_elish", -1, SWITCH_KINK, 0, 0, -0.31606027941427883, -0.31606027941427883},
    {"hard_elish", 0, SWITCH_CURVATURE, 0, 0.5, 0.5, 0.5},
    {"hard_elish", 1, SWITCH_KINK, 1, 1.5, 1, 1},
    {.key = "dsilu"},
    {.key = "sinlu"},
    {.key = "sinsig"},
    {.key = "snake"},
    {.key = "sin"},
    {.key = "cos"},
    {.key = "sinc"},
    {.key = "gcu"},
    {.key = "gaussian"},
    {"step@mlx", 0, SWITCH_JUMP, 0, 0, 0, 0},
    {"leaky_relu@jax", 0, SWITCH_KINK, 0, 0.01, 1, 1},
    {"leaky_relu@keras", 0, SWITCH_KINK, 0, 0.2, 1, 0.2},
    {"leaky_relu@mxnet", 0, SWITCH_KINK, 0, 0.25, 1, 0.25},
    {"prelu@flax", 0, SWITCH_KINK, 0, 0.01, 1, 1},
    {"hard_tanh@jax", -1, SWITCH_KINK, -1, 0, 1, 1},
    {"hard_tanh@jax", 1, SWITCH_KINK, 1, 1, 0, 1},
    {"sparse_sigmoid@jax", -1, SWITCH_KINK, 0, 0, 0.5, 0.25},
    {"sparse_sigmoid@jax", 1, SWITCH_KINK, 1, 0.5, 0, 0.25},
    {"hard_sigmoid@onnx", -2.5, SWITCH_KINK, 0, 0, 0.2, 0},
    {"hard_sigmoid@onnx", 2.5, SWITCH_KINK, 1, 0.2, 0, 0},
    {"hard_swish@nnlib", -3, SWITCH_KINK, 0, 0, -0.5, -0.5},
    {"hard_swish@nnlib", 3, SWITCH_KINK, 3, 1.5, 1, 1.5},
    {"softplus@pytorch(beta=4)", 5, SWITCH_JUMP, 5.0000000005152884,
     0.99999999793884631, 1, 0.99999999793884631},
    {"relu@jax", 0, SWITCH_KINK, 0, 0, 1, 0},
    {.key = "gelu@jax"},
};

static const Switch *switch_at(const GArray *switches, double x)
{
    for (unsigned i = 0; i < switches->len; i++) {
        const Switch *found = &g_array_index(switches, Switch, i);
        if (fabs(found->x - x) <= 4 * DBL_EPSILON * fabs(x))
            return found;
    }
    return NULL;
}

/* Rows of the table with that key; of those with a kind. */
static unsigned count_rows(const char *key)
{
    unsigned count = 0;

    for (size_t i = 0; i < G_N_ELEMENTS(conventions); i++) {
        if (strcmp(conventions[i].key, key) == 0)
            count += conventions[i].kind != SWITCH_SMOOTH;
    }
    return count;
}

static unsigned count_jumps(const GArray *switches)
{
    unsigned count = 0;

    for (unsigned i = 0; i < switches->len; i++)
        count += g_array_index(switches, Switch, i).kind != SWITCH_SMOOTH;
    return count;
}

static void test_conventions(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(conventions); i++) {
        g_autoptr(Formula) formula = parse(conventions[i].key);
        g_autoptr(GArray) switches = switches_find(formula, -20, 20, NULL);
        const Switch *found = switch_at(switches, conventions[i].x);

        g_test_message("%s at %g", conventions[i].key, conventions[i].x);
        g_assert_cmpuint(count_jumps(switches), ==, count_rows(conventions[i].key));
        if (conventions[i].kind == SWITCH_SMOOTH)
            continue;
        g_assert_nonnull(found);
        g_assert_cmpint(found->kind, ==, conventions[i].kind);
        g_assert_cmpfloat_with_epsilon(found->at.f, conventions[i].f, 1e-15);
        g_assert_cmpfloat_with_epsilon(found->left.df, conventions[i].left, 1e-15);
        g_assert_cmpfloat_with_epsilon(found->right.df, conventions[i].right, 1e-15);
        g_assert_cmpfloat_with_epsilon(found->at.df, conventions[i].taken, 1e-15);
    }
}

/* Every record has its row. */
static void test_conventions_complete(void)
{
    for (unsigned i = 0; i < activation_count(); i++) {
        const char *key = activation_get(i)->definition.key;
        bool has_row = false;

        for (size_t k = 0; k < G_N_ELEMENTS(conventions); k++) {
            const size_t length = strcspn(conventions[k].key, "(@");
            has_row = has_row || (strlen(key) == length &&
                                  strncmp(conventions[k].key, key, length) == 0);
        }
        g_test_message("%s", key);
        g_assert_true(has_row);
    }
}

/* Jumps of the value, from the left limit to the right one. */
static void test_jumps(void)
{
    static const struct {
        const char *key;
        double x, left, right;
    } jumps[] = {
        {"step", 0, 0, 1},
        {"sign", 0, -1, 1},
        {"thresholded_relu", 1, 0, 1},
        {"threshold(threshold=0, value=0.5)", 0, 0.5, 0},
        {"keras_relu(negative_slope=0.1, max_value=6, threshold=1)", 1, 0, 1},
        {"hard_shrink", -0.5, -0.5, 0},
        {"hard_shrink", 0.5, 0, 0.5},
        {"shrink(bias=0.25)", -0.5, -0.25, 0},
        {"shrink(bias=0.25)", 0.5, 0, 0.25},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(jumps); i++) {
        g_autoptr(Formula) formula = parse(jumps[i].key);
        g_autoptr(GArray) switches = switches_find(formula, -20, 20, NULL);
        const Switch *found = switch_at(switches, jumps[i].x);

        g_assert_nonnull(found);
        g_assert_cmpfloat(found->left.f, ==, jumps[i].left);
        g_assert_cmpfloat(found->right.f, ==, jumps[i].right);
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
    g_assert_cmpstr(activation_find("hardswish")->definition.key, ==, "hard_swish");
    g_assert_cmpstr(activation_find("HardSwish")->definition.key, ==, "hard_swish");
    g_assert_null(activation_find("leaky"));
    g_assert_null(activation_find(""));
}

static double value_of(const char *text, double x)
{
    g_autoptr(Formula) formula = formula_new(text, &activation_scope, NULL, NULL, NULL);
    g_autoptr(Tape) tape = tape_new(formula, 0);
    double value;

    tape_evaluate_at(tape, x, &value);
    return value;
}

static const char *printed(const char *text)
{
    g_autoptr(Formula) formula = formula_new(text, &activation_scope, NULL, NULL, NULL);
    g_autofree char *again = formula ? formula_print(formula) : NULL;

    return g_intern_string(again ? again : "a fault");
}

static void assert_shown(const Activation *activation, const char *shown,
                         const char *evaluated)
{
    g_assert_nonnull(shown);
    for (int i = -400; i <= 400; i++) {
        const double x = i / 32.0 + 0.001;
        const double value = value_of(shown, x), wanted = value_of(evaluated, x);

        g_test_message("%s at %g", activation->definition.key, x);
        g_assert_cmpfloat_with_epsilon(value, wanted, 1e-13 * fmax(1, fabs(wanted)));
    }
}

/* value, with the parameters of the record written out. */
static char *with_values(const Definition *definition, const char *text)
{
    GString *out = g_string_new(text);

    for (const Parameter *p = definition->parameters; p && p->name; p++) {
        g_autofree char *pattern = g_strdup_printf("\\b%s\\b", p->name);
        g_autofree char *number = g_strdup_printf("(%.17g)", p->value);
        g_autoptr(GRegex) name = g_regex_new(pattern, 0, 0, NULL);
        char *replaced =
            g_regex_replace_literal(name, out->str, -1, 0, number, 0, NULL);
        g_string_assign(out, replaced);
        g_free(replaced);
    }
    return g_string_free(out, FALSE);
}

/* What people are shown is the function that is evaluated. */
static void test_textbook(void)
{
    for (unsigned i = 0; i < activation_count(); i++) {
        const Activation *activation = activation_get(i);
        const Definition *definition = &activation->definition;
        g_autofree char *shown = with_values(definition, definition_shown(definition));
        g_autofree char *slope =
            with_values(definition, definition_shown_derivative(definition));
        g_autofree char *prime = g_strconcat(definition->key, "'", NULL);

        if (definition->textbook)
            assert_shown(activation, shown, definition->key);
        if (definition->textbook_derivative)
            assert_shown(activation, slope, prime);
    }
}

/* Parameters by the names that papers and PyTorch have for them; and each constant of
 * the hard sigmoids. */
static void test_parameter_names(void)
{
    static const char *const same[][2] = {
        {"prelu(a=0.1)", "prelu(alpha=0.1)"},
        {"diff(prelu, a)", "diff(prelu, alpha)"},
        {"leaky_relu(negative_slope=0.3)", "leaky_relu(alpha=0.3)"},
        {"leaky_relu@keras(negative_slope=0.3)", "leaky_relu@keras(alpha=0.3)"},
        {"hard_tanh(min_val=-2, max_val=3)", "hard_tanh(lo=-2, hi=3)"},
        {"hard_shrink(lambd=1)", "hard_shrink(lambda=1)"},
        {"shrink(lambda=1)", "shrink(lambd=1)"},
        {"hard_sigmoid(a=0.2)", "hard_sigmoid_onnx"},
        {"hard_sigmoid(alpha=0.2, beta=0.5)", "hard_sigmoid_onnx(a=0.2, b=0.5)"},
        {"hard_sigmoid", "hard_sigmoid_onnx(alpha=1/6)"},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(same); i++)
        g_assert_true(printed(same[i][0]) == printed(same[i][1]));
}

/* A parameter that is a formula of x keeps its x when the call has an argument. */
static void test_parameter_of_x(void)
{
    assert_same("swish", 3, value_of("swish(2, beta=x)", 3),
                value_of("swish(2, beta=3)", 3));
    assert_same("swish", 3, value_of("swish'(2, beta=x)", 3),
                value_of("swish'(2, beta=3)", 3));
}

/* Relatives name one another, and equal what they say they equal. */
static void test_relatives(void)
{
    for (unsigned i = 0; i < activation_count(); i++) {
        const Activation *activation = activation_get(i);
        const char *key = activation->definition.key;
        const Relative *relative = activation->relatives;

        for (; relative != NULL && relative->key != NULL; relative++) {
            const Activation *other = activation_find(relative->key);
            const Relative *back = other->relatives;

            g_test_message("%s and %s", key, relative->key);
            g_assert_cmpstr(other->definition.key, ==, relative->key);
            while (back != NULL && back->key != NULL && strcmp(back->key, key) != 0)
                back++;
            g_assert_true(back != NULL && back->key != NULL);
            for (int k = 0; relative->same != NULL && k < POINTS; k += 7) {
                const double x = test_point(k);
                assert_same(key, x, value_of(relative->same, x), value_of(key, x));
            }
        }
    }
}

/* Limits of value and slope; NAN: there is none. */
static const struct {
    const char *key;
    double lower[2], upper[2];
} ends[] = {
    {"identity", {-INFINITY, 1}, {INFINITY, 1}},
    {"step", {0, 0}, {1, 0}},
    {"relu", {0, 0}, {INFINITY, 1}},
    {"leaky_relu", {-INFINITY, 0.01}, {INFINITY, 1}},
    {"prelu", {-INFINITY, 0.25}, {INFINITY, 1}},
    {"relu6", {0, 0}, {6, 0}},
    {"clipped_relu", {0, 0}, {20, 0}},
    {"keras_relu", {0, 0}, {INFINITY, 0}},
    {"rrelu", {-INFINITY, 11.0 / 48}, {INFINITY, 1}},
    {"thresholded_relu", {0, 0}, {INFINITY, 1}},
    {"threshold", {0.5, 0}, {INFINITY, 1}},
    {"relu_squared", {0, 0}, {INFINITY, INFINITY}},
    {"star_relu", {-0.44721359549995794, 0}, {INFINITY, INFINITY}},
    {"sign", {-1, 0}, {1, 0}},
    {"abs", {INFINITY, -1}, {INFINITY, 1}},
    {"plu", {-INFINITY, 0.1}, {INFINITY, 0.1}},
    {"srelu", {-INFINITY, 0.1}, {INFINITY, 0.1}},
    {"log_sigmoid", {-INFINITY, 1}, {0, 0}},
    {"shifted_softplus", {-0.69314718055994531, 0}, {INFINITY, 1}},
    {"squareplus", {0, 0}, {INFINITY, 1}},
    {"sparse_plus", {0, 0}, {INFINITY, 1}},
    {"smelu", {0, 0}, {INFINITY, 1}},
    {"bent_identity", {-INFINITY, 0.5}, {INFINITY, 1.5}},
    {"isrlu", {-1, 0}, {INFINITY, 1}},
    {"logcosh", {INFINITY, -1}, {INFINITY, 1}},
    {"elu", {-1, 0}, {INFINITY, 1}},
    {"selu", {-1.7580993408473766, 0}, {INFINITY, 1.0507009873554805}},
    {"celu", {-1, 0}, {INFINITY, 1}},
    {"softplus", {0, 0}, {INFINITY, 1}},
    {"exponential", {0, 0}, {INFINITY, INFINITY}},
    {"soft_exponential", {-1.5, 0}, {INFINITY, INFINITY}},
    {"xielu", {INFINITY, -0.3}, {INFINITY, INFINITY}},
    {"sigmoid", {0, 0}, {1, 0}},
    {"hard_sigmoid", {0, 0}, {1, 0}},
    {"hard_sigmoid_onnx", {0, 0}, {1, 0}},
    {"sparse_sigmoid", {0, 0}, {1, 0}},
    {"tanh", {-1, 0}, {1, 0}},
    {"hard_tanh", {-1, 0}, {1, 0}},
    {"softsign", {-1, 0}, {1, 0}},
    {"elliot", {0, 0}, {1, 0}},
    {"sqnl", {-1, 0}, {1, 0}},
    {"cloglog", {0, 0}, {1, 0}},
    {"soft_clipping", {0, 0}, {1, 0}},
    {"laplace", {0, 0}, {1, 0}},
    {"lecun_tanh", {-1.7159, 0}, {1.7159, 0}},
    {"arctan", {-1.5707963267948966, 0}, {1.5707963267948966, 0}},
    {"arcsinh", {-INFINITY, 0}, {INFINITY, 0}},
    {"erf", {-1, 0}, {1, 0}},
    {"isru", {-1, 0}, {1, 0}},
    {"smht", {-1, 0}, {1, 0}},
    {"srs", {0, 0}, {2, 0}},
    {"gelu", {0, 0}, {INFINITY, 1}},
    {"gelu_tanh", {0, 0}, {INFINITY, 1}},
    {"gelu_sigmoid", {0, 0}, {INFINITY, 1}},
    {"silu", {0, 0}, {INFINITY, 1}},
    {"swish", {0, 0}, {INFINITY, 1}},
    {"e_swish", {0, 0}, {INFINITY, 1.5}},
    {"hard_swish", {0, 0}, {INFINITY, 1}},
    {"mish", {0, 0}, {INFINITY, 1}},
    {"hard_mish", {0, 0}, {INFINITY, 1}},
    {"aptx", {0, 0}, {INFINITY, 1}},
    {"elish", {0, 0}, {INFINITY, 1}},
    {"hard_elish", {0, 0}, {INFINITY, 1}},
    {"dsilu", {0, 0}, {1, 0}},
    {"lisht", {INFINITY, -1}, {INFINITY, 1}},
    {"tanh_exp", {0, 0}, {INFINITY, 1}},
    {"serf", {0, 0}, {INFINITY, 1}},
    {"smish", {0, 0}, {INFINITY, 0.6}},
    {"logish", {0, 0}, {INFINITY, 0.69314718055994531}},
    {"phish", {0, 0}, {INFINITY, 1}},
    {"eanaf", {0, 0}, {INFINITY, 1}},
    {"colu", {0, 0}, {INFINITY, 1}},
    {"sinlu", {0, 0}, {INFINITY, NAN}},
    {"sinsig", {0, 0}, {INFINITY, 1}},
    {"hard_shrink", {-INFINITY, 1}, {INFINITY, 1}},
    {"soft_shrink", {-INFINITY, 1}, {INFINITY, 1}},
    {"shrink", {-INFINITY, 1}, {INFINITY, 1}},
    {"tanh_shrink", {-INFINITY, 1}, {INFINITY, 1}},
    {"snake", {-INFINITY, NAN}, {INFINITY, NAN}},
    {"sin", {NAN, NAN}, {NAN, NAN}},
    {"cos", {NAN, NAN}, {NAN, NAN}},
    {"sinc", {0, 0}, {0, 0}},
    {"gcu", {NAN, NAN}, {NAN, NAN}},
    {"gaussian", {0, 0}, {0, 0}},
};

static void assert_limit(const char *key, double x, double got, double expected)
{
    if (isnan(expected) ? !isnan(got)
                        : !(fabs(got - expected) <= 1e-15 || got == expected))
        g_test_fail_printf("%s at %g is %.17g, not %.17g", key, x, got, expected);
}

/* NaN stays NaN, the zeros agree, nothing else is NaN. */
static void check_special(const char *key, const Tape *tape)
{
    static const double points[] = {0,        -0.0,     0x1p-1074, -0x1p-1074,
                                    DBL_MIN,  -DBL_MIN, DBL_MAX,   -DBL_MAX,
                                    0x1p1000, -0x1p1000};
    double value[2], zero[2];

    tape_evaluate_at(tape, NAN, value);
    g_assert_true(isnan(value[0]) && isnan(value[1]));
    tape_evaluate_at(tape, 0, zero);
    for (size_t i = 0; i < G_N_ELEMENTS(points); i++) {
        tape_evaluate_at(tape, points[i], value);
        if (isnan(value[0]) || isnan(value[1]))
            g_test_fail_printf("%s at %g is %g, slope %g", key, points[i], value[0],
                               value[1]);
        if (points[i] == 0) {
            g_assert_cmpfloat(value[0], ==, zero[0]);
            g_assert_cmpfloat(value[1], ==, zero[1]);
        }
    }
}

static void test_ends(void)
{
    g_assert_cmpuint(G_N_ELEMENTS(ends), ==, activation_count());
    for (size_t i = 0; i < G_N_ELEMENTS(ends); i++) {
        g_autoptr(Formula) formula = parse(ends[i].key);
        g_autoptr(Tape) tape = tape_new(formula, 1);
        double value[2];

        check_special(ends[i].key, tape);
        for (int order = 0; order < 2; order++) {
            tape_evaluate_at(tape, -INFINITY, value);
            assert_limit(ends[i].key, -INFINITY, value[order], ends[i].lower[order]);
            tape_evaluate_at(tape, INFINITY, value);
            assert_limit(ends[i].key, INFINITY, value[order], ends[i].upper[order]);
        }
    }
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
            g_test_fail_printf("BIBLIOGRAPHY.md has no row '%s'",
                               activation_get(i)->source);
    }
}

/* A derivative that is wrong by a millionth, only right of a tenth, or only at a switch
 * point is found out in each record; the record's own is not. */
static void test_planted(void)
{
    const char *const plants[] = {"%s", "(%s) + 1e-6", "(%s)*(x > 0.1 ? 1.000001 : 1)"};

    for (unsigned i = 0; i < activation_count(); i++) {
        for (size_t k = 0; k < G_N_ELEMENTS(plants); k++) {
            Definition definition = activation_get(i)->definition;
            g_auto(GStrv) parts = g_strsplit(plants[k], "%s", 2);
            g_autofree char *planted =
                g_strconcat(parts[0], definition.derivative, parts[1], NULL);
            g_autoptr(GError) error = NULL;
            Verification found;

            if (k == 2 && strcmp(definition.derivative, "0") == 0)
                continue; /* a multiple of 0 is still right */
            definition.derivative = planted;
            g_assert_true(
                verify_derivative(&definition, &activation_scope, &found, &error));
            g_assert_no_error(error);
            if (found.agree != (k == 0))
                g_test_fail_printf("%s with %s: %s", definition.key, planted,
                                   found.agree ? "not found" : "refused");
        }
    }
}

static void test_planted_at_switch(void)
{
    const Definition definition = {.key = "relu", .derivative = "x >= 0 ? 1 : 0"};
    Verification found;

    g_assert_true(verify_derivative(&definition, &activation_scope, &found, NULL));
    g_assert_false(found.agree);
    g_assert_cmpfloat(found.x, ==, 0);
    g_assert_cmpfloat(found.computed, ==, 0);
    g_assert_cmpfloat(found.by_hand, ==, 1);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/activation/derivatives", test_derivatives);
    g_test_add_func("/activation/conventions", test_conventions);
    g_test_add_func("/activation/conventions/complete", test_conventions_complete);
    g_test_add_func("/activation/jumps", test_jumps);
    g_test_add_func("/activation/ends", test_ends);
    g_test_add_func("/activation/parameter-of-x", test_parameter_of_x);
    g_test_add_func("/activation/relatives", test_relatives);
    g_test_add_func("/activation/names", test_names);
    g_test_add_func("/activation/textbook", test_textbook);
    g_test_add_func("/activation/parameter-names", test_parameter_names);
    g_test_add_func("/activation/records", test_records);
    g_test_add_func("/activation/sources", test_sources);
    g_test_add_func("/activation/planted", test_planted);
    g_test_add_func("/activation/planted/at-switch", test_planted_at_switch);
    return g_test_run();
}
