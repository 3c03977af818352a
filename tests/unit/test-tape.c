/* test-tape.c - compiled formulas: what they share, their ends, blocks and threads.
 */
#include "formula/formula.h"
#include "formula/tape.h"

#include <float.h>
#include <glib.h>
#include <math.h>
#include <string.h>

static Formula *formula(const char *text)
{
    GError *error = NULL;
    Formula *made = formula_new(text, NULL, NULL, NULL, &error);

    g_assert_no_error(error);
    return made;
}

static Tape *tape(const char *text, int order)
{
    g_autoptr(Formula) made = formula(text);
    return tape_new(made, order);
}

/* The bits; all NaN are one. */
static guint64 bits(double value)
{
    guint64 pattern;

    if (isnan(value))
        return 0x7ff8000000000000;
    memcpy(&pattern, &value, sizeof pattern);
    return pattern;
}

static double value_at(const char *text, double x)
{
    g_autoptr(Tape) made = tape(text, 0);
    double value;

    tape_evaluate_at(made, x, &value);
    return value;
}

static void test_orders(void)
{
    g_autoptr(Tape) made = tape("x^3 + exp(2*x)", 2);
    double got[3];

    tape_evaluate_at(made, 0.5, got);
    g_assert_cmpfloat_with_epsilon(got[0], 0.125 + exp(1), 1e-14);
    g_assert_cmpfloat_with_epsilon(got[1], 0.75 + 2 * exp(1), 1e-14);
    g_assert_cmpfloat_with_epsilon(got[2], 3 + 4 * exp(1), 1e-14);
}

static void test_sharing(void)
{
    g_autoptr(Tape) plain = tape("exp(x)", 2);
    g_autoptr(Tape) twice = tape("sin(x*x) + sin(x*x)*sin(x*x)", 0);
    g_autoptr(Tape) still = tape("x", 0);

    g_assert_cmpint(tape_steps(plain), ==, 1); /* exp is its own derivative */
    g_assert_cmpint(tape_steps(twice), ==, 4); /* x*x, sin, its square, a watched sum */
    g_assert_cmpint(tape_steps(still), ==, 0);
}

/* A root that other roots are made of keeps its register. */
static void test_roots(void)
{
    g_autoptr(Tape) made = tape("tanh(x)", 2);
    double got[3];

    tape_evaluate_at(made, 0.5, got);
    g_assert_cmpfloat_with_epsilon(got[0], tanh(0.5), 1e-15);
    g_assert_cmpfloat_with_epsilon(got[1], 1 - tanh(0.5) * tanh(0.5), 1e-15);
    g_assert_cmpfloat_with_epsilon(got[2], -2 * got[0] * got[1], 1e-15);
}

/* A long sum needs few registers, a wide one many: both come out right. */
static void test_registers(void)
{
    GString *deep = g_string_new("x"), *wide = g_string_new("0");
    g_autoptr(Tape) long_tape = NULL;
    g_autoptr(Tape) wide_tape = NULL;
    double got;

    for (int i = 1; i <= 150; i++) {
        g_string_append_printf(deep, " + x*%d", i);
        g_string_append_printf(wide, " + (exp(x - %d) - exp(x - %d))", i, i);
    }
    g_string_append(wide, " + x");
    long_tape = tape(deep->str, 0);
    wide_tape = tape(wide->str, 0);
    tape_evaluate_at(long_tape, 2, &got);
    g_assert_cmpfloat(got, ==, 2 + 150 * 151);
    tape_evaluate_at(wide_tape, 3, &got);
    g_assert_cmpfloat(got, ==, 3);
    g_string_free(deep, TRUE);
    g_string_free(wide, TRUE);
}

static void test_nan(void)
{
    static const char *const texts[] = {
        "x",
        "3",
        "x*0",
        "x > 0 ? 1 : 2",
        "max(0, x)",
        "min(x, 1)",
        "!x",
        "x > 0 && 1",
        "x < 0 || 1",
        "x^0",
        "1^x",
        "sign(x)",
        "pi/2",
        "floor(x)",
        "x == x",
        "x != x",
        "abs(x)",
        "sqrt(x)",
        "1/x",
        "softplus(x)",
        "logistic(-x)",
        "sech2(x)",
        "erfc(x)",

    };

    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(Tape) made = tape(texts[i], 2);
        double got[3];

        tape_evaluate_at(made, NAN, got);
        for (int k = 0; k < 3; k++)
            if (!isnan(got[k]))
                g_test_fail_printf("%s, order %d: %g at NaN", texts[i], k, got[k]);
    }
}

