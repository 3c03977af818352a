/* fuzz-formula.c - mutated formulas: none may crash, and what parses reads back.
 *
 * The same formulas in every run. Arguments: how many (20000), the seed (1).
 */
#include "formula/formula.h"
#include "formula/markup.h"
#include "formula/tape.h"

#include <stdlib.h>
#include <string.h>

static const char *const seeds[] = {
    "x > 0 ? x : 0.1*x",
    "x*tanh(log1p(exp(x)))",
    "0.5*x*(1 + erf(x/sqrt(2)))",
    "max(0, min(1, x/6 + 1/2))",
    "(x^2 - 1)'",
    "sin''(2*x) - cos(x)^2",
    "diff(alpha*x^3, alpha)",
    "diff(f(x, k=0.5), k) + g'",
    "!(x < 1) && x >= -1 || x == 2 ? 1 : floor(x)",
    "clip(abs(x), -1e-3, .5e2)",
    "x·2 − π^x² ÷ 3″",
    "e^-x^2/sqrt(2*pi)",
    "logistic(x)*(1 + x*(1 - logistic(x)))",
};

static const char *const pieces[] = {
    "x",
    "1",
    "0",
    "2.5",
    "1e308",
    "-",
    "+",
    "*",
    "/",
    "^",
    "(",
    ")",
    "()",
    ",",
    "?",
    ":",
    "<",
    ">=",
    "==",
    "&&",
    "||",
    "!",
    "'",
    "''",
    "f",
    "g",
    "k=",
    "alpha",
    "diff(",
    ", x)",
    "π",
    "x²",
    "exp(",
    "tanh",
    "max(",
    "log(",
    "sqrt(",
    "x^",
    "e",
    "\xff",
    " ",
    "0/0",
    "1/0",
    "abs(",
    "softplus(",
    "normal_cdf(x)",
    "logistic(-x)",
    "-x",
};

static const Parameter parameters[] = {
    {.name = "k", .symbol = "k", .value = 1, .minimum = -10, .maximum = 10},
    {.name = NULL}};
static const Definition definitions[] = {
    {.key = "f",
     .label = "F",
     .parameters = parameters,
     .formula = "x > k ? x : k*g(x)"},
    {.key = "g", .label = "G", .formula = "x*logistic(x)"},
};

static const Definition *find(const Scope *scope, const char *name)
{
    (void)scope;
    for (size_t i = 0; i < G_N_ELEMENTS(definitions); i++)
        if (!strcmp(definitions[i].key, name))
            return &definitions[i];
    return NULL;
}

static void each(const Scope *scope, void (*visit)(const char *name, void *data),
                 void *data)
{
    (void)scope;
    for (size_t i = 0; i < G_N_ELEMENTS(definitions); i++)
        visit(definitions[i].key, data);
}

static const Scope scope = {.find = find, .each = each};

static size_t below(GRand *random, size_t limit)
{
    return (size_t)g_rand_int_range(random, 0, (gint32)limit);
}

/* One seed with a few pieces put in, parts taken out, doubled or wrapped. */
static char *mutate(GRand *random)
{
    GString *text = g_string_new(seeds[below(random, G_N_ELEMENTS(seeds))]);
    for (size_t n = below(random, 6); n-- > 0 && text->len < 4000;) {
        size_t at = below(random, text->len + 1);
        size_t length = below(random, text->len - at + 1);
        g_autofree char *part = g_strndup(text->str + at, length);
        const char *piece = pieces[below(random, G_N_ELEMENTS(pieces))];
        switch (below(random, 5)) {
        case 0:
            g_string_insert(text, (gssize)at, piece);
            break;
        case 1:
            g_string_erase(text, (gssize)at, (gssize)MIN(length, 4));
            break;
        case 2:
            g_string_insert(text, (gssize)at, part);
            break;
        case 3:
            g_string_prepend(text, "(");
            g_string_append_printf(text, ")%s", piece);
            break;
        default:
            g_string_append(text, piece);
            g_string_append(text, seeds[below(random, G_N_ELEMENTS(seeds))]);
        }
    }
    return g_string_free(text, FALSE);
}

/* What is printed parses, and as the same: printed again it is the same text. */
static void check_print(const char *text, const Formula *formula)
{
    g_autofree char *printed = formula_print(formula);
    if (!printed)
        return;
    g_autoptr(GError) error = NULL;
    g_autoptr(Formula) again = formula_new(printed, NULL, NULL, NULL, &error);
    if (!again)
        g_error("%s was printed as %s: %s", text, printed, error->message);
    static const double places[] = {-2.75, -0.3, 0, 0.6, 3.1};
    g_autoptr(Tape) tape = tape_new(formula, 2), tape_again = tape_new(again, 2);
    for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
        double one[3], other[3];
        tape_evaluate_at(tape, places[i], one);
        tape_evaluate_at(tape_again, places[i], other);
        if (memcmp(&one[0], &other[0], sizeof one[0]) != 0 &&
            !(one[0] != one[0] && other[0] != other[0]))
            g_error("%s was printed as %s: %.17g, then %.17g at %g", text, printed,
                    one[0], other[0], places[i]);
    }
}

static bool check(const char *text)
{
    static const Binding bindings[] = {{"alpha", 0.5}, {NULL, 0}};
    for (int notation = NOTATION_PLAIN; notation <= NOTATION_GNUPLOT; notation++)
        g_free(formula_label(text, &scope, bindings, (Notation)notation));
    g_autoptr(GError) error = NULL;
    g_autofree char *label = formula_label(text, &scope, bindings, NOTATION_MARKUP);
    if (!markup_check(label, NULL, &error))
        g_error("the label of %s is %s: %s", text, label, error->message);
    Span fault = {0, 0};
    const Binding *some = strstr(text, "alpha") ? bindings : NULL;
    g_autoptr(Formula) formula = formula_new(text, &scope, some, &fault, &error);
    if (!formula) {
        g_autoptr(GString) report = g_string_new(NULL);
        g_assert(fault.start + fault.length <= strlen(text) + 1);
        error_report(report, NULL, text, fault, error->message);
        return false;
    }
    check_print(text, formula);
    return true;
}

int main(int argc, char **argv)
{
    bool given = argc > 1 && g_ascii_isdigit(*argv[1]); /* not --tap */
    int count = given ? atoi(argv[1]) : 20000;
    guint32 seed = given && argc > 2 ? (guint32)atoi(argv[2]) : 1;
    GRand *random = g_rand_new_with_seed(seed);
    int parsed = 0;
    for (int i = 0; i < count; i++) {
        g_autofree char *text = mutate(random);
        parsed += check(text);
    }
    g_rand_free(random);
    g_assert(count == 0 || parsed > 0);
    g_print("TAP version 13\n1..1\nok 1 - %d of %d mutated formulas parsed\n", parsed,
            count);
    return 0;
}
