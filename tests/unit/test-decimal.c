/* test-decimal.c - decimal numbers against the C library's. */
#include "base/decimal.h"

#include <glib.h>
#include <math.h>
#include <stdint.h>
#include <string.h>

enum { BUFFER = 128 + DECIMAL_SLACK };

static guint64 bits_of(double value)
{
    guint64 bits;
    memcpy(&bits, &value, sizeof bits);
    return bits;
}

/* The whole text is one number, the very double that the C library reads. */
static void check(const char *text)
{
    char buffer[BUFFER] = "";
    double value = NAN, expected = g_ascii_strtod(text, NULL);
    const char *end;

    g_strlcpy(buffer, text, sizeof buffer - DECIMAL_SLACK);
    end = decimal_read(buffer, &value);
    if (end != buffer + strlen(text) || bits_of(value) != bits_of(expected))
        g_error("'%s' was read as %.17g, not %.17g", text, value, expected);
}

static void test_forms(void)
{
    static const char *const texts[] = {
        "0",
        "-0",
        "1",
        "+1",
        ".5",
        "5.",
        "-1.5e3",
        "1E-3",
        "00012.500",
        "0.000001234",
        "123456789012345678",
        "12345678901234567890123",
        "0.1234567890123456789012345",
        "9007199254740993",
        "9007199254740992.5",
        "1e22",
        "1e23",
        "8.5e22",
        "1e308",
        "1e-308",
        "4.9e-324",
        "2.4703282292062327e-324",
        "1e400",
        "1e-400",
        "0e999999999",
        "0.5e-1",
        "72057594037927945",
        "9223372036854775807",
        "18446744073709551615",
        "6929495644600919.5",
        "3.7455744005952583e15",
        "2.2250738585072011e-308",
        "2.2250738585072014e-308",
        "1.7976931348623157e308",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        check(texts[i]);
}

/* What follows a number is left; what is none is refused. */
static void test_ends(void)
{
    static const struct {
        const char *text;
        int length; /* -1: no number */
        double value;
    } cases[] = {
        {"1,2", 1, 1},    {"1.5;", 3, 1.5},  {"2e", 1, 2},   {"2e+", 1, 2},
        {"2e5x", 3, 2e5}, {"3 4", 1, 3},     {"", -1, 0},    {"-", -1, 0},
        {".", -1, 0},     {"e5", -1, 0},     {"+-1", -1, 0}, {"abc", -1, 0},
        {"0x10", 1, 0},   {"1.2.3", 3, 1.2}, {"1\n2", 1, 1}, {"inf", -1, 0},
    };
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        char buffer[BUFFER] = "";
        double value = NAN;
        const char *end;

        g_strlcpy(buffer, cases[i].text, sizeof buffer - DECIMAL_SLACK);
        end = decimal_read(buffer, &value);
        if (cases[i].length < 0) {
            g_assert_null(end);
            continue;
        }
        g_assert_cmpint((int)(end - buffer), ==, cases[i].length);
        g_assert_cmpfloat(value, ==, cases[i].value);
    }
}

static guint64 random_bits(GRand *random)
{
    return (guint64)g_rand_int(random) << 32 | g_rand_int(random);
}

/* Doubles of every size as programs print them. */
static void test_doubles(void)
{
    GRand *random = g_rand_new_with_seed(1);
    for (int i = 0; i < 400000; i++) {
        guint64 bits = random_bits(random);
        double value = 0;
        char text[64];

        memcpy(&value, &bits, sizeof value);
        if (!isfinite(value))
            continue;
        check(g_ascii_formatd(text, sizeof text, "%.17g", value));
        value = (g_rand_double(random) - 0.5) * (i % 2 ? 1000 : 1e-6);
        check(g_ascii_formatd(text, sizeof text, "%.17g", value));
        check(g_ascii_formatd(text, sizeof text, i % 2 ? "%.9g" : "%.16g", value));
    }
    g_rand_free(random);
}

/* Any digits, with a point and an exponent anywhere. */
static void test_digits(void)
{
    GRand *random = g_rand_new_with_seed(2);
    for (int i = 0; i < 600000; i++) {
        GString *text = g_string_new(NULL);
        int digits = g_rand_int_range(random, 1, 24);
        int point = g_rand_int_range(random, 0, 24);

        for (int k = 0; k < digits; k++) {
            if (k == point)
                g_string_append_c(text, '.');
            g_string_append_c(text, (char)('0' + g_rand_int_range(random, 0, 10)));
        }
        if (i % 2)
            g_string_append_printf(text, "e%d", g_rand_int_range(random, -60, 60));
        check(text->str);
        g_string_free(text, TRUE);
    }
    g_rand_free(random);
}

/* Halfway between two doubles, where one digit more or less decides. */
static void test_halves(void)
{
    GRand *random = g_rand_new_with_seed(3);
    for (int i = 0; i < 100000; i++) {
        /* 54 bits, the last one set: exactly halfway. */
        guint64 half = (random_bits(random) >> 10) | (guint64)1 << 53 | 1;
        guint64 shifted = half << g_rand_int_range(random, 0, 10);
        char text[64];

        g_snprintf(text, sizeof text, "%" G_GUINT64_FORMAT, shifted);
        check(text);
        g_snprintf(text, sizeof text, "%" G_GUINT64_FORMAT ".5", half >> 1);
        check(text);
    }
    g_rand_free(random);
}

int main(int argc, char *argv[])
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/decimal/forms", test_forms);
    g_test_add_func("/decimal/ends", test_ends);
    g_test_add_func("/decimal/doubles", test_doubles);
    g_test_add_func("/decimal/digits", test_digits);
    g_test_add_func("/decimal/halves", test_halves);
    return g_test_run();
}