/* What a branch that is not taken gives is never seen, in the slope neither. */
static void test_branches(void)
{
    g_autoptr(Tape) made = tape("x > 0 ? log(x) : 0", 2);
    double got[3];

    for (double x = -1; x <= 0; x++) {
        tape_evaluate_at(made, x, got);
        for (int k = 0; k < 3; k++)
            g_assert_cmpfloat(got[k], ==, 0);
    }
    g_assert_cmpfloat(value_at("x < 0 && sqrt(-x) > 0 ? 1 : 2", 4), ==, 2);
    g_assert_cmpfloat(value_at("x > 0 || sqrt(-x) > 0 ? 1 : 2", 4), ==, 1);
    g_assert_cmpfloat(value_at("x > 0 && sqrt(-x) > 0 ? 1 : 2", -4), ==, 2);
    g_assert_true(isnan(value_at("x > 0 && sqrt(-x) > 0 ? 1 : 2", 4)));
    g_assert_true(isnan(value_at("sqrt(x) > 0 ? 1 : 2", -4)));
}

static void test_infinity(void)
{
    static const struct {
        const char *text;
        double lower, upper;
    } rows[] = {
        {"x", -INFINITY, INFINITY},
        {"exp(x)", 0, INFINITY},
        {"1/x", 0, 0},
        {"x/(1 + abs(x))", -1, 1},
        {"x/(2 + abs(x))", -1, 1},
        {"x*exp(-x)", -INFINITY, 0},
        {"x^2*exp(-x^2)", 0, 0},
        {"x^3/(1 + x^2)", -INFINITY, INFINITY},
        {"log(abs(x))/x", 0, 0},
        {"abs(x) - log(2 + abs(x))", INFINITY, INFINITY},
        {"sin(x)/x", 0, 0},
        {"sin(x)", NAN, NAN},
        {"x*sin(x)", NAN, NAN},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        const double lower = value_at(rows[i].text, -INFINITY);
        const double upper = value_at(rows[i].text, INFINITY);

        if (bits(lower + 0.0) != bits(rows[i].lower) ||
            bits(upper + 0.0) != bits(rows[i].upper))
            g_test_fail_printf("%s tends to %g and %g", rows[i].text, lower, upper);
    }
}

/* A few of the oracle's points, for builds without MPFR: textbook forms give 0, NaN
 * or no right digit here. Within 8 parts of 2^-52, or of 2^-1074 below that. */
static void test_tails(void)
{
    static const struct {
        const char *text;
        int order;
        double x, wanted;
    } rows[] = {
        {"x*tanh(softplus(x))", 0, -750, -1.4821969375237396e-323},
        {"x*tanh(log1p(exp(x)))", 0, -750, -1.4821969375237396e-323},
        {"x/(1 + exp(-x))", 0, -750, -1.4821969375237396e-323},
        {"x*logistic(x)", 1, -1.278464542761074, -2.4520079389357081e-17},
        {"x*logistic(x)", 1, -40, -1.6568581595637197e-16},
        {"x*normal_cdf(x)", 0, -20, -5.5072482372124676e-88},
        {"x/(1 + abs(x))", 1, 1e160, 9.9998886718268301e-321},
        {"logistic(x)", 1, -745, 0x1p-1074},
        {"logistic(x)", 1, 745, 0x1p-1074},
        {"tanh(x)", 1, 372, 2.9643938750474793e-323},
        {"softplus(x)", 0, -745, 0x1p-1074},
    };

    for (size_t i = 0; i < G_N_ELEMENTS(rows); i++) {
        const double wanted = rows[i].wanted;
        g_autoptr(Tape) made = tape(rows[i].text, rows[i].order);
        double got[3];

        tape_evaluate_at(made, rows[i].x, got);
        if (!(fabs(got[rows[i].order] - wanted) <=
              8 * fmax(0x1p-52 * fabs(wanted), 0x1p-1074)) ||
            got[rows[i].order] == 0)
            g_test_fail_printf("%s, order %d: %.17g at %.17g, not %.17g", rows[i].text,
                               rows[i].order, got[rows[i].order], rows[i].x, wanted);
    }
}

