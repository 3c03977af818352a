/* tick_label.c - numbers as a figure shows them. */
#include "scene/tick_label.h"

#include "base/number.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

void tick_label_signed(GString *out, const char *number)
{
    if (*number == '-') {
        g_string_append(out, MINUS_SIGN);
        number++;
    }
    g_string_append(out, number);
}

void tick_label_fixed(GString *out, double value, int decimals)
{
    char buffer[NUMBER_SIZE];
    decimals = CLAMP(decimals, 0, 15);
    tick_label_signed(out, number_format_fixed(value, decimals, buffer));
    if (decimals == 0)
        return;
    const char *point = strchr(buffer, '.');
    int given = point ? (int)strlen(point + 1) : 0;
    if (!point)
        g_string_append_c(out, '.');
    for (; given < decimals; given++)
        g_string_append_c(out, '0');
}

static void append_superscript(GString *out, int exponent)
{
    static const char *const digits[] = {"⁰", "¹", "²", "³", "⁴",
                                         "⁵", "⁶", "⁷", "⁸", "⁹"};
    char buffer[16];
    g_snprintf(buffer, sizeof buffer, "%d", exponent);
    for (const char *at = buffer; *at; at++)
        g_string_append(out, *at == '-' ? "⁻" : digits[*at - '0']);
}

void tick_label_times_power(GString *out, const char *mantissa, int exponent)
{
    if (strcmp(mantissa, "-1") == 0) {
        g_string_append(out, MINUS_SIGN);
    } else if (strcmp(mantissa, "1") != 0) {
        tick_label_signed(out, mantissa);
        g_string_append(out, "×");
    }
    g_string_append(out, "10");
    append_superscript(out, exponent);
}

void tick_label_scientific(GString *out, double value, int decimals, int digits)
{
    if (value == 0) {
        g_string_append_c(out, '0');
        return;
    }
    g_autofree char *text =
        number_format_conversion(value, 'e', decimals >= 0 ? decimals : digits - 1);
    char *e = strchr(text, 'e');
    int exponent = (int)g_ascii_strtoll(e + 1, NULL, 10);
    *e = '\0';
    if (decimals < 0 && strchr(text, '.')) {
        while (e[-1] == '0')
            *--e = '\0';
        if (e[-1] == '.')
            *--e = '\0';
    }
    tick_label_times_power(out, text, exponent);
}

void tick_label_power(GString *out, double whole, int exponent, int digits)
{
    char buffer[NUMBER_SIZE];
    number_format_digits(whole, digits, buffer);
    if (strcmp(buffer, "0") == 0 || strcmp(buffer, "-0") == 0)
        g_string_append_c(out, '0');
    else
        tick_label_times_power(out, buffer, exponent);
}

static long greatest_common_divisor(long a, long b)
{
    while (b != 0) {
        long rest = a % b;
        a = b;
        b = rest;
    }
    return labs(a);
}

void tick_label_pi(GString *out, long numerator, long denominator)
{
    if (numerator == 0) {
        g_string_append_c(out, '0');
        return;
    }
    long common = greatest_common_divisor(numerator, denominator);
    numerator /= common;
    denominator /= common;
    if (numerator < 0)
        g_string_append(out, MINUS_SIGN);
    if (labs(numerator) != 1)
        g_string_append_printf(out, "%ld", labs(numerator));
    g_string_append(out, "π");
    if (denominator != 1)
        g_string_append_printf(out, "/%ld", denominator);
}

char *tick_label_number_digits(double value, int digits)
{
    GString *out = g_string_new(NULL);
    char buffer[NUMBER_SIZE];
    double size = fabs(value);
    if (isfinite(value) && size != 0 && (size < 1e-4 || size >= pow(10, digits)))
        tick_label_scientific(out, value, -1, digits);
    else
        tick_label_signed(out, number_format_digits(value, digits, buffer));
    return g_string_free(out, FALSE);
}

char *tick_label_number(double value)
{
    return tick_label_number_digits(value, 6);
}

int tick_label_decimals(double value, double unit)
{
    for (int decimals = 0; decimals < 15; decimals++) {
        double shifted = value * pow(10, decimals);
        if (fabs(shifted - round(shifted)) <= 1e-6 * unit * pow(10, decimals))
            return decimals;
    }
    return 15;
}
