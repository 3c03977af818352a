/* test-atlas.c - the ranges of x that the atlas shows. */
#include "activation/activation.h"
#include "cli/atlas_range.h"
#include "formula/switches.h"
#include "formula/tape.h"

#include <glib.h>
#include <math.h>

static Formula *formula_of(const char *text)
{
    g_autoptr(GError) error = NULL;
    Formula *formula = formula_new(text, &activation_scope, NULL, NULL, &error);

    g_assert_no_error(error);
    return formula;
}

static AtlasRange range_of(const char *text)
{
    g_autoptr(Formula) formula = formula_of(text);
    g_autoptr(GArray) switches = switches_find(formula, -60, 60, NULL);

    for (unsigned i = switches->len; i-- > 0;) {
        if (g_array_index(switches, Switch, i).kind == SWITCH_SMOOTH)
            g_array_remove_index(switches, i);
    }
    return atlas_range_choose(formula, switches);
}

/* Each record: neither a slit nor a plain, and every switch point well inside. */
static void test_all(void)
{
    for (unsigned i = 0; i < activation_count(); i++) {
        const char *key = activation_get(i)->definition.key;
        g_autoptr(Formula) formula = formula_of(key);
        g_autoptr(GArray) switches = switches_find(formula, -60, 60, NULL);
        AtlasRange range = range_of(key);
        double room = 0.1 * (range.high - range.low);

        g_test_message("%s", key);
        g_assert_cmpfloat(range.low, <, 0);
        g_assert_cmpfloat(range.high, >, 0);
        g_assert_cmpfloat(range.high - range.low, >=, 2);
        g_assert_cmpfloat(range.high - range.low, <=, 60);
        for (unsigned k = 0; k < switches->len; k++) {
            const Switch *at = &g_array_index(switches, Switch, k);

            if (at->kind == SWITCH_SMOOTH)
                continue;
            g_assert_cmpfloat(at->x, >=, range.low + room);
            g_assert_cmpfloat(at->x, <=, range.high - room);
        }
    }
}

/* Saturating functions come near their limits, but not for most of the range. */
static void test_limits(void)
{
    static const char *const keys[] = {"sigmoid", "tanh", "softsign",
                                       "x/sqrt(1 + x^2)"};

    for (size_t i = 0; i < G_N_ELEMENTS(keys); i++) {
        g_autoptr(Formula) formula = formula_of(keys[i]);
        g_autoptr(Tape) tape = tape_new(formula, 0);
        AtlasRange range = range_of(keys[i]);
        double low, high, half, limit;

        tape_evaluate_at(tape, -1e12, &low);
        tape_evaluate_at(tape, 1e12, &limit);
        tape_evaluate_at(tape, range.high, &high);
        tape_evaluate_at(tape, range.high / 2, &half);
        g_assert_cmpfloat((limit - high) / (limit - low), <, 0.06);
        g_assert_cmpfloat((limit - half) / (limit - low), >, 0.005);
        g_assert_cmpfloat(range.low, ==, -range.high);
    }
}

static void test_shapes(void)
{
    static const struct {
        const char *text;
        double low, high;
    } cases[] = {
        {"relu", -3, 3},
        {"x", -3, 3},
        {"max(0, min(6, x))", -3, 10},
        {"max(-1, min(1, x))", -2, 2},
        {"sin(x)", -10, 10},
        {"exp(x)", -3, 3},
        {"max(10, x)", -4, 15},
        {"1e300*x", -3, 3},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        AtlasRange range = range_of(cases[i].text);

        g_test_message("%s", cases[i].text);
        g_assert_cmpfloat(range.low, ==, cases[i].low);
        g_assert_cmpfloat(range.high, ==, cases[i].high);
    }
}

/* What is undefined, infinite or jumps wildly still has a range. */
static void test_hostile(void)
{
    static const char *const texts[] = {
        "0/0",      "1/x",    "log(x)",      "sqrt(-x^2 - 1)", "1/0",
        "floor(x)", "tan(x)", "sin(1000*x)", "exp(exp(x))",    "x^300"};

    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        AtlasRange range = range_of(texts[i]);

        g_test_message("%s", texts[i]);
        g_assert_true(isfinite(range.low) && isfinite(range.high));
        g_assert_cmpfloat(range.low, <, range.high);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/atlas/range/all", test_all);
    g_test_add_func("/atlas/range/limits", test_limits);
    g_test_add_func("/atlas/range/shapes", test_shapes);
    g_test_add_func("/atlas/range/hostile", test_hostile);
    return g_test_run();
}
