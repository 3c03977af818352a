/* test-switches.c - where formulas switch, of what kind, between what limits. */
#include "formula/switches.h"

#include "base/number.h"
#include "formula/roots.h"

#include <glib.h>
#include <math.h>
#include <string.h>

/* The expectation, one line a switch: x, kind, f on the left, on the right and at x,
 * the same of f'. Numbers have six digits; `~` is one within 1e-12 of 0. */
typedef struct {
    const char *formula;
    double lo, hi;
    const char *expected;
} Row;

static Formula *parse(const char *text)
{
    GError *error = NULL;
    Formula *formula = formula_new(text, NULL, NULL, NULL, &error);
    g_assert_no_error(error);
    return formula;
}

static void append_number(GString *out, double value)
{
    char text[NUMBER_SIZE];
    if (value != 0 && fabs(value) < 1e-12)
        g_string_append(out, "~");
    else
        g_string_append(out, number_format_digits(value + 0.0, 6, text));
}

static void append_triple(GString *out, double left, double right, double at)
{
    g_string_append_c(out, ' ');
    append_number(out, left);
    g_string_append_c(out, ',');
    append_number(out, right);
    g_string_append_c(out, ',');
    append_number(out, at);
}

static char *describe(const GArray *switches, const Warnings *warnings)
{
    GString *out = g_string_new(NULL);

    for (unsigned i = 0; i < switches->len; i++) {
        const Switch *one = &g_array_index(switches, Switch, i);
        append_number(out, one->x);
        g_string_append_printf(out, " %s", switch_kind_name(one->kind));
        append_triple(out, one->left.f, one->right.f, one->at.f);
        append_triple(out, one->left.df, one->right.df, one->at.df);
        g_string_append_c(out, '\n');
    }
    if (warnings_count(warnings) > 0)
        g_string_append(out, "warned\n");
    return g_string_free(out, FALSE);
}

static void test_row(gconstpointer data)
{
    const Row *row = data;
    g_autoptr(Formula) formula = parse(row->formula);
    g_autoptr(Warnings) warnings = warnings_new();
    g_autoptr(GArray) switches = switches_find(formula, row->lo, row->hi, warnings);
    g_autofree char *found = describe(switches, warnings);

    g_assert_cmpstr(found, ==, row->expected);
}

