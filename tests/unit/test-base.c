/* test-base.c - colours, lengths, numbers, near names, reports, warnings. */
#include "base/color.h"
#include "base/error.h"
#include "base/length.h"
#include "base/nearest.h"
#include "base/number.h"
#include "base/warning.h"

#include <math.h>

static void test_color(void)
{
    g_autoptr(GError) error = NULL;
    char text[8];
    Color color = {0};

    g_assert_true(color_parse("green", &color, NULL));
    g_assert_cmpstr(color_format(color, text), ==, "#008000");
    g_assert_true(color_parse("#f80", &color, NULL));
    g_assert_cmpstr(color_format(color, text), ==, "#ff8800");
    g_assert_true(color_parse("#01020380", &color, NULL));
    g_assert_cmpstr(color_format(color, text), ==, "#010203");
    g_assert_cmpfloat_with_epsilon(color.alpha, 0.502, 0.001);
    g_assert_false(color_parse("bleu", &color, &error));
    g_assert_cmpstr(error->message, ==, "unknown colour 'bleu' (did you mean 'blue'?)");
    g_clear_error(&error);
    g_assert_false(color_parse("#12345", &color, &error));
    g_assert_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT);
}

static void test_length(void)
{
    g_autoptr(GError) error = NULL;
    double points = 0;

    g_assert_true(length_parse("10 in", 100, &points, NULL));
    g_assert_cmpfloat(points, ==, 720);
    g_assert_true(length_parse("2.54cm", 100, &points, NULL));
    g_assert_cmpfloat_with_epsilon(points, 72, 1e-12);
    g_assert_true(length_parse("-50 px", 100, &points, NULL));
    g_assert_cmpfloat(points, ==, -36);
    g_assert_false(length_parse("7", 100, &points, &error));
    g_assert_cmpstr(error->message, ==,
                    "the length '7' needs a unit: in, cm, mm, pt or px");
    g_clear_error(&error);
    g_assert_false(length_parse("7 ells", 100, &points, &error));
    g_clear_error(&error);
    g_assert_false(length_parse("wide", 100, &points, &error));
}

static void test_number(void)
{
    char text[NUMBER_SIZE];
    double value = 0;
    int whole = 0;

    g_assert_true(number_parse(" -1.5e-3 ", &value));
    g_assert_cmpfloat(value, ==, -0.0015);
    g_assert_true(number_parse("-inf", &value) && value == -INFINITY);
    g_assert_false(number_parse("0x10", &value));
    g_assert_false(number_parse("1,5", &value));
    g_assert_false(number_parse("1e400", &value));
    g_assert_false(number_parse("", &value));
    g_assert_false(number_parse("e", &value));
    g_assert_true(number_parse_int("12", 1, 20, &whole) && whole == 12);
    g_assert_false(number_parse_int("21", 1, 20, &whole));
    g_assert_cmpstr(number_format(0.1, text), ==, "0.1");
    g_assert_cmpstr(number_format(1.0 / 3, text), ==, "0.3333333333333333");
    g_assert_cmpstr(number_format(5e-324, text), ==, "5e-324");
    g_assert_cmpstr(number_format_digits(2.0 / 3, 3, text), ==, "0.667");
    g_assert_cmpstr(number_format_fixed(-0.0004, 3, text), ==, "0");
    g_assert_cmpstr(number_format_fixed(12.3456, 2, text), ==, "12.35");
    g_assert_cmpstr(number_format_fixed(1200, 2, text), ==, "1200");
}

/* Coordinates are as printf writes them, trailing zeros aside. */
static void test_fixed(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(5);
    static const double hard[] = {0,     0.5,     1.5,  2.5,    0.125,  0.375, 1.005,
                                  2.675, 0.045,   1e11, 1e12,   123456, 0.05,  0.95,
                                  0.995, 999.995, 1e-9, 5e-324, 1e14,   9.5,   1e15};

    for (int i = 0; i < 200000; i++) {
        double value =
            i < 400 ? hard[i % (int)G_N_ELEMENTS(hard)]
                    : ldexp(g_rand_double(random), g_rand_int_range(random, -20, 40));
        int decimals = i < 400 ? i % 16 : g_rand_int_range(random, 0, 16);
        char text[NUMBER_SIZE], expected[400], format[16];
        value = i % 3 == 0 ? -value : value;
        g_snprintf(format, sizeof format, "%%.%df", decimals);
        if (fabs(value) >= 1e15)
            continue;
        g_ascii_formatd(expected, sizeof expected, format, value);
        char *end = expected + strlen(expected);
        if (decimals > 0) {
            while (end[-1] == '0')
                *--end = '\0';
            if (end[-1] == '.')
                *--end = '\0';
        }
        if (strcmp(expected, "-0") == 0)
            g_strlcpy(expected, "0", sizeof expected);
        expected[NUMBER_SIZE - 1] = '\0';
        g_assert_cmpstr(number_format_fixed(value, decimals, text), ==, expected);
    }
}

