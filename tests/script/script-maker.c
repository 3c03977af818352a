/* script-maker.c - the whole catalogue as scripts, with the engine's values beside:
 * what tests/script/scripts.sh runs in node and in gnuplot.
 *
 * usage: script-maker javascript | gnuplot
 */
#include "activation/activation.h"
#include "base/number.h"
#include "formula/script.h"
#include "formula/tape.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { POINTS = 400 };

/* Evenly over -10 .. 10, then in powers of ten to both sides. */
static void fill_points(double x[POINTS])
{
    for (int i = 0; i < POINTS; i++) {
        int far = i - POINTS / 2;
        x[i] = far < 0 ? -10 + 20.0 * i / (POINTS / 2 - 1)
                       : (far % 2 ? -1 : 1) * pow(10, -12 + 16.0 * (far / 2) / 99);
    }
}

static void print_numbers(const char *name, const double *values)
{
    char buffer[NUMBER_SIZE];
    printf("%s: [", name);
    for (int i = 0; i < POINTS; i++)
        printf("%s%s", i > 0 ? "," : "",
               isnan(values[i])   ? "NaN"
               : isinf(values[i]) ? values[i] > 0 ? "Infinity" : "-Infinity"
                                  : number_format(values[i], buffer));
    printf("]");
}

/* The values of f and f' by the engine. */
static void evaluate(const char *key, const double x[POINTS], double f[POINTS],
                     double df[POINTS])
{
    g_autoptr(Formula) formula = formula_new(key, &activation_scope, NULL, NULL, NULL);
    Tape *tape = tape_new(formula, 1);
    double *const results[2] = {f, df};
    tape_evaluate(tape, x, POINTS, results);
    tape_free(tape);
}

static void print_javascript(const char *key)
{
    double x[POINTS], f[POINTS], df[POINTS];
    g_autoptr(GArray) parameters = g_array_new(FALSE, FALSE, sizeof(OpenParameter));
    g_autoptr(Formula) formula =
        formula_new_open(key, &activation_scope, NULL, parameters, NULL);
    g_autoptr(Formula) slope = formula_derivative(formula);
    g_autoptr(GArray) names = g_array_new(TRUE, TRUE, sizeof(ScriptName));
    g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
    char buffer[NUMBER_SIZE];

    printf("{key: '%s', p: [", key);
    for (guint i = 0; i < parameters->len; i++) {
        const OpenParameter *one = &g_array_index(parameters, OpenParameter, i);
        ScriptName name = {one->symbol, g_strdup_printf("p[%u]", i)};
        g_ptr_array_add(texts, (char *)name.text);
        g_array_append_val(names, name);
        printf("%s,", isinf(one->value) ? one->value > 0 ? "Infinity" : "-Infinity"
                                        : number_format(one->value, buffer));
    }
    const Node *const nodes[] = {formula->root, slope->root};
    g_autoptr(GHashTable) called = g_hash_table_new(g_str_hash, g_str_equal);
    g_autofree char *text =
        script_print(formula->pool, nodes, 2, SCRIPT_JAVASCRIPT,
                     (const ScriptName *)(void *)names->data, called);
    printf("], call(x, p) {\n%s},\n", text);
    fill_points(x);
    evaluate(key, x, f, df);
    print_numbers("x", x);
    printf(", ");
    print_numbers("f", f);
    printf(", ");
    print_numbers("d", df);
    printf("},\n");
}

/* One line of the value and the wanted value for each point of a function. */
static void print_gnuplot(const char *key)
{
    double x[POINTS], f[POINTS], df[POINTS];
    char buffer[NUMBER_SIZE];
    g_autoptr(Formula) formula = formula_new(key, &activation_scope, NULL, NULL, NULL);
    g_autoptr(GHashTable) called = g_hash_table_new(g_str_hash, g_str_equal);
    const Node *const nodes[] = {formula->root};
    g_autofree char *text =
        script_print(formula->pool, nodes, 1, SCRIPT_GNUPLOT, NULL, called);
    g_autofree char *functions = script_functions(SCRIPT_GNUPLOT, called);

    fill_points(x);
    evaluate(key, x, f, df);
    printf("%sf(x) = %s\n$d << EOD\n", functions, text);
    for (int i = 0; i < POINTS; i++)
        if (fabs(x[i]) < 700 && isfinite(f[i])) {
            printf("%s ", number_format(x[i], buffer));
            printf("%s\n", number_format(f[i], buffer));
        }
    printf("EOD\nset table '%s.table'\n", key);
    printf("plot $d using (real(f($1))):2\nunset table\n");
}

int main(int argc, char **argv)
{
    bool javascript = argc == 2 && !strcmp(argv[1], "javascript");

    if (!javascript && !(argc == 2 && !strcmp(argv[1], "gnuplot")))
        return 2;
    if (javascript) {
        g_autofree char *functions = script_functions(SCRIPT_JAVASCRIPT, NULL);
        printf("%smodule.exports = [\n", functions);
    } else {
        printf("set print '-'\nset format '%%.17g'\n");
    }
    for (unsigned i = 0; i < activation_count(); i++)
        (javascript ? print_javascript
                    : print_gnuplot)(activation_get(i)->definition.key);
    if (javascript)
        printf("];\n");
    return 0;
}
