/* facts_profile.h - where a function rises and falls.
 *
 * The line is cut at switch points and at the zeros of the derivative; between two
 * cuts the function rises, falls or is constant.
 */
#ifndef ACTPLOT_ACTIVATION_FACTS_PROFILE_H
#define ACTPLOT_ACTIVATION_FACTS_PROFILE_H

#include "activation/facts_line.h"

/* What the function does between two cuts. */
typedef enum {
    COURSE_UNKNOWN,
    COURSE_UNDEFINED,
    COURSE_RISING,
    COURSE_FALLING,
    COURSE_FLAT,
} Course;

/* A cut, and its one-sided limits; at the ends of the line all three are the limit
 * there. */
typedef struct {
    double x;
    double left, right, at;
    bool is_switch;
    SwitchKind kind; /* of a switch */
} Cut;

typedef struct {
    Line *line, *slope; /* borrowed */
    GArray *cuts;       /* of Cut, in order; the first and the last are infinite, or
                           +-reach of a function that swings */
    GArray *courses;    /* of Course: of each stretch between two cuts */
    GArray *switches;   /* of Switch, smooth ones too */
    Limit limit[2];     /* at -infinity and infinity */
    double start;       /* all cuts lie within -start .. start */
} Profile;

/* slope is the derivative. */
Profile *profile_new(Line *line, Line *slope, Warnings *warnings);
void profile_free(Profile *profile);

const Cut *profile_cut(const Profile *profile, unsigned i);
Course profile_course(const Profile *profile, unsigned i);

/* A stretch of x; a point where lo == hi. Infinite ends are open. */
typedef struct {
    double lo, hi;
    bool lo_open, hi_open;
} Stretch;

/* The k-th of STRETCH_POINTS points of a .. b to try: the middle first, then towards
 * both ends; where an end is infinite, outwards by powers of two. False: that one is
 * not inside. */
enum { STRETCH_POINTS = 64 };
bool stretch_point(double a, double b, int k, double *x);

/* Whether it never falls (direction 1), never rises (-1); strictly: has no flat part.
 */
bool profile_is_monotone(const Profile *profile, int direction, bool strictly);

/* Whether it is defined, finite and without a jump everywhere. */
bool profile_is_continuous(const Profile *profile);

/* The first stretch on which the function is not defined; false: there is none. */
bool profile_undefined(const Profile *profile, Stretch *where);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Profile, profile_free)

#endif
