/* tick_format.c - numbers written as a pattern asks. */
#include "scene/tick_format.h"

#include "base/number.h"
#include "scene/tick_label.h"

#include <math.h>
#include <string.h>

static void append_text(GString *out, const char *text, int length)
{
    for (int i = 0; i < length; i++) {
        g_string_append_c(out, text[i]);
        if (text[i] == '%' && i + 1 < length && text[i + 1] == '%')
            i++;
    }
}

static int exponent_of(double value)
{
    if (value == 0 || !isfinite(value))
        return 0;
    g_autofree char *text = number_format_conversion(value, 'e', 16);
    return (int)g_ascii_strtoll(strchr(text, 'e') + 1, NULL, 10);
}

/* At most digits significant digits, no power of ten, trailing zeros dropped. */
static void append_plain(GString *out, double value, int digits)
{
    int decimals = CLAMP(digits - 1 - exponent_of(value), 0, 330);
    g_autofree char *text = number_format_conversion(value, 'f', decimals);
    char *end = text + strlen(text);
    while (decimals > 0 && end[-1] == '0')
        *--end = '\0';
    if (end[-1] == '.')
        *--end = '\0';
    tick_label_signed(out, strcmp(text, "-0") == 0 ? "0" : text);
}

static void append_si(GString *out, double value, int digits)
{
    static const char *const prefixes[] = {"q", "r", "y", "z", "a", "f", "p",
                                           "n", "µ", "m", "",  "k", "M", "G",
                                           "T", "P", "E", "Z", "Y", "R", "Q"};
    enum { NONE = 10, LAST = 20 };
    int step = (int)floor(exponent_of(value) / 3.0) + NONE;
    if (step < 0 || step > LAST) {
        tick_label_scientific(out, value, -1, digits);
        return;
    }
    append_plain(out, value / pow(10, 3 * (step - NONE)), digits);
    g_string_append(out, prefixes[step]);
}

static void append_converted(GString *out, const NumberPattern *pattern, double value)
{
    int precision = pattern->precision < 0 ? 6 : pattern->precision;
    char conversion = pattern->conversion;
    if (conversion == 'e') {
        tick_label_scientific(out, value, precision, 17);
        return;
    }
    if (conversion == '%')
        value *= 100;
    if (conversion == 'd')
        precision = 0;
    g_autofree char *text =
        number_format_conversion(value, conversion == 'g' ? 'g' : 'f', precision);
    char *e = strchr(text, 'e');
    bool is_minus_zero = *text == '-' && strspn(text + 1, "0.") == strlen(text + 1);
    if (e) {
        *e = '\0';
        tick_label_times_power(out, text, (int)g_ascii_strtoll(e + 1, NULL, 10));
    } else {
        tick_label_signed(out, is_minus_zero ? text + 1 : text);
    }
    if (conversion == '%')
        g_string_append_c(out, '%');
}

void tick_format_append(GString *out, const NumberPattern *pattern, double value,
                        int digits)
{
    append_text(out, pattern->before, pattern->before_length);
    if (pattern->plus && value > 0)
        g_string_append_c(out, '+');
    switch (pattern->kind) {
    case PATTERN_PLAIN:
        append_plain(out, value, digits);
        break;
    case PATTERN_SCIENTIFIC:
        tick_label_scientific(out, value, -1, digits);
        break;
    case PATTERN_PERCENT:
        append_plain(out, 100 * value, digits);
        g_string_append_c(out, '%');
        break;
    case PATTERN_SI:
        append_si(out, value, digits);
        break;
    case PATTERN_PRINTF:
        append_converted(out, pattern, value);
        break;
    }
    append_text(out, pattern->after, pattern->after_length);
}

static bool writes_all(const GArray *values, int digits, double unit)
{
    for (guint i = 0; i < values->len; i++) {
        double value = g_array_index(values, double, i), written;
        char buffer[NUMBER_SIZE];
        number_format_digits(value, digits, buffer);
        if (!number_parse(buffer, &written) ||
            fabs(written - value) > 1e-6 * fmin(unit, fabs(value)))
            return false;
    }
    return true;
}

int tick_format_digits(const GArray *values)
{
    double unit = INFINITY;
    for (guint i = 1; i < values->len; i++) {
        double step =
            g_array_index(values, double, i) - g_array_index(values, double, i - 1);
        unit = fmin(unit, fabs(step));
    }
    for (int digits = 1; digits < 17; digits++)
        if (writes_all(values, digits, unit))
            return digits;
    return 17;
}
