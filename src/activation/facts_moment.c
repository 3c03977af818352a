/* facts_moment.c - moments for a standard normal input, and why some do not exist. */
#include "activation/facts_mean.h"
#include "activation/facts_work.h"
#include "formula/build.h"

#include <math.h>

const char *moment_name(MomentKind kind)
{
    static const char *const names[] = {"Ef", "Ef2", "Var", "Edf", "Edf2", "Ed2f2"};

    return names[kind];
}

static void append_switches(GArray *into, const GArray *switches)
{
    for (unsigned i = 0; i < switches->len; i++)
        g_array_append_val(into, g_array_index(switches, Switch, i).x);
}

/* Extrema and inflections. */
static void append_cuts(GArray *into, const Profile *profile)
{
    for (unsigned i = 1; i + 1 < profile->cuts->len; i++)
        g_array_append_val(into, profile_cut(profile, i)->x);
}

/* Errors of quadrature below this share are said to be rounding. */
#define ROUNDING_SHARE 1e-12
#define LEAST_ERROR 1e-15

static Fact fact_of_quadrature(Mean mean)
{
    Fact fact = facts_number(mean.value);

    if (mean.error > ROUNDING_SHARE * fabs(mean.value) + LEAST_ERROR)
        fact.error = mean.error;
    if (fabs(mean.value) < mean.error)
        fact.value = 0; /* with its error: all the digits are rounding */
    return fact;
}

static Fact fact_of_mean(const FactsWork *work, Mean mean, const char *name)
{
    switch (mean.state) {
    case MEAN_FOUND:
        return fact_of_quadrature(mean);
    case MEAN_DIVERGES:
        return facts_none(facts_say(
            work, "%s diverges: it grows faster than the normal density falls", name));
    case MEAN_POLE:
        return facts_none(facts_say(work, "%s diverges: it is not integrable at %s",
                                    name, facts_place(work, mean.x)));
    case MEAN_UNSURE:
        break;
    }
    return facts_none(facts_say(work, "%s: the quadrature did not converge", name));
}

/* Why the derivative of that order is no function; NULL: it is one. */
static const char *not_a_function(const FactsWork *work, int order)
{
    const Switch *jump = facts_first_break(work, order > 1 ? SWITCH_KINK : SWITCH_JUMP);
    const char *name = order > 1 ? "f''" : "f'";

    if (order == 0 || !jump)
        return NULL;
    if (jump->kind == SWITCH_EDGE)
        return facts_say(work, "f is not defined on one side of %s",
                         facts_place(work, jump->x));
    if (jump->kind == SWITCH_POLE)
        return facts_say(work, "f has a pole at %s", facts_place(work, jump->x));
    return facts_say(work, "%s jumps at %s, where %s is not a function",
                     jump->kind == SWITCH_KINK ? "f'" : "f", facts_place(work, jump->x),
                     name);
}

static Fact find_moment(const FactsWork *work, Line *line, int order, int power,
                        const char *name)
{
    g_autoptr(GArray) breaks = g_array_new(FALSE, FALSE, sizeof(double));
    g_autoptr(GArray) interest = g_array_new(FALSE, FALSE, sizeof(double));
    const char *reason = not_a_function(work, order);
    Stretch undefined;

    if (profile_undefined(work->of_value, &undefined))
        return facts_none(facts_undefined(work, &undefined));
    if (reason)
        return facts_none(reason);
    append_switches(breaks, work->of_value->switches);
    append_switches(breaks, work->of_slope->switches);
    append_cuts(interest, work->of_value);
    append_cuts(interest, work->of_slope);
    return fact_of_mean(work, mean_normal(line, power, breaks, interest), name);
}

/* As the mean of (f - Ef)^2, since Ef2 - Ef^2 may cancel. */
static Fact find_variance(const FactsWork *work, Fact mean)
{
    NodePool *pool = work->pool;

    if (isnan(mean.value))
        return mean;
    if (work->facts->increasing && work->facts->decreasing)
        return facts_number(0); /* f is constant */
    g_autoptr(Line) rest =
        line_new(pool, SUB(work->value->formula->root, NUM(mean.value)),
                 work->value->formula->text);
    return find_moment(work, rest, 0, 2, "f^2");
}

void facts_find_moments(FactsWork *work)
{
    Facts *facts = work->facts;
    Fact *moments = facts->moments;

    moments[MOMENT_F] = find_moment(work, work->value, 0, 1, "f");
    moments[MOMENT_F2] = find_moment(work, work->value, 0, 2, "f^2");
    moments[MOMENT_DF] = find_moment(work, work->slope, 1, 1, "f'");
    moments[MOMENT_DF2] = find_moment(work, work->slope, 1, 2, "f'^2");
    moments[MOMENT_D2F2] = find_moment(work, work->curvature, 2, 2, "f''^2");
    if (facts->odd && isfinite(moments[MOMENT_F].value))
        moments[MOMENT_F] = facts_number(0);
    if (facts->even && isfinite(moments[MOMENT_DF].value))
        moments[MOMENT_DF] = facts_number(0);
    moments[MOMENT_VAR] = find_variance(work, moments[MOMENT_F]);
    const Fact *square = &moments[MOMENT_F2];
    if (isnan(square->value))
        facts->gain = *square;
    else if (square->value == 0)
        facts->gain = facts_none("f is 0 for almost all x");
    else
        facts->gain = facts_number(1 / sqrt(square->value));
}
