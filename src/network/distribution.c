/* distribution.c - normal probabilities of preimages, course by course. */
#include "network/distribution.h"

#include "activation/facts_mean.h"
#include "activation/facts_profile.h"
#include "base/error.h"
#include "formula/bracket.h"
#include "formula/double_rank.h"

#include <math.h>

/* Deviations from the mean beyond which there is nothing: 1e-33. */
#define FARTHEST 12.0

/* A function that swings is looked at only so far; what lies beyond may weigh so much.
 */
#define LOST_MOST 1e-9

/* A part of the line, on which f rises (direction 1) or falls from from to to. */
typedef struct {
    double a, b;
    double from, to; /* the limits at a and b */
    int direction;
} Part;

struct Distribution {
    Line *line, *slope;
    GArray *parts; /* of Part */
    GArray *atoms; /* of Atom */
    double mean, deviation;
};

/* The probability of z in a .. b. */
static double share(const Distribution *distribution, double a, double b)
{
    return normal_share((a - distribution->mean) / distribution->deviation,
                        (b - distribution->mean) / distribution->deviation);
}

/* --- Cutting --- */

static bool add_atom(Distribution *distribution, double value, double probability)
{
    GArray *atoms = distribution->atoms;
    Atom atom = {value + 0.0, probability};

    for (guint i = 0; i < atoms->len; i++) {
        Atom *each = &g_array_index(atoms, Atom, i);
        if (each->value != value)
            continue;
        each->probability += probability;
        return true;
    }
    if (probability > 0)
        g_array_append_val(atoms, atom);
    return true;
}

static bool set_fault(const Distribution *distribution, const char *what,
                      GError **error)
{
    g_set_error(error, ACTPLOT_ERROR, ACTPLOT_ERROR_INPUT, "'%s' %s",
                distribution->line->formula->text, what);
    return false;
}

static bool add_part(Distribution *distribution, const Cut *from, const Cut *to,
                     Course course, GError **error)
{
    double reach = FARTHEST * distribution->deviation;
    Part part = {.a = fmax(from->x, distribution->mean - reach),
                 .b = fmin(to->x, distribution->mean + reach)};

    if (!(part.a < part.b) || share(distribution, part.a, part.b) == 0)
        return true;
    if (course == COURSE_UNDEFINED)
        return set_fault(distribution, "is not defined for every normal input", error);
    if (course == COURSE_FLAT)
        return add_atom(distribution,
                        line_value(distribution->line, part.a / 2 + part.b / 2),
                        share(distribution, from->x, to->x));
    part.from = part.a > from->x ? line_value(distribution->line, part.a) : from->right;
    part.to = part.b < to->x ? line_value(distribution->line, part.b) : to->left;
    if (isnan(part.from) || isnan(part.to))
        return set_fault(distribution, "has no limit at the end of a branch", error);
    part.direction = part.to > part.from ? 1 : -1;
    if (part.from == part.to) /* to double precision */
        return add_atom(distribution, part.from, share(distribution, part.a, part.b));
    g_array_append_val(distribution->parts, part);
    return true;
}

static bool cut(Distribution *distribution, const Profile *profile, GError **error)
{
    unsigned last = profile->courses->len;
    double lost = 1 - share(distribution, profile_cut(profile, 0)->x,
                            profile_cut(profile, last)->x);

    if (lost > LOST_MOST)
        return set_fault(distribution,
                         "swings, and is looked at for |x| < 128 only: normal inputs "
                         "go farther",
                         error);
    for (unsigned i = 0; i < last; i++)
        if (!add_part(distribution, profile_cut(profile, i),
                      profile_cut(profile, i + 1), profile_course(profile, i), error))
            return false;
    return true;
}

static gint compare_atoms(gconstpointer a, gconstpointer b)
{
    const Atom *one = a, *other = b;
    return one->value < other->value ? -1 : one->value > other->value;
}

Distribution *distribution_new(const Formula *formula, double mean, double deviation,
                               GError **error)
{
    g_autoptr(Distribution) distribution = g_new0(Distribution, 1);
    g_autoptr(Formula) slope = formula_derivative(formula);
    g_autoptr(Warnings) warnings = warnings_new();

    distribution->mean = mean;
    distribution->deviation = deviation;
    distribution->line = line_new(formula->pool, formula->root, formula->text);
    distribution->slope = line_new(formula->pool, slope->root, formula->text);
    distribution->parts = g_array_new(FALSE, FALSE, sizeof(Part));
    distribution->atoms = g_array_new(FALSE, FALSE, sizeof(Atom));
    g_autoptr(Profile) profile =
        profile_new(distribution->line, distribution->slope, warnings);
    if (!cut(distribution, profile, error))
        return NULL;
    g_array_sort(distribution->atoms, compare_atoms);
    graph_release(distribution->line->graph);
    return g_steal_pointer(&distribution);
}