/* One formula with a loop of each kind: arithmetic, library, choice, repaired tail. */
static const char mixed[] =
    "(x > 1 ? exp(x) : sech2(x)*300) + x*logistic(x) + tanh(x)/(2 + cos(x))";

/* A point gives the same bits alone, in any place, and with any neighbours. */
static void test_places(void)
{
    enum { N = 1200, SPARE = 8 };
    g_autoptr(Tape) made = tape(mixed, 2);
    double x[N + SPARE], got[3][N + SPARE];

    for (int i = 0; i < N + SPARE; i++)
        x[i] = i % 97 == 0 ? NAN : (i - 600) * 1.37;
    for (int n = 0; n < N; n = n < 20 ? n + 1 : n + 131)
        for (int shift = 0; shift < 3; shift++) {
            double *const results[] = {got[0] + shift, got[1] + 1, got[2]};

            tape_evaluate(made, x + shift, (size_t)n, results);
            for (int i = 0; i < n; i += n < 20 ? 1 : 37) {
                double alone[3];

                tape_evaluate_at(made, x[shift + i], alone);
                for (int k = 0; k < 3; k++)
                    g_assert_cmphex(bits(alone[k]), ==, bits(results[k][i]));
            }
        }
}

/* Two operations in one pass give what one after the other does. */
static void test_pairs(void)
{
    static const char signs[] = "+-*/";
    enum { N = 8 };
    const double x[N] = {-INFINITY, -3.1, -1, -0.0, 0, 0.7, 1e200, INFINITY};
    double got[N], inner[N], expected[N];

    for (int i = 0; i < 34; i++) {
        const bool swapped = i % 2 == 1;
        const char one = signs[i / 2 % 4], two = signs[i / 8 % 4];
        const char *form = i >= 32 ? swapped ? "min(x, max(0, x))" : "max(min(x, 0), x)"
                           : swapped ? "x %1$c (1.7 %2$c x)"
                                     : "(x %2$c 1.7) %1$c x";
        g_autofree char *text = g_strdup_printf(form, one, two);
        g_autofree char *part =
            g_strdup_printf(i >= 32   ? swapped ? "max(0, x)" : "min(x, 0)"
                            : swapped ? "1.7 %c x"
                                      : "x %c 1.7",
                            two);
        g_autoptr(Tape) made = tape(text, 0);
        g_autoptr(Tape) first = tape(part, 0);

        tape_evaluate(made, x, N, (double *const[]){got});
        tape_evaluate(first, x, N, (double *const[]){inner});
        for (int k = 0; k < N; k++) {
            const double a = swapped ? x[k] : inner[k], b = swapped ? inner[k] : x[k];
            expected[k] = i == 32      ? (a >= b ? a : b)
                          : i == 33    ? (a <= b ? a : b)
                          : one == '+' ? a + b
                          : one == '-' ? a - b
                          : one == '*' ? a * b
                                       : a / b;
            if (isfinite(x[k]) && bits(got[k]) != bits(expected[k]))
                g_test_fail_printf("%s at %g: %g, not %g", text, x[k], got[k],
                                   expected[k]);
        }
    }
}

static void test_results(void)
{
    enum { N = 777 };
    g_autoptr(Tape) made = tape("x*x + 1/x", 1);
    double x[N], value[N], slope[N];

    for (int i = 0; i < N; i++)
        x[i] = i % 5 == 0 ? INFINITY : 0.01 * i;
    tape_evaluate(made, x, N, (double *const[]){value, slope});
    tape_evaluate(made, x, N, (double *const[]){NULL, value});
    g_assert_true(memcmp(value, slope, sizeof slope) == 0);
    tape_evaluate(made, x, N, (double *const[]){x, slope}); /* over x itself */
    g_assert_true(memcmp(value, slope, sizeof slope) == 0);
    g_assert_cmpfloat(x[100], ==, INFINITY);
    g_assert_cmpfloat(x[101], ==, 1.01 * 1.01 + 1 / 1.01);
}