static const Row rows[] = {
    {"max(0,x)", -5, 5, "0 kink 0,0,0 0,1,0\n"},
    {"max(0,x)", -5, 0, "0 kink 0,0,0 0,1,0\n"},
    {"max(0,x)", 0, 5, "0 kink 0,0,0 0,1,0\n"},
    {"max(0,x)", 1, 5, ""},
    {"max(0,x)", -1e300, 1e300, "0 kink 0,0,0 0,1,0\n"},
    {"abs(sinh(x)-1)", -1e218, 1e250, "0.881374 kink 0,0,0 -1.41421,1.41421,0\n"},
    {"x > 0 ? 1 : 0", -5, 5, "0 jump 0,1,0 0,0,0\n"},
    {"x > 0 ? x : 0.1*x", -5, 5, "0 kink 0,0,0 0.1,1,0.1\n"},
    {"x > 0 ? 1 : 1", -5, 5, ""},
    {"min(max(0,x),6)", -1, 7,
     "0 kink 0,0,0 0,1,0\n"
     "6 kink 6,6,6 1,0,1\n"},
    {"x > 0 ? x : exp(x) - 1", -5, 5, "0 curvature 0,0,0 1,1,1\n"},
    {"x > 0 ? x : 0.5*(exp(x) - 1)", -5, 5, "0 kink 0,0,0 0.5,1,0.5\n"},
    {"x > 0 ? x : 2*(exp(x/2) - 1)", -5, 5, "0 curvature 0,0,0 1,1,1\n"},
    {"x/(1 + exp(-x))", -5, 5, ""},
    {"x*normal_cdf(x)", -5, 5, ""},
    {"x/(1 + abs(x))", -5, 5, "0 curvature 0,0,0 1,1,1\n"},
    {"x < 0 ? x/sqrt(1 + x^2) : x", -5, 5, "0 smooth 0,0,0 1,1,1\n"},
    {"x < -3 ? 0 : x > 3 ? x : x*(x + 3)/6", -5, 5,
     "-3 kink 0,0,0 0,-0.5,-0.5\n"
     "3 kink 3,3,3 1.5,1,1.5\n"},
    {"max(0, min(1, x/6 + 1/2))", -5, 5,
     "-3 kink 0,0,0 0,0.166667,0\n"
     "3 kink 1,1,1 0.166667,0,0\n"},
    {"x > 2 ? 1 : x >= 0 ? x - x^2/4 : x >= -2 ? x + x^2/4 : -1", -4, 4,
     "-2 curvature -1,-1,-1 0,0,0\n"
     "0 curvature 0,0,0 1,1,1\n"
     "2 curvature 1,1,1 0,0,0\n"},
    {"abs(x) > 0.5 ? x : 0", -5, 5,
     "-0.5 jump -0.5,0,0 1,0,0\n"
     "0 smooth 0,0,0 0,0,0\n"
     "0.5 jump 0,0.5,0 0,1,0\n"},
    {"max(0, x^2 - 2)", -5, 5,
     "-1.41421 kink ~,0,0 -2.82843,0,0\n"
     "1.41421 kink 0,~,~ 0,2.82843,2.82843\n"},
    {"abs(x^2)", -5, 5, "0 smooth 0,0,0 0,0,0\n"},
    {"abs(x^7)", -5, 5, "0 smooth 0,0,0 0,0,0\n"},
    {"abs(x^3 - 3*x + 2)", -5, 5,
     "-2 kink 0,0,0 -9,9,0\n"
     "1 smooth 0,0,0 0,0,0\n"},
    {"x^2 > 0 ? 1 : 0", -5, 5, "0 jump 1,1,0 0,0,0\n"},
    {"sign(x)", -5, 5, "0 jump -1,1,0 0,0,0\n"},
    {"floor(x)", -1.5, 2,
     "-1 jump -2,-1,-1 0,0,0\n"
     "0 jump -1,0,0 0,0,0\n"
     "1 jump 0,1,1 0,0,0\n"
     "2 jump 1,2,2 0,0,0\n"},
    {"x - floor(x)", 0, 2,
     "0 jump 1,0,0 1,1,1\n"
     "1 jump 1,0,0 1,1,1\n"
     "2 jump 1,0,0 1,1,1\n"},
    {"floor(3 - x^2)", -1, 1,
     "-1 jump 1,2,2 0,0,0\n"
     "0 jump 2,2,3 0,0,0\n"
     "1 jump 2,1,2 0,0,0\n"},
    {"min(x, 1, x^3)", -5, 5,
     "-1 kink -1,-1,-1 3,1,1\n"
     "0 kink 0,0,0 1,0,1\n"
     "1 kink 1,1,1 3,0,1\n"},
    {"max(0, max(0, x))", -5, 5, "0 kink 0,0,0 0,1,0\n"},
    {"max(0, sin(3*x))", -1, 2,
     "0 kink 0,0,0 0,3,0\n"
     "1.0472 kink ~,0,~ -3,0,-3\n"},
    {"max(0, max(0, sin(3*x)))", -1, 2,
     "0 kink 0,0,0 0,3,0\n"
     "1.0472 kink ~,0,~ -3,0,-3\n"},
    {"max(0, sin(3*x)) > 0.5 ? 1 : 0", -1, 2,
     "0 smooth 0,0,0 0,0,0\n"
     "0.174533 jump 0,1,0 0,0,0\n"
     "0.872665 jump 1,0,0 0,0,0\n"
     "1.0472 smooth 0,0,0 0,0,0\n"},
    {"abs(abs(x) - 1)", -5, 5,
     "-1 kink 0,0,0 -1,1,0\n"
     "0 kink 1,1,1 1,-1,0\n"
     "1 kink 0,0,0 -1,1,0\n"},
    {"abs(x - x)", -5, 5, ""},
    {"max(x, x)", -5, 5, ""},
    {"abs(sin(3*x))", 1.0471975511965976, 2.5,
     "1.0472 kink ~,~,~ -3,3,-3\n"
     "2.0944 kink ~,~,~ -3,3,-3\n"},
    {"abs(sin(3*x))", 1.0471975511965979, 2.0943951023931953,
     "1.0472 kink ~,~,~ -3,3,3\n"
     "2.0944 kink ~,~,~ -3,3,-3\n"},
    {"x == 0 ? 1 : sin(x)/x", -5, 5, "0 smooth 1,1,1 0,0,0\n"},
    {"sin(x)/x", -5, 5, "0 jump 1,1,nan 0,0,nan\n"},
    {"x == 2 ? 4 : (x^2 - 4)/(x - 2)", -5, 5, "2 smooth 4,4,4 1,1,0\n"},
    {"1/x", -5, 5, "0 pole -inf,inf,inf -inf,-inf,-inf\n"},
    {"1/(1 + x) + abs(x)", -5, 5,
     "-1 pole -inf,inf,inf -inf,-inf,-inf\n"
     "0 kink 1,1,1 -2,0,-1\n"},
    {"tan(x)", -2, 5,
     "-1.5708 pole inf,-inf,-1.63312e+16 inf,inf,2.66709e+32\n"
     "1.5708 pole inf,-inf,1.63312e+16 inf,inf,2.66709e+32\n"
     "4.71239 pole inf,-inf,5.44375e+15 inf,inf,2.96344e+31\n"},
    {"atan(1/x)", -5, 5, "0 jump -1.5708,1.5708,1.5708 -1,-1,nan\n"},
    {"1/(1/x)", -5, 5, "0 smooth 0,0,0 1,1,nan\n"},
    {"sin(1/x)", -1e-3, 1, "0 edge nan,nan,nan nan,nan,nan\n"},
    {"max(x, sqrt(x))", -1, 0.5, "0 edge nan,0,0 nan,inf,1\n"},
    {"((x + x)/(x - 0.75))^1.5", -1, 2,
     "0 edge 0,nan,0 0,nan,0\n0.75 pole nan,inf,inf nan,-inf,-inf\n"},
    {"1/3 < 0.25 - x ? 2*x : x", -1, 0,
     "-0.0833333 jump -0.166667,-0.0833333,-0.0833333 2,1,1\n"},
    {"1 > 0.998 + x ? 1 : 0", -1, 1, "0.002 jump 1,0,0 0,0,0\n"},
    {"1 > 0.998650101968 + 2*x ? 1 : 0", -1, 1, "0.000674949 jump 1,0,0 0,0,0\n"},
    {"(x*x >= x*x ? x : 1) + 0.3 > 0.1 ? 1 : 0", -1, 1, "-0.2 jump 0,1,0 0,0,0\n"},
    {"min(x/x, x)", -1, 2, "0 jump 0,0,nan 1,1,nan\n1 kink 1,1,1 1,0,0\n"},
    {"sqrt(x > 1 ? 4 : 0*x)", -1, 2, "1 jump 0,2,0 0,0,0\n"},
    {"cbrt(x > 1 ? 8 : x)", 0.5, 2, "1 jump 1,2,1 0.333333,0,0.333333\n"},
    {"erf(log1p(floor(x)))", 0.5, 1, "1 jump 0,0.673041,0.673041 0,0,0\n"},
    {"log(x)", -5, 5, "0 pole nan,-inf,-inf nan,inf,inf\n"},
    {"log(abs(x))", -5, 5, "0 pole -inf,-inf,-inf -inf,inf,nan\n"},
    {"abs(log(x))", -1, 5,
     "0 pole nan,inf,inf nan,-inf,-inf\n"
     "1 kink 0,0,0 -1,1,0\n"},
    {"sqrt(x)", -5, 5, "0 edge nan,0,0 nan,inf,inf\n"},
    {"sqrt(2 - x^2)", -5, 5,
     "-1.41421 edge nan,0,2.10734e-08 nan,inf,6.71089e+07\n"
     "1.41421 edge 0,nan,nan -inf,nan,nan\n"},
    {"sqrt(abs(x))", -5, 5, "0 kink 0,0,0 -inf,inf,nan\n"},
    {"cbrt(x)", -5, 5, "0 kink 0,0,0 inf,inf,inf\n"},
    {"x^1.5", -5, 5, "0 edge nan,0,0 nan,0,0\n"},
    {"abs(x)^1.5", -5, 5, "0 curvature 0,0,0 0,0,0\n"},
    {"x^(-2)", -5, 5, "0 pole inf,inf,inf inf,-inf,-inf\n"},
    {"x^x", -1, 5, "0 edge nan,1,1 nan,-inf,nan\n"},
    {"x*log(x)", -1, 5, "0 edge nan,0,nan nan,-inf,nan\n"},
    {"x >= 0 ? x : sin(x)/x", -5, 5, "0 jump 1,0,0 0,1,1\n"},
    {"sqrt(x - 1) > 1 ? 1 : 0", -5, 5,
     "1 edge nan,0,0 nan,0,0\n"
     "2 jump 0,1,0 0,0,0\n"},
    {"1/x > 1 ? 1 : 0", -5, 5,
     "0 jump 0,1,1 0,0,0\n"
     "1 jump 1,0,0 0,0,0\n"},
    {"tan(x) > 3 ? 1 : 0", -2, 2,
     "-1.89255 jump 0,1,0 0,0,0\n"
     "-1.5708 jump 1,0,0 0,0,0\n"
     "1.24905 jump 0,1,0 0,0,0\n"
     "1.5708 jump 1,0,1 0,0,0\n"},
    {"sin(x) > 0.5 && cos(x) > 0 ? 1 : 0", -2, 4,
     "-1.5708 smooth 0,0,0 0,0,0\n"
     "0.523599 jump 0,1,0 0,0,0\n"
     "1.5708 jump 1,0,1 0,0,0\n"
     "2.61799 smooth 0,0,0 0,0,0\n"},
    {"abs(x - 1e-300)", -1, 1, "~ kink 0,0,0 -1,1,0\n"},
    {"abs(x - 1) + abs(x^2 - 1)", -1e300, 1e300,
     "-1 kink 2,2,2 -3,1,-1\n"
     "1 kink 0,0,0 -3,3,0\n"},
    {"abs(cos(x) - 1) + abs(x)", -1, 7,
     "0 kink 0,0,0 -1,1,0\n"
     "6.28319 smooth 6.28319,6.28319,6.28319 1,1,1\n"},
    {"(x + 1e10) - 1e10 > 0 ? 1 : 0", -1, 1, "0 jump 0,1,0 0,0,0\n"},
    {"abs(x + 0.1 - 0.1)", -1, 1, "0 kink 0,0,0 -1,1,0\n"},
    {"abs((x - 0.5)*(x - 0.500000001))", -1, 1,
     "0.5 kink 0,0,0 -1e-09,1e-09,0\n"
     "0.5 kink 0,0,0 -1e-09,1e-09,0\n"},
    {"abs(exp(x) - 1 - x)", -3, 3, "0 smooth 0,0,0 0,0,0\n"},
    {"abs(x - sin(x))", -3, 3, "0 smooth 0,0,0 0,0,0\n"},
    {"abs(x^5 - x^4)", -3, 3,
     "0 smooth 0,0,0 0,0,0\n"
     "1 kink 0,0,0 -1,1,0\n"},
    {"floor(floor(4*x)/2)", 0, 1,
     "0 jump -1,0,0 0,0,0\n"
     "0.25 smooth 0,0,0 0,0,0\n"
     "0.5 jump 0,1,1 0,0,0\n"
     "0.75 smooth 1,1,1 0,0,0\n"
     "1 jump 1,2,2 0,0,0\n"},
    {"floor(1e9*x)", -1, 1, "warned\n"},
};