/* The shortest text that reads back, however few decimals it has. */
static void test_shortest(void)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(6);

    for (int i = 0; i < 100000; i++) {
        int digits = 15;
        char text[NUMBER_SIZE], expected[NUMBER_SIZE], format[16];
        double value =
            round(ldexp(g_rand_double(random), g_rand_int_range(random, 0, 40)));
        value /= pow(10, g_rand_int_range(random, 0, 8));
        value = i % 5 == 0 && value != 0 ? nextafter(value, 1)
                : i % 5 == 1             ? -value
                                         : value;
        do {
            g_snprintf(format, sizeof format, "%%.%dg", digits);
            g_ascii_formatd(expected, sizeof expected, format, value);
        } while (g_ascii_strtod(expected, NULL) != value && ++digits <= 17);
        g_assert_cmpstr(number_format(value, text), ==, expected);
        g_assert_cmpfloat(g_ascii_strtod(text, NULL), ==, value);
    }
}

static void test_nearest(void)
{
    Nearest nearest;

    nearest_init(&nearest, "gleu");
    nearest_offer(&nearest, "tanh");
    g_assert_null(nearest.best);
    nearest_offer(&nearest, "selu");
    nearest_offer(&nearest, "gelu");
    g_assert_cmpstr(nearest.best, ==, "gelu");
    nearest_init(&nearest, "Leaky-ReLU");
    nearest_offer(&nearest, "leaky_relu");
    g_assert_cmpint(nearest.distance, ==, 0);
}

static void assert_report(const char *text, Span span, const char *expected)
{
    g_autoptr(GString) out = g_string_new(NULL);

    error_report(out, "f.yaml", text, span, "no");
    g_assert_cmpstr(out->str, ==, expected);
}

static void test_report(void)
{
    assert_report("a\nbcd\n", (Span){3, 2}, "f.yaml:2:2: no\n  bcd\n   ^~");
    assert_report("αβ γ", (Span){5, 2}, "f.yaml:1:4: no\n  αβ γ\n     ^");
    assert_report("中x", (Span){3, 1}, "f.yaml:1:2: no\n  中x\n    ^");
    assert_report("ab", (Span){2, 0}, "f.yaml:1:3: no\n  ab\n    ^");
    assert_report("", (Span){9, 9}, "f.yaml:1:1: no\n  \n  ^");
}

static void test_long_line(void)
{
    g_autofree char *text = g_strnfill(100000, '(');
    g_autoptr(GString) out = g_string_new(NULL);

    error_report(out, NULL, text, (Span){200, 1}, "deep");
    g_assert_cmpuint(out->len, <, 400);
    g_assert_true(g_str_has_prefix(out->str, "deep\n  ((("));
}

static void test_warnings(void)
{
    g_autoptr(Warnings) warnings = warnings_new();

    warnings_add(warnings, "one %d", 1);
    warnings_add(warnings, "two");
    warnings_add(warnings, "one %d", 1);
    warnings_add(NULL, "swallowed");
    g_assert_cmpuint(warnings_count(warnings), ==, 2);
    g_assert_cmpstr(warnings_get(warnings, 0), ==, "one 1");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/base/color", test_color);
    g_test_add_func("/base/length", test_length);
    g_test_add_func("/base/number", test_number);
    g_test_add_func("/base/fixed", test_fixed);
    g_test_add_func("/base/shortest", test_shortest);
    g_test_add_func("/base/nearest", test_nearest);
    g_test_add_func("/base/report", test_report);
    g_test_add_func("/base/report/long-line", test_long_line);
    g_test_add_func("/base/warnings", test_warnings);
    return g_test_run();
}