/* A comparison that chooses, done in one pass, gives what comparing and then choosing
 * does; sqrt(x) is NaN on the left. */
static void test_choices(void)
{
    static const char *const signs[] = {"<", "<=", ">", ">=", "==", "!="};
    static const double points[] = {-INFINITY, -2, -1, -0.0, 0, 0.5, 1, 2, INFINITY};

    for (unsigned s = 0; s < G_N_ELEMENTS(signs); s++) {
        g_autofree char *fused =
            g_strdup_printf("sqrt(x) %s abs(x)/x ? x*x : x/3", signs[s]);
        g_autofree char *apart =
            g_strdup_printf("2*(sqrt(x) %s abs(x)/x) ? x*x : x/3", signs[s]);
        g_autoptr(Tape) one = tape(fused, 0);
        g_autoptr(Tape) two = tape(apart, 0);

        g_assert_cmpint(tape_steps(one) + 2, ==, tape_steps(two));
        for (unsigned i = 0; i < G_N_ELEMENTS(points); i++) {
            double got, expected;

            tape_evaluate_at(one, points[i], &got);
            tape_evaluate_at(two, points[i], &expected);
            g_assert_cmphex(bits(got), ==, bits(expected));
        }
    }
}

/* Blocks wholly on one side of a border leave out the other branch; the bits are those
 * of both branches computed and one chosen. Twice a condition is one that is not seen
 * through. */
static void test_borders(void)
{
    static const char *const texts[] = {
        "%1$s(x < 1) ? exp(x) : %1$s(2 >= x) ? exp(x)*x : tanh(x)",
        "(%1$s(x <= -1) ? 3 : %1$s(x >= 1) ? x : sin(x)) + (%1$s(1 > x) ? sin(x) : 2)",
        "%1$s(x == 0.5) ? cos(x) : %1$s(0.5 != x) ? sin(x)*cos(x) : 7",
        "%1$s(x > 0) ? (%1$s(x < -1) ? exp(x) : log(x)) : (%1$s(x > 1) ? x : 1/x)",
        "%1$s(x > 0.5 || x < -0.5) ? x : %1$s(!(-0.5 < x)) ? exp(x) : sin(x)",
        "%1$s(-1 < x && 1 >= x) ? exp(x) : %1$s(x <= -1) ? x : sin(x)",
        "%1$s(x < 0) ? exp(x) : %1$s(x <= 0) ? 7 : %1$s(x < 1) ? sin(x) : cos(x)",
        "%1$s(x <= -1 && x >= 1 || !(x > 2)) ? x*x : tanh(x)",
    };
    enum { N = 3000 };
    double x[N], got[2][N], expected[2][N];

    for (unsigned t = 0; t < G_N_ELEMENTS(texts); t++) {
        g_autofree char *seen = g_strdup_printf(texts[t], "");
        g_autofree char *unseen = g_strdup_printf(texts[t], "2*");
        g_autoptr(Tape) one = tape(seen, 1);
        g_autoptr(Tape) two = tape(unseen, 1);

        g_assert_cmpint(tape_steps(one), <, tape_steps(two));
        for (int odd = 0; odd < 2; odd++) {
            for (int i = 0; i < N; i++)
                x[i] = (i - N / 2) / 512.0;
            for (int i = 5; odd && i < N; i += 911)
                x[i] = i % 2 ? NAN : copysign(INFINITY, i - 1500);
            tape_evaluate(one, x, N, (double *const[]){got[0], got[1]});
            tape_evaluate(two, x, N, (double *const[]){expected[0], expected[1]});
            for (int i = 0; i < 2 * N; i++)
                g_assert_cmphex(bits(got[i / N][i % N]), ==,
                                bits(expected[i / N][i % N]));
        }
    }
}

/* min() and max() of x and constants by where x lies: of equal ones the first, and the
 * three operations of a parabola in one pass. */