/* --- Crowds --- */

static GArray *find(const char *text, double lo, double hi, unsigned warnings_expected)
{
    g_autoptr(Formula) formula = parse(text);
    g_autoptr(Warnings) warnings = warnings_new();
    GArray *switches = switches_find(formula, lo, hi, warnings);
    g_assert_cmpuint(warnings_count(warnings), ==, warnings_expected);
    return switches;
}

static void test_crowd_of_kinks(void)
{
    g_autoptr(GArray) switches = find("abs(sin(40*x))", -10, 10, 0);

    g_assert_cmpuint(switches->len, ==, 255);
    for (unsigned i = 0; i < switches->len; i++) {
        const Switch *one = &g_array_index(switches, Switch, i);
        double x = ((int)i - 127) * M_PI / 40;
        g_assert_cmpint(one->kind, ==, SWITCH_KINK);
        g_assert_cmpfloat_with_epsilon(one->x, x, 4e-15);
        g_assert_cmpfloat_with_epsilon(one->left.df, -40, 1e-9);
        g_assert_cmpfloat_with_epsilon(one->right.df, 40, 1e-9);
        g_assert_true(one->x_right == one->x_left ||
                      one->x_right == nextafter(one->x_left, INFINITY));
    }
}

static void test_crowd_of_steps(void)
{
    g_autoptr(GArray) switches = find("floor(1000*x)", -10, 10, 0);

    g_assert_cmpuint(switches->len, ==, 20001);
    for (unsigned i = 0; i < switches->len; i++) {
        const Switch *one = &g_array_index(switches, Switch, i);
        double step = (int)i - 10000;
        g_assert_cmpint(one->kind, ==, SWITCH_JUMP);
        g_assert_cmpfloat_with_epsilon(one->x, step / 1000, 2e-15);
        g_assert_cmpfloat(one->left.f, ==, step - 1);
        g_assert_cmpfloat(one->right.f, ==, step);
    }
}

