/* math_formula.c - formulas as written, turned into mathematics. */
#include "formula/math_inside.h"

#include "base/number.h"
#include "base/number_pattern.h"
#include "formula/lexer.h"
#include "formula/markup.h"
#include "formula/notation.h"

#include <string.h>

static const Syntax *value(const Syntax *syntax, unsigned number)
{
    return syntax_argument(syntax, number)->value;
}

void math_put_text(Math *row, MathKind kind, const char *text)
{
    math_add(row, math_new(kind, text));
}

Math *math_group(const MathNames *names, const Syntax *syntax, Level weakest)
{
    g_autoptr(Math) row = math_new(MATH_ROW, NULL);
    math_put(names, row, syntax, weakest);
    if (row->children->len != 1)
        return g_steal_pointer(&row);
    return g_ptr_array_steal_index(row->children, 0);
}

/* Takes part over. */
static void put_tightly(Math *row, Math *part, MathStrength weakest)
{
    if (math_strength(part) < weakest)
        part = math_new_fence("(", part, ")");
    if (part->kind != MATH_ROW) {
        math_add(row, part);
        return;
    }
    while (part->children && part->children->len > 0)
        math_add(row, g_ptr_array_steal_index(part->children, 0));
    math_free(part);
}

/* A fraction too small for a bar becomes `a/b`; both are taken over. */
static void put_slashed(Math *row, Math *fraction)
{
    Math *above = g_ptr_array_steal_index(fraction->children, 0);
    Math *below = g_ptr_array_steal_index(fraction->children, 0);
    put_tightly(row, above, MATH_PRODUCT);
    math_put_text(row, MATH_SIGN, "/");
    put_tightly(row, below, MATH_SINGLE);
    math_free(fraction);
}

Math *math_exponent(const MathNames *names, const Syntax *syntax)
{
    Math *part = math_group(names, syntax, LEVEL_CHOICE);
    if (part->kind != MATH_ROW && part->kind != MATH_FRACTION)
        return part;
    if (part->kind != MATH_ROW)
        part = math_add(math_new(MATH_ROW, NULL), part);
    Math *row = math_new(MATH_ROW, NULL);
    guint count = part->children->len;
    g_autofree bool *wrapped = g_new0(bool, count);
    for (guint i = 0; i < count; i++)
        wrapped[i] = math_needs_brackets(part, i, false);
    for (guint i = 0; i < count; i++) {
        Math *child = g_ptr_array_steal_index(part->children, 0);
        if (child->kind != MATH_FRACTION) {
            math_add(row, child);
            continue;
        }
        Math *inner = wrapped[i] ? math_new(MATH_ROW, NULL) : row;
        put_slashed(inner, child);
        if (wrapped[i])
            math_add(row, math_new_fence("(", inner, ")"));
    }
    math_free(part);
    return row;
}

Math *math_new_script(Math *base, Math *below, Math *above)
{
    return math_add(math_new_with(MATH_SCRIPT, base, below), above);
}

bool math_is_x(const Syntax *syntax)
{
    return syntax->kind == SYNTAX_NAME && !syntax->primes && !strcmp(syntax->name, "x");
}

Math *math_new_number(double number)
{
    g_autofree char *text = notation_number(number);
    return math_new(MATH_NUMBER, text);
}

/* A number of many zeros, as its other digits and a power of ten. */
typedef struct {
    char digits[NUMBER_SIZE]; /* `2.5` */
    int exponent;
} PowerOfTen;

/* 10 million and what has an exponent anyway; false: as it stands. */
static bool is_power_of_ten(double number, PowerOfTen *power)
{
    enum { ZEROS = 6 };
    number_format(number, power->digits);
    char *e = strchr(power->digits, 'e');
    size_t length = strlen(power->digits), whole = strspn(power->digits, "0123456789");
    if (e) {
        power->exponent = (int)g_ascii_strtoll(e + 1, NULL, 10);
        *e = '\0';
        return true;
    }
    size_t kept = length;
    while (kept > 1 && power->digits[kept - 1] == '0')
        kept--;
    if (whole != length || length - kept < ZEROS)
        return false;
    power->exponent = (int)length - 1;
    memmove(power->digits + 2, power->digits + 1, kept - 1);
    power->digits[1] = '.';
    power->digits[kept == 1 ? 1 : kept + 1] = '\0';
    return true;
}

