/* number.c - numbers as text, the same in every locale. */
#include "base/number.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* True for what a person would call a decimal number: no hexadecimal, no words. */
static bool looks_decimal(const char *text)
{
    return text[strspn(text, "+-0123456789.eE")] == '\0' && strpbrk(text, "0123456789");
}

static bool parse_word(const char *text, double *value)
{
    if (g_ascii_strcasecmp(text, "inf") == 0 || g_ascii_strcasecmp(text, "+inf") == 0)
        *value = INFINITY;
    else if (g_ascii_strcasecmp(text, "-inf") == 0)
        *value = -INFINITY;
    else if (g_ascii_strcasecmp(text, "nan") == 0)
        *value = NAN;
    else
        return false;
    return true;
}

bool number_parse(const char *text, double *value)
{
    g_autofree char *trimmed = g_strstrip(g_strdup(text));
    char *end = NULL;

    if (parse_word(trimmed, value))
        return true;
    if (!looks_decimal(trimmed))
        return false;
    const double read = g_ascii_strtod(trimmed, &end);
    if (end == trimmed || *end != '\0' || isinf(read))
        return false;
    *value = read;
    return true;
}

bool number_parse_int(const char *text, int minimum, int maximum, int *value)
{
    g_autofree char *trimmed = g_strstrip(g_strdup(text));
    gint64 read = 0;

    if (!g_ascii_string_to_signed(trimmed, 10, minimum, maximum, &read, NULL))
        return false;
    *value = (int)read;
    return true;
}

const char *number_format_digits(double value, int digits, char buffer[NUMBER_SIZE])
{
    char format[16];

    if (isnan(value))
        return strcpy(buffer, "nan");
    if (isinf(value))
        return strcpy(buffer, value > 0 ? "inf" : "-inf");
    g_snprintf(format, sizeof format, "%%.%dg", CLAMP(digits, 1, 17));
    return g_ascii_formatd(buffer, NUMBER_SIZE, format, value);
}

char *number_format_conversion(double value, char conversion, int precision)
{
    enum { SIZE = 700 }; /* the largest double and 330 decimals */
    char format[16];
    char *buffer = g_malloc(SIZE);

    g_snprintf(format, sizeof format, "%%.%d%c", CLAMP(precision, 0, 330), conversion);
    return g_ascii_formatd(buffer, SIZE, format, value);
}

/* number_format_fixed() of most numbers, without printf; false: one of the others. */
static bool format_short(double value, int decimals, char buffer[NUMBER_SIZE])
{
    static const double powers[] = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9};
    if (decimals < 0 || decimals >= (int)G_N_ELEMENTS(powers))
        return false;
    const double scaled = fabs(value) * powers[decimals];
    if (!(scaled < 1e12))
        return false;
    const double whole = floor(scaled), rest = scaled - whole;
    if (fabs(rest - 0.5) < 1e-3) /* the product's own rounding might decide */
        return false;
    guint64 number = (guint64)whole + (rest > 0.5 ? 1 : 0);
    const bool is_negative = value < 0 && number > 0;
    for (; decimals > 0 && number % 10 == 0; decimals--)
        number /= 10;
    char digits[NUMBER_SIZE];
    int at = NUMBER_SIZE;
    digits[--at] = '\0';
    for (int left = decimals; number > 0 || left >= 0; left--, number /= 10) {
        if (left == 0 && decimals > 0)
            digits[--at] = '.';
        digits[--at] = (char)('0' + number % 10);
    }
    if (is_negative)
        digits[--at] = '-';
    memcpy(buffer, digits + at, (gsize)(NUMBER_SIZE - at));
    return true;
}

/* What few decimals say exactly, as people write numbers: 12.5, 0.001. A quotient of
 * whole numbers below 2^53 and powers of ten is rounded once, as reading is. */
static bool format_plain(double value, char buffer[NUMBER_SIZE])
{
    static const double powers[] = {1, 1e1, 1e2, 1e3, 1e4};
    if (!(fabs(value) >= 1e-3 && fabs(value) < 1e9))
        return false;
    for (int decimals = 0; decimals < (int)G_N_ELEMENTS(powers); decimals++)
        if (round(value * powers[decimals]) / powers[decimals] == value)
            return format_short(value, decimals, buffer);
    return false;
}

const char *number_format(double value, char buffer[NUMBER_SIZE])
{
    if (format_plain(value, buffer))
        return buffer;
    /* Normal numbers always need up to 15; subnormal ones may do with one. */
    for (int digits = fabs(value) < DBL_MIN ? 1 : 15; digits < 17; digits++) {
        number_format_digits(value, digits, buffer);
        if (g_ascii_strtod(buffer, NULL) == value)
            return buffer;
    }
    return number_format_digits(value, 17, buffer);
}

const char *number_format_fixed(double value, int decimals, char buffer[NUMBER_SIZE])
{
    char format[16];
    char text[400]; /* "%.15f" of the largest double has 325 characters */

    if (format_short(value, decimals, buffer))
        return buffer;
    if (!isfinite(value) || fabs(value) >= 1e15)
        return number_format(value, buffer);
    g_snprintf(format, sizeof format, "%%.%df", CLAMP(decimals, 0, 15));
    g_ascii_formatd(text, sizeof text, format, value);
    if (strchr(text, '.') != NULL) {
        size_t end = strlen(text);
        while (text[end - 1] == '0')
            end--;
        if (text[end - 1] == '.')
            end--;
        text[end] = '\0';
    }
    g_strlcpy(buffer, strcmp(text, "-0") == 0 ? "0" : text, NUMBER_SIZE);
    return buffer;
}
