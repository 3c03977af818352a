/* accuracy.c - prints doc/ACCURACY.md: how exact every record of the catalogue is.
 *
 * Names of records as arguments restrict it to their rows, without the page around.
 */
#include "measure.h"
#include "points.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { POINTS = 200000 };

static const char head[] =
    "# Accuracy\n"
    "\n"
    "Made by `make accuracy`; do not edit. Every function of the catalogue, at its\n"
    "defaults, from the text of its formula through parser, rewriting and evaluation,\n"
    "against MPFR (200 bits, and as many more as it takes where the two differ). The\n"
    "references are written from the papers (`tests/oracle/catalogue.c`); their\n"
    "derivatives follow by Taylor arithmetic. They share nothing with the program.\n"
    "\n"
    "Points: random in the exponent over all doubles of both signs, random in value\n"
    "over -5 .. 5, -50 .. 50 and -800 .. 800, dense on both sides of every switch\n"
    "point and of other critical places, +-0, the smallest and the largest numbers.\n"
    "\n"
    "Each cell is the worst error in units in the last place and, in brackets, where. "
    "It\n"
    "counts wherever the true result is a normal number. *Subnormal*: the worst error\n"
    "of the other results, of any order, in units of 2^-1074.\n"
    "\n"
    "About a zero other than x = 0 a rounding of x alone takes all digits: at a "
    "distance\n"
    "d it is worth |x|/d units in the last place. Where that is more than the goal (4, "
    "8,\n"
    "16 for f, f', f'') and the error is, the last column has the zeros and the "
    "absolute\n"
    "error instead. It is at most the goal in parts of 2^-52 of the height nearby "
    "(the\n"
    "greatest size within 2; for a wave 1, |x| or 1/|x|). No other point is left out.\n"
    "\n"
    "| function | f | f' | f'' | subnormal | points | absolute error |\n"
    "|---|---|---|---|---|---|---|\n";

static const char *primes(int order)
{
    return &"''"[JET_ORDERS - 1 - order];
}

static void print_zeros(const Accuracy *accuracy, int order)
{
    if (accuracy->absolute.error == 0)
        return;
    printf("f%s about its zeros ", primes(order));
    for (unsigned i = 0; i < accuracy->zeros->len && i < 3; i++)
        printf("%s%.2f", i > 0 ? ", " : "(", g_array_index(accuracy->zeros, double, i));
    printf("%s%.1e; ",
           accuracy->zeros->len > 3   ? ", ...): "
           : accuracy->zeros->len > 0 ? "): "
                                      : "",
           accuracy->absolute_error);
}

static bool print_row(const CatalogueCase *row)
{
    g_autoptr(Measurement) measurement = measure(row, points_count(POINTS));
    double subnormal = 0;
    bool good = true;

    printf("| %s |", row->key);
    for (int order = 0; order < JET_ORDERS; order++) {
        const Worst *worst = &measurement->order[order].ulp;

        subnormal = fmax(subnormal, measurement->order[order].subnormal.error);
        good = good && worst->error <= measure_bounds[order];
        if (worst->error == 0)
            printf(" 0 |");
        else
            printf(" %.2f (%.6g) |", worst->error, worst->x);
    }
    printf(" %.2f | %u | ", subnormal, measurement->points);
    for (int order = 0; order < JET_ORDERS; order++) {
        print_zeros(&measurement->order[order], order);
    }
    printf("|\n");
    fflush(stdout);
    return good;
}

static bool is_wanted(const char *key, int argc, char *argv[])
{
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], key) == 0)
            return true;
    }
    return argc == 1;
}

int main(int argc, char *argv[])
{
    bool good = true;

    if (argc == 1)
        fputs(head, stdout);
    for (const CatalogueCase *row = catalogue_cases; row->key != NULL; row++) {
        if (is_wanted(row->key, argc, argv))
            good = print_row(row) && good;
    }
    real_release();
    return good ? 0 : 1;
}
