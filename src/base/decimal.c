/* decimal.c - decimal numbers in a stream of text. */
#include "base/decimal.h"

#include "base/decimal_powers.h"

#include <glib.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { EXACT_POWER = 22, DIGITS_MAX = 19, EXPONENT_MAX = 100000 };

static const uint64_t EXACT_DIGITS = (uint64_t)1 << 53;

/* The digits without sign and point, and the power of ten that goes with them. */
typedef struct {
    uint64_t digits;
    int power;
    int count; /* of digits from the first that is not 0 */
} Decimal;

static bool is_digit(char c)
{
    return (unsigned char)(c - '0') < 10;
}

/* Eight digits at once, where the first byte is the lowest. */
static bool read_eight(const char *text, uint64_t *value)
{
#if G_BYTE_ORDER == G_LITTLE_ENDIAN
    uint64_t bytes;
    memcpy(&bytes, text, sizeof bytes);
    if (((bytes + 0x4646464646464646u) | (bytes - 0x3030303030303030u)) &
        0x8080808080808080u)
        return false;
    bytes -= 0x3030303030303030u;
    bytes = bytes * 10 + (bytes >> 8);
    const uint64_t mask = 0x000000ff000000ffu;
    *value = ((bytes & mask) * (100 + ((uint64_t)1000000 << 32)) +
              (bytes >> 16 & mask) * (1 + ((uint64_t)10000 << 32))) >>
             32;
    return true;
#else
    (void)text, (void)value;
    return false;
#endif
}

/* Takes in a run of digits; what overflows is told by the count. */
static const char *read_digits(const char *text, Decimal *decimal)
{
    const char *at = text;
    uint64_t eight;
    if (decimal->digits == 0)
        while (*at == '0')
            at++;
    const char *first = at;
    while (read_eight(at, &eight)) {
        decimal->digits = decimal->digits * 100000000 + eight;
        at += 8;
    }
    for (; is_digit(*at); at++)
        decimal->digits = decimal->digits * 10 + (uint64_t)(*at - '0');
    decimal->count += (int)MIN(at - first, EXPONENT_MAX);
    return at;
}

/* An exponent, if one is complete; else nothing is taken. */
static const char *read_exponent(const char *text, int *power)
{
    const char *at = text + 1;
    bool negative = *at == '-';
    int exponent = 0;
    if (*at == '-' || *at == '+')
        at++;
    if (!is_digit(*at))
        return text;
    for (; is_digit(*at); at++)
        exponent = MIN(exponent * 10 + (*at - '0'), EXPONENT_MAX);
    *power += negative ? -exponent : exponent;
    return at;
}

/* digits * 10^power by one rounding of exact operands. */
static bool round_exactly(const Decimal *decimal, double *value)
{
    static const double powers[EXACT_POWER + 1] = {
        1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
        1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    int power = decimal->power;
    if (decimal->digits > EXACT_DIGITS || power < -EXACT_POWER || power > EXACT_POWER)
        return false;
    *value = power < 0 ? (double)decimal->digits / powers[-power]
                       : (double)decimal->digits * powers[power];
    return true;
}

#ifdef __SIZEOF_INT128__
__extension__ typedef unsigned __int128 Wide;

/* The upper 128 bits of digits * 5^power, near enough for the upper 55. */
static Wide multiply(uint64_t digits, int power)
{
    int row = power - DECIMAL_POWER_LEAST;
    Wide product = (Wide)digits * decimal_powers[row].high;
    if (((uint64_t)(product >> 64) & 0x1ff) == 0x1ff)
        product += (Wide)digits * decimal_powers[row].low >> 64;
    return product;
}

/* lemire2021, algorithm 1, without subnormal and infinite results. */
static bool round_by_table(const Decimal *decimal, double *value)
{
    int power = decimal->power;
    if (power < DECIMAL_POWER_LEAST || power > DECIMAL_POWER_MOST)
        return false;
    int zeros = __builtin_clzll(decimal->digits);
    Wide product = multiply(decimal->digits << zeros, power);
    uint64_t high = (uint64_t)(product >> 64), low = (uint64_t)product;
    if (low == UINT64_MAX && (power < -27 || power > 55))
        return false;
    int top = (int)(high >> 63);
    uint64_t mantissa = high >> (top + 9);
    int exponent = (((152170 + 65536) * power) >> 16) + 63 + top - zeros + 1023;
    bool tie = low <= 1 && power >= -4 && power <= 23 && (mantissa & 3) == 1 &&
               mantissa << (top + 9) == high;
    if (tie)
        mantissa &= ~(uint64_t)1;
    mantissa = (mantissa + (mantissa & 1)) >> 1;
    if (mantissa >> 53) {
        mantissa = (uint64_t)1 << 52;
        exponent++;
    }
    if (exponent <= 0 || exponent >= 0x7ff)
        return false;
    mantissa = (mantissa & ~((uint64_t)1 << 52)) | (uint64_t)exponent << 52;
    memcpy(value, &mantissa, sizeof *value);
    return true;
}
#else
static bool round_by_table(const Decimal *decimal, double *value)
{
    (void)decimal, (void)value;
    return false;
}
#endif

static double round_slowly(const char *text, const char *end)
{
    g_autofree char *copy = g_strndup(text, (gsize)(end - text));
    return g_ascii_strtod(copy, NULL);
}

const char *decimal_read(const char *text, double *value)
{
    bool negative = *text == '-';
    const char *first = text + (negative || *text == '+');
    Decimal decimal = {0};
    const char *at = read_digits(first, &decimal);
    bool any = at > first;
    if (*at == '.') {
        const char *point = at + 1;
        at = read_digits(point, &decimal);
        any = any || at > point;
        decimal.power = -(int)MIN(at - point, EXPONENT_MAX);
    }
    if (!any)
        return NULL;
    if (*at == 'e' || *at == 'E')
        at = read_exponent(at, &decimal.power);
    double magnitude = 0;
    bool zero = decimal.count == 0;
    if (!zero &&
        (decimal.count > DIGITS_MAX || (!round_exactly(&decimal, &magnitude) &&
                                        !round_by_table(&decimal, &magnitude))))
        magnitude = round_slowly(first, at);
    *value = negative ? -magnitude : magnitude;
    return at;
}