/* `2.5×10⁻⁶` */
static void put_number(Math *row, double number)
{
    PowerOfTen power;
    if (!is_power_of_ten(number, &power)) {
        math_add(row, math_new_number(number));
        return;
    }
    if (strcmp(power.digits, "1") != 0) {
        math_put_text(row, MATH_NUMBER, power.digits);
        math_put_text(row, MATH_SIGN, "×");
    }
    math_add(row, math_new_script(math_new(MATH_NUMBER, "10"), NULL,
                                  math_new_number(power.exponent)));
}

/* A number with a power of ten is a product. */
static Level level_of_number(double number)
{
    PowerOfTen power;
    if (!is_power_of_ten(number, &power))
        return LEVEL_CALL;
    return strcmp(power.digits, "1") == 0 ? LEVEL_POWER : LEVEL_PRODUCT;
}

static void put_primes(Math *row, int count)
{
    if (count > 0)
        math_add(row, math_new_count(MATH_PRIMES, count));
}

/* A fraction needs brackets only where a script or a prime would be misread. */
static Level level_of(const Syntax *syntax)
{
    const MathWritten *special = math_find_written(syntax);
    if (special)
        return special->level;
    if (syntax->kind == SYNTAX_OPERATION)
        return syntax->operation == &operation_divide ? LEVEL_MINUS
                                                      : syntax->operation->level;
    if (syntax->kind == SYNTAX_NUMBER)
        return level_of_number(syntax->number);
    return syntax->kind == SYNTAX_DIFF ? LEVEL_MINUS : LEVEL_CALL;
}

/* ---- calls ---- */

static void put_arguments(const MathNames *names, Math *row, const Syntax *syntax,
                          const Definition *definition)
{
    bool told = definition && math_has_places(definition); /* in the name */
    Math *inner = math_new(MATH_ROW, NULL);
    const SyntaxArgument *argument;
    for (unsigned i = 0; (argument = syntax_argument(syntax, i)); i++) {
        if (argument->keyword && told)
            continue;
        if (inner->children)
            math_put_text(inner, MATH_SIGN, ",");
        if (argument->keyword) {
            math_add(inner, math_new_parameter(definition, argument->keyword));
            math_put_text(inner, MATH_SIGN, "=");
        }
        math_put(names, inner, argument->value, LEVEL_CHOICE);
    }
    if (!inner->children) {
        math_free(inner);
        return;
    }
    math_put_text(row, MATH_SIGN, MATH_APPLY);
    math_add(row, math_new_fence("(", inner, ")"));
}

static void put_call(const MathNames *names, Math *row, const Syntax *syntax)
{
    const MathWritten *special = math_find_written(syntax);
    const SyntaxArgument *first = syntax_argument(syntax, 0);
    if (special) {
        special->put(names, row, syntax);
        return;
    }
    math_put_name(names, row, syntax, first && !first->keyword);
    put_primes(row, syntax->primes);
    if (first)
        put_arguments(names, row, syntax, math_function(names, syntax).definition);
}

/* ---- operations ---- */

/* Whether a product's factor begins or ends with digits. */
static bool is_number(const Syntax *syntax, bool at_end)
{
    while (syntax->kind == SYNTAX_OPERATION &&
           (syntax->operation == &operation_multiply ||
            (!at_end && (syntax->operation == &operation_power ||
                         syntax->operation == &operation_divide))))
        syntax = value(syntax, at_end ? 1 : 0);
    return syntax->kind == SYNTAX_NUMBER;
}

/* A minus behind another sign stands in brackets. */
static void put_right(const MathNames *names, Math *row, const Syntax *syntax,
                      Level weakest)
{
    bool negative =
        syntax->kind == SYNTAX_OPERATION && syntax->operation == &operation_negate;
    math_put(names, row, syntax, negative ? LEVEL_CALL : weakest);
}

/* `2x`, `x y`, `2·3` */
static void put_product(const MathNames *names, Math *row, const Syntax *syntax)
{
    const Syntax *left = value(syntax, 0), *right = value(syntax, 1);
    bool after = is_number(left, true);
    bool before = is_number(right, false) && level_of(right) > LEVEL_PRODUCT;
    math_put(names, row, left, LEVEL_PRODUCT);
    if (before)
        math_put_text(row, MATH_SIGN, "·");
    else
        math_put_text(row, MATH_TIMES, after ? "" : "·");
    put_right(names, row, right, LEVEL_PRODUCT + 1);
}

