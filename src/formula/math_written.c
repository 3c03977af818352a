/* math_written.c - functions that mathematics writes by signs. */
#include "formula/math_inside.h"

#include <string.h>

static const Syntax *value(const Syntax *syntax, unsigned number)
{
    return syntax_argument(syntax, number)->value;
}

static void put_exp(const MathNames *names, Math *row, const Syntax *syntax)
{
    Math *power = math_exponent(names, value(syntax, 0));
    math_add(row, math_new_script(math_new(MATH_VARIABLE, "e"), NULL, power));
}

/* Of the functions that numbers need and mathematics does not. */
static void put_expm1(const MathNames *names, Math *row, const Syntax *syntax)
{
    put_exp(names, row, syntax);
    math_put_text(row, MATH_SIGN, "−");
    math_put_text(row, MATH_NUMBER, "1");
}

static void put_log1p(const MathNames *names, Math *row, const Syntax *syntax)
{
    Math *inner = math_new(MATH_ROW, NULL);
    math_put_text(inner, MATH_NUMBER, "1");
    math_put_text(inner, MATH_SIGN, "+");
    math_put(names, inner, value(syntax, 0), LEVEL_SUM + 1);
    math_put_text(row, MATH_FUNCTION, "log");
    math_put_text(row, MATH_SIGN, MATH_APPLY);
    math_add(row, math_new_fence("(", inner, ")"));
}

static void put_sqrt(const MathNames *names, Math *row, const Syntax *syntax)
{
    Math *inner = math_group(names, value(syntax, 0), LEVEL_CHOICE);
    math_add(row, math_new_with(MATH_ROOT, inner, NULL));
}

static void put_cbrt(const MathNames *names, Math *row, const Syntax *syntax)
{
    Math *inner = math_group(names, value(syntax, 0), LEVEL_CHOICE);
    math_add(row, math_new_with(MATH_ROOT, inner, math_new(MATH_NUMBER, "3")));
}

static void put_abs(const MathNames *names, Math *row, const Syntax *syntax)
{
    Math *inner = math_group(names, value(syntax, 0), LEVEL_CHOICE);
    math_add(row, math_new_fence("|", inner, "|"));
}

static void put_floor(const MathNames *names, Math *row, const Syntax *syntax)
{
    Math *inner = math_group(names, value(syntax, 0), LEVEL_CHOICE);
    math_add(row, math_new_fence("⌊", inner, "⌋"));
}

static void put_applied(const MathNames *names, Math *row, const Syntax *syntax)
{
    Math *inner = math_group(names, value(syntax, 0), LEVEL_CHOICE);
    math_put_text(row, MATH_SIGN, MATH_APPLY);
    math_add(row, math_new_fence("(", inner, ")"));
}

static void put_sech2(const MathNames *names, Math *row, const Syntax *syntax)
{
    math_add(row, math_new_script(math_new(MATH_FUNCTION, "sech"), NULL,
                                  math_new(MATH_NUMBER, "2")));
    put_applied(names, row, syntax);
}

static void put_normal_cdf(const MathNames *names, Math *row, const Syntax *syntax)
{
    math_put_text(row, MATH_NAME, "Φ");
    put_applied(names, row, syntax);
}

static void put_normal_pdf(const MathNames *names, Math *row, const Syntax *syntax)
{
    math_put_text(row, MATH_VARIABLE, "φ");
    put_applied(names, row, syntax);
}

static const MathWritten written[] = {
    {"exp", put_exp, LEVEL_POWER},
    {"expm1", put_expm1, LEVEL_SUM},
    {"log1p", put_log1p, LEVEL_CALL},
    {"sqrt", put_sqrt, LEVEL_CALL},
    {"cbrt", put_cbrt, LEVEL_CALL},
    {"abs", put_abs, LEVEL_CALL},
    {"floor", put_floor, LEVEL_CALL},
    {"sech2", put_sech2, LEVEL_CALL},
    {"normal_cdf", put_normal_cdf, LEVEL_CALL},
    {"normal_pdf", put_normal_pdf, LEVEL_CALL},
};

const MathWritten *math_find_written(const Syntax *syntax)
{
    const SyntaxArgument *first = syntax_argument(syntax, 0);
    if (syntax->kind != SYNTAX_CALL || syntax->primes || !first || first->keyword ||
        syntax->arguments->len > 1)
        return NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(written); i++)
        if (strcmp(written[i].name, syntax->name) == 0)
            return &written[i];
    return NULL;
}
