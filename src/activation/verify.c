/* verify.c - a derivative written by hand, held against the computed one. */
#include "activation/verify.h"

#include "formula/formula.h"
#include "formula/switches.h"
#include "formula/tape.h"

#include <math.h>
#include <string.h>

enum { EVEN_POINTS = 4000, REACH = 20 };

/* A scope of one function whose formula is the derivative of the other's. */
typedef struct {
    Scope scope;
    Definition definition;
} ByHand;

/* The two formulas, and the worst that was seen; badness 1 is the bound. */
typedef struct {
    Formula *function, *by_hand;
    double badness;
    Verification *result;
} Comparison;

static const Definition *find_by_hand(const Scope *scope, const char *name)
{
    const ByHand *by_hand = (const ByHand *)(const void *)scope;

    return strcmp(name, by_hand->definition.key) == 0 ? &by_hand->definition : NULL;
}

static void each_by_hand(const Scope *scope,
                         void (*visit)(const char *name, void *data), void *data)
{
    (void)scope, (void)visit, (void)data; /* not a name to suggest */
}

static void compare(Comparison *comparison, double x, int side, double computed,
                    double by_hand)
{
    double badness;

    comparison->result->points++;
    if (computed == by_hand || (isnan(computed) && isnan(by_hand)))
        return;
    badness = fabs(computed - by_hand) /
              (1e-12 + 1e-10 * fmax(fabs(computed), fabs(by_hand)));
    if (!isfinite(badness)) /* NaN or infinity on one side only */
        badness = INFINITY;
    if (badness <= comparison->badness)
        return;
    comparison->badness = badness;
    comparison->result->x = x;
    comparison->result->side = side;
    comparison->result->computed = computed;
    comparison->result->by_hand = by_hand;
}

static void compare_points(Comparison *comparison)
{
    g_autoptr(Tape) function = tape_new(comparison->function, 1);
    g_autoptr(Tape) by_hand = tape_new(comparison->by_hand, 0);

    for (int i = 0; i < 2 * EVEN_POINTS; i++) {
        const double magnitude = exp2(-60 + 70.0 * (i % EVEN_POINTS) / EVEN_POINTS);
        const double even = -REACH + 2.0 * REACH * i / EVEN_POINTS;
        const double x = i < EVEN_POINTS ? even : i % 2 ? magnitude : -magnitude;
        double value[2];
        double slope[1];

        tape_evaluate_at(function, x, value);
        tape_evaluate_at(by_hand, x, slope);
        compare(comparison, x, 0, value[1], slope[0]);
    }
}

static void compare_switches(Comparison *comparison, const Formula *formula)
{
    g_autoptr(GArray) switches = switches_find(formula, -REACH, REACH, NULL);
    g_autoptr(SidedTape) function = sided_tape_new(comparison->function);
    g_autoptr(SidedTape) by_hand = sided_tape_new(comparison->by_hand);

    for (unsigned i = 0; i < switches->len; i++) {
        const Switch *found = &g_array_index(switches, Switch, i);
        const double places[] = {found->x_left, found->x, found->x_right};

        for (int side = -1; side <= 1; side++) {
            const double x = places[side + 1];

            compare(comparison, x, side, sided_tape_evaluate(function, x, side).df,
                    sided_tape_evaluate(by_hand, x, side).f);
        }
    }
}

bool verify_derivative(const Definition *definition, const Scope *scope,
                       Verification *verification, GError **error)
{
    ByHand hand = {
        .scope = {.find = find_by_hand, .each = each_by_hand, .outer = scope},
        .definition = *definition,
    };
    g_autoptr(Formula) function = NULL;
    g_autoptr(Formula) by_hand = NULL;

    hand.definition.key = "derivative_by_hand";
    hand.definition.aliases = NULL;
    hand.definition.formula = definition->derivative;
    hand.definition.derivative = NULL;
    *verification = (Verification){.agree = true};
    function = formula_new(definition->key, scope, NULL, NULL, error);
    if (function == NULL)
        return false;
    by_hand = formula_new(hand.definition.key, &hand.scope, NULL, NULL, error);
    if (by_hand == NULL)
        return false;
    Comparison comparison = {function, by_hand, 0, verification};
    compare_points(&comparison);
    compare_switches(&comparison, function);
    compare_switches(&comparison, by_hand);
    verification->agree = comparison.badness <= 1;
    return true;
}