/* More than can be listed, or told apart: said, in bounded time. */
static void test_too_many(gconstpointer data)
{
    g_autoptr(GArray) switches = find(data, -1e300, 1e300, 1);
    g_assert_cmpuint(switches->len, <=, SWITCHES_MAX + 1);
}

/* --- To the last bit --- */

/* Between x_left and x_right lies the switch: the formula's own values agree with the
 * limits up to there. */
static void test_last_bit(void)
{
    const char *text = "sin(3*x) > 0.3 ? 1 : 0";
    g_autoptr(Formula) formula = parse(text);
    g_autoptr(Tape) tape = tape_new(formula, 0);
    g_autoptr(GArray) switches = find(text, -20, 20, 0);

    g_assert_cmpuint(switches->len, ==, 39);
    for (unsigned i = 0; i < switches->len; i++) {
        const Switch *one = &g_array_index(switches, Switch, i);
        double before = one->x_left, after = one->x_right;
        if (before == after) {
            before = nextafter(before, -INFINITY);
            after = nextafter(after, INFINITY);
        }
        double value_before, value_after;
        tape_evaluate_at(tape, before, &value_before);
        tape_evaluate_at(tape, after, &value_after);
        g_assert_cmpfloat(value_before, ==, one->left.f);
        g_assert_cmpfloat(value_after, ==, one->right.f);
    }
}