static void put_cases(const MathNames *names, Math *row, const Syntax *syntax)
{
    Math *cases = math_new(MATH_CASES, NULL);
    while (syntax->kind == SYNTAX_OPERATION && syntax->operation == &operation_select) {
        Math *condition = math_new(MATH_ROW, NULL);
        math_put_text(condition, MATH_NAME, "if ");
        math_put(names, condition, value(syntax, 0), LEVEL_OR);
        math_add(cases, math_group(names, value(syntax, 1), LEVEL_CHOICE));
        math_add(cases, condition);
        syntax = value(syntax, 2);
    }
    math_add(cases, math_group(names, syntax, LEVEL_CHOICE));
    math_add(cases, math_new(MATH_NAME, "otherwise"));
    math_add(row, cases);
}

static void put_operation(const MathNames *names, Math *row, const Syntax *syntax)
{
    const Operation *operation = syntax->operation;
    const char *sign = notation_sign(operation->name);
    Level level = operation->level;
    if (operation == &operation_multiply) {
        put_product(names, row, syntax);
    } else if (operation == &operation_divide) {
        Math *above = math_group(names, value(syntax, 0), LEVEL_CHOICE);
        Math *below = math_group(names, value(syntax, 1), LEVEL_CHOICE);
        math_add(row, math_new_with(MATH_FRACTION, above, below));
    } else if (operation == &operation_power) {
        Math *base = math_group(names, value(syntax, 0), LEVEL_CALL);
        Math *power = math_exponent(names, value(syntax, 1));
        math_add(row, math_new_script(base, NULL, power));
    } else if (operation == &operation_select) {
        put_cases(names, row, syntax);
    } else if (operation->arity == 1) {
        math_put_text(row, MATH_SIGN, sign);
        put_right(names, row, value(syntax, 0), LEVEL_PRODUCT);
    } else {
        math_put(names, row, value(syntax, 0),
                 level == LEVEL_COMPARE ? level + 1 : level);
        math_put_text(row, MATH_SIGN, sign);
        if (level < LEVEL_SUM)
            math_put(names, row, value(syntax, 1), level + 1);
        else
            put_right(names, row, value(syntax, 1), level + 1);
    }
}

/* `∂f/∂α`, or `df/dx`. */
static void put_diff(const MathNames *names, Math *row, const Syntax *syntax)
{
    const char *d = strcmp(syntax->name, "x") == 0 ? "d" : "∂";
    Math *above = math_new(MATH_ROW, NULL), *below = math_new(MATH_ROW, NULL);
    math_put_text(above, MATH_NAME, d);
    math_put(names, above, value(syntax, 0), LEVEL_CALL);
    math_put_text(below, MATH_NAME, d);
    math_add(below, math_variable(syntax->name));
    math_add(row, math_new_with(MATH_FRACTION, above, below));
}

/* ---- parts ---- */

static void put_bare(const MathNames *names, Math *row, const Syntax *syntax)
{
    switch (syntax->kind) {
    case SYNTAX_NUMBER:
        put_number(row, syntax->number);
        break;
    case SYNTAX_NAME:
        math_put_name(names, row, syntax, false);
        put_primes(row, syntax->primes);
        break;
    case SYNTAX_CALL:
        put_call(names, row, syntax);
        break;
    case SYNTAX_OPERATION:
        put_operation(names, row, syntax);
        break;
    case SYNTAX_DIFF:
        put_diff(names, row, syntax);
        break;
    case SYNTAX_PRIME:
        math_put(names, row, value(syntax, 0), LEVEL_CALL);
        put_primes(row, syntax->primes);
        break;
    }
}

void math_put(const MathNames *names, Math *row, const Syntax *syntax, Level weakest)
{
    if (level_of(syntax) >= weakest) {
        put_bare(names, row, syntax);
        return;
    }
    Math *inner = math_new(MATH_ROW, NULL);
    put_bare(names, inner, syntax);
    math_add(row, math_new_fence("(", inner, ")"));
}

Math *math_of_syntax(const MathNames *names, const Syntax *syntax)
{
    return math_group(names, syntax, LEVEL_CHOICE);
}