static void test_extremes(void)
{
    static const char *const texts[] = {
        "max(0, %s)",         "max(%s, 0)",          "min(6, max(-0.0, %s))",
        "min(max(%s, 0), 6)", "max(-1, min(1, %s))", "min(1, max(2, %s))",
        "max(3, min(2, %s))", "min(2, min(%s, 1))",  "max(min(0, %s), -0.0)"};
    enum { N = 13 };
    const double x[N] = {-INFINITY, -7, -1, -0.5, -0.0, 0,       0.5,
                         1,         2,  3,  6,    7,    INFINITY};
    double got[N], expected[N];

    for (unsigned t = 0; t < G_N_ELEMENTS(texts); t++) {
        g_autofree char *seen = g_strdup_printf(texts[t], "x");
        g_autofree char *unseen = g_strdup_printf(texts[t], "(1*--x*2/2)");
        g_autofree char *unseen_steps = g_strdup_printf(texts[t], "floor(x)");
        g_autoptr(Tape) one = tape(seen, 0);
        g_autoptr(Tape) two = tape(unseen, 0);
        g_autoptr(Tape) three = tape(unseen_steps, 0);

        g_assert_cmpint(tape_steps(one), ==, 1);
        g_assert_cmpint(tape_steps(three), >, 1);
        tape_evaluate(one, x, N, (double *const[]){got});
        tape_evaluate(two, x, N, (double *const[]){expected});
        for (int i = 0; i < N; i++) {
            double alone;

            tape_evaluate_at(one, x[i], &alone);
            g_assert_cmphex(bits(got[i]), ==, bits(expected[i]));
            g_assert_cmphex(bits(alone), ==, bits(expected[i]));
        }
    }
    for (int i = 1; i < N - 1; i++)
        g_assert_cmpfloat(value_at("x*(x + 3)/7", x[i]), ==, x[i] * (x[i] + 3) / 7);
}

/* Arrays too large for the caches are read and stored in other ways, by alignment; all
 * give the bits of small pieces, which go no further than n. */
static void check_large(const Tape *made, const double *x, size_t n, double *result)
{
    enum { PIECE = 1000 };
    g_autofree double *kept = g_memdup2(x, n * sizeof(double));
    double piece[PIECE];

    result[n] = 7;
    tape_evaluate(made, x, n, (double *const[]){result});
    g_assert_cmpfloat(result[n], ==, 7);
    for (size_t i = 0; i < n; i += PIECE) {
        const size_t here = MIN(PIECE, n - i);

        tape_evaluate(made, kept + i, here, (double *const[]){piece});
        for (size_t k = 0; k < here; k++)
            g_assert_cmphex(bits(result[i + k]), ==, bits(piece[k]));
    }
}

static void test_large(void)
{
    static const char *const texts[] = {"x > 1 ? x : x*x", "max(0, x)",
                                        "x > -5 ? 2 : x", "x - x/3"};
    enum { N = 1024 * 1024 + 5, SPARE = 3 };
    double *x = g_aligned_alloc(N + SPARE, sizeof(double), 64);
    double *result = g_aligned_alloc(N + SPARE, sizeof(double), 64);

    for (unsigned t = 0; t < G_N_ELEMENTS(texts); t++) {
        g_autoptr(Tape) made = tape(texts[t], 0);

        for (int i = 0; i < N + SPARE; i++)
            x[i] = (i % 4001) * 0.001 - 2;
        for (int i = 300 * 1000; i < 400 * 1000; i += 1003)
            x[i] = i % 2 ? NAN : copysign(INFINITY, i % 3 - 1);
        check_large(made, x, N, result);
        check_large(made, x, N, result + 1);
        check_large(made, x + 2, N, result);
        check_large(made, x, N, x); /* over x itself */
    }
    g_aligned_free(x);
    g_aligned_free(result);
}

typedef struct {
    const Tape *tape;
    const double *x;
    double *value;
    size_t n;
} Work;

static gpointer work(gpointer data)
{
    const Work *job = data;

    for (int i = 0; i < 20; i++)
        tape_evaluate(job->tape, job->x, job->n, (double *const[]){job->value});
    return NULL;
}

