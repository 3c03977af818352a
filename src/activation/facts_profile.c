/* facts_profile.c - the line cut into stretches on which a function is monotone. */
#include "activation/facts_profile.h"

#include "formula/double_rank.h"

#include <math.h>

/* A root and a switch point within so many doubles are one place. */
enum { SAME_ULPS = 16 };

const Cut *profile_cut(const Profile *profile, unsigned i)
{
    return &g_array_index(profile->cuts, Cut, i);
}

Course profile_course(const Profile *profile, unsigned i)
{
    return g_array_index(profile->courses, Course, i);
}

/* --- The course of a stretch --- */

static double stretch_place(double a, double b, int k)
{
    int half = (k + 1) / 2;

    if (isfinite(a) && isfinite(b)) {
        double share = ldexp(1, -half - 1);
        share = k % 2 ? share : 1 - share;
        return k == 0 ? a / 2 + b / 2 : a * (1 - share) + b * share;
    }
    if (!isfinite(a) && !isfinite(b))
        return (k % 2 ? -1 : 1) * ldexp(1, half / 2 * (half % 2 ? 1 : -1));
    double end = isfinite(a) ? a : b, side = isfinite(a) ? 1 : -1;
    return end + side * fmax(1, fabs(end)) * ldexp(1, k % 2 ? half : -half);
}

bool stretch_point(double a, double b, int k, double *x)
{
    *x = stretch_place(a, b, k);
    return *x > a && *x < b;
}

/* Whether the function has a finite value somewhere in a .. b. */
static bool is_defined(const Profile *profile, double a, double b)
{
    double x;

    for (int k = 0; k < STRETCH_POINTS; k++) {
        if (stretch_point(a, b, k, &x) && isfinite(line_value(profile->line, x)))
            return true;
    }
    return false;
}

static Course course_between(Profile *profile, double a, double b)
{
    double x;

    if (!is_defined(profile, a, b))
        return COURSE_UNDEFINED;
    if (line_is_zero(profile->slope, a, b))
        return COURSE_FLAT;
    for (int k = 0; k < STRETCH_POINTS; k++) {
        int sign = stretch_point(a, b, k, &x) ? line_sign(profile->slope, x) : 0;
        if (sign != 0)
            return sign > 0 ? COURSE_RISING : COURSE_FALLING;
    }
    return COURSE_UNKNOWN;
}

/* --- Cutting --- */

static Cut cut_of_switch(const Switch *at)
{
    return (Cut){
        .x = at->x,
        .left = at->left.f,
        .right = at->right.f,
        .at = at->at.f,
        .is_switch = true,
        .kind = at->kind,
    };
}

static Cut cut_of_value(double x, double value)
{
    return (Cut){.x = x, .left = value, .right = value, .at = value};
}

static bool is_same(double x, double at)
{
    return double_distance(fmin(x, at), fmax(x, at)) <= SAME_ULPS;
}

static bool is_near_switch(double x, const GArray *switches)
{
    unsigned low = 0, high = switches->len; /* the first one at or behind x */

    while (low < high) {
        unsigned middle = low + (high - low) / 2;
        if (g_array_index(switches, Switch, middle).x < x)
            low = middle + 1;
        else
            high = middle;
    }
    return (low < switches->len &&
            is_same(x, g_array_index(switches, Switch, low).x)) ||
           (low > 0 && is_same(x, g_array_index(switches, Switch, low - 1).x));
}

static gint compare_cuts(gconstpointer a, gconstpointer b)
{
    const Cut *one = a, *other = b;
    return one->x < other->x ? -1 : one->x > other->x;
}

/* 1 + sin(x) at its least comes out as 2e-16 or -2e-16. */
static double value_at(Line *line, double x)
{
    double value = line_value(line, x);

    return fabs(value) <= line_noise(line, x) && fabs(value) < 1 ? 0 : value;
}

static void add_cuts(Profile *profile, const GArray *roots)
{
    const GArray *switches = profile->switches;

    for (unsigned i = 0; i < switches->len; i++) {
        Cut cut = cut_of_switch(&g_array_index(switches, Switch, i));
        if (fabs(cut.x) < profile->line->reach)
            g_array_append_val(profile->cuts, cut);
    }
    for (unsigned i = 0; i < roots->len; i++) {
        double x = g_array_index(roots, double, i);
        Cut cut = cut_of_value(x, value_at(profile->line, x));
        if (!is_near_switch(x, switches) && fabs(x) < profile->line->reach)
            g_array_append_val(profile->cuts, cut);
    }
    g_array_sort(profile->cuts, compare_cuts);
}

