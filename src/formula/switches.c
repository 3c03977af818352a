/* switches.c - critical zeros, merged and classified by their one-sided limits. */
#include "formula/switches.h"

#include "base/number.h"
#include "formula/critical.h"
#include "formula/double_rank.h"
#include "formula/interval_rounding.h"
#include "formula/sided.h"

#include <math.h>
#include <string.h>

/* Zeros within so many doubles are one place; and those within this share of the
 * range, if a node cannot be told from 0 all the way between them. */
enum { SAME_ULPS = 4 };
#define NEAR_SHARE 1e-9

const char *switch_kind_name(SwitchKind kind)
{
    static const char *const names[] = {
        [SWITCH_SMOOTH] = "smooth", [SWITCH_CURVATURE] = "curvature",
        [SWITCH_KINK] = "kink",     [SWITCH_JUMP] = "jump",
        [SWITCH_POLE] = "pole",     [SWITCH_EDGE] = "edge",
    };
    return names[kind];
}

/* --- Places --- */

typedef struct {
    Root root;
    RootSearch *search;
} Place;

static gint compare_places(gconstpointer a, gconstpointer b)
{
    const Place *one = a, *other = b;
    if (one->root.x != other->root.x)
        return one->root.x < other->root.x ? -1 : 1;
    return (int)other->root.exact - (int)one->root.exact;
}

/* Whether a search cannot tell its node from 0 anywhere in lo .. hi: not at the ends
 * and not, as it could between two zeros, in the midst. */
static bool all_zero(RootSearch *search, double lo, double hi)
{
    enum { PARTS = 4 };
    for (int i = 0; i <= PARTS; i++) {
        if (!root_search_holds(search, lo + (hi - lo) * i / PARTS))
            return false;
    }
    return true;
}

static bool same_place(const Place *a, const Place *b, double near)
{
    double lo = a->root.x, hi = b->root.x;
    if (double_distance(lo, hi) <= SAME_ULPS)
        return true;
    return hi - lo <= near &&
           (all_zero(a->search, lo, hi) || all_zero(b->search, lo, hi));
}

static size_t text_length(double value)
{
    char text[NUMBER_SIZE];
    return strlen(number_format(value, text));
}

/* Of two names of one place: an exact zero, and of those the one with the shorter
 * text. */
static bool is_better(const Place *a, const Place *b)
{
    if (a->root.exact != b->root.exact)
        return a->root.exact;
    return a->root.x != b->root.x && a->root.exact &&
           text_length(a->root.x) < text_length(b->root.x);
}

/* All critical zeros within lo .. hi, in order, one for each place. */
static GArray *find_places(const CriticalSet *set, double lo, double hi)
{
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(Place));
    GArray *places = g_array_new(FALSE, FALSE, sizeof(Place));
    double near = NEAR_SHARE * hi - NEAR_SHARE * lo;

    for (unsigned i = 0; i < set->searches->len; i++) {
        RootSearch *search = set->searches->pdata[i];
        for (unsigned k = 0; k < search->roots->len; k++) {
            Place place = {g_array_index(search->roots, Root, k), search};
            g_array_append_val(all, place);
        }
    }
    g_array_sort(all, compare_places);
    for (unsigned i = 0; i < all->len; i++) {
        Place *place = &g_array_index(all, Place, i);
        Place *last =
            places->len ? &g_array_index(places, Place, places->len - 1) : NULL;
        /* Half a unit outside still belongs to the end. */
        if (place->root.right < lo || place->root.left > hi)
            continue;
        place->root.x = CLAMP(place->root.x, lo, hi);
        if (!last || !same_place(last, place, near))
            g_array_append_val(places, *place);
        else if (is_better(place, last))
            *last = *place;
    }
    return places;
}

/* --- Classification --- */

/* Steps of graphs that may be run: about half a second. */
#define WORK_MOST (G_GUINT64_CONSTANT(12) << 20)

/* Where there are no bounds, what is taken for rounding. */
#define UNBOUNDED_SHARE 1e-9
#define UNBOUNDED_LEAST 1e-14

/* Whether the limits from left and right are certainly different. */
static bool differs(const SidedLimit *left, const SidedLimit *right, int order)
{
    double a = left->limit[order], b = right->limit[order];
    if (isnan(a) || isnan(b))
        return isnan(a) != isnan(b);
    if (isinf(a) || isinf(b))
        return a != b;
    const Interval *from = &left->bounds[order], *to = &right->bounds[order];
    if (from->maybe_undefined || to->maybe_undefined)
        return fabs(a - b) > UNBOUNDED_SHARE * (fabs(a) + fabs(b)) + UNBOUNDED_LEAST;
    return from->hi < to->lo || from->lo > to->hi;
}

