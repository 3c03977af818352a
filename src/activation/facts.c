/* facts.c - everything that can be said of a function, gathered. */
#include "activation/facts.h"

#include "activation/facts_mean.h"
#include "activation/facts_trait.h"
#include "activation/facts_work.h"
#include "base/number.h"
#include "formula/build.h"

#include <math.h>
#include <stdarg.h>

const char *facts_say(const FactsWork *work, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    return g_string_chunk_insert_const(work->facts->texts, text);
}

Fact facts_number(double value)
{
    return (Fact){.value = value};
}

Fact facts_none(const char *reason)
{
    return (Fact){.value = NAN, .reason = reason};
}

const char *facts_place(const FactsWork *work, double x)
{
    char buffer[NUMBER_SIZE];

    return facts_say(work, "x = %s", number_format_digits(x, 6, buffer));
}

/* --- Ranges --- */

static void find_ranges(FactsWork *work)
{
    Facts *facts = work->facts;

    for (int k = 0; k < 2; k++) {
        facts->range[k] = profile_range_end(work->of_value, 2 * k - 1);
        facts->derivative_range[k] = profile_range_end(work->of_slope, 2 * k - 1);
    }
    facts->bounded_below = isfinite(facts->range[0].value);
    facts->bounded_above = isfinite(facts->range[1].value);
}

const Switch *facts_first_break(const FactsWork *work, SwitchKind least)
{
    const GArray *switches = work->of_value->switches;
    const Switch *first = NULL;

    for (unsigned i = 0; i < switches->len; i++) {
        const Switch *at = &g_array_index(switches, Switch, i);
        if (at->kind >= least && (!first || fabs(at->x) < fabs(first->x)))
            first = at;
    }
    return first;
}

const char *facts_undefined(const FactsWork *work, const Stretch *where)
{
    char from[NUMBER_SIZE], to[NUMBER_SIZE];

    if (isinf(where->lo) && isinf(where->hi))
        return "f is not defined anywhere";
    if (isinf(where->lo))
        return facts_say(work, "f is not defined for x < %s",
                         number_format_digits(where->hi, 6, to));
    if (isinf(where->hi))
        return facts_say(work, "f is not defined for x > %s",
                         number_format_digits(where->lo, 6, from));
    return facts_say(work, "f is not defined for %s < x < %s",
                     number_format_digits(where->lo, 6, from),
                     number_format_digits(where->hi, 6, to));
}

static Fact find_lipschitz(const FactsWork *work)
{
    const RangeEnd *ends = work->facts->derivative_range;
    const Switch *jump = facts_first_break(work, SWITCH_JUMP);
    Stretch undefined;

    if (profile_undefined(work->of_value, &undefined))
        return facts_none(facts_undefined(work, &undefined));
    if (jump)
        return facts_none(
            facts_say(work, "f is not continuous at %s", facts_place(work, jump->x)));
    if (isnan(ends[0].value) || isnan(ends[1].value))
        return facts_none("the range of f' was not found");
    if (isinf(ends[0].value) || isinf(ends[1].value))
        return facts_none("f' is unbounded");
    int steepest = fabs(ends[0].value) > fabs(ends[1].value) ? 0 : 1;
    return (Fact){.value = fabs(ends[steepest].value), .error = ends[steepest].error};
}

/* --- Asymptotes --- */

static Fact fact_of_limit(Limit limit, const char *reason)
{
    return isnan(limit.value) ? facts_none(reason)
                              : (Fact){.value = limit.value, .error = limit.error};
}

/* The limit of f - slope*x. */
static Limit find_intercept(const FactsWork *work, int side, double slope)
{
    NodePool *pool = work->pool;
    const Node *rest = SUB(work->value->formula->root, MUL(NUM(slope), work->x));
    g_autoptr(Line) line = line_new(pool, rest, work->value->formula->text);

    return line_limit_rest(line, side, work->of_value->start, slope);
}