/* A formula of x and y is that of x with the value put in for y, bit by bit. */
static void test_plane(void)
{
    static const struct {
        const char *plane, *line; /* line at y = 1.75 */
    } pairs[] = {
        {"x*logistic(y*x)", "x*logistic(1.75*x)"},
        {"x > y ? x : y*x", "x > 1.75 ? x : 1.75*x"},
        {"diff(x^2*y^3, y)", "x^2*(3*1.75^2)"},
        {"diff(x*logistic(y*x), x)", "(x*logistic(1.75*x))'"},
        {"tanh(x) + diff(tanh(y), y)", "tanh(x) + sech2(1.75)"},
        {"y", "1.75"},
        {"x", "x"},
    };
    double x[600];
    for (int i = 0; i < 600; i++)
        x[i] = -6 + i / 50.0;
    for (size_t k = 0; k < G_N_ELEMENTS(pairs); k++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(Formula) plane =
            formula_new_plane(pairs[k].plane, NULL, NULL, NULL, &error);
        g_assert_no_error(error);
        g_autoptr(Formula) line = formula_new(pairs[k].line, NULL, NULL, NULL, &error);
        g_assert_no_error(error);
        g_autoptr(Tape) both = tape_new(plane, 0), one = tape_new(line, 0);
        double got[600], wanted[600];
        tape_evaluate_row(both, x, 600, 1.75, (double *[]){got});
        tape_evaluate(one, x, 600, (double *[]){wanted});
        for (int i = 0; i < 600; i++)
            g_assert_cmpfloat_with_epsilon(got[i], wanted[i],
                                           2e-15 * fmax(1, fabs(wanted[i])));
    }
    g_assert_null(formula_new("x*y", NULL, NULL, NULL, NULL));
}

static void test_threads(void)
{
    enum { N = 5000, THREADS = 4 };
    g_autoptr(Tape) made = tape(mixed, 0);
    g_autofree double *x = g_new(double, N);
    g_autofree double *values = g_new(double, N *THREADS);
    GThread *threads[THREADS];
    Work jobs[THREADS];

    for (int i = 0; i < N; i++)
        x[i] = i % 100 == 0 ? INFINITY : (i - 2500) * 0.31;
    for (int t = 0; t < THREADS; t++) {
        jobs[t] = (Work){made, x, values + (gsize)t * N, N};
        threads[t] = g_thread_new("tape", work, &jobs[t]);
    }
    for (int t = 0; t < THREADS; t++)
        g_thread_join(threads[t]);
    for (int i = 0; i < N; i++)
        for (int t = 1; t < THREADS; t++)
            g_assert_cmphex(bits(values[i]), ==, bits(values[t * N + i]));
}

/* Where doubles lose more than a tape may: a part is subnormal, or infinite; a sum
 * cancels; a slope has vanished beside one without bounds. The values are mpmath's, of
 * 60 digits. */
static void test_careful(void)
{
    static const struct {
        const char *text;
        double x, expected;
        double error; /* relative */
    } cases[] = {
        {"x*tanh(log1p(logistic(x)))", -712, -0x1.3628b630895c5p-1018, 0x1p-52},
        {"(x*tanh(x))''", 356, -0x1.3549ad0c71f6bp-1016, 0x1p-52},
        {"(2*expm1(x/2))''", 1420, 0x1.3e21a464507f9p+1023, 0x1p-52},
        {"sin(x) + cos(2*x)", 1.57, 0x1.feac85d9b436dp-21, 0x1p-42},
        {"exp(x) - cos(x) - x", 0.001, 0x1.0c7aee13588f2p-20, 0x1p-42},
        {"x > 1 ? x : exp(x) - cos(x) - x", 0.001, 0x1.0c7aee13588f2p-20, 0x1p-42},
        {"tanh(exp(x))'", 700, 0, 0x1p-52},
        {"tanh(exp(x))'", 710, 0, 0x1p-52},
        {"tanh(exp(x))'", 1e5, 0, 0x1p-52},
        {"erf(x^3)''", 1e200, 0, 0x1p-52},
    };

    if (LDBL_MANT_DIG == DBL_MANT_DIG) {
        g_test_skip("long double is double here");
        return;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        const double value = value_at(cases[i].text, cases[i].x);

        g_test_message("%s at %g", cases[i].text, cases[i].x);
        g_assert_cmpfloat_with_epsilon(value, cases[i].expected,
                                       DBL_TRUE_MIN +
                                           fabs(cases[i].expected) * cases[i].error);
    }
    g_assert_true(isnan(value_at("x*(1/x - 1/x)*exp(x)*0 + log(-1 - exp(x))", 1)));
}