/* The ends of the line, with the limits there; or of what is looked at. */
static void add_ends(Profile *profile)
{
    Line *line = profile->line;
    double start = 1;

    for (unsigned i = 0; i < profile->cuts->len && !line->swings; i++)
        start = fmax(start, fabs(profile_cut(profile, i)->x));
    start = exp2(ceil(log2(start)));
    profile->start = start;
    for (int k = 0; k < 2; k++) {
        int side = k == 0 ? -1 : 1;
        profile->limit[k] =
            start < 0x1p900 ? line_limit(line, side, start)
                            : (Limit){line_value(line, copysign(INFINITY, side)), 0};
        double x = line->swings ? side * line->reach : copysign(INFINITY, side);
        double value = line->swings ? line_value(line, x) : profile->limit[k].value;
        Cut cut = cut_of_value(x, value);
        if (k == 0)
            g_array_prepend_val(profile->cuts, cut);
        else
            g_array_append_val(profile->cuts, cut);
    }
}

/* Whether a cut may be moved or left out: a root of the derivative, a branch that makes
 * no change. */
static bool is_free(const Cut *cut)
{
    return !cut->is_switch || cut->kind == SWITCH_SMOOTH;
}

/* Within a .. b the derivative cannot be told from 0: one cut stands for both. */
static Cut middle_cut(Profile *profile, double a, double b)
{
    double x = a <= 0 && b >= 0 ? 0 : a / 2 + b / 2;

    return cut_of_value(x, value_at(profile->line, x));
}

/* Takes the stretches away on which rounding hides the course, as far as they lie
 * between free cuts. */
static void drop_unknown(Profile *profile)
{
    g_autoptr(GArray) old_cuts = g_steal_pointer(&profile->cuts);
    g_autoptr(GArray) old_courses = g_steal_pointer(&profile->courses);
    const Cut *old = (const Cut *)(void *)old_cuts->data;
    const Course *course = (const Course *)(void *)old_courses->data;
    unsigned count = old_courses->len;

    profile->cuts = g_array_new(FALSE, FALSE, sizeof(Cut));
    profile->courses = g_array_new(FALSE, FALSE, sizeof(Course));
    g_array_append_val(profile->cuts, old[0]);
    for (unsigned i = 0; i < count; i++) {
        unsigned first = i;
        Cut *from = &g_array_index(profile->cuts, Cut, profile->cuts->len - 1);
        while (course[i] == COURSE_UNKNOWN && i + 1 < count &&
               course[i + 1] == COURSE_UNKNOWN && is_free(&old[i + 1]))
            i++;
        bool hidden = course[first] == COURSE_UNKNOWN;
        bool from_is_free = hidden && profile->courses->len > 0 && is_free(from);
        bool to_is_free = hidden && i + 1 < count && is_free(&old[i + 1]);
        if (from_is_free) {
            *from =
                to_is_free ? middle_cut(profile, from->x, old[i + 1].x) : old[i + 1];
        } else if (!to_is_free) {
            g_array_append_val(profile->courses, course[i]);
            g_array_append_val(profile->cuts, old[i + 1]);
        }
    }
}

/* Takes free cuts away between two stretches of the same course. */
static void drop_idle(Profile *profile)
{
    g_autoptr(GArray) old_cuts = g_steal_pointer(&profile->cuts);
    g_autoptr(GArray) old_courses = g_steal_pointer(&profile->courses);
    const Cut *old = (const Cut *)(void *)old_cuts->data;
    const Course *course = (const Course *)(void *)old_courses->data;

    profile->cuts = g_array_new(FALSE, FALSE, sizeof(Cut));
    profile->courses = g_array_new(FALSE, FALSE, sizeof(Course));
    for (unsigned i = 0; i < old_cuts->len; i++) {
        bool inside = i > 0 && i < old_courses->len;
        if (inside && is_free(&old[i]) && course[i - 1] == course[i])
            continue;
        if (i > 0)
            g_array_append_val(profile->courses, course[i - 1]);
        g_array_append_val(profile->cuts, old[i]);
    }
}

