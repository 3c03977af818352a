/* number_pattern.c - how numbers are asked to be written. */
#include "base/number_pattern.h"

#include "base/number.h"

#include <glib.h>
#include <string.h>

enum { PRECISION_MAX = 15 };

static const struct {
    const char *name;
    PatternKind kind;
} names[] = {
    {"plain", PATTERN_PLAIN},
    {"scientific", PATTERN_SCIENTIFIC},
    {"percent", PATTERN_PERCENT},
    {"si", PATTERN_SI},
};

/* Reads `+.2f` from at on; NULL: it is none. */
static const char *parse_conversion(const char *at, const char *end, bool bare,
                                    NumberPattern *pattern)
{
    *pattern = (NumberPattern){.kind = PATTERN_PRINTF, .precision = -1};
    if (at < end && *at == '+') {
        pattern->plus = true;
        at++;
    }
    if (at < end && *at == '.') {
        pattern->precision = 0;
        for (at++; at < end && g_ascii_isdigit(*at); at++) {
            pattern->precision = 10 * pattern->precision + (*at - '0');
            if (pattern->precision > PRECISION_MAX)
                return NULL;
        }
    }
    if (at == end || !*at || !strchr(bare ? "fegd%" : "fegd", *at))
        return NULL;
    pattern->conversion = *at;
    return at + 1;
}

/* The first percent sign in text that is not doubled; NULL: there is none. */
static const char *find_conversion(const char *text)
{
    for (const char *at = text; (at = strchr(at, '%')); at += 2)
        if (at[1] != '%')
            return at;
    return NULL;
}

bool number_pattern_parse(const char *text, NumberPattern *pattern, const char **fault)
{
    const char *end = text + strlen(text), *start, *after;

    for (size_t i = 0; i < G_N_ELEMENTS(names); i++) {
        if (strcmp(text, names[i].name) != 0)
            continue;
        *pattern = (NumberPattern){.kind = names[i].kind, .before = text, .after = end};
        return true;
    }
    *fault = "be plain, scientific, percent, si or a pattern such as %.0f";
    start = find_conversion(text);
    if (!start)
        return false;
    after = parse_conversion(start + 1, end, false, pattern);
    *fault = "have a conversion f, e, g or d, with at most 15 digits, as in %.0f";
    if (!after)
        return false;
    *fault = "have one number only (a percent sign is written %%)";
    if (find_conversion(after))
        return false;
    pattern->before = text;
    pattern->before_length = (int)(start - text);
    pattern->after = after;
    pattern->after_length = (int)(end - after);
    return true;
}

bool number_pattern_parse_bare(const char *text, int length, NumberPattern *pattern)
{
    const char *end = text + length;
    const char *after = parse_conversion(text, end, true, pattern);

    pattern->before = pattern->after = end;
    return after == end;
}

char *number_pattern_text(const NumberPattern *pattern, double value)
{
    int precision = pattern->precision < 0 ? 6 : pattern->precision;
    bool percent = pattern->conversion == '%';
    char conversion = percent || pattern->conversion == 'd' ? 'f' : pattern->conversion;
    g_autofree char *text =
        number_format_conversion(percent ? 100 * value : value, conversion,
                                 pattern->conversion == 'd' ? 0 : precision);
    bool minus = *text == '-';
    bool zero = strspn(text + minus, "0.") == strlen(text + minus);
    const char *sign = minus && !zero               ? "\xE2\x88\x92"
                       : pattern->plus && value > 0 ? "+"
                                                    : "";

    return g_strconcat(sign, text + minus, percent ? "%" : "", NULL);
}