/* What is computed again depends on the point alone, and a branch goes the way that it
 * goes without. */
static void test_careful_points(void)
{
    static const char *const texts[] = {
        "(x*tanh(log1p(logistic(x))))'",
        "x >= 0 ? x*logistic(x) - sin(x) : expm1(x)*logistic(x) + 0.3*x",
        "(x*log1p(logistic(x)))''",
        "abs(sinh(x) - 1) + (exp(x) - cos(x))",
        "max(exp(x) - 1.5, sin(x) + x)",
    };
    enum { N = 1000 };
    double x[N], together[N], alone;

    for (int i = 0; i < N; i++)
        x[i] = (i - N / 2) / 100.0;
    for (size_t t = 0; t < G_N_ELEMENTS(texts); t++) {
        g_autoptr(Tape) made = tape(texts[t], 0);

        tape_evaluate(made, x, N, (double *const[]){together});
        for (int i = 0; i < N; i++) {
            tape_evaluate_at(made, x[i], &alone);
            g_assert_cmphex(bits(together[i]), ==, bits(alone));
        }
    }
    g_assert_cmpfloat(value_at("sign(sinh(x) - 1)", 0.881373587019543), ==, 0);
    g_assert_cmpfloat(value_at("abs(sinh(x) - 1)", 0.881373587019543), ==, 0);
}

/* One array by several threads: the bits of one, for any n, also more threads than n.
 */
static void test_slices(void)
{
    static const size_t sizes[] = {0, 1, 511, 512, 1025, 40000};
    enum { MOST = 40000 };
    g_autoptr(Tape) made = tape(mixed, 1);
    g_autofree double *x = g_new(double, MOST);
    g_autofree double *one = g_new0(double, 2 * MOST);
    g_autofree double *many = g_new0(double, 2 * MOST);

    for (int i = 0; i < MOST; i++)
        x[i] = i % 100 == 0 ? -INFINITY : (i - 20000) * 0.04;
    for (unsigned s = 0; s < G_N_ELEMENTS(sizes); s++)
        for (int threads = 1; threads < 8; threads++) {
            double *const slope = threads == 3 ? NULL : many + MOST;

            tape_evaluate(made, x, sizes[s], (double *const[]){one, one + MOST});
            tape_evaluate_with(made, x, sizes[s], (double *const[]){many, slope},
                               threads);
            for (size_t i = 0; i < 2 * MOST; i++)
                g_assert_cmphex(bits(one[i]), ==, bits(slope ? many[i] : one[i]));
            for (size_t i = 0; i < MOST; i++)
                g_assert_cmphex(bits(one[i]), ==, bits(many[i]));
        }
    g_assert_cmpint(tape_roots(made), ==, 2);
}

int main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/tape/orders", test_orders);
    g_test_add_func("/tape/sharing", test_sharing);
    g_test_add_func("/tape/careful", test_careful);
    g_test_add_func("/tape/careful-points", test_careful_points);
    g_test_add_func("/tape/roots", test_roots);
    g_test_add_func("/tape/registers", test_registers);
    g_test_add_func("/tape/nan", test_nan);
    g_test_add_func("/tape/branches", test_branches);
    g_test_add_func("/tape/infinity", test_infinity);
    g_test_add_func("/tape/tails", test_tails);
    g_test_add_func("/tape/places", test_places);
    g_test_add_func("/tape/pairs", test_pairs);
    g_test_add_func("/tape/extremes", test_extremes);
    g_test_add_func("/tape/results", test_results);
    g_test_add_func("/tape/choices", test_choices);
    g_test_add_func("/tape/borders", test_borders);
    g_test_add_func("/tape/large", test_large);
    g_test_add_func("/tape/plane", test_plane);
    g_test_add_func("/tape/threads", test_threads);
    g_test_add_func("/tape/slices", test_slices);
    return g_test_run();
}