static bool is_limit(double value, const SidedLimit *side)
{
    return value == side->limit[0] || interval_holds(side->bounds[0], value);
}

static SwitchKind classify(const SidedLimit *left, const SidedLimit *right,
                           double value)
{
    bool undefined_left = isnan(left->limit[0]),
         undefined_right = isnan(right->limit[0]);

    if (isinf(left->limit[0]) || isinf(right->limit[0]))
        return SWITCH_POLE;
    if (undefined_left || undefined_right)
        return SWITCH_EDGE;
    if (differs(left, right, 0) || (!is_limit(value, left) && !is_limit(value, right)))
        return SWITCH_JUMP;
    if (isinf(left->limit[1]) || isinf(right->limit[1]) || differs(left, right, 1))
        return SWITCH_KINK;
    if (isinf(left->limit[2]) || isinf(right->limit[2]) || differs(left, right, 2))
        return SWITCH_CURVATURE;
    return SWITCH_SMOOTH;
}

static Jet jet_of(const SidedLimit *limit)
{
    return (Jet){limit->limit[0], limit->limit[1], limit->limit[2]};
}

/* false: the formula is not defined on either side nor at x. */
static bool make_switch(SidedTape *tape, const Root *root, Switch *result)
{
    Interval about = {.lo = root->left, .hi = root->right};
    SidedLimit left = sided_tape_limit(tape, root->left, -1, about);
    SidedLimit right = sided_tape_limit(tape, root->right, 1, about);
    Jet at = sided_tape_evaluate(tape, root->x, 0);
    if (!left.defined && !right.defined && isnan(at.f))
        return false;
    *result = (Switch){
        .x = root->x,
        .kind = classify(&left, &right, at.f),
        .x_left = root->left,
        .x_right = root->right,
        .left = jet_of(&left),
        .right = jet_of(&right),
        .at = at,
    };
    return true;
}

static void warn(const Formula *formula, double lo, double hi, Warnings *warnings)
{
    char from[NUMBER_SIZE], to[NUMBER_SIZE];
    warnings_add(warnings,
                 "some switch points of '%s' between x = %s and %s may be missing",
                 formula->text, number_format_digits(lo, 6, from),
                 number_format_digits(hi, 6, to));
}

/* Classifies the places from left to right, up to SWITCHES_MAX and as long as that
 * does not take too much work; returns how many. */
static unsigned classify_places(const Formula *formula, const GArray *places,
                                guint64 work, GArray *switches)
{
    g_autoptr(SidedTape) tape = sided_tape_new(formula);
    unsigned i = 0;

    for (; i < MIN(places->len, SWITCHES_MAX); i++) {
        const Place *place = &g_array_index(places, Place, i);
        if (sided_tape_work(tape) > work)
            break;
        Switch found;
        if (make_switch(tape, &place->root, &found))
            g_array_append_val(switches, found);
    }
    return i;
}

GArray *switches_find(const Formula *formula, double lo, double hi, Warnings *warnings)
{
    return switches_find_within(formula, lo, hi, WORK_MOST, warnings);
}

GArray *switches_find_within(const Formula *formula, double lo, double hi, guint64 work,
                             Warnings *warnings)
{
    GArray *switches = g_array_new(FALSE, FALSE, sizeof(Switch));
    g_autoptr(CriticalSet) set =
        critical_set_new(formula->pool, formula->root, lo, hi, SWITCHES_MAX);
    set->work = MIN(set->work, work);
    g_autoptr(GArray) places = find_places(set, lo, hi);
    Interval doubt;
    bool doubtful = critical_set_doubt(set, &doubt);

    unsigned done = places->len ? classify_places(formula, places, work, switches) : 0;
    if (done < places->len) {
        doubt.lo = fmin(doubt.lo, g_array_index(places, Place, done).root.x);
        doubt.hi = hi;
        doubtful = true;
    }
    if (doubtful)
        warn(formula, fmax(doubt.lo, lo), fmin(doubt.hi, hi), warnings);
    return switches;
}

GArray *roots_find(const Formula *formula, double lo, double hi, Warnings *warnings)
{
    GArray *roots = g_array_new(FALSE, FALSE, sizeof(Root));
    g_autoptr(CriticalSet) set =
        critical_set_new(formula->pool, formula->root, lo, hi, SWITCHES_MAX);
    const RootSearch *search = critical_set_zeros(set, formula->root);
    Interval doubt;

    for (unsigned i = 0; i < search->roots->len; i++) {
        const Root *root = &g_array_index(search->roots, Root, i);
        if (root->right >= lo && root->left <= hi)
            g_array_append_val(roots, *root);
    }
    if (critical_set_doubt(set, &doubt))
        warn(formula, fmax(doubt.lo, lo), fmin(doubt.hi, hi), warnings);
    return roots;
}