/* A function that swings may be constant from some point on. */
static void extend_flat_ends(Profile *profile)
{
    unsigned last = profile->courses->len - 1;
    Cut *ends[] = {&g_array_index(profile->cuts, Cut, 0),
                   &g_array_index(profile->cuts, Cut, last + 1)};

    if (profile->line->swings && profile_course(profile, 0) == COURSE_FLAT &&
        line_is_zero(profile->slope, -INFINITY, ends[0]->x))
        ends[0]->x = -INFINITY;
    if (profile->line->swings && profile_course(profile, last) == COURSE_FLAT &&
        line_is_zero(profile->slope, ends[1]->x, INFINITY))
        ends[1]->x = INFINITY;
}

static void add_courses(Profile *profile)
{
    for (unsigned i = 1; i < profile->cuts->len; i++) {
        Course course = course_between(profile, profile_cut(profile, i - 1)->x,
                                       profile_cut(profile, i)->x);
        g_array_append_val(profile->courses, course);
    }
    drop_unknown(profile);
    drop_idle(profile);
    extend_flat_ends(profile);
}

Profile *profile_new(Line *line, Line *slope, Warnings *warnings)
{
    Profile *profile = g_new0(Profile, 1);
    g_autoptr(GArray) roots = line_roots(slope, warnings);

    profile->line = line;
    profile->slope = slope;
    profile->cuts = g_array_new(FALSE, FALSE, sizeof(Cut));
    profile->courses = g_array_new(FALSE, FALSE, sizeof(Course));
    profile->switches = line_switches(line, warnings);
    add_cuts(profile, roots);
    add_ends(profile);
    add_courses(profile);
    return profile;
}

void profile_free(Profile *profile)
{
    if (!profile)
        return;
    g_array_unref(profile->cuts);
    g_array_unref(profile->courses);
    g_array_unref(profile->switches);
    g_free(profile);
}

/* --- What follows --- */

bool profile_is_continuous(const Profile *profile)
{
    for (unsigned i = 1; i + 1 < profile->cuts->len; i++) {
        const Cut *cut = profile_cut(profile, i);
        if (cut->is_switch && cut->kind >= SWITCH_JUMP)
            return false;
    }
    return !profile_undefined(profile, NULL);
}

/* Limits are estimates now and then: a step against the direction by less than this
 * share is none. */
#define STEP_SHARE 1e-9

/* Whether the values at a cut go against the direction. */
static bool cut_is_against(const Cut *cut, int direction)
{
    double slack = STEP_SHARE * (fabs(cut->left) + fabs(cut->right));

    if (!cut->is_switch || cut->kind < SWITCH_JUMP)
        return false;
    if (isnan(cut->left) || isnan(cut->right)) /* the domain ends */
        return isinf(cut->left) || isinf(cut->right);
    if (!isfinite(cut->left) || !isfinite(cut->right) || !isfinite(cut->at))
        return true;
    return (cut->at - cut->left) * direction < -slack ||
           (cut->right - cut->at) * direction < -slack;
}

bool profile_is_monotone(const Profile *profile, int direction, bool strictly)
{
    Course against = direction > 0 ? COURSE_FALLING : COURSE_RISING;

    for (unsigned i = 0; i < profile->courses->len; i++) {
        Course course = profile_course(profile, i);
        if (course == against || course == COURSE_UNKNOWN)
            return false;
        if (strictly && course == COURSE_FLAT)
            return false;
    }
    for (unsigned i = 1; i + 1 < profile->cuts->len; i++) {
        if (cut_is_against(profile_cut(profile, i), direction))
            return false;
    }
    return true;
}

bool profile_undefined(const Profile *profile, Stretch *where)
{
    for (unsigned i = 0; i < profile->courses->len; i++) {
        const Cut *from = profile_cut(profile, i), *to = profile_cut(profile, i + 1);
        if (profile_course(profile, i) != COURSE_UNDEFINED)
            continue;
        if (where)
            *where = (Stretch){from->x, to->x, isinf(from->x) || !isnan(from->at),
                               isinf(to->x) || !isnan(to->at)};
        return true;
    }
    return false;
}