/* Random zigzags, whose corners are known. */
static void test_random_corners(void)
{
    enum { FORMULAS = 200, CORNERS = 6 };
    g_autoptr(GRand) random = g_rand_new_with_seed(77);

    for (int n = 0; n < FORMULAS; n++) {
        g_autoptr(GString) text = g_string_new("0");
        double corner[CORNERS];
        for (int k = 0; k < CORNERS; k++) {
            char number[NUMBER_SIZE];
            double previous = k ? corner[k - 1] : -1;
            corner[k] = previous + ldexp(1 + g_rand_double(random),
                                         -g_rand_int_range(random, 3, 45));
            number_format(corner[k], number);
            g_string_append_printf(text, " + %d*abs(x - (%s))", k + 1, number);
        }
        g_autoptr(GArray) switches = find(text->str, -2, 2, 0);
        g_assert_cmpuint(switches->len, ==, CORNERS);
        for (int k = 0; k < CORNERS; k++) {
            const Switch *one = &g_array_index(switches, Switch, k);
            g_assert_cmpfloat(one->x, ==, corner[k]);
            g_assert_cmpint(one->kind, ==, SWITCH_KINK);
            g_assert_cmpfloat_with_epsilon(one->right.df - one->left.df, 2 * (k + 1),
                                           1e-12);
        }
    }
}

/* --- One-sided evaluation --- */