static void find_asymptote(const FactsWork *work, int side, Asymptote *asymptote)
{
    Limit limit = work->of_value->limit[side > 0];
    Limit slope = work->of_slope->limit[side > 0];
    const char *reason = "f' has no limit";
    Limit intercept = {NAN, 0};

    asymptote->limit = fact_of_limit(limit, work->value->swings ? "f swings without end"
                                                                : "no limit was found");
    if (isfinite(limit.value)) {
        asymptote->slope = facts_number(0);
        asymptote->intercept = asymptote->limit;
        return;
    }
    if (isinf(slope.value))
        reason = "f' is unbounded";
    else if (slope.value == 0)
        reason = "f grows without end while f' tends to 0";
    else if (isfinite(slope.value)) {
        intercept = find_intercept(work, side, slope.value);
        reason = "f less its slope has no finite limit";
    }
    bool found = isfinite(intercept.value);
    asymptote->slope =
        found ? (Fact){slope.value, slope.error, NULL} : facts_none(reason);
    asymptote->intercept =
        found ? (Fact){intercept.value, intercept.error, NULL} : facts_none(reason);
}

/* --- Places --- */

/* Takes the stretches. */
static Places places_of(const Line *line, GArray *stretches)
{
    Places places = {.stretches = stretches};

    places.extent = extent_trim(line, stretches);
    return places;
}

static double sparsity_of(const GArray *zeros)
{
    double share = 0;

    for (unsigned i = 0; i < zeros->len; i++) {
        const Stretch *stretch = &g_array_index(zeros, Stretch, i);
        if (stretch->lo < stretch->hi)
            share += normal_share(stretch->lo, stretch->hi);
    }
    return share;
}

static void find_zeros(FactsWork *work)
{
    GArray *zeros = profile_zeros(work->of_value);

    work->facts->sparsity = sparsity_of(zeros);
    work->facts->zeros = places_of(work->value, zeros);
}

static void find_fixed_points(FactsWork *work)
{
    NodePool *pool = work->pool;
    const char *text = work->value->formula->text;
    g_autoptr(Line) offset =
        line_new(pool, SUB(work->value->formula->root, work->x), text);
    g_autoptr(Line) slope =
        line_new(pool, SUB(work->slope->formula->root, NUM(1)), text);
    g_autoptr(Profile) profile = profile_new(offset, slope, work->warnings);

    work->facts->fixed_points = places_of(offset, profile_zeros(profile));
}

static void find_extrema(FactsWork *work)
{
    Facts *facts = work->facts;
    g_autoptr(GArray) all = profile_extrema(work->of_value);
    const Extremum *extrema = (const Extremum *)(void *)all->data;

    facts->extrema = g_array_new(FALSE, FALSE, sizeof(Extremum));
    facts->extrema_extent = all->len > 0 ? extent_of(work->value, extrema[0].at.lo,
                                                     extrema[all->len - 1].at.hi)
                                         : extent_of(work->value, 0, 0);
    for (unsigned i = 0; i < all->len; i++) {
        if (extent_covers(&facts->extrema_extent, extrema[i].at.lo, extrema[i].at.hi))
            g_array_append_val(facts->extrema, extrema[i]);
    }
}

/* Where f' turns from rising to falling or back, and f is continuous. A straight piece
 * between the two is one stretch. */
static void find_inflections(FactsWork *work)
{
    const Profile *slope = work->of_slope;
    GArray *found = g_array_new(FALSE, FALSE, sizeof(Stretch));
    Course last = COURSE_UNKNOWN;
    double since = NAN;

    for (unsigned i = 0; i < slope->courses->len; i++) {
        Course course = profile_course(slope, i);
        const Cut *cut = profile_cut(slope, i);
        bool parted = cut->is_switch && cut->kind >= SWITCH_JUMP;
        if (parted || course == COURSE_UNKNOWN)
            last = COURSE_UNKNOWN;
        if (course == COURSE_FLAT || course == COURSE_UNKNOWN)
            continue;
        Stretch turn = {.lo = since, .hi = cut->x};
        if (last != COURSE_UNKNOWN && last != course)
            g_array_append_val(found, turn);
        last = course;
        since = profile_cut(slope, i + 1)->x;
    }
    work->facts->inflections = places_of(work->value, found);
}

/* --- Switch points and smoothness --- */