void distribution_free(Distribution *distribution)
{
    if (!distribution)
        return;
    line_free(distribution->line);
    line_free(distribution->slope);
    g_array_unref(distribution->parts);
    g_array_unref(distribution->atoms);
    g_free(distribution);
}

/* --- Probabilities --- */

/* A z and f there. */
typedef struct {
    double z, value;
} Place;

/* The z of a part, from a on, at which f passes value; the part's end where it does not
 * come so far. */
static double invert(const Distribution *distribution, const Part *part, Place from,
                     double value)
{
    double before = (from.value - value) * part->direction;
    double after = (part->to - value) * part->direction;

    if (!(before < 0)) /* NaN: both infinite */
        return from.z;
    if (!(after > 0))
        return part->b;
    if (double_distance(from.z, part->b) <= 1)
        return from.z;
    return bracket_solve(distribution->line->graph, value,
                         (Bracket){from.z, part->b, before * part->direction,
                                   after * part->direction})
        .x;
}

/* Adds the probabilities that a part gives to the stretches between edges. */
static void add_spreads(const Distribution *distribution, const Part *part,
                        const double *edges, unsigned count, double *spreads)
{
    bool rises = part->direction > 0;
    Place last = {part->a, part->from};
    double since = part->a;

    for (unsigned i = 0; i < count; i++) {
        unsigned place = rises ? i : count - 1 - i;
        double z = invert(distribution, part, last, edges[place]);
        if (i > 0)
            spreads[rises ? place - 1 : place] += share(distribution, since, z);
        if (z > last.z && z < part->b)
            last = (Place){z, edges[place]};
        since = z;
    }
}

void distribution_spreads(const Distribution *distribution, const double *edges,
                          unsigned count, double *spreads)
{
    for (unsigned i = 0; i + 1 < count; i++)
        spreads[i] = 0;
    for (guint i = 0; i < distribution->parts->len; i++)
        add_spreads(distribution, &g_array_index(distribution->parts, Part, i), edges,
                    count, spreads);
}

double distribution_spread(const Distribution *distribution, double low, double high)
{
    double edges[] = {low, high}, spread;

    distribution_spreads(distribution, edges, 2, &spread);
    return spread;
}

unsigned distribution_parts(const Distribution *distribution)
{
    return distribution->parts->len;
}

const GArray *distribution_atoms(const Distribution *distribution)
{
    return distribution->atoms;
}

double distribution_probability(const Distribution *distribution, double low,
                                double high, bool closed)
{
    double sum = distribution_spread(distribution, low, high);

    for (guint i = 0; i < distribution->atoms->len; i++) {
        const Atom *atom = &g_array_index(distribution->atoms, Atom, i);
        if (atom->value >= low &&
            (atom->value < high || (closed && atom->value == high)))
            sum += atom->probability;
    }
    return sum;
}

void distribution_support(const Distribution *distribution, double *least,
                          double *greatest)
{
    *least = INFINITY;
    *greatest = -INFINITY;
    for (guint i = 0; i < distribution->parts->len; i++) {
        const Part *part = &g_array_index(distribution->parts, Part, i);
        *least = fmin(*least, fmin(part->from, part->to));
        *greatest = fmax(*greatest, fmax(part->from, part->to));
    }
    for (guint i = 0; i < distribution->atoms->len; i++) {
        double value = g_array_index(distribution->atoms, Atom, i).value;
        *least = fmin(*least, value);
        *greatest = fmax(*greatest, value);
    }
}

double distribution_quantile(const Distribution *distribution, double probability)
{
    double low, high;

    distribution_support(distribution, &low, &high);
    low = fmax(low, -0x1p1000);
    high = fmin(high, 0x1p1000);
    if (distribution_probability(distribution, -INFINITY, high, false) <= probability)
        return high;
    while (double_distance(low, high) > 1) {
        double middle = double_step(low, (int64_t)(double_distance(low, high) / 2));
        if (distribution_probability(distribution, -INFINITY, middle, false) >
            probability)
            high = middle;
        else
            low = middle;
    }
    return low;
}