static void assert_jet(Jet jet, double f, double df, double d2f)
{
    g_assert_cmpfloat_with_epsilon(jet.f, f, 1e-14);
    g_assert_cmpfloat_with_epsilon(jet.df, df, 1e-14);
    g_assert_cmpfloat_with_epsilon(jet.d2f, d2f, 1e-13);
}

static void test_sided(void)
{
    g_autoptr(Formula) formula = parse("max(0, x)*(x + 1) + floor(x)");
    g_autoptr(SidedTape) tape = sided_tape_new(formula);

    assert_jet(sided_tape_evaluate(tape, 0, -1), -1, 0, 0);
    assert_jet(sided_tape_evaluate(tape, 0, 0), 0, 0, 0);
    assert_jet(sided_tape_evaluate(tape, 0, 1), 0, 1, 2);
    assert_jet(sided_tape_evaluate(tape, 1, -1), 2, 3, 2);
    assert_jet(sided_tape_evaluate(tape, 1, 1), 3, 3, 2);
    /* Away from switches the side does not matter. */
    for (int side = -1; side <= 1; side++) {
        assert_jet(sided_tape_evaluate(tape, 0.5, side), 0.75, 2, 2);
        assert_jet(sided_tape_evaluate(tape, -0.5, side), -1, 0, 0);
        g_assert_true(isnan(sided_tape_evaluate(tape, NAN, side).f));
        g_assert_cmpfloat(sided_tape_evaluate(tape, INFINITY, side).f, ==, INFINITY);
    }
}

/* --- Zeros --- */

static void assert_roots(const char *text, double lo, double hi, unsigned count,
                         const double expected[])
{
    g_autoptr(Formula) formula = parse(text);
    g_autoptr(Warnings) warnings = warnings_new();
    g_autoptr(GArray) roots = roots_find(formula, lo, hi, warnings);

    g_assert_cmpuint(roots->len, ==, count);
    g_assert_cmpuint(warnings_count(warnings), ==, 0);
    for (unsigned i = 0; i < count; i++)
        g_assert_cmpfloat_with_epsilon(g_array_index(roots, Root, i).x, expected[i],
                                       1e-15 * fabs(expected[i]) + 1e-300);
}

static void test_roots(void)
{
    assert_roots("x^2 - 2", -5, 5, 2, (const double[]){-M_SQRT2, M_SQRT2});
    assert_roots("(x - 1)^2*(x + 2)", -5, 5, 2, (const double[]){-2, 1});
    assert_roots("x^3 - 3*x + 2", -5, 5, 2, (const double[]){-2, 1});
    assert_roots("abs(x) - 1", -5, 5, 2, (const double[]){-1, 1});
    assert_roots("sin(x)", 0, 7, 3, (const double[]){0, M_PI, 2 * M_PI});
    assert_roots("exp(x)", -5, 5, 0, NULL);
    assert_roots("1/x", -5, 5, 0, NULL);
    assert_roots("x > 0 ? x - 1 : x + 1", -5, 5, 2, (const double[]){-1, 1});
}

int main(int argc, char **argv)
{
    static const char *const crowds[] = {"floor(x)", "abs(sin(x))", "floor(sin(x)*9)",
                                         "abs(sin(2*x) - 2*sin(x)*cos(x))"};

    g_test_init(&argc, &argv, NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *name =
            g_strdup_printf("/switches/row/%zu %s", i, rows[i].formula);
        g_strdelimit(name + strlen("/switches/row/"), "/", ':');
        g_test_add_data_func(name, &rows[i], test_row);
    }
    for (size_t i = 0; i < G_N_ELEMENTS(crowds); i++) {
        g_autofree char *name = g_strdup_printf("/switches/too-many/%s", crowds[i]);
        g_test_add_data_func(name, crowds[i], test_too_many);
    }
    g_test_add_func("/switches/crowd-of-kinks", test_crowd_of_kinks);
    g_test_add_func("/switches/crowd-of-steps", test_crowd_of_steps);
    g_test_add_func("/switches/last-bit", test_last_bit);
    g_test_add_func("/switches/random-corners", test_random_corners);
    g_test_add_func("/switches/sided", test_sided);
    g_test_add_func("/switches/roots", test_roots);
    return g_test_run();
}