static void find_switch_points(FactsWork *work)
{
    Facts *facts = work->facts;
    const GArray *all = work->of_value->switches;
    g_autoptr(GArray) orders =
        trait_jump_orders(work->of_value, SMOOTHNESS_ORDERS, work->warnings);
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(SwitchFact));
    int lowest = G_MAXINT;

    for (unsigned i = 0; i < all->len; i++) {
        SwitchFact fact = {g_array_index(orders, int, i),
                           g_array_index(all, Switch, i)};
        if (fact.order < 0)
            continue;
        lowest = MIN(lowest, fact.order);
        g_array_append_val(found, fact);
    }
    const SwitchFact *facts_found = (const SwitchFact *)(void *)found->data;
    facts->switch_points = g_array_new(FALSE, FALSE, sizeof(SwitchFact));
    facts->switch_extent = found->len > 0 ? extent_of(work->value, facts_found[0].at.x,
                                                      facts_found[found->len - 1].at.x)
                                          : extent_of(work->value, 0, 0);
    for (unsigned i = 0; i < found->len; i++) {
        if (extent_covers(&facts->switch_extent, facts_found[i].at.x,
                          facts_found[i].at.x))
            g_array_append_val(facts->switch_points, facts_found[i]);
    }
    if (profile_undefined(work->of_value, NULL) || facts_first_break(work, SWITCH_EDGE))
        facts->smoothness = "partial";
    else if (facts_first_break(work, SWITCH_POLE))
        facts->smoothness = "pole";
    else if (lowest == G_MAXINT)
        facts->smoothness = "smooth";
    else
        facts->smoothness = lowest == 0 ? "jump" : facts_say(work, "C%d", lowest - 1);
}

/* --- Traits --- */

static void find_traits(FactsWork *work)
{
    Facts *facts = work->facts;
    const Profile *value = work->of_value, *slope = work->of_slope;
    bool continuous = profile_is_continuous(value);
    bool left = isfinite(value->limit[0].value),
         right = isfinite(value->limit[1].value);

    facts->increasing = profile_is_monotone(value, 1, false);
    facts->decreasing = profile_is_monotone(value, -1, false);
    facts->strictly =
        profile_is_monotone(value, 1, true) || profile_is_monotone(value, -1, true);
    facts->convex = continuous && profile_is_monotone(slope, 1, false);
    facts->concave = continuous && profile_is_monotone(slope, -1, false);
    facts->odd = trait_is_symmetric(value, -1);
    facts->even = trait_is_symmetric(value, 1);
    facts->homogeneous = trait_is_homogeneous(value, work->curvature);
    facts->saturation = left && right ? SATURATES_BOTH
                        : left        ? SATURATES_LEFT
                        : right       ? SATURATES_RIGHT
                                      : SATURATES_NOWHERE;
}

/* --- All of it --- */

static Line *derivative_line(FactsWork *work, const Line *line)
{
    const Node *root = node_derivative(work->pool, line->formula->root, "x");

    return line_new(work->pool, root, line->formula->text);
}

Facts *facts_new(const Formula *formula, Warnings *warnings)
{
    Facts *facts = g_new0(Facts, 1);
    FactsWork work = {.facts = facts, .pool = formula->pool, .warnings = warnings};

    facts->texts = g_string_chunk_new(256);
    work.x = node_symbol(work.pool, "x");
    work.value = line_new(work.pool, formula->root, formula->text);
    work.slope = derivative_line(&work, work.value);
    work.curvature = derivative_line(&work, work.slope);
    work.of_value = profile_new(work.value, work.slope, warnings);
    work.of_slope = profile_new(work.slope, work.curvature, warnings);
    find_ranges(&work);
    facts->lipschitz = find_lipschitz(&work);
    find_asymptote(&work, -1, &facts->left);
    find_asymptote(&work, 1, &facts->right);
    find_zeros(&work);
    find_fixed_points(&work);
    find_extrema(&work);
    find_inflections(&work);
    find_switch_points(&work);
    find_traits(&work);
    facts_find_moments(&work);
    profile_free(work.of_value);
    profile_free(work.of_slope);
    line_free(work.value);
    line_free(work.slope);
    line_free(work.curvature);
    return facts;
}

void facts_free(Facts *facts)
{
    if (!facts)
        return;
    for (int k = 0; k < 2; k++) {
        range_end_clear(&facts->range[k]);
        range_end_clear(&facts->derivative_range[k]);
    }
    g_array_unref(facts->zeros.stretches);
    g_array_unref(facts->fixed_points.stretches);
    g_array_unref(facts->inflections.stretches);
    g_array_unref(facts->extrema);
    g_array_unref(facts->switch_points);
    g_string_chunk_free(facts->texts);
    g_free(facts);
}
